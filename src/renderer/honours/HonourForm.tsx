import { Checkbox, Segmented, Select } from 'antd'
import { useState } from 'react'
import { parsePartialDate } from '../../shared/dates/partial-date'
import { authorityAdvice, bonusAdvice, bonusStandard, handedThings } from '../../shared/honours/bonus.rules'
import type { Honour } from '../../shared/honours/honours'
import {
  authorityNatures,
  holders,
  holderTitles,
  honourGrounds,
  honourKinds,
  honourLevels,
} from '../../shared/honours/honours.data'
import { fenOf, yuanWords } from '../../shared/money/fen'
import { api } from '../api/client'
import { useDraft } from '../api/drafts'
import { PeopleSelect } from '../interviews/PeopleSelect'
import { Field } from '../interviews/plan/Field'
import { UnitFilter } from '../interviews/UnitFilter'
import { BasisWord } from '../ui/BasisWord'
import { Button } from '../ui/Button'
import { FormDialog } from '../ui/FormDialog'
import { AUDITED_REASON } from '../ui/reason.words'
import { TextField } from '../ui/TextField'
import { AdviceNote } from './AdviceNote'
import { blankHonour, factsFrom, type TypedHonour, typedFrom } from './honour.draft'
import { MembersField } from './MembersField'
import './honours.css'

interface HonourFormProps {
  /** What is changed; null for a new one. */
  readonly honour: Honour | null
  /** What a new one begins with. */
  readonly preset?: Partial<TypedHonour>
  readonly onSaved?: (honour: Honour) => void
  readonly onClose: () => void
}
const asOptions = <T extends string>(values: readonly T[]) => values.map(value => ({ value, label: value }))

/** An honour is entered or changed. A new one is kept as a draft while it is typed. */
export function HonourForm({ honour, preset, onSaved, onClose }: HonourFormProps) {
  const draft = useDraft<TypedHonour>(
    honour ? `honours.change.${honour.id}` : preset ? 'honours.preset' : 'honours.add',
    honour ? typedFrom(honour) : { ...blankHonour(), ...preset },
  )
  const [reason, setReason] = useState('')
  const [intoFile, setIntoFile] = useState(false)
  // A preset is not mixed with what was typed for somebody else.
  const [own, setOwn] = useState<TypedHonour | null>(preset ? { ...blankHonour(), ...preset } : null)
  const typed = own ?? draft.value
  const set = (more: Partial<TypedHonour>): void =>
    own ? setOwn({ ...own, ...more }) : draft.set({ ...typed, ...more })
  const facts = factsFrom(typed)
  const refusal =
    typeof facts === 'string' ? facts : honour !== null && reason.trim() === '' ? '先写修改的理由' : undefined
  const on = parsePartialDate(typed.on)
  const standard = on && bonusStandard(typed.kind, typed.holder, on)
  const amount = on && bonusAdvice({ ...typed, on }, fenOf(typed.bonus) ?? null)
  const things = handedThings(typed.kind, typed.holder)

  async function save(): Promise<void> {
    if (typeof facts === 'string') return
    const saved = honour
      ? await api.honours.change({ id: honour.id, revision: honour.revision, facts, reason: reason.trim() })
      : await api.honours.add(facts)
    if (intoFile && saved.cadreId !== null) await api.honours.toFile({ ids: [saved.id], reason: '登记荣誉时写进档案' })
    await draft.discard()
    onSaved?.(saved)
  }
  return (
    <FormDialog
      title={honour ? '修改荣誉' : '登记荣誉'}
      act={honour ? '修改' : '登记'}
      refusal={refusal}
      width={820}
      onAct={save}
      onClose={onClose}
    >
      {draft.restoredAt !== null && own === null && (
        <p className="dd-aside">
          接着上次没有登记完的写。
          <Button kind="link" size="small" onClick={() => void draft.discard()}>
            重新写
          </Button>
        </p>
      )}
      <fieldset className="hon-set">
        <legend>获得者</legend>
        <Segmented
          aria-label="获得者"
          value={typed.holder}
          onChange={holder => set({ holder })}
          options={holders.map(value => ({ value, label: holderTitles[value] }))}
        />
        <div className="dd-pair">
          {typed.holder === 'person' && (
            <PeopleSelect
              label="干部（有档案的）"
              most={1}
              value={typed.person ? [typed.person] : []}
              onChange={([person]) => set({ person: person ?? null })}
            />
          )}
          {(typed.holder !== 'person' || typed.person === null) && (
            <TextField
              label={typed.holder === 'person' ? '没有档案的写姓名' : typed.holder === 'team' ? '团队名称' : '单位名称'}
              hint={typed.holder === 'unit' ? '在单位树里的选下面的单位' : undefined}
              value={typed.holderName}
              onChange={holderName => set({ holderName })}
              maxChars={120}
            />
          )}
          <Field label="当时所在单位">
            <UnitFilter value={typed.unitId} onChange={unitId => set({ unitId })} placeholder="不清楚就不选" />
          </Field>
        </div>
        {typed.holder === 'team' && <MembersField value={typed.members} onChange={members => set({ members })} />}
      </fieldset>
      <fieldset className="hon-set">
        <legend>荣誉</legend>
        <TextField label="名称" value={typed.name} onChange={name => set({ name })} maxChars={200} required />
        <div className="hon-three">
          <Field label="种类">
            <Select value={typed.kind} onChange={kind => set({ kind })} options={asOptions(honourKinds)} />
          </Field>
          <Field label="层级">
            <Select
              value={typed.level}
              onChange={level => set({ level })}
              options={honourLevels.map(value => ({ value, label: `${value}级` }))}
            />
          </Field>
          <TextField label="批准日期" value={typed.on} onChange={text => set({ on: text })} nfkc />
          <TextField
            label="批准机关"
            value={typed.authority}
            onChange={authority => set({ authority })}
            maxChars={120}
          />
          <Field label="机关性质">
            <Select value={typed.nature} onChange={nature => set({ nature })} options={asOptions(authorityNatures)} />
          </Field>
          <Field label="事由">
            <Select
              value={typed.ground}
              onChange={ground => set({ ground })}
              options={[
                { value: '', label: '没有写' },
                ...honourGrounds.map(({ key, title }) => ({ value: key, label: title })),
              ]}
              popupMatchSelectWidth={false}
            />
          </Field>
          <TextField label="文号" value={typed.documentNo} onChange={documentNo => set({ documentNo })} maxChars={80} />
          <span className="hon-wide">
            <TextField
              label="文件标题"
              value={typed.documentTitle}
              onChange={documentTitle => set({ documentTitle })}
              maxChars={200}
            />
          </span>
        </div>
        <AdviceNote advice={authorityAdvice(typed)} />
      </fieldset>
      <fieldset className="hon-set">
        <legend>奖金和颁发</legend>
        <div className="hon-three">
          <TextField
            label="奖金（元）"
            value={typed.bonus}
            onChange={bonus => set({ bonus })}
            nfkc
            placeholder="没有或不清楚就空着"
            hint={
              standard ? (
                <>
                  当年标准 {yuanWords(standard.fen)} 元 <BasisWord basis={standard.basis} />
                </>
              ) : undefined
            }
          />
          <TextField
            label="证书编号"
            value={typed.certificateNo}
            onChange={certificateNo => set({ certificateNo })}
            maxChars={60}
          />
          <TextField
            label={typed.holder === 'person' ? '奖章编号' : '奖牌编号'}
            value={typed.medalNo}
            onChange={medalNo => set({ medalNo })}
            maxChars={60}
            hint={
              things ? (
                <>
                  {things.words} <BasisWord basis={things.basis} />
                </>
              ) : undefined
            }
          />
          <TextField label="颁发日期" value={typed.handedOn} onChange={handedOn => set({ handedOn })} nfkc />
          <TextField
            label="颁发情况"
            value={typed.handedNote}
            onChange={handedNote => set({ handedNote })}
            maxChars={200}
          />
          <TextField
            label="有效期至"
            value={typed.validUntil}
            onChange={validUntil => set({ validUntil })}
            nfkc
            placeholder="长期有效就空着"
          />
        </div>
        <AdviceNote advice={amount} />
        <Checkbox checked={typed.posthumous} onChange={({ target }) => set({ posthumous: target.checked })}>
          追授
        </Checkbox>
      </fieldset>
      <fieldset className="hon-set">
        <legend>事迹</legend>
        <TextField
          label="主要事迹"
          value={typed.deeds}
          onChange={deeds => set({ deeds })}
          maxChars={4000}
          multiline
          rows={3}
        />
        <div className="dd-pair">
          <TextField
            label="依据材料"
            value={typed.evidence}
            onChange={evidence => set({ evidence })}
            maxChars={1000}
            multiline
            rows={2}
          />
          <TextField
            label="宣传报道"
            value={typed.publicity}
            onChange={publicity => set({ publicity })}
            maxChars={1000}
            multiline
            rows={2}
          />
        </div>
      </fieldset>
      {honour === null && typed.holder === 'person' && typed.person !== null && (
        <Checkbox checked={intoFile} onChange={({ target }) => setIntoFile(target.checked)}>
          同时写进{typed.person.name}的干部档案（奖励一行，可以撤销）
        </Checkbox>
      )}
      {honour !== null && (
        <TextField label="修改的理由" value={reason} onChange={setReason} maxChars={200} hint={AUDITED_REASON} />
      )}
    </FormDialog>
  )
}

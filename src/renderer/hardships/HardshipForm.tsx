import { Modal, Select } from 'antd'
import { type FormEvent, useState } from 'react'
import type { CadreId } from '../../shared/cadres/cadres'
import { fenOf, yuan } from '../../shared/care-standards/care-standards.rules'
import { Day } from '../../shared/dates/add-months'
import { todayDay } from '../../shared/dates/today'
import {
  type Hardship,
  type HardshipCause,
  type HardshipFacts,
  type Household,
  hardshipCauses,
  usualReviewOn,
} from '../../shared/hardships/hardships'
import { hardshipSettingsOn, mayRecordCase } from '../../shared/hardships/hardships.rules'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { PeopleSelect } from '../interviews/PeopleSelect'
import { Field } from '../interviews/plan/Field'
import { Button } from '../ui/Button'
import { AUDITED_REASON } from '../ui/reason.words'
import { ErrorNote, Loading } from '../ui/states'
import { TextField } from '../ui/TextField'
import { ProofsField, proofsOf, type TypedProof, typedProofs } from './ProofsField'

interface HardshipFormProps {
  /** What is corrected; null for a new case. */
  readonly hardship: Hardship | null
  /** What has been shown of it; null while it is masked, and then it stays as it is. */
  readonly household: Household | null
  readonly onSaved: (hardship: Hardship) => void
  readonly onClose: () => void
}

/** Yuan as they are typed to fen; null when empty, undefined when it is no amount. */
const typedFen = (text: string): number | null | undefined => (text.trim() === '' ? null : fenOf(text))
const shown = (fen: number | null | undefined): string => (fen === null || fen === undefined ? '' : yuan(fen))

/** A case is written down or corrected. The level is the unit's decision: it may stay open. */
export function HardshipForm({ hardship, household, onSaved, onClose }: HardshipFormProps) {
  const settings = useCall('hardships', 'settings', {})
  const [people, setPeople] = useState<readonly { id: CadreId; name: string }[]>([])
  const [cause, setCause] = useState<HardshipCause>(hardship?.cause ?? '本人重病')
  const [causeText, setCauseText] = useState(hardship?.causeText ?? '')
  const [openedOn, setOpened] = useState<string>(hardship?.openedOn ?? todayDay())
  const [level, setLevel] = useState(hardship?.level ?? '')
  const [nextOn, setNext] = useState<string>(hardship?.nextReviewOn ?? usualReviewOn(todayDay()))
  const [proofs, setProofs] = useState<readonly TypedProof[]>(typedProofs(hardship?.proofs ?? []))
  const [members, setMembers] = useState(household ? String(household.members) : '')
  const [who, setWho] = useState(household?.who ?? '')
  const [cost, setCost] = useState(shown(household?.costFen))
  const [income, setIncome] = useState(shown(household?.incomeFen))
  const [reason, setReason] = useState('')
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)

  const writes = hardship === null || household !== null
  const [person] = people
  const [opened, next] = [Day.safeParse(openedOn), Day.safeParse(nextOn)]
  const seen = proofsOf(proofs)
  const facts: HardshipFacts | undefined =
    opened.success && next.success && seen
      ? { cause, causeText: causeText.trim(), openedOn: opened.data, level, proofs: seen, nextReviewOn: next.data }
      : undefined
  const count = Number(members)
  const [costFen, incomeFen] = [typedFen(cost), typedFen(income)]
  const home: Household | undefined =
    Number.isInteger(count) && count >= 1 && count <= 30 && costFen !== undefined && incomeFen !== undefined
      ? { members: count, who: who.trim(), costFen, incomeFen }
      : undefined
  const current = settings.data && hardshipSettingsOn(settings.data, todayDay())
  const verdict = facts && current && mayRecordCase(facts, current, todayDay())
  const refusal =
    hardship === null && !person
      ? '先选本人'
      : facts === undefined
        ? '日期写作 2026-11-30，证明写明是什么'
        : verdict && !verdict.allowed
          ? verdict.reason
          : writes && home === undefined
            ? '写家庭人口，金额写作 36000 或 36000.50'
            : hardship !== null && reason.trim() === ''
              ? '先写更正的理由'
              : undefined
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (busy || refusal !== undefined || !facts) return
    setBusy(true)
    setError(null)
    try {
      const saved =
        hardship !== null
          ? await api.hardships.change({
              id: hardship.id,
              revision: hardship.revision,
              facts,
              household: writes && home ? home : null,
              reason: reason.trim(),
            })
          : person && home && (await api.hardships.add({ cadreId: person.id, facts, household: home }))
      onClose()
      if (saved) onSaved(saved)
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title={hardship ? '更正困难帮扶' : '登记困难帮扶'}
      onCancel={onClose}
      footer={null}
      width={680}
      centered
      mask={{ closable: false }}
    >
      {!current && <Loading />}
      {current && (
        <form className="har-form" onSubmit={event => void submit(event)}>
          <div className="dd-pair">
            {hardship === null && <PeopleSelect label="本人" most={1} value={people} onChange={setPeople} />}
            <Field label="困难原因">
              <Select
                value={cause}
                onChange={setCause}
                options={hardshipCauses.map(value => ({ value, label: value }))}
              />
            </Field>
            <TextField label="登记日期" value={openedOn} onChange={setOpened} nfkc />
            <Field label="困难等级">
              <Select
                value={level}
                onChange={setLevel}
                options={[{ value: '', label: '还没有定' }, ...current.levels.map(value => ({ value, label: value }))]}
              />
            </Field>
            <TextField label="下次复核" value={nextOn} onChange={setNext} nfkc hint="每年至少一次" />
          </div>
          <TextField label="说明" value={causeText} onChange={setCauseText} maxChars={400} multiline rows={2} />
          {writes ? (
            <fieldset className="har-set">
              <legend>家庭和收支（保存后遮住，看时写理由）</legend>
              <div className="har-four">
                <TextField label="人口" value={members} onChange={setMembers} nfkc />
                <TextField label="都有谁" value={who} onChange={setWho} maxChars={200} />
                <TextField label="全年支出（元）" value={cost} onChange={setCost} nfkc placeholder="不清楚就不填" />
                <TextField label="全年收入（元）" value={income} onChange={setIncome} nfkc placeholder="不清楚就不填" />
              </div>
            </fieldset>
          ) : (
            <p className="dd-aside">家庭和收支遮着，这次不改。要改，先在页面上显示。</p>
          )}
          <ProofsField value={proofs} onChange={setProofs} />
          {hardship !== null && (
            <TextField label="更正的理由" value={reason} onChange={setReason} maxChars={200} hint={AUDITED_REASON} />
          )}
          {error !== null && <ErrorNote error={error} />}
          <div className="dd-dialog-end">
            <Button onClick={onClose} disabled={busy}>
              取消
            </Button>
            <Button kind="primary" submit busy={busy} reason={refusal}>
              {hardship ? '更正' : '登记'}
            </Button>
          </div>
        </form>
      )}
    </Modal>
  )
}

import { InputNumber, Select } from 'antd'
import { useState } from 'react'
import { businessRoles, roleTitles } from '../../../shared/accounts/roles'
import { basisCautions } from '../../../shared/basis/basis'
import { Day } from '../../../shared/dates/add-months'
import { TalkRule, Trigger, Who } from '../../../shared/talk-rules/talk-rules'
import { api } from '../../api/client'
import { useCall } from '../../api/query'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { ReasonDialog } from '../../ui/ReasonDialog'
import { TextField } from '../../ui/TextField'
import { Chips } from '../Chips'
import { FieldRow, YesNo } from './fields'
import { periodTitles, whenWordsOf } from './rules.words'
import { VersionsCard } from './VersionsCard'

const plain = <T extends string>(values: readonly T[]) => values.map(value => ({ value, label: value }))

/** The rule as it is typed: its days may not be days yet. */
type Draft = Omit<TalkRule, 'validFrom' | 'validTo'> & { readonly validFrom: string; readonly validTo: string }
const draftOf = ({ validTo, ...rule }: TalkRule): Draft => ({ ...rule, validTo: validTo ?? '' })
const ruleOf = ({ validTo, ...draft }: Draft) =>
  TalkRule.safeParse({ ...draft, validTo: validTo === '' ? null : validTo })

function wrongWith(draft: Draft): string | undefined {
  if (draft.title.trim() === '') return '先写名称'
  if (draft.kinds.length === 0) return '至少选一种谈话'
  if (!Day.safeParse(draft.validFrom).success) return '启用日期写作 2026-12-10'
  if (draft.validTo !== '' && !Day.safeParse(draft.validTo).success) return '停用日期写作 2026-12-10，没有就空着'
  if (draft.validTo !== '' && draft.validTo < draft.validFrom) return '停用日期早于启用日期'
  return ruleOf(draft).success ? undefined : '有的地方太长或者超出范围'
}

/** One rule: whom it is about, when a talk is due, which kinds settle it; saved as a version with its reason. */
export function RuleForm({ rule: { version, ...rule } }: { rule: TalkRule & { readonly version: number } }) {
  const [draft, setDraft] = useState<Draft>(() => draftOf(rule))
  const [asking, setAsking] = useState(false)
  const kinds = useCall('interviews', 'kinds', {})
  const versions = useCall('talkRules', 'versions', { id: rule.id })
  const set = (change: Partial<Draft>): void => setDraft({ ...draft, ...change })
  const isNew = versions.data?.length === 0
  const same = !isNew && JSON.stringify(draft) === JSON.stringify(draftOf(rule))
  const refusal = same ? '还没有改动' : wrongWith(draft)
  const caution = basisCautions[draft.basis.status]
  const { when } = draft
  return (
    <div className="itv-configure-forms">
      <Card
        title={draft.title || '新规则'}
        note={draft.on ? '启用中' : '停用，不提醒'}
        more={
          <Button kind="primary" size="small" reason={refusal} onClick={() => setAsking(true)}>
            保存
          </Button>
        }
      >
        <div className="itv-kind-form">
          <TextField label="名称" value={draft.title} onChange={title => set({ title })} maxChars={40} />
          <FieldRow label="启用">
            <YesNo label="按这条规则列入应谈" value={draft.on} onChange={on => set({ on })} />
          </FieldRow>
          <FieldRow label="对谁">
            <Select aria-label="对谁" value={draft.who} onChange={who => set({ who })} options={plain(Who.options)} />
          </FieldRow>
          <FieldRow label="什么时候">
            <Select<'period' | 'event'>
              aria-label="什么时候"
              value={when.by}
              onChange={by =>
                set({
                  when: by === 'period' ? { by, months: '12', times: 1 } : { by, trigger: '任现职', dueDays: 30 },
                })
              }
              options={[
                { value: 'period', label: '每隔一段时间' },
                { value: 'event', label: '一件事前后' },
              ]}
            />
            {when.by === 'period' ? (
              <>
                <Select
                  aria-label="多久"
                  value={when.months}
                  onChange={months => set({ when: { ...when, months } })}
                  options={(['1', '3', '6', '12'] as const).map(value => ({ value, label: periodTitles[value] }))}
                />
                <InputNumber
                  aria-label="几次"
                  min={1}
                  max={12}
                  value={when.times}
                  onChange={times => set({ when: { ...when, times: times ?? 1 } })}
                  suffix="次"
                />
              </>
            ) : (
              <>
                <Select
                  aria-label="哪件事"
                  value={when.trigger}
                  onChange={trigger => set({ when: { ...when, trigger } })}
                  options={plain(Trigger.options)}
                />
                <InputNumber
                  aria-label="几天内，负数是提前"
                  min={-400}
                  max={400}
                  value={when.dueDays}
                  onChange={dueDays => set({ when: { ...when, dueDays: dueDays ?? 0 } })}
                  suffix="天内"
                />
              </>
            )}
          </FieldRow>
          <FieldRow label="用哪几种谈话">
            <Select
              aria-label="用哪几种谈话"
              mode="multiple"
              className="itv-wide"
              value={draft.kinds}
              onChange={value => set({ kinds: value })}
              maxCount={6}
              showSearch={{ optionFilterProp: 'label' }}
              options={kinds.data?.map(({ key, title }) => ({ value: key, label: title })) ?? []}
            />
          </FieldRow>
          <FieldRow label="谁谈的才算">
            <Chips
              label="谁谈的才算"
              options={businessRoles.map(value => ({ value, label: roleTitles[value] }))}
              chosen={draft.talkerRoles ?? []}
              onChange={talkerRoles => set({ talkerRoles: [...talkerRoles] })}
            />
            <span className="dd-aside">按谈话人的账户角色；都不选，谁谈的都算</span>
          </FieldRow>
          <div className="dd-pair">
            <TextField
              label="由谁谈"
              hint="写给安排的人看"
              value={draft.talker}
              onChange={talker => set({ talker })}
              maxChars={60}
            />
            <label className="dd-field">
              <span className="dd-label">提前几天列出</span>
              <InputNumber
                min={0}
                max={120}
                value={draft.soonDays}
                onChange={soonDays => set({ soonDays: soonDays ?? 0 })}
                suffix="天"
              />
            </label>
          </div>
          <div className="dd-pair">
            <TextField
              label="从哪天起"
              hint="这天以后的事和时段才列入；新启用的最早从当天算起"
              value={draft.validFrom}
              onChange={validFrom => set({ validFrom })}
              nfkc
            />
            <TextField
              label="到哪天止"
              hint="没有就空着"
              value={draft.validTo}
              onChange={validTo => set({ validTo })}
              nfkc
            />
          </div>
          <p className="dd-aside">
            依据 {draft.basis.source}
            {caution !== '' && `（${caution}）`}
          </p>
        </div>
      </Card>
      {versions.data && versions.data.length > 0 && (
        <VersionsCard
          versions={versions.data.map(({ rule: { version: number, ...value }, ...more }) => ({
            version: number,
            value,
            ...more,
          }))}
          wordsOf={value => `${value.on ? '启用' : '停用'}，${value.who}，${whenWordsOf(value)}，${value.validFrom} 起`}
          onTake={value => setDraft(draftOf(value))}
        />
      )}
      <ReasonDialog
        open={asking}
        title={`保存“${draft.title}”`}
        consequence={`另存为第 ${version + 1} 版，应谈名单随即按新规则列出。`}
        confirmText="保存"
        onConfirm={async reason => {
          const parsed = ruleOf(draft)
          if (parsed.success) await api.talkRules.change({ rule: parsed.data, version, reason })
        }}
        onClose={() => setAsking(false)}
      />
    </div>
  )
}

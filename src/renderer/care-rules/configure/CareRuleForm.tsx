import { useState } from 'react'
import { CareRule } from '../../../shared/care-rules/care-rules'
import { mayKeepCareRule } from '../../../shared/care-rules/keep.rules'
import { Day } from '../../../shared/dates/add-months'
import { parsePartialDate, showDate } from '../../../shared/dates/partial-date'
import { api } from '../../api/client'
import { useCall } from '../../api/query'
import { VersionsCard } from '../../interviews/configure/VersionsCard'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { ReasonDialog } from '../../ui/ReasonDialog'
import { CareRuleFields } from './CareRuleFields'
import { ruleWordsOf, type VersionedCareRule } from './rule.words'

/** The rule as it is typed: its days may not be days yet. */
export type Draft = Omit<CareRule, 'validFrom' | 'validTo'> & { readonly validFrom: string; readonly validTo: string }
const draftOf = ({ validFrom, validTo, ...rule }: CareRule): Draft => ({
  ...rule,
  validFrom: showDate(validFrom),
  validTo: validTo === null ? '' : showDate(validTo),
})
const dayOf = (text: string): Day | undefined => Day.safeParse(parsePartialDate(text)).data
const ruleOf = ({ validFrom, validTo, ...draft }: Draft) =>
  CareRule.safeParse({ ...draft, validFrom: dayOf(validFrom), validTo: validTo === '' ? null : dayOf(validTo) })

function wrongWith(draft: Draft): string | undefined {
  if (draft.title.trim() === '') return '先写名称'
  if (draft.occasions.length === 0) return '至少选一种场合'
  if (draft.basis.source.trim() === '') return '先写依据的文件'
  if (!dayOf(draft.validFrom)) return '启用日期写作 2026.12.10'
  if (draft.validTo !== '' && !dayOf(draft.validTo)) return '停用日期写作 2026.12.10，没有就空着'
  const { when } = draft
  if ('steps' in when && when.steps.length === 0) return '各步写整数天，用顿号隔开，如 3、30、90'
  if (when.by === 'retirement' && when.months.length === 0) return '月数写整数，用顿号隔开，如 18、12、6'
  if (when.by === 'event' && when.kinds.length === 0) return '至少选一件事'
  const parsed = ruleOf(draft)
  if (!parsed.success) return '有的地方太长或者超出范围'
  const verdict = mayKeepCareRule(parsed.data)
  return verdict.allowed ? undefined : verdict.reason
}

interface CareRuleFormProps {
  readonly rule: VersionedCareRule
  readonly onBack: () => void
}

/** One rule: whom it is about, when something is due, what settles it; saved as a version with its reason. */
export function CareRuleForm({ rule: { version, ...rule }, onBack }: CareRuleFormProps) {
  const [draft, setDraft] = useState<Draft>(() => draftOf(rule))
  /** Fields that hold text of their own begin anew when another version is taken. */
  const [taken, setTaken] = useState(0)
  const [asking, setAsking] = useState(false)
  const versions = useCall('careRules', 'versions', { id: rule.id })
  const isNew = version === 0 && versions.data?.length === 0
  const same = !isNew && JSON.stringify(draft) === JSON.stringify(draftOf(rule))
  const refusal = same ? '还没有改动' : wrongWith(draft)
  return (
    <div className="crr-pane">
      <Card
        title={draft.title || '新规则'}
        note={draft.on ? '启用中' : '停用，不列应办'}
        more={
          <span className="crr-acts">
            <Button size="small" onClick={onBack}>
              返回全部规则
            </Button>
            <Button kind="primary" size="small" reason={refusal} onClick={() => setAsking(true)}>
              保存…
            </Button>
          </span>
        }
      >
        <CareRuleFields
          key={taken}
          draft={draft}
          isOwn={isNew || rule.id.startsWith('own-')}
          onChange={change => setDraft({ ...draft, ...change })}
        />
      </Card>
      {versions.data && versions.data.length > 0 && (
        <VersionsCard
          versions={versions.data.map(({ rule: { version: number, ...value }, ...more }) => ({
            version: number,
            value,
            ...more,
          }))}
          wordsOf={ruleWordsOf}
          onTake={value => {
            setDraft(draftOf(value))
            setTaken(taken + 1)
          }}
        />
      )}
      <ReasonDialog
        open={asking}
        title={`保存“${draft.title}”`}
        consequence={`另存为第 ${version + 1} 版，从启用日期起按新规则列应办；办过的记录和免办的不变。`}
        confirmText="保存"
        onConfirm={async reason => {
          const parsed = ruleOf(draft)
          if (parsed.success) await api.careRules.change({ rule: parsed.data, version, reason })
        }}
        onClose={() => setAsking(false)}
      />
    </div>
  )
}

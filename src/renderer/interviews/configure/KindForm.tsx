import { Select } from 'antd'
import { useState } from 'react'
import { businessRoles, roleTitles } from '../../../shared/accounts/roles'
import { basisCautions } from '../../../shared/basis/basis'
import { InterviewKind, Mode, Required, requiredTitles, type VersionedKind } from '../../../shared/interviews/kinds'
import { api } from '../../api/client'
import { useCall } from '../../api/query'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { ReasonDialog } from '../../ui/ReasonDialog'
import { TextField } from '../../ui/TextField'
import { Chips } from '../Chips'
import { FieldRow, YesNo } from './fields'
import { OutlineEditor } from './OutlineEditor'
import { VersionsCard } from './VersionsCard'

const plain = <T extends string>(values: readonly T[]) => values.map(value => ({ value, label: value }))
const most = 5

/** What is wrong with a kind as it is filled in, in words; undefined when it can be saved. */
function wrongWith(kind: InterviewKind): string | undefined {
  if (kind.title.trim() === '') return '先写名称'
  if (kind.holders.length === 0) return '至少一种角色可以担任谈话人'
  if (kind.modes.length === 0) return '至少一种谈话方式'
  if (kind.outline.some(({ title }) => title.trim() === '')) return '提纲里有一部分没有写标题'
  return InterviewKind.safeParse(kind).success ? undefined : '有的地方太长，请看各项下面的提示'
}

/** One kind of talk: who may hold it, how, along which outline; saved as a version with its reason. */
export function KindForm({ kind: { version, ...kind } }: { kind: VersionedKind }) {
  const [draft, setDraft] = useState<InterviewKind>(kind)
  const [asking, setAsking] = useState(false)
  const versions = useCall('interviews', 'kindVersions', { key: kind.key })
  const set = (change: Partial<InterviewKind>): void => setDraft({ ...draft, ...change })
  const isNew = versions.data?.length === 0
  const same = !isNew && JSON.stringify(draft) === JSON.stringify(kind)
  const refusal = same ? '还没有改动' : wrongWith(draft)
  const caution = basisCautions[draft.basis.status]
  return (
    <div className="itv-configure-forms">
      <Card
        title={draft.title || '新种类'}
        note={draft.active ? undefined : '已停用：不再能选，谈过的照旧'}
        more={
          <Button kind="primary" size="small" reason={refusal} onClick={() => setAsking(true)}>
            保存
          </Button>
        }
      >
        <div className="itv-kind-form">
          <div className="dd-pair">
            <TextField label="名称" value={draft.title} onChange={title => set({ title })} maxChars={20} />
            <TextField label="说明" value={draft.about} onChange={about => set({ about })} maxChars={200} />
          </div>
          <FieldRow label="谁可以谈">
            <Chips
              label="谁可以谈"
              options={businessRoles.map(value => ({ value, label: roleTitles[value] }))}
              chosen={draft.holders}
              onChange={holders => set({ holders: [...holders] })}
            />
            <Select
              aria-label="至少几名谈话人"
              value={draft.talkersAtLeast}
              onChange={talkersAtLeast => set({ talkersAtLeast })}
              options={Array.from({ length: most }, (_, at) => ({ value: at + 1, label: `至少 ${at + 1} 人谈` }))}
            />
          </FieldRow>
          <FieldRow label="方式">
            <Chips
              label="方式"
              options={plain(Mode.options)}
              chosen={draft.modes}
              onChange={modes => set({ modes: [...modes] })}
            />
            <YesNo label="几个人一起谈" value={draft.group} onChange={group => set({ group })} />
            <YesNo label="本人签字" value={draft.signed} onChange={signed => set({ signed })} />
          </FieldRow>
          <FieldRow label="结束前要有">
            <Chips
              label="结束前要有"
              options={Required.options.map(value => ({ value, label: requiredTitles[value] }))}
              chosen={draft.required}
              onChange={required => set({ required: [...required] })}
            />
          </FieldRow>
          <FieldRow label="纸质表样">
            <Select
              aria-label="纸质表样"
              value={draft.paper}
              onChange={paper => set({ paper })}
              options={plain(InterviewKind.shape.paper.options)}
            />
            <YesNo label="可以选用" value={draft.active} onChange={active => set({ active })} />
          </FieldRow>
          <p className="dd-aside">
            依据 {draft.basis.source}
            {caution !== '' && `（${caution}）`}
          </p>
        </div>
      </Card>
      <OutlineEditor outline={draft.outline} onChange={outline => set({ outline: [...outline] })} />
      {versions.data && versions.data.length > 0 && (
        <VersionsCard
          versions={versions.data.map(({ kind: { version: number, ...value }, ...more }) => ({
            version: number,
            value,
            ...more,
          }))}
          wordsOf={value =>
            value.outline.map(({ title, required }) => (required ? `${title}（必谈）` : title)).join('、')
          }
          onTake={setDraft}
        />
      )}
      <ReasonDialog
        open={asking}
        title={`保存“${draft.title}”`}
        consequence={`另存为第 ${version + 1} 版。以后安排的按新版，已经安排和谈过的不变。`}
        confirmText="保存"
        onConfirm={async reason => {
          await api.interviews.changeKind({ kind: draft, version, reason })
        }}
        onClose={() => setAsking(false)}
      />
    </div>
  )
}

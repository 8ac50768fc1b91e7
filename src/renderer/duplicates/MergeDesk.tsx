import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { Relation } from '../../shared/duplicates/merge.rules'
import { useCall } from '../api/query'
import { useMay } from '../api/session'
import { Card } from '../ui/Card'
import { EmptyState, Loading } from '../ui/states'
import { DifferenceRow } from './DifferenceRow'
import { type Comparison, differencesOf } from './differences'
import { EqualParts } from './EqualParts'
import { MergeBar } from './MergeBar'
import { MergeHeads } from './MergeHeads'
import { PhotoRow } from './PhotoRow'
import { useMergeDraft } from './useMergeDraft'
import { useMergeReveal } from './useMergeReveal'
import { focusFirst, walkDifferences } from './walk'

const slices = {
  all: { title: '全部', relations: Relation.options },
  contradicting: { title: '说法不同', relations: ['contradicting'] },
  other: { title: '另一份更多', relations: ['only-other', 'other-fuller'] },
  kept: { title: '保留的更多', relations: ['only-kept', 'kept-fuller'] },
} as const satisfies Record<string, { title: string; relations: readonly Relation[] }>
type Slice = keyof typeof slices

/** Two files compared: which is kept, what is taken of the other, and why. Only what differs is asked. */
export function MergeDesk({ compared }: { compared: Comparison }) {
  const { kept, other } = compared
  const units = useCall('units', 'tree', {})
  const draft = useMergeDraft(compared)
  const reveal = useMergeReveal(compared)
  const edits = useMay()('cadres.edit')
  const [slice, setSlice] = useState<Slice>('all')
  const list = useRef<HTMLDivElement>(null)
  const group = useId()
  const { ready } = draft
  const known = useMemo(
    () => (units.data ? differencesOf(compared, reveal.shown, units.data) : undefined),
    [compared, reveal.shown, units.data],
  )
  const begins = ready && known !== undefined
  useEffect(() => {
    if (begins) focusFirst(list.current)
  }, [begins])
  if (!known || !ready) return <Loading />
  const { choices, choose } = draft
  const inSlice = (one: Slice) =>
    known.filter(({ relation }) => (slices[one].relations as readonly Relation[]).includes(relation))
  const shown = inSlice(slice)
  return (
    <div className="mrg">
      <MergeHeads compared={compared} units={units.data ?? []} edits={edits} />
      <Card
        title="不同之处"
        note={
          known.length === 0
            ? undefined
            : draft.restored
              ? '接着上次没有做完的选择'
              : '已预选，两份知道的都不丢。↑↓ 换一处，←→ 选一份'
        }
        more={
          known.length > 0 && (
            <span className="cad-chips" role="group" aria-label="看哪些">
              {(Object.keys(slices) as Slice[]).map(one => (
                <button
                  key={one}
                  type="button"
                  className="cad-chip"
                  aria-pressed={slice === one}
                  onClick={() => setSlice(one)}
                >
                  {slices[one].title} {inSlice(one).length}
                </button>
              ))}
            </span>
          )
        }
      >
        <div ref={list} className="mrg-list" onKeyDown={event => walkDifferences(event, list.current)}>
          <div className="mrg-row mrg-head" aria-hidden="true">
            <span>项目</span>
            <span>保留的这份</span>
            <span>另一份</span>
            <span>说明</span>
          </div>
          {other.photo !== null && (
            <PhotoRow
              {...{ kept, other, group, edits }}
              taken={choices.takePhoto}
              onTake={takePhoto => choose({ takePhoto })}
            />
          )}
          {shown.map((difference, index) => (
            <DifferenceRow
              key={difference.place}
              difference={difference}
              label={shown[index - 1]?.field === difference.field ? '' : difference.label}
              side={choices.sides[difference.place] ?? 'kept'}
              group={group}
              edits={edits}
              onChoose={side => choose({ sides: choices.sides.with(difference.place, side) })}
              onShow={reveal.ask}
            />
          ))}
        </div>
        {known.length === 0 && <EmptyState title="两份档案的内容完全相同" hint="留下一份，另一份移入回收站。" />}
        {known.length > 0 && shown.length === 0 && <EmptyState title={`没有“${slices[slice].title}”的地方`} />}
        <EqualParts compared={compared} units={units.data ?? []} />
      </Card>
      {edits && <MergeBar compared={compared} draft={draft} />}
      {reveal.dialog}
    </div>
  )
}

import { Segmented } from 'antd'
import type { KeyboardEvent } from 'react'
import { useLocation } from 'wouter'
import { DuplicateSureness, duplicateTitles } from '../../shared/duplicates/duplicates'
import '../cadres/cadre.css'
import { useMay } from '../api/session'
import { count } from '../cadres/cadres.words'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Icon } from '../ui/icons'
import { Page } from '../ui/Page'
import { EmptyState, ErrorNote, Loading } from '../ui/states'
import './duplicates.css'
import { useDuplicatesStore } from './duplicates.store'
import { MergedStrip } from './MergedStrip'
import { PairRow } from './PairRow'
import { usePairDismissal } from './usePairDismissal'
import { usePairs } from './usePairs'

/** Up and down lead from a pair's first button to that of the next. */
function walkPairs(event: KeyboardEvent<HTMLUListElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0 || event.altKey || event.ctrlKey) return
  const rows = [...event.currentTarget.children]
  const at = rows.findIndex(row => row.contains(document.activeElement))
  const next = rows[at + step]?.querySelector<HTMLElement>('.dup-acts button')
  if (!next) return
  event.preventDefault()
  next.focus()
}

/** 重复档案: pairs of files that may be of one person. They are compared, merged or put aside; nothing is merged by itself. */
export function Duplicates() {
  const { slice, show } = useDuplicatesStore()
  const { pairs, summary, error, retry, more } = usePairs(slice)
  const [, go] = useLocation()
  const edits = useMay()('cadres.edit')
  const dismissal = usePairDismissal()
  const counts = summary?.counts
  const open = counts ? counts.certain + counts.likely + counts.look : 0
  return (
    <Page
      title="重复档案"
      note={counts && `${count(open)} 对可能是同一人`}
      actions={
        <Button icon={<Icon name="left" size={16} />} onClick={() => go('/cadres')}>
          干部名册
        </Button>
      }
    >
      <div className="dup-page">
        <div className="dup-filter">
          <Segmented
            aria-label="处理情况"
            options={[
              { value: 'open', label: `待处理${counts ? ` ${count(open)}` : ''}` },
              { value: 'dismissed', label: `已认定不是同一人${counts ? ` ${count(counts.dismissed)}` : ''}` },
            ]}
            value={slice.dismissed ? 'dismissed' : 'open'}
            onChange={value => show({ sureness: null, dismissed: value === 'dismissed' })}
          />
          {!slice.dismissed && (
            <div className="cad-chips" role="group" aria-label="把握">
              {DuplicateSureness.options.map(sureness => (
                <button
                  key={sureness}
                  type="button"
                  className="cad-chip"
                  aria-pressed={slice.sureness === sureness}
                  onClick={() => show({ ...slice, sureness: slice.sureness === sureness ? null : sureness })}
                >
                  {duplicateTitles[sureness]} {count(counts?.[sureness] ?? 0)}
                </button>
              ))}
            </div>
          )}
        </div>
        <MergedStrip />
        <Card className="dup-card">
          {error !== null && <ErrorNote error={error} onRetry={retry} />}
          {!summary && error === null && <Loading />}
          {summary?.total === 0 && (
            <Nothing
              dismissed={slice.dismissed}
              onAll={slice.sureness !== null ? () => show({ ...slice, sureness: null }) : undefined}
            />
          )}
          {pairs.length > 0 && (
            <div className="dup-scroll">
              <ul aria-label="可能重复的档案" onKeyDown={walkPairs}>
                {pairs.map(pair => (
                  <PairRow key={`${pair.first.id} ${pair.second.id}`} pair={pair} edits={edits} dismissal={dismissal} />
                ))}
              </ul>
              {more && summary && (
                <p className="dup-more">
                  已列出 {count(pairs.length)} 对
                  <Button kind="link" size="small" onClick={more}>
                    再列一些（共 {count(summary.total)} 对）
                  </Button>
                </p>
              )}
            </div>
          )}
        </Card>
      </div>
      {dismissal.dialog}
    </Page>
  )
}

function Nothing({ dismissed, onAll }: { dismissed: boolean; onAll: (() => void) | undefined }) {
  if (onAll) return <EmptyState title="没有这样的重复档案" action={<Button onClick={onAll}>看全部</Button>} />
  if (dismissed)
    return <EmptyState title="还没有认定过" hint="认定不是同一人的两份档案列在这里，连同理由，可以取消认定。" />
  return (
    <EmptyState
      title="没有发现重复的档案"
      hint="按身份证号、姓名和出生年月查找。新增、修改和导入以后自动重新查找，可能重复的列在这里。"
    />
  )
}

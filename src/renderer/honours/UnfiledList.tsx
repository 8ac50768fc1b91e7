import { App, Checkbox } from 'antd'
import { useState } from 'react'
import type { CadreId } from '../../shared/cadres/cadres'
import { showDate } from '../../shared/dates/partial-date'
import type { HonourId } from '../../shared/honours/honours'
import { api } from '../api/client'
import { useRows } from '../api/query'
import { useMay } from '../api/session'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { StateMark } from '../ui/marks'
import { ReasonDialog } from '../ui/ReasonDialog'
import { EmptyState, ErrorNote, Loading } from '../ui/states'

const PAGE = 60
interface ListProps {
  readonly unitId: string | null
  readonly cadreId: CadreId | null
}
type Way = 'toFile' | 'fromFile'

/** Honours that the file does not tell, and revoked ones that it still tells. Each goes over when an officer says so. */
export function UnfiledList({ unitId, cadreId }: ListProps) {
  const edits = useMay()('cadres.edit')
  const { message } = App.useApp()
  const list = useRows('honours', 'inRegister', { unitId, cadreId }, PAGE)
  const [picked, setPicked] = useState<ReadonlySet<HonourId>>(new Set())
  const [way, setWay] = useState<Way | null>(null)
  const [undo, setUndo] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  const chosen = list.rows.filter(({ honourId }) => picked.has(honourId))
  const [write, remove] = [chosen.filter(({ revoked }) => !revoked), chosen.filter(({ revoked }) => revoked)]
  const pick = (ids: readonly HonourId[], on: boolean): void => {
    const next = new Set(picked)
    for (const id of ids) {
      if (on) next.add(id)
      else next.delete(id)
    }
    setPicked(next)
  }
  async function carryOut(reason: string): Promise<void> {
    const ids = (way === 'fromFile' ? remove : write).map(({ honourId }) => honourId)
    const { batchId, count } =
      way === 'fromFile' ? await api.honours.fromFile({ ids, reason }) : await api.honours.toFile({ ids, reason })
    setUndo(batchId)
    setPicked(new Set())
    void message.success(`改了 ${count} 份档案`)
  }
  return (
    <Card title="册里有、档案里没有" note={list.total === undefined ? undefined : `${list.total} 项`}>
      {edits && ((list.total ?? 0) > 0 || undo !== null) && (
        <div className="hon-bar">
          <Checkbox
            checked={list.rows.length > 0 && list.rows.every(({ honourId }) => picked.has(honourId))}
            onChange={({ target }) =>
              pick(
                list.rows.map(({ honourId }) => honourId),
                target.checked,
              )
            }
          >
            选中列出的
          </Checkbox>
          <Button
            kind="primary"
            size="small"
            reason={write.length === 0 ? '先勾选要写进档案的' : undefined}
            onClick={() => setWay('toFile')}
          >
            写进档案{write.length > 0 ? `（${write.length} 项）` : ''}
          </Button>
          {list.rows.some(({ revoked }) => revoked) && (
            <Button
              size="small"
              reason={remove.length === 0 ? '先勾选已撤销的' : undefined}
              onClick={() => setWay('fromFile')}
            >
              移出已撤销的{remove.length > 0 ? `（${remove.length} 项）` : ''}
            </Button>
          )}
          {undo !== null && (
            <Button
              kind="link"
              size="small"
              onClick={() => {
                setError(null)
                api.cadres.undoMany({ batchId: undo }).then(() => setUndo(null), setError)
              }}
            >
              撤销刚才的修改
            </Button>
          )}
        </div>
      )}
      {error !== null && <ErrorNote error={error} />}
      {list.isPending && <Loading />}
      {list.error && <ErrorNote error={list.error} onRetry={list.retry} />}
      {list.total === 0 && <EmptyState title="没有要写进档案的" hint="荣誉册里个人的荣誉，档案里都有。" />}
      {list.rows.map(({ honourId, cadreName, cadrePost, unitName, name, on, authority, revoked }) => (
        <div key={honourId} className="hon-pick">
          <Checkbox
            aria-label={`${cadreName}　${name}`}
            checked={picked.has(honourId)}
            disabled={!edits}
            onChange={({ target }) => pick([honourId], target.checked)}
          />
          <span>
            {cadreName}
            <small>{cadrePost || unitName}</small>
          </span>
          <span>
            {name}
            <small>{authority}</small>
          </span>
          <span>{showDate(on)}</span>
          <span>{revoked && <StateMark state="late">已撤销，档案里还有</StateMark>}</span>
        </div>
      ))}
      {list.more && (
        <div className="dd-more">
          <Button onClick={list.more}>再看一些</Button>
        </div>
      )}
      <ReasonDialog
        open={way !== null}
        title={way === 'fromFile' ? '把已撤销的荣誉移出档案' : '把荣誉写进档案'}
        consequence="每份档案的奖励改一次，任免表的奖惩情况由它生成。可以一起撤销。"
        confirmText={way === 'fromFile' ? '移出档案' : '写进档案'}
        onConfirm={carryOut}
        onClose={() => setWay(null)}
      />
    </Card>
  )
}

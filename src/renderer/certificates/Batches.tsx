import { useState } from 'react'
import { numberWords } from '../../shared/certificates/certificate-numbers.rules'
import type { NumberBatch } from '../../shared/certificates/certificates'
import { minuteWords } from '../../shared/exports/exports'
import { api } from '../api/client'
import { useRows } from '../api/query'
import { useMay } from '../api/session'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { ReasonDialog } from '../ui/ReasonDialog'
import { EmptyState, ErrorNote, Loading } from '../ui/states'

/** Its numbers from first to last, without the zeros in front: the template may count in other widths by now. */
function rangeWords({ series, first, count }: NumberBatch): string {
  const from = numberWords(series, first, 1)
  return count === 1 ? from : `${from} 至 ${numberWords(series, first + count - 1, 1)}`
}
const withdrawingWords = ({ count, printed }: NumberBatch): string =>
  `${count} 项荣誉的证书编号一起清空。${printed > 0 ? `其中 ${printed} 个已经印出，作废不再用。` : '这些号没有印过，可以重新用。'}`

/** Every batch of numbers that was given, also those that were taken back. */
export function Batches() {
  const may = useMay()
  const [withdrawing, setWithdrawing] = useState<NumberBatch>()
  const list = useRows('certificates', 'batches', {}, 80)
  const locked = may('honours.edit') ? undefined : '没有编辑荣誉的权限'
  return (
    <Card className="dd-list">
      {list.isPending && <Loading />}
      {list.error && <ErrorNote error={list.error} onRetry={list.retry} />}
      {list.total === 0 && <EmptyState title="还没有编过号" hint="在“编号和打印”里选好荣誉，再按编号。" />}
      <ul>
        {list.rows.map(batch => (
          <li key={batch.id} className="dd-row">
            <span>
              <b>{rangeWords(batch)}</b>
              <small>
                {batch.template}，{batch.count} 份，印出 {batch.printed} 份
              </small>
            </span>
            <span>
              {minuteWords(batch.at)}
              <small>{batch.byName}</small>
            </span>
            <span>
              {batch.withdrawn === null ? '有效' : `已撤回：${batch.withdrawn}`}
              <small>{batch.gap !== '' && `前面空号：${batch.gap}`}</small>
            </span>
            <span className="dd-row-acts">
              {batch.withdrawn === null && (
                <Button size="small" reason={locked} onClick={() => setWithdrawing(batch)}>
                  撤回
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {list.more && (
        <div className="dd-more">
          <Button onClick={list.more}>再看一些</Button>
        </div>
      )}
      {withdrawing && (
        <ReasonDialog
          open
          title="撤回这批编号"
          consequence={withdrawingWords(withdrawing)}
          confirmText="撤回"
          danger
          onConfirm={async reason => {
            await api.certificates.withdraw({ id: withdrawing.id, revision: withdrawing.revision, reason })
          }}
          onClose={() => setWithdrawing(undefined)}
        />
      )}
    </Card>
  )
}

import { useCallback, useState } from 'react'
import { batchPaper } from '../../shared/care-batches/batch-paper.rules'
import type { Batch, BatchSheet, Visit } from '../../shared/care-batches/care-batches'
import { Day } from '../../shared/dates/add-months'
import { today } from '../../shared/dates/today'
import type { Furniture } from '../../shared/papers/paper-page'
import { api } from '../api/client'
import { useSession } from '../api/session'
import { TableDialog } from '../papers/TableDialog'

interface SheetDialogProps {
  readonly batch: Batch
  readonly visits: readonly Visit[]
  readonly sheet: BatchSheet
  readonly onClose: () => void
}
const hints: Record<BatchSheet, string> = {
  走访名单: '走访人带在手上的名单，有计划的慰问金和慰问品。',
  慰问金发放签领表: '有慰问金的人逐行签领，合计写有大写金额。',
  信封标签: '每人一张，剪下贴在信封上；不写金额。',
}

/** A paper of a batch, looked at before it leaves. */
export function SheetDialog({ batch, visits, sheet, onClose }: SheetDialogProps) {
  const { unit } = useSession()
  const [on] = useState(() => Day.parse(today()))
  const paper = useCallback(
    (furniture: Furniture) => batchPaper(sheet, batch, visits, { unit, on }, furniture),
    [sheet, batch, visits, unit, on],
  )
  return (
    <TableDialog
      ways={{
        name: `${sheet}（${batch.title}）`,
        count: `${visits.length} 人`,
        hint: `${hints[sheet]}这次导出登记一行。`,
        draft: 'care.table',
        paper,
        partly: null,
        async save(order, options) {
          return { ...(await api.careBatches.saveSheet({ id: batch.id, sheet, ...order }, options)), notes: [] }
        },
        async print(order, options) {
          return { ...(await api.careBatches.printSheet({ id: batch.id, sheet, ...order }, options)), notes: [] }
        },
      }}
      onClose={onClose}
    />
  )
}

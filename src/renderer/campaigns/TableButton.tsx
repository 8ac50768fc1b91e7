import { useCallback, useState } from 'react'
import type { CampaignTable } from '../../shared/campaigns/boards.contract'
import type { Day } from '../../shared/dates/add-months'
import { todayDay } from '../../shared/dates/today'
import type { Furniture } from '../../shared/papers/paper-page'
import type { TablePaper } from '../../shared/papers/table-paper'
import { api } from '../api/client'
import { useMay, useSession } from '../api/session'
import { TableDialog } from '../papers/TableDialog'
import { Button } from '../ui/Button'
import { Icon } from '../ui/icons'

interface TableButtonProps {
  readonly name: string
  readonly count: string
  readonly hint: string
  readonly table: CampaignTable
  /** Said where the preview shows a part alone. */
  readonly partly?: string | undefined
  /** Has to stay the same from one rendering to the next while the table does. */
  readonly paper: (around: { unit: string; on: Day; furniture: Furniture }) => TablePaper
}

/** 打印和导出 of one of the tables, for those who may let something leave. */
export function TableButton(props: TableButtonProps) {
  const [open, setOpen] = useState(false)
  if (!useMay()('cadres.export')) return null
  return (
    <>
      <Button size="small" icon={<Icon name="print" size={14} />} onClick={() => setOpen(true)}>
        打印和导出
      </Button>
      {open && <Leaving {...props} onClose={() => setOpen(false)} />}
    </>
  )
}

function Leaving({
  name,
  count,
  hint,
  table,
  partly,
  paper: paperOf,
  onClose,
}: TableButtonProps & { onClose: () => void }) {
  const { unit } = useSession()
  const [on] = useState(todayDay)
  const paper = useCallback((furniture: Furniture) => paperOf({ unit, on, furniture }), [paperOf, unit, on])
  return (
    <TableDialog
      ways={{
        name,
        count,
        hint: `${hint}这次导出登记一行。`,
        draft: 'campaigns.table',
        paper,
        partly: partly ?? null,
        async save(order, options) {
          return { ...(await api.campaigns.saveTable({ table, ...order }, options)), notes: [] }
        },
        async print(order, options) {
          return { ...(await api.campaigns.printTable({ table, ...order }, options)), notes: [] }
        },
      }}
      onClose={onClose}
    />
  )
}

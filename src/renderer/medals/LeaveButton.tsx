import { useCallback, useState } from 'react'
import { todayDay } from '../../shared/dates/today'
import type { MedalRow, MedalTable } from '../../shared/medals/medals.contract'
import { ledgerPaper, onRoster, rosterPaper } from '../../shared/medals/tables.rules'
import type { Furniture } from '../../shared/papers/paper-page'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { useMay, useSession } from '../api/session'
import { TableDialog } from '../papers/TableDialog'
import { Button } from '../ui/Button'
import { Icon } from '../ui/icons'

interface LeaveButtonProps {
  readonly pane: '名单' | '步骤' | '台账'
  readonly year: number
  readonly unitId: string | null
  readonly rows: readonly MedalRow[]
}

/** 打印和导出: the roster of the year, or on the ledger the ledger. */
export function LeaveButton({ pane, ...props }: LeaveButtonProps) {
  const [open, setOpen] = useState(false)
  if (!useMay()('cadres.export')) return null
  const isLedger = pane === '台账'
  const named = onRoster(props.rows).length
  return (
    <>
      <Button
        icon={<Icon name="print" size={16} />}
        reason={!isLedger && named === 0 ? '还没有决定授予的人' : undefined}
        onClick={() => setOpen(true)}
      >
        {isLedger ? '打印台账' : '打印名册'}
      </Button>
      {open && <Leaving {...props} of={isLedger ? 'ledger' : 'roster'} named={named} onClose={() => setOpen(false)} />}
    </>
  )
}

type LeavingProps = Omit<LeaveButtonProps, 'pane'> & {
  readonly of: MedalTable['of']
  readonly named: number
  readonly onClose: () => void
}

function Leaving({ of, year, unitId, rows, named, onClose }: LeavingProps) {
  const { unit } = useSession()
  const [on] = useState(todayDay)
  const ledger = useCall('medals', 'ledger', {})
  const books = ledger.data
  const paper = useCallback(
    (furniture: Furniture) =>
      of === 'roster'
        ? rosterPaper(rows, year, { unit, on, furniture })
        : ledgerPaper(books?.lots ?? [], books?.awards ?? [], year, { unit, on, furniture }),
    [of, rows, books, year, unit, on],
  )
  if (!books) return null
  const table = { of, year, unitId }
  const count = of === 'roster' ? `${named} 人` : `${year} 年`
  return (
    <TableDialog
      ways={{
        name: of === 'roster' ? `${year}年“光荣在党50年”名册` : `${year}年纪念章台账`,
        count,
        hint: `${of === 'roster' ? '只列决定授予的人，核对的情况不列。' : ''}写有姓名，这次导出登记一行。`,
        draft: 'medals.table',
        paper,
        partly: null,
        async save(order, options) {
          return { ...(await api.medals.saveTable({ table, ...order }, options)), notes: [] }
        },
        async print(order, options) {
          return { ...(await api.medals.printTable({ table, ...order }, options)), notes: [] }
        },
      }}
      onClose={onClose}
    />
  )
}

import { useCallback, useState } from 'react'
import { todayDay } from '../../shared/dates/today'
import type { GrassrootsTable } from '../../shared/grassroots/grassroots.contract'
import type { Furniture } from '../../shared/papers/paper-page'
import type { TablePaper } from '../../shared/papers/table-paper'
import { api } from '../api/client'
import { useMay, useSession } from '../api/session'
import { TableDialog } from '../papers/TableDialog'
import { Button } from '../ui/Button'
import { Icon } from '../ui/icons'

interface LeaveButtonProps {
  readonly name: string
  readonly count: string
  readonly table: GrassrootsTable
  readonly small?: boolean
  /** Has to stay the same from one rendering to the next while the table does. */
  readonly paper: (around: { unit: string; on: ReturnType<typeof todayDay>; furniture: Furniture }) => TablePaper
}

/** 打印和导出 of one of the tables, for those who may let something leave. */
export function LeaveButton(props: LeaveButtonProps) {
  const [open, setOpen] = useState(false)
  if (!useMay()('cadres.export')) return null
  return (
    <>
      <Button
        size={props.small ? 'small' : 'normal'}
        icon={<Icon name="print" size={props.small ? 14 : 16} />}
        onClick={() => setOpen(true)}
      >
        打印和导出
      </Button>
      {open && <Leaving {...props} onClose={() => setOpen(false)} />}
    </>
  )
}

function Leaving({ name, count, table, paper: paperOf, onClose }: LeaveButtonProps & { onClose: () => void }) {
  const { unit } = useSession()
  const [on] = useState(todayDay)
  const paper = useCallback((furniture: Furniture) => paperOf({ unit, on, furniture }), [paperOf, unit, on])
  return (
    <TableDialog
      ways={{
        name,
        count,
        hint: '按单位列出，不含个人信息。这次导出登记一行。',
        draft: 'care.table',
        paper,
        partly: null,
        async save(order, options) {
          return { ...(await api.grassroots.saveTable({ table, ...order }, options)), notes: [] }
        },
        async print(order, options) {
          return { ...(await api.grassroots.printTable({ table, ...order }, options)), notes: [] }
        },
      }}
      onClose={onClose}
    />
  )
}

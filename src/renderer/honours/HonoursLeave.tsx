import { useCallback, useState } from 'react'
import { todayDay } from '../../shared/dates/today'
import type { HonourTable } from '../../shared/honours/honours.contract'
import { boardPaper, registerPaper } from '../../shared/honours/register-paper.rules'
import type { Furniture } from '../../shared/papers/paper-page'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { useSession } from '../api/session'
import { TableDialog } from '../papers/TableDialog'

/** So many rows are shown before the table leaves; the file and the paper hold all of them. */
const SHOWN = 300

/** The filtered register or its board on paper or in a file: it names people and is an act of the register. */
export function HonoursLeave({ table, onClose }: { readonly table: HonourTable; readonly onClose: () => void }) {
  const { unit } = useSession()
  const [on] = useState(todayDay)
  const { of, filter } = table
  const list = useCall('honours', 'list', { ...filter, offset: 0, limit: of === 'register' ? SHOWN : 1 })
  const board = useCall('honours', 'board', filter)
  const told = JSON.stringify(table)
  const paper = useCallback(
    (furniture: Furniture) => {
      const { filter: asked, of: which } = JSON.parse(told) as HonourTable
      return which === 'board'
        ? boardPaper(board.data ?? { cells: [], units: [], apart: 0 }, asked, { unit, on }, furniture)
        : registerPaper(list.data?.rows ?? [], asked, { unit, on, total: list.data?.total ?? 0 }, furniture)
    },
    [told, unit, on, list.data, board.data],
  )
  if (!list.data || !board.data) return null
  const { total } = list.data
  return (
    <TableDialog
      ways={{
        name: of === 'board' ? '荣誉统计表' : '荣誉册',
        count: `共 ${total} 项`,
        hint:
          of === 'board'
            ? '统计表只有数字。这次导出登记一行。'
            : '含姓名、单位和荣誉，按这些干部的最高密级标注。这次导出登记一行。',
        draft: 'honours.table',
        paper,
        partly: of === 'register' && total > SHOWN ? `只预览前 ${SHOWN} 项，导出的是全部 ${total} 项` : null,
        async save(order, options) {
          return { ...(await api.honours.saveTable({ table, ...order }, options)), notes: [] }
        },
        async print(order, options) {
          return { ...(await api.honours.printTable({ table, ...order }, options)), notes: [] }
        },
      }}
      onClose={onClose}
    />
  )
}

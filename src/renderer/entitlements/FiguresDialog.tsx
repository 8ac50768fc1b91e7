import { useCallback, useState } from 'react'
import type * as z from 'zod'
import { Day } from '../../shared/dates/add-months'
import { today } from '../../shared/dates/today'
import type { UnitFigures } from '../../shared/entitlements/entitlements'
import { figuresPaper } from '../../shared/entitlements/figures-paper.rules'
import type { Furniture } from '../../shared/papers/paper-page'
import { api } from '../api/client'
import { useSession } from '../api/session'
import { TableDialog } from '../papers/TableDialog'

interface FiguresDialogProps {
  readonly rows: readonly z.infer<typeof UnitFigures>[]
  readonly year: number
  readonly unitId: string | null
  readonly onClose: () => void
}

/** The figures of a year on paper or in a file. */
export function FiguresDialog({ rows, year, unitId, onClose }: FiguresDialogProps) {
  const { unit } = useSession()
  const [on] = useState(() => Day.parse(today()))
  const paper = useCallback(
    (furniture: Furniture) => figuresPaper(rows, { unit, year, on }, furniture),
    [rows, unit, year, on],
  )
  return (
    <TableDialog
      ways={{
        name: `${year}年休假体检情况`,
        count: `${rows.length} 个单位`,
        hint: '按单位列数字，不含个人信息。这次导出登记一行。',
        draft: 'care.table',
        paper,
        partly: null,
        async save(order, options) {
          return { ...(await api.entitlements.saveFigures({ year, unitId, ...order }, options)), notes: [] }
        },
        async print(order, options) {
          return { ...(await api.entitlements.printFigures({ year, unitId, ...order }, options)), notes: [] }
        },
      }}
      onClose={onClose}
    />
  )
}

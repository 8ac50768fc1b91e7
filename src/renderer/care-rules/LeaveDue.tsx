import { useCallback, useState } from 'react'
import type { CareDueFilter, CareDueRow } from '../../shared/care-rules/care-rules.contract'
import { duePaper } from '../../shared/care-rules/due-paper.rules'
import { todayDay } from '../../shared/dates/today'
import type { Furniture } from '../../shared/papers/paper-page'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { useSession } from '../api/session'
import { ListDialog, SHOWN } from '../papers/ListDialog'

interface LeaveDueProps {
  readonly of: CareDueFilter
  readonly onClose: () => void
}

/** What is due, as it is filtered, and its ways out. */
export function LeaveDue({ of, onClose }: LeaveDueProps) {
  const { unit } = useSession()
  const [on] = useState(todayDay)
  const shown = useCall('careRules', 'due', { ...of, offset: 0, limit: SHOWN })
  const paper = useCallback(
    ({ rows, total }: { rows: readonly CareDueRow[]; total: number }, furniture: Furniture) =>
      duePaper(rows, { unit, on, total }, furniture),
    [unit, on],
  )
  return (
    <ListDialog
      name="关心关爱应办清单"
      unit="项"
      hint="导出的是筛选以后的应办事项，含个人信息，按名单上干部的最高密级标注。这次导出登记一行。"
      draft="care.due"
      shown={shown}
      paper={paper}
      save={async (order, options) => ({ ...(await api.careRules.saveDue({ of, ...order }, options)), notes: [] })}
      print={async (order, options) => ({ ...(await api.careRules.printDue({ of, ...order }, options)), notes: [] })}
      onClose={onClose}
    />
  )
}

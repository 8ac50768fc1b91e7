import { useCallback } from 'react'
import type { CareRecordFilter, CareRecordRow } from '../../shared/care-records/care-records.contract'
import { recordsPaper } from '../../shared/care-records/records-paper.rules'
import type { Furniture } from '../../shared/papers/paper-page'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { useSession } from '../api/session'
import { ListDialog, SHOWN } from '../papers/ListDialog'

interface Listed {
  readonly rows: readonly CareRecordRow[]
  readonly total: number
  readonly moneyFen: number
}
interface LeaveRecordsProps {
  readonly of: CareRecordFilter
  readonly onClose: () => void
}

/** What was done in a period, and its ways out. */
export function LeaveRecords({ of, onClose }: LeaveRecordsProps) {
  const { unit } = useSession()
  const { from, to } = of
  const shown = useCall('careRecords', 'list', { ...of, offset: 0, limit: SHOWN })
  const paper = useCallback(
    ({ rows, total, moneyFen }: Listed, furniture: Furniture) =>
      recordsPaper(rows, { unit, from, to, total, moneyFen }, furniture),
    [unit, from, to],
  )
  return (
    <ListDialog
      name="关心关爱记录"
      unit="条"
      hint="导出的是筛选以后的记录，含个人信息，按名单上干部的最高密级标注。这次导出登记一行。"
      draft="care.records"
      shown={shown}
      paper={paper}
      save={async (order, options) => ({ ...(await api.careRecords.saveList({ of, ...order }, options)), notes: [] })}
      print={async (order, options) => ({ ...(await api.careRecords.printList({ of, ...order }, options)), notes: [] })}
      onClose={onClose}
    />
  )
}

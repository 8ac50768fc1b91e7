import { Modal } from 'antd'
import { useCallback } from 'react'
import { weekEnd, weekPaper } from '../../shared/care-rules/week-paper.rules'
import type { Day } from '../../shared/dates/add-months'
import type { Furniture } from '../../shared/papers/paper-page'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { useSession } from '../api/session'
import { TableDialog } from '../papers/TableDialog'
import { ErrorNote, Loading } from '../ui/states'

const MOST = 500

interface PrintWeekProps {
  readonly from: Day
  readonly unitId: string | null
  readonly onClose: () => void
}

/** The week's list as it will stand on paper, and its ways out. */
export function PrintWeek({ from, unitId, onClose }: PrintWeekProps) {
  const { unit } = useSession()
  const due = useCall('careRules', 'due', {
    states: ['late', 'due', 'soon'],
    unitId,
    cadreId: null,
    ruleId: null,
    dimension: null,
    from: null,
    until: weekEnd(from),
    offset: 0,
    limit: MOST,
  })
  const rows = due.data?.rows
  const total = due.data?.total ?? 0
  const paper = useCallback(
    (furniture: Furniture) => weekPaper(rows ?? [], { unit, from }, furniture),
    [rows, unit, from],
  )
  if (!rows || total > MOST)
    return (
      <Modal open title="一周关心关爱清单" onCancel={onClose} footer={null} width={460} centered>
        {due.isError ? (
          <ErrorNote error={due.error} onRetry={() => void due.refetch()} />
        ) : rows ? (
          <p>
            这一周有 {total} 项，一次最多打印 {MOST} 项。请先在名单上选一个单位，再打印。
          </p>
        ) : (
          <Loading />
        )}
      </Modal>
    )
  return (
    <TableDialog
      ways={{
        name: '一周关心关爱清单',
        count: `共 ${due.data?.total ?? 0} 项`,
        hint: '逾期的在前，按天列出，最后一栏手写办理情况。名单含个人信息，用后收回。这次导出登记一行。',
        draft: 'care.week',
        paper,
        partly: null,
        async save(order, options) {
          return { ...(await api.careRules.saveWeek({ of: { from, unitId }, ...order }, options)), notes: [] }
        },
        async print(order, options) {
          return { ...(await api.careRules.printWeek({ of: { from, unitId }, ...order }, options)), notes: [] }
        },
      }}
      onClose={onClose}
    />
  )
}

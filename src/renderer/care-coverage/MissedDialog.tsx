import { useCallback, useState } from 'react'
import type { CaredPerson, CareMissed } from '../../shared/care-coverage/care-coverage.contract'
import { missedPaper, missedTitle } from '../../shared/care-coverage/missed-paper.rules'
import { todayDay } from '../../shared/dates/today'
import type { Furniture } from '../../shared/papers/paper-page'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { useSession } from '../api/session'
import { TableDialog } from '../papers/TableDialog'

/** So many are shown before the list leaves; the file and the paper hold all of them. */
const SHOWN = 500
const none: readonly CaredPerson[] = []

interface MissedDialogProps {
  readonly of: CareMissed
  readonly total: number
  readonly onClose: () => void
}

/** The list on paper or in a file: it names people and is an act of the register. */
export function MissedDialog({ of, total, onClose }: MissedDialogProps) {
  const { unit } = useSession()
  const [on] = useState(todayDay)
  const shown = useCall('careCoverage', 'missed', { of, offset: 0, limit: SHOWN })
  const rows = shown.data?.rows ?? none
  const told = JSON.stringify(of)
  const paper = useCallback(
    (furniture: Furniture) => missedPaper(rows, JSON.parse(told) as CareMissed, { unit, on, total }, furniture),
    [rows, told, unit, on, total],
  )
  if (!shown.data) return null
  return (
    <TableDialog
      ways={{
        name: `${missedTitle(of)}名单`,
        count: `共 ${total} 人`,
        hint: '名单含姓名、单位和职务，按这些干部的最高密级标注。这次导出登记一行。',
        draft: 'care.missed',
        paper,
        partly: total > SHOWN ? `只预览前 ${SHOWN} 人，导出的是全部 ${total} 人` : null,
        async save(order, options) {
          return { ...(await api.careCoverage.saveMissed({ of, ...order }, options)), notes: [] }
        },
        async print(order, options) {
          return { ...(await api.careCoverage.printMissed({ of, ...order }, options)), notes: [] }
        },
      }}
      onClose={onClose}
    />
  )
}

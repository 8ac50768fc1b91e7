import { useCallback, useState } from 'react'
import type { CaredPerson, CareMissed } from '../../shared/care-coverage/care-coverage.contract'
import { missedPaper, missedTitle } from '../../shared/care-coverage/missed-paper.rules'
import { todayDay } from '../../shared/dates/today'
import type { Furniture } from '../../shared/papers/paper-page'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { useSession } from '../api/session'
import { ListDialog, SHOWN } from '../papers/ListDialog'

interface MissedDialogProps {
  readonly of: CareMissed
  readonly onClose: () => void
}

/** The people for whom nothing was done, and their ways out. */
export function MissedDialog({ of, onClose }: MissedDialogProps) {
  const { unit } = useSession()
  const [on] = useState(todayDay)
  const shown = useCall('careCoverage', 'missed', { of, offset: 0, limit: SHOWN })
  const told = JSON.stringify(of)
  const paper = useCallback(
    ({ rows, total }: { rows: readonly CaredPerson[]; total: number }, furniture: Furniture) =>
      missedPaper(rows, JSON.parse(told) as CareMissed, { unit, on, total }, furniture),
    [told, unit, on],
  )
  return (
    <ListDialog
      name={`${missedTitle(of)}名单`}
      unit="人"
      hint="名单含姓名、单位和职务，按这些干部的最高密级标注。这次导出登记一行。"
      draft="care.missed"
      shown={shown}
      paper={paper}
      save={async (order, options) => ({
        ...(await api.careCoverage.saveMissed({ of, ...order }, options)),
        notes: [],
      })}
      print={async (order, options) => ({
        ...(await api.careCoverage.printMissed({ of, ...order }, options)),
        notes: [],
      })}
      onClose={onClose}
    />
  )
}

import { useCallback, useState } from 'react'
import type { Entry } from '../../shared/care-register/care-register'
import type { RegisterFilter } from '../../shared/care-register/care-register.contract'
import { registerPaper } from '../../shared/care-register/register-paper.rules'
import { todayDay } from '../../shared/dates/today'
import type { Furniture } from '../../shared/papers/paper-page'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { useSession } from '../api/session'
import { ListDialog, SHOWN } from '../papers/ListDialog'

interface LeaveRegisterProps {
  readonly of: RegisterFilter
  readonly onClose: () => void
}

/** The lists of those who are looked after, and their ways out. */
export function LeaveRegister({ of, onClose }: LeaveRegisterProps) {
  const { unit } = useSession()
  const [on] = useState(todayDay)
  const shown = useCall('careRegister', 'list', { ...of, offset: 0, limit: SHOWN })
  const paper = useCallback(
    ({ rows, total }: { rows: readonly Entry[]; total: number }, furniture: Furniture) =>
      registerPaper(rows, { unit, on, total }, furniture),
    [unit, on],
  )
  return (
    <ListDialog
      name="关心关爱名册"
      unit="人次"
      hint="电话和详情不在名册上。含个人信息，按名单上干部的最高密级标注。这次导出登记一行。"
      draft="care.register"
      shown={shown}
      paper={paper}
      save={async (order, options) => ({ ...(await api.careRegister.saveList({ of, ...order }, options)), notes: [] })}
      print={async (order, options) => ({
        ...(await api.careRegister.printList({ of, ...order }, options)),
        notes: [],
      })}
      onClose={onClose}
    />
  )
}

import { setByIt } from '../../shared/it-policy/it-policy.rules'
import { Icon } from './icons'

/** Beside what IT has settled for this computer: nobody can change it here. */
export function LockNote({ what }: { what?: string | undefined }) {
  return (
    <span className="dd-lock">
      <Icon name="lock" size={14} />
      {setByIt}
      {what !== undefined && `：${what}`}
    </span>
  )
}

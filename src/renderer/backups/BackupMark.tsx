import { useLocation } from 'wouter'
import { backupWarnings } from '../../shared/backups/due.rules'
import { useSession } from '../api/session'
import { Icon } from '../ui/icons'
import { headWords } from './backups.words'
import './backups.css'
import { useBackupState } from './useBackupState'
import { useNow } from './useNow'

/** The last good copy, always in view, and the way to all of them. A demo is thrown away and makes none. */
export function BackupMark() {
  return useSession().demo ? null : <Mark />
}

function Mark() {
  const state = useBackupState()
  const now = useNow()
  const [, go] = useLocation()
  if (!state.data) return null
  const { text, alarm } = headWords(state.data, now)
  const said = backupWarnings(state.data, now).map(warning => warning.text)
  return (
    <button
      type="button"
      className="shell-head-button bak-mark"
      data-alarm={alarm || undefined}
      title={said.join('；') || undefined}
      onClick={() => go('/backups')}
    >
      <Icon name={alarm ? 'warning' : 'store'} size={16} />
      {text}
    </button>
  )
}

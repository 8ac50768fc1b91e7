import { useCall } from '../api/query'

/** How the copies stand; fetched anew when one is made and when anything is written. */
export const useBackupState = () => useCall('backups', 'state', {})

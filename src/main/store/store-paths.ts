import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../../shared/result'

/** Where everything of a store lies. `folder` may be copied or stolen; `machineDir` belongs to this PC alone. */
export const storeFile = (folder: string): string => join(folder, 'store.db')
export const lockFile = (folder: string): string => join(folder, 'store.lock')
export const vaultFiles = (folder: string): readonly [string, string] => [
  join(folder, 'vault-a.json'),
  join(folder, 'vault-b.json'),
]
/** The plan of a restore that is under way. */
export const restorePlan = (folder: string): string => join(folder, 'restore.json')
/** Whether a store lies in a folder, also one whose restore was interrupted. */
export const holdsStore = (folder: string): boolean =>
  [...vaultFiles(folder), restorePlan(folder)].some(file => existsSync(file))
export const backupsFolder = (folder: string): string => join(folder, 'backups')
export const ballastFile = (folder: string): string => join(folder, 'ballast.bin')
export const triesFile = (folder: string): string => join(folder, 'tries.json')

/** 20300102-030405 of an ISO instant: sorts by time and is a file name everywhere. */
export const fileStamp = (at: string): string => at.slice(0, 19).replace(/[-:]/g, '').replace('T', '-')

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A store id becomes part of file names, so nothing but a UUID may pass. */
function checked(storeId: string): string {
  if (!UUID.test(storeId)) throw new AppError('store-damaged', '数据库编号不规范')
  return storeId
}

export const secretFile = (machineDir: string, storeId: string): string =>
  join(machineDir, 'secrets', `${checked(storeId)}.key`)
export const anchorFiles = (machineDir: string, storeId: string): readonly [string, string] => [
  join(machineDir, 'anchors', `${checked(storeId)}-a.json`),
  join(machineDir, 'anchors', `${checked(storeId)}-b.json`),
]
export const machineTriesFile = (machineDir: string, storeId: string): string =>
  join(machineDir, 'tries', `${checked(storeId)}.json`)

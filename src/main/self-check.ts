import type { FromSelfCheck, ToSelfCheck } from '../shared/self-check/report'
import { checkCrypto } from './self-check/crypto'
import { checkFiles } from './self-check/files'
import { checkFolders } from './self-check/folders'
import { migrations } from './store/migrations'

/** The part of Electron's ports that is used. Like core.ts, this file alone is bound to its process. */
interface Port {
  on(event: 'message', listener: (message: { data: unknown }) => void): void
  postMessage(message: unknown): void
}
const parent = (process as unknown as { parentPort: Port }).parentPort

async function check({ userData, storeFolders, installed }: ToSelfCheck): Promise<FromSelfCheck> {
  const { checks, sqlite } = await checkCrypto()
  const folders = checkFolders(userData, storeFolders)
  return { checks: [...checks, ...folders, checkFiles(installed)], sqlite, schema: migrations.length }
}

process.on('unhandledRejection', () => process.exit(1))
parent.on('message', ({ data }) => void check(data as ToSelfCheck).then(found => parent.postMessage(found)))

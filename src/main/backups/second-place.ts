import { statSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { readIfThere, writeFileAtomic } from '../store/atomic-file'

/** Which disk is the second one is a matter of this computer, not of the store. */
const Kept = z.object({
  folder: z.string().min(1),
  /** When the newest good copy was written there: known even while the medium is away. */
  lastGoodAt: z.iso.datetime().nullable(),
})
export type KeptSecond = z.infer<typeof Kept>

const fileOf = (machineDir: string, storeId: string): string => join(machineDir, 'backups', `${storeId}.json`)

/**
 * What this computer remembers of a store's second place; undefined when none was chosen.
 * @param settled the folder that IT has settled in place of a chosen one
 */
export function readSecond(machineDir: string, storeId: string, settled?: string): KeptSecond | undefined {
  const kept = readKept(machineDir, storeId)
  if (settled === undefined || kept?.folder === settled) return kept
  return { folder: settled, lastGoodAt: null }
}

function readKept(machineDir: string, storeId: string): KeptSecond | undefined {
  try {
    return Kept.parse(JSON.parse(readIfThere(fileOf(machineDir, storeId))?.toString('utf8') ?? ''))
  } catch {
    return undefined
  }
}

export const keepSecond = (machineDir: string, storeId: string, kept: KeptSecond | null): void =>
  writeFileAtomic(fileOf(machineDir, storeId), JSON.stringify(kept))

export const isThere = ({ folder }: KeptSecond): boolean =>
  statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true

import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { makeFolder, syncFolder, writeFileAtomic } from './atomic-file'
import { toStoreError } from './store-errors'
import { fileStamp } from './store-paths'

/** What makes a store. The lock, the ballast, the book of tries and the backups stay where they are. */
const parts = ['store.db-wal', 'store.db-shm', 'store.db', 'vault-a.json', 'vault-b.json'] as const

const Plan = z.strictObject({ phase: z.enum(['aside', 'in']), aside: z.string().regex(/^set-aside-[\w-]{1,60}$/) })
type Plan = z.infer<typeof Plan>

const planFile = (folder: string): string => join(folder, 'restore.json')
/** Where the store that takes the place lies ready, whole and synced. */
export const incomingFolder = (folder: string): string => join(folder, 'restore.incoming')

function move(from: string, to: string): void {
  makeFolder(to)
  for (const name of parts) if (existsSync(join(from, name))) renameSync(join(from, name), join(to, name))
  syncFolder(to)
  syncFolder(from)
}

function carryOut(folder: string, plan: Plan): void {
  const incoming = incomingFolder(folder)
  if (plan.phase === 'aside') {
    move(folder, join(folder, plan.aside))
    writeFileAtomic(planFile(folder), JSON.stringify({ ...plan, phase: 'in' }))
  }
  move(incoming, folder)
  rmSync(incoming, { recursive: true, force: true })
  rmSync(planFile(folder), { force: true })
  syncFolder(folder)
}

/**
 * Puts what lies ready in `incomingFolder` in the place of the present store, which is set aside in a folder of its own
 * and never overwritten. Each step is a rename, and the plan of them is written first: what a kill or a power cut
 * interrupts is gone on with by `finishExchange`. Hold the store lock, with nothing of the store open.
 * @param at names the folder: set-aside-20300102-030405
 * @returns that folder's name
 */
export function exchangeStore(folder: string, at: string): string {
  const base = `set-aside-${fileStamp(at)}`
  let aside = base
  for (let n = 2; existsSync(join(folder, aside)); n++) aside = `${base}-${n}`
  try {
    syncFolder(incomingFolder(folder))
    writeFileAtomic(planFile(folder), JSON.stringify({ phase: 'aside', aside } satisfies Plan))
    carryOut(folder, { phase: 'aside', aside })
    return aside
  } catch (error) {
    throw toStoreError(error)
  }
}

/** Whether an exchange was interrupted. */
export const isExchanging = (folder: string): boolean => existsSync(planFile(folder))

/** Goes on with an exchange that was interrupted. @returns whether there was one */
export function finishExchange(folder: string): boolean {
  const file = planFile(folder)
  if (!existsSync(file)) {
    // Without a plan nothing of the present store has been touched: what was being prepared goes.
    rmSync(incomingFolder(folder), { recursive: true, force: true })
    return false
  }
  try {
    carryOut(folder, Plan.parse(JSON.parse(readFileSync(file, 'utf8'))))
    return true
  } catch (error) {
    throw toStoreError(error)
  }
}

import { existsSync, readFileSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { AppError } from '../../shared/result'
import { makeFolder, syncFolder, writeFileAtomic } from './atomic-file'
import { toStoreError } from './store-errors'
import { fileStamp, restorePlan, storeFile } from './store-paths'

/** What makes a store. The lock, the ballast, the book of tries and the backups stay where they are. */
const parts = ['store.db-wal', 'store.db-shm', 'store.db', 'vault-a.json', 'vault-b.json'] as const

const Plan = z.strictObject({ phase: z.enum(['aside', 'in']), aside: z.string().regex(/^set-aside-[\w-]{1,60}$/) })
type Plan = z.infer<typeof Plan>

const writePlan = (folder: string, plan: Plan): void => writeFileAtomic(restorePlan(folder), JSON.stringify(plan))
/** Where the store that takes the place lies ready, whole and synced. */
export const incomingFolder = (folder: string): string => join(folder, 'restore.incoming')

function move(from: string, to: string): void {
  makeFolder(to)
  for (const name of parts) if (existsSync(join(from, name))) renameSync(join(from, name), join(to, name))
  syncFolder(to)
  syncFolder(from)
}

/** What cannot be removed now hinders nobody: the next opening clears it away, and so does the next restore. */
function clearIncoming(folder: string): void {
  try {
    rmSync(incomingFolder(folder), { recursive: true, force: true, maxRetries: 3 })
  } catch {
    // Left for the next time.
  }
}

function carryOut(folder: string, plan: Plan): void {
  const incoming = incomingFolder(folder)
  const aside = join(folder, plan.aside)
  const isReady = existsSync(join(incoming, 'store.db'))
  const hasComeIn = plan.phase === 'in' && existsSync(storeFile(folder))
  if (isReady || hasComeIn) {
    if (plan.phase === 'aside') {
      move(folder, aside)
      writePlan(folder, { ...plan, phase: 'in' })
    }
    if (existsSync(incoming)) move(incoming, folder)
  } else if (existsSync(aside)) {
    // Somebody has taken away what was to come in: the present store stays, or comes back.
    if (plan.phase === 'in') writePlan(folder, { ...plan, phase: 'aside' })
    move(aside, folder)
    try {
      rmdirSync(aside)
    } catch {
      // Something else lies in it, which is nobody's business here.
    }
  }
  // The plan goes first: without it an incoming folder is something to clear away, without the folder a plan is not done.
  rmSync(restorePlan(folder), { force: true })
  syncFolder(folder)
  clearIncoming(folder)
}

/**
 * Puts what lies ready in `incomingFolder` in the place of the present store, which is set aside in a folder of its own
 * and never overwritten. Each step is a rename, and the plan of them is written first: what a kill or a power cut
 * interrupts, or a medium refuses, is gone on with by `finishExchange`: `isExchanging` then. Hold the store lock, with
 * nothing of the store open.
 * @param at names the folder: set-aside-20300102-030405
 * @returns that folder's name; empty where there was nothing to set aside
 */
export function exchangeStore(folder: string, at: string): string {
  const base = `set-aside-${fileStamp(at)}`
  let aside = base
  for (let n = 2; existsSync(join(folder, aside)); n++) aside = `${base}-${n}`
  const isEmpty = !parts.some(name => existsSync(join(folder, name)))
  try {
    syncFolder(incomingFolder(folder))
    const plan: Plan = { phase: isEmpty ? 'in' : 'aside', aside }
    writePlan(folder, plan)
    carryOut(folder, plan)
    return isEmpty ? '' : aside
  } catch (error) {
    const told = toStoreError(error)
    if (!isExchanging(folder)) throw told
    throw new AppError(told.code, `${told.message}。恢复还没有做完，什么也没有丢：排除这个原因后，再打开就会接着做完`)
  }
}

/** Whether an exchange was interrupted. */
export const isExchanging = (folder: string): boolean => existsSync(restorePlan(folder))

/** Goes on with an exchange that was interrupted. @returns whether there was one */
export function finishExchange(folder: string): boolean {
  const file = restorePlan(folder)
  if (!existsSync(file)) {
    // Without a plan nothing of the present store has been touched: what was being prepared goes.
    clearIncoming(folder)
    return false
  }
  try {
    carryOut(folder, Plan.parse(JSON.parse(readFileSync(file, 'utf8'))))
    return true
  } catch (error) {
    throw toStoreError(error)
  }
}

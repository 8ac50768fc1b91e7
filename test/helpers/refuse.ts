import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { onTestFinished } from 'vitest'

type Call = 'renameSync' | 'readFileSync' | 'rmSync' | 'fsyncSync'

/**
 * Lets calls of the file system fail as a disk, a scanner or a medium that is pulled out makes them fail.
 * @param when sees the arguments of each call @returns lets them succeed again
 */
export function refuse(call: Call, code: string, when: (...args: unknown[]) => boolean): () => void {
  const real = fs[call] as (...args: unknown[]) => unknown
  const put = (now: (...args: unknown[]) => unknown): void => {
    ;(fs as Record<string, unknown>)[call] = now
    syncBuiltinESMExports()
  }
  put((...args) => {
    if (when(...args)) throw Object.assign(new Error(`${code}: refused`), { code })
    return real(...args)
  })
  const again = (): void => put(real)
  onTestFinished(again)
  return again
}

/** Refuses the calls to a target from the `nth` one on that fits. */
export const refuseFrom = (nth: number, call: 'renameSync', code: string, target: RegExp): (() => void) => {
  let seen = 0
  return refuse(call, code, (_from, to) => target.test(String(to)) && ++seen >= nth)
}

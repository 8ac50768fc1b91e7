import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { AppError } from '../../shared/result'
import { toStoreError } from '../store/store-errors'

/** A file that the person chose: it appears whole under its name, or not at all. */
export interface GrantedFile {
  write(text: string): void
  finish(): void
  /** Takes away what was not finished. Harmless after `finish`. */
  abandon(): void
}

/** Paths never come from the page: the shell grants a token for a path that its own dialog returned, good for one use. */
export function createGrantedFiles() {
  const granted = new Map<string, string>()
  return {
    grant: (token: string, path: string): void => void granted.set(token, path),
    /** @throws AppError refused when the token was used or never given; disk-full or store-read-only on writing */
    take(token: string): GrantedFile {
      const path = granted.get(token)
      if (path === undefined) throw new AppError('refused', '请先选择保存位置')
      granted.delete(token)
      const partial = `${path}.partial`
      let handle: number | undefined = attempt(() => openSync(partial, 'w', 0o600))
      return {
        write: text => attempt(() => void writeSync(handle as number, text)),
        finish() {
          attempt(() => {
            fsyncSync(handle as number)
            closeSync(handle as number)
            handle = undefined
            renameSync(partial, path)
          })
        },
        abandon() {
          if (handle === undefined) return
          closeSync(handle)
          handle = undefined
          rmSync(partial, { force: true })
        },
      }
    },
  }
}
export type GrantedFiles = ReturnType<typeof createGrantedFiles>

function attempt<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw toStoreError(error)
  }
}

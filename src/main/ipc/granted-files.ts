import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { AppError } from '../../shared/result'
import { renameOver, syncFolder } from '../store/atomic-file'

const OWNER_ONLY_FILE = 0o600
const OWNER_ONLY_FOLDER = 0o700

/** A file that the person chose: it appears whole under its name, or not at all. */
export interface GrantedFile {
  write(part: string | Uint8Array): void
  finish(): void
  /** Takes away what was not finished. Harmless after `finish`. */
  abandon(): void
  /** Takes away what has appeared, where it could not be put on record. What it has overwritten is gone, and stays so. */
  withdraw(): void
}

/** A new folder inside one that the person chose: it appears with all its files, or not at all. */
export interface GrantedFolder {
  write(name: string, bytes: Uint8Array): void
  /** @returns the name it was given: another one than asked for when that was taken */
  finish(): string
  abandon(): void
  withdraw(): void
}

/**
 * Paths never come from the page: the shell grants a token for what a person chose, good for one use. A token to read
 * opens nothing for writing.
 */
export function createGrantedFiles() {
  const granted = new Map<string, string>()
  const readable = new Map<string, readonly string[]>()
  const unfinished = new Set<{ abandon(): void }>()

  function pathOf(token: string): string {
    const path = granted.get(token)
    if (path === undefined) throw new AppError('refused', '请先选择保存位置')
    granted.delete(token)
    return path
  }

  return {
    grant: (token: string, path: string): void => void granted.set(token, path),
    grantReading: (token: string, paths: readonly string[]): void => void readable.set(token, paths),

    /** The files and folders behind a token. @throws AppError refused when it was used or never given */
    takeReading(token: string): readonly string[] {
      const paths = readable.get(token)
      if (paths === undefined) throw new AppError('refused', '请重新选择文件')
      readable.delete(token)
      return paths
    },

    /** The place itself, for what is written by the store's own means. @throws AppError refused when it was used or never given */
    takePlace: (token: string): string => pathOf(token),

    /** @throws AppError refused when the token was used or never given, or when nothing can be written there */
    take(token: string): GrantedFile {
      const path = pathOf(token)
      const partial = `${path}.partial`
      let appeared = false
      let handle: number | undefined = attempt(() => openSync(partial, 'w', OWNER_ONLY_FILE))
      const file: GrantedFile = {
        write: part => attempt(() => writeAll(handle as number, part)),
        finish() {
          attempt(() => {
            fsyncSync(handle as number)
            closeSync(handle as number)
            handle = undefined
            const isNew = !existsSync(path)
            renameOver(partial, path)
            appeared = isNew
            settleName(dirname(path))
          })
          unfinished.delete(file)
        },
        abandon() {
          unfinished.delete(file)
          if (handle !== undefined) closeSync(handle)
          handle = undefined
          rmSync(partial, { force: true })
        },
        withdraw: () => {
          if (appeared) rmSync(path, { force: true })
        },
      }
      unfinished.add(file)
      return file
    },

    /** @throws AppError as `take` */
    takeFolder(token: string, name: string): GrantedFolder {
      const parent = pathOf(token)
      const partial = freeName(parent, `${name}.partial`)
      attempt(() => mkdirSync(join(parent, partial), { mode: OWNER_ONLY_FOLDER }))
      let appeared: string | undefined
      const folder: GrantedFolder = {
        write: (file, bytes) =>
          attempt(() => {
            // Refuses a name that is there already: nothing of this export is ever overwritten either.
            const handle = openSync(join(parent, partial, file), 'wx', OWNER_ONLY_FILE)
            try {
              writeAll(handle, bytes)
              fsyncSync(handle)
            } finally {
              closeSync(handle)
            }
          }),
        finish() {
          const final = freeName(parent, name)
          attempt(() => {
            settleName(join(parent, partial))
            renameOver(join(parent, partial), join(parent, final))
            appeared = join(parent, final)
            settleName(parent)
          })
          unfinished.delete(folder)
          return final
        },
        abandon() {
          unfinished.delete(folder)
          rmSync(join(parent, partial), { recursive: true, force: true })
        },
        withdraw: () => {
          if (appeared !== undefined) rmSync(appeared, { recursive: true, force: true })
        },
      }
      unfinished.add(folder)
      return folder
    },

    /** Called when the core ends: what was being written leaves nothing behind. */
    abandonAll(): void {
      for (const open of unfinished)
        try {
          open.abandon()
        } catch {
          // One that is held by another program must not keep the others where they lie.
        }
    },
  }
}
export type GrantedFiles = ReturnType<typeof createGrantedFiles>

/** Makes a new name survive a power cut, where the medium's file system can promise that. */
function settleName(folder: string): void {
  try {
    syncFolder(folder)
  } catch (error) {
    if (!['EINVAL', 'ENOTSUP', 'EBADF'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
  }
}

/** The name, or with （2） and so on when something of that name lies there. */
function freeName(folder: string, name: string): string {
  const [, base = name, ending = ''] = /^(.*?)(\.partial)?$/s.exec(name) ?? []
  for (let n = 1; ; n += 1) {
    const free = `${base}${n === 1 ? '' : `（${n}）`}${ending}`
    if (!existsSync(join(folder, free))) return free
  }
}

function writeAll(handle: number, part: string | Uint8Array): void {
  const bytes = typeof part === 'string' ? Buffer.from(part, 'utf8') : part
  for (let written = 0; written < bytes.length; ) written += writeSync(handle, bytes, written)
}

const reasons: readonly (readonly [pattern: RegExp, message: string])[] = [
  [/^(ENOSPC|EDQUOT)/, '所选的位置空间不足，没有留下文件。请腾出空间或换一个位置'],
  [/^(EACCES|EPERM|EROFS|ENOTDIR|EISDIR)/, '所选的位置不能写入，没有留下文件。请换一个文件夹'],
  [/^(ENOENT|ENODEV|ENXIO)/, '所选的位置已经不在，可能是移动盘被拔出。没有留下文件，请重新选择'],
  [/^(EIO|EBUSY)/, '写入所选的位置时出错，没有留下文件。请检查磁盘或换一个位置'],
]

/** The place is the person's, not the store's: the words are about it and never hold the path. */
function attempt<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    const [, message] = reasons.find(([pattern]) => pattern.test(code)) ?? []
    throw message === undefined ? error : new AppError('refused', message, { cause: code })
  }
}

import { AppError, type ErrorCode } from '../../shared/result'

const known: readonly (readonly [pattern: RegExp, code: ErrorCode, message: string])[] = [
  // A wrong key and a damaged header look the same to SQLite, so the words leave both open.
  [/^SQLITE_NOTADB/, 'store-damaged', '数据库无法读取：文件已损坏，或者密钥与文件不符'],
  [/^SQLITE_CORRUPT/, 'store-damaged', '数据库文件已损坏，请从备份恢复'],
  // SHMSIZE: the index of the log cannot grow, which is what a full disk looks like from there.
  [/^(SQLITE_FULL|SQLITE_IOERR_SHMSIZE|ENOSPC|EDQUOT)/, 'disk-full', '磁盘空间不足，本次操作没有保存'],
  [
    /^(SQLITE_READONLY|SQLITE_PERM|EROFS|EACCES|EPERM|EEXIST|ENOTDIR)/,
    'store-read-only',
    '数据库所在文件夹不可写，请检查文件夹权限',
  ],
  [/^(SQLITE_BUSY|SQLITE_LOCKED)/, 'store-in-use', '数据库正被另一个程序使用'],
  [/^(EBUSY|ETXTBSY)/, 'store-in-use', '文件正被另一个程序占用，请稍等再试'],
  [/^SQLITE_CANTOPEN/, 'store-read-only', '数据库文件无法打开，请检查文件夹权限'],
  [/^ENOENT/, 'store-missing', '找不到数据库文件'],
  // After a sync that failed nobody knows what the disk holds: the next opening tells.
  [
    /^SQLITE_IOERR_(DIR_)?FSYNC/,
    'store-damaged',
    '磁盘没有确认写入，这一步可能保存了，也可能没有。请锁定后重新登录，核对过再继续，并请检查磁盘',
  ],
  [/^SQLITE_IOERR|^EIO/, 'store-damaged', '读写磁盘时出错，请检查磁盘，必要时从备份恢复'],
  [/^SQLITE_CONSTRAINT/, 'conflict', '与已有记录冲突，没有保存'],
]

/** Any failure of the store as an AppError in Chinese. `details.cause` is the driver's code; never SQL text or a path. */
export function toStoreError(error: unknown): AppError {
  if (error instanceof AppError) return error
  const cause = (error as { code?: unknown } | null)?.code
  const text = typeof cause === 'string' ? cause : ''
  const [, code, message] =
    known.find(([pattern]) => pattern.test(text)) ?? ([/^/, 'internal', '程序内部错误'] as const)
  const result = new AppError(code, message, text === '' ? undefined : { cause: text })
  result.cause = error
  return result
}

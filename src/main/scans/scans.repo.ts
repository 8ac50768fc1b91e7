import type { AttachmentId } from '../../shared/attachments/attachments'
import { AppError } from '../../shared/result'
import type { Scan } from '../../shared/scans/scans.contract'
import type { Reads, Writes } from '../store/schema'
import type { InterviewScansTable } from './scans.table'

type Kept = Scan & { readonly sha256: string }

/** Those of a talk, the first one first, taken out ones among them. */
export async function list(db: Reads, interviewKey: number): Promise<Kept[]> {
  const rows = await db
    .selectFrom('interviewScans')
    .innerJoin('attachmentContents', 'attachmentContents.id', 'interviewScans.id')
    .innerJoin('accounts', 'accounts.id', 'interviewScans.byId')
    .select(['interviewScans.id', 'title', 'format', 'bytes', 'sha256', 'addedAt', 'removedAt'])
    .select('accounts.name as byName')
    .where('interviewKey', '=', interviewKey)
    .orderBy('addedAt')
    .orderBy('interviewScans.id')
    .execute()
  return rows.map(row => ({ ...row, sha256: row.sha256 ?? '' }))
}

/** @throws AppError not-found also for another talk's */
export async function get(db: Reads, interviewKey: number, id: AttachmentId): Promise<Kept> {
  const scan = (await list(db, interviewKey)).find(each => each.id === id)
  if (!scan) throw new AppError('not-found', '这次谈话没有这份扫描件')
  return scan
}

export const insert = async (
  db: Writes,
  interviewKey: number,
  scan: Pick<InterviewScansTable, 'id' | 'title' | 'addedAt' | 'byId'>,
): Promise<void> =>
  void (await db
    .insertInto('interviewScans')
    .values({ ...scan, interviewKey, removedAt: null, removedFor: '' })
    .execute())

export const remove = async (
  db: Writes,
  id: AttachmentId,
  { at, reason }: { at: string; reason: string },
): Promise<void> =>
  void (await db
    .updateTable('interviewScans')
    .set({ removedAt: at, removedFor: reason })
    .where('id', '=', id)
    .execute())

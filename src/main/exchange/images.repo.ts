import type { CadreId } from '../../shared/cadres/cadres'
import { AppError } from '../../shared/result'
import type { CommandContext } from '../ipc/contexts'
import type { Reads, Writes } from '../store/schema'
import { rowOfKey } from './rows'
import * as states from './states.repo'
import { hashOf } from './values'

/** What stands beside a file: rows of other modules by their keys, null where there is none, and what is known of all values. */
export interface Image {
  readonly rows: Readonly<Record<string, unknown>>
  readonly state: string | null
}
export type Side = 'before' | 'after'

const read = (text: string): Image => JSON.parse(text) as Image

export const keep = async (
  db: Writes,
  id: string,
  cadreId: CadreId,
  { before, after }: Readonly<Record<Side, Image>>,
): Promise<void> =>
  void (await db
    .insertInto('exchangeImages')
    .values({ id, cadreId, before: JSON.stringify(before), after: JSON.stringify(after) })
    .execute())

async function imageOf(db: Reads, cadreId: CadreId, id: string): Promise<Record<Side, Image> | undefined> {
  const row = await db
    .selectFrom('exchangeImages')
    .select(['before', 'after'])
    .where('id', '=', id)
    .where('cadreId', '=', cadreId)
    .executeTakeFirst()
  return row && { before: read(row.before), after: read(row.after) }
}

async function isSo(db: Reads, { rows }: Image): Promise<boolean> {
  for (const [key, value] of Object.entries(rows)) {
    const row = rowOfKey(key)
    const now = row && (await row.kind.find(db, row.id))?.value
    if (hashOf(now ?? null) !== hashOf(value)) return false
  }
  return true
}

/** As which side the rows stand now, for each image; null where somebody has changed them since. */
export async function sidesOf(db: Reads, cadreId: CadreId, ids: readonly string[]): Promise<Map<string, Side | null>> {
  const sides = new Map<string, Side | null>()
  for (const id of ids) {
    const image = await imageOf(db, cadreId, id)
    if (!image) continue
    // An image without rows stands for what is known alone, which nobody can change by hand.
    const empty = Object.keys(image.after.rows).length === 0
    sides.set(id, empty || (await isSo(db, image.after)) ? 'after' : (await isSo(db, image.before)) ? 'before' : null)
  }
  return sides
}

/** Puts one side of an image in the place of the other. */
export async function put(context: CommandContext, cadreId: CadreId, id: string, side: Side): Promise<void> {
  const { db } = context
  const image = await imageOf(db, cadreId, id)
  if (!image) throw new AppError('conflict', '数据交换的记录不完整，没有撤销任何内容')
  const other = image[side === 'before' ? 'after' : 'before']
  if (!(await isSo(db, other)))
    throw new AppError('conflict', '随数据包来的一条荣誉、关爱或谈话记录后来又改过，不能撤销')
  const { key } = await db.selectFrom('cadres').select('key').where('id', '=', cadreId).executeTakeFirstOrThrow()
  // Backwards what came last goes first: a record may hang on an event that came with it.
  const rows = Object.entries(image[side].rows)
  for (const [of, value] of side === 'before' ? rows.toReversed() : rows) {
    const row = rowOfKey(of)
    if (row) await row.kind.put(context, key, row.id, value).catch(asInUse)
  }
  await states.put(db, cadreId, image[side].state)
}

function asInUse(error: unknown): never {
  if (error instanceof Error && 'code' in error && error.code === 'SQLITE_CONSTRAINT_FOREIGNKEY')
    throw new AppError('conflict', '随数据包来的一条记录已被别处引用，不能撤销。请先去掉引用它的内容')
  throw error
}

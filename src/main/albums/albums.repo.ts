import { sql } from 'kysely'
import { type Album, type AlbumEntry, AlbumFacts, type AlbumId, type Shown } from '../../shared/albums/albums'
import type { Honour } from '../../shared/honours/honours'
import { AppError } from '../../shared/result'
import * as honours from '../honours/honours.repo'
import type { Caller } from '../ipc/contexts'
import type { Reads, Writes } from '../store/schema'

const asJson = (ids: readonly string[]) => sql<never>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`

/** Honours as they are looked at, with the portraits that their holders have. */
export async function shownOf(db: Reads, given: readonly Honour[]): Promise<Shown[]> {
  const photos = await db
    .selectFrom('photos')
    .select(['id', 'cadreId'])
    .where('shown', '=', 1)
    .where('cadreId', 'in', asJson([...new Set(given.flatMap(({ cadreId }) => cadreId ?? []))]))
    .execute()
  const photoOf = new Map<string, Shown['photoId']>(photos.map(({ cadreId, id }) => [cadreId, id]))
  return given.map(honour => ({
    id: honour.id,
    holder: honour.holder,
    name: honour.shownName,
    post: honour.holder === 'team' ? membersWords(honour) : honour.post,
    unitId: honour.unitId,
    unitName: honour.unitName,
    honour: honour.name,
    kind: honour.kind,
    level: honour.level,
    authority: honour.authority,
    on: honour.on,
    deeds: honour.deeds,
    posthumous: honour.posthumous,
    cadreId: honour.cadreId,
    photoId: photoOf.get(honour.cadreId ?? '') ?? null,
  }))
}
/** 单雄信、叶知秋等 9 人. */
function membersWords({ members }: Honour): string {
  const names = members.slice(0, 3).map(({ name }) => name)
  return members.length > names.length ? `${names.join('、')}等 ${members.length} 人` : names.join('、')
}

export async function entriesOf(db: Reads, id: AlbumId): Promise<AlbumEntry[]> {
  return db
    .selectFrom('albumEntries')
    .select(['honourId', 'text'])
    .where('albumId', '=', id)
    .orderBy('position')
    .execute()
}

/** Those of an album's honours that may still be shown, within the scope, in its order. */
export async function stillShown(db: Reads, caller: Caller, entries: readonly AlbumEntry[]): Promise<Honour[]> {
  const found: Honour[] = []
  for (const { honourId } of entries) {
    const honour = await honours.get(db, caller, honourId).catch(missing)
    if (honour && !honour.revoked) found.push(honour)
  }
  return found
}
function missing(error: unknown): undefined {
  if (error instanceof AppError && error.code === 'not-found') return undefined
  throw error
}

const albums = (db: Reads) =>
  db
    .selectFrom('albums')
    .innerJoin('accounts', 'accounts.id', 'albums.byId')
    .where('removedFor', 'is', null)
    .select(['albums.id', 'facts', 'albums.at', 'albums.revision', 'accounts.name as byName'])

/** @throws AppError not-found */
export async function get(db: Reads, id: AlbumId): Promise<Album> {
  const row = await albums(db).where('albums.id', '=', id).executeTakeFirst()
  if (!row) throw new AppError('not-found', '没有这本风采录')
  const { facts, ...rest } = row
  return { ...AlbumFacts.parse(JSON.parse(facts)), ...rest, entries: await entriesOf(db, id) }
}

/** The latest first. */
export async function list(db: Reads) {
  const rows = await albums(db)
    .select(sql<number>`(SELECT count(*) FROM album_entries WHERE album_id = albums.id)`.as('people'))
    .orderBy('albums.at', 'desc')
    .execute()
  return rows.map(({ facts, revision: _revision, ...row }) => {
    const { title, subtitle } = AlbumFacts.parse(JSON.parse(facts))
    return { ...row, title, subtitle }
  })
}

export async function putEntries(db: Writes, id: AlbumId, entries: readonly AlbumEntry[]): Promise<void> {
  await db.deleteFrom('albumEntries').where('albumId', '=', id).execute()
  for (const [position, entry] of entries.entries())
    await db
      .insertInto('albumEntries')
      .values({ albumId: id, position, ...entry })
      .execute()
}

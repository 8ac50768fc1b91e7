import { AlbumFacts, AlbumId } from '../../shared/albums/albums'
import { AppError } from '../../shared/result'
import { markOf } from '../honours/honour-marks'
import * as honours from '../honours/honours.repo'
import type { CommandContext, CoreHandlers } from '../ipc/contexts'
import * as photos from '../photos/photos.repo'
import * as repo from './albums.repo'
import { saveAlbum } from './save.job'

const subjectOf = (id: AlbumId) => ({ subject: `albums:${id}` })
async function unchanged({ db }: CommandContext, { id, revision }: { id: AlbumId; revision: number }) {
  const album = await repo.get(db, id)
  if (album.revision !== revision) throw new AppError('conflict', '这本风采录刚被别人改过，请重新打开再改')
  return album
}

export const albumsHandlers: CoreHandlers['albums'] = {
  async wall({ db, caller }, asked) {
    const { rows, total } = await honours.list(db, caller, { ...asked, revoked: false })
    return { rows: await repo.shownOf(db, rows), total }
  },
  async years({ db }) {
    const rows = await db
      .selectFrom('honours')
      .select('year')
      .distinct()
      .where('removedFor', 'is', null)
      .where('revokedOn', 'is', null)
      .orderBy('year', 'desc')
      .execute()
    return rows.map(({ year }) => year)
  },
  async portrait({ db, caller }, { id }) {
    const { cadreId, revoked } = await honours.get(db, caller, id)
    const photoId = cadreId === null || revoked ? null : await photos.shownOf(db, cadreId)
    return cadreId === null || photoId === null ? null : photos.get(db, cadreId, photoId)
  },

  list: ({ db }) => repo.list(db),
  async get({ db, caller }, { id }) {
    const album = await repo.get(db, id)
    const found = await repo.stillShown(db, caller, album.entries)
    return { album, shown: await repo.shownOf(db, found), gone: album.entries.length - found.length }
  },
  async add({ db, caller, now, newId, record }, facts) {
    const id = AlbumId.parse(newId())
    record(subjectOf(id))
    const at = new Date(now()).toISOString()
    await db
      .insertInto('albums')
      .values({ id, facts: JSON.stringify(facts), removedFor: null, byId: caller.id, at, revision: 1 })
      .execute()
    return repo.get(db, id)
  },
  async change(context, { id, revision, facts, entries }) {
    const { db, caller, record } = context
    record({ ...subjectOf(id), details: `收入 ${entries.length} 项` })
    const album = await unchanged(context, { id, revision })
    const known = new Set(album.entries.map(({ honourId }) => honourId))
    for (const { honourId } of entries) {
      if (known.has(honourId)) continue
      const { revoked } = await honours.get(db, caller, honourId)
      if (revoked) throw new AppError('refused', '已撤销的荣誉不收进风采录')
    }
    await db
      .updateTable('albums')
      .set({ facts: JSON.stringify(AlbumFacts.parse(facts)), revision: revision + 1 })
      .where('id', '=', id)
      .execute()
    await repo.putEntries(db, id, entries)
    return repo.get(db, id)
  },
  async remove(context, { id, revision, reason }) {
    const { db, record } = context
    record({ ...subjectOf(id), reason })
    await unchanged(context, { id, revision })
    await db
      .updateTable('albums')
      .set({ removedFor: reason, revision: revision + 1 })
      .where('id', '=', id)
      .execute()
    return {}
  },
  async mark({ db, caller }, { id }) {
    return markOf(db, await repo.stillShown(db, caller, await repo.entriesOf(db, id)))
  },
  save: saveAlbum,
}

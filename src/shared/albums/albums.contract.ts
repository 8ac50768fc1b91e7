import * as z from 'zod'
import { Reason } from '../accounts/accounts'
import { ExportEntry } from '../exports/exports'
import { ExportOrder } from '../exports/exports.contract'
import { HonourFilter, HonourId } from '../honours/honours'
import { command, job, query } from '../ipc/define'
import { target } from '../papers/papers.contract'
import { Photo } from '../photos/photos'
import { SecrecyMark } from '../secrecy/secrecy.rules'
import { Album, AlbumEntry, AlbumFacts, AlbumId, MOST_ENTRIES, Shown } from './albums'

const read = { needs: 'honours.read' } as const
const edit = { needs: 'honours.edit' } as const
const one = { id: AlbumId, revision: z.int().min(1) }
const entries = z
  .array(AlbumEntry)
  .max(MOST_ENTRIES)
  .refine(list => new Set(list.map(({ honourId }) => honourId)).size === list.length, '同一项荣誉只收一次')

export const albumsContract = {
  /** What hangs on the wall: what is in force, the latest first. Revoked honours are never among them. */
  wall: query(
    HonourFilter.omit({ revoked: true }).extend({ offset: z.int().min(0), limit: z.int().min(1).max(500) }),
    z.object({ rows: z.array(Shown), total: z.int() }),
    { title: '查看荣誉墙', ...read },
  ),
  /** Years in which something was given, the latest first. */
  years: query(z.object({}), z.array(z.int()), { title: '查看荣誉年度', ...read }),
  /** The portrait of the person who holds an honour, for whoever may see the honour. */
  portrait: query(z.object({ id: HonourId }), Photo.nullable(), { title: '查看荣誉照片', ...read }),

  list: query(
    z.object({}),
    z.array(Album.pick({ id: true, title: true, subtitle: true, at: true, byName: true }).extend({ people: z.int() })),
    { title: '查看风采录', ...read },
  ),
  /** With the honours that it may still show; those that were revoked or taken out since are counted. */
  get: query(z.object({ id: AlbumId }), z.object({ album: Album, shown: z.array(Shown), gone: z.int() }), {
    title: '查看一本风采录',
    ...read,
  }),
  add: command(AlbumFacts, Album, { title: '新建风采录', ...edit }),
  change: command(z.object({ ...one, facts: AlbumFacts, entries }), Album, { title: '修改风采录', ...edit }),
  remove: command(z.object({ ...one, reason: Reason }), z.object({}), { title: '删除风采录', ...edit }),
  /** What a copy must bear at the least. */
  mark: query(z.object({ id: AlbumId }), SecrecyMark, { title: '查看风采录的密级', ...read }),
  /** One PDF at the place that the person chose. Registers itself. */
  save: job(
    z.object({ id: AlbumId, ...ExportOrder.pick({ reason: true, recipient: true, mark: true }).shape, target }),
    z.object({ entry: ExportEntry, pages: z.int() }),
    { title: '保存风采录', leaves: 'plain', ...edit },
  ),
}

import { albumContent } from '../../shared/albums/album-content.rules'
import { bleed } from '../../shared/albums/album-sheet'
import { AlbumFacts } from '../../shared/albums/albums'
import { fileTitle } from '../../shared/exports/exports'
import type { Pictures } from '../../shared/papers/paper-protocol'
import { type Photo, PhotoId } from '../../shared/photos/photos'
import { AppError } from '../../shared/result'
import { carryOut, goOn } from '../exports/outgoing'
import { markOf } from '../honours/honour-marks'
import type { CoreHandlers } from '../ipc/contexts'
import { furnitureOf } from '../papers/sheets'
import * as photos from '../photos/photos.repo'
import { listWithin } from '../units/units.repo'
import * as repo from './albums.repo'

/** So many pages stand at a time with their pictures: more share the fonts' parts, and fewer hold less memory. */
const TOGETHER = 12

/** An album as one PDF: laid out once, its pages drawn and read a part at a time. It bears the secrecy mark and the line of the register. */
export const saveAlbum: CoreHandlers['albums']['save'] = async (context, { id, target, ...order }) => {
  const { db, caller, signal, progress, gatehouse } = context
  const { options } = gatehouse
  const album = await repo.get(db, id)
  const found = await repo.stillShown(db, caller, album.entries)
  if (found.length === 0) throw new AppError('refused', '风采录里还没有人，先选人再保存')
  const shown = await repo.shownOf(db, found)
  const units = (await listWithin(db, caller.scope)).map(unit => unit.id)
  const content = albumContent(AlbumFacts.parse(album), album.entries, shown, units)
  const photoOf = new Map(shown.map(({ id: key, cadreId, photoId }) => [key as string, { cadreId, photoId }]))

  async function picturesFor(keys: readonly string[]): Promise<Pictures> {
    const pictures: Record<string, Photo> = {}
    for (const key of keys) {
      const { cadreId = null, photoId = null } = photoOf.get(key) ?? {}
      if (cadreId !== null && photoId !== null) pictures[key] = await photos.get(db, cadreId, PhotoId.parse(photoId))
    }
    return pictures
  }
  let laidPages = 0
  const { entry } = await carryOut(
    context,
    {
      ...order,
      kind: 'album-pdf',
      people: found.length,
      least: await markOf(db, found),
      sensitive: [],
      namePattern: '',
      more: album.title,
    },
    () => options.files.take(target),
    async (file, act) => {
      const run = await options.press.open()
      try {
        const { pages, pictures = [] } = await run.lay({ kind: 'album', content, furniture: furnitureOf(act) })
        laidPages = pages
        const parts: Uint8Array[] = []
        for (let from = 0; from < pages; from += TOGETHER) {
          await goOn(signal)
          const to = Math.min(from + TOGETHER, pages)
          await run.show({ from, to }, await picturesFor(pictures.slice(from, to).flat()))
          parts.push(await run.pdf())
          progress({ done: to, total: pages, note: '正在排版风采录' })
        }
        // Joining needs room: the window gives back its own before it.
        run.close()
        const { joined } = await import('../papers/joined')
        file.write(await joined(parts, fileTitle(act), () => goOn(signal), album.bleed ? bleed : undefined))
        await goOn(signal)
      } finally {
        run.close()
      }
      return found.length
    },
  )
  return { entry, pages: laidPages }
}

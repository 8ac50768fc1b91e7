import { AlbumFacts } from '../../shared/albums/albums'
import { HonourId } from '../../shared/honours/honours'
import type { DemoPart } from '../demo/parts'
import { albumsHandlers } from './albums.handlers'

const PEOPLE = 14
const TEAMS = 4
const foreword =
  '一年来，全区干部扎根一线，把急难险重当作考场，把群众满意当作答卷。这本画册收入的，是其中的一部分人和事：没有惊天动地的话，多是一件一件办成的事。谨以此向实干者致敬。'
const numerals = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** An album of the last decision that stands already: persons with a file first, then teams. */
export const albumsPart: DemoPart = {
  name: 'albums',
  channel: 'albums.add',
  async add(context) {
    const { db, city } = context
    const rows = await db
      .selectFrom('honours')
      .select(['id', 'holder', 'year', 'cadreKey'])
      .where('kind', '=', '出彩型')
      .where('revokedOn', 'is', null)
      .where('removedFor', 'is', null)
      .orderBy('year', 'desc')
      .orderBy('id')
      .execute()
    const year = rows[0]?.year
    if (year === undefined) return
    const latest = rows.filter(row => row.year === year)
    const chosen = [
      ...latest.filter(({ holder, cadreKey }) => holder === 'person' && cadreKey !== null).slice(0, PEOPLE),
      ...latest.filter(({ holder }) => holder === 'team').slice(0, TEAMS),
    ]
    const unit = city.root.name
    const facts = AlbumFacts.parse({
      title: '出彩风采录',
      subtitle: `${year}年度“出彩型”好干部好团队`,
      unit,
      on: `${[...String(year)].map(digit => numerals[Number(digit)]).join('')}年七月`,
      foreword,
      back: '',
      layout: 'two',
      paper: 'A4',
      bleed: false,
      chapters: 'kind',
    })
    const { id, revision } = await albumsHandlers.add(context, facts)
    const entries = chosen.map(row => ({ honourId: HonourId.parse(row.id), text: null }))
    await albumsHandlers.change(context, { id, revision, facts, entries })
  },
}

import { BatchId } from '../../shared/care-batches/care-batches'
import { Day } from '../../shared/dates/add-months'
import { festivalOn } from '../../shared/dates/lunar'
import type { DemoPart } from '../demo/parts'
import { dayNow } from '../ipc/clock'
import { putBatch, putVisit } from './care-batches.repo'

const PEOPLE = 12
const YUAN = 100

/** The visits before the next Spring Festival, planned and not begun. */
export const careBatchesPart: DemoPart = {
  name: 'care-batches',
  channel: 'careBatches.add',
  async add({ db, caller, now, city, stream }) {
    const random = stream(0)
    const year = Number(dayNow({ now }).slice(0, 4)) + 1
    const id = BatchId.parse(random.uuid())
    const until = festivalOn(year, '除夕') ?? Day.parse(`${year}-01-31`)
    await putBatch(db, {
      id,
      title: `${year}年元旦春节走访`,
      occasion: '元旦春节',
      budgetFen: 10_000 * YUAN,
      source: '行政经费',
      approvedBy: '部务会',
      fromDay: Day.parse(`${year}-01-05`),
      toDay: until,
      state: '进行中',
      byId: caller.id,
      at: new Date(now()).toISOString(),
      revision: 1,
    })
    const places = new Set(Array.from({ length: PEOPLE }, () => random.int(0, city.size - 1)))
    for (const [position, place] of [...places].entries()) {
      const cadre = await db
        .selectFrom('cadres')
        .select('key')
        .where('id', '=', city.personAt(place).cadre.id)
        .executeTakeFirst()
      if (!cadre) continue
      await putVisit(db, {
        batchId: id,
        cadreKey: cadre.key,
        position,
        visitor: random.chance(0.5) ? '部领导' : '干部科',
        plannedFen: 800 * YUAN,
        goods: random.chance(0.4) ? '米、油' : '',
        result: '待走访',
        visitedOn: null,
        visitedBy: '',
        givenFen: 0,
        givenGoods: '',
        voucher: '',
        remark: '',
        recordId: null,
        revision: 1,
      })
    }
  },
}

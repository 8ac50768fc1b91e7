import { addDays, Day } from '../../shared/dates/add-months'
import { noFacts, TakeId } from '../../shared/entitlements/entitlements'
import type { DemoPart } from '../demo/parts'
import { dayNow } from '../ipc/clock'
import { addTake, putYear } from './entitlements.repo'

/** Enough for the boards to look like a year; a city of ten thousand is not filled to the last. */
const MOST = 1200

/** This year's leave, checks and 疗休养 as far as the year has come. */
export const entitlementsPart: DemoPart = {
  name: 'entitlements',
  channel: 'entitlements.add',
  async add({ db, caller, now, city, stream }) {
    const on = dayNow({ now })
    const year = Number(on.slice(0, 4))
    const first = Day.parse(`${year}-01-01`)
    const gone = (Date.parse(on) - Date.parse(first)) / 86_400_000
    const at = new Date(now()).toISOString()
    for (let place = 0; place < Math.min(MOST, city.size); place += 1) {
      const random = stream(place)
      const { id } = city.personAt(place).cadre
      const cadre = await db.selectFrom('cadres').select('key').where('id', '=', id).executeTakeFirst()
      if (!cadre) continue
      const past = (least: number): Day => addDays(first, Math.floor((gone * random.int(least, 100)) / 100))
      if (random.chance(0.72))
        await putYear(db, {
          ...noFacts,
          cadreKey: cadre.key,
          year,
          checkOn: past(10),
          checkPlace: '区人民医院',
          byId: caller.id,
          at,
          revision: 1,
        })
      for (let take = random.int(0, 3); take > 0; take -= 1) {
        const from = addDays(first, Math.floor((gone * (take * 25 + random.int(0, 15))) / 100))
        const retreat = take === 3 && random.chance(0.3)
        await addTake(db, {
          id: TakeId.parse(random.uuid()),
          cadreKey: cadre.key,
          year,
          kind: retreat ? '疗休养' : '年休假',
          fromDay: from,
          toDay: addDays(from, 4),
          days: random.int(2, 5),
          typed: 1,
          place: '',
          costFen: null,
          overReason: '',
          byId: caller.id,
          at,
        })
      }
    }
  },
}

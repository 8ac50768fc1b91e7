import { EvidenceId, type PlanFacts } from '../../shared/care-measures/care-measures'
import { shippedMeasure } from '../../shared/care-measures/care-measures.rules'
import { type CareMeasureKey, shippedCareMeasures } from '../../shared/care-measures/measures.data'
import { addDays, Day } from '../../shared/dates/add-months'
import type { DemoPart, PartContext } from '../demo/parts'
import type { Random } from '../demo/random'
import { dayNow } from '../ipc/clock'
import * as catalogue from './catalogue.repo'
import * as plans from './plans.repo'

/** What is planned for a year: how often, by which month, whose, and what is done each time for how many people. */
type Told = readonly [target: number | string, month: number, owner: string, what: string, people: number]

/** Everything is invented. What is left out has no plan yet, and the places without a name stay without one. */
const told: Partial<Record<CareMeasureKey, Told>> = {
  'political-1': [6, 12, '干部教育科', '举办政治理论专题读书班', 60],
  'political-2': [4, 12, '机关党建科', '组织到党性教育基地开展现场教学', 45],
  'political-4': [4, 12, '办公室', '召开干部代表座谈会，听取意见建议', 22],
  'political-5': [2, 10, '组织科', '组织党代表视察重点项目', 30],
  'political-6': ['领导班子成员与分管干部每年至少谈一次', 12, '干部科', '', 0],
  'political-7': [1, 7, '组织科', '举行“光荣在党50年”纪念章颁发仪式', 26],
  'political-8': [2, 12, '干部科', '表彰先进典型并组织事迹巡回报告', 180],
  'career-2': [3, 12, '干部科', '选派干部到镇街、项目一线实践锻炼', 18],
  'career-3': [8, 12, '干部教育科', '举办专业能力培训班', 55],
  'career-4': ['镇街空编补齐到九成以上', 12, '公务员科', '新录用公务员分配到镇街', 24],
  'career-5': ['落实镇街补贴政策', 9, '公务员科', '', 0],
  'work-1': [1, 6, '干部监督科', '修订容错纠错工作细则', 0],
  'work-3': [2, 12, '干部监督科', '为受到失实举报的干部召开澄清会', 12],
  'work-4': ['发文、会议、督查都在限额以内', 12, '办公室', '', 0],
  'life-1': [4, 10, '老干部科', '安排一线干部疗休养', 20],
  'life-2': [1, 9, '办公室', '组织干部职工年度健康查体', 320],
  'life-3': [4, 12, '机关工会', '举办干部职工健步走、乒乓球比赛', 130],
  'life-4': [4, 12, '机关工会', '举办心理健康讲座', 90],
  'life-5': ['镇街食堂、值班宿舍全部达到完好', 11, '办公室', '完成镇街值班宿舍取暖改造', 35],
  'life-6': [4, 12, '老干部科', '走访老党员老干部', 40],
  'life-7': [2, 12, '组织科', '发放困难党员帮扶资金', 28],
  'life-8': [3, 12, '组织科', '走访因公殉职和因公伤残党员家庭', 9],
}
/** Owners without which the catalogue would look as it ships. */
const settled: readonly CareMeasureKey[] = ['political-1', 'political-6', 'life-1', 'life-2', 'life-6', 'life-7']

async function addPlan(
  context: PartContext,
  key: CareMeasureKey,
  year: number,
  [target, month, owner]: Told,
): Promise<void> {
  const plan: PlanFacts = {
    target: typeof target === 'number' ? target : null,
    countOf: '次',
    goal: typeof target === 'string' ? target : '',
    owner,
    dueOn: addDays(Day.parse(`${month === 12 ? year + 1 : year}-${String((month % 12) + 1).padStart(2, '0')}-01`), -1),
    notes: '',
    settledOn: null,
  }
  const by = { id: context.caller.id, at: new Date(context.now()).toISOString() }
  await plans.put(context.db, { key, year }, { ...plan, revision: 1 }, by)
}

/** Spread over the year up to now; what ends early has mostly been done. */
async function addEvidence(
  { db, caller, now, city }: PartContext,
  key: CareMeasureKey,
  [target, , , what, people]: Told,
  random: Random,
): Promise<void> {
  if (what === '') return
  const on = dayNow({ now })
  const passed = Math.floor((Date.parse(on) - Date.parse(`${on.slice(0, 4)}-01-01`)) / 86_400_000)
  const wanted = typeof target === 'number' ? target : 2
  const share = Math.min(1, passed / 330)
  const count = Math.min(wanted, Math.max(0, Math.round(wanted * share) - (random.chance(0.3) ? 1 : 0)))
  const places = city.units.filter(({ kind }) => kind === 'town' || kind === 'street')
  for (let each = 0; each < count; each += 1) {
    const day = addDays(on, -Math.min(passed, Math.floor(((count - each) * passed) / (count + 1)) + random.int(0, 6)))
    await db
      .insertInto('careMeasureEvidence')
      .values({
        id: EvidenceId.parse(random.uuid()),
        measureKey: key,
        onDay: day,
        what,
        people: people === 0 ? 0 : people + random.int(0, Math.ceil(people / 4)),
        unitId: key === 'life-5' && places.length > 0 ? random.pick(places).id : null,
        byId: caller.id,
        at: `${day}T02:00:00.000Z`,
        revision: 1,
      })
      .execute()
  }
}

/** A year of the 29 measures: what was planned, what was done, what is late. */
export const careMeasuresPart: DemoPart = {
  name: 'care-measures',
  channel: 'careMeasures.plan',
  async add(context) {
    const { db, caller, now, stream } = context
    const year = Number(dayNow({ now }).slice(0, 4))
    const random = stream(0)
    const by = { id: caller.id, at: new Date(now()).toISOString(), reason: '核定责任单位' }
    for (const measure of shippedCareMeasures) {
      const plan = told[measure.key]
      if (!plan) continue
      if (settled.includes(measure.key))
        await catalogue.put(db, { ...shippedMeasure(measure), owner: plan[2], version: 1 }, by)
      await addPlan(context, measure.key, year, plan)
      await addEvidence(context, measure.key, plan, random)
    }
  },
}

import { addDays, Day } from '../../shared/dates/add-months'
import { BurdenId, type BurdenKind } from '../../shared/grassroots/burdens'
import { type FacilityState, shippedFacilityKinds } from '../../shared/grassroots/facilities'
import type { UnitId } from '../../shared/units/units'
import type { DemoPart, PartContext } from '../demo/parts'
import type { Random } from '../demo/random'
import { dayNow } from '../ipc/clock'
import * as burdens from './burdens.repo'
import * as facilities from './facilities.repo'

/** Everything here is invented: states, titles, caps and sums. */
const states: readonly FacilityState[] = ['完好', '完好', '完好', '完好', '简陋', '需修', '没有', '在建']
const plans: Partial<Record<string, string>> = {
  kitchen: '更换灶具，增设职工餐位',
  dormitory: '改造值班宿舍',
  heating: '更换取暖制冷设备',
  bath: '新建浴室',
  'hot-water': '安装热水设备',
  activity: '整修活动室',
  parking: '新划车位',
  toilet: '改造卫生间',
}
const sent: readonly (readonly [BurdenKind, perYear: number, titles: readonly string[], senders: readonly string[]])[] =
  [
    [
      '发文',
      34,
      ['做好值班值守工作的通知', '开展环境整治的通知', '报送工作总结的通知', '做好防汛准备的通知'],
      ['区委办公室', '区政府办公室', '区农业农村局'],
    ],
    [
      '会议',
      22,
      ['重点工作调度会', '安全生产视频会', '信访工作例会', '项目建设推进会'],
      ['区委办公室', '区政府办公室', '区应急局'],
    ],
    ['督查检查考核', 9, ['重点工作督查', '安全生产检查', '年度考核实地核查'], ['区委督查室', '区应急局']],
    ['报表', 26, ['月度进度表', '在册人员统计表', '隐患排查台账'], ['区统计局', '区人社局', '区应急局']],
    ['调研', 5, ['基层治理调研', '年轻干部成长调研'], ['区委研究室', '区委组织部']],
  ]
const caps: readonly (readonly [BurdenKind, number])[] = [
  ['发文', 28],
  ['会议', 20],
  ['督查检查考核', 6],
]
/** Average yuan of an office and of streets and towns in the last year told. */
const pay: readonly (readonly [level: string, office: number, grassroots: number, people: number])[] = [
  ['乡科级正职', 148_000, 143_500, 3],
  ['乡科级副职', 131_000, 132_400, 7],
  ['科员及以下', 106_000, 103_800, 21],
]

async function addFacilities({ db, caller }: PartContext, unitId: UnitId, on: Day, random: Random): Promise<void> {
  const by = { id: caller.id, at: `${on}T02:00:00.000Z` }
  for (const { key } of shippedFacilityKinds) {
    if (key === 'other' || random.chance(0.06)) continue
    const before = random.pick(states)
    const began = addDays(on, -random.int(150, 330))
    const plan = before === '完好' ? undefined : plans[key]
    const facts = {
      unitId,
      kind: key,
      note: '',
      planWhat: plan ?? '',
      planDueOn: plan === undefined ? null : addDays(on, random.int(-60, 200)),
      planFen: plan === undefined ? null : random.int(3, 60) * 1_000_000,
      planOwner: plan === undefined ? '' : '机关事务服务中心',
    }
    await facilities.put(db, { ...facts, state: before, on: began }, 1, by)
    if (before !== '完好' && random.chance(0.45))
      await facilities.put(
        db,
        { ...facts, state: '完好', on: addDays(on, -random.int(5, 120)), note: '已完工验收' },
        2,
        by,
      )
  }
}

async function addBurdens(
  { db, caller }: PartContext,
  towns: readonly UnitId[],
  year: number,
  last: Day,
  random: Random,
): Promise<void> {
  const days = Math.floor((Date.parse(last) - Date.parse(`${year}-01-01`)) / 86_400_000)
  for (const [kind, perYear, titles, senders] of sent)
    for (let each = 0; each < Math.round((perYear * days) / 365); each += 1) {
      const id = BurdenId.parse(random.uuid())
      const onDay = addDays(Day.parse(`${year}-01-01`), random.int(0, days))
      const title = `${random.pick(titles)}（第 ${each + 1} 号）`
      await db
        .insertInto('burdens')
        .values({
          id,
          kind,
          onDay,
          title,
          sender: random.pick(senders),
          byId: caller.id,
          at: `${onDay}T02:00:00.000Z`,
          revision: 1,
        })
        .execute()
      const some = random.chance(0.7) ? towns : random.sample(towns, Math.ceil(towns.length / 2))
      await burdens.sendTo(db, id, some)
    }
}

async function addPay(
  { db, caller, now }: PartContext,
  towns: readonly UnitId[],
  last: number,
  random: Random,
): Promise<void> {
  const at = new Date(now()).toISOString()
  for (let back = 0; back < 4; back += 1)
    for (const [place, [level, office, grassroots, people]] of pay.entries()) {
      const earlier = 1 - back * 0.035
      const row = { year: last - back, level, byId: caller.id, at, revision: 1 }
      const put = (subject: string, unitId: UnitId | null, side: '街镇' | '机关', yuan: number, count: number) =>
        db
          .insertInto('payFigures')
          .values({
            ...row,
            id: random.uuid(),
            subject,
            unitId,
            side,
            averageFen: Math.round(yuan) * 100,
            people: count,
          })
          .execute()
      await put('机关', null, '机关', office * earlier, 60 * (place + 1))
      for (const unitId of towns)
        await put(unitId, unitId, '街镇', grassroots * earlier - back * 2_600 + random.int(-3_500, 3_500), people)
    }
}

/** Streets and towns with their facilities, two years of what was sent to them, and what they earn. */
export const grassrootsPart: DemoPart = {
  name: 'grassroots',
  channel: 'grassroots.addBurdens',
  async add(context) {
    const { db, caller, city, stream, now } = context
    const on = dayNow({ now })
    const year = Number(on.slice(0, 4))
    const towns = city.units.filter(({ kind }) => kind === 'town' || kind === 'street').map(({ id }) => id)
    if (towns.length === 0) return
    for (const [at, unitId] of towns.entries()) await addFacilities(context, unitId, on, stream(at))
    const random = stream(towns.length)
    await addBurdens(context, towns, year - 1, Day.parse(`${year - 1}-12-31`), random)
    await addBurdens(context, towns, year, on, random)
    for (const [kind, cap] of caps)
      await db
        .insertInto('burdenCaps')
        .values({
          kind,
          fromYear: year,
          version: 1,
          cap,
          source: '区为基层减负专项工作方案',
          status: 'CONFIRMED(P)',
          changedAt: new Date(now()).toISOString(),
          changedBy: caller.id,
          reason: '年初核定',
        })
        .execute()
    await addPay(context, towns, year - 1, random)
  },
}

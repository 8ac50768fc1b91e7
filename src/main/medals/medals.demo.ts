import { Day } from '../../shared/dates/add-months'
import { PartialDate } from '../../shared/dates/partial-date'
import { medalTerm } from '../../shared/medals/medal-year.rules'
import { MemberFacts as Facts, type MemberFacts, MemberId, noMedalFacts } from '../../shared/medals/medals'
import { medalSteps } from '../../shared/medals/medals.data'
import type { DemoPart, PartContext } from '../demo/parts'
import { dayNow } from '../ipc/clock'
import { ledgerActs } from './ledger-acts'
import { medalsHandlers } from './medals.handlers'
import { insertMember } from './medals.repo'

/** Invented people: name, sex, how many months before the 1 July of the year's border 党龄 began, and what is special. */
const people: readonly (readonly [
  name: string,
  sex: '男' | '女',
  before: number,
  more?: Partial<Record<keyof MemberFacts, string>>,
])[] = [
  ['柏永年', '男', 2],
  ['闵桂枝', '女', 3],
  ['诸葛长庚', '男', 4],
  ['滕秀峦', '女', 5],
  ['郁守田', '男', 6],
  ['简玉茹', '女', 8],
  ['尚庆丰', '男', 9],
  ['卞月娥', '女', 11],
  // In July itself: the day decides.
  ['伍仲秋', '男', 0],
  // Left and joined again, both in time.
  ['卓振邦', '男', 60, { leftOn: '1972', rejoinedOn: '1975-03' }],
  ['单云岫', '女', 7, { concern: '组织关系转来不久，原始档案没有到' }],
  // Of the next years.
  ['詹维舟', '男', -4],
  ['甘若梅', '女', -28],
]
/** Of whom it is not known when they joined. */
const undated = ['邬有道', '蓝采薇'] as const
/** Who was given one the year before. */
const earlier = ['谷万春', '庄淑仪', '詹大经'] as const

/** Between April 1969 and August 1977 there was no probation. */
const LAST_WITHOUT = '1977-07'
function datesOf(year: number, before: number): Pick<MemberFacts, 'partyJoined' | 'partyFull'> {
  const months = (year - medalTerm.value.years) * 12 + 6 - before
  const month = (count: number): PartialDate =>
    PartialDate.parse(`${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`)
  const start = month(months)
  return start <= LAST_WITHOUT
    ? { partyJoined: start, partyFull: null }
    : { partyJoined: month(months - 12), partyFull: start }
}

async function enter(context: PartContext, place: number, facts: object): Promise<MemberId> {
  const { city, stream, db, caller, now } = context
  const random = stream(place)
  const towns = city.units.filter(({ kind }) => kind === 'town' || kind === 'street')
  const unit = random.pick(towns)
  const id = MemberId.parse(random.uuid())
  const taken = Facts.parse({
    ...noMedalFacts,
    name: '',
    sex: null,
    birth: `${1949 + random.int(0, 6)}-${String(random.int(1, 12)).padStart(2, '0')}`,
    unitId: unit.id,
    branch: random.pick(['离退休干部党支部', '东街社区第一党支部', '前进村党支部', '供销社退休党支部']),
    partyJoined: null,
    partyFull: null,
    note: '',
    ...facts,
  })
  await insertMember(db, id, taken, { byId: caller.id, at: new Date(now()).toISOString() })
  return id
}

/** The year before: decided, received, handed over, one by way of the family. */
async function lastYear(context: PartContext, year: number): Promise<void> {
  const refs: { of: 'member'; id: MemberId }[] = []
  for (const [at, name] of earlier.entries()) {
    const id = await enter(context, 100 + at, { name, ...datesOf(year, 3 + at) })
    refs.push({ of: 'member', id })
  }
  const on = Day.parse(`${year}-06-28`)
  await ledgerActs.addLot(context, { kind: '领取', count: 5, on: Day.parse(`${year}-06-18`), note: '市委组织部' })
  await medalsHandlers.decide(context, { year, people: refs, decision: '授予', reason: '' })
  await ledgerActs.hand(context, {
    year,
    people: refs.map((ref, at) => ({
      ref,
      medalNo: `${year}-${String(at + 1).padStart(4, '0')}`,
      on,
      by: '镇街党（工）委',
      to: at === 2 ? ('家属' as const) : ('本人' as const),
      receiver: at === 2 ? '儿子 詹小川' : '',
    })),
  })
  await ledgerActs.addLot(context, { kind: '盘点', count: 2, on: Day.parse(`${year}-12-30`), note: '年底清点' })
  for (const { key, by } of medalSteps)
    await medalsHandlers.settleStep(context, { year, step: key, done: true, on: Day.parse(`${year}-${by}`), note: '' })
}

/** Old members of streets and towns: the list of this year is open, that of the year before is done. */
export const medalsPart: DemoPart = {
  name: 'medals',
  channel: 'medals.addMembers',
  async add(context) {
    const year = Number(dayNow(context).slice(0, 4))
    await lastYear(context, year - 1)
    for (const [at, [name, sex, before, more]] of people.entries())
      await enter(context, at, { name, sex, ...datesOf(year, before), ...more })
    for (const [at, name] of undated.entries()) await enter(context, 50 + at, { name })
  },
}

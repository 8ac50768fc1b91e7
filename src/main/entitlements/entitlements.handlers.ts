import type { CadreId } from '../../shared/cadres/cadres'
import { addDays, type Day } from '../../shared/dates/add-months'
import { showDate } from '../../shared/dates/partial-date'
import { countWorkDays, type WorkCalendar } from '../../shared/dates/work-days'
import { type EntitlementRow, type NewCheck, type NewTake, TakeId } from '../../shared/entitlements/entitlements'
import { AppError } from '../../shared/result'
import { calendarIn } from '../holidays/holidays.repo'
import { dayNow } from '../ipc/clock'
import type { CommandContext, CoreHandlers } from '../ipc/contexts'
import { type AgainstStandards, againstStandards, placesOf } from './against-standards'
import * as entitlements from './entitlements.repo'
import { countOf, figuresOf, grouped, rowsOf, shows } from './figures'
import { printFigures, saveFigures } from './figures.job'

const bare = ({ key: _key, unitId: _unit, ...row }: entitlements.KeyedRow): EntitlementRow => row

/** Working days of a take by the calendar. @throws AppError refused where a year has no table: nothing is guessed */
function daysOf({ from, to, days }: Pick<NewTake, 'from' | 'to' | 'days'>, calendar: WorkCalendar): number {
  if (days !== null) return days
  const counted = countWorkDays(addDays(from, -1), to, calendar)
  if (counted.kind === 'count') return counted.count
  throw new AppError('refused', `${counted.year} 年的放假安排还没有导入，工作日数不出来，请直接填天数`)
}

async function addOne(
  context: CommandContext,
  take: NewTake,
  calendar: WorkCalendar,
  against: AgainstStandards,
): Promise<void> {
  const { db, caller, now, newId } = context
  const { key, name, workStart, trashedAt } = await entitlements.keyOf(db, caller.scope, take.cadreId)
  if (trashedAt !== null) throw new AppError('refused', `${name}的档案在回收站里，先恢复再登记`)
  if (take.to < take.from) throw new AppError('refused', `${name}：结束日期早于开始日期`)
  const others = await entitlements.takesOf(db, take.cadreId, key)
  const clash = others.find(({ from, to }) => from <= take.to && to >= take.from)
  if (clash)
    throw new AppError(
      'refused',
      `${name}在 ${showDate(clash.from)} 至 ${showDate(clash.to)} 已登记${clash.kind}，日期重叠`,
    )
  const days = daysOf(take, calendar)
  const overReason =
    take.kind === '疗休养'
      ? await against.retreat(name, { ...take, days }, others, entitlements.partial(workStart))
      : ''
  await entitlements.addTake(db, {
    id: TakeId.parse(newId()),
    cadreKey: key,
    year: take.year,
    kind: take.kind,
    fromDay: take.from,
    toDay: take.to,
    days,
    typed: take.days === null ? 0 : 1,
    place: take.place,
    costFen: take.costFen,
    overReason,
    byId: caller.id,
    at: new Date(now()).toISOString(),
  })
}

async function noteYear(
  { db, caller, now }: CommandContext,
  cadreId: CadreId,
  year: number,
  change: Partial<Awaited<ReturnType<typeof entitlements.yearOf>>>,
): Promise<number> {
  const { key } = await entitlements.keyOf(db, caller.scope, cadreId)
  const noted = await entitlements.yearOf(db, key, year)
  const revision = noted.revision + 1
  const at = new Date(now()).toISOString()
  await entitlements.putYear(db, { ...noted, ...change, cadreKey: key, year, byId: caller.id, at, revision })
  return revision
}

const checkAhead = (on: Day | null, { now }: Pick<CommandContext, 'now'>): void => {
  if (on !== null && on > dayNow({ now })) throw new AppError('refused', '体检日期还没有到')
}
/** One check of somebody who has none in that year: a day that is noted is corrected on the person's own page, with a reason. */
async function checkOne(
  context: CommandContext,
  { cadreId, on, place, costFen }: NewCheck,
  against: AgainstStandards,
): Promise<void> {
  const { db, caller } = context
  checkAhead(on, context)
  const year = Number(on.slice(0, 4))
  const { key, name } = await entitlements.keyOf(db, caller.scope, cadreId)
  const { checkOn } = await entitlements.yearOf(db, key, year)
  if (checkOn !== null)
    throw new AppError('refused', `${name} ${year} 年已登记体检（${showDate(checkOn)}），要更正请到本人的休假体检页`)
  against.check(name, on, costFen)
  await noteYear(context, cadreId, year, { checkOn: on, checkPlace: place, checkFen: costFen })
}

export const entitlementsHandlers: CoreHandlers['entitlements'] = {
  async board(context, { year, unitId, show, offset, limit }) {
    const all = await rowsOf(context, year, unitId)
    const chosen = all.filter(shows[show])
    return {
      rows: chosen.slice(offset, offset + limit).map(bare),
      total: chosen.length,
      places: await placesOf(context, year),
      counts: {
        all: all.length,
        nothing: countOf(all, 'nothing'),
        frontline: countOf(all, 'frontline'),
        unchecked: countOf(all, 'unchecked'),
        resting: countOf(all, 'resting'),
      },
    }
  },

  figures: (context, { year, unitId }) => figuresOf(context, year, unitId),
  saveFigures,
  printFigures,

  async person({ db, caller, now }, { cadreId, year }) {
    const { key } = await entitlements.keyOf(db, caller.scope, cadreId)
    const [row] = await entitlements.board(db, caller.scope, {
      year,
      within: null,
      only: cadreId,
      on: dayNow({ now }),
    })
    if (!row) throw new AppError('refused', '不在职也不挂职，没有年休假')
    const { revision, ...facts } = await entitlements.yearOf(db, key, year)
    return { row: bare(row), facts, revision, takes: await entitlements.takesOf(db, cadreId, key, year) }
  },

  async note(context, { cadreId, year, revision, facts, reason }) {
    context.record({ subject: `cadres:${cadreId}`, reason })
    const { key, name } = await entitlements.keyOf(context.db, context.caller.scope, cadreId)
    const noted = await entitlements.yearOf(context.db, key, year)
    if (noted.revision !== revision) throw new AppError('conflict', '这一年的情况刚被改过，请看过再改')
    checkAhead(facts.checkOn, context)
    if (facts.overrideDays !== null && facts.overrideReason === '')
      throw new AppError('refused', '直接写定天数的，要写明依据')
    // Its own reason stands for what a standard speaks against.
    const against = await againstStandards(context, reason)
    if (facts.checkOn !== null && facts.checkFen !== noted.checkFen) against.check(name, facts.checkOn, facts.checkFen)
    return { revision: await noteYear(context, cadreId, year, facts), warnings: against.warnings }
  },

  async check(context, { cadreIds, on, place, costFen, override }) {
    const against = await againstStandards(context, override)
    for (const cadreId of cadreIds) await checkOne(context, { cadreId, on, place, costFen }, against)
    context.record({ details: `${cadreIds.length} 人` })
    return { noted: cadreIds.length, warnings: against.warnings }
  },

  async add(context, { takes, checks, override }) {
    const added = takes.length + checks.length
    if (added === 0) throw new AppError('refused', '没有要登记的')
    const calendar = await calendarIn(context.db)
    const against = await againstStandards(context, override)
    for (const take of takes) await addOne(context, take, calendar, against)
    for (const check of checks) await checkOne(context, check, against)
    context.record({ details: `${added} 条` })
    return { added, warnings: against.warnings }
  },

  async remove({ db, caller, record }, { id, reason }) {
    const take = await entitlements.takeById(db, id)
    if (!take) throw new AppError('not-found', '这条登记已经去掉了')
    await entitlements.keyOf(db, caller.scope, take.cadreId)
    record({ subject: `cadres:${take.cadreId}`, reason })
    await entitlements.removeTake(db, id)
    return {}
  },

  async match(context, { unitId, rows }) {
    const people = grouped(
      await rowsOf(context, Number((rows[0]?.from ?? '2000').slice(0, 4)), unitId),
      ({ name }) => name,
    )
    const calendar = await calendarIn(context.db)
    const counted = (from: Day, to: Day) => {
      const found = countWorkDays(addDays(from, -1), to, calendar)
      return found.kind === 'count'
        ? { days: found.count, why: '' }
        : { days: null, why: `${found.year} 年的放假安排还没有导入` }
    }
    return rows.map(({ line, name, kind, from, to }) => {
      const found = people.get(name) ?? []
      const [one] = found
      const about = one ? `${one.unitName} ${one.post}` : ''
      if (found.length !== 1 || !one)
        return {
          line,
          cadreId: null,
          about: '',
          days: null,
          why: found.length === 0 ? '这个单位里没有这个人' : `有 ${found.length} 个同名的人，请单独登记`,
        }
      return { line, cadreId: one.cadreId, about, ...(kind === '体检' ? { days: null, why: '' } : counted(from, to)) }
    })
  },
}

import { EvidenceId } from '../../shared/care-measures/care-measures'
import { mayEvidence, mayKeepMeasure, mayPlan, shippedMeasure } from '../../shared/care-measures/care-measures.rules'
import { type CareMeasureKey, shippedCareMeasures } from '../../shared/care-measures/measures.data'
import { Day } from '../../shared/dates/add-months'
import { daysOfYear } from '../../shared/dates/year'
import { AppError, insist } from '../../shared/result'
import type { UnitId } from '../../shared/units/units'
import * as accounts from '../accounts/accounts.repo'
import { dayNow, instantOf } from '../ipc/clock'
import type { CommandContext, CoreHandlers, QueryContext } from '../ipc/contexts'
import { seenUnit } from '../posts/posts.repo'
import { boardOf } from './board'
import { printBoard, saveBoard } from './board.job'
import * as catalogue from './catalogue.repo'
import * as evidence from './evidence.repo'
import * as plans from './plans.repo'

const subject = (key: CareMeasureKey): string => `careMeasures:${key}`

/** What was done is entered for what has a name, at a unit that one sees. */
async function insistEvidence(
  { db, caller, now }: CommandContext,
  key: CareMeasureKey,
  facts: { readonly on: Day; readonly unitId: UnitId | null },
): Promise<void> {
  insist(mayEvidence(facts, dayNow({ now })))
  if (facts.unitId !== null) await seenUnit(db, caller.scope, facts.unitId)
  const measure = (await catalogue.current(db)).find(each => each.key === key)
  if (measure?.title === '') throw new AppError('refused', '这一条还没有名称，先命名再登记')
}

/** Whether anything was planned for a measure or done, in any year. */
async function isUsed(db: QueryContext['db'], key: CareMeasureKey): Promise<boolean> {
  const plan = await db.selectFrom('careMeasurePlans').select('year').where('measureKey', '=', key).executeTakeFirst()
  if (plan) return true
  const done = await db.selectFrom('careMeasureEvidence').select('id').where('measureKey', '=', key).executeTakeFirst()
  return done !== undefined
}

/** A piece of evidence as it was read. @throws AppError conflict when somebody changed it meanwhile */
async function unchanged(context: CommandContext, id: EvidenceId, revision: number) {
  const before = await evidence.get(context.db, context.caller, id)
  context.record({ subject: subject(before.key) })
  if (before.revision !== revision) throw new AppError('conflict', '这条刚被改过，请看过再改')
  return before
}

export const careMeasuresHandlers: CoreHandlers['careMeasures'] = {
  board: (context, { year }) => boardOf(context, year),

  async versions({ db }, { key }) {
    const names = await accounts.names(db)
    const changed = (await catalogue.versions(db, key)).map(({ changedBy, ...each }) => ({
      ...each,
      byName: names.get(changedBy) ?? '',
    }))
    const shipped = shippedCareMeasures.find(measure => measure.key === key)
    if (!shipped) return changed
    return [...changed, { measure: shippedMeasure(shipped), changedAt: '', byName: '', reason: '随应用提供' }]
  },

  async change(context, { measure, version, reason }) {
    const { db, caller, record } = context
    record({ subject: subject(measure.key), reason })
    insist(mayKeepMeasure(measure))
    const present = (await catalogue.current(db)).find(({ key }) => key === measure.key)
    if (version !== present?.version) throw new AppError('conflict', '这条措施刚被改过，请重新打开再改')
    if (measure.title === '' && present.title !== '' && (await isUsed(db, measure.key)))
      throw new AppError('refused', '已有计划或者落实情况，不能改回未命名；不用了可以停用')
    const next = { ...measure, version: version + 1 }
    await catalogue.put(db, next, { id: caller.id, at: instantOf(context), reason })
    return next
  },

  async plan(context, { key, year, plan, revision, reason }) {
    const { db, caller, record } = context
    record({ subject: subject(key), details: `${year} 年`, ...(reason !== '' && { reason }) })
    insist(mayPlan(plan, year, dayNow(context)))
    const measure = (await catalogue.current(db)).find(each => each.key === key)
    if (measure?.title === '') throw new AppError('refused', '这一条还没有名称，先命名再定计划')
    const before = (await plans.ofYear(db, year)).get(key)
    if (revision !== (before?.revision ?? 0)) throw new AppError('conflict', '这份计划刚被改过，请重新打开再改')
    if (before && reason === '') throw new AppError('refused', '改计划要写明理由')
    const next = { ...plan, revision: revision + 1 }
    await plans.put(db, { key, year }, next, { id: caller.id, at: instantOf(context) })
    return next
  },

  async unplan({ db, record }, { key, year, revision, reason }) {
    record({ subject: subject(key), details: `${year} 年`, reason })
    const before = (await plans.ofYear(db, year)).get(key)
    if (!before) throw new AppError('not-found', '没有这份计划，可能刚被去掉')
    if (before.revision !== revision) throw new AppError('conflict', '这份计划刚被改过，请重新打开再看')
    await plans.remove(db, key, year)
    return {}
  },

  async takeOver(context, { year }) {
    const { db, caller, record } = context
    record({ subject: 'careMeasures', details: `${year - 1} 年到 ${year} 年` })
    const before = await plans.ofYear(db, year - 1)
    const present = await plans.ofYear(db, year)
    const asking = new Set((await catalogue.current(db)).filter(({ on }) => on).map(({ key }) => key))
    let count = 0
    for (const [key, plan] of before) {
      if (present.has(key) || !asking.has(key)) continue
      const dueOn = Day.parse(plan.dueOn.endsWith('-02-29') ? `${year}-02-28` : `${year}${plan.dueOn.slice(4)}`)
      const next = { ...plan, dueOn, settledOn: null, revision: 1 }
      await plans.put(db, { key, year }, next, { id: caller.id, at: instantOf(context) })
      count += 1
    }
    if (count === 0) throw new AppError('refused', `${year - 1} 年没有可以沿用的计划`)
    return { plans: count }
  },

  evidence: ({ db, caller }, { key, year, ...page }) => evidence.list(db, caller, key, daysOfYear(year), page),

  async addEvidence(context, { key, ...facts }) {
    const { db, caller, newId, record } = context
    record({ subject: subject(key) })
    await insistEvidence(context, key, facts)
    const id = EvidenceId.parse(newId())
    const { on, ...rest } = facts
    await db
      .insertInto('careMeasureEvidence')
      .values({ id, measureKey: key, onDay: on, ...rest, byId: caller.id, at: instantOf(context), revision: 1 })
      .execute()
    return evidence.get(db, caller, id)
  },

  async changeEvidence(context, { id, revision, facts, reason }) {
    const { db, caller, record } = context
    record({ reason })
    const { key } = await unchanged(context, id, revision)
    await insistEvidence(context, key, facts)
    const { on, ...rest } = facts
    await db
      .updateTable('careMeasureEvidence')
      .set({ onDay: on, ...rest, revision: revision + 1 })
      .where('id', '=', id)
      .execute()
    return evidence.get(db, caller, id)
  },

  async removeEvidence(context, { id, revision, reason }) {
    context.record({ reason })
    await unchanged(context, id, revision)
    await context.db.deleteFrom('careMeasureEvidence').where('id', '=', id).execute()
    return {}
  },

  saveBoard,
  printBoard,
}

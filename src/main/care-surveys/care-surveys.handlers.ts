import { surveyPaper } from '../../shared/care-surveys/survey-paper.rules'
import { answersOf, foldedUnits, mayAsk, mayKeepTotals, surveyIn } from '../../shared/care-surveys/surveys.rules'
import { AppError, insist } from '../../shared/result'
import type { UnitId } from '../../shared/units/units'
import { dayNow, instantOf } from '../ipc/clock'
import type { CommandContext, CoreHandlers, JobContext, QueryContext } from '../ipc/contexts'
import { furnitureOf } from '../papers/sheets'
import { type MakeTable, printTableOf, saveTable } from '../papers/table-leaving'
import { listWithin } from '../units/units.repo'
import { boardOf } from './board'
import * as repo from './care-surveys.repo'

/** @throws AppError not-found outside of the scope */
async function insistSeen({ db, caller }: Pick<QueryContext, 'db' | 'caller'>, unitId: UnitId): Promise<void> {
  if (!(await listWithin(db, caller.scope)).some(({ id }) => id === unitId))
    throw new AppError('not-found', '没有这个单位，或不在您的查看范围内')
}

async function unchanged(
  context: CommandContext,
  { year, unitId, revision }: { year: number; unitId: UnitId; revision: number },
): Promise<void> {
  await insistSeen(context, unitId)
  const present = (await repo.entered(context.db, null, year)).find(each => each.unitId === unitId)
  if ((present?.revision ?? 0) !== revision)
    throw new AppError('conflict', '这个单位的答卷刚被别人录入或者改过，请重新打开')
}

const tableOf =
  (context: JobContext, year: number): MakeTable =>
  async act => {
    const [root] = await listWithin(context.db, null)
    return surveyPaper(await boardOf(context, year), { unit: root?.name ?? '' }, furnitureOf(act))
  }

export const careSurveysHandlers: CoreHandlers['careSurveys'] = {
  board: (context, { year }) => boardOf(context, year),

  async entry(context, { year, unitId }) {
    const { db, caller } = context
    await insistSeen(context, unitId)
    const form = surveyIn(await repo.forms(db), year)
    const all = await repo.entered(db, caller.scope, year)
    const own = all.find(each => each.unitId === unitId)
    const folded = foldedUnits(new Map(all.map(each => [each.unitId, answersOf(each.totals, form)])))
    return { totals: own && !folded.has(unitId) ? own.totals : null, revision: own?.revision ?? 0 }
  },

  async put(context, { year, unitId, totals, revision, reason }) {
    const { db, caller, now, record } = context
    record({ subject: `careSurveys:${unitId}`, details: `${year} 年`, ...(reason !== '' && { reason }) })
    await unchanged(context, { year, unitId, revision })
    if (revision > 0 && reason === '') throw new AppError('refused', '先写修改的理由')
    if (year > Number(dayNow({ now }).slice(0, 4))) throw new AppError('refused', '这一年还没有到')
    insist(mayKeepTotals(totals, surveyIn(await repo.forms(db), year)))
    const values = { totals: JSON.stringify(totals), byId: caller.id, at: instantOf({ now }), revision: revision + 1 }
    await db
      .insertInto('careSurveyTotals')
      .values({ year, unitId, ...values })
      .onConflict(conflict => conflict.columns(['year', 'unitId']).doUpdateSet(values))
      .execute()
    return {}
  },

  async remove(context, { year, unitId, revision, reason }) {
    context.record({ subject: `careSurveys:${unitId}`, details: `${year} 年`, reason })
    await unchanged(context, { year, unitId, revision })
    await context.db.deleteFrom('careSurveyTotals').where('year', '=', year).where('unitId', '=', unitId).execute()
    return {}
  },

  async setForm({ db, caller, now, record }, { form, version, reason }) {
    record({ subject: 'careSurveys:form', reason, details: `${form.fromYear} 年起` })
    if (version !== (await repo.latestVersion(db))) throw new AppError('conflict', '题目刚被改过，请重新打开再改')
    insist(mayAsk(form, await repo.enteredYears(db)))
    await db
      .insertInto('careSurveyForms')
      .values({
        version: version + 1,
        fromYear: form.fromYear,
        body: JSON.stringify(form),
        changedAt: instantOf({ now }),
        changedBy: caller.id,
        reason,
      })
      .execute()
    return {}
  },

  saveBoard: async (context, { year, ...order }) => ({
    entry: await saveTable(context, 'care', order, tableOf(context, year)),
  }),
  printBoard: async (context, { year, ...order }) => ({
    entry: await printTableOf(context, 'care', order, tableOf(context, year)),
  }),
}

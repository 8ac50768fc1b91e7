import { capabilitiesOf } from '../../shared/accounts/roles'
import type { CadreId } from '../../shared/cadres/cadres'
import { CareReportId } from '../../shared/care-escalations/care-escalations'
import { mayInstruct, mayReport } from '../../shared/care-escalations/escalations.rules'
import { keyOfItem } from '../../shared/care-rules/due.rules'
import { stampOf } from '../../shared/dates/stamps'
import { AppError, insist } from '../../shared/result'
import * as accounts from '../accounts/accounts.repo'
import { keyOf, seenUnits } from '../cadres/cadres.repo'
import { dueHere } from '../care-rules/due.rows'
import { dayNow, instantOf } from '../ipc/clock'
import type { CoreHandlers, QueryContext } from '../ipc/contexts'
import * as repo from './care-escalations.repo'
import { countsOf, escalatedHere, toEscalations } from './escalated'

/** Accounts in use that oversee care and see the person's unit; not whoever asks. */
async function leadersFor({ db, caller }: Pick<QueryContext, 'db' | 'caller'>, cadreId: CadreId) {
  await keyOf(db, caller, cadreId)
  const { unitId } = await db.selectFrom('cadres').select('unitId').where('id', '=', cadreId).executeTakeFirstOrThrow()
  const found: { id: (typeof caller)['id']; name: string; department: string }[] = []
  for (const { id, name, department, roles, state, scope } of await accounts.list(db)) {
    if (id === caller.id || state !== 'active' || !capabilitiesOf(roles).includes('care.oversee')) continue
    const units = await seenUnits(db, scope)
    if (units === null || (unitId !== null && units.includes(unitId))) found.push({ id, name, department })
  }
  return found
}

export const careEscalationsHandlers: CoreHandlers['careEscalations'] = {
  figures: async context => countsOf(await escalatedHere(context, null)),

  async list(context, { states, unitId, owner, offset, limit }) {
    const here = await escalatedHere(context, unitId)
    const own = here.filter(({ item }) => owner === null || item.rule.owner === owner)
    const chosen = states.length === 0 ? own : own.filter(({ state }) => states.includes(state))
    return {
      rows: await toEscalations(context, chosen.slice(offset, offset + limit)),
      total: chosen.length,
      counts: countsOf(own),
      owners: [...new Set(here.map(({ item }) => item.rule.owner))].toSorted(),
    }
  },

  leaders: (context, { cadreId }) => leadersFor(context, cadreId),

  async report(context, { key, cadreId, report }) {
    const { db, caller, newId, record } = context
    const id = CareReportId.parse(newId())
    record({ subject: `careEscalations:${id}` })
    const cadreKey = await keyOf(db, caller, cadreId)
    const item = (await dueHere(context, { unitId: null, cadreId })).find(each => keyOfItem(each) === key)
    if (!item) throw new AppError('refused', '这一项已经办过或者不再应办，请刷新名单')
    const reported = (await repo.reports(db)).has(key)
    insist(mayReport(report, { late: item.state === 'late', dueOn: item.dueOn, reported }, dayNow(context)))
    const { toId, to, on, note } = report
    if (toId !== null && !(await leadersFor(context, cadreId)).some(leader => leader.id === toId))
      throw new AppError('refused', '这个账户不看关爱情况，或者看不到这个单位')
    await db
      .insertInto('careReports')
      .values({
        id,
        dueKey: key,
        cadreKey,
        dueDay: stampOf(item.dueOn),
        toId,
        toWords: toId === null ? to : '',
        onDay: stampOf(on),
        note,
        withdrawnFor: null,
        byId: caller.id,
        at: instantOf(context),
      })
      .execute()
    return { id }
  },

  async withdraw({ db, caller, record }, { id, reason }) {
    record({ subject: `careEscalations:${id}`, reason })
    const { report } = await insideScope({ db, caller }, id)
    if (report.instruction !== null) throw new AppError('refused', '已经有批示，不能撤回')
    await db.updateTable('careReports').set({ withdrawnFor: reason }).where('id', '=', id).execute()
    return {}
  },

  async instruct(context, { id, instruction: { text, wantedOn } }) {
    const { db, caller, record } = context
    record({ subject: `careEscalations:${id}` })
    const { report } = await insideScope(context, id)
    insist(mayInstruct(report, { account: caller.id, wantedOn, today: dayNow(context) }))
    await db
      .insertInto('careInstructions')
      .values({ reportId: id, text, wantedOn: stampOf(wantedOn), byId: caller.id, at: instantOf(context) })
      .execute()
    return {}
  },
}

/** @throws AppError not-found also for one about somebody outside of the scope */
async function insideScope({ db, caller }: Pick<QueryContext, 'db' | 'caller'>, id: CareReportId) {
  const found = await repo.get(db, id)
  const { cadreId } = await db
    .selectFrom('careReports')
    .innerJoin('cadres', 'cadres.key', 'careReports.cadreKey')
    .select('cadres.id as cadreId')
    .where('careReports.id', '=', id)
    .executeTakeFirstOrThrow()
  await keyOf(db, caller, cadreId)
  return found
}

import { capabilitiesOf } from '../../shared/accounts/roles'
import {
  type CareReport,
  type Escalation,
  type EscalationState,
  escalationStates,
} from '../../shared/care-escalations/care-escalations'
import { escalationState, isAnswerer } from '../../shared/care-escalations/escalations.rules'
import { type CareItem, keyOfItem } from '../../shared/care-rules/due.rules'
import { addDays, daysFrom } from '../../shared/dates/add-months'
import { dueHere, isOpen, toRows } from '../care-rules/due.rows'
import { dayNow } from '../ipc/clock'
import type { QueryContext } from '../ipc/contexts'
import { reports } from './care-escalations.repo'

interface Told {
  readonly item: CareItem
  readonly report: CareReport | undefined
  readonly state: EscalationState
}

/** What has to be told upwards, or was told and is not done yet, the longest late first. */
export async function escalatedHere(context: QueryContext, unitId: string | null): Promise<Told[]> {
  const on = dayNow(context)
  // The same days as on the workbench, so that they are reckoned once.
  const items = await dueHere(context, { unitId, cadreId: null, window: { from: on, to: addDays(on, 6) } })
  const told = await reports(context.db)
  return items
    .filter(item => item.escalated || (told.size > 0 && isOpen(item) && told.has(keyOfItem(item))))
    .map(item => {
      const report = told.get(keyOfItem(item))
      return { item, report, state: escalationState(report) }
    })
    .toSorted((a, b) => (a.item.dueOn < b.item.dueOn ? -1 : a.item.dueOn > b.item.dueOn ? 1 : 0))
}

export const countsOf = (told: readonly Told[]): Record<EscalationState, number> =>
  Object.fromEntries(
    escalationStates.map(state => [state, told.filter(each => each.state === state).length]),
  ) as Record<EscalationState, number>

/** With units and owners for all who oversee care; whom it is about for who sees people's care or was asked in person. */
export async function toEscalations(context: QueryContext, told: readonly Told[]): Promise<Escalation[]> {
  const { db, caller } = context
  const on = dayNow(context)
  const seesPeople = capabilitiesOf(caller.roles).includes('care.read')
  const rows = await toRows(
    db,
    told.map(({ item }) => item),
  )
  const byKey = new Map(rows.map(row => [row.key, row]))
  return told.flatMap(({ item, report, state }) => {
    const row = byKey.get(keyOfItem(item))
    if (!row) return []
    const wasAsked = report !== undefined && report.toId === caller.id
    return {
      key: row.key,
      title: row.title,
      owner: row.owner,
      unitId: row.unitId,
      unitName: row.unitName,
      dueOn: item.dueOn,
      daysLate: Math.max(0, daysFrom(item.dueOn, on)),
      state,
      reportedOn: report?.on ?? null,
      reportedTo: report?.toName ?? '',
      instructedOn: report?.instruction?.on ?? null,
      wantedOn: report?.instruction?.wantedOn ?? null,
      about:
        seesPeople || wasAsked
          ? { cadreId: row.cadreId, name: row.name, post: row.post, why: row.why, report: report ?? null }
          : null,
      mayInstruct: report !== undefined && isAnswerer(report, caller.id),
    }
  })
}

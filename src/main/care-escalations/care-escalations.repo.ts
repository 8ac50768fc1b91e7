import type { CadreId } from '../../shared/cadres/cadres'
import type { CareReport, CareReportId } from '../../shared/care-escalations/care-escalations'
import { careKeyForPerson } from '../../shared/care-rules/matters'
import { dayOf, type Stamp } from '../../shared/dates/stamps'
import { todayDay } from '../../shared/dates/today'
import { AppError } from '../../shared/result'
import * as accounts from '../accounts/accounts.repo'
import { cadreKeys } from '../interviews/interviews.repo'
import type { Reads, Writes } from '../store/schema'

/** Every report that stands, with its latest answer, by the key of its matter. */
export async function reports(db: Reads): Promise<ReadonlyMap<string, CareReport>> {
  const rows = await db.selectFrom('careReports').selectAll().where('withdrawnFor', 'is', null).execute()
  if (rows.length === 0) return new Map()
  const names = await accounts.names(db)
  const latest = new Map(
    (await db.selectFrom('careInstructions').selectAll().orderBy('seq').execute()).map(each => [each.reportId, each]),
  )
  return new Map(
    rows.map(({ id, dueKey, toId, toWords, onDay, note, byId }) => {
      const toName = toId === null ? toWords : (names.get(toId) ?? '')
      const answer = latest.get(id)
      const instruction = answer
        ? {
            text: answer.text,
            wantedOn: dayOf(answer.wantedOn),
            on: todayDay(new Date(answer.at)),
            byName: toId === null ? toName : (names.get(answer.byId) ?? ''),
          }
        : null
      return [
        dueKey,
        { id, toId, to: toWords, toName, on: dayOf(onDay), note, byName: names.get(byId) ?? '', instruction },
      ]
    }),
  )
}

/** Until when what was answered is wanted, and when it had been due, by the key of its matter. */
export async function wanted(db: Reads): Promise<ReadonlyMap<string, { readonly due: Stamp; readonly wanted: Stamp }>> {
  const rows = await db
    .selectFrom('careInstructions')
    .innerJoin('careReports', 'careReports.id', 'careInstructions.reportId')
    .select(['careReports.dueKey', 'careReports.dueDay', 'careInstructions.wantedOn'])
    .where('careReports.withdrawnFor', 'is', null)
    .orderBy('careInstructions.seq')
    .execute()
  return new Map(rows.map(({ dueKey, dueDay, wantedOn }) => [dueKey, { due: dueDay, wanted: wantedOn }]))
}

/** @throws AppError not-found also for one that was withdrawn */
export async function get(db: Reads, id: CareReportId): Promise<{ readonly key: string; readonly report: CareReport }> {
  for (const [key, report] of await reports(db)) if (report.id === id) return { key, report }
  throw new AppError('not-found', '没有这次上报，或者已经撤回')
}

/** What was reported follows the person when two files become one, under the key of the same matter. @returns ids */
export async function moveTo(
  db: Writes,
  from: CadreId,
  to: CadreId,
  only?: readonly string[],
): Promise<readonly string[]> {
  const keys = await cadreKeys(db, [from, to])
  const [fromKey = -1, toKey = -1] = [keys.get(from), keys.get(to)]
  const rows = await db.selectFrom('careReports').select(['id', 'dueKey']).where('cadreKey', '=', fromKey).execute()
  const moving = rows.filter(({ id }) => only?.includes(id) ?? true)
  for (const { id, dueKey } of moving)
    await db
      .updateTable('careReports')
      .set({ cadreKey: toKey, dueKey: careKeyForPerson(dueKey, fromKey, toKey) })
      .where('id', '=', id)
      .execute()
  return moving.map(({ id }) => id)
}

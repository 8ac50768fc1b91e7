import { sql } from 'kysely'
import { Cadre } from '../../shared/cadres/cadres'
import { factsOf } from '../../shared/cadres/facts.rules'
import { PartialDate } from '../../shared/dates/partial-date'
import type { RetirementDecision, Retiring, SettledTask } from '../../shared/retirements/retirements'
import { seenUnits } from '../cadres/cadres.repo'
import { keyPair, type MoveTo, moveCells, rowsOf } from '../cadres/moving'
import type { Caller } from '../ipc/contexts'
import type { Reads, Writes } from '../store/schema'
import { overrideOf } from './overrides'
import type { RetirementsTables } from './retirements.table'

/** The newest first. */
export const decisionsOf = (db: Reads, key: number): Promise<RetirementDecision[]> =>
  db
    .selectFrom('retirementDecisions')
    .innerJoin('accounts', 'accounts.id', 'retirementDecisions.byId')
    .select(['month', 'reason', 'at', 'accounts.name as byName'])
    .where('cadreKey', '=', key)
    .orderBy('version', 'desc')
    .execute()

async function tasksOf(db: Reads, keys: readonly number[]): Promise<Map<number, SettledTask[]>> {
  const rows = await db
    .selectFrom('retirementTasks')
    .selectAll()
    .where('cadreKey', 'in', sql<number>`(SELECT value FROM json_each(${JSON.stringify(keys)}))`)
    .execute()
  const found = new Map<number, SettledTask[]>(keys.map(key => [key, []]))
  for (const { cadreKey, task, state, onDay, note } of rows) found.get(cadreKey)?.push({ task, state, on: onDay, note })
  return found
}
export const tasksOfOne = async (db: Reads, key: number): Promise<SettledTask[]> =>
  (await tasksOf(db, [key])).get(key) ?? []

/** Lets queries, orders and reminders follow what was decided. */
async function followDecision(db: Writes, key: number): Promise<void> {
  const { file } = await db.selectFrom('cadreFiles').select('file').where('key', '=', key).executeTakeFirstOrThrow()
  const { retireFirst, retireLast } = factsOf(Cadre.parse(JSON.parse(file)), await overrideOf(db, key))
  await db.updateTable('cadreFacts').set({ retireFirst, retireLast }).where('key', '=', key).execute()
}

export async function putDecision(db: Writes, row: RetirementsTables['retirementDecisions']): Promise<void> {
  await db.insertInto('retirementDecisions').values(row).execute()
  await followDecision(db, row.cadreKey)
}
export const putTask = (db: Writes, row: RetirementsTables['retirementTasks']) =>
  db
    .insertInto('retirementTasks')
    .values(row)
    .onConflict(conflict => conflict.columns(['cadreKey', 'task']).doUpdateSet(row))
    .execute()
export const openTask = (db: Writes, key: number, task: SettledTask['task']) =>
  db.deleteFrom('retirementTasks').where('cadreKey', '=', key).where('task', '=', task).execute()

const monthOf = (stamp: number): PartialDate =>
  PartialDate.parse(`${Math.floor(stamp / 10_000)}-${String(Math.floor(stamp / 100) % 100).padStart(2, '0')}`)

/** Who is 在职 and comes to the age up to a day, as YYYYMMDD; the first one first. */
export async function retiring(
  db: Reads,
  { scope }: Pick<Caller, 'scope'>,
  asked: {
    readonly until: number
    readonly within: readonly string[] | null
    readonly offset: number
    readonly limit: number
  },
): Promise<{ rows: Retiring[]; total: number }> {
  const seen = await seenUnits(db, scope)
  const units = asked.within === null ? seen : asked.within.filter(id => seen === null || seen.includes(id))
  let found = db
    .selectFrom('cadreFacts')
    .innerJoin('cadres', 'cadres.key', 'cadreFacts.key')
    .leftJoin('units', 'units.id', 'cadres.unitId')
    .where('cadreFacts.trashed', '=', 0)
    .where('cadres.status', '=', '在职')
    .where('cadreFacts.retireFirst', '<=', asked.until)
  if (units !== null) found = found.where('cadres.unitId', 'in', units.length > 0 ? units : [''])
  const { total } = await found.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const people = await found
    .select([
      'cadres.key',
      'cadres.id',
      'cadres.name',
      'cadres.currentPost',
      'units.name as unitName',
      'retireFirst',
      'retireLast',
    ])
    .select(
      sql<
        string | null
      >`(SELECT month FROM retirement_decisions WHERE cadre_key = cadres.key ORDER BY version DESC LIMIT 1)`.as(
        'decided',
      ),
    )
    .orderBy('retireFirst')
    .orderBy('cadres.key')
    .offset(asked.offset)
    .limit(asked.limit)
    .execute()
  const tasks = await tasksOf(
    db,
    people.map(({ key }) => key),
  )
  return {
    total,
    rows: people.flatMap(({ key, id, name, currentPost, unitName, retireFirst, retireLast, decided }) =>
      retireFirst === null
        ? []
        : [
            {
              cadreId: id,
              name,
              post: currentPost,
              unitName: unitName ?? '',
              first: monthOf(retireFirst),
              last: monthOf(retireLast ?? retireFirst),
              decided: decided !== null,
              tasks: tasks.get(key) ?? [],
            },
          ],
    ),
  }
}

const moveDecisions = rowsOf('retirementDecisions')
/**
 * Decisions and tasks of one person to another when their files are merged, and back. Decisions go where none was made yet, so
 * that two rows of decisions are never mixed; a task that both have stays.
 */
export const moveTo: MoveTo = async (db, from, to, only) => {
  const [source, target] = await keyPair(db, from, to)
  const made = await db.selectFrom('retirementDecisions').select('id').where('cadreKey', '=', target).executeTakeFirst()
  const decided = made ? [] : await moveDecisions(db, from, to, only)
  if (decided.length > 0) for (const key of [source, target]) await followDecision(db, key)
  return [...decided, ...(await moveCells(db, 'retirementTasks', [source, target], only))]
}

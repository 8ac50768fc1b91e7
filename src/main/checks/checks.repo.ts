import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { AccountId, Scope } from '../../shared/accounts/accounts'
import type { CadreId } from '../../shared/cadres/cadres'
import type { CadreFilter } from '../../shared/cadres/cadres.contract'
import type { CheckFilter } from '../../shared/checks/checks'
import { KeySet, readKeys } from '../cadres/keys'
import { filtered, listed } from '../cadres/list'
import { remembered } from '../store/remembered'
import type { Reads, Tables, Writes } from '../store/schema'
import type { CadreFindingsTable, FindingDismissalsTable } from './checks.table'

const inUnit = (unitId: string | null): CadreFilter => ({ unitId, status: [], trashed: false })

/** Which findings a list is about. */
const meant =
  ({ rules, sureness, dismissed }: CheckFilter) =>
  (eb: ExpressionBuilder<Tables, 'cadreFindings'>): Expression<SqlBool> =>
    eb.and([
      eb('dismissalId', dismissed ? 'is not' : 'is', null),
      ...(rules.length > 0 ? [eb('rule', 'in', rules)] : []),
      ...(sureness.length > 0 ? [eb('sureness', 'in', sureness)] : []),
    ])

/** Findings by rule and sureness, whichever of both the list is narrowed to. What changed since its check does not count. */
export async function countsOf(db: Reads, scope: Scope, { unitId, dismissed }: CheckFilter) {
  return (await filtered(db, scope, inUnit(unitId)))
    .innerJoin('cadreChecks', 'cadreChecks.key', 'cadreFacts.key')
    .innerJoin('cadreFindings', 'cadreFindings.key', 'cadreFacts.key')
    .where('cadreFindings.dismissalId', dismissed ? 'is not' : 'is', null)
    .select(['cadreFindings.rule', 'cadreFindings.sureness'])
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .groupBy(['cadreFindings.rule', 'cadreFindings.sureness'])
    .execute()
}

/** Everybody in whose file there are such findings, in the order of the unit tree, then of the unit. */
export async function keysWith(db: Reads, scope: Scope, filter: CheckFilter): Promise<Uint32Array> {
  const { unitId, ...findings } = filter
  const having = await remembered(db, `findings ${JSON.stringify(findings)}`, async () => {
    const found = await db
      .selectFrom('cadreFindings')
      .where(meant(filter))
      .where('key', 'in', checked => checked.selectFrom('cadreChecks').select('cadreChecks.key'))
      .select([sql<string>`json_group_array(DISTINCT key)`.as('keys'), sql<number>`max(key)`.as('highest')])
      .executeTakeFirst()
    return new KeySet(readKeys(found?.keys), found?.highest ?? 0)
  })
  const all = await listed(db, scope, inUnit(unitId), { by: 'unit', descending: false })
  return all.filter(key => having.has(key))
}

export const peopleOf = (db: Reads, keys: readonly number[]) =>
  db
    .selectFrom('cadres')
    .leftJoin('units', 'units.id', 'cadres.unitId')
    .where('cadres.key', 'in', keys)
    .select(['cadres.key', 'cadres.id', 'cadres.name', 'cadres.currentPost', 'units.name as unitName'])
    .execute()

export type StoredFinding = Pick<
  CadreFindingsTable,
  'key' | 'rule' | 'sureness' | 'fields' | 'message' | 'fingerprint' | 'dismissalId'
>

/** The findings of some people that a list is about, in the order in which the rules found them. */
export const findingsOf = (db: Reads, keys: readonly number[], filter: CheckFilter): Promise<StoredFinding[]> =>
  db
    .selectFrom('cadreFindings')
    .select(['key', 'rule', 'sureness', 'fields', 'message', 'fingerprint', 'dismissalId'])
    .where('key', 'in', keys)
    .where(meant(filter))
    .orderBy('key')
    .orderBy('place')
    .execute()

export const dismissalsOf = (db: Reads, keys: readonly number[]) =>
  db
    .selectFrom('findingDismissals')
    .innerJoin('accounts', 'accounts.id', 'findingDismissals.byId')
    .selectAll('findingDismissals')
    .select('accounts.name as byName')
    .where('findingDismissals.key', 'in', keys)
    .where('findingDismissals.undoneAt', 'is', null)
    .execute()

export const addDismissal = async (
  db: Writes,
  dismissal: Omit<FindingDismissalsTable, 'undoneAt' | 'undoneById'>,
): Promise<void> =>
  void (await db
    .insertInto('findingDismissals')
    .values({ ...dismissal, undoneAt: null, undoneById: null })
    .execute())

/** @returns whether there was one that stood */
export async function undoDismissal(
  db: Writes,
  key: number,
  id: string,
  undone: { readonly undoneAt: string; readonly undoneById: AccountId },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('findingDismissals')
    .set(undone)
    .where('id', '=', id)
    .where('key', '=', key)
    .where('undoneAt', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

export const keyOf = async (db: Reads, id: CadreId): Promise<number> =>
  (await db.selectFrom('cadres').select('key').where('id', '=', id).executeTakeFirstOrThrow()).key

/** Files in sight whose last check is not of this month, or that were written since. Rules count in months. */
async function due(db: Reads, scope: Scope, unitId: string | null, month: string) {
  return (await filtered(db, scope, inUnit(unitId)))
    .leftJoin('cadreChecks', 'cadreChecks.key', 'cadreFacts.key')
    .where(({ or, eb }) => or([eb('cadreChecks.key', 'is', null), eb('cadreChecks.checkedOn', '<', month)]))
}

export async function dueKeys(db: Reads, scope: Scope, unitId: string | null, month: string, limit: number) {
  const rows = await (await due(db, scope, unitId, month)).select('cadreFacts.key').limit(limit).execute()
  return rows.map(({ key }) => key)
}

export async function countDue(db: Reads, scope: Scope, unitId: string | null, month: string): Promise<number> {
  const counted = (await due(db, scope, unitId, month)).select(sql<number>`count(*)`.as('files'))
  return (await counted.executeTakeFirstOrThrow()).files
}

export const filesOf = (db: Reads, keys: readonly number[]) =>
  db.selectFrom('cadreFiles').select(['key', 'file']).where('key', 'in', keys).execute()

/** How many findings stand open in one file, as of its last check; undefined when that is due. */
export const openCounts = (db: Reads, id: CadreId) =>
  db
    .selectFrom('cadreChecks')
    .innerJoin('cadres', 'cadres.key', 'cadreChecks.key')
    .select(['certain', 'likely', 'look'])
    .where('cadres.id', '=', id)
    .executeTakeFirst()

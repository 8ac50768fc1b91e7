import type { Scope } from '../../shared/accounts/accounts'
import type { CadreId } from '../../shared/cadres/cadres'
import type { Day } from '../../shared/dates/add-months'
import type { PartialDate } from '../../shared/dates/partial-date'
import {
  type EntitlementRow,
  noFacts,
  type Take,
  type TakeId,
  type YearFacts,
} from '../../shared/entitlements/entitlements'
import { annualLeaveIn, leaveSpan } from '../../shared/entitlements/leave.rules'
import { AppError } from '../../shared/result'
import { seenUnits } from '../cadres/cadres.repo'
import { keyPair, type MoveTo, moveCells, rowsOf } from '../cadres/moving'
import { remembered } from '../store/remembered'
import type { Reads, Writes } from '../store/schema'
import { inService } from '../talk-rules/due.repo'
import type { EntitlementsTables } from './entitlements.table'
import { frontLineOf } from './front-line.repo'

type YearRow = EntitlementsTables['entitlementYears']

async function peopleWithin(db: Reads, scope: Scope, within: readonly string[] | null) {
  const seen = await seenUnits(db, scope)
  const units = within === null ? seen : within.filter(id => seen === null || seen.includes(id))
  const from = db
    .selectFrom('cadres')
    .innerJoin('cadreFacts', 'cadreFacts.key', 'cadres.key')
    .leftJoin('units', 'units.id', 'cadres.unitId')
    .where('cadres.trashedAt', 'is', null)
    .where('cadres.status', 'in', inService)
  return units === null ? from : from.where('cadres.unitId', 'in', units.length > 0 ? units : [''])
}

const emptyYear = { ...noFacts, revision: 0 }
type Noted = YearFacts & { readonly revision: number }

/** What is noted of a year, by the key of the person. */
async function notedIn(db: Reads, year: number): Promise<Map<number, Noted>> {
  const rows = await db.selectFrom('entitlementYears').selectAll().where('year', '=', year).execute()
  return new Map(rows.map(({ cadreKey, year: _year, byId: _by, at: _at, ...facts }) => [cadreKey, facts]))
}

interface TakenDays {
  readonly leave: number
  readonly retreat: number
}
async function takenIn(db: Reads, year: number): Promise<Map<number, TakenDays>> {
  const rows = await db
    .selectFrom('entitlementTakes')
    .select(['cadreKey', 'kind', ({ fn }) => fn.sum<number>('days').as('days')])
    .where('year', '=', year)
    .groupBy(['cadreKey', 'kind'])
    .execute()
  const taken = new Map<number, TakenDays>()
  for (const { cadreKey, kind, days } of rows) {
    const known = taken.get(cadreKey) ?? { leave: 0, retreat: 0 }
    taken.set(cadreKey, kind === '年休假' ? { ...known, leave: days } : { ...known, retreat: days })
  }
  return taken
}

/** Dates of files were checked when they were saved. */
export const partial = (date: string | null): PartialDate | null => date as PartialDate | null

const entitledOf = (year: number, workStart: EntitlementRow['workStart'], { overrideDays }: YearFacts) => {
  if (overrideDays !== null) return { least: overrideDays, most: overrideDays }
  const leave = annualLeaveIn(year, workStart)
  return leave ? leaveSpan(leave) : null
}

export interface KeyedRow extends EntitlementRow {
  readonly key: number
  readonly unitId: string | null
}

interface BoardAsked {
  readonly year: number
  readonly within: readonly string[] | null
  readonly only?: CadreId
  /** The day on which somebody stands in the register. */
  readonly on: Day
}

/** Everybody in service within the scope and some units, by unit and name, with the figures of a year. Its pages share one reading. */
export const board = (db: Reads, scope: Scope, asked: BoardAsked): Promise<KeyedRow[]> =>
  remembered(db, `entitlements ${JSON.stringify([scope, asked])}`, () => readBoard(db, scope, asked))

async function readBoard(db: Reads, scope: Scope, { year, within, only, on }: BoardAsked): Promise<KeyedRow[]> {
  let found = await peopleWithin(db, scope, within)
  if (only !== undefined) found = found.where('cadres.id', '=', only)
  const people = await found
    .select([
      'cadres.key',
      'cadres.id',
      'cadres.name',
      'cadres.currentPost',
      'cadres.unitId',
      'cadres.workStart',
      'units.name as unitName',
      'cadreFacts.tags',
    ])
    .orderBy('units.name')
    .orderBy('cadres.unitOrder')
    .orderBy('cadres.nameKey')
    .execute()
  const [noted, taken] = [await notedIn(db, year), await takenIn(db, year)]
  const frontLine = await frontLineOf(db, on)
  return people.map(({ key, id, name, currentPost, unitId, unitName, workStart, tags }) => {
    const facts = noted.get(key) ?? emptyYear
    const days = taken.get(key)
    return {
      key,
      cadreId: id,
      name,
      post: currentPost,
      unitId,
      unitName: unitName ?? '',
      workStart: partial(workStart),
      entitled: entitledOf(year, partial(workStart), facts),
      carried: facts.carriedDays,
      taken: days?.leave ?? 0,
      checkOn: facts.checkOn,
      retreatDays: days?.retreat ?? 0,
      frontLine: frontLine(key, unitId, JSON.parse(tags) as string[]),
    }
  })
}

/** One person of whatever status. @throws AppError not-found also outside of the scope */
export async function keyOf(db: Reads, scope: Scope, id: CadreId) {
  const seen = await seenUnits(db, scope)
  const row = await db
    .selectFrom('cadres')
    .select(['key', 'name', 'unitId', 'workStart', 'trashedAt'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row || (seen !== null && !seen.includes(row.unitId ?? '')))
    throw new AppError('not-found', '没有这份档案，或不在您的查看范围内')
  return row
}

export async function yearOf(db: Reads, key: number, year: number): Promise<Noted> {
  const row = await db
    .selectFrom('entitlementYears')
    .selectAll()
    .where('cadreKey', '=', key)
    .where('year', '=', year)
    .executeTakeFirst()
  if (!row) return emptyYear
  const { cadreKey: _key, year: _year, byId: _by, at: _at, ...facts } = row
  return facts
}

export const putYear = (db: Writes, row: YearRow) =>
  db
    .insertInto('entitlementYears')
    .values(row)
    .onConflict(conflict => conflict.columns(['cadreKey', 'year']).doUpdateSet(row))
    .execute()

/** Those of one person, the newest first; of one year, or of all. */
export async function takesOf(db: Reads, cadreId: CadreId, key: number, year?: number): Promise<Take[]> {
  let found = db
    .selectFrom('entitlementTakes')
    .innerJoin('accounts', 'accounts.id', 'entitlementTakes.byId')
    .selectAll('entitlementTakes')
    .select('accounts.name as byName')
    .where('cadreKey', '=', key)
  if (year !== undefined) found = found.where('year', '=', year)
  const rows = await found.orderBy('fromDay', 'desc').execute()
  return rows.map(({ cadreKey: _key, byId: _by, at: _at, fromDay, toDay, typed, ...row }) => ({
    ...row,
    cadreId,
    from: fromDay,
    to: toDay,
    typed: typed === 1,
  }))
}

/** How many people have had a 疗休养 in a year, of the whole department: its places are the unit's. */
export async function retreatsUsed(db: Reads, year: number): Promise<number> {
  const { used } = await db
    .selectFrom('entitlementTakes')
    .select(({ fn }) => fn.count<number>('cadreKey').distinct().as('used'))
    .where('year', '=', year)
    .where('kind', '=', '疗休养')
    .executeTakeFirstOrThrow()
  return used
}

export const addTake = (db: Writes, row: EntitlementsTables['entitlementTakes']) =>
  db.insertInto('entitlementTakes').values(row).execute()
export const takeById = (db: Reads, id: TakeId) =>
  db
    .selectFrom('entitlementTakes')
    .innerJoin('cadres', 'cadres.key', 'entitlementTakes.cadreKey')
    .select(['entitlementTakes.id', 'cadres.id as cadreId'])
    .where('entitlementTakes.id', '=', id)
    .executeTakeFirst()
export const removeTake = (db: Writes, id: TakeId) => db.deleteFrom('entitlementTakes').where('id', '=', id).execute()

export interface EntitlementFacts {
  /** At the least; null where the start of work is not known. */
  readonly leaveEntitled: number | null
  readonly leaveTaken: number
  readonly checkDoneOn: Day | null
  readonly retreatDays: number
}

/** What reminders need of a year, by the key of everybody in service. */
export async function entitlementFacts(db: Reads, year: number): Promise<ReadonlyMap<number, EntitlementFacts>> {
  const people = await db
    .selectFrom('cadres')
    .select(['key', 'workStart'])
    .where('trashedAt', 'is', null)
    .where('status', 'in', inService)
    .execute()
  const [noted, taken] = [await notedIn(db, year), await takenIn(db, year)]
  return new Map(
    people.map(({ key, workStart }) => {
      const facts = noted.get(key) ?? emptyYear
      return [
        key,
        {
          leaveEntitled: entitledOf(year, partial(workStart), facts)?.least ?? null,
          leaveTaken: taken.get(key)?.leave ?? 0,
          checkDoneOn: facts.checkOn,
          retreatDays: taken.get(key)?.retreat ?? 0,
        },
      ]
    }),
  )
}

const moveTakes = rowsOf('entitlementTakes')
/**
 * Rows of one person to another when their files are merged, and back. A year that both have stays with the file that it was
 * noted in, since neither may write over the other.
 */
export const moveTo: MoveTo = async (db, from, to, only) => {
  const taken = await moveTakes(db, from, to, only)
  const years = only?.filter(id => id.startsWith('year ')).map(id => Number(id.slice('year '.length)))
  const moved = await moveCells(db, 'entitlementYears', await keyPair(db, from, to), years)
  return [...taken, ...moved.map(year => `year ${year}`)]
}

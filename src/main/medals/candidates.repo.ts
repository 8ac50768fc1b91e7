import { sql } from 'kysely'
import * as z from 'zod'
import { PunishmentRow } from '../../shared/cadres/cadres'
import type { PartialDate } from '../../shared/dates/partial-date'
import { dayOrNull, stampAt } from '../../shared/dates/stamps'
import type { MedalPerson } from '../../shared/medals/medal-case.rules'
import { medalTerm } from '../../shared/medals/medal-year.rules'
import { type MedalFacts, noMedalFacts, type Ref } from '../../shared/medals/medals'
import type { MedalRow } from '../../shared/medals/medals.contract'
import { seenUnits } from '../cadres/cadres.repo'
import type { Caller } from '../ipc/contexts'
import type { Reads } from '../store/schema'

/** So many years ahead people are shown. */
export const LATER_YEARS = 5
/** Nobody joins before eighteen. */
const JOINING_AGE = 18
const Punishments = z.array(PunishmentRow)

/** Somebody who may come into question, as file or ledger tell it. */
export interface Candidate
  extends Pick<MedalRow, 'ref' | 'name' | 'unitName' | 'post' | 'birth' | 'partyFull' | 'partyJoined' | 'status'> {
  /** How decisions and awards name the person. */
  readonly key: string
  readonly unitId: string | null
  readonly person: MedalPerson
  /** As entered here, and with what is known elsewhere of a death. */
  readonly facts: MedalFacts
  readonly known: MedalFacts
  readonly revision: number
  readonly visitedOn: MedalRow['visitedOn']
}
export const keyOfCadre = (cadreKey: number): string => `cadre:${cadreKey}`

const text = (path: string) => sql<string | null>`json_extract(cadre_files.file, ${sql.lit(path)})`
const mentioned = (table: 'medal_facts' | 'medal_decisions' | 'medal_awards') =>
  sql<boolean>`cadre_facts.key IN (SELECT cadre_key FROM ${sql.table(table)} WHERE cadre_key IS NOT NULL)`

/** People with files who come into question up to some years after an award year, and whomever the module knows of. */
export async function cadreCandidates(
  db: Reads,
  caller: Pick<Caller, 'scope'>,
  year: number,
  below: readonly string[] | null,
): Promise<Candidate[]> {
  const units = await seenUnits(db, caller.scope)
  const latest = year + LATER_YEARS - medalTerm.value.years
  const bound = stampAt(latest, 12, 31)
  const born = stampAt(latest - JOINING_AGE, 12, 31)
  const within = (column: string, ids: readonly string[]) =>
    sql<boolean>`${sql.ref(column)} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`
  let found = db
    .selectFrom('cadreFacts')
    .innerJoin('cadres', 'cadres.key', 'cadreFacts.key')
    .innerJoin('cadreFiles', 'cadreFiles.key', 'cadreFacts.key')
    .leftJoin('units', 'units.id', 'cadres.unitId')
    .leftJoin('medalFacts', 'medalFacts.cadreKey', 'cadreFacts.key')
    .where('cadreFacts.trashed', '=', 0)
    .where(where =>
      where.or([
        where('cadreFacts.partyAgeFirst', '<=', bound),
        where.and([where('cadreFacts.partyAgeFirst', 'is', null), where('cadreFacts.partyFirst', '<=', bound)]),
        where.and([
          where('cadreFacts.partyFirst', 'is', null),
          where.or([where('cadreFacts.birthFirst', '<=', born), where('cadreFacts.birthFirst', 'is', null)]),
          sql<boolean>`${text('$.form.partyText')} LIKE '%中共%'`,
        ]),
        mentioned('medal_facts'),
        mentioned('medal_decisions'),
        mentioned('medal_awards'),
      ]),
    )
  if (units !== null) found = found.where(within('cadres.unitId', units))
  if (below !== null) found = found.where(within('cadres.unitId', below))
  const rows = await found
    .select([
      'cadres.key',
      'cadres.id',
      'cadres.name',
      'cadres.birth',
      'cadres.partyJoined',
      'cadres.status',
      'cadres.currentPost',
      'cadres.unitId',
      'units.name as unitName',
      'medalFacts.leftOn',
      'medalFacts.rejoinedOn',
      'medalFacts.refullOn',
      'medalFacts.diedOn',
      'medalFacts.concern',
      'medalFacts.revision',
    ])
    .select([
      text('$.partyFull').as('partyFull'),
      text('$.form.partyText').as('partyText'),
      text('$.punishments').as('punishments'),
      sql<PartialDate | null>`(SELECT on_date FROM life_events WHERE cadre_key = cadres.key
        AND kind = '去世' AND whom = '本人' ORDER BY last DESC LIMIT 1)`.as('death'),
      sql<number | null>`(SELECT max(on_day) FROM care_records WHERE cadre_key = cadres.key AND withdrawn_for IS NULL
        AND form IN ('走访', '慰问') AND on_day BETWEEN ${stampAt(year, 1, 1)} AND ${stampAt(year, 12, 31)})`.as(
        'visited',
      ),
    ])
    .execute()
  return rows.map(row => {
    const { leftOn, rejoinedOn, refullOn, diedOn } = row
    const facts: MedalFacts = { leftOn, rejoinedOn, refullOn, diedOn, concern: row.concern ?? '' }
    const dates = {
      birth: row.birth as PartialDate | null,
      partyJoined: row.partyJoined as PartialDate | null,
      partyFull: row.partyFull as PartialDate | null,
    }
    const ref: Ref = { of: 'cadre', id: row.id }
    return {
      key: keyOfCadre(row.key),
      ref,
      name: row.name,
      unitId: row.unitId,
      unitName: row.unitName ?? '',
      post: row.currentPost,
      status: row.status,
      ...dates,
      person: {
        ...dates,
        status: row.status,
        punishments: Punishments.parse(JSON.parse(row.punishments ?? '[]')),
        member: (row.partyText ?? '').includes('中共'),
      },
      facts,
      known: { ...facts, diedOn: facts.diedOn ?? row.death },
      revision: row.revision ?? 0,
      visitedOn: dayOrNull(row.visited),
    }
  })
}

/** Old members without a file, within the scope by their unit; those of no unit are seen by whole-store scopes alone. */
export async function memberCandidates(
  db: Reads,
  caller: Pick<Caller, 'scope'>,
  year: number,
  below: readonly string[] | null,
): Promise<Candidate[]> {
  const units = await seenUnits(db, caller.scope)
  let found = db
    .selectFrom('medalMembers')
    .leftJoin('units', 'units.id', 'medalMembers.unitId')
    .where('medalMembers.removedFor', 'is', null)
  for (const ids of [units, below])
    if (ids !== null) found = found.where('medalMembers.unitId', 'in', ids.length > 0 ? ids : [''])
  const rows = await found
    .selectAll('medalMembers')
    .select('units.name as unitName')
    .select(
      sql<number | null>`(SELECT max(on_day) FROM medal_visits WHERE member_id = medal_members.id AND struck_for = ''
        AND on_day BETWEEN ${stampAt(year, 1, 1)} AND ${stampAt(year, 12, 31)})`.as('visited'),
    )
    .execute()
  return rows.map(row => {
    const { birth, partyJoined, partyFull, leftOn, rejoinedOn, refullOn, diedOn, concern } = row
    const facts: MedalFacts = { ...noMedalFacts, leftOn, rejoinedOn, refullOn, diedOn, concern }
    return {
      key: `member:${row.id}`,
      ref: { of: 'member', id: row.id },
      name: row.name,
      unitId: row.unitId,
      unitName: row.unitName ?? '',
      post: row.branch,
      status: '',
      birth,
      partyJoined,
      partyFull,
      person: { birth, partyJoined, partyFull, status: '在职', punishments: [], member: true },
      facts,
      known: facts,
      revision: row.revision,
      visitedOn: dayOrNull(row.visited),
    }
  })
}

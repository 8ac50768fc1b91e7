import { sql } from 'kysely'
import { type CadreId, RewardRow } from '../../shared/cadres/cadres'
import type { PartialDate } from '../../shared/dates/partial-date'
import type { HonourId } from '../../shared/honours/honours'
import type { FiledReward, Unfiled } from '../../shared/honours/honours-file.contract'
import { differences, rewardOf } from '../../shared/honours/match.rules'
import { kindFromName, levelFrom } from '../../shared/honours/presets.rules'
import { AppError } from '../../shared/result'
import { seenUnits } from '../cadres/cadres.repo'
import type { Caller } from '../ipc/contexts'
import { remembered } from '../store/remembered'
import type { Reads } from '../store/schema'
import { listWithin } from '../units/units.repo'

type Seer = Pick<Caller, 'scope'>
interface Where {
  readonly unitId: string | null
  readonly cadreId: CadreId | null
}
/** So many files are gone through at once; more are narrowed by unit. */
const MOST_FILES = 30_000

/** The units that are asked for and seen; null for all. */
async function unitsOf(db: Reads, caller: Seer, unitId: string | null): Promise<readonly string[] | null> {
  const seen = await seenUnits(db, caller.scope)
  if (unitId === null) return seen
  const below = (await listWithin(db, [unitId])).map(({ id }) => id as string)
  return seen === null ? below : below.filter(id => seen.includes(id))
}

/** Files that tell of rewards, and those whose persons stand in the register. */
async function peopleOf(db: Reads, caller: Seer, { unitId, cadreId }: Where) {
  const units = await unitsOf(db, caller, unitId)
  let found = db
    .selectFrom('cadres')
    .innerJoin('cadreFiles', 'cadreFiles.key', 'cadres.key')
    .leftJoin('units', 'units.id', 'cadres.unitId')
    .select(['cadres.key', 'cadres.id as cadreId', 'cadres.name as cadreName', 'cadres.currentPost as cadrePost'])
    .select(['units.name as unitName', sql<string>`json_extract(file, '$.rewards')`.as('rewards')])
    .where('cadres.trashedAt', 'is', null)
    .where(
      sql<boolean>`(EXISTS (SELECT 1 FROM cadre_events WHERE cadre_events.key = cadres.key AND kind = 'reward')
        OR EXISTS (SELECT 1 FROM honours WHERE honours.cadre_key = cadres.key))`,
    )
    .orderBy('cadres.unitOrder')
    .orderBy('cadres.key')
  if (cadreId !== null) found = found.where('cadres.id', '=', cadreId)
  if (units !== null) found = found.where('cadres.unitId', 'in', units.length > 0 ? units : [''])
  const rows = await found.limit(MOST_FILES + 1).execute()
  if (rows.length > MOST_FILES) throw new AppError('refused', `一次最多比对 ${MOST_FILES} 份档案，请先选单位`)
  return rows
}

interface Own {
  readonly honourId: HonourId
  readonly on: PartialDate
  readonly name: string
  readonly authority: string
  readonly posthumous: boolean
  readonly revoked: boolean
}
async function honoursOf(db: Reads, keys: readonly number[]): Promise<Map<number, Own[]>> {
  const rows = await db
    .selectFrom('honours')
    .select(['id', 'cadreKey', 'onDate', 'name', 'authority', 'posthumous', 'revokedOn'])
    .where('removedFor', 'is', null)
    .where('cadreKey', 'in', sql<number>`(SELECT value FROM json_each(${JSON.stringify(keys)}))`)
    .execute()
  const own = new Map<number, Own[]>()
  for (const { id, cadreKey, onDate: on, name, authority, posthumous, revokedOn } of rows) {
    const known = own.get(cadreKey ?? 0) ?? []
    known.push({ honourId: id, on, name, authority, posthumous: posthumous === 1, revoked: revokedOn !== null })
    own.set(cadreKey ?? 0, known)
  }
  return own
}

/** Both lists. Every number of the page comes from one pass, kept until the next commit. */
export const compared = (db: Reads, caller: Seer, where: Where) =>
  remembered(db, `honours.compared ${JSON.stringify([where, caller.scope])}`, async () => {
    const people = await peopleOf(db, caller, where)
    const own = await honoursOf(
      db,
      people.map(({ key }) => key),
    )
    const inFile: FiledReward[] = []
    const inRegister: Unfiled[] = []
    for (const { key, rewards, unitName, ...who } of people) {
      const person = { ...who, unitName: unitName ?? '' }
      const rows = RewardRow.array().parse(JSON.parse(rewards ?? '[]'))
      const honours = (own.get(key) ?? []).map(honour => ({ ...honour, name: rewardOf(honour).name }))
      const found = differences(rows, honours)
      for (const row of found.inFile)
        inFile.push({ ...person, row, kind: kindFromName(row.name), level: levelFrom(row.authority, row.name) })
      const wrong = found.pairs.map(([, honour]) => honour).filter(({ revoked }) => revoked)
      for (const { posthumous: _posthumous, ...honour } of [
        ...found.inRegister.filter(each => !each.revoked),
        ...wrong,
      ])
        inRegister.push({ ...person, ...honour })
    }
    return { inFile, inRegister }
  })

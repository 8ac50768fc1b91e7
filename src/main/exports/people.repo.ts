import { sql } from 'kysely'
import type { Scope } from '../../shared/accounts/accounts'
import { Cadre, type CadreId } from '../../shared/cadres/cadres'
import type { CadreSort, SensitiveField } from '../../shared/cadres/cadres.contract'
import type { RetirementOverride } from '../../shared/cadres/retirement.rules'
import type { Whom } from '../../shared/exports/exports'
import { AppError } from '../../shared/result'
import { highestMark, type SecrecyMark } from '../../shared/secrecy/secrecy.rules'
import { inOrder, KeySet } from '../cadres/keys'
import { factsWithin, listed } from '../cadres/list'
import { orderedKeys } from '../cadres/orders'
import { answered } from '../queries/queries.repo'
import { overridesOf } from '../retirements/overrides'
import type { Reads } from '../store/schema'
import { listWithin } from '../units/units.repo'
import { covered } from './covered'

const byUnit: CadreSort = { by: 'unit', descending: false }

export interface Chosen {
  /** By their keys within this store. */
  readonly keys: Uint32Array
  /** What a copy of their files must bear at the least. */
  readonly mark: SecrecyMark
}

type Order = 'by-unit' | 'as-listed'

async function named(db: Reads, scope: Scope, ids: readonly CadreId[], order: Order): Promise<Uint32Array> {
  const wanted = [...new Set(ids)]
  const rows = await (await factsWithin(db, scope, false))
    .innerJoin('cadres', 'cadres.key', 'cadreFacts.key')
    .where('cadres.id', 'in', sql<CadreId>`(SELECT value FROM json_each(${JSON.stringify(wanted)}))`)
    .select(['cadres.key', 'cadres.id'])
    .execute()
  if (rows.length < wanted.length) throw new AppError('conflict', '所选的人中有的已不在名册里，请重新选择后再导出')
  const keys = rows.map(({ key }) => key)
  if (order === 'by-unit')
    return inOrder(
      await orderedKeys(db, byUnit),
      new KeySet(
        keys,
        keys.reduce((highest, key) => Math.max(highest, key), 0),
      ),
    )
  const keyOf = new Map(rows.map(({ id, key }) => [id, key]))
  return Uint32Array.from(wanted.flatMap(id => keyOf.get(id) ?? []))
}

async function keysFor(db: Reads, scope: Scope, whom: Whom, order: Order): Promise<Uint32Array> {
  if (whom.by === 'ids') return named(db, scope, whom.ids, order)
  const sort = order === 'as-listed' ? whom.sort : byUnit
  if (whom.by === 'list') return listed(db, scope, { ...whom.filter, trashed: false }, sort)
  return answered(db, scope, whom.question, whom.which, sort)
}

/**
 * The people that an order names, as far as the account may see them, in the order of the unit tree or the list's own.
 * Files in the trash never go out. @throws AppError conflict when somebody named is no longer there to be seen
 */
export async function choose(db: Reads, scope: Scope, whom: Whom, order: Order = 'by-unit'): Promise<Chosen> {
  const keys = await keysFor(db, scope, whom, order)
  const marks = await db
    .selectFrom('cadreFiles')
    .select(sql<string>`json_extract(file, '$.secrecy')`.as('secrecy'))
    .distinct()
    .where('key', 'in', sql<number>`(SELECT value FROM json_each(${JSON.stringify([...keys])}))`)
    .execute()
  return { keys, mark: highestMark(marks.map(({ secrecy }) => secrecy)) }
}

/** What stands above the people of each unit: its name, with the one above where two have the same. */
export async function headings(db: Reads, scope: Scope): Promise<ReadonlyMap<string, string>> {
  const units = await listWithin(db, scope)
  const names = new Map(units.map(({ id, name }) => [id as string, name]))
  const times = new Map<string, number>()
  for (const { name } of units) times.set(name, (times.get(name) ?? 0) + 1)
  return new Map(
    units.map(({ id, name, parentId }) => {
      const above = (times.get(name) ?? 0) > 1 ? names.get(parentId ?? '') : undefined
      return [id, above === undefined ? name : `${above} ${name}`]
    }),
  )
}

export interface PersonOut {
  /** With nothing masked but what was not asked for, which is empty. */
  readonly cadre: Cadre
  readonly unitName: string
  readonly photo: Uint8Array | null
  /** What the organisation has decided of 到龄年月; undefined where it has not. */
  readonly decided: RetirementOverride | undefined
}

/** The files of some of the chosen, in their order. Small slices keep the memory bounded. */
export async function read(
  db: Reads,
  keys: Uint32Array,
  shown: readonly SensitiveField[],
  photos: 'with-photos' | 'without-photos' = 'with-photos',
): Promise<PersonOut[]> {
  const rows = await db
    .selectFrom('cadres')
    .where('cadres.key', 'in', [...keys])
    .where('cadres.trashedAt', 'is', null)
    .innerJoin('cadreFiles', 'cadreFiles.key', 'cadres.key')
    .leftJoin('photos', join =>
      join.onRef('photos.cadreId', '=', 'cadres.id').on('photos.shown', '=', photos === 'with-photos' ? 1 : null),
    )
    .leftJoin('photoBytes', 'photoBytes.key', 'photos.bytesKey')
    .leftJoin('units', 'units.id', 'cadres.unitId')
    .select(['cadres.key', 'cadreFiles.file', 'photoBytes.bytes', 'units.name as unitName'])
    .execute()
  const decided = await overridesOf(db, [...keys])
  const people = new Map(rows.map(row => [row.key, row]))
  return [...keys].map(key => {
    const row = people.get(key)
    if (!row) throw new AppError('conflict', '导出期间有人被移出名册，没有留下文件，请重新选择')
    return {
      cadre: covered(Cadre.parse(JSON.parse(row.file)), shown),
      unitName: row.unitName ?? '',
      photo: row.bytes,
      decided: decided.get(key),
    }
  })
}

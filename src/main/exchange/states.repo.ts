import type { CadreId } from '../../shared/cadres/cadres'
import type { Stand, Versions } from '../../shared/exchange/merge.rules'
import type { Reads, Writes } from '../store/schema'

/** What is known of each value of a person, by key. */
export type Stands = ReadonlyMap<string, Stand>

/** Written with each writer named once: a person has some dozens of values, and a writer's id is longer than most. */
interface Written {
  readonly writers: readonly string[]
  readonly stands: Readonly<Record<string, readonly [hash: string, versions: Pairs, over?: Pairs, by?: number]>>
}
type Pairs = readonly (readonly [writer: number, count: number])[]

export function write(stands: Stands): string {
  const writers: string[] = []
  const numberOf = (writer: string): number => {
    const known = writers.indexOf(writer)
    return known >= 0 ? known : writers.push(writer) - 1
  }
  const pairs = (versions: Versions): Pairs =>
    Object.entries(versions).map(([writer, count]) => [numberOf(writer), count] as const)
  const written = Object.fromEntries(
    [...stands].map(([key, { hash, versions, over, by }]) => [
      key,
      over && by !== undefined ? [hash, pairs(versions), pairs(over), numberOf(by)] : [hash, pairs(versions)],
    ]),
  )
  return JSON.stringify({ writers, stands: written } satisfies Record<keyof Written, unknown>)
}

function read(text: string): Map<string, Stand> {
  const { writers, stands } = JSON.parse(text) as Written
  const versions = (pairs: Pairs): Versions =>
    Object.fromEntries(pairs.map(([writer, count]) => [writers[writer] ?? '', count]))
  return new Map(
    Object.entries(stands).map(([key, [hash, own, over, by]]) => [
      key,
      {
        hash,
        versions: versions(own),
        ...(over && by !== undefined && { over: versions(over), by: writers[by] ?? '' }),
      },
    ]),
  )
}

/** As it is written; null where nothing was exchanged yet. */
export async function textOf(db: Reads, id: CadreId): Promise<string | null> {
  const row = await db.selectFrom('exchangeStates').select('state').where('cadreId', '=', id).executeTakeFirst()
  return row?.state ?? null
}

export async function standsOf(db: Reads, id: CadreId): Promise<Map<string, Stand>> {
  const text = await textOf(db, id)
  return text === null ? new Map() : read(text)
}

export async function put(db: Writes, cadreId: CadreId, state: string | null): Promise<void> {
  if (state === null) {
    await db.deleteFrom('exchangeStates').where('cadreId', '=', cadreId).execute()
    return
  }
  await db
    .insertInto('exchangeStates')
    .values({ cadreId, state })
    .onConflict(conflict => conflict.column('cadreId').doUpdateSet({ state }))
    .execute()
}

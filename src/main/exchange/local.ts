import type { Cadre } from '../../shared/cadres/cadres'
import type { ExchangeModule } from '../../shared/exchange/exchange'
import { nothingYet, observe, type Stand, type Writer } from '../../shared/exchange/merge.rules'
import type { Reads } from '../store/schema'
import { keyOfRow, rowKinds, rowOfKey } from './rows'
import type { Stands } from './states.repo'
import { hashOf, keyOfField, sentFields, travelling } from './values'

export const PHOTO = 'photo'
/** A portrait is told apart by its bytes. */
export const photoHash = (sha256: string | undefined): string => (sha256 ?? '').slice(0, 22)

/** A person's values as they stand here, and what is known of each. */
export interface Local {
  readonly cadre: Cadre
  readonly key: number
  /** Of the modules that were asked for, null for what is not there; a portrait is null and has a stand alone. */
  readonly values: ReadonlyMap<string, unknown>
  /** Those of other modules as they were known. */
  readonly stands: Stands
}

async function rowValues(
  db: Reads,
  key: number,
  modules: readonly ExchangeModule[],
  also: Iterable<string>,
): Promise<Map<string, unknown>> {
  const values = new Map<string, unknown>()
  const asked = rowKinds.filter(({ module }) => modules.includes(module))
  for (const kind of asked)
    for (const { id } of await kind.of(db, [key]))
      values.set(keyOfRow(kind, id), (await kind.find(db, id))?.value ?? null)
  // What was known and is gone, or comes and lies here taken out.
  for (const other of also) {
    const row = values.has(other) ? undefined : rowOfKey(other)
    if (!row || !asked.includes(row.kind)) continue
    const found = await row.kind.find(db, row.id)
    values.set(other, found?.cadreKey === key ? found.value : null)
  }
  return values
}

async function portraitOf(db: Reads, { id }: Cadre): Promise<string> {
  const shown = await db
    .selectFrom('photos')
    .select('sha256')
    .where('cadreId', '=', id)
    .where('shown', '=', 1)
    .executeTakeFirst()
  return photoHash(shown?.sha256)
}

/**
 * Looks at a person: whatever has another value than it was known by was changed here meanwhile.
 * @param coming keys of what a package brings
 */
export async function lookAt(
  db: Reads,
  { cadre, key }: Pick<Local, 'cadre' | 'key'>,
  {
    modules,
    known,
    writer,
    coming = [],
  }: {
    readonly modules: readonly ExchangeModule[]
    readonly known: Stands
    readonly writer: Writer
    readonly coming?: Iterable<string>
  },
): Promise<Local> {
  const values = await rowValues(db, key, modules, [...known.keys(), ...coming])
  const stands = new Map(known)
  const look = (of: string, hash: string): void => {
    const stand = observe(known.get(of), hash, writer)
    if (stand !== nothingYet) stands.set(of, stand)
  }
  for (const [of, value] of values) look(of, hashOf(value))
  if (modules.includes('files'))
    for (const field of sentFields) {
      const value = travelling(cadre, field)
      values.set(keyOfField(field), value)
      look(keyOfField(field), hashOf(value))
    }
  if (modules.includes('photos')) {
    values.set(PHOTO, null)
    look(PHOTO, await portraitOf(db, cadre))
  }
  return { cadre, key, values, stands }
}

export const standOf = ({ stands }: Pick<Local, 'stands'>, key: string): Stand => stands.get(key) ?? nothingYet

import { sql } from 'kysely'
import type { Scope } from '../../shared/accounts/accounts'
import type { CadreRow } from '../../shared/cadres/cadres.contract'
import { nameKey } from '../../shared/cadres/duplicates.rules'
import { UnitId } from '../../shared/units/units'
import { prepared } from '../store/prepared'
import { remembered } from '../store/remembered'
import type { Reads, Tables, Writes } from '../store/schema'
import { readKeys } from './keys'
import { factsWithin, keysOf } from './list'
import { phrase, spaced } from './names'
import { rowsOf } from './rows'

/** What was typed as a question to the index: letters may be pinyin or initials, digits an ID number, the rest words. */
export function matchOf(text: string): string | undefined {
  const parts = text
    .normalize('NFKC')
    .trim()
    .split(/\s+/)
    .filter(part => part !== '')
  const questions = parts.map(part => {
    const latin = part.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
    const words = spaced(part)
    const asked = [
      ...(words === '' ? [] : [`{name post unit} : ${phrase(words)}`]),
      ...(/^[a-z]+$/.test(latin) ? [`pinyin : ${phrase(latin)} *`] : []),
      ...(/^\d[\dx]*$/.test(latin) ? [`id_number : ${phrase(latin)} *`] : []),
    ]
    return asked.length > 0 ? `(${asked.join(' OR ')})` : ''
  })
  const all = questions.filter(question => question !== '')
  return all.length > 0 ? all.join(' AND ') : undefined
}

/** As many matches are looked at when the best are chosen; whoever is not among them needs another word. */
const CANDIDATES = 400

/** The first and the last key of an index that begin with a text. */
const after = (text: string): string => `${text}\u{10FFFF}`

/** Those that an account may see, in the order given. Nobody in the trash is found. */
async function visible(db: Reads, scope: Scope, keys: readonly number[]): Promise<number[]> {
  if (keys.length === 0) return []
  if (scope !== null) {
    const find = async () => keysOf(await factsWithin(db, scope, false))
    const seen = await remembered(db, `seen ${JSON.stringify(scope)}`, find)
    return keys.filter(key => seen.has(key))
  }
  const living = await db
    .selectFrom('cadreFacts')
    .select('key')
    .where('trashed', '=', 0)
    .where('key', 'in', keys.slice(0, CANDIDATES))
    .execute()
  const known = new Set(living.map(({ key }) => key))
  return keys.filter(key => known.has(key))
}

type Word = 'nameKey' | 'pinyin' | 'initials' | 'idNumber'

/** Keys of those whose column begins with a text, in the order of its index: who has just that text comes first. */
const beginning = async (db: Reads, column: Word, text: string): Promise<number[]> => {
  const rows = await db
    .selectFrom('cadres')
    .select('key')
    .where(column, '>=', text)
    .where(column, '<', after(text))
    // Said in the statement itself: only so the index on numbers is known to hold everybody who is asked for.
    .where(sql<boolean>`${sql.ref(column)} <> ''`)
    .orderBy(column)
    .limit(CANDIDATES)
    .execute()
  return rows.map(({ key }) => key)
}

/** Whose name, reading or number begins with the text; the closest first. */
async function named(db: Reads, text: string): Promise<number[]> {
  const bare = text.normalize('NFKC').replaceAll(/\s/g, '')
  const latin = bare.toLowerCase()
  if (/^[a-z]+$/.test(latin))
    return [...(await beginning(db, 'initials', latin)), ...(await beginning(db, 'pinyin', latin))]
  if (/^\d[\dx]*$/.test(latin)) return beginning(db, 'idNumber', latin.toUpperCase())
  return beginning(db, 'nameKey', nameKey(bare))
}

/** What the index finds, without an order of its own: ranking every match would take longer than finding them. */
async function indexed(db: Reads, match: string, everyMatch: boolean): Promise<number[]> {
  const rows = db.selectFrom('cadreSearch').select('rowid').where(sql<boolean>`cadre_search MATCH ${match}`)
  const found = await db
    .selectFrom((everyMatch ? rows : rows.limit(CANDIDATES)).as('found'))
    .select(sql<string>`json_group_array(rowid)`.as('keys'))
    .executeTakeFirst()
  return Array.from(readKeys(found?.keys))
}

/** Whoever holds the higher post first. */
async function byLevel(db: Reads, keys: readonly number[]): Promise<number[]> {
  if (keys.length === 0) return []
  const rows = await db
    .selectFrom('cadreFacts')
    .select('key')
    .where('key', 'in', keys)
    .orderBy(sql`level IS NULL`)
    .orderBy('level')
    .orderBy('rank')
    .orderBy('key')
    .execute()
  return rows.map(({ key }) => key)
}

/** Name, reading, initials, post, unit or ID number; those whose name begins with the text come first. */
export async function search(db: Reads, scope: Scope, text: string, limit: number): Promise<CadreRow[]> {
  const match = matchOf(text)
  if (match === undefined) return []
  const found = new Set(await visible(db, scope, await named(db, text)))
  if (found.size < limit) {
    const others = await visible(db, scope, await indexed(db, match, scope !== null))
    const more = others.filter(key => !found.has(key)).slice(0, CANDIDATES)
    for (const key of await byLevel(db, more)) found.add(key)
  }
  return rowsOf(db, [...found].slice(0, limit))
}

type Indexed = Pick<Tables['cadres'], 'name' | 'pinyin' | 'initials' | 'currentPost' | 'idNumber' | 'unitId'>

const unitNamed = prepared({ id: 'TEXT' }, (db, { id }: { id: UnitId }) =>
  db.selectFrom('units').select('name').where('id', '=', id),
)
const putIndexed = prepared(
  { rowid: '', name: '', pinyin: '', post: '', unit: '', idNumber: '' },
  (db, row: Tables['cadreSearch']) => db.insertInto('cadreSearch').orReplace().values(row),
)

/** Puts a person into the search index, in the place of what stood there. */
export async function index(db: Writes, key: number, row: Indexed): Promise<void> {
  const [unit] = row.unitId ? await unitNamed(db, { id: UnitId.parse(row.unitId) }) : []
  await putIndexed(db, {
    rowid: key,
    name: spaced(row.name),
    pinyin: `${row.pinyin} ${row.initials}`,
    post: spaced(row.currentPost),
    unit: spaced(unit?.name ?? ''),
    idNumber: row.idNumber.toLowerCase(),
  })
}

/** Renews what the search index says about the people of a unit: called when its name has changed. */
export async function renameUnit(db: Writes, unitId: UnitId, name: string): Promise<void> {
  await db
    .updateTable('cadreSearch')
    .set({ unit: spaced(name) })
    .where('rowid', 'in', people => people.selectFrom('cadres').select('key').where('unitId', '=', unitId))
    .execute()
}

// A store with ten times the people: to invent a million would take an hour. Everybody stands in it ten times with all
// that was written of them, each time under the name of somebody else and with another number.
import { tablesOfPeople } from './people.mjs'

const CHUNK = 20_000
const CACHE_KIB = 1_000_000

/** Columns of a person that say who it is: of one copy, from `other`, whose name it takes. */
const columnsOfName = ['name', 'name_key', 'pinyin', 'initials']

function statementsOf(raw, shift, turn, people) {
  const other = `((c.key + ${turn * 7919} - 1) % ${people}) + 1`
  const id = `substr(c.id, 1, 28) || printf('%08x', c.key + ${shift})`
  const number = column =>
    `substr(${column}, 1, 14) || printf('%04d', (CAST(substr(${column}, 15, 3) AS INTEGER) * 10 + ${turn * 1371}) % 10000)`
  const copied = (table, changed) => {
    const names = raw.prepare(`SELECT name FROM pragma_table_info('${table}')`).pluck().all()
    const values = names.map(name => changed[name] ?? `c.${name}`)
    return { into: `INSERT INTO ${table} (${names.join()})`, values: values.join() }
  }
  const withOther = `JOIN cadres o ON o.key = ${other}`
  const among = 'WHERE c.key > ? AND c.key <= ?'
  const file = `json_set(c.file, '$.id', (SELECT ${id} FROM cadres c WHERE c.key = d.key), '$.name', o.name)`
  const key = `c.key + ${shift}`
  const cadres = copied('cadres', {
    key,
    id,
    ...Object.fromEntries(columnsOfName.map(name => [name, `o.${name}`])),
    id_number: `CASE WHEN length(c.id_number) = 18 THEN ${number('c.id_number')} ELSE c.id_number END`,
    id_key: `CASE WHEN length(c.id_key) = 18 THEN ${number('c.id_key')} ELSE c.id_key END`,
  })
  const files = copied('cadre_files', { key, file })
  return [
    `${cadres.into} SELECT ${cadres.values} FROM cadres c ${withOther} ${among}`,
    `${files.into} SELECT ${files.values} FROM cadre_files c JOIN cadres d ON d.key = c.key ${withOther} ${among}`,
    ...tablesOfPeople(raw)
      .filter(table => !['cadres', 'cadre_files'].includes(table))
      .map(table => {
        const { into, values } = copied(table, { key })
        return `${into} SELECT ${values} FROM ${table} c ${among}`
      }),
    `INSERT INTO cadre_search (rowid, name, pinyin, post, unit, id_number)
     SELECT c.rowid + ${shift}, s.name, s.pinyin, c.post, c.unit, lower(n.id_number)
     FROM cadre_search c JOIN cadre_search s ON s.rowid = ${other.replace('c.key', 'c.rowid')}
     JOIN cadres n ON n.key = c.rowid + ${shift} ${among.replaceAll('c.key', 'c.rowid')}`,
  ]
}

/** Makes `times` as many people of those in the store, whose keys count from 1. */
export function multiply({ core, store, times, say }) {
  const { raw } = store
  const people = raw.prepare('SELECT max(key) FROM cadres').pluck().get()
  const cache = raw.pragma('cache_size', { simple: true })
  raw.pragma(`cache_size = -${CACHE_KIB}`)
  const startedAt = performance.now()
  for (let turn = 1; turn < times; turn++) {
    const statements = statementsOf(raw, people * turn, turn, people).map(sql => raw.prepare(sql))
    for (let from = 0; from < people; from += CHUNK)
      raw.transaction(() => {
        for (const statement of statements) statement.run(from, Math.min(from + CHUNK, people))
      })()
    say(`${people * (turn + 1)} people, ${Math.round((performance.now() - startedAt) / 1000)} s`)
  }
  raw.pragma(`cache_size = ${cache}`)
  core.forget(store.root)
}

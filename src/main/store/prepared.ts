import type { Compilable, CompiledQuery, SqliteDatabase, SqliteStatement } from 'kysely'
import type { Raw } from './open'
import type { Writes } from './schema'

/** More kinds of statements than any one page uses; what is asked with lists of every length drops out again. */
const most = 256

/** The driver, with statements that were prepared before kept for the next time. */
export function keepingStatements(raw: Raw): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>()
  return {
    close: () => void raw.close(),
    prepare(sql) {
      const known = kept.get(sql)
      if (known) return known
      const statement: SqliteStatement = raw.prepare(sql)
      kept.set(sql, statement)
      if (kept.size > most) for (const oldest of [...kept.keys()].slice(0, most / 2)) kept.delete(oldest)
      return statement
    },
  }
}

/** Stands in a query for a value that comes with each call. */
class Blank {
  constructor(readonly name: string) {}
}

/**
 * A query that is put together once and then only filled in, for what is written for thousands of people.
 * @param names the values that come with each call; the columns of a table are such names
 * @param build the query over them. It sees blanks in their place, so it must not look at them.
 */
export function prepared<Values extends object, Row>(
  names: Readonly<Record<keyof Values, unknown>>,
  build: (db: Writes, values: Values) => Compilable<Row>,
): (db: Writes, values: Values) => Promise<Row[]> {
  const blanks = Object.fromEntries(Object.keys(names).map(name => [name, new Blank(name)])) as unknown as Values
  let query: CompiledQuery<Row> | undefined
  return async (db, values) => {
    query ??= build(db, blanks).compile()
    const parameters = query.parameters.map(value =>
      value instanceof Blank ? values[value.name as keyof Values] : value,
    )
    const { rows } = await db.executeQuery<Row>({ ...query, parameters })
    return rows
  }
}

// The encrypted file against a plain one: the same driver, the same settings, the same rows.
import { randomBytes } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { loadCore } from './engine.mjs'
import { figure, least, milliseconds } from './figures.mjs'

const ROWS = 100_000
const READS = 50_000
const ROUNDS = 3

/** Read from the encrypted connection and set on the plain one, so that the two cannot drift apart. */
const settings = [
  'journal_mode',
  'synchronous',
  'temp_store',
  'secure_delete',
  'foreign_keys',
  'trusted_schema',
  'cell_size_check',
  'wal_autocheckpoint',
  'journal_size_limit',
  'cache_size',
]

const characters = '张王李赵刘陈杨黄周吴参加工作党员任职单位办公室主任科员街道社区教育培训考核优秀称职年度区委组织部'

/** Invented people, the same in every run. */
function* people() {
  let seed = 1
  const next = () => (seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff) / 0x7fffffff
  const text = length => Array.from({ length }, () => characters[Math.floor(next() * characters.length)]).join('')
  for (let i = 0; i < ROWS; i++)
    yield [text(3), `3101${String(1e13 + i)}`, 1950 + Math.floor(next() * 55), text(12), text(100), `{"n":${i}}`]
}

const timed = work => {
  const startedAt = performance.now()
  work()
  return performance.now() - startedAt
}

function insertAll(db, rows) {
  db.exec(`CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT, card TEXT UNIQUE, born INTEGER, unit TEXT,
    resume TEXT, facts TEXT) STRICT; CREATE INDEX people_by_birth ON people (born, unit)`)
  const insert = db.prepare('INSERT INTO people (name, card, born, unit, resume, facts) VALUES (?, ?, ?, ?, ?, ?)')
  return timed(() => {
    db.transaction(() => {
      for (const row of rows) insert.run(row)
    })()
    db.pragma('wal_checkpoint(TRUNCATE)')
  })
}

function readSome(db) {
  const read = db.prepare('SELECT * FROM people WHERE id = ?')
  return timed(() => {
    // Steps of a prime lead to every page in turn, so that most reads miss SQLite's cache.
    for (let i = 0; i < READS; i++) read.get(((i * 7919) % ROWS) + 1)
  })
}

export async function measureDatabase({ work }) {
  const { openEncrypted } = await loadCore()
  const folder = path.join(work, 'database')
  const key = randomBytes(32)
  const rows = [...people()]
  let wanted
  const kinds = {
    encrypted(file) {
      const db = openEncrypted(file, key, { create: true })
      wanted = settings.map(name => [name, db.pragma(name, { simple: true })])
      return db
    },
    plain(file) {
      const db = new Database(file)
      for (const [name, value] of wanted) db.pragma(`${name} = ${value}`)
      const differs = wanted.filter(([name, value]) => db.pragma(name, { simple: true }) !== value)
      if (differs.length > 0) throw new Error(`the plain file does not take ${differs.map(([name]) => name)}`)
      return db
    },
  }
  const times = { encrypted: { insert: [], read: [] }, plain: { insert: [], read: [] } }
  for (let round = 0; round < ROUNDS; round++) {
    for (const [kind, open] of Object.entries(kinds)) {
      mkdirSync(folder, { recursive: true })
      const file = path.join(folder, `${kind}.db`)
      const fresh = open(file)
      times[kind].insert.push(insertAll(fresh, rows))
      fresh.close()
      const again = open(file)
      times[kind].read.push(readSome(again))
      again.close()
      rmSync(folder, { recursive: true })
    }
  }
  // Other work on this computer only ever adds to a time, so the least of each is the nearest to the truth.
  const compare = what => [least(times.encrypted[what]), least(times.plain[what])]
  const [insert, plainInsert] = compare('insert')
  const [read, plainRead] = compare('read')
  const each = ms => `${((ms / READS) * 1000).toFixed(1)} µs`
  return [
    figure(
      'insert-100k-ratio',
      insert / plainInsert,
      'ratio',
      1.6,
      `${milliseconds(insert)} against ${milliseconds(plainInsert)} plain, least of ${ROUNDS}`,
    ),
    figure(
      'point-read-ratio',
      read / plainRead,
      'ratio',
      3.5,
      `${each(read)} a read against ${each(plainRead)} plain, least of ${ROUNDS}`,
    ),
  ]
}

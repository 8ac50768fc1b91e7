import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { sql } from 'kysely'
import { describe, expect, onTestFinished, test } from 'vitest'
import { closeStore, kyselyOver, openEncrypted, type Raw } from '../../../src/main/store/open'
import { toStoreError } from '../../../src/main/store/store-errors'
import { lockStore } from '../../../src/main/store/store-lock'
import { writeVault } from '../../../src/main/store/vault-file'
import { AppError } from '../../../src/shared/result'
import { dek, expectCode, newVault, tempFolder } from './fixtures'

const WRONG = Buffer.alloc(32, 1)

function fresh(folder = tempFolder()): { file: string; raw: Raw } {
  const file = join(folder, 'store.db')
  const raw = openEncrypted(file, dek, { create: true })
  onTestFinished(() => closeStore(raw))
  return { file, raw }
}
const fill = (raw: Raw, rows = 400) => {
  raw.exec('CREATE TABLE notes (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT')
  const insert = raw.prepare('INSERT INTO notes (body) VALUES (?)')
  raw.transaction(() => {
    for (let i = 0; i < rows; i++) insert.run(`明文标记-${i}-${'密'.repeat(50)}`)
  })()
}

describe('every setting is in force', () => {
  const wanted: Record<string, unknown> = {
    cipher: 'chacha20',
    synchronous: 2,
    temp_store: 2,
    secure_delete: 1,
    foreign_keys: 1,
    trusted_schema: 0,
    cell_size_check: 1,
    busy_timeout: 5000,
  }
  test('for a writer', () => {
    const { raw } = fresh()
    for (const [name, value] of Object.entries({ ...wanted, journal_mode: 'wal', journal_size_limit: 67_108_864 })) {
      expect([name, raw.pragma(name, { simple: true })]).toEqual([name, value])
    }
  })
  test('for a reader, which cannot write', () => {
    const { file, raw } = fresh()
    fill(raw)
    const reader = openEncrypted(file, dek, { readonly: true })
    for (const [name, value] of Object.entries({ ...wanted, query_only: 1 })) {
      expect([name, reader.pragma(name, { simple: true })]).toEqual([name, value])
    }
    expect(() => reader.exec('DELETE FROM notes')).toThrow()
    reader.close()
  })
  test('foreign keys really hold', () => {
    const { raw } = fresh()
    raw.exec('CREATE TABLE a (id INTEGER PRIMARY KEY) STRICT; CREATE TABLE b (a INTEGER REFERENCES a(id)) STRICT')
    expect(toStoreError(catching(() => raw.exec('INSERT INTO b VALUES (7)'))).code).toBe('conflict')
  })
})

function catching(work: () => unknown): unknown {
  try {
    work()
  } catch (error) {
    return error
  }
  return undefined
}

test('no text of the store is in any file, not even while the WAL is full', async () => {
  const folder = tempFolder()
  const { vault } = await newVault()
  writeVault(folder, vault)
  const lock = lockStore(folder)
  onTestFinished(lock.release)
  const { raw } = fresh(folder)
  fill(raw)
  raw.exec('DELETE FROM notes WHERE id % 2 = 0; CREATE INDEX notes_by_body ON notes (body)')
  const names = readdirSync(folder)
  expect(names).toEqual(expect.arrayContaining(['store.db', 'store.db-wal', 'store.db-shm', 'vault-a.json']))
  for (const name of names.filter(other => other !== 'store.lock')) {
    const bytes = readFileSync(join(folder, name))
    for (const marker of ['明文标记', 'notes', 'CREATE TABLE', 'SQLite format']) {
      expect([name, marker, bytes.includes(marker), bytes.includes(Buffer.from(marker, 'utf16le'))]).toEqual([
        name,
        marker,
        false,
        false,
      ])
    }
    expect(bytes.includes(dek)).toBe(false)
    expect(statSync(join(folder, name)).mode & 0o077).toBe(0)
  }
  lock.release()
  expect(readFileSync(join(folder, 'store.lock'))).toHaveLength(0)
})

test('closing empties the WAL', () => {
  const { file, raw } = fresh()
  fill(raw)
  expect(statSync(`${file}-wal`).size).toBeGreaterThan(0)
  closeStore(raw)
  closeStore(raw)
  expect(existsSync(`${file}-wal`)).toBe(false)
  const again = openEncrypted(file, dek)
  expect(again.prepare('SELECT count(*) FROM notes').pluck().get()).toBe(400)
  again.close()
})

describe('failures are told apart', () => {
  test('missing file: never made by opening', async () => {
    const file = join(tempFolder(), 'store.db')
    await expectCode('store-missing', () => openEncrypted(file, dek))
    expect(existsSync(file)).toBe(false)
  })
  test('wrong key, also while a WAL is there; nothing is lost by it', async () => {
    const { file, raw } = fresh()
    fill(raw)
    await expectCode('store-damaged', () => openEncrypted(file, WRONG))
    closeStore(raw)
    await expectCode('store-damaged', () => openEncrypted(file, WRONG))
    await expectCode('store-damaged', () => openEncrypted(file, WRONG, { readonly: true }))
    const again = openEncrypted(file, dek)
    expect(again.prepare('SELECT count(*) FROM notes').pluck().get()).toBe(400)
    again.close()
  })
  test('without any key, with another cipher', () => {
    const { file, raw } = fresh()
    fill(raw)
    closeStore(raw)
    const plain = new Database(file)
    expect(() => plain.prepare('SELECT * FROM notes').all()).toThrow(/not a database/)
    plain.close()
  })
  test('a file of something else', async () => {
    const file = join(tempFolder(), 'store.db')
    writeFileSync(file, '这不是数据库'.repeat(500))
    await expectCode('store-damaged', () => openEncrypted(file, dek))
  })
  test('every one of 100 flipped bits is found by a whole reading', async () => {
    const { file, raw } = fresh()
    fill(raw)
    closeStore(raw)
    const bytes = readFileSync(file)
    const folder = tempFolder()
    for (let i = 0; i < 100; i++) {
      const changed = Buffer.from(bytes)
      const place = Math.floor((bytes.length * (i + 0.5)) / 100)
      changed[place] = (changed[place] ?? 0) ^ (1 << (i % 8))
      const copy = join(folder, `${i}.db`)
      writeFileSync(copy, changed)
      const found = catching(() => {
        const opened = openEncrypted(copy, dek, { readonly: true })
        try {
          if (opened.pragma('integrity_check', { simple: true }) !== 'ok') throw new AppError('store-damaged', '')
        } finally {
          opened.close()
        }
      })
      expect(toStoreError(found).code).toBe('store-damaged')
    }
  })
  test.each([
    ['SQLITE_FULL', 'disk-full'],
    ['ENOSPC', 'disk-full'],
    ['SQLITE_IOERR_SHMSIZE', 'disk-full'],
    ['SQLITE_NOTADB', 'store-damaged'],
    ['SQLITE_CORRUPT_VTAB', 'store-damaged'],
    ['SQLITE_IOERR_FSYNC', 'store-damaged'],
    ['SQLITE_READONLY_DIRECTORY', 'store-read-only'],
    ['SQLITE_CANTOPEN', 'store-read-only'],
    ['SQLITE_BUSY', 'store-in-use'],
    ['SQLITE_CONSTRAINT_UNIQUE', 'conflict'],
    ['ENOENT', 'store-missing'],
    ['SOMETHING_ELSE', 'internal'],
    [undefined, 'internal'],
  ])('%s is %s', (cause, code) => {
    const error = toStoreError(Object.assign(new Error('/secret/path SELECT name'), { code: cause }))
    expect(error.code).toBe(code)
    expect(error.message).toMatch(/^[^a-zA-Z/]+$/)
  })
})

test('Kysely speaks camelCase over the same connection', async () => {
  const { raw } = fresh()
  raw.exec('CREATE TABLE some_notes (note_id INTEGER PRIMARY KEY, full_text TEXT NOT NULL) STRICT')
  const db = kyselyOver<{ someNotes: { noteId: number; fullText: string } }>(raw)
  await db.insertInto('someNotes').values({ noteId: 1, fullText: '甲' }).execute()
  expect(await db.selectFrom('someNotes').selectAll().execute()).toEqual([{ noteId: 1, fullText: '甲' }])
  expect((await sql`SELECT full_text FROM some_notes`.execute(db)).rows).toEqual([{ fullText: '甲' }])
})

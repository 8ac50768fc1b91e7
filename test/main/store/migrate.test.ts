import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type BackupOrder, makeBackup } from '../../../src/main/store/backup-make'
import { type Migration, migrate, storeVersion } from '../../../src/main/store/migrate'
import { closeStore, openEncrypted, type Raw } from '../../../src/main/store/open'
import { assertWhole } from '../../../src/main/store/whole'
import { AppError } from '../../../src/shared/result'
import { dek, expectCode, STORE_ID, tempFolder } from './fixtures'

const step = (version: number, up: (raw: Raw) => void): Migration => ({ version, name: `step-${version}`, up })
const notes = step(1, raw =>
  raw.exec(`CREATE TABLE notes (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;
    CREATE TABLE marks (note INTEGER NOT NULL REFERENCES notes(id)) STRICT`),
)
const titles = step(2, raw => raw.exec("ALTER TABLE notes ADD COLUMN title TEXT NOT NULL DEFAULT ''"))
const broken = step(2, raw => {
  raw.exec('CREATE TABLE half (id INTEGER PRIMARY KEY) STRICT')
  throw new Error('no further')
})

const order: BackupOrder = {
  id: '00000000-0000-4000-8000-00000000000b',
  storeId: STORE_ID,
  kind: 'migration',
  at: '2030-01-01T09:00:00.000Z',
  version: '0.1.0',
  note: '',
  header: '{}',
}

function store(): { folder: string; raw: Raw; safety: () => void } {
  const folder = tempFolder()
  const raw = openEncrypted(join(folder, 'store.db'), dek, { create: true })
  onTestFinished(() => closeStore(raw))
  return { folder, raw, safety: () => void makeBackup(raw, dek, join(folder, 'backups', 'before.ddb'), order) }
}
const fill = (raw: Raw) => {
  const insert = raw.prepare('INSERT INTO notes (body) VALUES (?)')
  for (let i = 0; i < 50; i++) insert.run(`笔记 ${i}`)
}
const tables = (raw: Raw) =>
  raw.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").pluck().all()
const backups = (folder: string) => (existsSync(join(folder, 'backups')) ? readdirSync(join(folder, 'backups')) : [])

describe('steps', () => {
  test('a new store is brought to the last version without a copy', () => {
    const { folder, raw, safety } = store()
    expect(migrate(raw, [notes, titles], safety)).toBe(2)
    expect(storeVersion(raw)).toBe(2)
    expect(backups(folder)).toEqual([])
    expect(migrate(raw, [notes, titles], safety)).toBe(0)
  })

  test('a step that fails leaves nothing of its own', () => {
    const { raw, safety } = store()
    expect(() => migrate(raw, [notes, broken], safety)).toThrow('no further')
    expect(storeVersion(raw)).toBe(1)
    expect(tables(raw)).toEqual(['marks', 'notes'])
    expect(raw.pragma('foreign_keys', { simple: true })).toBe(1)
    expect(migrate(raw, [notes, titles], safety)).toBe(1)
  })

  test('a step that breaks a foreign key is undone', () => {
    const { raw, safety } = store()
    migrate(raw, [notes], safety)
    const bad = step(2, db => db.exec('INSERT INTO marks VALUES (404)'))
    expect(() => migrate(raw, [notes, bad], safety)).toThrow(/foreign key/)
    expect(raw.prepare('SELECT count(*) FROM marks').pluck().get()).toBe(0)
  })

  test('steps out of order are a mistake of ours', () => {
    expect(() => migrate(store().raw, [titles])).toThrow(/out of order/)
  })

  test('a newer store is refused untouched', async () => {
    const { folder, raw, safety } = store()
    migrate(raw, [notes, titles], safety)
    closeStore(raw)
    const file = join(folder, 'store.db')
    const bytes = readFileSync(file)
    const again = openEncrypted(file, dek)
    onTestFinished(() => closeStore(again))
    await expectCode('store-too-new', () => migrate(again, [notes], safety))
    try {
      migrate(again, [notes], safety)
    } catch (error) {
      expect((error as AppError).details).toEqual({ storeVersion: 2, knownVersion: 1 })
    }
    closeStore(again)
    expect(readFileSync(file)).toEqual(bytes)
    expect(backups(folder)).toEqual([])
  })
})

describe('the copy before the first step', () => {
  test('is whole, of the old version, under the same key, and the only file', () => {
    const { folder, raw, safety } = store()
    migrate(raw, [notes], safety)
    fill(raw)
    expect(() => migrate(raw, [notes, broken], safety)).toThrow('no further')
    expect(backups(folder)).toEqual(['before.ddb'])
    const copy = openEncrypted(join(folder, 'backups', 'before.ddb'), dek, { readonly: true })
    onTestFinished(() => closeStore(copy))
    assertWhole(copy)
    expect(storeVersion(copy)).toBe(1)
    expect(copy.prepare('SELECT count(*) FROM notes').pluck().get()).toBe(50)
    expect(copy.prepare('SELECT body FROM notes WHERE id = 7').pluck().get()).toBe('笔记 6')
    expect(readFileSync(copy.name).includes('笔记')).toBe(false)
  })

  test('when it cannot be made, nothing is migrated and nothing is left', () => {
    const { folder, raw, safety } = store()
    migrate(raw, [notes], safety)
    writeFileSync(join(folder, 'backups'), 'a file where the folder should be')
    expect(() => migrate(raw, [notes, titles], safety)).toThrow(AppError)
    expect(storeVersion(raw)).toBe(1)
  })

  test('a damaged store is not copied as if it were whole', async () => {
    const { folder, raw } = store()
    migrate(raw, [notes])
    fill(raw)
    closeStore(raw)
    const file = join(folder, 'store.db')
    const bytes = readFileSync(file)
    bytes[bytes.length - 300] = (bytes.at(-300) ?? 0) ^ 1
    writeFileSync(file, bytes)
    const again = openEncrypted(file, dek)
    onTestFinished(() => closeStore(again))
    const target = join(folder, 'copy.db')
    await expectCode('store-damaged', () => makeBackup(again, dek, target, order))
    expect(readdirSync(folder).filter(name => name.startsWith('copy'))).toEqual([])
  })

  test('under another key it is refused', async () => {
    const { folder, raw } = store()
    migrate(raw, [notes])
    await expectCode('store-damaged', () => makeBackup(raw, Buffer.alloc(32, 1), join(folder, 'copy.db'), order))
    expect(existsSync(join(folder, 'copy.db'))).toBe(false)
  })
})

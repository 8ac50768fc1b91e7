import { copyFileSync, existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { appendLine, startEpoch } from '../../../src/main/store/audit'
import { readBackup } from '../../../src/main/store/backup-format'
import { type BackupOrder, makeBackup, verifyBackup } from '../../../src/main/store/backup-make'
import { openEncrypted, type Raw } from '../../../src/main/store/open'
import { publicKeyFor } from '../../../src/main/store/seal'
import { AppError } from '../../../src/shared/result'
import { auditStore, codeOf, dek, line, STORE_ID, tempFolder } from './fixtures'

const order: BackupOrder = {
  id: '00000000-0000-4000-8000-00000000000b',
  storeId: STORE_ID,
  kind: 'manual',
  at: '2030-01-02T03:04:05.678Z',
  version: '0.1.0',
  note: '换电脑之前',
  header: '{"format":1}',
}

function filled(folder: string): Raw {
  const raw = auditStore(folder)
  raw.exec('CREATE TABLE papers (id INTEGER PRIMARY KEY, text TEXT NOT NULL)')
  const insert = raw.prepare('INSERT INTO papers (text) VALUES (?)')
  raw.transaction(() => {
    startEpoch(raw, [{ id: 'a', publicKey: publicKeyFor(Buffer.alloc(32, 7)) }])
    for (let i = 0; i < 400; i++) insert.run(`机密${i}`.repeat(40))
    for (let i = 1; i <= 3; i++) appendLine(raw, line(i))
  })()
  return raw
}
const reading = <T>(folder: string, work: (reader: Raw) => T): T => {
  const reader = openEncrypted(join(folder, 'store.db'), dek)
  try {
    return work(reader)
  } finally {
    reader.close()
  }
}

test('one file, encrypted, that says what it is to whoever has it and what it holds to whoever has the key', () => {
  const folder = tempFolder()
  filled(folder)
  const target = join(folder, 'backups', 'a.ddb')
  const head = reading(folder, reader => makeBackup(reader, dek, target, order))
  expect(readdirSync(join(folder, 'backups'))).toEqual(['a.ddb'])
  expect(readBackup(target)).toMatchObject({ manifest: { head }, header: order.header })
  const bytes = readFileSync(target)
  for (const word of ['机密', '换电脑', 'papers']) expect(bytes.includes(word)).toBe(false)
  const { contents } = verifyBackup(target, dek)
  expect(contents).toMatchObject({ note: '换电脑之前', seq: 3, counts: { papers: 400, audit_lines: 3 } })
  expect(() => verifyBackup(target, Buffer.alloc(32, 200))).toThrow('不是这个数据库的备份')
  const opened = openEncrypted(target, dek, { readonly: true })
  expect(opened.prepare('SELECT count(*) FROM papers').pluck().get()).toBe(400)
  opened.close()
})

test('who writes meanwhile is not waited for, and the backup holds one moment of the store', () => {
  const folder = tempFolder()
  const raw = filled(folder)
  const target = join(folder, 'a.ddb')
  let written = 0
  reading(folder, reader =>
    makeBackup(reader, dek, target, order, {
      step: () => {
        raw.prepare('INSERT INTO papers (text) VALUES (?)').run('其间')
        written += 1
      },
      insist: () => undefined,
    }),
  )
  expect(written).toBeGreaterThan(0)
  expect(verifyBackup(target, dek).contents.counts['papers']).toBe(401)
})

test('stopped at any step, nothing is left behind', () => {
  const folder = tempFolder()
  filled(folder)
  for (const stop of [0, 1, 2]) {
    let asked = 0
    const insist = () => {
      if (asked++ === stop) throw new AppError('cancelled', '已取消')
    }
    const target = join(folder, 'backups', `${stop}.ddb`)
    expect(() =>
      reading(folder, reader => makeBackup(reader, dek, target, order, { step: () => undefined, insist })),
    ).toThrow('已取消')
    expect(readdirSync(join(folder, 'backups'))).toEqual([])
  }
})

test('a backup that was changed or cut anywhere is refused', async () => {
  const folder = tempFolder()
  filled(folder)
  const good = join(folder, 'good.ddb')
  reading(folder, reader => makeBackup(reader, dek, good, order))
  const bytes = readFileSync(good)
  const bad = join(folder, 'bad.ddb')
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ change
      writeFileSync(bad, changed)
      expect(await codeOf(() => verifyBackup(bad, dek))).toBe('backup-damaged')
    }),
    { numRuns: 150 },
  )
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), async length => {
      copyFileSync(good, bad)
      truncateSync(bad, length)
      expect(await codeOf(() => verifyBackup(bad, dek))).toBe('backup-damaged')
    }),
    { numRuns: 60 },
  )
  expect(existsSync(good)).toBe(true)
})

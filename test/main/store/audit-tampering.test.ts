import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { appendLine, readHead, readHeadRow, startEpoch } from '../../../src/main/store/audit'
import { lineMac, nextKey, sealFirstKey } from '../../../src/main/store/audit-chain'
import { checkpoint } from '../../../src/main/store/audit-checkpoints'
import { verifyLines } from '../../../src/main/store/audit-verify'
import type { AuditProblem } from '../../../src/main/store/audit-walk'
import { canonicalJson } from '../../../src/main/store/canonical-json'
import { closeStore, openEncrypted, type Raw } from '../../../src/main/store/open'
import { newKeyPair } from '../../../src/main/store/seal'
import { auditStore, dek, line, tempFolder } from './fixtures'

const auditor = { id: 'auditor', ...newKeyPair() }
const LINES = 600
const CUT = 300

const append = (raw: Raw, from: number, to: number) =>
  raw
    .transaction(() => {
      for (let i = from; i <= to; i++) appendLine(raw, line(i))
    })
    .immediate()
const begin = (raw: Raw) => raw.transaction(() => startEpoch(raw, [auditor])).immediate()

/** Two epochs: lines 1–300 and 301–600. */
function chain(folder = tempFolder()): Raw {
  const raw = auditStore(folder)
  begin(raw)
  append(raw, 1, CUT)
  begin(raw)
  append(raw, CUT + 1, LINES)
  return raw
}

/** Someone who has the DEK and the file, and takes the triggers off first. */
function attack(raw: Raw, ...statements: string[]): void {
  raw.exec('DROP TRIGGER audit_lines_keep; DROP TRIGGER audit_lines_stay; DROP TRIGGER audit_lines_follow')
  for (const statement of statements) raw.exec(statement)
}

const problemOf = async (raw: Raw, anchor?: { seq: number; mac: Buffer }): Promise<AuditProblem | undefined> =>
  (await verifyLines(raw, auditor, anchor)).firstProblem

type LineRow = { seq: number; body: string; mac: Buffer }
const rowsFrom = (raw: Raw, seq: number) =>
  raw.prepare<[number], LineRow>('SELECT seq, body, mac FROM audit_lines WHERE seq >= ? ORDER BY seq').all(seq)

/** Signs all lines from `seq` on again, beginning with `key`, and makes the head fit. */
function resign(raw: Raw, seq: number, key: Buffer): void {
  let mac =
    raw
      .prepare<[number], Buffer>('SELECT mac FROM audit_lines WHERE seq = ?')
      .pluck()
      .get(seq - 1) ?? Buffer.alloc(32)
  let current = key
  for (const row of rowsFrom(raw, seq)) {
    mac = lineMac(current, mac, row.seq, row.body)
    current = nextKey(current)
    raw.prepare('UPDATE audit_lines SET mac = ? WHERE seq = ?').run(mac, row.seq)
  }
  raw.prepare('UPDATE audit_head SET mac = ?, key = ?').run(mac, current)
}

const EDIT = (seq: number) => `UPDATE audit_lines SET body = replace(body, '职务', '级别') WHERE seq = ${seq}`

describe('the first line concerned is named', () => {
  test.each<[string, string[], AuditProblem]>([
    ['edited', [EDIT(500)], { kind: 'changed', seq: 500 }],
    ['another MAC', ['UPDATE audit_lines SET mac = zeroblob(32) WHERE seq = 77'], { kind: 'changed', seq: 77 }],
    ['deleted', ['DELETE FROM audit_lines WHERE seq = 123'], { kind: 'missing', seq: 123, expected: 123 }],
    [
      'many deleted',
      ['DELETE FROM audit_lines WHERE seq BETWEEN 10 AND 20'],
      { kind: 'missing', seq: 10, expected: 20 },
    ],
    ['first deleted', ['DELETE FROM audit_lines WHERE seq = 1'], { kind: 'missing', seq: 1, expected: 1 }],
    [
      'deleted and renumbered',
      ['DELETE FROM audit_lines WHERE seq = 123', 'UPDATE audit_lines SET seq = seq - 1 WHERE seq > 123'],
      { kind: 'changed', seq: 123 },
    ],
    [
      'inserted',
      [
        'UPDATE audit_lines SET seq = -seq WHERE seq >= 50',
        'UPDATE audit_lines SET seq = 1 - seq WHERE seq < 0',
        'INSERT INTO audit_lines SELECT 50, epoch, body, mac FROM audit_lines WHERE seq = 49',
      ],
      { kind: 'changed', seq: 50 },
    ],
    [
      'swapped',
      [
        'UPDATE audit_lines SET seq = -1 WHERE seq = 40',
        'UPDATE audit_lines SET seq = 40 WHERE seq = 41',
        'UPDATE audit_lines SET seq = 41 WHERE seq = -1',
      ],
      { kind: 'changed', seq: 40 },
    ],
    ['cut off', ['DELETE FROM audit_lines WHERE seq > 590'], { kind: 'missing', seq: 591, expected: 600 }],
    ['all cut off', ['DELETE FROM audit_lines'], { kind: 'missing', seq: 1, expected: 600 }],
    [
      'cut off and the head turned back',
      [
        'DELETE FROM audit_lines WHERE seq > 590',
        'UPDATE audit_head SET seq = 590, mac = (SELECT mac FROM audit_lines WHERE seq = 590)',
      ],
      { kind: 'missing', seq: 591, expected: 600 },
    ],
    ['head changed', ['UPDATE audit_head SET mac = zeroblob(32)'], { kind: 'changed', seq: 601 }],
    ['head key changed', ['UPDATE audit_head SET key = zeroblob(32)'], { kind: 'foreign', seq: 601 }],
    ['head lost', ['DELETE FROM audit_head'], { kind: 'changed', seq: 1 }],
    [
      'line added behind the head',
      ['INSERT INTO audit_lines SELECT 601, 2, body, mac FROM audit_lines WHERE seq = 600'],
      { kind: 'changed', seq: 601 },
    ],
    [
      'line moved to another epoch',
      ['UPDATE audit_lines SET epoch = 1 WHERE seq = 400'],
      { kind: 'changed', seq: 400 },
    ],
    ['epoch lost', ['DELETE FROM audit_epochs WHERE epoch = 2'], { kind: 'changed', seq: 301 }],
    ['link lost', ['UPDATE audit_epochs SET link = NULL WHERE epoch = 2'], { kind: 'foreign', seq: 301 }],
    [
      'seal broken',
      [`UPDATE audit_epochs SET seals = replace(seals, '"sealed":"', '"sealed":"AAAA') WHERE epoch = 2`],
      { kind: 'foreign', seq: 301 },
    ],
    [
      'epoch begins elsewhere',
      ['UPDATE audit_epochs SET first_seq = 305 WHERE epoch = 2'],
      { kind: 'changed', seq: 301 },
    ],
  ])('%s', async (_name, statements, problem) => {
    const raw = chain()
    attack(raw, ...statements)
    expect(await problemOf(raw)).toEqual(problem)
  })
})

describe('with everything that the file holds', () => {
  test('line 500 rewritten and signed with the present key', async () => {
    const raw = chain()
    const key = readHeadRow(raw)?.key ?? Buffer.alloc(0)
    attack(raw, EDIT(500))
    resign(raw, 500, key)
    expect(await problemOf(raw)).toEqual({ kind: 'changed', seq: 500 })
  })

  test('the last epoch invented anew', async () => {
    const raw = chain()
    const firstKey = Buffer.alloc(32, 1)
    attack(raw, EDIT(500))
    raw
      .prepare('UPDATE audit_epochs SET seals = ? WHERE epoch = 2')
      .run(canonicalJson(sealFirstKey(2, firstKey, [auditor])))
    resign(raw, CUT + 1, firstKey)
    expect(await problemOf(raw)).toEqual({ kind: 'foreign', seq: CUT + 1 })
  })

  /** The chain alone cannot tell: any key can be sealed to an auditor. What has seen the old chain can. */
  test('the whole chain invented anew: told by the anchor and by the auditor’s checkpoint', async () => {
    const raw = chain()
    const anchor = { seq: 600, mac: readHead(raw)?.mac ?? Buffer.alloc(0) }
    checkpoint(raw, auditor, { at: '2030-01-08T09:00:00.000Z', note: '' })
    const firstKey = Buffer.alloc(32, 1)
    attack(
      raw,
      EDIT(5),
      'DELETE FROM audit_epochs WHERE epoch = 2',
      'UPDATE audit_lines SET epoch = 1',
      'UPDATE audit_head SET epoch = 1',
    )
    raw.prepare('UPDATE audit_epochs SET seals = ?').run(canonicalJson(sealFirstKey(1, firstKey, [auditor])))
    resign(raw, 1, firstKey)
    const told = { kind: 'rolled-back', seq: 600, expected: 600 }
    expect(await problemOf(raw)).toEqual(told)
    raw.exec('DELETE FROM audit_checkpoints')
    expect(await problemOf(raw)).toBeUndefined()
    expect((await verifyLines(raw, auditor, undefined)).lastCheckpoint).toBeUndefined()
    expect(await problemOf(raw, anchor)).toEqual(told)
  })

  test('a forged checkpoint', async () => {
    const raw = chain()
    checkpoint(raw, auditor, { at: '2030-01-08T09:00:00.000Z', note: '' })
    append(raw, 601, 610)
    raw.exec('UPDATE audit_checkpoints SET seq = 605, mac = (SELECT mac FROM audit_lines WHERE seq = 605)')
    expect(await problemOf(raw)).toEqual({ kind: 'foreign', seq: 605, expected: 605 })
  })
})

describe('an old copy of the file is put back', () => {
  function rolledBack(more: number) {
    const folder = tempFolder()
    const file = join(folder, 'store.db')
    const raw = chain(folder)
    raw.pragma('wal_checkpoint(TRUNCATE)')
    copyFileSync(file, join(folder, 'old.db'))
    append(raw, 601, 650)
    const anchor = { seq: 650, mac: readHead(raw)?.mac ?? Buffer.alloc(0) }
    closeStore(raw)
    const old = openEncrypted(join(folder, 'old.db'), dek)
    onTestFinished(() => closeStore(old))
    if (more > 0) append(old, 701, 700 + more)
    return { old, anchor }
  }

  test('the anchor tells how much is gone', async () => {
    const { old, anchor } = rolledBack(0)
    expect(await problemOf(old)).toBeUndefined()
    expect(await problemOf(old, anchor)).toEqual({ kind: 'rolled-back', seq: 601, expected: 650 })
  })
  test('also after it has gone on differently', async () => {
    const { old, anchor } = rolledBack(100)
    expect(await problemOf(old, anchor)).toEqual({ kind: 'rolled-back', seq: 650, expected: 650 })
  })
})

import { describe, expect, test } from 'vitest'
import {
  type AuditLine,
  appendLine,
  type KeyHolder,
  readHead,
  shareEpochs,
  startEpoch,
} from '../../../src/main/store/audit'
import { checkpoint, checkpointCode, codeAt, isSameCode } from '../../../src/main/store/audit-checkpoints'
import { exportLines } from '../../../src/main/store/audit-export'
import { verifyLines } from '../../../src/main/store/audit-verify'
import type { Raw } from '../../../src/main/store/open'
import { newKeyPair, sha256 } from '../../../src/main/store/seal'
import { auditStore, expectCode, line, T0, tempFolder } from './fixtures'

const person = (id: string) => ({ id, ...newKeyPair() })
const auditor = person('auditor')
const recovery = person('recovery')

const inTransaction = <T>(raw: Raw, work: () => T): T => raw.transaction(work).immediate()
const begin = (raw: Raw, ...recipients: readonly { id: string; publicKey: Buffer }[]) =>
  inTransaction(raw, () => startEpoch(raw, recipients))
const append = (raw: Raw, from: number, to: number, more: Partial<AuditLine> = {}) =>
  inTransaction(raw, () => {
    for (let i = from; i <= to; i++) appendLine(raw, line(i, more))
  })
const verify = (raw: Raw, reader: KeyHolder = auditor) => verifyLines(raw, reader, undefined, { chunk: 50 })

function chain(lines = 120): Raw {
  const raw = auditStore(tempFolder())
  begin(raw, auditor, recovery)
  append(raw, 1, lines)
  return raw
}

describe('appending', () => {
  test('a line is written with what it tells of, or neither is', () => {
    const raw = chain(3)
    raw.exec('CREATE TABLE things (id INTEGER PRIMARY KEY) STRICT')
    const before = readHead(raw)
    expect(() =>
      inTransaction(raw, () => {
        raw.exec('INSERT INTO things VALUES (1)')
        appendLine(raw, line(4))
        throw new Error('the change failed')
      }),
    ).toThrow('the change failed')
    expect(readHead(raw)).toEqual(before)
    expect(raw.prepare('SELECT count(*) FROM things').pluck().get()).toBe(0)
    expect(raw.prepare('SELECT count(*) FROM audit_lines').pluck().get()).toBe(3)
    append(raw, 4, 4)
    expect(readHead(raw)?.seq).toBe(4)
  })

  test('a failing line takes the change with it', () => {
    const raw = chain(3)
    raw.exec('CREATE TABLE things (id INTEGER PRIMARY KEY) STRICT')
    expect(() =>
      inTransaction(raw, () => {
        raw.exec('INSERT INTO things VALUES (1)')
        appendLine(raw, line(4, { details: 10n }))
      }),
    ).toThrow()
    expect(raw.prepare('SELECT count(*) FROM things').pluck().get()).toBe(0)
  })

  test('never outside a transaction, never before the first epoch', () => {
    const raw = auditStore(tempFolder())
    expect(() => inTransaction(raw, () => appendLine(raw, line(1)))).toThrow()
    expect(() => startEpoch(raw, [auditor])).toThrow()
    begin(raw, auditor)
    expect(() => appendLine(raw, line(1))).toThrow()
  })

  test('the table refuses updates, deletes, replacing and gaps', () => {
    const raw = chain(5)
    for (const sql of [
      "UPDATE audit_lines SET body = '{}' WHERE seq = 2",
      'DELETE FROM audit_lines WHERE seq = 5',
      "INSERT OR REPLACE INTO audit_lines VALUES (3, 1, '{}', x'00')",
      "INSERT INTO audit_lines VALUES (9, 1, '{}', x'00')",
    ]) {
      expect(() => raw.exec(sql)).toThrow(/audit lines/)
    }
  })

  test('the head remembers the latest clock', () => {
    const raw = chain(5)
    append(raw, 6, 6, { t: T0 - 3_600_000 })
    expect(readHead(raw)?.maxSeenMs).toBe(T0 + 5000)
  })
})

describe('an honest chain', () => {
  test('is whole, for the auditor and for the recovery key', async () => {
    const raw = chain()
    const progress: number[] = []
    const verdict = await verifyLines(raw, auditor, undefined, { chunk: 50, onProgress: done => progress.push(done) })
    expect(verdict).toEqual({ checked: 120, epochs: 1, clockSetBack: [], unreadableEpochs: [] })
    expect(progress).toEqual([50, 100, 120])
    expect((await verify(raw, recovery)).checked).toBe(120)
  })

  test('may be empty', async () => {
    const raw = auditStore(tempFolder())
    expect(await verify(raw)).toMatchObject({ checked: 0, epochs: 0 })
    begin(raw, auditor)
    expect(await verify(raw)).toEqual({ checked: 0, epochs: 1, clockSetBack: [], unreadableEpochs: [] })
  })

  test('grows while it is verified', async () => {
    const raw = chain()
    const running = verify(raw)
    append(raw, 121, 150)
    expect(await running).toMatchObject({ checked: 120 })
    expect(await verify(raw)).toMatchObject({ checked: 150 })
  })

  test('verifying can be cancelled', async () => {
    const raw = chain()
    const signal = { aborted: false }
    const running = verifyLines(raw, auditor, undefined, {
      chunk: 10,
      signal,
      onProgress: () => (signal.aborted = true),
    })
    await expectCode('cancelled', () => running)
  })
})

describe('epochs', () => {
  const second = person('second')

  test('are verified across their borders, empty ones too', async () => {
    const raw = chain(20)
    begin(raw, auditor, second)
    begin(raw, auditor, second, recovery)
    append(raw, 21, 40)
    begin(raw, auditor)
    expect(await verify(raw)).toEqual({ checked: 40, epochs: 4, clockSetBack: [], unreadableEpochs: [] })
  })

  test('a new auditor reads the old epochs only once they were shared', async () => {
    const raw = chain(20)
    begin(raw, auditor, second)
    append(raw, 21, 30)
    expect(await verify(raw, second)).toEqual({
      checked: 10,
      epochs: 2,
      clockSetBack: [],
      unreadableEpochs: [{ epoch: 1, first: 1, last: 20 }],
    })
    expect(inTransaction(raw, () => shareEpochs(raw, second, [second]))).toBe(0)
    expect(inTransaction(raw, () => shareEpochs(raw, auditor, [second, auditor]))).toBe(1)
    expect(await verify(raw, second)).toMatchObject({ checked: 30, unreadableEpochs: [] })
  })

  test('an account whose key was replaced is a newcomer under its own id', async () => {
    const raw = chain(20)
    const reset = { ...person('auditor') }
    expect((await verify(raw, reset)).unreadableEpochs).toHaveLength(1)
    expect(inTransaction(raw, () => shareEpochs(raw, recovery, [reset]))).toBe(1)
    expect(await verify(raw, reset)).toMatchObject({ checked: 20, unreadableEpochs: [] })
  })

  test('lines of an epoch that cannot be read are still counted', async () => {
    const raw = chain(20)
    const stranger = person('stranger')
    expect(await verify(raw, stranger)).toMatchObject({ checked: 0, unreadableEpochs: [{ first: 1, last: 20 }] })
  })
})

describe('the clock', () => {
  test('a line after the clock was set back is named once, small steps are not', async () => {
    const raw = chain(10)
    append(raw, 11, 11, { t: T0 - 60_000 })
    expect((await verify(raw)).clockSetBack).toEqual([])
    append(raw, 12, 14, { t: T0 - 3_600_000 })
    append(raw, 15, 15)
    append(raw, 16, 17, { t: T0 - 86_400_000 })
    append(raw, 18, 18, { t: T0 - 2 * 86_400_000 })
    expect((await verify(raw)).clockSetBack).toEqual([12, 16, 18])
  })
})

describe('checkpoints', () => {
  const when = { at: '2030-01-08T09:00:00.000Z', note: '第一周' }

  test('give the auditor a code for paper that can be compared for ever', async () => {
    const raw = chain()
    const made = inTransaction(raw, () => checkpoint(raw, auditor, when))
    expect(made.code).toMatch(/^([0-9A-F]{4}-){7}[0-9A-F]{4}$/)
    expect(made).toMatchObject({ seq: 120, at: when.at })
    append(raw, 121, 140)
    expect(codeAt(raw, 120)).toBe(made.code)
    expect(codeAt(raw, 999)).toBeUndefined()
    expect(checkpointCode(readHead(raw)?.mac ?? Buffer.alloc(32))).toBe(codeAt(raw, 140))
    expect(isSameCode(` ${made.code.toLowerCase().replaceAll('-', ' ')}`, made.code)).toBe(true)
    expect(isSameCode(made.code, codeAt(raw, 119) ?? '')).toBe(false)
    expect(await verify(raw)).toMatchObject({ checked: 140, lastCheckpoint: { seq: 120, at: when.at } })
  })

  test('of several auditors at the same line, and of a key that was replaced', async () => {
    const raw = chain()
    const colleague = person('colleague')
    checkpoint(raw, { ...person('auditor') }, when)
    checkpoint(raw, colleague, when)
    const verdict = await verify(raw)
    expect(verdict.firstProblem).toBeUndefined()
    expect(verdict.lastCheckpoint).toBeUndefined()
  })
})

describe('export', () => {
  test('every line as JSON, with a manifest that fits', async () => {
    const raw = chain(30)
    let text = ''
    const manifest = await exportLines(raw, piece => (text += piece), { chunk: 7 })
    const lines = text
      .trimEnd()
      .split('\n')
      .map(row => JSON.parse(row) as { seq: number; body: string; mac: string })
    expect(manifest).toEqual({
      format: 1,
      count: 30,
      first: 1,
      last: 30,
      head: readHead(raw)?.mac.toString('hex'),
      sha256: sha256(text).toString('hex'),
    })
    expect(lines.map(({ seq }) => seq)).toEqual(Array.from({ length: 30 }, (_, i) => i + 1))
    expect(JSON.parse(lines[4]?.body ?? '')).toEqual(line(5))
  })
  test('a choice of lines, none at all', async () => {
    const raw = chain(30)
    let text = ''
    const manifest = await exportLines(raw, piece => (text += piece), { keep: ({ seq }) => seq % 10 === 0 })
    expect(manifest).toMatchObject({ count: 3, first: 10, last: 30 })
    expect(await exportLines(raw, () => undefined, { keep: () => false })).toMatchObject({
      count: 0,
      first: 0,
      head: '',
    })
  })
})

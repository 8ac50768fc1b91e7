import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { machineTriesFile, triesFile } from '../../../src/main/store/store-paths'
import { openTries, type TryBook } from '../../../src/main/store/tries'
import { AppError } from '../../../src/shared/result'
import { expectCode, machineSecret, memoryFolder, STORE_ID, T0 } from './fixtures'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const HARD = { maxTries: 5, hardLock: true }
const SOFT = { maxTries: 5, hardLock: false }

/** A PC with a clock that people can set and an uptime that they cannot. Every `open` is a fresh start of the program. */
function desk() {
  const folder = memoryFolder()
  const machineDir = join(folder, 'machine')
  const pc = { wallMs: T0, uptimeMs: 10 * HOUR }
  const open = (): TryBook => openTries(folder, machineDir, STORE_ID, machineSecret, () => pc.uptimeMs)
  const pass = (ms: number) => {
    pc.wallMs += ms
    pc.uptimeMs += ms
  }
  const fail = (hash = 'alice') => {
    const book = open()
    book.insistMayTry(hash, pc.wallMs)
    book.recordFailure(hash)
  }
  const files = [triesFile(folder), machineTriesFile(machineDir, STORE_ID)] as const
  return { pc, open, pass, fail, files }
}

const waitOf = (work: () => void): number => {
  try {
    work()
  } catch (error) {
    if (error instanceof AppError && error.code === 'throttled')
      return (error.details as { waitSeconds: number }).waitSeconds * 1000
    throw error
  }
  return 0
}

describe('waits', () => {
  test('begin after the fifth failure, double, and end at half an hour', () => {
    const { open, pass, pc } = desk()
    const waits: number[] = []
    for (let failures = 1; failures <= 12; failures++) {
      const book = open()
      book.insistMayTry('alice', pc.wallMs)
      book.recordFailure('alice')
      const wait = failures < 5 ? 0 : waitOf(() => open().insistMayTry('alice', pc.wallMs))
      waits.push(wait / 1000)
      pass(wait)
    }
    expect(waits).toEqual([0, 0, 0, 0, 30, 60, 120, 240, 480, 960, 1800, 1800])
  })

  test('1,000 guesses with a restart before each: at most 15 in any hour', { timeout: 20_000 }, () => {
    const { open, pass, pc } = desk()
    const guesses: number[] = []
    while (guesses.length < 1000) {
      const book = open()
      const wait = waitOf(() => book.insistMayTry('alice', pc.wallMs))
      if (wait === 0) {
        guesses.push(pc.uptimeMs)
        book.recordFailure('alice')
      }
      pass(Math.max(wait, 1000))
    }
    const busiest = Math.max(...guesses.map((start, i) => guesses.slice(i).filter(at => at < start + HOUR).length))
    expect(busiest).toBeLessThanOrEqual(15)
    expect(guesses.at(-1)).toBeGreaterThan(400 * HOUR)
    const pending = open().takePending()
    expect(pending).toHaveLength(100)
    expect(pending.reduce((sum, { times }) => sum + times, 0)).toBe(1000)
  })

  test('setting the clock forward or back changes nothing', () => {
    const { fail, open, pc, pass } = desk()
    for (let i = 0; i < 5; i++) fail()
    const wait = () => waitOf(() => open().insistMayTry('alice', pc.wallMs))
    expect(wait()).toBe(30_000)
    pc.wallMs += 365 * 24 * HOUR
    expect(wait()).toBe(30_000)
    pc.wallMs -= 2 * 365 * 24 * HOUR
    expect(wait()).toBe(30_000)
    pass(29_000)
    expect(wait()).toBe(1000)
    pass(1000)
    expect(wait()).toBe(0)
  })

  test('a restart of the PC does not shorten a wait', () => {
    const { fail, open, pc } = desk()
    for (let i = 0; i < 5; i++) fail()
    pc.uptimeMs = 12_000
    expect(waitOf(() => open().insistMayTry('alice', pc.wallMs))).toBe(18_000)
  })

  test('killing the program during the check does not save the try', async () => {
    const { open, pc } = desk()
    for (let i = 0; i < 5; i++) open().insistMayTry('alice', pc.wallMs)
    await expectCode('throttled', () => open().insistMayTry('alice', pc.wallMs))
    expect(open().takePending()).toHaveLength(4)
  })

  test('one login does not slow another down', () => {
    const { fail, open, pc } = desk()
    for (let i = 0; i < 5; i++) fail('alice')
    expect(waitOf(() => open().insistMayTry('bob', pc.wallMs))).toBe(0)
  })
})

describe('success', () => {
  test('begins the count anew and leaves no failure to tell', () => {
    const { fail, open, pc } = desk()
    for (let i = 0; i < 4; i++) fail()
    const book = open()
    book.insistMayTry('alice', pc.wallMs)
    book.recordSuccess('alice')
    book.recordSuccess('alice', SOFT)
    expect(open().takePending()).toHaveLength(4)
    for (let i = 0; i < 4; i++) fail()
    expect(waitOf(() => open().insistMayTry('alice', pc.wallMs))).toBe(0)
  })
})

describe('hard lock', () => {
  const known = () => {
    const made = desk()
    made.open().recordSuccess('alice', HARD)
    return made
  }

  test('locks at the limit until an administrator unlocks, and keeps the rule', async () => {
    const { fail, open, pass, pc } = known()
    for (let i = 0; i < 5; i++) fail()
    expect(open().isLockedOut('alice')).toBe(true)
    pass(1000 * HOUR)
    await expectCode('throttled', () => open().insistMayTry('alice', pc.wallMs))
    expect(
      open()
        .takePending()
        .map(({ lockedOut }) => lockedOut),
    ).toEqual([false, false, false, false, true])
    open().unlock('alice')
    expect(open().isLockedOut('alice')).toBe(false)
    for (let i = 0; i < 5; i++) fail()
    expect(open().isLockedOut('alice')).toBe(true)
  })

  test('an account without it is never locked for good', () => {
    const { fail, open, pass } = desk()
    open().recordSuccess('alice', SOFT)
    for (let i = 0; i < 12; i++) {
      fail()
      pass(HOUR)
    }
    expect(open().isLockedOut('alice')).toBe(false)
  })

  test('an invented login cannot be locked or push others out', () => {
    const { fail, open, files, pc } = known()
    for (let i = 0; i < 3; i++) fail('alice')
    for (let i = 0; i < 300; i++) {
      const book = open()
      if (waitOf(() => book.insistMayTry(`nobody-${i}`, pc.wallMs)) === 0) book.recordFailure(`nobody-${i}`)
    }
    const { entries } = JSON.parse(readFileSync(files[0], 'utf8')) as { entries: Record<string, unknown> }
    expect(Object.keys(entries).length).toBeLessThanOrEqual(202)
    fail('alice')
    fail('alice')
    expect(open().isLockedOut('alice')).toBe(true)
  })
})

describe('the files', () => {
  test('either copy is enough, and an old copy put back turns nothing back', async () => {
    const { fail, open, files, pc } = desk()
    for (let i = 0; i < 4; i++) fail()
    const old = files.map(path => readFileSync(path))
    fail()
    for (const [i, path] of files.entries()) {
      const now = readFileSync(path)
      writeFileSync(path, old[i] ?? '')
      await expectCode('throttled', () => open().insistMayTry('alice', pc.wallMs))
      rmSync(path)
      await expectCode('throttled', () => open().insistMayTry('alice', pc.wallMs))
      writeFileSync(path, now)
    }
  })

  test('a changed copy does not count; when both are gone that is told', async () => {
    const { fail, open, files, pc } = desk()
    expect(open().lost).toBe(true)
    for (let i = 0; i < 5; i++) fail()
    expect(open().lost).toBe(false)
    const [path, other] = files
    writeFileSync(path, readFileSync(path, 'utf8').replace('"failures":5', '"failures":0'))
    await expectCode('throttled', () => open().insistMayTry('alice', pc.wallMs))
    rmSync(other)
    expect(open().lost).toBe(true)
  })

  test('failures wait for the audit chain and are forgotten once it has them', () => {
    const { fail, open, pass, pc } = desk()
    fail('alice')
    pass(1000)
    fail('bob')
    expect(open().takePending()).toEqual([
      { loginHash: 'alice', at: T0, times: 1, lockedOut: false },
      { loginHash: 'bob', at: pc.wallMs, times: 1, lockedOut: false },
    ])
    const book = open()
    book.takePending()
    expect(open().takePending()).toHaveLength(2)
    book.settlePending()
    expect(open().takePending()).toEqual([])
  })
})

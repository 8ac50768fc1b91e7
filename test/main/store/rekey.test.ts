import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, onTestFinished, test } from 'vitest'
import { FLOOR_PARAMS } from '../../../src/main/store/kdf'
import { closeStore, openEncrypted, type Raw } from '../../../src/main/store/open'
import { openWithVault, rekey } from '../../../src/main/store/rekey'
import { storeFile, vaultFiles } from '../../../src/main/store/store-paths'
import {
  unlock,
  unlockWithRecovery,
  type Vault,
  withNextDek,
  withoutSlot,
  withPassword,
} from '../../../src/main/store/vault'
import { isVaultWritten, readVaultCopies, writeVault } from '../../../src/main/store/vault-file'
import { assertWhole } from '../../../src/main/store/whole'
import { bundle, start } from './child'
import { alice, BOB, bob, expectCode, machineSecret, newVault, tempFolder } from './fixtures'

const ROWS = 1500

async function newStore(): Promise<{ folder: string; raw: Raw; vault: Vault; dek: Buffer; recoveryCode: string }> {
  const folder = tempFolder()
  const { vault, dek, recoveryCode } = await newVault()
  const raw = openEncrypted(storeFile(folder), dek, { create: true })
  onTestFinished(() => closeStore(raw))
  raw.exec('CREATE TABLE notes (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT')
  const insert = raw.prepare('INSERT INTO notes (body) VALUES (?)')
  raw.transaction(() => {
    for (let i = 0; i < ROWS; i++) insert.run(`${i}${'密'.repeat(200)}`)
  })()
  writeVault(folder, vault)
  return { folder, raw, vault, dek, recoveryCode }
}

/** Re-keys. @returns what counts afterwards */
function turned(folder: string, raw: Raw, vault: Vault, dek: Buffer, nextDek?: Buffer) {
  let done = { vault, dek }
  rekey(folder, raw, { vault, dek, ...(nextDek && { nextDek }) }, now => {
    done = now
  })
  return done
}

const enter = async (folder: string, who = alice) =>
  openWithVault(folder, await unlock(readVaultCopies(folder), { ...who, machineSecret }))

function expectWhole(raw: Raw): void {
  assertWhole(raw)
  expect(raw.prepare('SELECT count(*) FROM notes').pluck().get()).toBe(ROWS)
}

test('after a re-key the same connection, passwords and code work; the old key and header do not', async () => {
  const { folder, raw, vault, dek, recoveryCode } = await newStore()
  const stolen = tempFolder()
  writeVault(stolen, vault)
  const without = withoutSlot(vault, dek, BOB)
  const done = turned(folder, raw, without, dek)
  expect(done.dek).not.toEqual(dek)
  raw.prepare('UPDATE notes SET body = ? WHERE id = 1').run('改')
  expectWhole(raw)
  closeStore(raw)

  await expectCode('store-damaged', () => openEncrypted(storeFile(folder), dek))
  await expectCode('wrong-password', () => enter(folder, bob))
  const again = await enter(folder)
  expect(again.rekey).toBe('none')
  expectWhole(again.raw)
  closeStore(again.raw)
  expect((await unlockWithRecovery(readVaultCopies(folder), recoveryCode)).dek).toEqual(done.dek)

  // Bob kept a copy of the header from before: it opens the old DEK, which opens nothing any more.
  copyFileSync(storeFile(folder), storeFile(stolen))
  await expectCode('store-damaged', () => enter(stolen, bob))
})

test('a re-key that fails leaves the old key in force, and the next opening finishes it', async () => {
  const { folder, raw, vault, dek } = await newStore()
  const other = openEncrypted(storeFile(folder), dek)
  onTestFinished(() => closeStore(other))
  other.exec('BEGIN IMMEDIATE; INSERT INTO notes (body) VALUES (1)')
  raw.pragma('busy_timeout = 0')
  await expectCode('store-in-use', () => turned(folder, raw, vault, dek))
  other.exec('ROLLBACK')
  raw.prepare('UPDATE notes SET body = ? WHERE id = 1').run('改')
  expectWhole(raw)
  closeStore(other)
  closeStore(raw)
  const opened = await enter(folder)
  expect(opened.rekey).toBe('finished')
  expect(opened.dek).not.toEqual(dek)
  expectWhole(opened.raw)
  const again = turned(folder, opened.raw, opened.vault, opened.dek)
  expectWhole(opened.raw)
  closeStore(opened.raw)
  expect((await enter(folder)).dek).toEqual(again.dek)
})

describe('an interrupted re-key is settled by the next opening', () => {
  test('header written, file not yet: the key that was given up opens nothing any more', async () => {
    const { folder, raw, vault, dek } = await newStore()
    closeStore(raw)
    const nextDek = Buffer.alloc(32, 3)
    writeVault(folder, withNextDek(vault, dek, nextDek))
    const opened = await enter(folder, bob)
    expect(opened.rekey).toBe('finished')
    expect(opened.dek).toEqual(nextDek)
    expectWhole(opened.raw)
    closeStore(opened.raw)
    expect(isVaultWritten(folder, opened.vault)).toBe(true)
    await expectCode('store-damaged', () => openEncrypted(storeFile(folder), dek))
    expect((await unlock(readVaultCopies(folder), { ...alice, machineSecret })).nextDek).toBeUndefined()
  })

  test('file changed, header not yet: finished', async () => {
    const { folder, raw, vault, dek } = await newStore()
    const nextDek = Buffer.alloc(32, 3)
    turned(folder, raw, vault, dek, nextDek)
    closeStore(raw)
    writeVault(folder, withNextDek(vault, dek, nextDek))
    const opened = await enter(folder, bob)
    expect(opened.rekey).toBe('finished')
    expect(opened.dek).toEqual(nextDek)
    expectWhole(opened.raw)
    closeStore(opened.raw)
    expect((await enter(folder)).rekey).toBe('none')
  })
})

test('opening mends a header copy that is behind', async () => {
  const { folder, raw, vault, dek } = await newStore()
  closeStore(raw)
  const [a, b] = vaultFiles(folder)
  const old = readFileSync(a)
  const changed = await withPassword(vault, dek, { id: BOB, password: '新', machineSecret, kdf: FLOOR_PARAMS })
  writeVault(folder, changed)
  writeFileSync(b, old)
  const opened = await enter(folder)
  closeStore(opened.raw)
  expect(readFileSync(b)).toEqual(readFileSync(a))
  await expectCode('wrong-password', () => enter(folder, bob))
})

test('killed at 40 random moments of re-keying: always opens, nothing is lost', { timeout: 60_000 }, async () => {
  const { folder, raw, recoveryCode, ...made } = await newStore()
  closeStore(raw)
  let { dek } = made
  const script = await bundle(new URL('./rekey.child.ts', import.meta.url))
  const outcomes = { none: 0, finished: 0, postponed: 0 }
  for (let round = 0; round < 40; round++) {
    const child = start(script, [folder, dek.toString('hex')])
    await child.says('ready')
    await new Promise(resolve => {
      setTimeout(resolve, Math.random() * 80)
    })
    child.process.kill('SIGKILL')
    await child.ended
    const opened = await enter(folder, round % 2 ? alice : bob)
    outcomes[opened.rekey]++
    dek = opened.dek
    expectWhole(opened.raw)
    closeStore(opened.raw)
  }
  expect((await unlockWithRecovery(readVaultCopies(folder), recoveryCode)).machineSecret).toEqual(machineSecret)
  // The kills must have hit: a loop that only ever stops between two re-keys proves nothing.
  expect(outcomes.finished).toBeGreaterThan(10)
})

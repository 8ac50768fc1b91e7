import { randomInt } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { canonicalJson } from '../../../src/main/store/canonical-json'
import {
  createMachineSecret,
  isMachineKnown,
  loadMachineSecret,
  saveMachineSecret,
} from '../../../src/main/store/machine-secret'
import { sha256 } from '../../../src/main/store/seal'
import { secretFile, vaultFiles } from '../../../src/main/store/store-paths'
import { unlockWithRecovery, withLabel } from '../../../src/main/store/vault'
import { isVaultWritten, readVault, readVaultCopies, vaultLabel, writeVault } from '../../../src/main/store/vault-file'
import { parseVault, printVault } from '../../../src/main/store/vault-format'
import { AppError } from '../../../src/shared/result'
import { bundle, runAndKill } from './child'
import { codeOf, expectCode, newVault, STORE_ID, tempFolder } from './fixtures'

let made: Awaited<ReturnType<typeof newVault>>
beforeAll(async () => {
  made = await newVault()
})

const flipped = (bytes: Buffer): Buffer => {
  const changed = Buffer.from(bytes)
  const place = randomInt(bytes.length)
  changed[place] = (changed[place] ?? 0) ^ (1 << randomInt(8))
  return changed
}

describe('the files of the header', () => {
  test('both copies, readable by the owner only, and nothing else left behind', () => {
    const folder = tempFolder()
    writeVault(folder, made.vault)
    expect(readdirSync(folder).toSorted()).toEqual(['vault-a.json', 'vault-b.json'])
    for (const path of vaultFiles(folder)) expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(readVault(folder)).toEqual(made.vault)
    expect(readVaultCopies(folder)).toHaveLength(1)
    expect(isVaultWritten(folder, made.vault)).toBe(true)
    expect(vaultLabel(folder)).toEqual({ label: '某县委组织部', storeId: STORE_ID, createdAt: made.vault.createdAt })
  })

  test('the newer copy wins, and one lost or damaged copy does no harm', () => {
    const folder = tempFolder()
    const [a, b] = vaultFiles(folder)
    const newer = withLabel(made.vault, made.dek, '新名')
    writeVault(folder, made.vault)
    writeFileSync(b, printVault(newer))
    expect(readVaultCopies(folder).map(({ label }) => label)).toEqual(['新名', '某县委组织部'])
    expect(isVaultWritten(folder, newer)).toBe(false)
    writeFileSync(b, flipped(readFileSync(b)))
    expect(readVault(folder).label).toBe('某县委组织部')
    rmSync(b)
    expect(readVault(folder).label).toBe('某县委组织部')
    writeVault(folder, newer)
    expect(isVaultWritten(folder, newer)).toBe(true)
    rmSync(a)
    expect(readVault(folder).label).toBe('新名')
  })

  test('a writer killed at any moment leaves a good copy of what it had reported, or newer', async () => {
    const folder = tempFolder()
    writeVault(folder, made.vault)
    const child = await bundle(new URL('./vault-writer.child.ts', import.meta.url))
    for (let round = 0; round < 12; round++) {
      const written = await runAndKill(child, [folder, made.dek.toString('hex')], 'written', 5 + randomInt(60))
      const [best] = readVaultCopies(folder)
      expect(best?.generation).toBeGreaterThanOrEqual(written)
    }
  })

  test('no copy, no good copy, a newer format', async () => {
    const folder = tempFolder()
    await expectCode('store-missing', () => readVaultCopies(folder))
    for (const path of vaultFiles(folder)) writeFileSync(path, '{}')
    await expectCode('store-damaged', () => readVaultCopies(folder))
    const { checksum: _checksum, ...future } = { ...made.vault, format: 2, more: true }
    const text = canonicalJson({ ...future, checksum: sha256(canonicalJson(future)).toString('base64') })
    for (const path of vaultFiles(folder)) writeFileSync(path, text)
    await expectCode('store-too-new', () => readVaultCopies(folder))
  })
})

describe('flipped bits', () => {
  test('20,000 in the file: every one is refused', () => {
    const bytes = Buffer.from(printVault(made.vault))
    let accepted = 0
    for (let i = 0; i < 20_000; i++) {
      try {
        parseVault(flipped(bytes).toString('utf8'))
        accepted++
      } catch (error) {
        if (!(error instanceof AppError)) throw error
      }
    }
    expect(accepted).toBe(0)
  })

  test('3,000 by someone who also mends the checksum: every one is refused by the keys', async () => {
    const bytes = Buffer.from(printVault(made.vault))
    const counts = { malformed: 0, refused: 0, accepted: 0 }
    for (let i = 0; i < 3000; i++) {
      let vault: ReturnType<typeof parseVault>
      try {
        const data = JSON.parse(flipped(bytes).toString('utf8')) as Record<string, unknown>
        const { checksum: _checksum, ...rest } = data
        if (canonicalJson(rest) === canonicalJson({ ...made.vault, checksum: undefined })) continue
        vault = parseVault(canonicalJson({ ...rest, checksum: sha256(canonicalJson(rest)).toString('base64') }))
      } catch {
        counts.malformed++
        continue
      }
      const code = await codeOf(() => unlockWithRecovery(vault, made.recoveryCode)).catch(() => 'accepted')
      counts[code === 'accepted' ? 'accepted' : 'refused']++
    }
    expect(counts.accepted).toBe(0)
    expect(counts.refused).toBeGreaterThan(1000)
  })
})

describe('the machine secret', () => {
  test('is made once, kept outside the store, and only for the owner', async () => {
    const machineDir = tempFolder()
    expect(isMachineKnown(machineDir, STORE_ID)).toBe(false)
    await expectCode('machine-unknown', () => loadMachineSecret(machineDir, STORE_ID))
    const secret = createMachineSecret(machineDir, STORE_ID)
    expect(secret).toHaveLength(32)
    expect(loadMachineSecret(machineDir, STORE_ID)).toEqual(secret)
    expect(statSync(secretFile(machineDir, STORE_ID)).mode & 0o777).toBe(0o600)
    await expectCode('conflict', () => createMachineSecret(machineDir, STORE_ID))
  })

  test('a damaged one is told from a wrong password, and recovery puts it back', async () => {
    const machineDir = tempFolder()
    const secret = createMachineSecret(machineDir, STORE_ID)
    const path = secretFile(machineDir, STORE_ID)
    for (let i = 0; i < 200; i++) {
      const bytes = readFileSync(path)
      writeFileSync(path, flipped(bytes))
      await expectCode('machine-unknown', () => loadMachineSecret(machineDir, STORE_ID))
      writeFileSync(path, bytes)
    }
    writeFileSync(path, '')
    await expectCode('machine-unknown', () => loadMachineSecret(machineDir, STORE_ID))
    saveMachineSecret(machineDir, STORE_ID, secret)
    expect(loadMachineSecret(machineDir, STORE_ID)).toEqual(secret)
  })

  test('of another store does not pass, and a store id is no path', async () => {
    const machineDir = tempFolder()
    createMachineSecret(machineDir, STORE_ID)
    const other = STORE_ID.replace('5', '6')
    writeFileSync(secretFile(machineDir, other), readFileSync(secretFile(machineDir, STORE_ID)))
    await expectCode('machine-unknown', () => loadMachineSecret(machineDir, other))
    await expectCode('store-damaged', () => loadMachineSecret(machineDir, '../../etc/passwd'))
  })
})

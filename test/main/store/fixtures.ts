import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import type { AuditLine } from '../../../src/main/store/audit'
import { FLOOR_PARAMS } from '../../../src/main/store/kdf'
import { migrations } from '../../../src/main/store/migrations'
import { closeStore, openEncrypted, type Raw } from '../../../src/main/store/open'
import { createVault } from '../../../src/main/store/vault'
import { AppError, type ErrorCode } from '../../../src/shared/result'
import { ALICE, alice, bob, dek, machineSecret, STORE_ID, T0 } from './people'

export * from './people'

/** A folder that is gone after the test. */
export function tempFolder(parent = tmpdir()): string {
  const folder = mkdtempSync(join(parent, 'dandang-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A folder in memory where there is such a thing: for tests that write thousands of times and cut no power. */
export const memoryFolder = (): string => tempFolder(existsSync('/dev/shm') ? '/dev/shm' : tmpdir())

/** The code of the AppError that is thrown; anything else fails the test. */
export async function codeOf(work: () => unknown): Promise<ErrorCode> {
  try {
    await work()
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
  throw new Error('nothing was thrown')
}

export const expectCode = async (code: ErrorCode, work: () => unknown): Promise<void> =>
  expect(await codeOf(work)).toBe(code)

export const newVault = (accounts = [alice, bob]) =>
  createVault({
    label: '某县委组织部',
    storeId: STORE_ID,
    accounts,
    kdf: FLOOR_PARAMS,
    machineSecret,
    createdAt: '2030-01-01T09:00:00.000Z',
  })

/** An encrypted store with nothing but the audit chain. */
export function auditStore(folder: string): Raw {
  const raw = openEncrypted(join(folder, 'store.db'), dek, { create: true })
  onTestFinished(() => closeStore(raw))
  for (const { name, up } of migrations) if (name === 'audit') up(raw)
  return raw
}

export const line = (i: number, more: Partial<AuditLine> = {}): AuditLine => ({
  t: T0 + i * 1000,
  m: i * 1000,
  boot: 'boot-1',
  session: 's-1',
  account: ALICE,
  roles: ['officer'],
  machine: 'PC-1',
  channel: 'cadres.update',
  subject: `cadres:${i}`,
  outcome: 'done',
  reason: null,
  details: { fields: ['职务'] },
  version: '0.1.0',
  ...more,
})

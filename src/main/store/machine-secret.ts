import { randomBytes } from 'node:crypto'
import { AppError } from '../../shared/result'
import { readIfThere, writeFileAtomic } from './atomic-file'
import { sameBytes, sha256 } from './seal'
import { secretFile } from './store-paths'

const SECRET_BYTES = 32

const checkOf = (storeId: string, secret: Buffer) =>
  sha256(Buffer.concat([Buffer.from(`dandang/machine-secret/v1|${storeId}|`), secret]))

const unknown = (reason: 'missing' | 'damaged') =>
  new AppError('machine-unknown', '本机不认识这个数据库：密码在这里不起作用，请用恢复码打开', { reason })

/** Whether this PC can try passwords at all, for the start screen. */
export const isMachineKnown = (machineDir: string, storeId: string): boolean =>
  readIfThere(secretFile(machineDir, storeId)) !== undefined

/**
 * The 32 bytes that this PC adds to every password of a store, so that a copied store cannot be guessed at elsewhere.
 * @throws AppError machine-unknown
 */
export function loadMachineSecret(machineDir: string, storeId: string): Buffer {
  const bytes = readIfThere(secretFile(machineDir, storeId))
  if (!bytes) throw unknown('missing')
  const secret = Buffer.from(bytes.subarray(0, SECRET_BYTES))
  // A flipped bit must not look like everybody's password being wrong.
  if (bytes.length !== SECRET_BYTES * 2 || !sameBytes(bytes.subarray(SECRET_BYTES), checkOf(storeId, secret))) {
    throw unknown('damaged')
  }
  return secret
}

/** For a new store. @throws AppError conflict rather than replace a secret that passwords depend on */
export function createMachineSecret(machineDir: string, storeId: string): Buffer {
  if (isMachineKnown(machineDir, storeId)) throw new AppError('conflict', '本机已有这个数据库的机器密钥')
  const secret = randomBytes(SECRET_BYTES)
  saveMachineSecret(machineDir, storeId, secret)
  return secret
}

/** Puts a recovered secret in place (new PC, or a damaged file). */
export function saveMachineSecret(machineDir: string, storeId: string, secret: Buffer): void {
  if (secret.length !== SECRET_BYTES) throw new Error('a machine secret has 32 bytes')
  writeFileAtomic(secretFile(machineDir, storeId), Buffer.concat([secret, checkOf(storeId, secret)]))
}

/** Another computer, or a damaged file: the printed code brings the machine secret back, and all passwords work again. */
export function keepMachineSecret(machineDir: string, storeId: string, secret: Buffer): void {
  try {
    if (loadMachineSecret(machineDir, storeId).equals(secret)) return
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'machine-unknown') throw error
  }
  saveMachineSecret(machineDir, storeId, secret)
}

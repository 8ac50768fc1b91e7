import { randomBytes, randomInt } from 'node:crypto'
import type { AccountId } from '../../shared/accounts/accounts'
import { AppError } from '../../shared/result'
import { deriveKey, FLOOR_PARAMS, passwordBytes } from '../store/kdf'
import type { Reads, Writes } from '../store/schema'
import { zero } from '../store/seal'

export interface PastPassword {
  readonly salt: string
  readonly digest: string
}

async function digestOf(password: string, salt: Buffer): Promise<string> {
  const secret = passwordBytes(password)
  const digest = (await deriveKey(secret, salt, FLOOR_PARAMS)).toString('base64')
  zero(secret)
  return digest
}

/** One salt an account, so that a new password is compared with all earlier ones by a single derivation. */
export async function digestPassword(db: Reads, accountId: AccountId, password: string): Promise<PastPassword> {
  const row = await db
    .selectFrom('passwordHistory')
    .select('salt')
    .where('accountId', '=', accountId)
    .executeTakeFirst()
  const salt = row ? Buffer.from(row.salt, 'base64') : randomBytes(16)
  return { salt: salt.toString('base64'), digest: await digestOf(password, salt) }
}

/** @throws AppError 'refused' when the password is one of the account's last `history` ones. */
export async function refuseReuse(db: Reads, accountId: AccountId, next: PastPassword, history: number): Promise<void> {
  const rows = await db
    .selectFrom('passwordHistory')
    .select('digest')
    .where('accountId', '=', accountId)
    .orderBy('seq', 'desc')
    .limit(history)
    .execute()
  if (rows.some(row => row.digest === next.digest))
    throw new AppError('refused', `不能使用最近 ${history} 次用过的密码`)
}

export async function rememberPassword(
  db: Writes,
  accountId: AccountId,
  at: string,
  past: PastPassword,
): Promise<void> {
  await db
    .insertInto('passwordHistory')
    .values({ accountId, at, ...past })
    .execute()
}

/** Letters and digits that are not mistaken for each other when read aloud or from paper. */
const alphabets = ['abcdefghjkmnpqrstuvwxyz', 'ABCDEFGHJKMNPQRSTUVWXYZ', '23456789', '#%+=?']

/** A one-time password of four kinds, as long as the policy asks but at least 12 characters. */
export function newInitialPassword(length: number): string {
  const all = alphabets.join('')
  const pick = (from: string): string => from.charAt(randomInt(from.length))
  const chars = [
    ...alphabets.map(pick),
    ...Array.from({ length: Math.max(12, length) - alphabets.length }, () => pick(all)),
  ]
  for (let i = chars.length - 1; i > 0; i--) {
    const j = randomInt(i + 1)
    ;[chars[i], chars[j]] = [chars[j] as string, chars[i] as string]
  }
  return chars.join('')
}

import type { AccountId } from '../../shared/accounts/accounts'
import { capabilitiesOf } from '../../shared/accounts/roles'
import type { CadreId } from '../../shared/cadres/cadres'
import { AppError } from '../../shared/result'
import type { Carer, SealedContent, SealedNoteId } from '../../shared/sealed-notes/sealed-notes'
import * as accounts from '../accounts/accounts.repo'
import * as cadres from '../cadres/cadres.repo'
import type { QueryContext } from '../ipc/contexts'
import type { OwnKeys } from '../session/own-keys'
import { fingerprint } from '../store/audit-chain'
import type { Reads } from '../store/schema'
import { zero } from '../store/seal'
import { openContent, openKey } from './envelope'
import type { SealedNoteKeysTable } from './sealed-notes.table'

export interface SealedRow extends SealedNoteKeysTable {
  readonly revision: number
  readonly content: string
}

const rowsOf = (db: Reads, account: AccountId) =>
  db
    .selectFrom('sealedNoteKeys')
    .innerJoin('sealedNotes', 'sealedNotes.id', 'sealedNoteKeys.noteId')
    .select(['noteId', 'accountId', 'keyPrint', 'sealed', 'revision', 'content'])
    .where('accountId', '=', account)

/** Records that name an account as their carer, whether it can open them or not. */
export const listOf = (db: Reads, account: AccountId): Promise<SealedRow[]> =>
  rowsOf(db, account).orderBy('noteId').execute()

const none = (): AppError => new AppError('not-found', '没有这份记录')

/** @throws AppError not-found when there is none, and just so when it names others alone */
export async function get({ db, caller }: QueryContext, id: SealedNoteId): Promise<SealedRow> {
  const row = await rowsOf(db, caller.id).where('noteId', '=', id).executeTakeFirst()
  if (!row) throw none()
  return row
}

export type Opened =
  | { readonly state: 'open'; readonly key: Buffer; readonly content: SealedContent }
  | { readonly state: 'lost' | 'damaged' }

/** Tries the caller's key. Whoever gets the record's own key wipes it. */
export function tryOpen(keys: OwnKeys, row: SealedRow): Opened {
  if (row.keyPrint !== keys.print()) return { state: 'lost' }
  let key: Buffer | undefined
  try {
    key = openKey(keys, row.noteId, row.accountId, row.sealed)
    const content = openContent(keys, key, { id: row.noteId, revision: row.revision }, row.content)
    return { state: 'open', key, content }
  } catch {
    zero(key)
    return { state: 'damaged' }
  }
}

/** @throws AppError refused, with what happened and what can be done */
export function insistOpen(keys: OwnKeys, row: SealedRow): Opened & { state: 'open' } {
  const opened = tryOpen(keys, row)
  if (opened.state === 'open') return opened
  throw new AppError(
    'refused',
    opened.state === 'lost'
      ? '已无法打开：您的密码被重置过，密钥换了。另一位关爱人可以重新指定您。'
      : '没有通过校验，打不开：这份记录的数据被改动或者损坏。它原样留着，别的记录不受影响，请联系系统管理员核对备份。',
  )
}

/** Who is named, and whether they can still open it. */
export async function carersOf({ db, keys }: Pick<QueryContext, 'db' | 'keys'>, id: SealedNoteId): Promise<Carer[]> {
  const rows = await db
    .selectFrom('sealedNoteKeys')
    .innerJoin('accounts', 'accounts.id', 'sealedNoteKeys.accountId')
    .select(['accountId', 'keyPrint', 'accounts.name', 'accounts.state'])
    .where('noteId', '=', id)
    .orderBy('accounts.createdAt')
    .execute()
  return rows.map(({ accountId, keyPrint, name, state }) => {
    const publicKey = state === 'active' ? keys.publicKeyOf(accountId) : undefined
    if (!publicKey) return { id: accountId, name, state: 'gone' }
    return { id: accountId, name, state: fingerprint(publicKey) === keyPrint ? 'holds' : 'lost' }
  })
}

/** Accounts that may be named. One whose password others still know is not among them. */
export async function eligible({ db, keys }: Pick<QueryContext, 'db' | 'keys'>) {
  return (await accounts.list(db))
    .filter(
      ({ id, state, roles, mustChangePassword }) =>
        state === 'active' &&
        !mustChangePassword &&
        capabilitiesOf(roles).includes('care.edit') &&
        keys.publicKeyOf(id) !== undefined,
    )
    .map(({ id, name, department }) => ({ id, name, department }))
}

/**
 * Where the person's file is today. The id is sealed, so that no merge can find it: it is followed from file to file when
 * the record is opened.
 */
export async function personNow(
  { db, caller }: Pick<QueryContext, 'db' | 'caller'>,
  { cadreId, name }: SealedContent,
): Promise<{ cadreId: CadreId | null; name: string; post: string }> {
  const seen = new Set<CadreId>()
  let at = cadreId
  while (!seen.has(at)) {
    seen.add(at)
    const merged = await db.selectFrom('merges').select('keptId').where('goneId', '=', at).executeTakeFirst()
    if (merged) at = merged.keptId
  }
  try {
    await cadres.get(db, caller.scope, at)
    const { name: called, currentPost } = await db
      .selectFrom('cadres')
      .select(['name', 'currentPost'])
      .where('id', '=', at)
      .executeTakeFirstOrThrow()
    return { cadreId: at, name: called, post: currentPost }
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'not-found') throw error
    return { cadreId: null, name, post: '' }
  }
}

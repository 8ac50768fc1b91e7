import { AccountId } from '../../shared/accounts/accounts'
import { instantOf } from '../ipc/clock'
import type { CommandContext } from '../ipc/contexts'

/**
 * Accounts of other stores that talks name, as closed ones: they have a name and no key, so nobody can ever sign in with them,
 * and no list of accounts shows them.
 */
export async function ensureAccounts(
  context: CommandContext,
  accounts: Readonly<Record<string, string>>,
  unit: string,
): Promise<void> {
  const at = instantOf(context)
  for (const [id, name] of Object.entries(accounts)) {
    const accountId = AccountId.parse(id)
    await context.db
      .insertInto('accounts')
      .values({
        id: accountId,
        login: `exchange-${id.slice(0, 8)}`,
        loginKey: `closed:${id}`,
        name,
        holder: '其他单位',
        department: unit.slice(0, 60),
        phone: '',
        roles: '["interviewer"]',
        scope: null,
        state: 'closed',
        passwordChangedAt: at,
        mustChangePassword: 0,
        createdAt: at,
      })
      .onConflict(conflict => conflict.column('id').doNothing())
      .execute()
  }
}

import { useMemo } from 'react'
import type { Account, AccountId, Proposal, ProposedChange } from '../../shared/accounts/accounts'
import { mayDecide, mayDisable, mayPropose } from '../../shared/accounts/accounts.rules'
import type { SecurityPolicy } from '../../shared/policy/policy'
import { refused, type Verdict } from '../../shared/result'
import type { Unit } from '../../shared/units/units'
import { useCall } from '../api/query'
import { useSession } from '../api/session'

/** Everything that the pages and the rules of accounts look at, and the rules with it already filled in. */
export interface AccountsView {
  readonly accounts: readonly Account[]
  readonly proposals: readonly Proposal[]
  readonly units: readonly Unit[]
  readonly policy: SecurityPolicy
  readonly me: AccountId
  readonly proposes: boolean
  readonly decides: boolean
  readonly reveals: boolean
  mayAsk(change: ProposedChange): Verdict
  mayJudge(proposal: Proposal): Verdict
  mayStop(account: Account): Verdict
}

export interface Reading {
  readonly view: AccountsView | undefined
  readonly error: Error | null
  retry(): void
}

export function useAccounts(): Reading {
  const session = useSession()
  const calls = [
    useCall('accounts', 'list', {}),
    useCall('accounts', 'proposals', {}),
    useCall('units', 'tree', {}),
    useCall('policy', 'get', {}),
  ] as const
  const [accounts, proposals, units, policy] = [calls[0].data, calls[1].data, calls[2].data, calls[3].data]
  const view = useMemo<AccountsView | undefined>(() => {
    if (!accounts || !proposals || !units || !policy) return undefined
    const me = session.account.id
    const can = (capability: (typeof session.capabilities)[number]): boolean =>
      session.capabilities.includes(capability)
    return {
      accounts,
      proposals,
      units,
      policy,
      me,
      proposes: can('accounts.propose'),
      decides: can('accounts.decide'),
      reveals: can('accounts.reveal'),
      mayAsk: change => mayPropose(change, { accounts, proposals, by: me }),
      mayJudge: proposal => {
        const by = accounts.find(({ id }) => id === me)
        return by ? mayDecide(proposal, { by, accounts, proposals }) : refused('您的账户不在列表里，请重新登录')
      },
      mayStop: account => mayDisable(account, { accounts, by: me }),
    }
  }, [accounts, proposals, units, policy, session])
  return {
    view,
    error: calls.find(call => call.isError)?.error ?? null,
    retry: () => {
      for (const call of calls) if (call.isError) void call.refetch()
    },
  }
}

export const reasonOf = (verdict: Verdict): string | undefined => (verdict.allowed ? undefined : verdict.reason)

import { create } from 'zustand'
import type { AccountId } from '../../shared/accounts/accounts'
import type { AccountFilter } from './accounts.words'

/** What stands beside the list. */
export type Beside =
  | { readonly kind: 'account'; readonly id: AccountId }
  | { readonly kind: 'proposal'; readonly id: string }
  | { readonly kind: 'change'; readonly id: AccountId }
  | { readonly kind: 'open' }

export interface AccountsState {
  readonly tab: 'accounts' | 'proposals'
  readonly filter: AccountFilter
  readonly beside: Beside | null
  show(tab: AccountsState['tab']): void
  narrow(filter: Partial<AccountFilter>): void
  open(beside: Beside): void
  close(): void
}

export const noFilter: AccountFilter = { text: '', mark: null, role: null }

/** Only what the screen owns: what is shown comes from the core every time. */
export const useAccountsStore = create<AccountsState>()(set => ({
  tab: 'accounts',
  filter: noFilter,
  beside: null,
  show: tab => set({ tab, beside: null }),
  narrow: filter => set(state => ({ filter: { ...state.filter, ...filter } })),
  open: beside =>
    set(beside.kind === 'open' ? { beside } : { beside, tab: beside.kind === 'proposal' ? 'proposals' : 'accounts' }),
  close: () => set({ beside: null }),
}))

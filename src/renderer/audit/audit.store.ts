import { create } from 'zustand'
import type { AuditFilter, AuditVerdict } from '../../shared/audit/audit'
import { noConditions } from './audit.words'

export type Beside =
  | { readonly kind: 'line'; readonly seq: number }
  | { readonly kind: 'verdict' }
  | { readonly kind: 'seals' }

export interface AuditState {
  readonly filter: AuditFilter
  /** Shows the log below this line instead of from the newest on: set by a jump to a line far back. */
  readonly before: number | null
  readonly beside: Beside | null
  /** The last verification of this sign-in. */
  readonly verdict: { readonly at: string; readonly found: AuditVerdict } | null
  narrow(filter: Partial<AuditFilter>): void
  newest(): void
  open(beside: Beside): void
  close(): void
  jump(seq: number): void
  judge(found: AuditVerdict): void
}

/** Lines shown above the one that is jumped to, so that its neighbours are in sight. */
const ABOVE = 5

export const useAuditStore = create<AuditState>()(set => ({
  filter: noConditions,
  before: null,
  beside: null,
  verdict: null,
  narrow: filter =>
    set(({ filter: was, beside }) => ({
      filter: { ...was, ...filter },
      before: null,
      // The line that stood open may not meet the new conditions.
      beside: beside?.kind === 'line' ? null : beside,
    })),
  newest: () => set({ before: null }),
  open: beside => set({ beside }),
  close: () => set({ beside: null }),
  jump: seq => set({ filter: noConditions, before: seq + ABOVE + 1, beside: { kind: 'line', seq } }),
  judge: found => set({ verdict: { at: new Date().toISOString(), found }, beside: { kind: 'verdict' } }),
}))

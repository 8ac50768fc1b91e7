import { create } from 'zustand'
import type { CadreId } from '../../shared/cadres/cadres'

/** Whom a new plan is for: one person, or those picked elsewhere; with the item of the due list that it settles. */
export interface NewPlan {
  readonly people: readonly { readonly id: CadreId; readonly name: string }[]
  readonly kind: string | null
  readonly dueKey: string | null
  /** The day that stands in the plan at first; today without one. */
  readonly day?: string
}

interface InterviewsState {
  /** The first day of the week that the calendar shows, as YYYY-MM-DD; null for this week. */
  readonly week: string | null
  readonly planning: NewPlan | null
  showWeek(week: string | null): void
  plan(planning: NewPlan | null): void
}

export const useInterviewsStore = create<InterviewsState>()(set => ({
  week: null,
  planning: null,
  showWeek: week => set({ week }),
  plan: planning => set({ planning }),
}))

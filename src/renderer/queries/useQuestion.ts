import { useState } from 'react'
import { Day } from '../../shared/dates/add-months'
import { type Group, QueryId, QueryTree, type Question, type SavedQuery } from '../../shared/queries/queries'
import { outgrown } from '../../shared/queries/queries.rules'
import { useDraft } from '../api/drafts'

const MOST_STEPS_BACK = 60
const nothing: Group = { kind: 'all', not: false, of: [] }

/** What is being asked, and under which name it began. Kept as a draft: it is there again after the lock. */
interface Begun {
  readonly tree: unknown
  readonly on: string | null
  readonly savedId: string | null
  readonly title: string
}

/** The question under construction: every change can be taken back. */
export function useQuestion() {
  const draft = useDraft<Begun>('queries.question', { tree: nothing, on: null, savedId: null, title: '' })
  const [past, setPast] = useState<readonly Question[]>([])
  const tree = QueryTree.safeParse(draft.value.tree).data ?? nothing
  const on = Day.safeParse(draft.value.on).data ?? null

  const put = (question: Question): void => draft.set({ ...draft.value, ...question })
  const change = (part: Partial<Question>): void => {
    setPast(now => [...now, { tree, on }].slice(-MOST_STEPS_BACK))
    put({ tree, on, ...part })
  }
  const begin = (question: Question, title = '', savedId: QueryId | null = null): void => {
    setPast([])
    draft.set({ ...question, title, savedId })
  }
  return {
    ready: draft.ready,
    tree,
    on,
    title: draft.value.title,
    savedId: QueryId.safeParse(draft.value.savedId).data ?? null,
    /** @returns why it cannot be so, in words */
    build: (next: Group): string | undefined => {
      const refusal = outgrown(next)
      if (refusal === undefined) change({ tree: next })
      return refusal
    },
    reckonOn: (day: Day | null): void => change({ on: day }),
    back:
      past.length === 0
        ? undefined
        : () => {
            const last = past.at(-1)
            setPast(past.slice(0, -1))
            if (last) put(last)
          },
    open: (saved: SavedQuery): void => begin({ tree: saved.tree, on: saved.on }, saved.name, saved.id),
    start: (title: string, started: Group): void => begin({ tree: started, on: null }, title),
    clear: (): void => begin({ tree: nothing, on: null }),
    /** Under another name, or no longer under any, without touching what is asked. */
    name: (title: string, savedId: QueryId | null): void => draft.set({ ...draft.value, title, savedId }),
  }
}
export type Asking = ReturnType<typeof useQuestion>

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Question } from '../../shared/queries/queries'
import { type Fields, problemsOf, type QueryProblem } from '../../shared/queries/queries.rules'
import { api } from '../api/client'

/** Typing and clicking pause for so long before the store is asked. */
const PAUSE_MS = 250

const same = (a: Question | null, b: Question | null): boolean => JSON.stringify(a) === JSON.stringify(b)

/**
 * The last question that can be asked, and of how many it holds. While one is being written the answer to the one before
 * stays, and `isBehind` says so.
 */
export function useAnswer(question: Question, fields: Fields | undefined) {
  const { tree, on } = question
  const problems: readonly QueryProblem[] = fields ? problemsOf(tree, fields) : []
  const isEmpty = tree.of.length === 0
  const mayAsk = fields !== undefined && problems.length === 0
  const [asked, setAsked] = useState<Question | null>(null)
  const text = JSON.stringify({ tree, on })
  if (isEmpty && asked !== null) setAsked(null)
  useEffect(() => {
    if (isEmpty || !mayAsk) return
    const next = JSON.parse(text) as Question
    const timer = setTimeout(() => setAsked(now => (same(now, next) ? now : next)), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text, isEmpty, mayAsk])

  const counted = useQuery({
    queryKey: ['queries', 'count', asked],
    queryFn: () => (asked ? api.queries.count(asked) : Promise.reject(new Error('nothing asked'))),
    enabled: asked !== null,
    placeholderData: keepPreviousData,
  })
  return {
    asked,
    problems,
    counts: asked ? counted.data : undefined,
    error: asked ? counted.error : null,
    retry: () => void counted.refetch(),
    isBehind: !same(asked, isEmpty ? null : { tree, on }) || counted.isPlaceholderData,
  }
}
export type Answer = ReturnType<typeof useAnswer>

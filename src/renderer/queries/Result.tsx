import { useCallback, useMemo, useState } from 'react'
import type { CadreId } from '../../shared/cadres/cadres'
import { today } from '../../shared/dates/today'
import type { Question } from '../../shared/queries/queries'
import { api } from '../api/client'
import type { Column } from '../cadres/columns'
import { PeopleList } from '../cadres/PeopleList'
import { usePagedRows } from '../cadres/useCadreRows'
import { EmptyState } from '../ui/states'
import { useQueriesStore } from './queries.store'

interface ResultProps {
  question: Question
  columns: readonly Column[]
  onOpen: (id: CadreId) => void
  onCopy: () => void
}

/** Whom the question holds of, or of whom the files do not tell: the list of the roster, with its columns and orders. */
export function Result({ question, columns, onOpen, onCopy }: ResultProps) {
  const list = useQueriesStore()
  const { which, sort } = list
  const [span, setSpan] = useState({ first: 0, last: 1 })
  const onSpan = useCallback((first: number, last: number) => setSpan({ first, last }), [])
  const set = useMemo(() => ({ ...question, which, sort }), [question, which, sort])
  const rows = usePagedRows(['queries', 'run', set], span, page => api.queries.run({ ...set, ...page }))
  return (
    <PeopleList
      rows={rows}
      list={list}
      columns={columns}
      on={question.on ?? today()}
      sortable
      nobody={
        which === 'matching' ? (
          <EmptyState title="没有符合条件的人" hint="放宽一条，或看看“无法判断”的人：他们的档案缺了要用的内容。" />
        ) : (
          <EmptyState title="没有无法判断的人" hint="每个人的档案都足以回答这个查询。" />
        )
      }
      onSpan={onSpan}
      onOpen={onOpen}
      onCopy={onCopy}
    />
  )
}

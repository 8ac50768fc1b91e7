import { type ReactNode, useEffect } from 'react'
import type { CadreId } from '../../shared/cadres/cadres'
import type { PartialDate } from '../../shared/dates/partial-date'
import { Card } from '../ui/Card'
import { ErrorNote, Loading } from '../ui/states'
import { CadresGrid } from './CadresGrid'
import type { Column } from './columns'
import type { ListState } from './list.state'
import type { CadreRows } from './useCadreRows'

interface PeopleListProps {
  rows: CadreRows
  list: ListState
  columns: readonly Column[]
  /** Ages are told on this day. */
  on: PartialDate
  sortable: boolean
  /** Stands where the list would be while nobody is in it. */
  nobody: ReactNode
  foot?: ReactNode
  onSpan: (first: number, last: number) => void
  onTotal?: (total: number | undefined) => void
  onOpen: (id: CadreId) => void
  onCopy: () => void
}

/** A list of people on its card, with what stands there while it is read, empty or out of reach. */
export function PeopleList({ rows, nobody, foot, onTotal, ...grid }: PeopleListProps) {
  const { total, error } = rows
  useEffect(() => onTotal?.(total), [total, onTotal])
  return (
    <Card className="cad-card">
      {error !== null && <ErrorNote error={error} onRetry={rows.retry} />}
      {total === undefined && error === null && <Loading />}
      {total === 0 && nobody}
      {total !== undefined && total > 0 && <CadresGrid rows={rows} total={total} {...grid} />}
      {foot !== undefined && <footer className="cad-foot">{foot}</footer>}
    </Card>
  )
}

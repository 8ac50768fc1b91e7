import { useCallback, useState } from 'react'
import type { CadreId } from '../../shared/cadres/cadres'
import type { CadreFilter, CadreSort } from '../../shared/cadres/cadres.contract'
import { today } from '../../shared/dates/today'
import { api } from '../api/client'
import { Button } from '../ui/Button'
import { EmptyState } from '../ui/states'
import { everyone, useCadresStore } from './cadres.store'
import type { Column } from './columns'
import { PeopleList } from './PeopleList'
import { type CadreRows, SEARCH_ROWS, useFoundRows, usePagedRows } from './useCadreRows'

interface CadresListProps {
  query: { filter: CadreFilter; sort: CadreSort; text: string }
  columns: readonly Column[]
  onTotal: (total: number | undefined) => void
  onOpen: (id: CadreId) => void
  onCopy: () => void
  onAdd: (() => void) | undefined
}

/** Mounted anew for other conditions, so that no row of the old ones is shown under the new. */
export function CadresList({ query, ...rest }: CadresListProps) {
  return query.text === '' ? <Paged query={query} {...rest} /> : <Found query={query} {...rest} />
}

function Paged({ query, ...rest }: CadresListProps) {
  const { filter, sort } = query
  const [span, setSpan] = useState({ first: 0, last: 1 })
  const onSpan = useCallback((first: number, last: number) => setSpan({ first, last }), [])
  const rows = usePagedRows(['cadres', 'list', { filter, sort }], span, page =>
    api.cadres.list({ filter, sort, ...page }),
  )
  return <Shown rows={rows} onSpan={onSpan} query={query} {...rest} />
}

const ignoreSpan = (): void => undefined
function Found({ query, ...rest }: CadresListProps) {
  return <Shown rows={useFoundRows(query.text)} onSpan={ignoreSpan} query={query} {...rest} />
}

type ShownProps = CadresListProps & { rows: CadreRows; onSpan: (first: number, last: number) => void }

function Shown({ query, onAdd, ...rest }: ShownProps) {
  const list = useCadresStore()
  const found = query.text !== ''
  return (
    <PeopleList
      list={list}
      on={today()}
      sortable={!found}
      nobody={<Nobody query={query} onAdd={onAdd} />}
      foot={
        found && rest.rows.total === SEARCH_ROWS
          ? `只列出最相近的 ${SEARCH_ROWS} 人，多写一个字可以缩小范围`
          : undefined
      }
      {...rest}
    />
  )
}

function Nobody({ query: { filter, text }, onAdd }: Pick<CadresListProps, 'query' | 'onAdd'>) {
  const { narrow, search } = useCadresStore()
  if (text !== '')
    return <EmptyState title="没有找到这样的人" action={<Button onClick={() => search('')}>看全部干部</Button>} />
  if (filter.unitId !== null || filter.status.length > 0)
    return (
      <EmptyState title="没有符合条件的干部" action={<Button onClick={() => narrow(everyone)}>去掉全部条件</Button>} />
    )
  return (
    <EmptyState
      title="还没有干部档案"
      hint="先新增一个人，写上姓名就可以开始；其余的以后再填。"
      action={onAdd && <Button onClick={onAdd}>新增第一个人</Button>}
    />
  )
}

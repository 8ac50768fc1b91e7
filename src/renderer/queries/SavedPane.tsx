import { useQuery } from '@tanstack/react-query'
import { Dropdown } from 'antd'
import type { ReactNode } from 'react'
import type { QueryId, SavedQuery } from '../../shared/queries/queries'
import { type Starter, starters } from '../../shared/queries/starters'
import { api } from '../api/client'
import { count } from '../cadres/cadres.words'
import { Icon } from '../ui/icons'
import { ErrorNote, Loading } from '../ui/states'
import { inTurn } from './inTurn'

interface SavedPaneProps {
  saved: { data: readonly SavedQuery[] | undefined; error: unknown; retry: () => void }
  current: QueryId | null
  onOpen: (query: SavedQuery) => void
  onStart: (starter: Starter) => void
  onRename: (query: SavedQuery) => void
  onShare: (query: SavedQuery) => void
  onRemove: (query: SavedQuery) => void
}

/** Questions with a name, as lists that live with the data: one's own, those of others, and some to begin with. */
export function SavedPane({ saved: { data, error, retry }, current, onOpen, onStart, ...acts }: SavedPaneProps) {
  const mine = data?.filter(query => query.mine) ?? []
  const shared = data?.filter(query => !query.mine) ?? []
  return (
    <nav className="cad-units qry-saved" aria-label="常用查询">
      {error !== null && <ErrorNote error={error} onRetry={retry} />}
      {data === undefined && error === null && <Loading />}
      {data && (
        <>
          <Section title="我的查询">
            {mine.length === 0 && (
              <p className="qry-none">还没有。写好条件，点“保存”，名单就留在这里，人数随档案变化。</p>
            )}
            <ul>
              {mine.map(query => (
                <Item key={query.id} query={query} isCurrent={query.id === current} onOpen={() => onOpen(query)}>
                  <Acts query={query} {...acts} />
                </Item>
              ))}
            </ul>
          </Section>
          {shared.length > 0 && (
            <Section title="别人共享的">
              <ul>
                {shared.map(query => (
                  <Item key={query.id} query={query} isCurrent={query.id === current} onOpen={() => onOpen(query)} />
                ))}
              </ul>
            </Section>
          )}
          <Section title="现成的问法">
            <ul>
              {starters.map(starter => (
                <li key={starter.name}>
                  <button type="button" className="qry-open" onClick={() => onStart(starter)}>
                    <span>{starter.name}</span>
                  </button>
                </li>
              ))}
            </ul>
          </Section>
        </>
      )}
    </nav>
  )
}

const Section = ({ title, children }: { title: string; children: ReactNode }) => (
  <section aria-label={title}>
    <h2>{title}</h2>
    {children}
  </section>
)

interface ItemProps {
  query: SavedQuery
  isCurrent: boolean
  onOpen: () => void
  children?: ReactNode
}

function Item({ query, isCurrent, onOpen, children }: ItemProps) {
  const { tree, on, name, shared, mine, ownerName } = query
  const counted = useQuery({
    queryKey: ['queries', 'count', { tree, on }],
    queryFn: () => inTurn(() => api.queries.count({ tree, on })),
  })
  const people = counted.data ? `${count(counted.data.matching)} 人` : counted.isError ? '不能再问' : '…'
  return (
    <li data-current={isCurrent || undefined}>
      <button type="button" className="qry-open" aria-current={isCurrent ? 'true' : undefined} onClick={onOpen}>
        <span>
          {name}
          {!mine && <small>{ownerName}</small>}
          {mine && shared && <small>已共享</small>}
        </span>
        <em title={counted.isError ? counted.error.message : undefined}>{people}</em>
      </button>
      {children}
    </li>
  )
}

type ActsProps = Pick<SavedPaneProps, 'onRename' | 'onShare' | 'onRemove'> & { query: SavedQuery }

function Acts({ query, onRename, onShare, onRemove }: ActsProps) {
  return (
    <Dropdown
      trigger={['click']}
      autoFocus
      menu={{
        items: [
          { key: 'rename', label: '改名', onClick: () => onRename(query) },
          { key: 'share', label: query.shared ? '不再共享' : '共享给其他人', onClick: () => onShare(query) },
          { key: 'remove', label: '删除', danger: true, onClick: () => onRemove(query) },
        ],
      }}
    >
      <button type="button" className="qry-act" aria-label={`${query.name}：更多`}>
        <Icon name="more" size={16} />
      </button>
    </Dropdown>
  )
}

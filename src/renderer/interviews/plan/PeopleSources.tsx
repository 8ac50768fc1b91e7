import { Select } from 'antd'
import { useState } from 'react'
import type { CadreId } from '../../../shared/cadres/cadres'
import { addMonths, Day } from '../../../shared/dates/add-months'
import { today } from '../../../shared/dates/today'
import type { Group, Question } from '../../../shared/queries/queries'
import { api } from '../../api/client'
import { type Found, readUpTo } from '../../api/pages'
import { useCall } from '../../api/query'
import { Button } from '../../ui/Button'
import { ErrorNote } from '../../ui/states'
import { TextField } from '../../ui/TextField'
import { UnitFilter } from '../UnitFilter'

interface Person {
  readonly id: CadreId
  readonly name: string
}
interface PeopleSourcesProps {
  /** Those that were found, to be added to whoever is chosen already. */
  readonly onFound: (people: readonly Person[]) => void
  /** How many are taken at once; how many more there are is said. */
  readonly most?: number
}

const ways = { since: '新任现职的', team: '一个单位的班子', query: '常用查询的结果' } as const
type Way = keyof typeof ways
/** A round is no larger. */
export const MOST_OF_A_ROUND = 200
const byName = { by: 'name' as const, descending: false }

const since = (day: string): Group => ({
  kind: 'all',
  not: false,
  of: [
    { kind: 'is', not: false, field: 'currentPostSince', operator: 'since', values: [day] },
    { kind: 'is', not: false, field: 'status', operator: 'in', values: ['在职', '挂职'] },
  ],
})

const found = (question: Question, most: number): Promise<Found<Person>> =>
  readUpTo(most, async page => {
    const { rows, total } = await api.queries.run({ ...question, which: 'matching', sort: byName, ...page })
    return { rows: rows.map(({ id, name }) => ({ id, name })), total }
  })

/** Whom a round is for: all new in their posts since a day, the team of a unit, or whom a saved question finds. */
export function PeopleSources({ onFound, most = MOST_OF_A_ROUND }: PeopleSourcesProps) {
  const [way, setWay] = useState<Way>()
  const [day, setDay] = useState<string>(addMonths(Day.parse(today()), -1))
  const [unitId, setUnitId] = useState<string | null>(null)
  const [queryId, setQueryId] = useState<string | null>(null)
  const [told, setTold] = useState('')
  const [error, setError] = useState<unknown>(null)
  const saved = useCall('queries', 'list', {})
  const query = saved.data?.find(({ id }) => id === queryId)
  const missing =
    way === 'since'
      ? Day.safeParse(day).success
        ? undefined
        : '日期写作 2026-12-10'
      : way === 'team'
        ? unitId === null
          ? '先选单位'
          : undefined
        : query
          ? undefined
          : '先选一个常用查询'

  async function look(): Promise<Found<Person>> {
    if (way === 'since') return found({ tree: since(day), on: null }, most)
    if (way === 'query' && query) return found({ tree: query.tree, on: query.on }, most)
    if (unitId === null) return { rows: [], total: 0 }
    const { team } = await api.posts.unit({ unitId })
    return { rows: team.slice(0, most).map(({ cadreId, name }) => ({ id: cadreId, name })), total: team.length }
  }
  async function add(): Promise<void> {
    setError(null)
    try {
      const { rows, total } = await look()
      onFound(rows)
      setTold(
        total === 0
          ? '没有找到这样的人'
          : total > rows.length
            ? `共 ${total} 人，只列入前 ${rows.length} 人`
            : `找到 ${total} 人，已列入`,
      )
    } catch (failure) {
      setError(failure)
    }
  }
  return (
    <div className="itv-sources">
      <span className="dd-chips" role="group" aria-label="成批列入">
        {(Object.keys(ways) as Way[]).map(each => (
          <button
            key={each}
            type="button"
            aria-pressed={each === way}
            onClick={() => {
              setTold('')
              setWay(each === way ? undefined : each)
            }}
          >
            {ways[each]}
          </button>
        ))}
      </span>
      {way !== undefined && (
        <div className="itv-source">
          {way === 'since' && <TextField label="自哪天起" hideLabel value={day} onChange={setDay} nfkc />}
          {way === 'team' && <UnitFilter value={unitId} onChange={setUnitId} />}
          {way === 'query' && (
            <Select
              aria-label="常用查询"
              value={queryId}
              onChange={setQueryId}
              placeholder="选一个常用查询"
              notFoundContent="还没有保存过常用查询"
              options={saved.data?.map(({ id, name }) => ({ value: id, label: name })) ?? []}
            />
          )}
          <Button size="small" reason={missing} onClick={() => void add()}>
            列入
          </Button>
          <span className="dd-aside" role="status">
            {told}
          </span>
        </div>
      )}
      {error !== null && <ErrorNote error={error} />}
    </div>
  )
}

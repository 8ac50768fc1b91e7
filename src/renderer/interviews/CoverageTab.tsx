import { Select } from 'antd'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { Day } from '../../shared/dates/add-months'
import { today } from '../../shared/dates/today'
import { useCall } from '../api/query'
import { useMay } from '../api/session'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { EmptyState, ErrorNote, Loading } from '../ui/states'

const ways = { unit: '按单位', level: '按职务层次', kind: '按谈话种类', leader: '按谈话人' } as const
type Way = keyof typeof ways
const PAGE = 40

/** Who was reached: a band a unit, level, kind or talker, a cell a month; beside it who was not. */
export function CoverageTab() {
  const [by, setBy] = useState<Way>('unit')
  const [months, setMonths] = useState(12)
  const [unitId, setUnitId] = useState<string | null>(null)
  const board = useCall('talkRules', 'coverage', { by, until: Day.parse(today()), months, unitId })
  return (
    <div className="itv-tab">
      <div className="itv-filter">
        <span className="itv-chips">
          {(Object.keys(ways) as Way[]).map(way => (
            <button key={way} type="button" aria-pressed={way === by} onClick={() => setBy(way)}>
              {ways[way]}
            </button>
          ))}
        </span>
        <Select
          aria-label="多长时间"
          value={months}
          onChange={setMonths}
          options={[3, 6, 12, 24].map(value => ({ value, label: `近 ${value} 个月` }))}
        />
        {board.data && (
          <span className="itv-hint">
            {board.data.people} 人中谈过 {board.data.reached} 人
          </span>
        )}
        {unitId !== null && (
          <Button size="small" onClick={() => setUnitId(null)}>
            看全部单位
          </Button>
        )}
      </div>
      <div className="itv-cover">
        <Card title="谈话覆盖" className="itv-board">
          {board.isPending && <Loading />}
          {board.isError && <ErrorNote error={board.error} onRetry={() => void board.refetch()} />}
          {board.data && board.data.bands.length === 0 && <EmptyState title="这段时间没有谈话" />}
          {board.data && board.data.bands.length > 0 && (
            <table>
              <thead>
                <tr>
                  <th scope="col">{ways[by].slice(1)}</th>
                  {board.data.months.map(month => (
                    <th key={month} scope="col">
                      {Number(month.slice(4))}
                    </th>
                  ))}
                  <th scope="col">谈过</th>
                </tr>
              </thead>
              <tbody>
                {board.data.bands.map(band => (
                  <tr key={band.key}>
                    <th scope="row">
                      {by === 'unit' && band.key !== '' ? (
                        <button type="button" onClick={() => setUnitId(band.key)}>
                          {band.title}
                        </button>
                      ) : (
                        band.title
                      )}
                    </th>
                    {band.months.map((count, at) => (
                      <td
                        key={board.data.months[at]}
                        style={
                          { '--share': band.people === 0 ? 0 : Math.min(1, count / band.people) } as React.CSSProperties
                        }
                        data-none={count === 0 || undefined}
                      >
                        {count === 0 ? '' : count}
                      </td>
                    ))}
                    <td>
                      {band.reached} / {band.people}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </Card>
        <QuietCard unitId={unitId} />
      </div>
    </div>
  )
}

/** With whom nobody has talked for long: the way to them, and no judgement. */
function QuietCard({ unitId }: { unitId: string | null }) {
  const readsFiles = useMay()('cadres.read')
  const [, go] = useLocation()
  const [months, setMonths] = useState(12)
  const quiet = useCall('talkRules', 'quiet', { months, unitId, level: null, offset: 0, limit: PAGE })
  return (
    <Card
      title="久未谈话"
      note={quiet.data && `${quiet.data.total} 人`}
      more={
        <Select
          aria-label="多久没有谈"
          size="small"
          value={months}
          onChange={setMonths}
          options={[3, 6, 12, 24].map(value => ({ value, label: `${value} 个月` }))}
        />
      }
    >
      {quiet.isPending && <Loading />}
      {quiet.isError && <ErrorNote error={quiet.error} onRetry={() => void quiet.refetch()} />}
      <ul className="itv-quiet">
        {quiet.data?.rows.map(({ cadreId, name, post, lastOn }) => (
          <li key={cadreId}>
            {readsFiles ? (
              <button type="button" onClick={() => go(`/cadres/${cadreId}`)}>
                {name}
              </button>
            ) : (
              <b>{name}</b>
            )}
            <span>{post}</span>
            <small>{lastOn === null ? '没有记录' : `上次 ${lastOn}`}</small>
          </li>
        ))}
      </ul>
    </Card>
  )
}

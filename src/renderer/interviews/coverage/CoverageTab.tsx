import { Select } from 'antd'
import { useState } from 'react'
import { Day } from '../../../shared/dates/add-months'
import { today } from '../../../shared/dates/today'
import { useCall } from '../../api/query'
import { Card } from '../../ui/Card'
import { EmptyState, ErrorNote, Loading } from '../../ui/states'
import { UnitFilter } from '../UnitFilter'
import './coverage.css'
import { CoveredCard } from './CoveredCard'
import type { Chosen, Way } from './coverage.words'
import { ways } from './coverage.words'
import { QuietCard } from './QuietCard'

/** Who was reached: a band a unit, level, kind or talker, a cell a month. Every number opens the people behind it. */
export function CoverageTab() {
  const [by, setBy] = useState<Way>('unit')
  const [months, setMonths] = useState(12)
  const [unitId, setUnitId] = useState<string | null>(null)
  const [chosen, setChosen] = useState<Chosen>()
  const until = Day.parse(today())
  const board = useCall('talkRules', 'coverage', { by, until, months, unitId })
  const choose =
    <T,>(set: (value: T) => void) =>
    (value: T): void => {
      setChosen(undefined)
      set(value)
    }
  return (
    <div className="dd-tab">
      <div className="dd-filter">
        <span className="dd-chips" role="group" aria-label="怎样分">
          {(Object.keys(ways) as Way[]).map(way => (
            <button key={way} type="button" aria-pressed={way === by} onClick={() => choose(setBy)(way)}>
              {ways[way]}
            </button>
          ))}
        </span>
        <UnitFilter value={unitId} onChange={choose(setUnitId)} />
        <Select
          aria-label="多长时间"
          value={months}
          onChange={choose(setMonths)}
          options={[3, 6, 12, 24].map(value => ({ value, label: `近 ${value} 个月` }))}
        />
        {board.data && (
          <span className="dd-aside">
            在职 {board.data.people} 人，谈过 {board.data.reached} 人
          </span>
        )}
      </div>
      <div className="itv-cover">
        <Card title="谈话覆盖" note="每格是当月谈过的人数，点开看是谁" className="itv-board">
          {board.isPending && <Loading />}
          {board.isError && <ErrorNote error={board.error} onRetry={() => void board.refetch()} />}
          {board.data && board.data.bands.length === 0 && (
            <EmptyState title="这段时间没有谈话" hint="谈话结束记录以后，计入这里。" />
          )}
          {board.data && board.data.bands.length > 0 && (
            <Board by={by} data={board.data} chosen={chosen} onChoose={setChosen} />
          )}
        </Card>
        {chosen ? (
          <CoveredCard
            key={JSON.stringify(chosen)}
            chosen={chosen}
            asked={{ by, until, months, unitId }}
            onClose={() => setChosen(undefined)}
          />
        ) : (
          <QuietCard unitId={unitId} />
        )}
      </div>
    </div>
  )
}

interface BoardProps {
  readonly by: Way
  readonly data: {
    readonly months: readonly string[]
    readonly bands: readonly {
      readonly key: string
      readonly title: string
      readonly people: number
      readonly reached: number
      readonly months: readonly number[]
    }[]
  }
  readonly chosen: Chosen | undefined
  readonly onChoose: (chosen: Chosen) => void
}

function Board({ by, data, chosen, onChoose }: BoardProps) {
  const isChosen = (key: string, month: string | null, reached: boolean): boolean =>
    chosen?.key === key && chosen.month === month && chosen.reached === reached
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{ways[by].slice(1)}</th>
          {data.months.map(month => (
            <th key={month} scope="col" title={`${month.slice(0, 4)}年${Number(month.slice(4))}月`}>
              {month.endsWith('01') && <small>{month.slice(0, 4)}</small>}
              {Number(month.slice(4))}月
            </th>
          ))}
          <th scope="col">谈过</th>
          <th scope="col">未谈</th>
        </tr>
      </thead>
      <tbody>
        {data.bands.map(({ key, title, people, reached, months }) => (
          <tr key={key}>
            <th scope="row">{title}</th>
            {months.map((count, at) => {
              const month = data.months[at] ?? ''
              return (
                <td
                  key={month}
                  data-none={count === 0 || undefined}
                  style={{ '--share': people === 0 ? 0 : Math.min(1, count / people) } as React.CSSProperties}
                >
                  {count > 0 && (
                    <Cell
                      count={count}
                      label={`${title} ${Number(month.slice(4))}月谈过 ${count} 人`}
                      pressed={isChosen(key, month, true)}
                      onClick={() => onChoose({ key, title, month, reached: true })}
                    />
                  )}
                </td>
              )
            })}
            <td data-none>
              <Cell
                count={reached}
                label={`${title}谈过 ${reached} 人`}
                pressed={isChosen(key, null, true)}
                onClick={() => onChoose({ key, title, month: null, reached: true })}
              />
            </td>
            <td data-none>
              <Cell
                count={people - reached}
                label={`${title}未谈 ${people - reached} 人`}
                pressed={isChosen(key, null, false)}
                onClick={() => onChoose({ key, title, month: null, reached: false })}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface CellProps {
  readonly count: number
  readonly label: string
  readonly pressed: boolean
  readonly onClick: () => void
}
const Cell = ({ count, label, pressed, onClick }: CellProps) =>
  count === 0 ? (
    '0'
  ) : (
    <button type="button" className="itv-cell" aria-label={label} aria-pressed={pressed} onClick={onClick}>
      {count}
    </button>
  )

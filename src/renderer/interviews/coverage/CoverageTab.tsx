import { Select } from 'antd'
import { useState } from 'react'
import { Day } from '../../../shared/dates/add-months'
import { today } from '../../../shared/dates/today'
import { useCall } from '../../api/query'
import { Card } from '../../ui/Card'
import { EmptyState, ErrorNote, Loading } from '../../ui/states'
import { UnitFilter } from '../UnitFilter'
import { Board } from './Board'
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
            <Board
              heading={ways[by].slice(1)}
              words={{ reached: '谈过', missed: '未谈' }}
              data={board.data}
              chosen={chosen}
              onChoose={setChosen}
            />
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

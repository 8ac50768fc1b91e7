import { Segmented, Select } from 'antd'
import { useState } from 'react'
import type { CareCoverageBy, CareWhom } from '../../shared/care-coverage/care-coverage.contract'
import { useCall } from '../api/query'
import { useMay } from '../api/session'
import { SurveyPane } from '../care-surveys/SurveyPane'
import { Board } from '../interviews/coverage/Board'
import type { Chosen } from '../interviews/coverage/coverage.words'
import { UnitFilter } from '../interviews/UnitFilter'
import { Card } from '../ui/Card'
import { EmptyState, ErrorNote, Loading } from '../ui/states'
import './care-coverage.css'
import { todayDay } from '../../shared/dates/today'
import { CoveredCard } from './CoveredCard'
import { monthChoices, ways, whoms } from './care-coverage.words'
import { FiguresCard } from './FiguresCard'
import { MissedCard } from './MissedCard'

/** 覆盖: whom care reached, and how it is felt. */
export function CareCoverageTab() {
  const [view, setView] = useState<'reached' | 'felt'>('reached')
  return (
    <div className="dd-tab">
      <Segmented<'reached' | 'felt'>
        aria-label="看什么"
        className="ccv-views"
        value={view}
        onChange={setView}
        options={[
          { value: 'reached', label: '覆盖' },
          { value: 'felt', label: '满意度' },
        ]}
      />
      {view === 'reached' ? <CoverageView /> : <SurveyPane />}
    </div>
  )
}

/** Who was cared for, a band a unit, level, measure or side, a cell a month; beside it whom we missed. */
function CoverageView() {
  const seesPeople = useMay()('care.read')
  const [by, setBy] = useState<CareCoverageBy>('unit')
  const [whom, setWhom] = useState<CareWhom>('在职')
  const [months, setMonths] = useState(12)
  const [unitId, setUnitId] = useState<string | null>(null)
  const [chosen, setChosen] = useState<Chosen>()
  const until = todayDay()
  const board = useCall('careCoverage', 'board', { by, whom, until, months, unitId })
  const choose =
    <T,>(set: (value: T) => void) =>
    (value: T): void => {
      setChosen(undefined)
      set(value)
    }
  return (
    <>
      <div className="dd-filter">
        <span className="dd-chips" role="group" aria-label="怎样分">
          {(Object.keys(ways) as CareCoverageBy[]).map(way => (
            <button key={way} type="button" aria-pressed={way === by} onClick={() => choose(setBy)(way)}>
              {ways[way]}
            </button>
          ))}
        </span>
        <UnitFilter value={unitId} onChange={choose(setUnitId)} />
        <Select aria-label="哪些人" value={whom} onChange={choose(setWhom)} options={whoms} />
        <Select aria-label="多长时间" value={months} onChange={choose(setMonths)} options={monthChoices} />
        {board.data && (
          <span className="dd-aside">
            {whom} {board.data.people} 人，关爱过 {board.data.reached} 人
          </span>
        )}
      </div>
      <div className="itv-cover ccv-cover">
        <Card
          title="关爱覆盖"
          note={seesPeople ? '每格是当月关爱过的人数，点开看是谁' : '每格是当月关爱过的人数'}
          className="itv-board ccv-board"
        >
          {board.isPending && <Loading />}
          {board.isError && <ErrorNote error={board.error} onRetry={() => void board.refetch()} />}
          {board.data && board.data.bands.length === 0 && (
            <EmptyState title="这段时间没有关爱记录" hint="在“应办”或者干部档案里记录关爱以后，计入这里。" />
          )}
          {board.data && board.data.bands.length > 0 && (
            <Board
              heading={ways[by].slice(1)}
              words={{ reached: '关爱过', missed: '未关爱' }}
              data={board.data}
              chosen={chosen}
              {...(seesPeople ? { onChoose: setChosen } : {})}
            />
          )}
        </Card>
        <div className="ccv-side">
          {chosen && (
            <CoveredCard
              key={JSON.stringify(chosen)}
              chosen={chosen}
              asked={{ by, whom, until, months, unitId }}
              onClose={() => setChosen(undefined)}
            />
          )}
          <FiguresCard whom={whom} months={months} unitId={unitId} />
          {seesPeople && !chosen && (
            <>
              <MissedCard key={`quiet ${whom}`} list="quiet" whom={whom} months={months} unitId={unitId} />
              {whom === '在职' && <MissedCard list="frontline" whom={whom} months={months} unitId={unitId} />}
            </>
          )}
        </div>
      </div>
    </>
  )
}

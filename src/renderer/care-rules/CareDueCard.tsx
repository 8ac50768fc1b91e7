import { useState } from 'react'
import { useLocation } from 'wouter'
import { offeredFor } from '../../shared/care-records/occasions'
import type { CareState } from '../../shared/care-rules/care-rules'
import { careTitles } from '../../shared/care-rules/care-rules'
import type { CareDueRow } from '../../shared/care-rules/care-rules.contract'
import { addDays } from '../../shared/dates/add-months'
import { showDate } from '../../shared/dates/partial-date'
import { todayDay } from '../../shared/dates/today'
import { useCall } from '../api/query'
import { useMay } from '../api/session'
import { careMarks } from '../care-records/care.words'
import { congratulate, isCongratulated } from '../care-records/congratulate'
import { RecordDialog } from '../care-records/RecordDialog'
import { BasisWord } from '../ui/BasisWord'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Stamp, StateMark } from '../ui/marks'
import { ErrorNote, Loading } from '../ui/states'
import './care-rules.css'
import { startOf } from '../care-records/start'
import { RecordButton } from './RecordButton'

const SHOWN = 12
type View = 'today' | 'week' | 'late'
const statesOf: Record<View, CareState[]> = { today: ['due'], week: ['due', 'soon'], late: ['late'] }

/** 该关心的人: today, this week, late; each recorded with one click and a line. */
export function CareDueCard({ title }: { title: string }) {
  const [, go] = useLocation()
  const edits = useMay()('care.edit')
  const [chosen, setChosen] = useState<View>()
  const [recording, setRecording] = useState<CareDueRow>()
  const [error, setError] = useState<unknown>(null)
  const asked = {
    unitId: null,
    cadreId: null,
    ruleId: null,
    dimension: null,
    from: null,
    until: addDays(todayDay(), 6),
  }
  const counted = useCall('careRules', 'due', { ...asked, states: ['due'], offset: 0, limit: 1 })
  const { late = 0, today = 0, week: soon = 0 } = counted.data?.near ?? {}
  // What is due today comes first; with nothing today the week, and with nothing at all what is late.
  const view: View = chosen ?? (today > 0 ? 'today' : soon > 0 ? 'week' : 'late')
  const week = useCall('careRules', 'due', { ...asked, states: statesOf[view], offset: 0, limit: SHOWN })
  const rows = week.data?.rows ?? []
  const total = week.data?.total ?? 0
  const views: readonly (readonly [View, string, number])[] = [
    ['today', '今天', today],
    ['week', '本周', today + soon],
    ['late', '逾期', late],
  ]
  return (
    <Card
      title={title}
      className="crl-home"
      note={
        <span className="dd-chips">
          {views.map(([key, label, count]) => (
            <button key={key} type="button" aria-pressed={view === key} onClick={() => setChosen(key)}>
              {label} {counted.data ? count : ''}
            </button>
          ))}
        </span>
      }
      more={
        <Button kind="link" size="small" onClick={() => go('/care')}>
          全部应办
        </Button>
      }
    >
      {week.isPending && <Loading />}
      {week.isError && <ErrorNote error={week.error} onRetry={() => void week.refetch()} />}
      {week.data && rows.length === 0 && (
        <p className="home-quiet-line">
          {view === 'late' ? '没有逾期的。' : view === 'today' ? '今天没有到期的。' : '这一周没有到期的。'}
        </p>
      )}
      <ul className="home-rows">
        {rows.map(row => (
          <li key={row.key} className="home-due home-talk">
            <Stamp>{offeredFor[row.occasion].stamp}</Stamp>
            <div className="home-due-what">
              <p>{row.name}</p>
              <p>{row.post || row.unitName}</p>
            </div>
            <div className="home-due-why">
              <p>{row.title}</p>
              <p>
                {row.why}
                <BasisWord basis={row.basis} />
              </p>
            </div>
            <StateMark state={careMarks[row.state]}>
              {careTitles[row.state]} {showDate(row.actOn).slice(5)}
            </StateMark>
            {edits ? (
              <span className="dd-row-acts">
                {isCongratulated(row) && (
                  <Button
                    size="small"
                    onClick={() => {
                      setError(null)
                      congratulate(row).catch(setError)
                    }}
                  >
                    已祝贺
                  </Button>
                )}
                <RecordButton row={row} onRecord={() => setRecording(row)} />
              </span>
            ) : (
              <span />
            )}
          </li>
        ))}
      </ul>
      {total > SHOWN && <p className="home-quiet-line">还有 {total - SHOWN} 项，在应办名单里。</p>}
      {error !== null && <ErrorNote error={error} />}
      {recording && <RecordDialog start={startOf(recording)} onClose={() => setRecording(undefined)} />}
    </Card>
  )
}

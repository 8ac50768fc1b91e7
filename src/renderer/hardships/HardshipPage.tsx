import { useState } from 'react'
import { useLocation } from 'wouter'
import { showDate } from '../../shared/dates/partial-date'
import type { Hardship, HardshipId, Household } from '../../shared/hardships/hardships'
import { useCall } from '../api/query'
import { useMay } from '../api/session'
import { DocumentButton } from '../documents/DocumentButton'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { StateMark } from '../ui/marks'
import { ErrorNote, Loading } from '../ui/states'
import { AidCard } from './AidCard'
import { HardshipForm } from './HardshipForm'
import { HouseholdCard } from './HouseholdCard'
import { reviewMark } from './hardships.words'
import { ReviewCard } from './ReviewCard'

/** One case: why, on what proof, at which level, what was paid, and its reviews. */
export function HardshipPage({ id }: { id: HardshipId }) {
  const [, go] = useLocation()
  const edits = useMay()('care.edit')
  const found = useCall('hardships', 'get', { id })
  const [household, setHousehold] = useState<{ revision: number; shown: Household }>()
  const [correcting, setCorrecting] = useState(false)
  if (found.isPending) return <Loading />
  if (found.isError) return <ErrorNote error={found.error} onRetry={() => void found.refetch()} />
  const hardship = found.data
  // What was shown is of the revision that was read: after any change it is asked for anew.
  const shown = household?.revision === hardship.revision ? household.shown : null
  const { mark, words } = reviewMark(hardship)
  const isOpen = hardship.closedOn === null
  return (
    <div className="dd-tab">
      <div className="dd-filter">
        <Button kind="link" onClick={() => go('/care/hardships')}>
          ‹ 困难帮扶
        </Button>
        <h2 className="har-name">{hardship.cadreName}</h2>
        <span className="dd-aside">{hardship.cadrePost}</span>
        <StateMark state={mark}>{words}</StateMark>
        <span className="har-push" />
        <Button onClick={() => go(`/cadres/${hardship.cadreId}`)}>打开档案</Button>
        <DocumentButton document={{ of: 'hardship', id }} title={`${hardship.cadreName} · 困难帮扶`} />
        {edits && isOpen && <Button onClick={() => setCorrecting(true)}>更正</Button>}
      </div>
      <div className="har-grid">
        <div className="har-main">
          <Card title="情况" note={`${hardship.byName}登记`}>
            <Facts hardship={hardship} />
          </Card>
          <AidCard hardship={hardship} edits={edits && isOpen} />
        </div>
        <div className="har-side">
          <HouseholdCard
            hardship={hardship}
            household={shown}
            onShown={next => setHousehold(next && { revision: hardship.revision, shown: next })}
          />
          <ReviewCard key={hardship.revision} hardship={hardship} edits={edits} />
        </div>
      </div>
      {correcting && (
        <HardshipForm
          hardship={hardship}
          household={shown}
          onSaved={() => setHousehold(undefined)}
          onClose={() => setCorrecting(false)}
        />
      )}
    </div>
  )
}

function Facts({ hardship }: { hardship: Hardship }) {
  const facts: readonly (readonly [string, string])[] = [
    ['困难原因', hardship.cause],
    ['说明', hardship.causeText],
    ['登记日期', showDate(hardship.openedOn)],
    ['困难等级', hardship.level || '还没有定'],
    [
      '证明',
      hardship.proofs
        .map(({ what, seenOn, keptAt }) =>
          [what, `${showDate(seenOn)} 看过`, keptAt].filter(text => text !== '').join('，'),
        )
        .join('\n'),
    ],
    ['退出', hardship.closedOn === null ? '' : `${showDate(hardship.closedOn)}，${hardship.closedFor}`],
  ]
  return (
    <dl className="har-facts">
      {facts
        .filter(([, text]) => text !== '')
        .map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
    </dl>
  )
}

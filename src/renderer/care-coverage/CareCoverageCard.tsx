import { useLocation } from 'wouter'
import { useCall } from '../api/query'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { StateMark } from '../ui/marks'
import { ErrorNote } from '../ui/states'
import './care-coverage.css'

const MONTHS = 12

/** 关爱覆盖 on the workbench: how many of those in service were cared for within twelve months. A count and no name. */
export function CareCoverageCard({ title }: { title: string }) {
  const [, go] = useLocation()
  const figures = useCall('careCoverage', 'figures', { whom: '在职', months: MONTHS, unitId: null })
  const escalated = useCall('careEscalations', 'figures', {})
  const { 未上报: untold = 0, 等批示: waiting = 0 } = escalated.data ?? {}
  const { people = 0, quiet = 0, frontlineMissed = 0 } = figures.data ?? {}
  return (
    <Card
      title={title}
      className="ccv-home"
      note={people > 0 ? `近 ${MONTHS} 个月` : undefined}
      more={
        <Button kind="link" size="small" onClick={() => go('/care/coverage')}>
          看覆盖
        </Button>
      }
    >
      {figures.isError && <ErrorNote error={figures.error} onRetry={() => void figures.refetch()} />}
      {figures.data && (
        <p>
          {people === 0 ? (
            '还没有在职干部'
          ) : (
            <>
              <b>{Math.round((100 * (people - quiet)) / people)}%</b>
              <span>
                在职 {people} 人，关爱过 {people - quiet} 人
                {frontlineMissed > 0 && `；在一线而没有关爱 ${frontlineMissed} 人`}
              </span>
            </>
          )}
        </p>
      )}
      {untold + waiting > 0 && (
        <p className="ccv-late">
          <button type="button" onClick={() => go('/care/escalations')}>
            <StateMark state="late">请上报 {untold} 件</StateMark>
            {waiting > 0 && <span>等批示 {waiting} 件</span>}
          </button>
        </p>
      )}
    </Card>
  )
}

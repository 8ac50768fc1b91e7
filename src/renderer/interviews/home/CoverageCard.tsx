import { useLocation } from 'wouter'
import { Day } from '../../../shared/dates/add-months'
import { today } from '../../../shared/dates/today'
import { useCall } from '../../api/query'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { EmptyState, ErrorNote, Loading } from '../../ui/states'
import './home-cards.css'

const RADIUS = 26
const ROUND = 2 * Math.PI * RADIUS
const SHOWN = 4

/** 谈话覆盖: how many of each level were talked to within twelve months. A count and no mark. */
export function CoverageCard({ title }: { title: string }) {
  const [, go] = useLocation()
  const board = useCall('talkRules', 'coverage', { by: 'level', until: Day.parse(today()), months: 12, unitId: null })
  const bands = (board.data?.bands ?? []).filter(({ people }) => people > 0).slice(0, SHOWN)
  const whole = board.data && { key: 'all', title: '全部', people: board.data.people, reached: board.data.reached }
  const left = board.data ? board.data.people - board.data.reached : 0
  return (
    <Card
      title={title}
      className="home-cover"
      note={whole && whole.people > 0 ? '近 12 个月，按职务层次，%' : undefined}
      more={
        <Button kind="link" size="small" onClick={() => go('/interviews/coverage')}>
          {left > 0 ? `未谈 ${left} 人` : '看覆盖'}
        </Button>
      }
    >
      {board.isPending && <Loading />}
      {board.isError && <ErrorNote error={board.error} onRetry={() => void board.refetch()} />}
      {board.data?.people === 0 && <EmptyState title="还没有在职干部" hint="导入干部以后，这里列出谈话覆盖。" />}
      {whole && whole.people > 0 && (
        <ul className="home-rings">
          {[whole, ...bands].map(({ key, title: name, people, reached }) => (
            <li key={key}>
              <svg viewBox="0 0 60 60" aria-hidden="true">
                <circle cx="30" cy="30" r={RADIUS} />
                <circle
                  cx="30"
                  cy="30"
                  r={RADIUS}
                  strokeDasharray={`${(ROUND * reached) / people} ${ROUND}`}
                  transform="rotate(-90 30 30)"
                />
              </svg>
              <b>{Math.round((100 * reached) / people)}</b>
              <span>{name}</span>
              <small>
                {reached}/{people}
              </small>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

import type { CareCoverageBy, CareWhom } from '../../shared/care-coverage/care-coverage.contract'
import type { Day } from '../../shared/dates/add-months'
import { useRows } from '../api/query'
import type { Chosen } from '../interviews/coverage/coverage.words'
import { PersonLines } from '../interviews/coverage/PersonLines'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { EmptyState, ErrorNote, Loading } from '../ui/states'

const PAGE = 100

interface CoveredCardProps {
  readonly chosen: Chosen
  readonly asked: {
    readonly by: CareCoverageBy
    readonly whom: CareWhom
    readonly until: Day
    readonly months: number
    readonly unitId: string | null
  }
  readonly onClose: () => void
}

/** The people behind one number of the board. */
export function CoveredCard({ chosen: { key, title, month, reached }, asked, onClose }: CoveredCardProps) {
  const people = useRows('careCoverage', 'covered', { ...asked, key, month, reached }, PAGE)
  const when = month === null ? `近 ${asked.months} 个月` : `${month.slice(0, 4)}年${Number(month.slice(4))}月`
  return (
    <Card
      title={`${title}　${reached ? '关爱过' : '未关爱'}`}
      note={people.total === undefined ? undefined : `${when}，${people.total} 人`}
      more={
        <Button size="small" kind="link" onClick={onClose}>
          关闭
        </Button>
      }
    >
      {people.isPending && <Loading />}
      {people.error && <ErrorNote error={people.error} onRetry={people.retry} />}
      {people.total === 0 && (
        <EmptyState title="没有这样的干部" hint="数字变了，可能刚有新的记录或者任免；关闭后再看一次。" />
      )}
      <PersonLines rows={people.rows} tab="care" />
      {people.more && (
        <div className="dd-more">
          <Button onClick={people.more}>再看一些</Button>
        </div>
      )}
    </Card>
  )
}

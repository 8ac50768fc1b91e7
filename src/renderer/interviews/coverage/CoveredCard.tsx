import { useState } from 'react'
import type { Day } from '../../../shared/dates/add-months'
import { useCall } from '../../api/query'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { ErrorNote, Loading } from '../../ui/states'
import type { Chosen, Way } from './coverage.words'
import { PersonLines } from './PersonLines'

const PAGE = 100

interface CoveredCardProps {
  readonly chosen: Chosen
  readonly asked: { readonly by: Way; readonly until: Day; readonly months: number; readonly unitId: string | null }
  readonly onClose: () => void
}

/** The people behind one number of the board. */
export function CoveredCard({ chosen: { key, title, month, reached }, asked, onClose }: CoveredCardProps) {
  const [shown, setShown] = useState(PAGE)
  const people = useCall('talkRules', 'covered', {
    ...asked,
    key,
    month,
    reached,
    offset: 0,
    limit: Math.min(500, shown),
  })
  const when = month === null ? `近 ${asked.months} 个月` : `${month.slice(0, 4)}年${Number(month.slice(4))}月`
  return (
    <Card
      title={`${title || '全部'}　${reached ? '谈过' : '未谈'}`}
      note={people.data && `${when}，${people.data.total} 人`}
      more={
        <Button size="small" kind="link" onClick={onClose}>
          关闭
        </Button>
      }
    >
      {people.isPending && <Loading />}
      {people.isError && <ErrorNote error={people.error} onRetry={() => void people.refetch()} />}
      <PersonLines rows={people.data?.rows ?? []} />
      {people.data && people.data.total > people.data.rows.length && shown < 500 && (
        <div className="itv-more">
          <Button onClick={() => setShown(shown + PAGE)}>再看一些</Button>
        </div>
      )}
    </Card>
  )
}

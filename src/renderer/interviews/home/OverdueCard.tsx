import { useState } from 'react'
import { useLocation } from 'wouter'
import { showDate } from '../../../shared/dates/partial-date'
import type { TrackedPromise } from '../../../shared/promises/promises'
import { useCall } from '../../api/query'
import { useMay, useSession } from '../../api/session'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { StateMark } from '../../ui/marks'
import { EmptyState, ErrorNote, Loading } from '../../ui/states'
import '../interviews.css'
import { promiseMark } from '../interviews.marks'
import { PromiseDialog } from '../promises/PromiseDialog'
import './home-cards.css'

const SHOWN = 4

/** 逾期承诺: what was promised and not done in time; of everyone for those who oversee, else one's own. */
export function OverdueCard({ title }: { title: string }) {
  const { account } = useSession()
  const oversees = useMay()('interviews.oversee')
  const [, go] = useLocation()
  const [opened, setOpened] = useState<TrackedPromise>()
  const late = useCall('promises', 'list', {
    filter: {
      states: ['open'],
      kinds: [],
      ownerId: oversees ? null : account.id,
      cadreId: null,
      interviewId: null,
      unitId: null,
      late: true,
    },
    offset: 0,
    limit: SHOWN,
  })
  const current = opened && (late.data?.rows.find(({ id }) => id === opened.id) ?? opened)
  return (
    <Card
      title={title}
      note={late.data && late.data.total > 0 ? `${late.data.total} 件` : undefined}
      more={
        <Button kind="link" size="small" onClick={() => go('/interviews/promises')}>
          全部承诺
        </Button>
      }
    >
      {late.isPending && <Loading />}
      {late.isError && <ErrorNote error={late.error} onRetry={() => void late.refetch()} />}
      {late.data?.total === 0 && <EmptyState title="没有逾期的承诺" hint="谈话中答应的事到期未办，列在这里。" />}
      <ul>
        {late.data?.rows.map(row => {
          const { mark, words } = promiseMark(row)
          return (
            <li key={row.id} className="home-overdue">
              <button type="button" onClick={() => setOpened(row)}>
                {row.text}
                <small>
                  答复 {row.cadreName}　责任人 {row.ownerName}
                </small>
              </button>
              <span className="home-quiet">应于 {showDate(row.dueOn).slice(5)}</span>
              <StateMark state={mark}>{words}</StateMark>
            </li>
          )
        })}
      </ul>
      {current && <PromiseDialog promise={current} onClose={() => setOpened(undefined)} />}
    </Card>
  )
}

import { useLocation } from 'wouter'
import type * as z from 'zod'
import type { Notice as NoticeSchema } from '../../shared/notices/notices.contract'
import { useCall } from '../api/query'
import { useSession } from '../api/session'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Stamp, StateMark } from '../ui/marks'
import { EmptyState, ErrorNote, Loading } from '../ui/states'
import { FirstStep } from './FirstStep'

type Notice = z.infer<typeof NoticeSchema>

const urgency: Record<Notice['level'], { order: number; word: string }> = {
  late: { order: 0, word: '逾期' },
  today: { order: 1, word: '今天' },
  soon: { order: 2, word: '将到' },
}
/** The kind of a matter by the page where it is dealt with. */
const stamps: Readonly<Record<string, string>> = {
  accounts: '账',
  audit: '审',
  policy: '策',
  units: '单',
  settings: '设',
}
const stampOf = (route: string | null): string => stamps[route?.split('/')[1] ?? ''] ?? '办'

/** Most urgent first; the order within a level is the core's. */
export const byUrgency = (notices: readonly Notice[]): Notice[] =>
  notices.toSorted((a, b) => urgency[a.level].order - urgency[b.level].order)

export function TodayCard({ title }: { title: string }) {
  const notices = useCall('notices', 'list', {})
  const maySetUpUnits = useSession().capabilities.includes('units.edit')
  const count = notices.data?.length ?? 0
  return (
    <Card title={title} note={count > 0 ? `${count} 件` : undefined} className="home-today">
      {notices.isPending && <Loading />}
      {notices.isError && <ErrorNote error={notices.error} onRetry={() => void notices.refetch()} />}
      {notices.data && count > 0 && (
        <ul className="home-rows">
          {byUrgency(notices.data).map(notice => (
            <NoticeRow key={notice.id} notice={notice} />
          ))}
        </ul>
      )}
      {notices.data && maySetUpUnits && <FirstStep busy={count > 0} />}
      {notices.data && !maySetUpUnits && count === 0 && (
        <EmptyState title="今天没有到期的事" hint="到期的事会列在这里，最急的在最上面。" />
      )}
    </Card>
  )
}

function NoticeRow({ notice }: { notice: Notice }) {
  const [, go] = useLocation()
  const { route } = notice
  return (
    <li className="home-due">
      <Stamp>{stampOf(route)}</Stamp>
      <div className="home-due-what">
        <p>{notice.title}</p>
        <p>{notice.detail}</p>
      </div>
      <StateMark state={notice.level}>{urgency[notice.level].word}</StateMark>
      {route !== null && (
        <Button size="small" onClick={() => go(route)}>
          去办
        </Button>
      )}
    </li>
  )
}

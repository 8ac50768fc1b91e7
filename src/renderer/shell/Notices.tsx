import { Drawer } from 'antd'
import type * as z from 'zod'
import type { Notice } from '../../shared/notices/notices.contract'
import { Button } from '../ui/Button'
import { type MarkState, StateMark } from '../ui/marks'
import { EmptyState, ErrorNote, Loading } from '../ui/states'

type NoticeItem = z.infer<typeof Notice>

interface NoticesProps {
  notices: readonly NoticeItem[] | undefined
  error: unknown
  onRetry: () => void
  onGo: (route: string) => void
  onClose: () => void
}

const words: Record<NoticeItem['level'], string> = { late: '逾期', today: '今天', soon: '将到' }
const order: readonly MarkState[] = ['late', 'today', 'soon']

/** What waits, the overdue first, beside the page and not instead of it. */
export function Notices({ notices, error, onRetry, onGo, onClose }: NoticesProps) {
  const sorted = notices?.toSorted((a, b) => order.indexOf(a.level) - order.indexOf(b.level))
  return (
    <Drawer
      open
      title="提醒"
      onClose={onClose}
      size={380}
      closable={{ placement: 'end' }}
      mask={{ enabled: true, blur: false }}
      styles={{ body: { padding: 0 } }}
    >
      {error ? (
        <div className="shell-notices-note">
          <ErrorNote error={error} onRetry={onRetry} />
        </div>
      ) : sorted === undefined ? (
        <Loading />
      ) : sorted.length === 0 ? (
        <EmptyState title="没有要办的事" hint="到期、待批和告警会列在这里。" />
      ) : (
        <ul className="shell-notices">
          {sorted.map(notice => (
            <li key={notice.id}>
              <StateMark state={notice.level}>{words[notice.level]}</StateMark>
              <div>
                <p>{notice.title}</p>
                <p className="shell-notices-detail">{notice.detail}</p>
              </div>
              {notice.route !== null && (
                <Button size="small" onClick={() => onGo(notice.route ?? '/')}>
                  去办<span className="dd-hidden">：{notice.title}</span>
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </Drawer>
  )
}

import { useState } from 'react'
import { useLeaveRefusal } from '../api/it-policy'
import { useCall } from '../api/query'
import { useMay } from '../api/session'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Icon } from '../ui/icons'
import { LockNote } from '../ui/LockNote'
import { StateMark } from '../ui/marks'
import { Page } from '../ui/Page'
import { ProgressDialog } from '../ui/ProgressDialog'
import { EmptyState, ErrorNote, Loading } from '../ui/states'
import './audit.css'
import { useAuditLines } from './audit.lines'
import { useAuditStore } from './audit.store'
import { chipsOf, count, type Facets, noConditions, reviewDue } from './audit.words'
import { FilterBar } from './FilterBar'
import { LineAside, MissingLine } from './LineAside'
import { LinesGrid } from './LinesGrid'
import { ReviewDialog } from './ReviewDialog'
import { SealDialog } from './SealDialog'
import { SealsAside } from './SealsAside'
import { useAuditActs, useLastReview } from './useAuditActs'
import { VerdictAside } from './VerdictAside'

/** 审计: what was done, by whom, and whether the record of it is still the one that was written. */
export function AuditPage() {
  const { filter, before, verdict, open, narrow } = useAuditStore()
  const facets = useCall('audit', 'facets', {})
  const policy = useCall('policy', 'get', {})
  const { job, verify, exportLines } = useAuditActs()
  const [dialog, setDialog] = useState<'seal' | 'review' | null>(null)
  const locked = useLeaveRefusal('plain')
  const seals = useMay()('audit.seal')
  const everyDays = policy.data?.auditReviewDays
  return (
    <Page
      title="审计日志"
      note={everyDays !== undefined && <ReviewNote everyDays={everyDays} />}
      actions={
        <>
          {seals && everyDays !== undefined && (
            <Button icon={<Icon name="edit" size={16} />} onClick={() => setDialog('review')}>
              记录检查
            </Button>
          )}
          {locked !== undefined && <LockNote />}
          <Button icon={<Icon name="export" size={16} />} reason={locked} onClick={() => void exportLines(filter)}>
            导出
          </Button>
          <Button onClick={() => open({ kind: 'seals' })}>封存记录</Button>
          {seals && (
            <Button icon={<Icon name="seal" size={16} />} onClick={() => setDialog('seal')}>
              封存
            </Button>
          )}
          {verdict && <Button onClick={() => open({ kind: 'verdict' })}>校验结果</Button>}
          <Button kind="primary" icon={<Icon name="check" size={16} />} onClick={() => void verify()}>
            校验
          </Button>
        </>
      }
    >
      <div className="aud-page">
        {job.error !== null && <ErrorNote error={job.error} />}
        <FilterBar filter={filter} facets={facets.data} onChange={narrow} />
        <Log key={JSON.stringify([filter, before])} facets={facets.data} />
      </div>
      {job.running && <ProgressDialog {...job.running} onCancel={job.cancel} />}
      {dialog === 'seal' && <SealDialog onClose={() => setDialog(null)} />}
      {dialog === 'review' && everyDays !== undefined && (
        <ReviewDialog everyDays={everyDays} onClose={() => setDialog(null)} />
      )}
    </Page>
  )
}

function ReviewNote({ everyDays }: { everyDays: number }) {
  const last = useLastReview()
  const [now] = useState(() => Date.now())
  if (last === undefined) return null
  const due = reviewDue(last, everyDays, now)
  return (
    <span className="aud-review">
      每 {everyDays} 天检查一次{due.dueOn !== null && `，应于 ${due.dueOn} 前检查`}
      <StateMark state={due.state}>{due.words}</StateMark>
    </span>
  )
}

/** The log under its conditions with what is open beside it; mounted anew when the conditions change. */
function Log({ facets }: { facets: Facets | undefined }) {
  const { filter, before, beside, verdict, open, close, jump, newest, narrow } = useAuditStore()
  const { lines, total, error, retry, loadOlder } = useAuditLines(filter, before)
  const line = beside?.kind === 'line' ? lines.find(({ seq }) => seq === beside.seq) : undefined
  return (
    <div className="aud-split">
      <Card className="aud-card">
        {error !== null && <ErrorNote error={error} onRetry={retry} />}
        {total === undefined && error === null && <Loading />}
        {before !== null && (
          <p className="aud-strip">
            从第 {count(before - 1)} 行往前看
            <Button kind="link" size="small" onClick={newest}>
              回到最新
            </Button>
          </p>
        )}
        {total !== undefined && lines.length > 0 && (
          <>
            <LinesGrid
              lines={lines}
              total={total}
              facets={facets}
              selected={beside?.kind === 'line' ? beside.seq : null}
              onSelect={seq => open({ kind: 'line', seq })}
              onNearEnd={loadOlder}
            />
            <footer className="aud-foot">
              符合 {count(total)} 行{lines.length < total && `，已读入 ${count(lines.length)} 行，往下滚动继续读`}
            </footer>
          </>
        )}
        {total !== undefined &&
          lines.length === 0 &&
          error === null &&
          (chipsOf(filter, facets).length === 0 ? (
            <EmptyState title="还没有记录" />
          ) : (
            <EmptyState
              title="没有符合条件的记录"
              action={<Button onClick={() => narrow(noConditions)}>去掉全部条件</Button>}
            />
          ))}
      </Card>
      {line && <LineAside line={line} facets={facets} onClose={close} />}
      {beside?.kind === 'line' && !line && before !== null && (lines.at(-1)?.seq ?? beside.seq) < beside.seq && (
        <MissingLine seq={beside.seq} onClose={close} />
      )}
      {beside?.kind === 'verdict' && verdict && <VerdictAside {...verdict} onJump={jump} onClose={close} />}
      {beside?.kind === 'seals' && <SealsAside onClose={close} />}
    </div>
  )
}

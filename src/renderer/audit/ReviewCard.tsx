import { useState } from 'react'
import { useLocation } from 'wouter'
import { useCall } from '../api/query'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { StateMark } from '../ui/marks'
import { ProgressDialog } from '../ui/ProgressDialog'
import { ErrorNote, Loading } from '../ui/states'
import './audit.css'
import { useAuditStore } from './audit.store'
import { count, dayWords, reviewDue } from './audit.words'
import { useAuditActs, useLastReview } from './useAuditActs'
import { Verdict } from './VerdictAside'

/** On the 安全审计员's workbench: the last seal, the next review, and a verification at hand. */
export function ReviewCard({ title }: { title: string }) {
  const seals = useCall('audit', 'seals', {})
  const policy = useCall('policy', 'get', {})
  const last = useLastReview()
  const [now] = useState(() => Date.now())
  const { job, verify } = useAuditActs()
  const { verdict, jump } = useAuditStore()
  const [, go] = useLocation()
  const everyDays = policy.data?.auditReviewDays
  const seal = seals.data?.[0]
  const due = everyDays === undefined || last === undefined ? undefined : reviewDue(last, everyDays, now)
  return (
    <Card
      title={title}
      more={
        <Button kind="link" size="small" onClick={() => go('/audit')}>
          审计日志
        </Button>
      }
    >
      {(seals.error ?? policy.error) !== null && <ErrorNote error={seals.error ?? policy.error} />}
      {due === undefined || !seals.data ? (
        <Loading />
      ) : (
        <dl className="aud-duty">
          <div>
            <dt>日志检查</dt>
            <dd>
              <StateMark state={due.state}>{due.words}</StateMark>
              <p>{last ? `上次 ${dayWords(last)}，每 ${everyDays} 天一次` : `每 ${everyDays} 天一次`}</p>
            </dd>
          </div>
          <div>
            <dt>最近封存</dt>
            <dd>
              {seal ? `${dayWords(seal.at)}，至第 ${count(seal.seq)} 行` : '还没有封存过'}
              {seal && seal.note !== '' && <p>{seal.note}</p>}
            </dd>
          </div>
          <div>
            <dt>校验</dt>
            <dd>
              <Button size="small" onClick={() => void verify()}>
                现在校验
              </Button>
            </dd>
          </div>
        </dl>
      )}
      {job.error !== null && <ErrorNote error={job.error} />}
      {verdict && (
        <div className="aud-duty-verdict">
          <Verdict
            {...verdict}
            onJump={seq => {
              jump(seq)
              go('/audit')
            }}
          />
        </div>
      )}
      {job.running && <ProgressDialog {...job.running} onCancel={job.cancel} />}
    </Card>
  )
}

import { App } from 'antd'
import type { AuditFilter } from '../../shared/audit/audit'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { useJob } from '../api/useJob'
import { useAuditStore } from './audit.store'
import { count, dayWords, groupsOf, noConditions } from './audit.words'

/** The line that a review leaves, as it stands in the text of a line. */
const REVIEW_CHANNEL = 'audit.review'

/** When the log was last looked at; null when it never was, undefined until that is known. */
export function useLastReview(): string | null | undefined {
  const found = useCall('audit', 'list', {
    ...noConditions,
    feature: 'audit',
    outcome: 'done',
    text: REVIEW_CHANNEL,
    before: null,
    limit: 20,
  })
  return found.data && (found.data.entries.find(({ channel }) => channel === REVIEW_CHANNEL)?.at ?? null)
}

/** Verifying and exporting: both run long, can be stopped, and leave nothing behind then. */
export function useAuditActs() {
  const job = useJob()
  const judge = useAuditStore(state => state.judge)
  const { modal } = App.useApp()
  return {
    job,
    async verify() {
      const found = await job.run('校验审计日志', options => api.audit.verify({}, options))
      if (found) judge(found)
      return found
    },
    async exportLines(filter: AuditFilter) {
      const place = await api.shell.chooseSaveFile({
        suggestedName: `审计日志-${dayWords(new Date()).replaceAll('.', '')}`,
        extension: 'jsonl',
      })
      if (place === null) return
      const done = await job.run('导出审计日志', options => api.audit.export({ filter, target: place.token }, options))
      if (!done) return
      modal.info({
        title: `已导出 ${count(done.lines)} 行`,
        icon: null,
        okText: '知道了',
        content: (
          <>
            <p className="aud-hint">{place.place}</p>
            <p className="aud-hint">校验值（SHA-256），交接时一并记下：</p>
            <p className="aud-code">
              {groupsOf(done.sha256).map((group, index) => (
                <span key={index}>{group}</span>
              ))}
            </p>
          </>
        ),
      })
    },
  }
}

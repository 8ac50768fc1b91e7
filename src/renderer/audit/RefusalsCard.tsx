import { useLocation } from 'wouter'
import { useCall } from '../api/query'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { EmptyState, ErrorNote, Loading } from '../ui/states'
import './audit.css'
import { useAuditStore } from './audit.store'
import { accountWords, count, instantWords, noConditions, whyWords } from './audit.words'

const SHOWN = 12

/** On the 安全审计员's workbench: what was asked for and not allowed, newest first. */
export function RefusalsCard({ title }: { title: string }) {
  const refused = useCall('audit', 'list', { ...noConditions, outcome: 'refused', before: null, limit: SHOWN })
  const { narrow, jump } = useAuditStore()
  const [, go] = useLocation()
  const lines = refused.data?.entries ?? []
  return (
    <Card
      title={title}
      note={refused.data && refused.data.total > 0 ? `共 ${count(refused.data.total)} 次` : undefined}
      more={
        <Button
          kind="link"
          size="small"
          onClick={() => {
            narrow({ ...noConditions, outcome: 'refused' })
            go('/audit')
          }}
        >
          全部
        </Button>
      }
    >
      {refused.isPending && <Loading />}
      {refused.isError && <ErrorNote error={refused.error} onRetry={() => void refused.refetch()} />}
      {refused.data && lines.length === 0 && (
        <EmptyState title="没有被拒绝的操作" hint="权限不够或违反规则的操作没有办成，也会记在日志里，列在这里。" />
      )}
      <ul className="aud-rows">
        {lines.map(line => (
          <li key={line.seq}>
            <div>
              <p>
                {accountWords(line)}　{line.title}
              </p>
              <p>{whyWords(line)}</p>
            </div>
            <span className="aud-hint">{instantWords(line.at).slice(5, 16)}</span>
            <Button
              size="small"
              onClick={() => {
                jump(line.seq)
                go('/audit')
              }}
            >
              查看<span className="dd-hidden">第 {line.seq} 行</span>
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  )
}

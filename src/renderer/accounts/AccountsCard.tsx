import { useLocation } from 'wouter'
import { proposalTitles } from '../../shared/accounts/accounts'
import { useCall } from '../api/query'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { EmptyState, ErrorNote, Loading } from '../ui/states'
import './accounts.css'
import { dayWords, markOf, targetOf, waitingOf } from './accounts.words'
import { MatterRow } from './MatterRow'

/** On the 系统管理员's workbench: how many accounts there are and what still waits for the other administrator. */
export function AccountsCard({ title }: { title: string }) {
  const accounts = useCall('accounts', 'list', {})
  const proposals = useCall('accounts', 'proposals', {})
  const [, go] = useLocation()
  const error = accounts.error ?? proposals.error
  const waiting = waitingOf(proposals.data ?? [])
  const all = accounts.data ?? []
  const figures = [
    { name: '在用', count: all.filter(account => markOf(account) === 'active').length },
    { name: '锁定', count: all.filter(account => markOf(account) === 'locked').length },
    { name: '停用', count: all.filter(account => markOf(account) === 'disabled').length },
    {
      name: '初始密码未改',
      count: all.filter(account => account.state === 'active' && account.mustChangePassword).length,
    },
  ]
  return (
    <Card
      title={title}
      more={
        <Button kind="link" size="small" onClick={() => go('/accounts')}>
          全部账户
        </Button>
      }
    >
      {error !== null && <ErrorNote error={error} />}
      {error === null && !(accounts.data && proposals.data) && <Loading />}
      {accounts.data && proposals.data && (
        <>
          <dl className="acc-figures">
            {figures.map(({ name, count }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{count}</dd>
              </div>
            ))}
          </dl>
          {waiting.length === 0 ? (
            <EmptyState title="没有待审批的申请" hint="开立、调整、重置和注销提出申请后，由安全保密管理员审批。" />
          ) : (
            <ul className="acc-rows">
              {waiting.map(({ id, change, proposedAt, reason }) => (
                <MatterRow
                  key={id}
                  stamp={proposalTitles[change.kind].slice(0, 1)}
                  what={`${proposalTitles[change.kind]}　${targetOf(change, all).name}`}
                  why={`${dayWords(proposedAt)} 提出　${reason}`}
                  state="soon"
                  word="等待审批"
                  act="查看"
                  beside={{ kind: 'proposal', id }}
                />
              ))}
            </ul>
          )}
        </>
      )}
    </Card>
  )
}

import { type Account, type Proposal, proposalTitles } from '../../shared/accounts/accounts'
import { useCall } from '../api/query'
import { Card } from '../ui/Card'
import { EmptyState, ErrorNote, Loading } from '../ui/states'
import './accounts.css'
import { dayWords, markOf, targetOf, waitingOf } from './accounts.words'
import { MatterRow } from './MatterRow'

/** On the 安全保密管理员's workbench: proposals to decide and accounts locked by failed tries. */
export function DecisionsCard({ title }: { title: string }) {
  const accounts = useCall('accounts', 'list', {})
  const proposals = useCall('accounts', 'proposals', {})
  const error = accounts.error ?? proposals.error
  if (error !== null || !accounts.data || !proposals.data)
    return <Card title={title}>{error === null ? <Loading /> : <ErrorNote error={error} />}</Card>
  const waiting = waitingOf(proposals.data).toSorted((a, b) => a.proposedAt.localeCompare(b.proposedAt))
  const locked = accounts.data.filter(account => markOf(account) === 'locked')
  const parts = [
    waiting.length > 0 ? `申请 ${waiting.length}` : '',
    locked.length > 0 ? `锁定账户 ${locked.length}` : '',
  ]
  return (
    <Card title={title} note={parts.filter(Boolean).join('　') || undefined}>
      {waiting.length + locked.length === 0 ? (
        <EmptyState title="没有等您审批的申请" hint="系统管理员提出申请，或账户因输错密码锁定，都列在这里。" />
      ) : (
        <ul className="acc-rows">
          {waiting.map(proposal => (
            <WaitingRow key={proposal.id} proposal={proposal} accounts={accounts.data} />
          ))}
          {locked.map(account => (
            <MatterRow
              key={account.id}
              stamp="锁"
              what={`账户锁定　${account.name}`}
              why={`登录名 ${account.login}　${account.department}`}
              state="late"
              word="锁定"
              act="去解除"
              beside={{ kind: 'account', id: account.id }}
            />
          ))}
        </ul>
      )}
    </Card>
  )
}

function WaitingRow({ proposal, accounts }: { proposal: Proposal; accounts: readonly Account[] }) {
  const kind = proposalTitles[proposal.change.kind]
  return (
    <MatterRow
      stamp={kind.slice(0, 1)}
      what={`${kind}　${targetOf(proposal.change, accounts).name}`}
      why={`${proposal.proposedByName} ${dayWords(proposal.proposedAt)} 提出　${proposal.reason}`}
      state="today"
      word="待审批"
      act="审批"
      beside={{ kind: 'proposal', id: proposal.id }}
    />
  )
}

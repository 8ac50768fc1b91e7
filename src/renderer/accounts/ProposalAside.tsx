import { App } from 'antd'
import { useState } from 'react'
import { type Account, type Proposal, proposalTitles } from '../../shared/accounts/accounts'
import { api } from '../api/client'
import { Button } from '../ui/Button'
import { ReasonDialog } from '../ui/ReasonDialog'
import { Aside, Facts } from './Aside'
import { dayWords, outcomeWords, roleWords, scopeWords, targetOf } from './accounts.words'
import type { Handover } from './HandoverDialog'
import { ProposalStateMark } from './ProposalsTable'
import { type AccountsView, reasonOf } from './useAccounts'

interface ProposalAsideProps {
  proposal: Proposal
  view: AccountsView
  /** A password that exists only now: it is shown once. */
  onPassword: (handover: Handover) => void
  onClose: () => void
}

export function ProposalAside({ proposal, view, onPassword, onClose }: ProposalAsideProps) {
  const { change } = proposal
  const target = targetOf(change, view.accounts)
  return (
    <Aside
      title={`${proposalTitles[change.kind]}：${target.name}`}
      note={<ProposalStateMark proposal={proposal} />}
      onClose={onClose}
    >
      <Asked proposal={proposal} view={view} />
      <Facts
        rows={[
          ['理由', proposal.reason],
          ['申请人', `${proposal.proposedByName}　${dayWords(proposal.proposedAt)}`],
          ...(proposal.decidedByName !== null && proposal.decidedAt !== null
            ? ([
                ['审批人', `${proposal.decidedByName}　${dayWords(proposal.decidedAt)}`],
                ['审批意见', proposal.decisionReason ?? '—'],
              ] as const)
            : []),
        ]}
      />
      {proposal.state === 'waiting' && (
        <>
          {view.decides && <Decision proposal={proposal} view={view} onPassword={onPassword} />}
          {view.proposes && <Withdrawal proposal={proposal} onWithdrawn={onClose} />}
        </>
      )}
    </Aside>
  )
}

/** What would change: for an adjustment the old beside the new, so that nobody agrees to a widening unseen. */
function Asked({ proposal: { change }, view }: Pick<ProposalAsideProps, 'proposal' | 'view'>) {
  const now = change.kind === 'open' ? undefined : view.accounts.find(({ id }) => id === change.accountId)
  const scope = (of: Pick<Account, 'roles' | 'scope'>): string => scopeWords(of.roles, of.scope, view.units)
  if (change.kind === 'open') {
    const { account } = change
    return (
      <Facts
        rows={[
          ['登录名', account.login],
          ['持有人', account.holder],
          ['部门', account.department || '—'],
          ['角色', roleWords(account.roles)],
          ['查看范围', scope(account)],
        ]}
      />
    )
  }
  if (change.kind === 'change' && now) {
    return (
      <Facts
        rows={[
          ['登录名', now.login],
          ['角色', <BeforeAfter key="roles" before={roleWords(now.roles)} after={roleWords(change.roles)} />],
          ['查看范围', <BeforeAfter key="scope" before={scope(now)} after={scope(change)} />],
        ]}
      />
    )
  }
  if (!now) return null
  return (
    <Facts
      rows={[
        ['登录名', now.login],
        ['持有人', now.holder],
        ['角色', roleWords(now.roles)],
      ]}
    />
  )
}

const BeforeAfter = ({ before, after }: { before: string; after: string }) =>
  before === after ? (
    <>
      {after}
      <span className="acc-quiet">（不变）</span>
    </>
  ) : (
    <>
      <span className="acc-quiet">原为 {before}</span>
      <br />
      <b>改为 {after}</b>
    </>
  )

function Decision({ proposal, view, onPassword }: Pick<ProposalAsideProps, 'proposal' | 'view' | 'onPassword'>) {
  const [answer, setAnswer] = useState<'accept' | 'reject' | null>(null)
  const { message } = App.useApp()
  const verdict = view.mayJudge(proposal)
  const { kind } = proposal.change
  const target = targetOf(proposal.change, view.accounts)
  // A refusal by the rule stands in the text too: it is why the proposal cannot go on, not a detail of a button.
  return (
    <div className="acc-acts">
      {!verdict.allowed && <p className="acc-why">{verdict.reason}</p>}
      <Button kind="primary" reason={reasonOf(verdict)} onClick={() => setAnswer('accept')}>
        同意
      </Button>
      <Button
        reason={proposal.proposedBy === view.me ? reasonOf(verdict) : undefined}
        onClick={() => setAnswer('reject')}
      >
        不同意
      </Button>
      <ReasonDialog
        open={answer !== null}
        title={`${answer === 'reject' ? '不同意' : '同意'}${proposalTitles[kind]}：${target.name}`}
        consequence={answer === 'reject' ? '账户保持原样。系统管理员可以另行提出申请。' : outcomeWords[kind]}
        confirmText={answer === 'reject' ? '不同意' : '同意'}
        onConfirm={async reason => {
          // Called directly and not through a mutation, whose cache would keep the password for minutes.
          const { initialPassword } = await api.accounts.decide({
            id: proposal.id,
            accept: answer === 'accept',
            reason,
          })
          if (initialPassword === null) void message.info(answer === 'accept' ? '已同意' : '已答复不同意')
          else
            onPassword({
              name: target.name,
              login: target.login,
              kind: kind === 'open' ? 'open' : 'reset',
              password: initialPassword,
            })
        }}
        onClose={() => setAnswer(null)}
      />
    </div>
  )
}

function Withdrawal({ proposal, onWithdrawn }: { proposal: Proposal; onWithdrawn: () => void }) {
  const { message, modal } = App.useApp()
  const withdraw = (): void =>
    void modal.confirm({
      title: '撤回这项申请',
      content: '撤回后安全保密管理员不再看到它。需要时可以重新提出。',
      icon: null,
      okText: '撤回',
      cancelText: '不撤回',
      onOk: async () => {
        try {
          await api.accounts.withdraw({ id: proposal.id })
          void message.info('申请已撤回')
          onWithdrawn()
        } catch (error) {
          void message.warning(error instanceof Error ? error.message : '没有撤回')
        }
      },
    })
  return (
    <div className="acc-acts">
      <Button onClick={withdraw}>撤回申请</Button>
    </div>
  )
}

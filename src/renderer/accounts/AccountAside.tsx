import { App } from 'antd'
import { useRef, useState } from 'react'
import { type Account, type ProposedChange, proposalTitles } from '../../shared/accounts/accounts'
import { allowed, refused, type Verdict } from '../../shared/result'
import { api } from '../api/client'
import { Button } from '../ui/Button'
import { ReasonDialog } from '../ui/ReasonDialog'
import { SecretText } from '../ui/SecretText'
import { AccountStateMark, PasswordMark } from './AccountsTable'
import { Aside, Facts } from './Aside'
import type { Beside } from './accounts.store'
import { dayWords, outcomeWords, passwordWords, roleWords, scopeWords, waitingOf } from './accounts.words'
import { type AccountsView, reasonOf } from './useAccounts'

interface AccountAsideProps {
  account: Account
  view: AccountsView
  now: number
  onOpen: (beside: Beside) => void
  onClose: () => void
}

/** An act on the account that asks why: what the dialog says and what it does. */
interface Act {
  readonly title: string
  readonly consequence: string
  readonly confirmText: string
  readonly danger?: boolean
  readonly done: string
  run(reason: string): Promise<unknown>
}

export function AccountAside({ account, view, now, onOpen, onClose }: AccountAsideProps) {
  const waiting = waitingOf(view.proposals).find(
    ({ change }) => change.kind !== 'open' && change.accountId === account.id,
  )
  return (
    <Aside title={account.name} note={<AccountStateMark account={account} />} onClose={onClose}>
      <Facts
        rows={[
          ['登录名', account.login],
          ['持有人', account.holder],
          ['部门', account.department || '—'],
          ['角色', roleWords(account.roles)],
          ['查看范围', scopeWords(account.roles, account.scope, view.units)],
          ['电话', <Phone key="phone" account={account} mayReveal={view.reveals} />],
          [
            '密码',
            <span key="password" className="acc-inline">
              <PasswordMark words={passwordWords(account, view.policy, now)} disabled={account.state === 'disabled'} />
              <span className="acc-quiet">每 {view.policy.passwordCycleDays} 天更换</span>
            </span>,
          ],
          ['开立日期', dayWords(account.createdAt)],
        ]}
      />
      {waiting && (
        <p className="acc-strip">
          {proposalTitles[waiting.change.kind]}的申请等待审批
          <Button kind="link" size="small" onClick={() => onOpen({ kind: 'proposal', id: waiting.id })}>
            查看申请
          </Button>
        </p>
      )}
      <Acts account={account} view={view} onOpen={onOpen} />
    </Aside>
  )
}

function Acts({ account, view, onOpen }: Pick<AccountAsideProps, 'account' | 'view' | 'onOpen'>) {
  const [act, setAct] = useState<Act | null>(null)
  const { message } = App.useApp()
  const { id, name } = account

  const ask = (change: Extract<ProposedChange, { accountId: unknown }>, danger = false): Act => ({
    title: `申请${proposalTitles[change.kind]}：${name}`,
    consequence: `提交后由安全保密管理员审批。同意以后：${outcomeWords[change.kind]}`,
    confirmText: '提交申请',
    danger,
    done: '申请已提交，等待安全保密管理员审批',
    run: reason => api.accounts.propose({ change, reason }),
  })
  const button = (words: string, verdict: Verdict, make: () => Act) => (
    <Button reason={reasonOf(verdict)} onClick={() => setAct(make())}>
      {words}
    </Button>
  )
  const close = { kind: 'close', accountId: id } as const
  const reset = { kind: 'reset', accountId: id } as const
  const enable = { kind: 'enable', accountId: id } as const
  return (
    <div className="acc-acts">
      {view.proposes && (
        <>
          <Button
            reason={reasonOf(
              view.mayAsk({ kind: 'change', accountId: id, roles: account.roles, scope: account.scope }),
            )}
            onClick={() => onOpen({ kind: 'change', id })}
          >
            申请调整
          </Button>
          {button('申请重置密码', view.mayAsk(reset), () => ask(reset))}
          {account.state === 'active'
            ? button('停用', view.mayStop(account), () => ({
                title: `停用账户：${name}`,
                consequence: '立即生效，该账户不能再登录。需要时可以申请恢复使用。',
                confirmText: '停用',
                danger: true,
                done: `已停用 ${name} 的账户`,
                run: reason => api.accounts.disable({ id, reason }),
              }))
            : button('申请恢复使用', view.mayAsk(enable), () => ask(enable))}
          {button('申请注销', view.mayAsk(close), () => ask(close, true))}
        </>
      )}
      {view.decides &&
        button('解除锁定', account.lockedOut ? allowed : refused('账户没有锁定'), () => ({
          title: `解除锁定：${name}`,
          consequence: `账户因连续输错 ${view.policy.maxTries} 次被锁定。解除前请核实是本人输错，不是有人试探密码。`,
          confirmText: '解除锁定',
          done: `已解除 ${name} 账户的锁定`,
          run: reason => api.accounts.unlock({ id, reason }),
        }))}
      <ReasonDialog
        open={act !== null}
        title={act?.title ?? ''}
        consequence={act?.consequence ?? ''}
        confirmText={act?.confirmText ?? ''}
        danger={act?.danger ?? false}
        onConfirm={async reason => {
          await act?.run(reason)
          void message.info(act?.done)
        }}
        onClose={() => setAct(null)}
      />
    </div>
  )
}

/** Covered until a reason is given; the reason and the reading go into the audit log. */
function Phone({ account, mayReveal }: { account: Account; mayReveal: boolean }) {
  const [asking, setAsking] = useState(false)
  const answer = useRef<(phone: string | null) => void>(() => undefined)
  if (!account.hasPhone) return <>未登记</>
  if (!mayReveal) return <>已登记，不可查看</>
  return (
    <>
      <SecretText
        mask="•••••••••••"
        label="电话"
        onReveal={() => {
          setAsking(true)
          return new Promise(resolve => {
            answer.current = resolve
          })
        }}
      />
      <ReasonDialog
        open={asking}
        title={`查看电话：${account.name}`}
        consequence="查看的人、时间和理由记入审计日志。电话显示半分钟后自动遮住。"
        confirmText="查看"
        onConfirm={async reason => answer.current((await api.accounts.revealPhone({ id: account.id, reason })).phone)}
        onClose={() => {
          setAsking(false)
          // A promise settles once, so this only counts when the person gave up.
          answer.current(null)
        }}
      />
    </>
  )
}

import type { KeyboardEvent } from 'react'
import type { Account, AccountId } from '../../shared/accounts/accounts'
import { StateMark } from '../ui/marks'
import {
  markOf,
  markTitles,
  type PasswordWords,
  passwordWords,
  roleWords,
  scopeWords,
  waitingOf,
} from './accounts.words'
import type { AccountsView } from './useAccounts'

interface AccountsTableProps {
  rows: readonly Account[]
  view: AccountsView
  now: number
  selected: AccountId | null
  onOpen: (id: AccountId) => void
}

/** Up and down walk through the names; each name is a button, so the rest is what a browser does anyway. */
export function walkRows(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  const buttons = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button[data-row]')]
  const here = buttons.indexOf(document.activeElement as HTMLButtonElement)
  const next = buttons[here + step]
  if (here === -1 || !next) return
  event.preventDefault()
  next.focus()
}

export function AccountsTable({ rows, view, now, selected, onOpen }: AccountsTableProps) {
  const waiting = new Set(
    waitingOf(view.proposals).map(({ change }) => (change.kind === 'open' ? null : change.accountId)),
  )
  return (
    <div className="acc-scroll">
      <table className="acc-table">
        <thead>
          <tr>
            <th className="acc-first">姓名</th>
            <th>登录名</th>
            <th>角色</th>
            <th className="acc-spare">部门</th>
            <th className="acc-wide acc-spare">查看范围</th>
            <th>状态</th>
            <th>密码已用</th>
          </tr>
        </thead>
        <tbody onKeyDown={walkRows}>
          {rows.map(account => (
            <tr key={account.id} aria-selected={account.id === selected} onClick={() => onOpen(account.id)}>
              <th scope="row" className="acc-first">
                <button type="button" data-row onClick={() => onOpen(account.id)}>
                  {account.name}
                </button>
              </th>
              <td>{account.login}</td>
              <td>{roleWords(account.roles)}</td>
              <td className="acc-spare">{account.department || '—'}</td>
              <td className="acc-wide acc-spare">{scopeWords(account.roles, account.scope, view.units)}</td>
              <td>
                <AccountStateMark account={account} />
                {waiting.has(account.id) && <span className="acc-tag">有申请</span>}
              </td>
              <td>
                <PasswordMark
                  words={passwordWords(account, view.policy, now)}
                  disabled={account.state === 'disabled'}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** An account in use needs no mark: most of them are. */
export function AccountStateMark({ account }: { account: Pick<Account, 'state' | 'lockedOut'> }) {
  const mark = markOf(account)
  if (mark === 'active') return <span>{markTitles.active}</span>
  return <StateMark state={mark === 'locked' ? 'late' : 'soon'}>{markTitles[mark]}</StateMark>
}

/** The age of a disabled account's password says nothing, so it is not shown. */
export function PasswordMark({ words, disabled }: { words: PasswordWords; disabled: boolean }) {
  if (disabled) return <span className="acc-quiet">—</span>
  if (words.state === 'fine') return <span>{words.text}</span>
  return <StateMark state={words.state}>{words.text}</StateMark>
}

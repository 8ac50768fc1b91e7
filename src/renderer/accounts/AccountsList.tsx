import { Select, Tabs } from 'antd'
import { type Role, roles, roleTitles } from '../../shared/accounts/roles'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { EmptyState } from '../ui/states'
import { SearchField } from '../ui/TextField'
import { AccountsTable } from './AccountsTable'
import { noFilter, useAccountsStore } from './accounts.store'
import { type AccountMark, filterAccounts, markTitles, waitingOf } from './accounts.words'
import { byWaiting, ProposalsTable } from './ProposalsTable'
import type { AccountsView } from './useAccounts'

const marks = Object.keys(markTitles) as AccountMark[]

/** The list that stays while something is open beside it: the accounts, or what has been asked for. */
export function AccountsList({ view, now }: { view: AccountsView; now: number }) {
  const { tab, beside, show, open } = useAccountsStore()
  const waiting = waitingOf(view.proposals).length
  return (
    <div className="acc-list">
      <Tabs
        activeKey={tab}
        onChange={key => show(key === 'proposals' ? 'proposals' : 'accounts')}
        items={[
          { key: 'accounts', label: `账户 ${view.accounts.length}` },
          { key: 'proposals', label: waiting > 0 ? `申请　待审批 ${waiting}` : '申请' },
        ]}
      />
      {tab === 'accounts' ? (
        <Accounts view={view} now={now} />
      ) : (
        <Card className="acc-card">
          {view.proposals.length === 0 ? (
            <EmptyState
              title="还没有申请"
              hint="系统管理员提出的开立、调整、重置和注销列在这里，由安全保密管理员审批。"
            />
          ) : (
            <ProposalsTable
              rows={byWaiting(view.proposals)}
              view={view}
              selected={beside?.kind === 'proposal' ? beside.id : null}
              onOpen={id => open({ kind: 'proposal', id })}
            />
          )}
        </Card>
      )}
    </div>
  )
}

function Accounts({ view, now }: { view: AccountsView; now: number }) {
  const { filter, beside, narrow, open } = useAccountsStore()
  const rows = filterAccounts(view.accounts, filter)
  return (
    <>
      <div className="acc-filter">
        <SearchField
          label="按姓名、登录名、部门查找"
          placeholder="姓名、登录名、部门"
          value={filter.text}
          onChange={text => narrow({ text })}
        />
        <Select<AccountMark | 'all'>
          aria-label="状态"
          value={filter.mark ?? 'all'}
          onChange={value => narrow({ mark: value === 'all' ? null : value })}
          options={[
            { value: 'all', label: '全部状态' },
            ...marks.map(mark => ({ value: mark, label: markTitles[mark] })),
          ]}
        />
        <Select<Role | 'all'>
          aria-label="角色"
          value={filter.role ?? 'all'}
          onChange={value => narrow({ role: value === 'all' ? null : value })}
          options={[
            { value: 'all', label: '全部角色' },
            ...roles.map(role => ({ value: role, label: roleTitles[role] })),
          ]}
        />
        {rows.length < view.accounts.length && <span className="acc-quiet">符合 {rows.length} 个</span>}
      </div>
      <Card className="acc-card">
        {rows.length === 0 ? (
          <EmptyState title="没有符合条件的账户" action={<Button onClick={() => narrow(noFilter)}>清除条件</Button>} />
        ) : (
          <AccountsTable
            rows={rows}
            view={view}
            now={now}
            selected={beside && 'id' in beside && beside.kind !== 'proposal' ? beside.id : null}
            onOpen={id => open({ kind: 'account', id })}
          />
        )}
      </Card>
    </>
  )
}

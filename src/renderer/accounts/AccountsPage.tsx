import { useState } from 'react'
import { Button } from '../ui/Button'
import { Icon } from '../ui/icons'
import { Page } from '../ui/Page'
import { ErrorNote, Loading } from '../ui/states'
import { AccountAside } from './AccountAside'
import './accounts.css'
import { AccountsList } from './AccountsList'
import { useAccountsStore } from './accounts.store'
import { markOf, waitingOf } from './accounts.words'
import { ChangeForm } from './ChangeForm'
import { type Handover, HandoverDialog } from './HandoverDialog'
import { OpenForm } from './OpenForm'
import { ProposalAside } from './ProposalAside'
import { type AccountsView, useAccounts } from './useAccounts'

/** 账户: who may sign in, with what, and what is being asked for. */
export function AccountsPage() {
  const { view, error, retry } = useAccounts()
  const { beside, open } = useAccountsStore()
  return (
    <Page
      title="账户"
      note={view && countWords(view)}
      actions={
        view?.proposes && (
          <Button
            // One primary button a page: while the form is open, its own is the one.
            kind={beside?.kind === 'open' ? 'plain' : 'primary'}
            icon={<Icon name="plus" size={16} />}
            onClick={() => open({ kind: 'open' })}
          >
            申请开立账户
          </Button>
        )
      }
    >
      {error !== null && <ErrorNote error={error} onRetry={retry} />}
      {!view && error === null && <Loading />}
      {view && <Workspace view={view} />}
    </Page>
  )
}

function countWords({ accounts, proposals }: AccountsView): string {
  const count = (mark: ReturnType<typeof markOf>): number => accounts.filter(account => markOf(account) === mark).length
  const parts = [`在用 ${count('active')}`]
  if (count('locked') > 0) parts.push(`锁定 ${count('locked')}`)
  if (count('disabled') > 0) parts.push(`停用 ${count('disabled')}`)
  if (waitingOf(proposals).length > 0) parts.push(`待审批申请 ${waitingOf(proposals).length}`)
  return parts.join('，')
}

function Workspace({ view }: { view: AccountsView }) {
  const { beside, open, close } = useAccountsStore()
  // Local and not in the store: it is gone with the page, and nothing else can read it.
  const [handover, setHandover] = useState<Handover | null>(null)
  const [now] = useState(() => Date.now())
  const account = beside && 'id' in beside ? view.accounts.find(({ id }) => id === beside.id) : undefined
  const proposal = beside?.kind === 'proposal' ? view.proposals.find(({ id }) => id === beside.id) : undefined
  return (
    <div className="acc-split">
      <AccountsList view={view} now={now} />
      {beside?.kind === 'open' && view.proposes && <OpenForm view={view} onClose={close} />}
      {beside?.kind === 'account' && account && (
        <AccountAside key={account.id} account={account} view={view} now={now} onOpen={open} onClose={close} />
      )}
      {beside?.kind === 'change' && account && (
        <ChangeForm
          key={account.id}
          account={account}
          view={view}
          onClose={() => open({ kind: 'account', id: account.id })}
        />
      )}
      {proposal && (
        <ProposalAside key={proposal.id} proposal={proposal} view={view} onPassword={setHandover} onClose={close} />
      )}
      {handover && <HandoverDialog handover={handover} onClose={() => setHandover(null)} />}
    </div>
  )
}

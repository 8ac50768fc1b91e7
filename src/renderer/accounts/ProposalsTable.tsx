import { type Proposal, proposalTitles } from '../../shared/accounts/accounts'
import { StateMark } from '../ui/marks'
import { walkRows } from './AccountsTable'
import { dayWords, proposalStateTitles, targetOf } from './accounts.words'
import type { AccountsView } from './useAccounts'

interface ProposalsTableProps {
  rows: readonly Proposal[]
  view: AccountsView
  selected: string | null
  onOpen: (id: string) => void
}

/** Waiting ones first, and the newest first within each half. */
export const byWaiting = (proposals: readonly Proposal[]): Proposal[] =>
  proposals.toSorted(
    (a, b) => Number(b.state === 'waiting') - Number(a.state === 'waiting') || b.proposedAt.localeCompare(a.proposedAt),
  )

export function ProposalsTable({ rows, view, selected, onOpen }: ProposalsTableProps) {
  return (
    <div className="acc-scroll">
      <table className="acc-table">
        <thead>
          <tr>
            <th className="acc-first">对象</th>
            <th>申请事项</th>
            <th className="acc-wide">理由</th>
            <th>申请人</th>
            <th>申请日期</th>
            <th>状态</th>
          </tr>
        </thead>
        <tbody onKeyDown={walkRows}>
          {rows.map(proposal => (
            <tr key={proposal.id} aria-selected={proposal.id === selected} onClick={() => onOpen(proposal.id)}>
              <th scope="row" className="acc-first">
                <button type="button" data-row onClick={() => onOpen(proposal.id)}>
                  {targetOf(proposal.change, view.accounts).name}
                </button>
              </th>
              <td>{proposalTitles[proposal.change.kind]}</td>
              <td className="acc-wide">{proposal.reason}</td>
              <td>{proposal.proposedByName}</td>
              <td>{dayWords(proposal.proposedAt)}</td>
              <td>
                <ProposalStateMark proposal={proposal} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

export function ProposalStateMark({ proposal }: { proposal: Pick<Proposal, 'state'> }) {
  const words = proposalStateTitles[proposal.state]
  if (proposal.state === 'rejected') return <span className="acc-quiet">{words}</span>
  return <StateMark state={proposal.state === 'waiting' ? 'today' : 'done'}>{words}</StateMark>
}

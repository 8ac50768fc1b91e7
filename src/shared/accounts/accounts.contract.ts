import * as z from 'zod'
import { command, gate, query } from '../ipc/define'
import { Account, AccountId, Proposal, ProposedChange, Reason } from './accounts'

export const accountsContract = {
  list: query(z.object({}), z.array(Account), { title: '查看账户', needs: 'accounts.read' }),
  proposals: query(z.object({}), z.array(Proposal), { title: '查看账户申请', needs: 'accounts.read' }),
  revealPhone: query(z.object({ id: AccountId, reason: Reason }), z.object({ phone: z.string() }), {
    title: '查看账户电话',
    needs: 'accounts.reveal',
    reveals: true,
  }),
  propose: command(z.object({ change: ProposedChange, reason: Reason }), Proposal, {
    title: '申请账户变动',
    needs: 'accounts.propose',
  }),
  withdraw: command(z.object({ id: z.uuid() }), z.object({}), { title: '撤回账户申请', needs: 'accounts.propose' }),
  disable: command(z.object({ id: AccountId, reason: Reason }), Account, {
    title: '停用账户',
    needs: 'accounts.propose',
  }),
  unlock: gate(z.object({ id: AccountId, reason: Reason }), Account, { title: '解除锁定', needs: 'accounts.decide' }),
  /** Accepting may make or remove a key slot; a new or reset account gets a one-time password that is shown once. */
  decide: gate(
    z.object({ id: z.uuid(), accept: z.boolean(), reason: Reason }),
    z.object({ proposal: Proposal, initialPassword: z.string().nullable() }),
    { title: '审批账户申请', needs: 'accounts.decide' },
  ),
}

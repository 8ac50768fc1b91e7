import { type Account, AccountId, type Proposal } from '../../shared/accounts/accounts'
import { mayDecide, mayDisable, mayPropose } from '../../shared/accounts/accounts.rules'
import { insist } from '../../shared/result'
import type { CoreHandlers } from '../ipc/contexts'
import { requireStore } from '../session/session.handlers'
import type { Reads } from '../store/schema'
import { loginHash } from '../store/vault'
import { carryOut } from './accounts.keys'
import * as accounts from './accounts.repo'

/** Whether failed tries have locked an account is known beside the store, so it is only filled in where the gate is at hand. */
const unknownLock = (account: accounts.StoredAccount): Account => ({ ...account, lockedOut: false })

const everything = async (db: Reads) => ({
  accounts: (await accounts.list(db)).map(unknownLock),
  proposals: await accounts.listProposals(db),
})

export const accountsHandlers: CoreHandlers['accounts'] = {
  async list({ db, isLockedOut }) {
    const found = await accounts.list(db)
    return found.map(account => ({ ...account, lockedOut: isLockedOut(account.login) }))
  },

  proposals: ({ db }) => accounts.listProposals(db),

  async revealPhone({ db, record }, { id, reason }) {
    record({ subject: `accounts:${id}`, reason })
    return { phone: await accounts.phoneOf(db, id) }
  },

  async propose({ db, caller, now, newId, record }, { change, reason }) {
    record({
      reason,
      ...(change.kind === 'open' ? { details: change.account.login } : { subject: `accounts:${change.accountId}` }),
    })
    insist(mayPropose(change, { ...(await everything(db)), by: caller.id }))
    return accounts.insertProposal(db, {
      id: newId(),
      change,
      reason,
      proposedBy: caller.id,
      proposedAt: new Date(now()).toISOString(),
    })
  },

  async withdraw({ db, caller, now, record }, { id }) {
    record({ subject: `proposals:${id}` })
    const proposal = await accounts.getProposal(db, id)
    insist(
      proposal.state === 'waiting' && proposal.proposedBy === caller.id
        ? { allowed: true }
        : { allowed: false, reason: '只能撤回自己提出、还没有审批的申请' },
    )
    await accounts.settleProposal(db, id, {
      state: 'withdrawn',
      decidedBy: caller.id,
      decidedAt: new Date(now()).toISOString(),
      decisionReason: null,
    })
    return {}
  },

  async disable({ db, caller, record }, { id, reason }) {
    record({ subject: `accounts:${id}`, reason })
    const account = unknownLock(await accounts.get(db, id))
    insist(mayDisable(account, { accounts: (await everything(db)).accounts, by: caller.id }))
    await accounts.setState(db, id, 'disabled')
    return { ...account, state: 'disabled' }
  },

  async unlock(context, { id, reason }) {
    const store = requireStore(context)
    const account = await accounts.get(store.root, id)
    await context.commit(async ({ record }) => record({ subject: `accounts:${id}`, reason }))
    store.tries.unlock(loginHash(store.machineSecret, account.login))
    return unknownLock(account)
  },

  async decide(context, { id, accept, reason }) {
    const store = requireStore(context)
    const proposal = await accounts.getProposal(store.root, id)
    const all = await everything(store.root)
    const by = all.accounts.find(account => account.id === store.caller.id)
    if (by) insist(mayDecide(proposal, { ...all, by }))
    const settle = async (carried: {
      initialPassword: string | null
    }): Promise<{ proposal: Proposal; initialPassword: string | null }> => ({
      proposal: await accounts.getProposal(store.root, id),
      ...carried,
    })
    if (accept) return settle(await carryOut(context, store, proposal, reason))
    await context.commit(async ({ db, record, now }) => {
      record({ subject: `proposals:${id}`, reason, details: '不同意' })
      await accounts.settleProposal(db, id, {
        state: 'rejected',
        decidedBy: AccountId.parse(store.caller.id),
        decidedAt: new Date(now()).toISOString(),
        decisionReason: reason,
      })
    })
    return settle({ initialPassword: null })
  },
}

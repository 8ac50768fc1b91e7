import { AccountId, type Proposal, type ProposedChange, proposalTitles } from '../../shared/accounts/accounts'
import { locksHard } from '../../shared/accounts/accounts.rules'
import { AppError } from '../../shared/result'
import type { CommandContext, GateContext } from '../ipc/contexts'
import { auditRecipients } from '../session/audit-recipients'
import type { OpenStore } from '../session/open-store'
import { startEpoch } from '../store/audit'
import { loginHash, withPassword, withSlot } from '../store/vault'
import { writeVault } from '../store/vault-file'
import * as accounts from './accounts.repo'
import { dropKeys } from './drop-keys'
import { digestPassword, newInitialPassword, rememberPassword } from './passwords'

interface Carried {
  readonly initialPassword: string | null
}
type Step = (context: CommandContext) => Promise<void>

/**
 * Carries out an accepted proposal. The header is written before the transaction: a slot whose password nobody was
 * told is harmless if the commit then fails, while a committed account without a slot could never sign in.
 */
export async function carryOut(
  context: GateContext,
  store: OpenStore,
  proposal: Proposal,
  reason: string,
): Promise<Carried> {
  const { change } = proposal
  const { initialPassword, step } = await prepare(context, store, change)
  await context.commit(async command => {
    const { db, record, now } = command
    record({
      subject: change.kind === 'open' ? `proposals:${proposal.id}` : `accounts:${change.accountId}`,
      reason,
      details: `同意${proposalTitles[change.kind]}`,
    })
    await step(command)
    await accounts.settleProposal(db, proposal.id, {
      state: 'accepted',
      decidedBy: store.caller.id,
      decidedAt: new Date(now()).toISOString(),
      decisionReason: reason,
    })
  })
  if (change.kind === 'close') dropKeys(context.gatehouse.options, store, change.accountId)
  return { initialPassword }
}

async function prepare(
  context: GateContext,
  store: OpenStore,
  change: ProposedChange,
): Promise<{ initialPassword: string | null; step: Step }> {
  const folder = context.gatehouse.options.folder
  const secrets = { machineSecret: store.machineSecret, kdf: (store.vault.slots[0] ?? failNoSlot()).kdf }
  const keep = (vault: OpenStore['vault']): void => {
    writeVault(folder, vault)
    store.vault = vault
  }
  switch (change.kind) {
    case 'open': {
      const id = AccountId.parse(context.newId())
      const password = newInitialPassword(store.policy.passwordLength)
      const past = await digestPassword(store.root, id, password)
      keep(await withSlot(store.vault, store.dek, { id, login: change.account.login, password, ...secrets }))
      return {
        initialPassword: password,
        step: async ({ db, now }) => {
          const at = new Date(now()).toISOString()
          await accounts.insert(db, id, change.account, { at, mustChangePassword: true })
          await rememberPassword(db, id, at, past)
          store.tries.recordSuccess(loginHash(store.machineSecret, change.account.login), {
            maxTries: store.policy.maxTries,
            hardLock: locksHard(change.account.roles),
          })
          if (change.account.roles.includes('auditor')) startEpoch(store.raw, auditRecipients(store))
        },
      }
    }
    case 'reset': {
      const id = change.accountId
      const account = await accounts.get(store.root, id)
      const password = newInitialPassword(store.policy.passwordLength)
      const past = await digestPassword(store.root, id, password)
      keep(await withPassword(store.vault, store.dek, { id, password, ...secrets }))
      store.tries.unlock(loginHash(store.machineSecret, account.login))
      return {
        initialPassword: password,
        step: async ({ db, now }) => {
          const at = new Date(now()).toISOString()
          await accounts.setPassword(db, id, at, true)
          await rememberPassword(db, id, at, past)
          // A forgotten password takes the account's private key with it, so an auditor starts a new part of the chain.
          if (account.roles.includes('auditor')) startEpoch(store.raw, auditRecipients(store))
        },
      }
    }
    case 'change': {
      const { accountId, roles, scope } = change
      const before = await accounts.get(store.root, accountId)
      const auditorChanges = before.roles.includes('auditor') !== roles.includes('auditor')
      return {
        initialPassword: null,
        step: async ({ db }) => {
          await accounts.setRoles(db, accountId, roles, scope)
          if (auditorChanges) startEpoch(store.raw, auditRecipients(store))
        },
      }
    }
    case 'enable':
      return { initialPassword: null, step: ({ db }) => accounts.setState(db, change.accountId, 'active') }
    case 'close': {
      const before = await accounts.get(store.root, change.accountId)
      return {
        initialPassword: null,
        step: async ({ db }) => {
          await accounts.close(db, change.accountId)
          if (before.roles.includes('auditor')) startEpoch(store.raw, auditRecipients(store))
        },
      }
    }
  }
}

function failNoSlot(): never {
  throw new AppError('store-damaged', '钥匙文件中没有账户')
}

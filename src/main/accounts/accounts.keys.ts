import { AccountId, type Proposal, type ProposedChange, proposalTitles } from '../../shared/accounts/accounts'
import { locksHard } from '../../shared/accounts/accounts.rules'
import { AppError } from '../../shared/result'
import type { CommandContext, GateContext } from '../ipc/contexts'
import { auditRecipients } from '../session/audit-recipients'
import type { OpenStore } from '../session/open-store'
import { withHeader } from '../session/with-header'
import { startEpoch } from '../store/audit'
import { loginHash, type Vault, withPassword, withSlot } from '../store/vault'
import { writeVault } from '../store/vault-file'
import * as accounts from './accounts.repo'
import { dropOrphanKeys } from './drop-keys'
import { digestPassword, newInitialPassword, rememberPassword } from './passwords'

interface Carried {
  readonly initialPassword: string | null
}
type Step = (context: CommandContext) => Promise<void>

/**
 * Carries out an accepted proposal. The header is written before the transaction: the slot of a new account, whose password
 * nobody was told, is harmless if the commit then fails, while a committed account without a slot could never sign in. A
 * password that was to be reset is the old one again.
 */
export async function carryOut(
  context: GateContext,
  store: OpenStore,
  proposal: Proposal,
  reason: string,
): Promise<Carried> {
  const { change } = proposal
  const { initialPassword, step, header } = await prepare(context, store, change)
  const settle = (): Promise<void> =>
    context.commit(async command => {
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
  await (header ? withHeader(context.gatehouse.options.folder, store, header, settle) : settle())
  // The account is closed for good: what hinders the re-key now is made up for at the next sign-in.
  if (change.kind === 'close') dropOrphanKeys(context.gatehouse.options, store)
  return { initialPassword }
}

async function prepare(
  context: GateContext,
  store: OpenStore,
  change: ProposedChange,
): Promise<{ initialPassword: string | null; step: Step; header?: Vault }> {
  const folder = context.gatehouse.options.folder
  const secrets = { machineSecret: store.machineSecret, kdf: (store.vault.slots[0] ?? failNoSlot()).kdf }
  switch (change.kind) {
    case 'open': {
      const id = AccountId.parse(context.newId())
      const password = newInitialPassword(store.policy.passwordLength)
      const past = await digestPassword(store.root, id, password)
      const vault = await withSlot(store.vault, store.dek, { id, login: change.account.login, password, ...secrets })
      writeVault(folder, vault)
      store.vault = vault
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
      store.tries.unlock(loginHash(store.machineSecret, account.login))
      return {
        initialPassword: password,
        header: await withPassword(store.vault, store.dek, { id, password, ...secrets }),
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

import { mayUsePassword } from '../../shared/policy/policy.rules'
import { AppError, insist } from '../../shared/result'
import * as accounts from '../accounts/accounts.repo'
import { digestPassword, refuseReuse, rememberPassword } from '../accounts/passwords'
import type { CoreHandlers, GateContext } from '../ipc/contexts'
import { appendLine, startEpoch } from '../store/audit'
import { newKeyPair, zero } from '../store/seal'
import { transact } from '../store/transact'
import { loginHash, unlock, withNewRecovery, withPassword } from '../store/vault'
import { auditRecipients } from './audit-recipients'
import type { OpenStore } from './open-store'
import { withHeader } from './with-header'

export const sessionHandlers: CoreHandlers['session'] = {
  state: ({ gatehouse }) => gatehouse.state(),
  signIn: ({ gatehouse }, input) => gatehouse.signIn(input),
  create: ({ gatehouse }, input) => gatehouse.create(input),

  recover: (context, { recoveryCode, login, password }) =>
    context.gatehouse.withRecovery(recoveryCode, login, async (opened, id, isFormer) => {
      const account = await accounts.get(opened.root, id)
      insist(mayUsePassword(password, opened.policy, [account.login, account.name, opened.session().unit]))
      const past = await digestPassword(opened.root, id, password)
      await refuseReuse(opened.root, id, past, opened.policy.passwordHistory)
      const kdf = kdfOf(opened, id)
      const changed = await withPassword(opened.vault, opened.dek, {
        id,
        password,
        machineSecret: opened.machineSecret,
        kdf,
      })
      const { vault, recoveryCode: fresh } = withNewRecovery(changed, opened.dek, {
        machineSecret: opened.machineSecret,
        isFormer,
      })
      opened.tries.unlock(loginHash(opened.machineSecret, login))
      const at = new Date(context.now()).toISOString()
      await withHeader(context.gatehouse.options.folder, opened, vault, () =>
        transact(opened.root, opened.raw, async db => {
          await accounts.setPassword(db, id, at, false)
          await rememberPassword(db, id, at, past)
          // The account's key pair is new, and so is the recovery key: earlier epochs stay with whoever held them.
          startEpoch(opened.raw, auditRecipients(opened))
          appendLine(opened.raw, {
            ...opened.auditLine('session.recover', 'done', { subject: `accounts:${id}` }),
            account: null,
            roles: [],
          })
        }),
      )
      return { recoveryCode: fresh }
    }),

  async settleRecovery({ gatehouse }, { recoveryCode }) {
    await gatehouse.settleRecovery(recoveryCode)
    return {}
  },

  async changePassword(context, { current, next }) {
    const store = requireStore(context)
    const { id } = store.caller
    const account = await accounts.get(store.root, id)
    const hash = loginHash(store.machineSecret, account.login)
    store.tries.insistMayTry(hash, context.now())
    await unlock(store.vault, { login: account.login, password: current, machineSecret: store.machineSecret }).catch(
      (error: unknown) => {
        if (!(error instanceof AppError) || error.code !== 'wrong-password') throw error
        store.tries.recordFailure(hash)
        throw new AppError('wrong-password', '现在的密码不对')
      },
    )
    store.tries.recordSuccess(hash)
    insist(mayUsePassword(next, store.policy, [account.login, account.name, store.session().unit]))
    const past = await digestPassword(store.root, id, next)
    await refuseReuse(store.root, id, past, store.policy.passwordHistory)
    // Whoever knew the initial password could open the key pair that was made with it, from a copy of the header. What is
    // sealed to an auditor is the chain, of which nobody must lose a part: their pair stays.
    const isKnown = account.mustChangePassword && !account.roles.includes('auditor')
    const privateKey = isKnown ? newKeyPair().privateKey : store.privateKey
    const vault = await withPassword(store.vault, store.dek, {
      id,
      password: next,
      privateKey,
      machineSecret: store.machineSecret,
      kdf: kdfOf(store, id),
    })
    await withHeader(context.gatehouse.options.folder, store, vault, () =>
      context.commit(async ({ db, record, now }) => {
        const at = new Date(now()).toISOString()
        record({ subject: `accounts:${id}` })
        await accounts.setPassword(db, id, at, false)
        await rememberPassword(db, id, at, past)
      }),
    )
    if (isKnown) {
      zero(store.privateKey)
      store.privateKey = privateKey
    }
    return store.session()
  },

  async acknowledgeRollback(context, { reason }) {
    const store = requireStore(context)
    if (!store.readOnly) throw new AppError('refused', '数据没有回退，不需要确认')
    const { missingLines } = store.readOnly
    const details = missingLines > 0 ? `确认缺少 ${missingLines} 行审计日志` : '确认采用与本机记录不符的数据文件'
    await context.commit(async ({ record }) => record({ reason, details }))
    store.readOnly = null
    store.anchor()
    await store.touched()
    return store.session()
  },
}

/** The KDF parameters that a slot has now: a new password keeps the cost that this store was made with. */
function kdfOf(store: OpenStore, id: string) {
  const slot = store.vault.slots.find(candidate => candidate.id === id)
  if (!slot) throw new AppError('not-found', '没有这个账户')
  return slot.kdf
}

export function requireStore({ gatehouse }: Pick<GateContext, 'gatehouse'>): OpenStore {
  if (!gatehouse.store) throw new AppError('signed-out', '已锁定，请先登录')
  return gatehouse.store
}

import { AppError } from '../../shared/result'
import * as accounts from '../accounts/accounts.repo'
import type { CoreHandlers } from '../ipc/contexts'
import { requireStore } from '../session/session.handlers'
import { zero } from '../store/seal'
import { loginHash, unlock } from '../store/vault'
import * as content from './content'
import { insistSame, settle } from './leaving'

type Handlers = CoreHandlers['interviews']

/**
 * A talker or recorder puts their password under the record, at this session or their own. The password opens their own key
 * slot, as at a sign-in, and is counted as one: failed tries wait and lock as there.
 */
export const confirm: Handlers['confirm'] = async (context, { id, accountId, password }) => {
  const store = requireStore(context)
  const account = await accounts.get(store.root, accountId)
  if (account.state !== 'active') throw new AppError('refused', '这个账户已停用，不能确认')
  const hash = loginHash(store.machineSecret, account.login)
  store.tries.insistMayTry(hash, context.now())
  const keys = await unlock(store.vault, { login: account.login, password, machineSecret: store.machineSecret }).catch(
    (error: unknown) => {
      if (!(error instanceof AppError) || error.code !== 'wrong-password') throw error
      store.tries.recordFailure(hash)
      throw new AppError('wrong-password', `${account.name}的密码不对`)
    },
  )
  store.tries.recordSuccess(hash)
  zero(keys.dek)
  zero(keys.privateKey)
  return context.commit(async command => {
    const { db, record } = command
    record({ subject: `interviews:${id}`, details: `确认人 ${account.name}` })
    const row = await content.readable({ ...command, caller: store.caller }, id)
    if (row.state !== 'closed' || row.hash === null) throw new AppError('refused', '记录还没有结束，或者已经定稿')
    const asked = await content.mustConfirm(db, row)
    const part = asked.find(each => each.id === accountId)?.part
    if (!part) throw new AppError('refused', `${account.name}不是这次谈话的谈话人或者记录人`)
    await insistSame(db, row)
    const at = new Date(command.now()).toISOString()
    await db
      .insertInto('interviewConfirmations')
      .values({ interviewKey: row.key, accountId, part, at, hash: row.hash })
      .onConflict(conflict => conflict.doNothing())
      .execute()
    return content.contentOf(command, await settle(db, row, at))
  })
}

import { PlainExportId } from '../../shared/plain-exports/plain-exports'
import { mayDecide } from '../../shared/plain-exports/plain-exports.rules'
import { AppError, insist } from '../../shared/result'
import { instantOf } from '../ipc/clock'
import type { CommandContext, CoreHandlers } from '../ipc/contexts'
import * as repo from './plain-exports.repo'
import { takeOut } from './take-out.job'

/** Everything means everybody: who sees a part of the units cannot take it out. */
function insistWholeScope({ caller }: Pick<CommandContext, 'caller'>): void {
  if (caller.scope !== null) throw new AppError('refused', '全部导出包含所有单位，只有管理范围不受限的组织干事可以申请')
}

export const plainExportsHandlers: CoreHandlers['plainExports'] = {
  list: ({ db, caller }) => repo.list(db, caller.id),
  async ask(context, { reason }) {
    const { db, caller, record, newId } = context
    insistWholeScope(context)
    const id = PlainExportId.parse(newId())
    record({ subject: `plainExports:${id}`, reason })
    await repo.ask(db, { id, askedBy: caller.id, askedAt: instantOf(context), reason })
    return repo.get(db, caller.id, id)
  },
  async withdraw({ db, caller, record }, { id }) {
    record({ subject: `plainExports:${id}` })
    const wish = await repo.get(db, caller.id, id)
    if (!wish.mine) throw new AppError('refused', '只能撤回自己的申请')
    if (wish.state !== 'asked' && wish.state !== 'approved') throw new AppError('refused', '这项申请已经办结')
    await repo.change(db, id, { state: 'withdrawn' })
    return {}
  },
  async decide(context, { id, approve, reason }) {
    const { db, caller, record } = context
    record({ subject: `plainExports:${id}`, reason, details: approve ? '批准' : '不批准' })
    const wish = await repo.get(db, caller.id, id)
    insist(mayDecide(wish))
    if (wish.mine) throw new AppError('refused', '不能审批自己的申请')
    await repo.change(db, id, {
      state: approve ? 'approved' : 'refused',
      decidedBy: caller.id,
      decidedAt: instantOf(context),
      decision: reason,
    })
    return {}
  },
  takeOut,
}

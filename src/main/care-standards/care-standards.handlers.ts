import { shippedStandards } from '../../shared/care-standards/care-standards.data'
import { mayKeepStandard } from '../../shared/care-standards/care-standards.rules'
import { AppError, insist } from '../../shared/result'
import * as accounts from '../accounts/accounts.repo'
import type { CoreHandlers } from '../ipc/contexts'
import * as standards from './care-standards.repo'

export const careStandardsHandlers: CoreHandlers['careStandards'] = {
  list: ({ db }) => standards.everyStandard(db),

  async versions({ db }, { occasion }) {
    const names = await accounts.names(db)
    const changed = (await standards.versions(db, occasion)).map(({ changedBy, ...each }) => ({
      ...each,
      byName: names.get(changedBy) ?? '',
    }))
    const shipped = shippedStandards
      .filter(each => each.occasion === occasion)
      .map(({ version, ...standard }) => ({ version, standard, changedAt: '', byName: '', reason: '随应用提供' }))
    return [...changed, ...shipped]
  },

  async put({ db, caller, now, record }, { standard, version, reason }) {
    record({ subject: `careStandards:${standard.occasion}`, reason })
    insist(mayKeepStandard(standard))
    const newest = (await standards.versions(db, standard.occasion))[0]?.version ?? 0
    if (newest !== version) throw new AppError('conflict', '这项标准刚被改过，请重新打开再改')
    const next = { ...standard, version: version + 1 }
    await standards.put(db, next, { changedAt: new Date(now()).toISOString(), changedBy: caller.id, reason })
    return next
  },
}

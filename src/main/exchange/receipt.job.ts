import { FORMAT, Outcome } from '../../shared/exchange/exchange'
import { AppError } from '../../shared/result'
import { SecrecyMark } from '../../shared/secrecy/secrecy.rules'
import { instantOf } from '../ipc/clock'
import type { CoreHandlers } from '../ipc/contexts'
import { encrypt } from './age'
import { pack } from './envelope'
import * as identities from './identity.repo'
import * as partners from './partners.repo'

/** What was done with a package, for whoever has sent it. It holds numbers and nobody's data. */
export const saveReceipt: CoreHandlers['exchange']['saveReceipt'] = async (context, { id, target }) => {
  const { db, gatehouse, newId, record } = context
  record({ subject: `exchange:${id}` })
  const arrival = await db
    .selectFrom('exchangeArrivals')
    .selectAll()
    .where('id', '=', id)
    .where('state', '=', 'applied')
    .executeTakeFirst()
  if (!arrival || arrival.outcome === null) throw new AppError('not-found', '没有这个已并入的数据包')
  const identity = await identities.get(db)
  const partner = await partners.get(db, arrival.partnerId)
  partners.insistOpen(partner)
  const { unit } = await db.selectFrom('storeInfo').select('unit').executeTakeFirstOrThrow()
  const manifest = {
    format: FORMAT,
    kind: 'receipt',
    id: newId(),
    from: identity.id,
    to: partner.id,
    unit,
    number: arrival.number,
    seen: await partners.lastReceived(db, partner.id),
    madeAt: instantOf(context),
    mark: SecrecyMark.parse('内部'),
    modules: [],
    people: 0,
    values: 0,
    beside: 0,
  } as const
  const outcome = Outcome.parse(JSON.parse(arrival.outcome))
  const content = { packageId: arrival.packageId, number: arrival.number, outcome }
  const packed = await pack({ ...manifest, modules: [] }, content, identity.signKey)
  const file = gatehouse.options.files.take(target)
  try {
    for await (const part of await encrypt([packed], { recipient: partner.recipient })) file.write(part)
    await context.commit(async inner => {
      inner.record({ subject: `exchange:${id}`, details: `给${partner.unit}的第 ${arrival.number} 号回执` })
      await inner.db
        .updateTable('exchangeArrivals')
        .set({ receiptSavedAt: instantOf(inner) })
        .where('id', '=', id)
        .execute()
      file.finish()
    })
  } finally {
    file.abandon()
  }
  return {}
}

import { FORMAT, packageLimits } from '../../shared/exchange/exchange'
import type { SentPerson } from '../../shared/exchange/package'
import { AppError } from '../../shared/result'
import * as accounts from '../accounts/accounts.repo'
import { carryOut, goOn } from '../exports/outgoing'
import { instantOf } from '../ipc/clock'
import type { CoreHandlers } from '../ipc/contexts'
import { requireStore } from '../session/session.handlers'
import { transact } from '../store/transact'
import { encrypt } from './age'
import { besideOf, bytesOf, streamOut } from './beside'
import { pack } from './envelope'
import * as identities from './identity.repo'
import * as partners from './partners.repo'
import { choosePeople } from './people'
import { send } from './sending'

/** So many people are looked at in one transaction. */
const SLICE = 20

async function* following(first: Uint8Array, others: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first
  yield* others
}

/** Makes a package and writes it where the person chose. It counts as an export. */
export const make: CoreHandlers['exchange']['make'] = async (
  context,
  { partnerId, whom, modules, sensitive, reason, mark, passphrase, target },
) => {
  const { db, caller, gatehouse, signal, progress, record, newId } = context
  const { root, raw } = requireStore(context)
  record({ reason })
  const partner = await partners.get(db, partnerId)
  partners.insistOpen(partner)
  const identity = await identities.get(db)
  const chosen = await choosePeople(db, caller, { whom, modules })
  if (chosen.keys.length === 0) throw new AppError('refused', '没有可以发出的人')
  if (chosen.keys.length > packageLimits.people)
    throw new AppError(
      'refused',
      `一个数据包最多 ${packageLimits.people} 人，现在有 ${chosen.keys.length} 人，请分几包`,
    )
  const id = newId()
  let number = 0
  const order = { kind: 'exchange', reason, recipient: partner.unit.slice(0, 60), mark, sensitive } as const
  const { entry } = await carryOut(
    context,
    { ...order, namePattern: '', people: chosen.keys.length, least: chosen.mark, more: `发往${partner.unit}` },
    () => gatehouse.options.files.take(target),
    async (file, { id: exportId, mark: marked }) => {
      const people: SentPerson[] = []
      const named = new Set<string>()
      for (let from = 0; from < chosen.keys.length; from += SLICE) {
        await goOn(signal)
        await transact(root, raw, async inner => {
          const writer = identities.writerOf(await identities.get(inner))
          for (const key of chosen.keys.slice(from, from + SLICE))
            people.push(await send(inner, key, { modules, sensitive, talks: chosen.talks, writer }, named))
          await writer.keep(inner)
        })
        progress({
          done: people.length,
          total: chosen.keys.length,
          note: `已取出 ${people.length} / ${chosen.keys.length} 人`,
        })
      }
      const names = await accounts.names(db)
      const told = [...named].flatMap(account => {
        const name = names.get(account)
        return name === undefined ? [] : [[account, name] as const]
      })
      number = await transact(root, raw, async inner => {
        const { lastSent } = await partners.get(inner, partnerId)
        await partners.update(inner, partnerId, { lastSent: lastSent + 1 })
        return lastSent + 1
      })
      const { unit } = await db.selectFrom('storeInfo').select('unit').executeTakeFirstOrThrow()
      const beside = besideOf(people)
      const packed = await pack(
        {
          format: FORMAT,
          kind: 'package',
          id,
          from: identity.id,
          to: partnerId,
          unit,
          number,
          seen: await partners.lastReceived(db, partnerId),
          madeAt: instantOf(context),
          mark: marked,
          modules,
          people: people.length,
          values: people.reduce((sum, { values }) => sum + Object.keys(values).length, 0),
          beside: bytesOf(beside),
        },
        { people, accounts: Object.fromEntries(told) },
        identity.signKey,
      )
      await goOn(signal)
      progress({ done: people.length, total: people.length, note: '正在加密' })
      const lock = passphrase === null ? { recipient: partner.recipient } : { passphrase }
      for await (const part of await encrypt(following(packed, streamOut(context, beside)), lock)) file.write(part)
      await transact(root, raw, async inner => {
        const sent = { id, partnerId, number, exportId, at: instantOf(context), byId: caller.id, mark: marked }
        await inner
          .insertInto('exchangeSent')
          .values({ ...sent, people: people.length, modules: JSON.stringify(modules), receipt: null, receiptAt: null })
          .execute()
      })
      return people.length
    },
  )
  return { entry, number, people: entry.written ?? 0 }
}

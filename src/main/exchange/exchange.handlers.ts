import { labelOf } from '../../shared/cadres/field-labels'
import { Card } from '../../shared/exchange/package'
import { AppError } from '../../shared/result'
import * as cadres from '../cadres/cadres.repo'
import { instantOf } from '../ipc/clock'
import type { CommandContext, CoreHandlers, QueryContext } from '../ipc/contexts'
import { isRecipient, newAgeKey } from './age'
import { apply } from './apply.job'
import type { StoredItem } from './arrivals.repo'
import * as arrivals from './arrivals.repo'
import { release } from './beside'
import { detailOf, lookingWriter, refresh } from './deciding'
import * as identities from './identity.repo'
import { differencesOf, judgePerson } from './judging'
import { make } from './make.job'
import { open, readCard } from './open.job'
import * as partners from './partners.repo'
import { choosePeople } from './people'
import { saveReceipt } from './receipt.job'
import { received, sent } from './registers'
import { newSignKey } from './signing'

type Asked = Pick<QueryContext, 'db' | 'caller'>

/** A person of a package that the caller is looking at. */
async function looked({ db, caller }: Asked, id: arrivals.ArrivalRow['id'], place: number) {
  const arrival = await arrivals.staged(db, caller.id, id)
  return { arrival, item: await arrivals.itemOf(db, id, place) }
}

/** Judges one anew and shows it. */
async function shownAnew({ db, caller }: CommandContext, arrival: arrivals.ArrivalRow, item: StoredItem) {
  await refresh(db, arrival, item, await lookingWriter(db))
  return detailOf(db, caller, arrival, await arrivals.itemOf(db, arrival.id, item.place))
}

function cardIn(file: Buffer): Card {
  try {
    const card = Card.parse(JSON.parse(file.toString('utf8')))
    if (isRecipient(card.recipient)) return card
  } catch {
    // Said below, whichever way it is none.
  }
  throw new AppError('refused', '这不是单位名片文件，或者已经损坏，没有登记')
}

export const exchangeHandlers: CoreHandlers['exchange'] = {
  async card({ db }) {
    const identity = await identities.find(db)
    return identity ? identities.shown(await identities.cardOf(db, identity)) : null
  },

  async saveCard(context, { target }) {
    const { db, gatehouse } = context
    const file = gatehouse.options.files.take(target)
    try {
      const made = await identities.find(db)
      const keys = made ?? { ageKey: await newAgeKey(), signKey: newSignKey() }
      return await context.commit(async inner => {
        const card = await identities.cardOf(inner.db, await identities.make(inner, keys))
        inner.record({ subject: `exchange:${card.id}` })
        file.write(JSON.stringify(card, null, 2))
        file.finish()
        return identities.shown(card)
      })
    } finally {
      file.abandon()
    }
  },

  partners: ({ db }) => partners.list(db),

  async importCard(context, { token }) {
    const card = cardIn(await readCard(context, token))
    return context.commit(async inner => {
      inner.record({ subject: `exchange:${card.id}` })
      if ((await identities.find(inner.db))?.id === card.id)
        throw new AppError('refused', '这是本库自己的名片，请选择对方发来的名片')
      await partners.put(inner, card)
      inner.record({ details: card.unit })
      return partners.shown(inner.db, card.id)
    })
  },

  async confirmPartner(context, { id, digits }) {
    const { db, caller, record } = context
    record({ subject: `exchange:${id}` })
    const partner = await partners.get(db, id)
    if (!partners.isFingerprint(partner, digits))
      throw new AppError('refused', '与名片上的指纹不符：可能念错或听错，也可能名片在途中被换过。请再核对一遍')
    await partners.update(db, id, { confirmedAt: instantOf(context), confirmedBy: caller.id })
    record({ details: partner.unit })
    return partners.shown(db, id)
  },

  async setStopped(context, { id, stopped, reason }) {
    const { db, record } = context
    record({ subject: `exchange:${id}`, reason })
    const { unit } = await partners.get(db, id)
    await partners.update(db, id, { stoppedAt: stopped ? instantOf(context) : null })
    record({ details: `${unit}${stopped ? '停止往来' : '恢复往来'}` })
    return partners.shown(db, id)
  },

  async prepare({ db, caller }, asked) {
    const { keys, talks, attachments, mark } = await choosePeople(db, caller, asked)
    return { people: keys.length, talks: talks.size, attachments, mark }
  },
  make,
  sent: ({ db, caller }, page) => sent(db, caller, page),
  received: ({ db, caller }, page) => received(db, caller, page),
  open,

  arrival: async ({ db, caller }, { id }) => arrivals.shown(db, await arrivals.staged(db, caller.id, id)),
  async items({ db, caller }, asked) {
    await arrivals.staged(db, caller.id, asked.id)
    return arrivals.page(db, asked)
  },
  async item(context, { id, place }) {
    const { arrival, item } = await looked(context, id, place)
    return detailOf(context.db, context.caller, arrival, item)
  },
  async reveal(context, { id, place, field, reason }) {
    context.record({ subject: `exchange:${id}`, reason, details: `第 ${place + 1} 人，${labelOf(field)}` })
    const { arrival, item } = await looked(context, id, place)
    const judged = await judgePerson(context.db, item, arrivals.modulesOf(arrival), await lookingWriter(context.db))
    return differencesOf(judged, item.person, field).filter(({ key }) => key === `file.${field}`)
  },

  async choose(context, { id, place, fate, cadreId }) {
    const { db, caller } = context
    const { arrival, item } = await looked(context, id, place)
    if (fate === 'merge') {
      if (cadreId === null) throw new AppError('invalid-input', '请选定并入哪一份档案')
      const { trashedAt } = await cadres.get(db, caller.scope, cadreId)
      if (trashedAt !== null) throw new AppError('refused', '这份档案在回收站里，先恢复再并入')
      const other = await db
        .selectFrom('exchangeItems')
        .select('name')
        .where('arrivalId', '=', id)
        .where('place', '!=', place)
        .where('cadreId', '=', cadreId)
        .executeTakeFirst()
      if (other) throw new AppError('refused', `数据包里的${other.name}已经认定为这份档案`)
    }
    if (fate === 'add' && !Object.keys(item.person.values).some(key => key.startsWith('file.')))
      throw new AppError('refused', '数据包里没有他的档案，不能新增')
    const note = fate === 'merge' ? '由您认定为本库的同一人' : null
    const change = { fate, cadreId: fate === 'merge' ? cadreId : null, note, choices: {} }
    await arrivals.updateItem(db, item, change)
    return shownAnew(context, arrival, { ...item, ...change })
  },

  async decide(context, { id, place, keys, choice }) {
    const { arrival, item } = await looked(context, id, place)
    const left = Object.entries(item.choices).filter(([key]) => !keys.includes(key))
    const known = keys.filter(key => Object.hasOwn(item.person.values, key))
    const choices = Object.fromEntries([...left, ...(choice === null ? [] : known.map(key => [key, choice] as const))])
    await arrivals.updateItem(context.db, item, { choices })
    return shownAnew(context, arrival, { ...item, choices })
  },

  async decideAll(context, { id, choice }) {
    const { db, caller } = context
    const arrival = await arrivals.staged(db, caller.id, id)
    const writer = await lookingWriter(db)
    for await (const some of arrivals.slices(db, id, 'conflict'))
      for (const item of some) {
        const { values } = await judgePerson(db, item, arrivals.modulesOf(arrival), writer)
        const waiting = values.filter(value => value.judged === 'conflict' && value.choice === null)
        const choices = { ...item.choices, ...Object.fromEntries(waiting.map(({ key }) => [key, choice])) }
        await arrivals.updateItem(db, item, { choices })
        await refresh(db, arrival, { ...item, choices }, writer)
      }
    return arrivals.shown(db, arrival)
  },

  apply,
  async discard({ db, caller }, { id }) {
    await arrivals.staged(db, caller.id, id)
    await release(db, id)
    await db.deleteFrom('exchangeArrivals').where('id', '=', id).execute()
    return {}
  },
  saveReceipt,
}

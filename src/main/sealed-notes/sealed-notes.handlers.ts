import { Day } from '../../shared/dates/add-months'
import { AppError, insist } from '../../shared/result'
import { type OpenedNote, type SealedContent, SealedNoteId } from '../../shared/sealed-notes/sealed-notes'
import {
  lastContactOf,
  mayAddContact,
  mayGrant,
  mayKeepContact,
  mayWithdraw,
  nextContactOf,
} from '../../shared/sealed-notes/sealed-notes.rules'
import * as accounts from '../accounts/accounts.repo'
import * as cadres from '../cadres/cadres.repo'
import { dayNow } from '../ipc/clock'
import type { CommandContext, CoreHandlers, QueryContext } from '../ipc/contexts'
import { zero } from '../store/seal'
import { newContentKey, openDraft, sealContent, sealDraft, sealKeyTo } from './envelope'
import * as notes from './sealed-notes.repo'

async function toNote(context: QueryContext, row: notes.SealedRow, content: SealedContent): Promise<OpenedNote> {
  const names = await accounts.names(context.db)
  return {
    id: row.noteId,
    revision: row.revision,
    ...(await notes.personNow(context, content)),
    contacts: content.contacts.map(({ by, ...contact }) => ({ ...contact, byName: names.get(by) ?? '' })),
    carers: await notes.carersOf(context, row.noteId),
  }
}

/** Opens for the time of `work`; the record's key is wiped afterwards. */
async function opened<T>(
  context: QueryContext,
  row: notes.SealedRow,
  work: (key: Buffer, content: SealedContent) => Promise<T>,
): Promise<T> {
  const { key, content } = notes.insistOpen(context.keys, row)
  try {
    return await work(key, content)
  } finally {
    zero(key)
  }
}

async function show(context: QueryContext, id: SealedNoteId): Promise<OpenedNote> {
  const row = await notes.get(context, id)
  return opened(context, row, (_key, content) => toNote(context, row, content))
}

/** The audit line says that a record was written, and its id. */
async function current(context: CommandContext, { id, revision }: { id: SealedNoteId; revision: number }) {
  const row = await notes.get(context, id)
  context.record({ subject: `sealedNotes:${id}` })
  if (row.revision !== revision) throw new AppError('conflict', '这份记录刚被改过，请看过再改')
  return row
}

async function insistEligible(context: QueryContext, ids: readonly string[]): Promise<void> {
  const known = await notes.eligible(context)
  if (ids.some(id => !known.some(each => each.id === id)))
    throw new AppError('refused', '有人不能做关爱人：账户停用了、不能登记关爱，或者还没有自己改过密码')
}

export const sealedNotesHandlers: CoreHandlers['sealedNotes'] = {
  async list(context) {
    const { db, caller, keys } = context
    const lines = []
    for (const row of await notes.listOf(db, caller.id)) {
      const carers = await notes.carersOf(context, row.noteId)
      const found = notes.tryOpen(keys, row)
      if (found.state !== 'open') {
        const untold = { name: '', post: '', lastOn: null, nextOn: null }
        lines.push({ id: row.noteId, state: found.state, ...untold, carers })
        continue
      }
      zero(found.key)
      const { name, post } = await notes.personNow(context, found.content)
      const { contacts } = found.content
      const days = { lastOn: lastContactOf(contacts), nextOn: nextContactOf(contacts) }
      lines.push({ id: row.noteId, state: found.state, name, post, ...days, carers })
    }
    const order = (line: { nextOn: Day | null }): string => line.nextOn ?? '9999'
    return lines.toSorted((a, b) => order(a).localeCompare(order(b)))
  },

  async open(context, { id }) {
    const note = await show(context, id)
    context.record({ subject: `sealedNotes:${id}` })
    return note
  },

  async carers(context) {
    return (await notes.eligible(context)).filter(({ id }) => id !== context.caller.id)
  },

  async add(context, { cadreId, others, contact }) {
    const { db, caller, keys, now, newId, record } = context
    const id = SealedNoteId.parse(newId())
    record({ subject: `sealedNotes:${id}` })
    insist(mayKeepContact(contact, dayNow(context)))
    const { cadre, trashedAt } = await cadres.get(db, caller.scope, cadreId)
    if (trashedAt !== null) throw new AppError('refused', '档案在回收站里，先恢复再登记')
    const carers = [...new Set([caller.id, ...others])]
    await insistEligible(context, carers)
    const made = { ...contact, by: caller.id, at: new Date(now()).toISOString() }
    const content: SealedContent = { cadreId, name: cadre.name, contacts: [made] }
    const key = newContentKey()
    try {
      const revision = 1
      await db
        .insertInto('sealedNotes')
        .values({ id, revision, content: sealContent(keys, key, { id, revision }, content) })
        .execute()
      await db
        .insertInto('sealedNoteKeys')
        .values(carers.map(carer => sealKeyTo(keys, key, id, carer)))
        .execute()
    } finally {
      zero(key)
    }
    return show(context, id)
  },

  async write(context, { place, contact, ...one }) {
    const { db, caller, keys, now } = context
    const row = await current(context, one)
    insist(mayKeepContact(contact, dayNow(context)))
    await opened(context, row, async (key, { contacts, ...person }) => {
      if (place === null) insist(mayAddContact(contacts.length))
      else if (contacts[place] === undefined) throw new AppError('not-found', '没有这次联系')
      const kept = { ...contact, by: caller.id, at: new Date(now()).toISOString() }
      const next = { ...person, contacts: place === null ? [...contacts, kept] : contacts.with(place, kept) }
      const revision = row.revision + 1
      await db
        .updateTable('sealedNotes')
        .set({ revision, content: sealContent(keys, key, { id: one.id, revision }, next) })
        .where('id', '=', one.id)
        .execute()
    })
    return show(context, one.id)
  },

  async grant(context, { accountId, ...one }) {
    const { db, keys } = context
    const row = await current(context, one)
    insist(mayGrant(await notes.carersOf(context, one.id), accountId))
    await insistEligible(context, [accountId])
    await opened(context, row, async key => {
      const { keyPrint, sealed, ...to } = sealKeyTo(keys, key, one.id, accountId)
      await db
        .insertInto('sealedNoteKeys')
        .values({ ...to, keyPrint, sealed })
        .onConflict(conflict => conflict.columns(['noteId', 'accountId']).doUpdateSet({ keyPrint, sealed }))
        .execute()
    })
    return show(context, one.id)
  },

  async withdraw(context, { accountId, why, ...one }) {
    const { db, keys, record } = context
    const row = await current(context, one)
    record({ reason: why })
    const carers = await notes.carersOf(context, one.id)
    insist(mayWithdraw(carers, accountId))
    await opened(context, row, async (_old, content) => {
      const key = newContentKey()
      try {
        const revision = row.revision + 1
        await db
          .updateTable('sealedNotes')
          .set({ revision, content: sealContent(keys, key, { id: one.id, revision }, content) })
          .where('id', '=', one.id)
          .execute()
        await db.deleteFrom('sealedNoteKeys').where('noteId', '=', one.id).where('accountId', '=', accountId).execute()
        // Whoever cannot open it now is not given the new key by the way: that takes being named anew.
        for (const carer of carers.filter(each => each.id !== accountId && each.state === 'holds')) {
          const { keyPrint, sealed } = sealKeyTo(keys, key, one.id, carer.id)
          await db
            .updateTable('sealedNoteKeys')
            .set({ keyPrint, sealed })
            .where('noteId', '=', one.id)
            .where('accountId', '=', carer.id)
            .execute()
        }
      } finally {
        zero(key)
      }
    })
    return {}
  },

  async remove(context, { why, ...one }) {
    const row = await current(context, one)
    context.record({ reason: why })
    await opened(context, row, async () => {
      await context.db.deleteFrom('sealedNotes').where('id', '=', one.id).execute()
    })
    return {}
  },

  async draft({ db, caller, keys }) {
    const row = await db
      .selectFrom('sealedDrafts')
      .select('sealed')
      .where('accountId', '=', caller.id)
      .executeTakeFirst()
    if (!row) return null
    try {
      return openDraft(keys, caller.id, row.sealed)
    } catch {
      // Sealed to a key that a reset has taken: there is nothing left to go on with.
      return null
    }
  },

  async keepDraft({ db, caller, keys }, { draft }) {
    await db.deleteFrom('sealedDrafts').where('accountId', '=', caller.id).execute()
    if (draft !== null)
      await db
        .insertInto('sealedDrafts')
        .values({ accountId: caller.id, sealed: sealDraft(keys, caller.id, draft) })
        .execute()
    return {}
  },

  crisis: context => crisisCard(context),

  async setCrisis(context, { text, reason }) {
    const { db, caller, now, record } = context
    record({ subject: 'sealedNotes:crisis', reason })
    await db
      .insertInto('crisisCards')
      .values({ text, at: new Date(now()).toISOString(), byId: caller.id })
      .execute()
    return crisisCard(context)
  },
}

async function crisisCard({ db }: Pick<QueryContext, 'db'>) {
  const row = await db
    .selectFrom('crisisCards')
    .innerJoin('accounts', 'accounts.id', 'crisisCards.byId')
    .select(['text', 'at', 'accounts.name as byName'])
    .orderBy('seq', 'desc')
    .executeTakeFirst()
  return row === undefined || row.text === '' ? null : row
}

import { mayFinish } from '../../shared/interviews/finish.rules'
import type { Interview, InterviewId } from '../../shared/interviews/interviews'
import { AppError, insist } from '../../shared/result'
import { dayNow, instantOf } from '../ipc/clock'
import type { CommandContext, CoreHandlers } from '../ipc/contexts'
import * as promises from '../promises/promises.repo'
import * as sound from '../sound/sound.repo'
import type { Writes } from '../store/schema'
import * as content from './content'
import { factsOf } from './frozen'
import type { InterviewRow } from './interviews.repo'
import * as interviews from './interviews.repo'
import * as kinds from './kinds.repo'
import * as notes from './notes.repo'

type Handlers = CoreHandlers['interviews']
type Recording = 'open' | 'keepNotes' | 'keepDetails' | 'notesSince' | 'finish' | 'reopen' | 'addAddendum'

const dayNumber = (day: string): number => Number(day.replaceAll('-', ''))

async function isOpen(context: CommandContext, id: InterviewId): Promise<InterviewRow> {
  const row = await content.writable(context, id)
  if (row.state === 'planned') throw new AppError('refused', '还没有开始记录')
  if (row.state !== 'open') throw new AppError('refused', '记录已经锁定，只能补充，不能改动')
  return row
}

const set = async (db: Writes, row: InterviewRow, change: Partial<InterviewRow>): Promise<InterviewRow> => {
  const next = { ...change, revision: row.revision + 1 }
  await db.updateTable('interviews').set(next).where('key', '=', row.key).execute()
  return { ...row, ...next }
}

/** The day that the talk counts for stands with each of its people. */
const setHeld = async (db: Writes, row: InterviewRow, heldOn: string | null): Promise<void> =>
  void (await db
    .updateTable('interviewPeople')
    .set({ heldOn: heldOn === null ? null : dayNumber(heldOn) })
    .where('interviewKey', '=', row.key)
    .execute())

export const recordingHandlers: Pick<Handlers, Recording> = {
  async open(context, { id, heldOn }): Promise<Interview> {
    const { db, record, now } = context
    record({ subject: `interviews:${id}` })
    const row = await content.writable(context, id)
    // Nobody records sound while the page of the talk is being opened: what is still running was killed.
    await sound.closeInterrupted(db, row.key)
    if (row.state === 'open') return content.contentOf(context, row)
    if (row.state !== 'planned') throw new AppError('refused', '谈话已经结束或者取消')
    const day = dayNow({ now })
    if (heldOn !== null && heldOn > day) throw new AppError('refused', '谈话日期还没有到')
    return content.contentOf(context, await set(db, row, { state: 'open', heldOn: heldOn ?? day }))
  },

  async keepNotes(context, { id, notes: drafts }) {
    const row = await isOpen(context, id)
    const by = { id: context.caller.id, at: instantOf(context) }
    const kept: { id: (typeof drafts)[number]['id']; revision: number }[] = []
    const clashes: Interview['notes'] = []
    for (const draft of drafts) {
      const outcome = await notes.keep(context.db, row.key, draft, by)
      if ('clash' in outcome) clashes.push(outcome.clash)
      else kept.push({ id: draft.id, revision: outcome.revision })
    }
    return { kept, clashes: content.shownTo(clashes, context.caller.id) }
  },

  async keepDetails(context, { id, revision, details }) {
    const row = await isOpen(context, id)
    if (row.revision !== revision) throw new AppError('conflict', '另一位记录人刚改了这些内容，请看过再改')
    const { revision: next } = await set(context.db, row, { details: JSON.stringify(details) })
    return { revision: next }
  },

  async notesSince(context, { id, since }) {
    const row = await content.readable(context, id)
    const changed = await notes.listOf(context.db, row.key, since)
    return { notes: content.shownTo(changed, context.caller.id), revision: row.revision }
  },

  async finish(context, { id }) {
    const { db, record } = context
    record({ subject: `interviews:${id}` })
    const row = await isOpen(context, id)
    const kind = await kinds.getVersion(db, row.kind, row.kindVersion)
    const lines = await notes.listOf(db, row.key)
    insist(
      mayFinish(kind, { details: interviews.detailsOf(row), notes: lines, promises: await promises.countOf(db, id) }),
    )
    await sound.closeInterrupted(db, row.key)
    const frozen = JSON.stringify(await factsOf(context, row))
    const hash = await content.hashOf(db, { ...row, frozen })
    await setHeld(db, row, row.heldOn)
    return content.contentOf(
      context,
      await set(db, row, { state: 'closed', closedAt: instantOf(context), hash, frozen }),
    )
  },

  async reopen(context, { id, reason }) {
    const { db, record } = context
    record({ subject: `interviews:${id}`, reason })
    const row = await content.writable(context, id)
    if (row.state !== 'closed') throw new AppError('refused', '只有待确认的记录可以重新打开')
    const confirmed = await db
      .selectFrom('interviewConfirmations')
      .select('accountId')
      .where('interviewKey', '=', row.key)
      .executeTakeFirst()
    if (confirmed) throw new AppError('refused', '已有人确认，内容不能再改，请用补充记录')
    await setHeld(db, row, null)
    await db.deleteFrom('interviewWaivers').where('interviewKey', '=', row.key).execute()
    return content.contentOf(context, await set(db, row, { state: 'open', closedAt: null, hash: null, frozen: null }))
  },

  async addAddendum(context, { id, text }) {
    const { db, record, caller, newId } = context
    record({ subject: `interviews:${id}` })
    const row = await content.writable(context, id)
    if (row.state !== 'closed' && row.state !== 'final')
      throw new AppError('refused', '记录还没有结束，请直接写在记录里')
    await db
      .insertInto('interviewAddenda')
      .values({ id: newId(), interviewKey: row.key, byId: caller.id, at: instantOf(context), text })
      .execute()
    return content.contentOf(context, row)
  },
}

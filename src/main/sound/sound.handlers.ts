import { setImmediate as yieldToOthers } from 'node:timers/promises'
import type { InterviewId } from '../../shared/interviews/interviews'
import { mayRecordHere, tightened } from '../../shared/it-policy/it-policy.rules'
import { AppError, insist } from '../../shared/result'
import type { SoundId } from '../../shared/sound/sound'
import { mayRecord, mayRemove } from '../../shared/sound/sound.rules'
import * as content from '../interviews/content'
import * as interviews from '../interviews/interviews.repo'
import { instantOf } from '../ipc/clock'
import type { CoreHandlers, QueryContext } from '../ipc/contexts'
import { createOpened } from '../ipc/opened'
import * as policies from '../policy/policy.repo'
import type { Reads } from '../store/schema'
import * as sound from './sound.repo'
import { model, transcribe } from './transcribe.job'

/** A line of the audit log names a recording by its number alone. */
const named = ({ id, durationMs }: Pick<sound.SoundRow, 'id' | 'durationMs'>): string =>
  `录音 …${id.slice(-6)}，${Math.round(durationMs / 1000)} 秒`

const opened = createOpened<SoundId>('听录音要先写明事由')

const talkOf = async (db: Reads, row: sound.SoundRow): Promise<InterviewId> =>
  (await db.selectFrom('interviews').select('id').where('key', '=', row.interviewKey).executeTakeFirstOrThrow()).id

/** A recording of a talk that the caller writes, with the talk. */
async function written(context: QueryContext, id: SoundId) {
  const row = await sound.get(context.db, id)
  return { row, talk: await content.writable(context, await talkOf(context.db, row)) }
}

async function insistMayRecord(context: QueryContext, talk: interviews.InterviewRow): Promise<void> {
  insist(mayRecordHere(context.limits))
  const { soundRecording } = await policies.current(context.db)
  insist(mayRecord(soundRecording, interviews.detailsOf(talk).consent, talk.state))
}

export const soundHandlers: CoreHandlers['sound'] = {
  model,
  transcribe,

  async status(context, { interviewId }) {
    const talk = await content.readable(context, interviewId)
    const { soundRecording } = tightened(await policies.current(context.db), context.limits)
    return { policyAllows: soundRecording, recordings: await sound.listOf(context.db, talk.key) }
  },

  async begin(context, { interviewId }) {
    const { db, caller, record, newId } = context
    record({ subject: `interviews:${interviewId}` })
    const talk = await content.writable(context, interviewId)
    await insistMayRecord(context, talk)
    await sound.closeInterrupted(db, talk.key)
    return sound.begin(db, talk.key, { newId, at: instantOf(context), by: caller.id })
  },

  async keep(context, piece) {
    const { row, talk } = await written(context, piece.id)
    if (row.byId !== context.caller.id) throw new AppError('refused', '这段录音由另一个人录制')
    // A piece may come late, when its talk was opened anew meanwhile.
    if (row.state !== 'running' && row.state !== 'broken') throw new AppError('refused', '这段录音已经结束')
    await insistMayRecord(context, talk)
    return { pieces: await sound.keep(context.db, row, piece, instantOf(context)) }
  },

  async end(context, { id }) {
    const { row, talk } = await written(context, id)
    context.record({ subject: `interviews:${talk.id}`, details: named(row) })
    if (row.state === 'running' || row.state === 'broken') await sound.close(context.db, row, 'done')
    const all = await sound.listOf(context.db, talk.key)
    return { recording: all.find(each => each.id === id) ?? null }
  },

  async remove(context, { id, reason }) {
    const { row, talk } = await written(context, id)
    context.record({ subject: `interviews:${talk.id}`, reason, details: named(row) })
    insist(mayRemove(talk.state))
    if (row.state === 'running') throw new AppError('refused', '正在录音，先停止再删')
    await sound.remove(context.db, row)
    return {}
  },

  async open(context, { interviewId, reason }) {
    const { db, caller, record } = context
    record({ subject: `interviews:${interviewId}`, reason })
    const talk = await content.readable(context, interviewId)
    const heard = await sound.heardOf(db, talk.key)
    const seconds = Math.round(heard.reduce((sum, { durationMs }) => sum + durationMs, 0) / 1000)
    record({ details: `录音 ${heard.length} 段，${seconds} 秒` })
    opened.add(caller, ...heard.map(({ id }) => id))
    return heard
  },

  async pieces(context, { id, from, count }) {
    opened.insist(context.caller, id)
    const row = await sound.get(context.db, id)
    await content.readable(context, await talkOf(context.db, row))
    return (await sound.piecesOf(context.db, row, from, count)).map(({ bytes }) => bytes)
  },

  async verify(context, { interviewId }) {
    const { db, progress, signal } = context
    const talk = await content.readable(context, interviewId)
    const rows = (await sound.rowsOf(db, talk.key)).filter(({ state }) => state !== 'removed')
    const damaged: SoundId[] = []
    for (const [done, row] of rows.entries()) {
      progress({ done, total: rows.length, note: '正在核对录音' })
      const whole = await sound.isWhole(db, row, async () => {
        await yieldToOthers()
        if (signal.aborted) throw new AppError('cancelled', '已停止核对')
      })
      if (!whole) damaged.push(row.id)
    }
    return { checked: rows.length, damaged }
  },
}

import { writeSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { InterviewId, NoteId } from '../../../src/shared/interviews/interviews'
import { startCoreAt } from '../../e2e/support/core'
import { piecesFor } from './pieces'

/**
 * Types one line and records sound for ever; the parent kills it. What was typed and cut is told before it is sent, what the
 * core has acknowledged after. Fifty milliseconds stand for the two seconds of a piece.
 */
const [, , folder = '', machineDir = '', talk = '', password = '', aheadMs = ''] = process.argv
const tell = (...words: (string | number)[]): void => void writeSync(1, `${words.join(' ')}\n`)
const core = startCoreAt({ folder, machineDir }, Number(aheadMs))
const id = InterviewId.parse(talk)
await core.api.session.signIn({ login: 'ganshi', password, acceptClock: false })
await core.api.interviews.open({ id, heldOn: null })
const { id: sound } = await core.api.sound.begin({ interviewId: id })
const noteId = NoteId.parse(crypto.randomUUID())
const next = piecesFor(sound)
tell('line', noteId)
tell('sound', sound)
tell('ready')

const TICK_MS = 50
const LONGEST = 4000

async function type(): Promise<void> {
  let revision = 0
  for (let text = ''; ; text = text.length < LONGEST ? `${text}一二三四五六七八九十` : '') {
    tell('typed', text.length)
    const note = {
      id: noteId,
      revision,
      position: 1,
      part: '',
      form: '答' as const,
      mark: null,
      text,
      sealed: false,
      at: new Date().toISOString(),
      soundMs: 0,
      removed: false,
    }
    const { kept } = await core.api.interviews.keepNotes({ id, notes: [note] })
    revision = kept[0]?.revision ?? revision
    tell('kept', text.length)
    await sleep(Math.random() * 10)
  }
}

async function record(): Promise<void> {
  for (;;) {
    const piece = next()
    tell('cut', piece.seq + 1)
    await core.api.sound.keep(piece)
    tell('held', piece.seq + 1)
    await sleep(Math.random() * 2 * TICK_MS)
  }
}

await Promise.all([type(), record()])

import { AppError } from '../../shared/result'
import { Segment } from '../../shared/sound/transcript'
import * as content from '../interviews/content'
import type { CoreHandlers, JobContext } from '../ipc/contexts'
import { insistWhole, modelFolder, readManifest } from './model-folder'
import * as sound from './sound.repo'

type Handlers = CoreHandlers['sound']

const AT_ONCE = 8

/** The bytes of a recording as they are asked for. */
async function* streamOf({ db }: JobContext, row: sound.SoundRow): AsyncGenerator<Uint8Array> {
  for (let seq = 0; seq < row.pieces; seq += AT_ONCE)
    for (const { bytes } of await sound.piecesOf(db, row, seq, AT_ONCE)) yield bytes
}

export const model: Handlers['model'] = async ({ gatehouse }) => {
  const { machineDir, transcriber } = gatehouse.options
  const manifest = transcriber && readManifest(modelFolder(machineDir))
  return { model: manifest ? { name: manifest.name, version: manifest.version } : null }
}

export const transcribe: Handlers['transcribe'] = async (context, { interviewId }) => {
  const { db, gatehouse, progress, signal, commit } = context
  const talk = await content.writable(context, interviewId)
  const { machineDir, transcriber } = gatehouse.options
  const folder = modelFolder(machineDir)
  const manifest = readManifest(folder)
  if (!transcriber || !manifest) throw new AppError('refused', '这台电脑没有可用的语音转写模型')
  await insistWhole(folder, manifest)
  const rows = (await sound.rowsOf(db, talk.key)).filter(({ state }) => state !== 'removed')
  await commit(async ({ record }) =>
    record({ subject: `interviews:${interviewId}`, details: `录音 ${rows.length} 段，模型 ${manifest.name}` }),
  )
  const total = rows.reduce((sum, { durationMs }) => sum + durationMs, 0)
  const found: Segment[] = []
  let before = 0
  for (const row of rows) {
    for await (const heard of transcriber.transcribe(folder, manifest, streamOf(context, row), signal)) {
      if (signal.aborted) throw new AppError('cancelled', '已停止转写')
      const segment = Segment.safeParse(heard)
      if (!segment.success || heard.fromMs > heard.toMs || heard.fromMs > row.durationMs)
        throw new AppError('refused', '语音转写模型给出的内容不合要求，录音和记录不受影响')
      const { fromMs, toMs, text } = segment.data
      found.push({ fromMs: row.offsetMs + fromMs, toMs: row.offsetMs + toMs, text })
      progress({ done: Math.min(total, before + toMs), total, note: '正在转写录音' })
    }
    before += row.durationMs
  }
  return found
}

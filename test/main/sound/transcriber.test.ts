import { createHash } from 'node:crypto'
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Transcriber } from '../../../src/main/sound/transcriber'
import type { Segment } from '../../../src/shared/sound/transcript'
import type { Core, Place } from '../../helpers/harness'
import { recordedTalk, recordSome } from './talk'

/** A transcriber that knows no language: it says how many bytes it heard, at the beginning and after one second. */
const double = (more: Partial<Segment> = {}): Transcriber => ({
  async *transcribe(_folder, { name }, sound) {
    let bytes = 0
    for await (const part of sound) bytes += part.length
    for (const fromMs of [0, 1000]) yield { fromMs, toMs: fromMs + 900, text: `${name} ${bytes}`, ...more }
  },
})

/** Puts a model into the computer's folder as IT does; @returns the folder */
function putModel({ machineDir }: Place, more: object = {}): string {
  const folder = join(machineDir, 'speech')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, 'parts'), { recursive: true })
  writeFileSync(join(folder, 'parts/weights'), 'weights')
  const sha256 = createHash('sha256').update('weights').digest('hex')
  const manifest = { name: '测试模型', version: '1', files: [{ path: 'parts/weights', sha256 }], ...more }
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest))
  return folder
}

/** The core starts with an engine, as a build that has one would. */
const plugIn = ({ gatehouse }: Core, transcriber: Transcriber): void =>
  void Object.assign(gatehouse.options, { transcriber })

async function recorded(counts: readonly number[]) {
  const talk = await recordedTalk()
  for (const count of counts) {
    const { id } = await recordSome(talk.core, talk.id, count)
    await talk.core.api.sound.end({ id })
  }
  return talk
}

test('without an engine, and without a model, the application says so', async () => {
  const { place, core, id } = await recorded([])
  putModel(place)
  expect(await core.api.sound.model({})).toEqual({ model: null })
  await expect(core.api.sound.transcribe({ interviewId: id })).rejects.toThrow('没有可用的语音转写模型')
  plugIn(core, double())
  rmSync(join(place.machineDir, 'speech'), { recursive: true })
  expect(await core.api.sound.model({})).toEqual({ model: null })
  await expect(core.api.sound.transcribe({ interviewId: id })).rejects.toThrow('没有可用的语音转写模型')
  core.close()
})

test('a model hears each recording, and its words lie on the axis of the talk; nothing of it is kept', async () => {
  const { place, core, id } = await recorded([2, 1])
  putModel(place)
  plugIn(core, double())
  expect(await core.api.sound.model({})).toEqual({ model: { name: '测试模型', version: '1' } })
  const segments = await core.api.sound.transcribe({ interviewId: id })
  expect(segments.map(({ fromMs }) => fromMs)).toEqual([0, 1000, 4000, 5000])
  const sizes = core.gatehouse.store?.raw
    .prepare('SELECT sum(length(bytes)) FROM sound_pieces GROUP BY recording_key')
    .pluck()
    .all()
  expect(segments.filter((_, index) => index % 2 === 0).map(({ text }) => text)).toEqual(
    sizes?.map(size => `测试模型 ${String(size)}`),
  )
  expect((await core.api.interviews.get({ id })).notes).toEqual([])
  core.close()
})

test.each([
  ['a manifest that says nothing', { files: [] }, 'manifest.json'],
  ['a way out of the folder', { files: [{ path: '../secret', sha256: '0'.repeat(64) }] }, 'manifest.json'],
  ['a file that is missing', { files: [{ path: 'parts/other', sha256: '0'.repeat(64) }] }, '缺少'],
  ['another file than was meant', { files: [{ path: 'parts/weights', sha256: '0'.repeat(64) }] }, '不一致'],
])('%s is refused', async (_name, more, words) => {
  const { place, core, id } = await recorded([1])
  putModel(place, more)
  plugIn(core, double())
  await expect(core.api.sound.transcribe({ interviewId: id })).rejects.toThrow(words)
  core.close()
})

test('a link in place of a file, and words that lie nowhere, are refused', async () => {
  const { place, core, id } = await recorded([1])
  const folder = putModel(place)
  plugIn(core, double({ fromMs: 99_000, toMs: 99_900 }))
  await expect(core.api.sound.transcribe({ interviewId: id })).rejects.toThrow('不合要求')
  rmSync(join(folder, 'parts/weights'))
  symlinkSync(join(folder, 'manifest.json'), join(folder, 'parts/weights'))
  await expect(core.api.sound.transcribe({ interviewId: id })).rejects.toThrow('缺少')
  core.close()
})

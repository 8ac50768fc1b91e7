import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Place } from '../../helpers/harness'
import { recordedTalk, recordSome } from './talk'

/** A transcriber that knows no language: it says how many bytes it heard, at the beginning and after one second. */
const double = `#!${process.execPath}
let bytes = 0
process.stdin.on('data', part => (bytes += part.length))
process.stdin.on('end', () => {
  for (const fromMs of [0, 1000])
    console.log(JSON.stringify({ fromMs, toMs: fromMs + 900, text: process.argv[2] + ' ' + bytes }))
})
`
const broken = `#!${process.execPath}\nprocess.exit(3)\n`
const babble = `#!${process.execPath}\nconsole.log('hello')\n`
const endless = `#!${process.execPath}\nsetInterval(() => {}, 1000)\n`

/** Puts a model into the computer's folder as IT does. */
function putModel({ machineDir }: Place, program: string, more: object = {}): string {
  const folder = join(machineDir, 'speech')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, 'bin'), { recursive: true })
  writeFileSync(join(folder, 'bin/hear'), program)
  chmodSync(join(folder, 'bin/hear'), 0o700)
  const sha256 = createHash('sha256').update(program).digest('hex')
  const manifest = {
    name: '测试模型',
    version: '1',
    program: 'bin/hear',
    arguments: ['听到'],
    files: [{ path: 'bin/hear', sha256 }],
    ...more,
  }
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest))
  return folder
}

test('without a model the application says so', async () => {
  const { core, id } = await recordedTalk()
  expect(await core.api.sound.model({})).toEqual({ model: null })
  await expect(core.api.sound.transcribe({ interviewId: id })).rejects.toThrow('没有语音转写模型')
  core.close()
})

test('a model hears each recording, and its words lie on the axis of the talk; nothing of it is kept', async () => {
  const { place, core, id } = await recordedTalk()
  putModel(place, double)
  for (const count of [2, 1]) {
    const { id: sound } = await recordSome(core, id, count)
    await core.api.sound.end({ id: sound })
  }
  expect(await core.api.sound.model({})).toEqual({ model: { name: '测试模型', version: '1' } })
  const segments = await core.api.sound.transcribe({ interviewId: id })
  expect(segments.map(({ fromMs }) => fromMs)).toEqual([0, 1000, 4000, 5000])
  const sizes = core.gatehouse.store?.raw
    .prepare('SELECT sum(length(bytes)) FROM sound_pieces GROUP BY recording_key')
    .pluck()
    .all()
  expect(segments.filter((_, index) => index % 2 === 0).map(({ text }) => text)).toEqual(
    sizes?.map(size => `听到 ${String(size)}`),
  )
  expect((await core.api.interviews.get({ id })).notes).toEqual([])
  core.close()
})

test.each([
  ['a manifest that says nothing', double, { files: [] }, 'manifest.json'],
  ['a way out of the folder', double, { program: '../hear' }, 'manifest.json'],
  ['a program that is not listed', double, { program: 'bin/other' }, '没有列出程序'],
  ['another file than was meant', double, { files: [{ path: 'bin/hear', sha256: '0'.repeat(64) }] }, '不一致'],
  ['a program that fails', broken, {}, '出错停止'],
  ['a program that babbles', babble, {}, '输出不合要求'],
])('%s is refused', async (_name, program, more, words) => {
  const { place, core, id } = await recordedTalk()
  const { id: sound } = await recordSome(core, id, 1)
  await core.api.sound.end({ id: sound })
  putModel(place, program, more)
  await expect(core.api.sound.transcribe({ interviewId: id })).rejects.toThrow(words)
  core.close()
})

test('a program that never ends is stopped with the job', async () => {
  const { place, core, id } = await recordedTalk()
  const { id: sound } = await recordSome(core, id, 1)
  await core.api.sound.end({ id: sound })
  putModel(place, endless)
  const stop = new AbortController()
  const running = core.api.sound.transcribe({ interviewId: id }, { signal: stop.signal })
  setTimeout(() => stop.abort(), 300)
  await expect(running).rejects.toMatchObject({ code: 'cancelled' })
  core.close()
})

import { expect, test } from 'vitest'
import type { InterviewId } from '../../../src/shared/interviews/interviews'
import { SecrecyMark } from '../../../src/shared/secrecy/secrecy.rules'
import { type Core, signedIn, signInAs } from '../../helpers/harness'
import { readWebm } from '../../helpers/webm'
import { department, NEXT, planOf, planOne } from '../interviews/department'
import { piecesFor } from './pieces'
import { allowSound, fileOf, recordedTalk, recordSome, setConsent } from './talk'

const reason = '核对记录'

async function lastLine(core: Core, channel: string) {
  core.close()
  const auditor = await signedIn('auditor', core.place)
  const page = {
    from: null,
    to: null,
    accountId: null,
    feature: 'sound',
    outcome: null,
    text: '',
    before: null,
    limit: 50,
  }
  const { entries } = await auditor.api.audit.list(page)
  auditor.close()
  return entries.find(line => line.channel === channel)
}

test('nothing is recorded without the policy, without the consent, or when both came and went', async () => {
  const { place, core, idOf, cadre } = await department()
  const id = await planOne(core, planOf(cadre, [idOf('陆四')]))
  await core.api.interviews.open({ id, heldOn: null })
  await setConsent(core, id, '同意')
  await expect(core.api.sound.begin({ interviewId: id })).rejects.toThrow('安全策略没有允许')
  core.close()
  await allowSound(place)
  const again = await signedIn('officer', place)
  await setConsent(again, id, '不同意')
  await expect(again.api.sound.begin({ interviewId: id })).rejects.toThrow('不同意录音')
  await setConsent(again, id, '同意')
  const { id: sound } = await again.api.sound.begin({ interviewId: id })
  const next = piecesFor(sound)
  await again.api.sound.keep(next())
  await setConsent(again, id, '不同意')
  await expect(again.api.sound.keep(next())).rejects.toThrow('不同意录音')
  // What was recorded until then is there.
  expect((await again.api.sound.end({ id: sound })).recording).toMatchObject({ pieces: 1, state: 'done' })
  again.close()
})

test('pieces are kept in their order, the last one once, and none out of its turn', async () => {
  const { core, id } = await recordedTalk()
  const { id: sound } = await core.api.sound.begin({ interviewId: id })
  const next = piecesFor(sound)
  const [first, second, third] = [next(), next(), next()]
  const events = core.events.length
  expect(await core.api.sound.keep(first)).toEqual({ pieces: 1 })
  expect(await core.api.sound.keep(first)).toEqual({ pieces: 1 })
  await expect(core.api.sound.keep(third)).rejects.toMatchObject({ code: 'conflict' })
  await expect(core.api.sound.keep({ ...first, bytes: second.bytes })).rejects.toMatchObject({ code: 'conflict' })
  expect(await core.api.sound.keep(second)).toEqual({ pieces: 2 })
  await expect(core.api.sound.keep(first)).rejects.toMatchObject({ code: 'conflict' })
  expect(core.events.length).toBe(events)
  await core.api.sound.end({ id: sound })
  await expect(core.api.sound.keep(third)).rejects.toThrow('已经结束')
  const [heard] = await core.api.sound.open({ interviewId: id, reason })
  expect(heard).toMatchObject({ pieces: 2, durationMs: 4000, lengths: [2000, 2000], entries: [{ seq: 0, ms: 0 }] })
  expect(heard?.peaks).toHaveLength(32)
  expect(readWebm(await fileOf(core, sound))).toMatchObject({ blocks: 68, rest: 0, lastMs: 4020 })
  core.close()
})

test('recordings lie one after the other on one axis, also after a day, and one without sound leaves nothing', async () => {
  const { core, id } = await recordedTalk()
  const first = await recordSome(core, id, 3)
  await core.api.sound.end({ id: first.id })
  const nothing = await core.api.sound.begin({ interviewId: id })
  expect(await core.api.sound.end({ id: nothing.id })).toEqual({ recording: null })
  const second = await recordSome(core, id, 1)
  expect([first.offsetMs, second.offsetMs]).toEqual([0, 6000])
  const { recordings } = await core.api.sound.status({ interviewId: id })
  expect(recordings.map(({ state, byName }) => [state, byName])).toEqual([
    ['done', '陆四'],
    ['running', '陆四'],
  ])
  core.close()
})

test('what a kill left open is closed when the talk is opened, and can be heard to its last piece', async () => {
  const { place, core, id } = await recordedTalk()
  const { id: sound } = await recordSome(core, id, 20)
  core.close()
  const again = await signedIn('officer', place)
  await again.api.interviews.open({ id, heldOn: null })
  expect((await again.api.sound.status({ interviewId: id })).recordings).toMatchObject([
    { state: 'broken', pieces: 20, durationMs: 40_000 },
  ])
  const [heard] = await again.api.sound.open({ interviewId: id, reason })
  expect(heard?.entries).toMatchObject([
    { seq: 0, ms: 0 },
    { seq: 14, ms: 30_000 },
  ])
  expect(readWebm(await fileOf(again, sound))).toMatchObject({ clusters: 2, rest: 0 })
  again.close()
})

test('who may not read the talk hears nothing, and whoever reads it does not record', async () => {
  const { place, core, idOf, id } = await recordedTalk()
  const { id: sound } = await recordSome(core, id, 2)
  const piece = piecesFor(sound)()
  core.close()
  const refusedTo = async (other: Core, code: string): Promise<void> => {
    const { sound: api } = other.api
    const asked = [
      () => api.status({ interviewId: id }),
      () => api.open({ interviewId: id, reason }),
      () => api.begin({ interviewId: id }),
      () => api.keep({ ...piece, seq: 2 }),
      () => api.end({ id: sound }),
      () => api.remove({ id: sound, reason }),
      () => api.verify({ interviewId: id }),
    ]
    for (const ask of asked) await expect(ask()).rejects.toMatchObject({ code })
    await expect(api.pieces({ id: sound, from: 0, count: 1 })).rejects.toMatchObject({
      code: code === 'forbidden' ? code : 'refused',
    })
    other.close()
  }
  for (const login of ['tan1', 'buzhang']) await refusedTo(await signInAs(place, login, NEXT), 'not-found')
  for (const role of ['sysadmin', 'secadmin', 'auditor'] as const)
    await refusedTo(await signedIn(role, place), 'forbidden')
  const owner = await signedIn('officer', place)
  await owner.api.interviews.setReaders({ id, readers: [idOf('姜怀瑾')], mark: SecrecyMark.parse('内部') })
  await expect(owner.api.sound.pieces({ id: sound, from: 0, count: 1 })).rejects.toThrow('先写明事由')
  owner.close()
  const leader = await signInAs(place, 'buzhang', NEXT)
  expect(await leader.api.sound.open({ interviewId: id, reason })).toHaveLength(1)
  expect(await leader.api.sound.pieces({ id: sound, from: 0, count: 1 })).toHaveLength(1)
  await expect(leader.api.sound.begin({ interviewId: id })).rejects.toThrow('谈话人和记录人')
  await expect(leader.api.sound.remove({ id: sound, reason })).rejects.toThrow('谈话人和记录人')
  expect(await lastLine(leader, 'sound.open')).toMatchObject({
    reason,
    subject: `interviews:${id}`,
    details: '录音 1 段，4 秒',
  })
})

test('a recorder goes on only with a recording of their own', async () => {
  const { place, core, idOf, cadre } = await department()
  const id = await planOne(core, planOf(cadre, [idOf('陆四'), idOf('方汀兰')]))
  core.close()
  await allowSound(place)
  const one = await signedIn('officer', place)
  await one.api.interviews.open({ id, heldOn: null })
  await setConsent(one, id, '同意')
  const { id: sound } = await recordSome(one, id, 1)
  one.close()
  const other = await signInAs(place, 'tan1', NEXT)
  const next = piecesFor(sound)
  next()
  await expect(other.api.sound.keep(next())).rejects.toThrow('另一个人')
  other.close()
})

test('a removed recording is gone with its bytes, with a reason, while the talk is open; its place stays', async () => {
  const { core, id } = await recordedTalk()
  const { id: sound } = await recordSome(core, id, 2)
  await expect(core.api.sound.remove({ id: sound, reason })).rejects.toThrow('先停止')
  await core.api.sound.end({ id: sound })
  await core.api.sound.remove({ id: sound, reason: '录到无关谈话' })
  expect(await core.api.sound.open({ interviewId: id, reason })).toEqual([])
  const count = core.gatehouse.store?.raw.prepare('SELECT count(*) AS n FROM sound_pieces').get()
  expect(count).toEqual({ n: 0 })
  expect((await core.api.sound.begin({ interviewId: id })).offsetMs).toBe(4000)
  expect(await lastLine(core, 'sound.remove')).toMatchObject({ reason: '录到无关谈话' })
})

test('a full disk refuses the piece; what was kept stays, and so do notes', async () => {
  const { core, id } = await recordedTalk()
  const { id: sound } = await core.api.sound.begin({ interviewId: id })
  const next = piecesFor(sound)
  await core.api.sound.keep(next())
  const raw = core.gatehouse.store?.raw
  const pages = Number(raw?.pragma('page_count', { simple: true }))
  raw?.pragma(`max_page_count = ${pages + 1}`)
  const large = { ...next(), bytes: new Uint8Array(2 ** 20) }
  await expect(core.api.sound.keep(large)).rejects.toMatchObject({ code: 'disk-full' })
  raw?.pragma('max_page_count = 1000000')
  expect((await core.api.sound.end({ id: sound })).recording).toMatchObject({ pieces: 1 })
  expect(await core.api.sound.verify({ interviewId: id })).toEqual({ checked: 1, damaged: [] })
  core.close()
})

/** Everything that an everyday talk asks for before it can be finished. */
async function finishable(core: Core, id: InterviewId): Promise<void> {
  const talk = await core.api.interviews.get({ id })
  const kinds = await core.api.interviews.kinds({})
  const outline = kinds.find(({ key }) => key === talk.header.kind)?.outline ?? []
  const notes = outline.map(({ key }, place) => ({
    id: crypto.randomUUID() as never,
    revision: 0,
    position: place + 1,
    part: key,
    form: '答' as const,
    mark: '承诺' as const,
    text: '谈到了',
    sealed: false,
    at: '2030-01-02T01:00:00.000Z',
    soundMs: 1000,
    removed: false,
  }))
  await core.api.interviews.keepNotes({ id, notes })
  const filled = { summary: '小结', occasion: '日常', spirit: '平稳', mindset: '平和', posture: '尽责' }
  await core.api.interviews.keepDetails({ id, revision: talk.revision, details: { ...talk.details, ...filled } })
}

test('the hash that passwords stand for holds the sound; a piece that was changed is found', async () => {
  const { core, id } = await recordedTalk()
  await finishable(core, id)
  const without = await core.api.interviews.finish({ id })
  await core.api.interviews.reopen({ id, reason })
  const { id: sound } = await recordSome(core, id, 70)
  const withSound = await core.api.interviews.finish({ id })
  expect(withSound.hash).not.toBe(without.hash)
  // The recording that was still running ended with the record.
  expect((await core.api.sound.status({ interviewId: id })).recordings).toMatchObject([{ state: 'broken' }])
  await expect(core.api.sound.remove({ id: sound, reason })).rejects.toThrow('已经锁定')
  await expect(core.api.sound.begin({ interviewId: id })).rejects.toThrow('没有打开')
  expect(await core.api.sound.verify({ interviewId: id })).toEqual({ checked: 1, damaged: [] })
  const raw = core.gatehouse.store?.raw
  raw?.prepare('UPDATE sound_pieces SET bytes = ? WHERE seq = 65').run(Buffer.from('other'))
  expect(await core.api.sound.verify({ interviewId: id })).toEqual({ checked: 1, damaged: [sound] })
  await core.api.sound.open({ interviewId: id, reason })
  await expect(core.api.sound.pieces({ id: sound, from: 60, count: 10 })).rejects.toMatchObject({
    code: 'store-damaged',
  })
  core.close()
})

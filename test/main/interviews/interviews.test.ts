import { expect, test } from 'vitest'
import type { InterviewId, NoteDraft, NoteId } from '../../../src/shared/interviews/interviews'
import { SecrecyMark } from '../../../src/shared/secrecy/secrecy.rules'
import { PASSWORD, signedIn, signInAs } from '../../helpers/harness'
import { department, NEXT, nobody, planOf, planOne } from './department'

const newNote = (text: string, more: Partial<NoteDraft> = {}): NoteDraft => ({
  id: crypto.randomUUID() as NoteId,
  revision: 0,
  position: 1,
  part: 'worries',
  form: '答',
  mark: null,
  text,
  sealed: false,
  at: '2030-01-02T02:01:00.000Z',
  soundMs: null,
  removed: false,
  ...more,
})

test('a talk is planned, held, finished, confirmed with two passwords and locked', async () => {
  const { place, core, idOf, cadre } = await department()
  const id = await planOne(core, planOf(cadre, [idOf('方汀兰')], { recorderId: idOf('苏既白') }))
  // Whoever plans sees who and when, and not what is said.
  expect(await core.api.interviews.header({ id })).toMatchObject({ state: 'planned', readable: false })
  await expect(core.api.interviews.get({ id })).rejects.toThrow('只有谈话人、记录人和指定的可阅人能看')
  core.close()

  const talker = await signInAs(place, 'tan1', NEXT)
  await talker.api.interviews.open({ id, heldOn: null })
  const note = newNote('年轻人多，想请组织上帮着稳一稳')
  expect(await talker.api.interviews.keepNotes({ id, notes: [note] })).toEqual({
    kept: [{ id: note.id, revision: 1 }],
    clashes: [],
  })
  const finished = await talker.api.interviews.finish({ id })
  expect(finished.header).toMatchObject({ state: 'closed', heldOn: '2030-01-02' })
  expect(finished.hash).toMatch(/^[0-9a-f]{64}$/)
  await expect(talker.api.interviews.keepNotes({ id, notes: [newNote('后来想起')] })).rejects.toThrow('只能补充')

  await expect(
    talker.api.interviews.confirm({ id, accountId: idOf('苏既白'), password: 'wrong' }),
  ).rejects.toMatchObject({ code: 'wrong-password' })
  await expect(talker.api.interviews.confirm({ id, accountId: idOf('姜怀瑾'), password: NEXT })).rejects.toThrow(
    '不是这次谈话的',
  )
  const once = await talker.api.interviews.confirm({ id, accountId: idOf('方汀兰'), password: NEXT })
  expect(once.header.state).toBe('closed')
  await expect(talker.api.interviews.reopen({ id, reason: '漏了' })).rejects.toThrow('已有人确认')
  const twice = await talker.api.interviews.confirm({ id, accountId: idOf('苏既白'), password: NEXT })
  expect(twice.header.state).toBe('final')
  expect(twice.confirmations.map(({ part }) => part)).toEqual(['谈话人', '记录人'])
  expect(twice.hash).toBe(finished.hash)
  const added = await talker.api.interviews.addAddendum({ id, text: '补：已转住建局' })
  expect(added.addenda.map(({ text }) => text)).toEqual(['补：已转住建局'])
  talker.close()
})

test('another interviewer and the leader see nothing of it, until they are given it to read', async () => {
  const { place, core, idOf, cadre } = await department()
  const id = await planOne(core, planOf(cadre, [idOf('方汀兰')]))
  core.close()
  for (const login of ['tan2', 'buzhang']) {
    const other = await signInAs(place, login, NEXT)
    const filter = { mine: false, from: null, to: null, states: [], kinds: [], cadreId: null, roundId: null }
    expect(await other.api.interviews.list({ filter, offset: 0, limit: 10 })).toEqual({ rows: [], total: 0 })
    await expect(other.api.interviews.get({ id })).rejects.toMatchObject({ code: 'not-found' })
    await expect(other.api.interviews.header({ id })).rejects.toMatchObject({ code: 'not-found' })
    await expect(other.api.interviews.open({ id, heldOn: null })).rejects.toMatchObject({ code: 'not-found' })
    other.close()
  }
  const talker = await signInAs(place, 'tan1', NEXT)
  await talker.api.interviews.open({ id, heldOn: null })
  await talker.api.interviews.keepNotes({ id, notes: [newNote('私下说的', { sealed: true }), newNote('能看的')] })
  await talker.api.interviews.setReaders({ id, readers: [idOf('姜怀瑾')], mark: SecrecyMark.parse('内部') })
  talker.close()
  const leader = await signInAs(place, 'buzhang', NEXT)
  const read = await leader.api.interviews.get({ id })
  expect(read.notes.map(({ text }) => text).toSorted()).toEqual(['能看的', '（密封内容，说明理由后可查看）'])
  const sealed = read.notes.find(note => note.sealed)
  await expect(leader.api.interviews.keepNotes({ id, notes: [newNote('插话')] })).rejects.toThrow('谈话人和记录人')
  expect(await leader.api.interviews.unseal({ id, noteId: sealed?.id as NoteId, reason: '研究工作' })).toEqual({
    text: '私下说的',
  })
  leader.close()
})

test('two recorders of one talk never overwrite one another', async () => {
  const { core, cadre, idOf } = await department()
  const id = await planOne(core, planOf(cadre, [idOf('陆四')]))
  await core.api.interviews.open({ id, heldOn: null })
  const note = newNote('第一稿')
  await core.api.interviews.keepNotes({ id, notes: [note] })
  const mine = { ...note, revision: 1, text: '我的第二稿' }
  await core.api.interviews.keepNotes({ id, notes: [mine] })
  const late = await core.api.interviews.keepNotes({ id, notes: [{ ...note, revision: 1, text: '他的第二稿' }] })
  expect(late.kept).toEqual([])
  expect(late.clashes).toMatchObject([{ id: note.id, text: '我的第二稿', revision: 2 }])
  // What is sent twice because an answer got lost is no clash.
  expect(await core.api.interviews.keepNotes({ id, notes: [mine] })).toMatchObject({ kept: [{ revision: 2 }] })
  const { revision, details } = await core.api.interviews.get({ id })
  await core.api.interviews.keepDetails({ id, revision, details: { ...details, spirit: '昂扬' } })
  await expect(
    core.api.interviews.keepDetails({ id, revision, details: { ...details, spirit: '低沉' } }),
  ).rejects.toMatchObject({ code: 'conflict' })
  core.close()
})

test('overlaps, relatives and whom the planner names are refused; nobody learns whom', async () => {
  const { place, core, idOf, cadre } = await department()
  await planOne(core, planOf(cadre, [idOf('方汀兰')]))
  await expect(
    planOne(core, planOf(cadre, [idOf('苏既白')], { startsAt: '2030-01-02T02:30:00.000Z' })),
  ).rejects.toThrow('周启明在 1月2日')
  const secret = core.api.interviews.plan({
    plans: [planOf(cadre, [idOf('苏既白')], { startsAt: '2030-01-03T02:00:00.000Z' })],
    round: null,
    avoid: { names: ['苏既白'], departments: [] },
  })
  await expect(secret).rejects.toThrow('苏既白须回避这次谈话，请换人')
  const { cadre: file } = await core.api.cadres.get({ id: cadre })
  const wife = { title: '妻子', name: '方汀兰', birth: null, birthText: '', politics: '', unitAndPost: '' }
  await core.api.cadres.change({
    id: cadre,
    revision: 1,
    reason: '',
    changes: [{ field: 'family', value: [...file.family, wife] }],
  })
  await expect(
    planOne(core, planOf(cadre, [idOf('方汀兰')], { startsAt: '2030-01-04T02:00:00.000Z' })),
  ).rejects.toThrow('登记的家庭成员同名')
  core.close()
  const auditor = await signedIn('auditor', place)
  const { entries } = await auditor.api.audit.list({
    from: null,
    to: null,
    accountId: null,
    feature: 'interviews',
    outcome: 'refused',
    text: '',
    before: null,
    limit: 50,
  })
  // The log keeps neither who was to stay away nor whose relative somebody is, and nothing of calendars.
  expect(entries.map(({ details }) => details)).toEqual([
    '有谈话人、记录人须回避',
    '有谈话人、记录人须回避',
    '时间与另一次谈话重叠',
  ])
  expect(entries.map(({ subject }) => subject)).toEqual(Array(3).fill('interviews:plan'))
  auditor.close()
})

test('a round is planned whole or not at all', async () => {
  const { core, idOf, cadre } = await department()
  const { cadre: second } = await core.api.cadres.add({ name: '王若谷', birth: null, unitId: null })
  const good = planOf(cadre, [idOf('方汀兰')])
  const clash = planOf(second.id, [idOf('方汀兰')])
  const later = { ...clash, startsAt: '2030-01-02T03:00:00.000Z' }
  await expect(
    core.api.interviews.plan({ plans: [good, clash], round: '新任职集中谈话', avoid: nobody }),
  ).rejects.toThrow('时间重叠')
  const filter = { mine: false, from: null, to: null, states: [], kinds: [], cadreId: null, roundId: null }
  expect((await core.api.interviews.list({ filter, offset: 0, limit: 10 })).total).toBe(0)
  const { ids, roundId } = await core.api.interviews.plan({
    plans: [good, later],
    round: '新任职集中谈话',
    avoid: nobody,
  })
  const { rows } = await core.api.interviews.list({ filter: { ...filter, roundId }, offset: 0, limit: 10 })
  expect(rows.map(row => row.id).toSorted()).toEqual([...ids].toSorted())
  expect(await core.api.interviews.cancel({ id: ids[0] as InterviewId, reason: '出差' })).toMatchObject({
    state: 'cancelled',
  })
  core.close()
})

test('words of one and two characters are found by those who may read, sealed lines by nobody', async () => {
  const { place, core, idOf, cadre } = await department()
  const id = await planOne(core, planOf(cadre, [idOf('陆四')]))
  await core.api.interviews.open({ id, heldOn: null })
  const notes = [
    newNote('老旧小区加梯卡住了'),
    newNote('加梯的事不要外传', { sealed: true }),
    newNote('孩子上学', { position: 2 }),
  ]
  await core.api.interviews.keepNotes({ id, notes })
  const texts = async (text: string) => (await core.api.interviews.search({ text, limit: 20 })).map(each => each.text)
  expect(await texts('梯')).toEqual(['老旧小区加梯卡住了'])
  expect(await texts('上学')).toEqual(['孩子上学'])
  expect(await texts('小区 卡住')).toEqual(['老旧小区加梯卡住了'])
  expect(await texts('" OR text:')).toEqual([])
  await core.api.interviews.keepNotes({ id, notes: [{ ...(notes[2] as NoteDraft), revision: 1, removed: true }] })
  expect(await texts('上学')).toEqual([])
  core.close()
  const other = await signInAs(place, 'tan1', NEXT)
  expect(await other.api.interviews.search({ text: '加梯', limit: 20 })).toEqual([])
  other.close()
})

test('what one may read is found below any number of newer lines of others', async () => {
  const { place, core, idOf, cadre } = await department()
  const own = await planOne(core, planOf(cadre, [idOf('陆四')]))
  await core.api.interviews.open({ id: own, heldOn: null })
  await core.api.interviews.keepNotes({ id: own, notes: [newNote('加梯的老事')] })
  const later = { startsAt: '2030-01-03T02:00:00.000Z' }
  const theirs = await planOne(core, { ...planOf(cadre, [idOf('方汀兰')]), ...later })
  core.close()
  const other = await signInAs(place, 'tan1', NEXT)
  await other.api.interviews.open({ id: theirs, heldOn: null })
  for (let call = 0; call < 6; call += 1)
    await other.api.interviews.keepNotes({
      id: theirs,
      notes: Array.from({ length: 200 }, (_, at) => newNote(`加梯 ${call} ${at}`, { position: call * 200 + at })),
    })
  expect(await other.api.interviews.search({ text: '加梯', limit: 100 })).toHaveLength(100)
  other.close()
  const again = await signedIn('officer', place)
  const found = await again.api.interviews.search({ text: '加梯', limit: 20 })
  expect(found.map(({ text }) => text)).toEqual(['加梯的老事'])
  again.close()
})

test('a kind is changed in versions, and a planned talk keeps the one it was planned with', async () => {
  const { core, idOf, cadre } = await department()
  const id = await planOne(core, planOf(cadre, [idOf('陆四')]))
  const [everyday] = (await core.api.interviews.kinds({})).filter(({ key }) => key === 'everyday')
  if (!everyday) throw new Error('no kind')
  const { version, ...kind } = everyday
  const changed = { ...kind, required: ['summary' as const, ...kind.required] }
  expect(await core.api.interviews.changeKind({ kind: changed, version, reason: '部务会定' })).toMatchObject({
    version: 1,
  })
  await expect(core.api.interviews.changeKind({ kind: changed, version, reason: '又改' })).rejects.toMatchObject({
    code: 'conflict',
  })
  await core.api.interviews.open({ id, heldOn: null })
  await core.api.interviews.keepNotes({ id, notes: [newNote('都好')] })
  expect((await core.api.interviews.finish({ id })).kindVersion).toBe(0)
  const next = await planOne(core, planOf(cadre, [idOf('陆四')], { startsAt: '2030-01-05T02:00:00.000Z' }))
  await core.api.interviews.open({ id: next, heldOn: null })
  await core.api.interviews.keepNotes({ id: next, notes: [newNote('都好')] })
  await expect(core.api.interviews.finish({ id: next })).rejects.toThrow('谈话小结')
  expect((await core.api.interviews.kindVersions({ key: 'everyday' })).map(each => each.kind.version)).toEqual([1, 0])
  core.close()
})

test('the password of another account is counted like a sign-in', async () => {
  const { core, idOf, cadre, place } = await department()
  const id = await planOne(core, planOf(cadre, [idOf('陆四')], { recorderId: idOf('方汀兰') }))
  await core.api.interviews.open({ id, heldOn: null })
  await core.api.interviews.keepNotes({ id, notes: [newNote('都好')] })
  await core.api.interviews.finish({ id })
  for (let n = 0; n < 5; n++)
    await expect(core.api.interviews.confirm({ id, accountId: idOf('方汀兰'), password: 'no' })).rejects.toMatchObject({
      code: 'wrong-password',
    })
  await expect(core.api.interviews.confirm({ id, accountId: idOf('方汀兰'), password: NEXT })).rejects.toMatchObject({
    code: 'throttled',
  })
  // One's own password is another matter.
  const done = await core.api.interviews.confirm({ id, accountId: idOf('陆四'), password: PASSWORD })
  expect(done.confirmations).toHaveLength(1)
  core.close()
  await expect(signInAs(place, 'tan1', NEXT)).rejects.toMatchObject({ code: 'throttled' })
})

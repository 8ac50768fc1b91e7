import { expect, test } from 'vitest'
import { Day } from '../../../src/shared/dates/add-months'
import type { NoteId } from '../../../src/shared/interviews/interviews'
import type { NewPromise } from '../../../src/shared/promises/promises'
import { PASSWORD, signedIn, signInAs } from '../../helpers/harness'
import { department, NEXT, nobody, planOf, planOne } from '../interviews/department'

const everything = { states: [], kinds: [], ownerId: null, cadreId: null, interviewId: null, unitId: null, late: false }
const line = {
  id: crypto.randomUUID() as NoteId,
  revision: 0,
  position: 1,
  part: 'worries',
  form: '答' as const,
  mark: null,
  text: '都好',
  sealed: false,
  at: '2030-01-02T02:01:00.000Z',
  soundMs: null,
  removed: false,
}
const page = { offset: 0, limit: 50 }
const promise = (more: Partial<NewPromise> & Pick<NewPromise, 'cadreId' | 'ownerId'>): NewPromise => ({
  kind: '承诺',
  theme: '工作条件',
  text: '联系住建局，明确加梯牵头单位',
  interviewId: null,
  noteId: null,
  helper: '区住建局',
  dueOn: Day.parse('2030-01-10'),
  ...more,
})

test('a promise goes its way: made in a talk, late, put off, reported, settled, visited', async () => {
  const { place, core, idOf, cadre } = await department()
  const id = await planOne(core, planOf(cadre, [idOf('方汀兰')]))
  await expect(
    core.api.promises.add(promise({ cadreId: cadre, ownerId: idOf('陆四'), interviewId: id })),
  ).rejects.toThrow('谈话人和记录人')
  core.close()
  const talker = await signInAs(place, 'tan1', NEXT)
  await talker.api.interviews.open({ id, heldOn: null })
  const made = await talker.api.promises.add(promise({ cadreId: cadre, ownerId: idOf('陆四'), interviewId: id }))
  expect(made).toMatchObject({
    cadreName: '周启明',
    ownerName: '陆四',
    state: 'open',
    madeOn: '2030-01-02',
    revision: 1,
  })
  await expect(
    talker.api.promises.add(
      promise({ cadreId: cadre, ownerId: idOf('陆四'), dueOn: Day.parse('2030-01-01'), interviewId: id }),
    ),
  ).rejects.toThrow('早于')
  talker.close()

  const owner = await signedIn('officer', place, Date.parse('2030-01-12T01:00:00Z'))
  const late = await owner.api.promises.list({ filter: { ...everything, late: true }, ...page })
  expect(late.rows.map(row => row.id)).toEqual([made.id])
  const one = { id: made.id, revision: 1 }
  const put = {
    text: made.text,
    theme: made.theme,
    ownerId: made.ownerId,
    helper: '',
    reason: '等会议',
    dueOn: Day.parse('2030-01-20'),
  }
  await owner.api.promises.change({ ...one, ...put })
  await expect(owner.api.promises.report({ ...one, text: '已去函' })).rejects.toMatchObject({ code: 'conflict' })
  await owner.api.promises.report({ id: made.id, revision: 2, text: '已去函' })
  await expect(owner.api.promises.finish({ id: made.id, revision: 3, result: ' ' })).rejects.toThrow('写明结果')
  await owner.api.promises.finish({ id: made.id, revision: 3, result: '由区住建局牵头' })
  const settled = await owner.api.promises.visit({ id: made.id, revision: 4, satisfaction: '满意', text: '' })
  expect(settled).toMatchObject({ state: 'done', endedOn: '2030-01-12', satisfaction: '满意' })
  expect(settled.steps.map(({ kind }) => kind)).toEqual(['改期', '进展', '办结', '回访'])
  const figures = await owner.api.promises.figures({
    from: Day.parse('2030-01-01'),
    to: Day.parse('2030-12-31'),
    unitId: null,
  })
  expect(figures.closing).toEqual({ made: null, done: null, late: 0, medianDays: null })
  owner.close()
})

test('who neither owns it nor reads the talk nor oversees sees nothing; an interviewer makes none without a talk', async () => {
  const { place, core, idOf, cadre } = await department()
  const made = await core.api.promises.add(promise({ cadreId: cadre, ownerId: idOf('方汀兰') }))
  core.close()
  const other = await signInAs(place, 'tan2', NEXT)
  expect((await other.api.promises.list({ filter: everything, ...page })).total).toBe(0)
  await expect(other.api.promises.report({ id: made.id, revision: 1, text: '看看' })).rejects.toMatchObject({
    code: 'not-found',
  })
  await expect(other.api.promises.add(promise({ cadreId: cadre, ownerId: idOf('苏既白') }))).rejects.toThrow(
    '谈话记录里',
  )
  other.close()
  for (const login of ['tan1', 'buzhang']) {
    const seeing = await signInAs(place, login, NEXT)
    expect((await seeing.api.promises.list({ filter: everything, ...page })).total).toBe(1)
    seeing.close()
  }
})

test('everything open of an officer who leaves goes to another in one step', async () => {
  const { core, idOf, cadre } = await department()
  const first = await core.api.promises.add(promise({ cadreId: cadre, ownerId: idOf('方汀兰') }))
  await core.api.promises.add(promise({ cadreId: cadre, ownerId: idOf('方汀兰'), kind: '诉求', theme: '住房' }))
  await core.api.promises.finish({ id: first.id, revision: 1, result: '办好' })
  expect(
    await core.api.handovers.handOver({ from: idOf('方汀兰'), to: idOf('苏既白'), avoid: nobody, reason: '调离' }),
  ).toEqual({
    talks: 0,
    promises: 1,
  })
  const { rows } = await core.api.promises.list({ filter: { ...everything, ownerId: idOf('苏既白') }, ...page })
  expect(rows.map(({ theme, steps }) => [theme, steps.map(({ kind }) => kind)])).toEqual([['住房', ['转办']]])
  const themes = await core.api.promises.figures({
    from: Day.parse('2030-01-01'),
    to: Day.parse('2030-01-31'),
    unitId: null,
  })
  expect(themes.themes).toEqual([{ unitId: null, theme: '住房', count: null }])
  core.close()
})

test('who only sees a promise takes it no further; owner, talker and planner do', async () => {
  const { place, core, idOf, cadre } = await department()
  const id = await planOne(core, planOf(cadre, [idOf('方汀兰')], { readers: [idOf('苏既白')] }))
  core.close()
  const talker = await signInAs(place, 'tan1', NEXT)
  await talker.api.interviews.open({ id, heldOn: null })
  const made = await talker.api.promises.add(promise({ cadreId: cadre, ownerId: idOf('陆四'), interviewId: id }))
  expect(made.movable).toBe(true)
  talker.close()
  const one = { id: made.id, revision: 1 }
  // A reader of the talk and the leader who oversees everything.
  for (const login of ['tan2', 'buzhang']) {
    const other = await signInAs(place, login, NEXT)
    const { rows } = await other.api.promises.list({ filter: everything, ...page })
    expect(rows.map(({ movable }) => movable)).toEqual([false])
    const acts = [
      other.api.promises.report({ ...one, text: 'x' }),
      other.api.promises.finish({ ...one, result: 'x' }),
      other.api.promises.withdraw({ ...one, reason: 'x' }),
      other.api.promises.change({ ...one, ...made, dueOn: Day.parse('2030-03-01'), reason: 'x' }),
    ]
    for (const act of acts) await expect(act).rejects.toThrow('只有责任人、这次谈话的谈话人和记录人')
    other.close()
  }
  const again = await signInAs(place, 'tan1', NEXT)
  expect((await again.api.promises.report({ ...one, text: '已去函' })).steps).toHaveLength(1)
  again.close()
  const officer = await signedIn('officer', place)
  expect((await officer.api.promises.withdraw({ id: made.id, revision: 2, reason: '重复' })).state).toBe('withdrawn')
  officer.close()
})

test('a promise is put off, given over and worded anew, and how it stood stays in its steps', async () => {
  const { core, idOf, cadre } = await department()
  const made = await core.api.promises.add(promise({ cadreId: cadre, ownerId: idOf('方汀兰') }))
  const same = { text: made.text, theme: made.theme, ownerId: made.ownerId, helper: made.helper, dueOn: made.dueOn }
  await expect(core.api.promises.change({ id: made.id, revision: 1, ...same, reason: '没事' })).rejects.toThrow(
    '没有改动',
  )
  const later = { ...same, dueOn: Day.parse('2030-02-01') }
  await core.api.promises.change({ id: made.id, revision: 1, ...later, reason: '等会议' })
  const given = { ...later, ownerId: idOf('苏既白') }
  await core.api.promises.change({ id: made.id, revision: 2, ...given, reason: '分工调整' })
  const worded = { ...given, text: '由住建局牵头加梯' }
  const { steps } = await core.api.promises.change({ id: made.id, revision: 3, ...worded, reason: '写准' })
  expect(steps.map(({ kind, text }) => [kind, text])).toEqual([
    ['改期', '等会议（期限 2030.01.10 改为 2030.02.01）'],
    ['转办', '分工调整（责任人 方汀兰 改为 苏既白）'],
    ['进展', '写准（原来写的是：联系住建局，明确加梯牵头单位）'],
  ])
  core.close()
})

test('a paper record of last month is typed in with the days that stand on it, until the talk is final', async () => {
  const { core, idOf, cadre } = await department()
  const id = await planOne(core, planOf(cadre, [idOf('陆四')]))
  await core.api.interviews.open({ id, heldOn: Day.parse('2029-12-03') })
  const written = { ...promise({ cadreId: cadre, ownerId: idOf('方汀兰'), interviewId: id }) }
  const made = await core.api.promises.add({ ...written, dueOn: Day.parse('2029-12-20') })
  expect(made).toMatchObject({ madeOn: '2029-12-03', dueOn: '2029-12-20' })
  await expect(core.api.promises.add({ ...written, dueOn: Day.parse('2029-12-02') })).rejects.toThrow('早于')
  const summary = { ...(await core.api.interviews.get({ id })) }
  const details = { ...summary.details, summary: '都好' }
  await core.api.interviews.keepDetails({ id, revision: summary.revision, details })
  await core.api.interviews.keepNotes({ id, notes: [line] })
  await core.api.interviews.finish({ id })
  // What was forgotten may still be put down while passwords are awaited.
  await core.api.promises.add({ ...written, dueOn: Day.parse('2029-12-21') })
  await core.api.interviews.confirm({ id, accountId: idOf('陆四'), password: PASSWORD })
  await expect(core.api.promises.add(written)).rejects.toThrow('已经定稿')
  core.close()
})

test('figures of a unit outside the own scope are empty', async () => {
  const { place, core, idOf } = await department()
  const [root] = await core.api.units.tree({})
  const unit = (name: string) => core.api.units.add({ name, parentId: root?.id ?? '' })
  const [own, other] = [await unit('教育局'), await unit('卫健局')]
  for (const unitId of [own.id, own.id, own.id, other.id, other.id, other.id]) {
    const { cadre } = await core.api.cadres.add({ name: '何以宁', birth: null, unitId })
    await core.api.promises.add(promise({ cadreId: cadre.id, ownerId: idOf('方汀兰'), kind: '诉求' }))
  }
  const asked = { from: Day.parse('2030-01-01'), to: Day.parse('2030-01-31') }
  const seen = async (unitId: string | null) => (await core.api.promises.figures({ ...asked, unitId })).closing.made
  expect([await seen(null), await seen(other.id)]).toEqual([6, 3])
  core.close()
  const admin = await signedIn('sysadmin', place)
  const { id } = await admin.api.accounts.propose({
    change: { kind: 'change', accountId: idOf('姜怀瑾'), roles: ['leader'], scope: [own.id] },
    reason: '分管教育',
  })
  admin.close()
  const security = await signedIn('secadmin', place)
  await security.api.accounts.decide({ id, accept: true, reason: '同意' })
  security.close()
  const leader = await signInAs(place, 'buzhang', NEXT)
  const theirs = (unitId: string | null) => leader.api.promises.figures({ ...asked, unitId })
  expect((await theirs(null)).closing.made).toBe(3)
  expect(await theirs(other.id)).toMatchObject({ closing: { made: 0, done: 0, late: 0 }, themes: [] })
  leader.close()
})

import { expect, test } from 'vitest'
import { Day } from '../../../src/shared/dates/add-months'
import type { InterviewId, NoteId } from '../../../src/shared/interviews/interviews'
import { type Core, PASSWORD, signedIn, signInAs } from '../../helpers/harness'
import { department, NEXT, planOf, planOne } from '../interviews/department'

const at = (day: string) => Date.parse(`${day}T01:00:00Z`)
const everything = { states: [], unitId: null, cadreId: null, offset: 0, limit: 50 }
const day = (text: string) => Day.parse(text)

async function hold(core: Core, id: InterviewId, heldOn: Day | null = null) {
  await core.api.interviews.open({ id, heldOn })
  const line = {
    revision: 0,
    position: 1,
    part: 'worries',
    form: '答',
    mark: null,
    sealed: false,
    soundMs: null,
    removed: false,
  } as const
  const note = { ...line, id: crypto.randomUUID() as NoteId, text: '都好', at: '2030-01-02T02:00:00.000Z' }
  await core.api.interviews.keepNotes({ id, notes: [note] })
  await core.api.interviews.finish({ id })
}

test('a new post makes a talk due; it is planned, held and done', async () => {
  const { place, core, idOf, cadre } = await department()
  await core.api.cadres.change({
    id: cadre,
    revision: 1,
    reason: '',
    changes: [{ field: 'currentPostSince', value: '2030-01-01' }],
  })
  expect((await core.api.talkRules.due(everything)).rows).toEqual([])
  core.close()
  const later = await signedIn('officer', place, at('2030-01-31'))
  const { rows, counts } = await later.api.talkRules.due(everything)
  expect(rows).toMatchObject([
    {
      ruleId: 'appointed',
      name: '周启明',
      dueOn: '2030-01-31',
      state: 'due',
      plannedFor: null,
      why: '2030.01.01 任现职',
    },
  ])
  expect(counts).toMatchObject({ late: 0, due: 1 })
  const [due] = rows
  const plan = planOf(cadre, [idOf('陆四')], {
    kind: 'appointment',
    startsAt: '2030-02-11T02:00:00.000Z',
    dueKey: due?.key ?? '',
  })
  await planOne(later, plan)
  expect((await later.api.talkRules.due(everything)).rows[0]?.plannedFor).toBe('2030-02-11T02:00:00.000Z')
  later.close()
})

test('an occasion that an officer notes makes a talk due, and a talk settles it', async () => {
  const { core, idOf, cadre } = await department()
  const occasion = await core.api.talkRules.addOccasion({
    cadreId: cadre,
    kind: '患病住院',
    on: day('2030-01-01'),
    note: '住院',
  })
  expect((await core.api.talkRules.due(everything)).rows).toMatchObject([
    { ruleId: 'ill', state: 'soon', dueOn: '2030-01-04' },
  ])
  const id = await planOne(core, planOf(cadre, [idOf('陆四')]))
  await hold(core, id)
  expect((await core.api.talkRules.due(everything)).rows).toMatchObject([{ ruleId: 'ill', state: 'done' }])
  await core.api.talkRules.removeOccasion({ id: occasion.id, reason: '误登' })
  expect((await core.api.talkRules.due(everything)).rows).toEqual([])
  core.close()
})

test('what is waived says why, and may come back', async () => {
  const { core, cadre } = await department()
  await core.api.talkRules.addOccasion({ cadreId: cadre, kind: '本人要求', on: day('2030-01-01'), note: '' })
  const [due] = (await core.api.talkRules.due(everything)).rows
  const key = due?.key ?? ''
  await core.api.talkRules.waive({ key, cadreId: cadre, reason: '已当面说清' })
  expect((await core.api.talkRules.due(everything)).rows).toMatchObject([{ state: 'waived', waivedFor: '已当面说清' }])
  await expect(core.api.talkRules.waive({ key, cadreId: cadre, reason: '再免' })).rejects.toThrow('不用免谈')
  await core.api.talkRules.unwaive({ key, cadreId: cadre })
  expect((await core.api.talkRules.due(everything)).rows).toMatchObject([{ state: 'soon' }])
  core.close()
})

async function ruleOf(core: Core, id: string) {
  const found = (await core.api.talkRules.list({})).find(rule => rule.id === id)
  if (!found) throw new Error('no rule')
  const { version, ...rule } = found
  return { rule, version }
}

test('a frequency that a unit switches on asks for the periods that begin from then on', async () => {
  const { place, core, idOf, cadre } = await department()
  const { rule, version } = await ruleOf(core, 'quarterly-team')
  const change = { rule: { ...rule, who: '全部干部' as const, on: true }, version, reason: '部务会定' }
  expect((await core.api.talkRules.change(change)).validFrom).toBe('2030-01-02')
  await expect(core.api.talkRules.change({ ...change, reason: '又定' })).rejects.toMatchObject({ code: 'conflict' })
  expect((await core.api.talkRules.due(everything)).rows).toEqual([])
  core.close()
  const later = await signedIn('officer', place, at('2030-12-01'))
  await later.api.session.changePassword({ current: PASSWORD, next: NEXT })
  expect((await later.api.talkRules.due(everything)).rows).toMatchObject([
    { ruleId: 'quarterly-team', state: 'late', dueOn: '2030-06-30', escalated: true, ruleTitle: rule.title },
    { ruleId: 'quarterly-team', state: 'soon', dueOn: '2030-12-31' },
  ])
  await hold(later, await planOne(later, planOf(cadre, [idOf('陆四')], { startsAt: '2030-12-01T02:00:00.000Z' })))
  expect((await later.api.talkRules.due(everything)).rows.map(({ state }) => state)).toEqual(['done', 'done'])
  later.close()
})

test('a version that is to come leaves what the one in force asks for', async () => {
  const { place, core, cadre } = await department()
  await core.api.talkRules.addOccasion({ cadreId: cadre, kind: '本人要求', on: day('2030-01-01'), note: '' })
  const { rule, version } = await ruleOf(core, 'asked')
  const next = { ...rule, title: '本人要求就谈', validFrom: day('2030-01-20') }
  await core.api.talkRules.change({ rule: next, version, reason: '二十日起' })
  expect((await core.api.talkRules.due(everything)).rows).toMatchObject([{ state: 'soon', ruleTitle: rule.title }])
  expect((await ruleOf(core, 'asked')).rule.title).toBe(next.title)
  core.close()
  const later = await signedIn('officer', place, at('2030-01-22'))
  await later.api.talkRules.addOccasion({ cadreId: cadre, kind: '本人要求', on: day('2030-01-20'), note: '' })
  expect((await later.api.talkRules.due(everything)).rows.map(row => [row.state, row.ruleTitle])).toEqual([
    ['late', rule.title],
    ['soon', next.title],
  ])
  later.close()
})

test.each([
  ['officer', 'done'],
  ['leader', 'soon'],
] as const)('a rule that asks for a talker with the role %s, held by an officer: %s', async (role, state) => {
  const { core, idOf, cadre } = await department()
  await core.api.talkRules.addOccasion({ cadreId: cadre, kind: '患病住院', on: day('2030-01-01'), note: '' })
  const { rule, version } = await ruleOf(core, 'ill')
  await core.api.talkRules.change({ rule: { ...rule, talkerRoles: [role] }, version, reason: '部务会定' })
  await hold(core, await planOne(core, planOf(cadre, [idOf('陆四')])))
  expect((await core.api.talkRules.due(everything)).rows).toMatchObject([{ ruleId: 'ill', state }])
  core.close()
})

test.each([
  ['known to the month, with a talk within it', '2030-01', '2030-01-20', ['done']],
  ['from before the look-back, talked about then or not', '2026-12-10', '2030-01-20', []],
])('a post %s', async (_about, value, on, states) => {
  const { place, core, idOf, cadre } = await department()
  const changes = [{ field: 'currentPostSince' as const, value }]
  await core.api.cadres.change({ id: cadre, revision: 1, reason: '', changes })
  const { rule, version } = await ruleOf(core, 'appointed')
  await core.api.talkRules.change({ rule: { ...rule, kinds: ['everyday'] }, version, reason: '部务会定' })
  await hold(core, await planOne(core, planOf(cadre, [idOf('陆四')])))
  core.close()
  const later = await signedIn('officer', place, at(on))
  expect((await later.api.talkRules.due(everything)).rows.map(({ state }) => state)).toEqual(states)
  later.close()
})

test.each([
  ['2030-01-19', []],
  ['2030-01-20', ['周启明']],
])('a month without a talk on %s, after one on 20 December', async (on, names) => {
  const { place, core, idOf, cadre } = await department()
  await hold(core, await planOne(core, planOf(cadre, [idOf('陆四')])), day('2029-12-20'))
  core.close()
  const later = await signedIn('officer', place, at(on))
  const page = { months: 1, unitId: null, level: null, offset: 0, limit: 10 }
  expect((await later.api.talkRules.quiet(page)).rows.map(({ name }) => name)).toEqual(names)
  later.close()
})

test('coverage and who was not reached', async () => {
  const { place, core, idOf, cadre } = await department()
  const { cadre: second } = await core.api.cadres.add({ name: '王若谷', birth: null, unitId: null })
  await hold(core, await planOne(core, planOf(cadre, [idOf('陆四')])))
  const asked = { until: day('2030-02-15'), months: 3, unitId: null }
  expect(await core.api.talkRules.coverage({ ...asked, by: 'unit' })).toEqual({
    months: ['202912', '203001', '203002'],
    bands: [{ key: '', title: '未分单位', people: 2, reached: 1, months: [0, 1, 0] }],
    people: 2,
    reached: 1,
  })
  expect((await core.api.talkRules.coverage({ ...asked, by: 'kind' })).bands).toMatchObject([
    { title: '日常谈心谈话', reached: 1 },
  ])
  expect((await core.api.talkRules.coverage({ ...asked, by: 'leader' })).bands).toMatchObject([
    { title: '陆四', reached: 1 },
  ])
  const behind = async (more: {
    by: 'unit' | 'kind' | 'leader'
    key: string
    month: string | null
    reached: boolean
  }) => {
    const { rows } = await core.api.talkRules.covered({ ...asked, ...more, offset: 0, limit: 10 })
    return rows.map(({ name, lastOn }) => [name, lastOn])
  }
  const all = { by: 'unit' as const, key: '', month: null }
  expect(await behind({ ...all, reached: true })).toEqual([['周启明', '2030-01-02']])
  expect(await behind({ ...all, reached: false })).toEqual([['王若谷', null]])
  expect(await behind({ ...all, month: '203002', reached: true })).toEqual([])
  expect(await behind({ by: 'kind', key: 'everyday', month: '203001', reached: true })).toHaveLength(1)
  expect(await behind({ by: 'kind', key: 'care', month: null, reached: false })).toHaveLength(2)
  expect(await behind({ by: 'leader', key: idOf('陆四'), month: null, reached: true })).toHaveLength(1)
  const page = { months: 6, unitId: null, level: null, offset: 0, limit: 10 }
  expect((await core.api.talkRules.quiet(page)).rows.map(row => [row.cadreId, row.lastOn])).toEqual([[second.id, null]])
  core.close()
  const leader = await signInAs(place, 'buzhang', NEXT)
  expect((await leader.api.talkRules.coverage({ ...asked, by: 'unit' })).reached).toBe(1)
  leader.close()
})

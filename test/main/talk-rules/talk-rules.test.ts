import { expect, test } from 'vitest'
import { Day } from '../../../src/shared/dates/add-months'
import type { InterviewId, NoteId } from '../../../src/shared/interviews/interviews'
import { type Core, signedIn, signInAs } from '../../helpers/harness'
import { department, NEXT, planOf, planOne } from '../interviews/department'

const at = (day: string) => Date.parse(`${day}T01:00:00Z`)
const everything = { states: [], unitId: null, cadreId: null, offset: 0, limit: 50 }
const day = (text: string) => Day.parse(text)

async function hold(core: Core, id: InterviewId) {
  await core.api.interviews.open({ id, heldOn: null })
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

test('a frequency that a unit switches on makes everyone due who was not reached', async () => {
  const { core } = await department()
  const rules = await core.api.talkRules.list({})
  const yearly = rules.find(({ id }) => id === 'yearly-all')
  if (!yearly) throw new Error('no rule')
  const { version, ...rule } = yearly
  await core.api.talkRules.change({ rule: { ...rule, on: true }, version, reason: '部务会定' })
  await expect(
    core.api.talkRules.change({ rule: { ...rule, on: true }, version, reason: '又定' }),
  ).rejects.toMatchObject({ code: 'conflict' })
  expect((await core.api.talkRules.due(everything)).rows).toMatchObject([
    { ruleId: 'yearly-all', state: 'late', dueOn: '2029-12-31' },
  ])
  core.close()
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

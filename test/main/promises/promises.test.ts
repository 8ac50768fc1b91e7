import { expect, test } from 'vitest'
import { Day } from '../../../src/shared/dates/add-months'
import type { NewPromise } from '../../../src/shared/promises/promises'
import { signedIn, signInAs } from '../../helpers/harness'
import { department, NEXT, planOf, planOne } from '../interviews/department'

const everything = { states: [], kinds: [], ownerId: null, cadreId: null, interviewId: null, unitId: null, late: false }
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
  expect(figures.closing).toEqual({ made: 1, done: 1, late: 0, medianDays: 10 })
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
  expect(await core.api.handovers.handOver({ from: idOf('方汀兰'), to: idOf('苏既白'), reason: '调离' })).toEqual({
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

import { expect, test } from 'vitest'
import { Day } from '../../../src/shared/dates/add-months'
import { signInAs } from '../../helpers/harness'
import { department, NEXT, nobody, planOf, planOne } from '../interviews/department'

const hour = (n: number): string => `2030-01-02T0${n}:00:00.000Z`

test('talks to be held, promises and requests of an officer go to another in one step with its reason', async () => {
  const { place, core, idOf, cadre } = await department()
  const [from, to] = [idOf('方汀兰'), idOf('苏既白')]
  const held = await planOne(core, planOf(cadre, [from], { startsAt: hour(1), recorderId: to }))
  const written = await planOne(core, planOf(cadre, [idOf('姜怀瑾')], { startsAt: hour(3), recorderId: from }))
  const other = await planOne(core, planOf(cadre, [idOf('姜怀瑾')], { startsAt: hour(5) }))
  await core.api.promises.add({
    kind: '承诺',
    theme: '工作条件',
    text: '协调增配一名医生',
    cadreId: cadre,
    interviewId: null,
    noteId: null,
    ownerId: from,
    helper: '',
    dueOn: Day.parse('2030-01-09'),
  })
  const preview = await core.api.handovers.preview({ from, to })
  expect(preview).toMatchObject({ promises: 1, late: 0, begun: 0 })
  expect(preview.talks.map(({ header, refusal }) => [header.id, refusal])).toEqual([
    [written, null],
    [held, null],
  ])
  expect(await core.api.handovers.handOver({ from, to, avoid: nobody, reason: '方汀兰挂职' })).toEqual({
    talks: 2,
    promises: 1,
  })
  const header = await core.api.interviews.header({ id: held })
  expect([header.talkers.map(({ id }) => id), header.recorder?.id]).toEqual([[to], to])
  expect((await core.api.interviews.header({ id: written })).recorder?.id).toBe(to)
  expect((await core.api.interviews.header({ id: other })).recorder).toBeNull()
  expect(await core.api.handovers.preview({ from, to: null })).toEqual({ talks: [], promises: 0, late: 0, begun: 0 })
  const line = core.gatehouse.store?.raw.prepare('SELECT body FROM audit_lines ORDER BY seq DESC LIMIT 1').pluck().get()
  expect(line).toContain('"channel":"handovers.handOver"')
  expect(line).toContain('方汀兰挂职')
  core.close()
  const gone = await signInAs(place, 'tan1', NEXT)
  await expect(gone.api.interviews.get({ id: held })).rejects.toMatchObject({ code: 'not-found' })
  gone.close()
})

test('what cannot go to another keeps everything where it is, and is told before', async () => {
  const { core, idOf, cadre } = await department()
  const [from, to] = [idOf('方汀兰'), idOf('苏既白')]
  const { cadre: second } = await core.api.cadres.add({ name: '何以宁', birth: null, unitId: null })
  const first = await planOne(core, planOf(cadre, [from], { startsAt: hour(1) }))
  await planOne(core, planOf(second.id, [to], { startsAt: hour(1) }))
  const { talks } = await core.api.handovers.preview({ from, to })
  expect(talks.map(({ refusal }) => refusal)).toEqual([expect.stringContaining('时间重叠')])
  await expect(core.api.handovers.handOver({ from, to, avoid: nobody, reason: '调离' })).rejects.toMatchObject({
    code: 'refused',
  })
  expect((await core.api.interviews.header({ id: first })).talkers.map(({ id }) => id)).toEqual([from])
  await expect(core.api.handovers.handOver({ from, to: from, avoid: nobody, reason: '调离' })).rejects.toThrow(
    '另一个接手的人',
  )
  core.close()
})

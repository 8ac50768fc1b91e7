import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sums } from '../../../src/main/care-measures/evidence.repo'
import type { EvidenceFacts, PlanFacts } from '../../../src/shared/care-measures/care-measures'
import type { CareMeasureKey } from '../../../src/shared/care-measures/measures.data'
import { Day } from '../../../src/shared/dates/add-months'
import { NoteId } from '../../../src/shared/interviews/interviews'
import { tempFolder } from '../../helpers/folders'
import { type Core, signedIn, signInAs } from '../../helpers/harness'
import { department, NEXT, planOf, planOne } from '../interviews/department'

const day = (text: string): Day => Day.parse(text)
const plan: PlanFacts = {
  target: 2,
  countOf: '次',
  goal: '',
  owner: '老干部局',
  dueOn: day('2030-01-01'),
  notes: '',
  settledOn: null,
}
const done: EvidenceFacts = { on: day('2030-01-02'), what: '走访慰问', people: 12, unitId: null }
const said = {
  id: NoteId.parse('00000000-0000-4000-8000-000000000009'),
  revision: 0,
  position: 1,
  part: 'worries',
  form: '答' as const,
  mark: null,
  text: '工作顺手，家里也好',
  sealed: false,
  at: '2030-01-02T02:01:00.000Z',
  soundMs: null,
  removed: false,
}
const rowOf = async (core: Core, key: CareMeasureKey, year = 2030) =>
  (await core.api.careMeasures.board({ year })).find(row => row.key === key)

test('catalogue, plan, evidence and board', async () => {
  const core = await signedIn('officer')
  const { careMeasures } = core.api
  expect(await careMeasures.board({ year: 2030 })).toHaveLength(29)

  const named = await rowOf(core, 'own-1')
  if (!named) throw new Error('no own-1')
  const { plan: _plan, evidence: _evidence, counted: _counted, version, ...measure } = named
  const kept = { ...measure, title: '关爱援派干部家庭', group: '生活上' as const, on: true }
  expect((await careMeasures.change({ measure: kept, version, reason: '部务会研究' })).version).toBe(1)
  await expect(careMeasures.change({ measure: kept, version, reason: '再改' })).rejects.toMatchObject({
    code: 'conflict',
  })
  await expect(
    careMeasures.change({ measure: { ...kept, key: 'life-1', title: '疗养' }, version: 0, reason: '改名' }),
  ).rejects.toThrow('不能改')
  await careMeasures.plan({ key: 'own-1', year: 2030, plan, revision: 0, reason: '' })
  const unnamed = { ...measure, title: '', group: null, on: false }
  await expect(careMeasures.change({ measure: unnamed, version: 1, reason: '不用了' })).rejects.toThrow('未命名')
  await careMeasures.unplan({ key: 'own-1', year: 2030, revision: 1, reason: '另定' })
  expect((await careMeasures.versions({ key: 'own-1' })).map(each => [each.measure.version, each.byName])).toEqual([
    [1, '陆四'],
    [0, ''],
  ])

  const first = await careMeasures.plan({ key: 'life-6', year: 2030, plan, revision: 0, reason: '' })
  expect(first.revision).toBe(1)
  await expect(careMeasures.plan({ key: 'life-6', year: 2030, plan, revision: 1, reason: '' })).rejects.toThrow('理由')
  await expect(careMeasures.plan({ key: 'own-2', year: 2030, plan, revision: 0, reason: '' })).rejects.toThrow('命名')
  await expect(careMeasures.takeOver({ year: 2030 })).rejects.toThrow('2029 年没有')
  expect(await careMeasures.takeOver({ year: 2031 })).toEqual({ plans: 1 })
  expect((await rowOf(core, 'life-6', 2031))?.plan).toMatchObject({ dueOn: '2031-01-01', revision: 1 })
  expect((await core.api.notices.list({})).find(({ id }) => id === 'care-measures')).toMatchObject({
    level: 'late',
    detail: '逾期 1 条',
  })

  const made = await careMeasures.addEvidence({ key: 'life-6', ...done })
  await expect(careMeasures.addEvidence({ key: 'life-6', ...done, on: day('2030-01-03') })).rejects.toThrow('没有到')
  const moved = await careMeasures.changeEvidence({
    id: made.id,
    revision: 1,
    facts: { ...done, people: 15 },
    reason: '人数写错',
  })
  await careMeasures.addEvidence({ key: 'life-6', ...done, people: 3 })
  expect((await rowOf(core, 'life-6'))?.evidence).toEqual({ count: 2, people: 18, lastOn: '2030-01-02' })
  expect((await core.api.notices.list({})).some(({ id }) => id === 'care-measures')).toBe(false)
  await expect(careMeasures.removeEvidence({ id: made.id, revision: 1, reason: '重复' })).rejects.toMatchObject({
    code: 'conflict',
  })
  await careMeasures.removeEvidence({ id: made.id, revision: moved.revision, reason: '重复' })
  expect((await careMeasures.evidence({ key: 'life-6', year: 2030, offset: 0, limit: 10 })).total).toBe(1)
  await careMeasures.unplan({ key: 'life-6', year: 2030, revision: 1, reason: '合并到别的措施' })
  expect((await rowOf(core, 'life-6'))?.plan).toBeNull()
  core.close()
})

test('held talks are counted by themselves, planned ones are not; a leader looks and changes nothing', async () => {
  const { place, core, idOf, cadre } = await department()
  const id = await planOne(core, planOf(cadre, [idOf('陆四')]))
  await planOne(core, planOf(cadre, [idOf('陆四')], { startsAt: '2030-01-03T02:00:00.000Z' }))
  await core.api.interviews.open({ id, heldOn: null })
  await core.api.interviews.keepNotes({ id, notes: [said] })
  await core.api.interviews.finish({ id })
  expect((await rowOf(core, 'political-6'))?.counted).toEqual([{ title: '谈话', countOf: '次', count: 1 }])
  expect((await rowOf(core, 'political-6', 2029))?.counted[0]?.count).toBe(0)
  core.close()
  const leader = await signInAs(place, 'buzhang', NEXT)
  expect((await rowOf(leader, 'political-6'))?.counted[0]?.count).toBe(1)
  await expect(leader.api.careMeasures.addEvidence({ key: 'life-6', ...done })).rejects.toMatchObject({
    code: 'forbidden',
  })
  leader.close()
})

test('a scope hides what was done at other units, and the file that leaves is entered in the register', async () => {
  const core = await signedIn('officer')
  const [root] = await core.api.units.tree({})
  if (!root) throw new Error('no unit')
  const [near, away] = [
    await core.api.units.add({ parentId: root.id, name: '清河镇' }),
    await core.api.units.add({ parentId: root.id, name: '云溪街道' }),
  ]
  await core.api.careMeasures.addEvidence({ key: 'life-5', ...done, unitId: near.id })
  await core.api.careMeasures.addEvidence({ key: 'life-5', ...done, unitId: away.id })
  const elsewhere = await core.api.careMeasures.addEvidence({ key: 'life-5', ...done })
  expect(elsewhere.unitName).toBe('')
  expect((await rowOf(core, 'life-5'))?.evidence.count).toBe(3)
  const scoped = { db: core.gatehouse.store?.root as never, caller: { scope: [near.id] } }
  const seen = await sums(scoped.db, scoped.caller, [day('2030-01-01'), day('2030-12-31')])
  expect(seen.get('life-5')?.count).toBe(2)

  const path = join(tempFolder(), '台账.csv')
  core.files.grant('token', path)
  const { entry } = await core.api.careMeasures.saveBoard({
    year: 2030,
    reason: '报部务会',
    recipient: '',
    as: 'csv',
    target: 'token',
  })
  expect(entry).toMatchObject({ kind: 'care-csv', outcome: 'done', people: 0 })
  expect(readFileSync(path, 'utf8').split('\n')).toHaveLength(31)
  core.close()
})

import { expect, test } from 'vitest'
import { PartialDate } from '../../../src/shared/dates/partial-date'
import { signedIn } from '../../helpers/harness'

test('a decided month goes before the computed one, everywhere, with its history', async () => {
  const core = await signedIn('officer')
  const { cadres, retirements } = core.api
  const { cadre } = await cadres.add({ name: '周启明', birth: '1970-10', unitId: null })
  const change = { id: cadre.id, revision: 1, reason: '' }
  await cadres.change({
    ...change,
    changes: [
      { field: 'sex', value: '男' },
      { field: 'status', value: '在职' },
    ],
  })
  const soon = async () => (await retirements.list({ months: 18, unitId: null, offset: 0, limit: 9 })).rows
  expect(await soon()).toEqual([])
  const month = PartialDate.parse('2030-06')
  await retirements.decide({ cadreId: cadre.id, month, seen: 0, reason: '区委组织部认定' })
  await expect(retirements.decide({ cadreId: cadre.id, month, seen: 0, reason: '再' })).rejects.toMatchObject({
    code: 'conflict',
  })
  expect(await soon()).toMatchObject([{ name: '周启明', first: '2030-06', last: '2030-06', decided: true }])
  // Whatever else changes in the file, the decision stays.
  await cadres.change({ ...change, revision: 2, changes: [{ field: 'birth', value: '1971-10' }] })
  expect(await soon()).toMatchObject([{ first: '2030-06' }])
  expect((await cadres.timeline({ id: cadre.id })).find(({ id }) => id === 'retirement')).toMatchObject({
    on: '2030-06',
  })
  await retirements.settle({ cadreId: cadre.id, task: '退休谈话', state: '已办', on: null, note: '' })
  expect((await soon())[0]?.tasks).toEqual([{ task: '退休谈话', state: '已办', on: null, note: '' }])
  await retirements.settle({ cadreId: cadre.id, task: '退休谈话', state: null, on: null, note: '' })
  await retirements.decide({ cadreId: cadre.id, month: null, seen: 1, reason: '认定有误' })
  expect(await soon()).toEqual([])
  expect((await retirements.person({ cadreId: cadre.id })).decisions.map(({ reason }) => reason)).toEqual([
    '认定有误',
    '区委组织部认定',
  ])
  core.close()
})

test('a decided month stands wherever the month is shown or printed, and a file as it was keeps what was decided then', async () => {
  const core = await signedIn('officer')
  const { cadres, retirements, papers } = core.api
  const { cadre } = await cadres.add({ name: '周启明', birth: '1970-10', unitId: null })
  await cadres.change({
    id: cadre.id,
    revision: 1,
    reason: '',
    changes: [
      { field: 'sex', value: '男' },
      { field: 'status', value: '在职' },
    ],
  })
  const order = { whom: { by: 'ids' as const, ids: [cadre.id] }, place: 0, edition: '4' as const }
  const listed = async () => {
    const filter = { unitId: null, status: [], trashed: false }
    const sort = { by: 'name' as const, descending: false }
    const found = await cadres.list({ filter, sort, columns: ['retireOn'], offset: 0, limit: 9 })
    return found.rows.map(({ cells }) => cells)
  }
  const roster = { title: '名册', columns: ['retireOn' as const], grouped: false, on: PartialDate.parse('2030-01-02') }
  const sheet = { size: 'A4' as const, upright: false }
  const printed = async () => {
    const made = await core.api.exports.previewRoster({ whom: order.whom, roster: { ...roster, sheet } })
    return made.groups.map(({ rows }) => rows)
  }
  expect([await listed(), await printed()]).toEqual([[['2032.04']], [[['2032.04']]]])
  expect((await papers.proof(order)).sheet.retirement).toBe('2032.04\n（61岁6个月）')
  core.time.now += 86_400_000
  const month = PartialDate.parse('2030-06')
  await retirements.decide({ cadreId: cadre.id, month, seen: 0, reason: '区委组织部认定' })
  expect([await listed(), await printed()]).toEqual([[['2030.06 认定']], [[['2030.06']]]])
  expect((await papers.proof(order)).sheet.retirement).toBe('2030.06')
  expect((await cadres.get({ id: cadre.id })).decided).toEqual({ month: '2030-06', reason: '区委组织部认定' })
  expect((await cadres.asOf({ id: cadre.id, on: '2030-01-02' })).decided).toBeNull()
  core.close()
})

test('whose month cannot be told is counted and listed with what is missing', async () => {
  const core = await signedIn('officer')
  const { cadres, retirements } = core.api
  const people = [
    ['甲', null, '男', ''],
    ['乙', '1980-01', '女', ''],
    ['丙', '1980-01', null, ''],
    ['丁', '1980-01', '女', '改革前任职年龄界限为55岁'],
    ['戊', '1982-01', '女', ''],
    ['己', '1960-01', '男', '已到龄人员'],
  ] as const
  for (const [name, birth, sex, ageLimit] of people) {
    const { cadre } = await cadres.add({ name, birth: birth === null ? null : PartialDate.parse(birth), unitId: null })
    const changes = [
      ...(sex === null ? [] : [{ field: 'sex' as const, value: sex }]),
      ...(ageLimit === '' ? [] : [{ field: 'ageLimit' as const, value: ageLimit }]),
      { field: 'status' as const, value: '在职' },
    ]
    await cadres.change({ id: cadre.id, revision: 1, reason: '', changes })
  }
  const asked = { unitId: null, missing: null, offset: 0, limit: 9 }
  const all = await retirements.unknown(asked)
  const woman = '女干部要由组织认定原退休年龄是 50、55 还是 60 岁'
  expect(all.total).toBe(5)
  expect(all.counts).toEqual([
    { missing: woman, count: 2 },
    { missing: '已到龄人员，到龄年月由组织认定', count: 1 },
    { missing: '没有填出生年月', count: 1 },
    { missing: '没有填性别', count: 1 },
  ])
  const women = await retirements.unknown({ ...asked, missing: woman })
  expect(women.rows.map(({ name }) => name).toSorted()).toEqual(['乙', '戊'].toSorted())
  const [first] = women.rows
  if (!first) throw new Error('nobody is listed')
  const month = PartialDate.parse('2031-01')
  await retirements.decide({ cadreId: first.cadreId, month, seen: 0, reason: '区委组织部认定' })
  expect((await retirements.unknown(asked)).total).toBe(4)
  core.close()
})

test('a task keeps its note until it is opened again', async () => {
  const core = await signedIn('officer')
  const { cadres, retirements } = core.api
  const { cadre } = await cadres.add({ name: '周启明', birth: '1970-10', unitId: null })
  const task = { cadreId: cadre.id, task: '档案移交' as const, on: null }
  await retirements.settle({ ...task, state: '不需要', note: '档案由上级管理' })
  expect((await retirements.person({ cadreId: cadre.id })).tasks).toEqual([
    { task: '档案移交', state: '不需要', on: null, note: '档案由上级管理' },
  ])
  await retirements.settle({ ...task, state: null, note: '' })
  expect((await retirements.person({ cadreId: cadre.id })).tasks).toEqual([])
  core.close()
})

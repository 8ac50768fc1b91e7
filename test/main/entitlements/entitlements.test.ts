import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { entitlementFacts, moveTo } from '../../../src/main/entitlements/entitlements.repo'
import { Day } from '../../../src/shared/dates/add-months'
import { noFacts } from '../../../src/shared/entitlements/entitlements'
import { tempFolder } from '../../helpers/folders'
import { department } from '../interviews/department'

const day = (text: string) => Day.parse(text)
const all = { year: 2030, unitId: null, show: 'all' as const, offset: 0, limit: 50 }

test('leave of a person: due, taken by the calendar, corrected, and what is left', async () => {
  const { core, cadre } = await department()
  await core.api.cadres.change({
    id: cadre,
    revision: 1,
    reason: '',
    changes: [{ field: 'workStart', value: '2015-07' }],
  })
  const take = {
    cadreId: cadre,
    year: 2030,
    kind: '年休假' as const,
    from: day('2030-01-07'),
    to: day('2030-01-11'),
    days: null,
    place: '',
  }
  // 2030 has no table of holidays: nothing is guessed.
  await expect(core.api.entitlements.add({ takes: [take] })).rejects.toMatchObject({
    code: 'refused',
    message: '2030 年的放假安排还没有导入，工作日数不出来，请直接填天数',
  })
  const table = {
    year: 2030,
    source: '通知',
    off: [{ name: '放假', from: day('2030-01-10'), to: day('2030-01-13') }],
    workedWeekends: [],
  }
  await core.api.holidays.put({ table, version: 0, reason: '导入' })
  await core.api.entitlements.add({ takes: [take] })
  await expect(core.api.entitlements.add({ takes: [{ ...take, kind: '疗休养' }] })).rejects.toThrow('日期重叠')
  const one = await core.api.entitlements.person({ cadreId: cadre, year: 2030 })
  expect(one).toMatchObject({
    row: { entitled: { least: 10, most: 10 }, taken: 3 },
    revision: 0,
    takes: [{ days: 3, typed: false }],
  })
  await expect(
    core.api.entitlements.note({
      cadreId: cadre,
      year: 2030,
      revision: 0,
      facts: { ...noFacts, overrideDays: 12 },
      reason: '核定',
    }),
  ).rejects.toThrow('要写明依据')
  const facts = { ...noFacts, overrideDays: 12, overrideReason: '人事科核定', carriedDays: 2 }
  await core.api.entitlements.note({ cadreId: cadre, year: 2030, revision: 0, facts, reason: '核定' })
  await expect(
    core.api.entitlements.note({ cadreId: cadre, year: 2030, revision: 0, facts, reason: '再' }),
  ).rejects.toMatchObject({ code: 'conflict' })
  const { rows, counts } = await core.api.entitlements.board(all)
  expect(rows.find(({ cadreId }) => cadreId === cadre)).toMatchObject({
    entitled: { least: 12, most: 12 },
    carried: 2,
    taken: 3,
  })
  expect(counts.nothing).toBe((counts.all ?? 0) - 1)
  const [taken] = one.takes
  if (taken) await core.api.entitlements.remove({ id: taken.id, reason: '登错了' })
  expect((await core.api.entitlements.board(all)).counts.nothing).toBe(counts.all)
  core.close()
})

test('pasted lines find one person or say why; a check is noted for many at once', async () => {
  const { core, cadre } = await department()
  const row = { kind: '年休假' as const, from: day('2026-08-03'), to: day('2026-08-07') }
  const found = await core.api.entitlements.match({
    unitId: null,
    rows: [
      { ...row, line: 1, name: '周启明' },
      { ...row, line: 2, name: '没有此人' },
    ],
  })
  expect(found).toMatchObject([
    { line: 1, cadreId: cadre, days: 5, why: '' },
    { line: 2, cadreId: null, why: '这个单位里没有这个人' },
  ])
  await core.api.entitlements.check({ cadreIds: [cadre], on: day('2030-01-02'), place: '区医院' })
  const { counts } = await core.api.entitlements.board(all)
  expect(counts.unchecked).toBe((counts.all ?? 0) - 1)
  const figures = await core.api.entitlements.figures({ year: 2030, unitId: null })
  expect(figures.reduce((sum, { people }) => sum + people, 0)).toBe(counts.all)
  core.close()
})

test('checks: never over a day that is noted, never ahead; a sheet of leave and checks is kept whole or not at all', async () => {
  const { core, cadre } = await department()
  const { entitlements } = core.api
  const { cadre: second } = await core.api.cadres.add({ name: '林向阳', birth: null, unitId: null })
  const changes = [
    { field: 'status' as const, value: '挂职' },
    { field: 'tags' as const, value: ['急难险重一线'] },
  ]
  await core.api.cadres.change({ id: second.id, revision: 1, reason: '', changes })
  const { rows } = await entitlements.board(all)
  expect(rows.find(({ cadreId }) => cadreId === second.id)).toMatchObject({
    name: '林向阳',
    frontLine: ['急难险重一线'],
  })
  const check = { cadreIds: [cadre], on: day('2030-01-02'), place: '' }
  await expect(entitlements.check({ ...check, on: day('2030-01-03') })).rejects.toThrow('还没有到')
  await entitlements.check(check)
  await expect(entitlements.check({ cadreIds: [second.id, cadre], on: day('2030-01-01'), place: '' })).rejects.toThrow(
    '已登记体检',
  )
  const leave = { kind: '年休假' as const, from: day('2029-08-01'), to: day('2029-08-02'), days: 2, place: '' }
  const takes = [{ cadreId: second.id, year: 2030, ...leave }]
  const sheet = (cadreId: typeof cadre) => ({ takes, checks: [{ cadreId, on: day('2030-01-01'), place: '' }] })
  await expect(entitlements.add(sheet(cadre))).rejects.toThrow('已登记体检')
  expect((await entitlements.person({ cadreId: second.id, year: 2030 })).takes).toEqual([])
  expect(await entitlements.add(sheet(second.id))).toEqual({ added: 2, warnings: [] })
  const unchecked = await entitlements.board({ ...all, show: 'unchecked' })
  expect([unchecked.total, unchecked.counts.all]).toEqual([0, 2])
  core.close()
})

test('reminders read a year at once, and a merge takes the rows along', async () => {
  const { core, cadre } = await department()
  const { cadre: other } = await core.api.cadres.add({ name: '周启明', birth: '1988-05', unitId: null })
  await core.api.entitlements.check({ cadreIds: [cadre], on: day('2030-01-02'), place: '' })
  const db = core.gatehouse.store?.root
  if (!db) throw new Error('no store')
  const facts = await entitlementFacts(db, 2030)
  expect([...facts.values()].map(({ checkDoneOn }) => checkDoneOn)).toEqual(['2030-01-02', null])
  expect(await moveTo(db, cadre, other.id)).toEqual(['year 2030'])
  expect([...(await entitlementFacts(db, 2030)).values()].map(({ checkDoneOn }) => checkDoneOn)).toEqual([
    null,
    '2030-01-02',
  ])
  core.close()
})

test('the figures leave as a table that names nobody', async () => {
  const { core } = await department()
  const path = join(tempFolder(), '休假.csv')
  core.files.grant('token', path)
  const order = { year: 2030, unitId: null, reason: '通报', recipient: '', as: 'csv' as const, target: 'token' }
  const { entry } = await core.api.entitlements.saveFigures(order)
  expect(entry).toMatchObject({ kind: 'care-csv', outcome: 'done', people: 0 })
  const text = readFileSync(path, 'utf8')
  expect(text).toContain('应休（天）')
  expect(text).not.toContain('周启明')
  core.close()
})

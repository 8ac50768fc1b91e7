import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Day } from '../../../src/shared/dates/add-months'
import { HolidayYear } from '../../../src/shared/dates/work-days'
import { readHolidays } from '../../../src/shared/holidays/holiday-file.rules'
import { tempFolder } from '../../helpers/folders'
import { type Core, signedIn } from '../../helpers/harness'
import { department } from '../interviews/department'

const table = HolidayYear.parse({
  year: 2030,
  source: '放假通知',
  off: [
    { name: '元旦', from: '2030-01-01', to: '2030-01-01' },
    { name: '春节', from: '2030-02-02', to: '2030-02-08' },
  ],
  workedWeekends: ['2030-02-09'],
})
const years = async (core: Core) => (await core.api.holidays.calendar({})).map(({ year }) => year)

test('a year is taken in, changed, taken out again and never lost', async () => {
  const core = await signedIn('officer')
  expect(await years(core)).toEqual([2025, 2026])
  expect(await core.api.holidays.put({ table, version: 0, reason: '通知已发布' })).toEqual({ version: 1 })
  expect(await years(core)).toEqual([2025, 2026, 2030])
  await expect(core.api.holidays.put({ table, version: 0, reason: '再来' })).rejects.toMatchObject({ code: 'conflict' })
  await core.api.holidays.put({ table: { ...table, workedWeekends: [] }, version: 1, reason: '更正' })
  expect((await core.api.holidays.calendar({})).find(({ year }) => year === 2030)?.workedWeekends).toEqual([])
  await core.api.holidays.withdraw({ year: 2030, version: 2, reason: '弄错了' })
  expect(await years(core)).toEqual([2025, 2026])
  expect(await core.api.holidays.versions({ year: 2030 })).toMatchObject([
    { version: 3, table: null, byName: '陆四', reason: '弄错了' },
    { version: 2, reason: '更正' },
    { version: 1, table, reason: '通知已发布' },
  ])
  core.close()
})

test('the unit may correct a built-in year and go back to it', async () => {
  const core = await signedIn('officer')
  const [builtIn] = await core.api.holidays.versions({ year: 2026 })
  expect(builtIn).toMatchObject({ version: 0, reason: '随应用提供' })
  const own = { ...HolidayYear.parse(builtIn?.table), source: '本地另有通知' }
  await core.api.holidays.put({ table: own, version: 0, reason: '本地调整' })
  const sourceOf = async () => (await core.api.holidays.calendar({})).find(({ year }) => year === 2026)?.source
  expect(await sourceOf()).toBe('本地另有通知')
  await core.api.holidays.withdraw({ year: 2026, version: 1, reason: '取消' })
  expect(await sourceOf()).toBe(builtIn?.table?.source)
  core.close()
})

test('a table that cannot be is refused in words, and the refusal is on record', async () => {
  const core = await signedIn('officer')
  const wrong = { ...table, workedWeekends: ['2030-02-12'] }
  await expect(
    core.api.holidays.put({ table: HolidayYear.parse(wrong), version: 0, reason: 'x' }),
  ).rejects.toMatchObject({ code: 'refused', message: '2030.02.12 不是周末，不必列为调休上班' })
  core.close()
})

test('a missing year is asked for until it is there', async () => {
  const core = await signedIn('officer')
  const notices = async () => (await core.api.notices.list({})).filter(({ id }) => id.startsWith('holidays'))
  expect(await notices()).toMatchObject([{ level: 'today', title: '2030 年的放假安排还没有导入' }])
  await core.api.holidays.put({ table, version: 0, reason: '通知已发布' })
  expect(await notices()).toEqual([])
  core.close()
})

test("a letter counts its days by the store's own calendar", async () => {
  const { core, cadre } = await department()
  const day = (text: string) => Day.parse(text)
  const { id } = await core.api.measures.add({
    kind: '函询',
    cadreId: cadre,
    on: day('2029-12-03'),
    documentNumber: '',
    authority: '',
    matter: '变更议题',
    questions: '为什么变更？',
    months: null,
  })
  const letter = async () => JSON.stringify((await core.api.documents.proof({ document: { of: 'measure', id } })).body)
  expect(await letter()).toContain('2029年12月24日前')
  const off = [{ name: '放假', from: day('2029-12-10'), to: day('2029-12-11') }]
  await core.api.holidays.put({ table: { ...table, year: 2029, off, workedWeekends: [] }, version: 0, reason: '补' })
  expect(await letter()).toContain('2029年12月26日前')
  core.close()
})

test('a year is saved as a file that another computer reads', async () => {
  const core = await signedIn('officer')
  await core.api.holidays.put({ table, version: 0, reason: '通知已发布' })
  const path = join(tempFolder(), '放假安排.csv')
  core.files.grant('here', path)
  await core.api.holidays.saveYear({ year: 2030, target: 'here' })
  expect(readHolidays(readFileSync(path, 'utf8'), null)).toEqual({ table, doubts: [] })
  core.files.grant('again', path)
  await expect(core.api.holidays.saveYear({ year: 2031, target: 'again' })).rejects.toThrow('还没有放假安排')
  core.close()
})

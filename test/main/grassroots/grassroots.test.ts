import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeTableXlsx } from '../../../src/main/exports/table-xlsx'
import { board, get } from '../../../src/main/grassroots/burdens.repo'
import { Day } from '../../../src/shared/dates/add-months'
import type { BurdenFacts } from '../../../src/shared/grassroots/burdens'
import { type FacilityFacts, shippedFacilityKinds } from '../../../src/shared/grassroots/facilities'
import type { UnitId } from '../../../src/shared/units/units'
import { tempFolder } from '../../helpers/folders'
import { type Core, signedIn } from '../../helpers/harness'

const day = (text: string): Day => Day.parse(text)
let core: Core
let [town, street, bureau]: UnitId[] = []
const nature = (unitId: UnitId, text: string) =>
  core.api.posts.describe({ unitId, kind: '法人单位', nature: text, level: '', code: '', approvedStaff: 40 })

beforeAll(async () => {
  core = await signedIn('officer')
  const [root] = await core.api.units.tree({})
  if (!root) throw new Error('no unit')
  const add = async (name: string, text: string): Promise<UnitId> => {
    const { id } = await core.api.units.add({ parentId: root.id, name })
    await nature(id, text)
    return id
  }
  town = await add('清河镇', '镇街')
  street = await add('云溪街道', '镇街')
  bureau = await add('区民政局', '政府工作部门')
})
afterAll(() => core.close())

const asked = { year: 2030, kinds: [], unitId: null, offset: 0, limit: 50 }

test('a facility is recorded, mended, and keeps how it was; a unit with anything recorded is not deleted', async () => {
  const { grassroots } = core.api
  expect((await grassroots.units({})).map(({ name, side }) => [name, side])).toEqual([
    ['测试区委组织部', '其他'],
    ['清河镇', '街镇'],
    ['云溪街道', '街镇'],
    ['区民政局', '机关'],
  ])
  if (!town) throw new Error('no town')
  const facts: FacilityFacts = {
    unitId: town,
    kind: 'kitchen',
    state: '需修',
    on: day('2029-11-01'),
    note: '灶具老化',
    planWhat: '更换灶具',
    planDueOn: day('2030-01-01'),
    planFen: 5_000_000,
    planOwner: '机关事务中心',
  }
  expect(await grassroots.setFacility({ ...facts, revision: 0 })).toMatchObject({ revision: 1, byName: '陆四' })
  await expect(grassroots.setFacility({ ...facts, revision: 0 })).rejects.toMatchObject({ code: 'conflict' })
  await expect(grassroots.setFacility({ ...facts, on: day('2030-01-03'), revision: 1 })).rejects.toThrow('没有到')
  await expect(grassroots.setFacility({ ...facts, kind: 'swimming', revision: 0 })).rejects.toThrow('没有这种设施')
  expect((await core.api.notices.list({})).find(({ id }) => id === 'grassroots-facilities')?.detail).toBe('1 项')
  await grassroots.setFacility({ ...facts, state: '完好', on: day('2030-01-02'), revision: 1 })
  const { rows, version } = await grassroots.facilities({})
  expect(rows).toMatchObject([{ state: '完好', revision: 2 }])
  expect((await grassroots.facilityHistory({ unitId: town, kind: 'kitchen' })).map(({ state }) => state)).toEqual([
    '完好',
    '需修',
  ])
  // What came to be in good order counts for its measure.
  const measure = (await core.api.careMeasures.board({ year: 2030 })).find(({ key }) => key === 'life-5')
  expect(measure?.counted).toEqual([{ title: '设施达到完好', countOf: '次', count: 1 }])
  await expect(core.api.units.remove({ id: town })).rejects.toThrow('设施、负担或者收入')

  const kinds = [...shippedFacilityKinds, { key: 'own-1', title: '母婴室', on: true }]
  await grassroots.setFacilityKinds({ kinds, version, reason: '按文件增加' })
  await expect(grassroots.setFacilityKinds({ kinds, version, reason: '再改' })).rejects.toMatchObject({
    code: 'conflict',
  })
  expect((await grassroots.facilities({})).kinds).toHaveLength(11)
})

test('what is sent down is counted by unit and month; over its cap is told; the same is not entered twice', async () => {
  const { grassroots } = core.api
  if (!town || !street || !bureau) throw new Error('no units')
  const paper = (title: string, unitIds: UnitId[]): BurdenFacts => ({
    kind: '发文',
    on: day('2030-01-02'),
    title,
    sender: '区委办公室',
    unitIds,
  })
  const rows = [paper('值班通知', [town, street]), paper('防汛通知', [town])]
  expect(await grassroots.addBurdens({ rows })).toEqual({ added: 2, known: 0 })
  expect(await grassroots.addBurdens({ rows: [...rows, paper('统计通知', [street])] })).toEqual({ added: 1, known: 2 })
  await expect(grassroots.addBurdens({ rows: [{ ...paper('x', [town]), on: day('2030-01-03') }] })).rejects.toThrow(
    '没有到',
  )
  const cap = { kind: '发文' as const, fromYear: 2030, cap: 1, source: '区委办公室通知', status: 'LOCAL' as const }
  expect(await grassroots.setCap({ ...cap, version: 0, reason: '年初核定' })).toMatchObject({ version: 1 })
  await expect(grassroots.setCap({ ...cap, version: 0, reason: '再改' })).rejects.toMatchObject({ code: 'conflict' })
  const found = await grassroots.burdenBoard({ year: 2030 })
  expect(found.units.find(({ unitId }) => unitId === town)?.counts).toEqual([2, 0, 0, 0, 0])
  // Sent to two units it is one paper.
  expect(found.months[0]?.counts[0]).toBe(3)
  expect((await core.api.notices.list({})).find(({ id }) => id === 'grassroots-burdens')?.detail).toBe('2 个单位')
  expect((await grassroots.burdenBoard({ year: 2029 })).units).toEqual([])

  const list = await grassroots.burdens({ ...asked, unitId: street })
  expect(list.rows.map(({ title }) => title).toSorted()).toEqual(['值班通知', '统计通知'])
  const duty = list.rows.find(({ title }) => title === '值班通知')
  if (!duty) throw new Error('no paper')
  const changed = await grassroots.changeBurden({
    id: duty.id,
    revision: 1,
    facts: { ...paper('值班通知', [bureau]), kind: '会议' },
    reason: '发错单位',
  })
  expect(changed).toMatchObject({ kind: '会议', unitIds: [bureau], revision: 2, unseen: 0 })
  await expect(grassroots.removeBurden({ id: duty.id, revision: 1, reason: 'x' })).rejects.toMatchObject({
    code: 'conflict',
  })
  await grassroots.removeBurden({ id: duty.id, revision: 2, reason: '重复' })
  expect((await grassroots.burdens(asked)).total).toBe(2)
})

test('a scope sees its own units alone, and how many others there are', async () => {
  if (!town || !street) throw new Error('no units')
  await core.api.grassroots.addBurdens({
    rows: [{ kind: '调研', on: day('2030-01-01'), title: '联合调研', sender: '研究室', unitIds: [town, street] }],
  })
  const root = core.gatehouse.store?.root
  if (!root) throw new Error('no store')
  const seen = await board(root, { scope: [street] }, 2030)
  expect(seen.units.map(({ unitId }) => unitId)).toEqual([street])
  const [visit] = (await core.api.grassroots.burdens({ ...asked, kinds: ['调研'] })).rows
  if (!visit) throw new Error('no visit')
  expect(await get(root, { scope: [street] }, visit.id)).toMatchObject({ unitIds: [street], unseen: 1 })
})

test('a paper that an officer of another unit entered before gets these units too', async () => {
  if (!town || !street) throw new Error('no units')
  const { grassroots } = core.api
  const paper = { kind: '督查检查考核' as const, on: day('2030-01-02'), title: '季度考核', sender: '区委办公室' }
  await grassroots.addBurdens({ rows: [{ ...paper, unitIds: [town] }] })
  expect(await grassroots.addBurdens({ rows: [{ ...paper, unitIds: [street] }] })).toEqual({ added: 1, known: 0 })
  expect(await grassroots.addBurdens({ rows: [{ ...paper, unitIds: [street] }] })).toEqual({ added: 0, known: 1 })
  const { rows } = await grassroots.burdens({ ...asked, kinds: ['督查检查考核'] })
  expect(rows.map(({ unitIds }) => unitIds)).toEqual([[town, street]])
})

test('pay is entered and corrected with a reason, vacancies stand beside it, and the table leaves with its number', async () => {
  const { grassroots } = core.api
  if (!town) throw new Error('no town')
  const office = {
    year: 2030,
    unitId: null,
    side: '机关' as const,
    level: '乡科级正职',
    averageFen: 12_000_000,
    people: 40,
  }
  const own = { ...office, unitId: town, side: '街镇' as const, averageFen: 11_000_000, people: 3 }
  const rows = [
    { ...office, revision: 0 },
    { ...own, revision: 0 },
  ]
  expect(await grassroots.putPay({ rows, reason: '' })).toEqual({ added: 2, changed: 0 })
  await expect(grassroots.putPay({ rows, reason: '' })).rejects.toMatchObject({ code: 'conflict' })
  const again = [{ ...own, averageFen: 11_500_000, revision: 1 }]
  await expect(grassroots.putPay({ rows: again, reason: '' })).rejects.toThrow('理由')
  expect(await grassroots.putPay({ rows: again, reason: '补发后更正' })).toEqual({ added: 0, changed: 1 })
  await expect(
    grassroots.putPay({ rows: [{ ...own, side: '机关', level: '科员', revision: 0 }], reason: '' }),
  ).rejects.toThrow('单位性质')
  expect((await grassroots.pay({})).map(({ averageFen }) => averageFen).toSorted((a, b) => a - b)).toEqual([
    11_500_000, 12_000_000,
  ])

  await core.api.posts.add({ unitId: town, title: '镇长', level: '乡科级正职', inTeam: true, approved: 2 })
  expect((await grassroots.vacancies({})).find(({ unitId }) => unitId === town)).toMatchObject({
    approved: 2,
    actual: 0,
    vacant: 2,
    approvedStaff: 40,
    staff: 0,
  })

  for (const [of, words] of [
    ['facilities', '清河镇'],
    ['burdens', '发文（限 1）'],
    ['pay', '"倒挂 5,000"'],
    ['vacancies', '"清河镇",2,0,2,"100%",40,0'],
  ] as const) {
    const path = join(tempFolder(), `${of}.csv`)
    core.files.grant('token', path)
    const table = of === 'burdens' || of === 'pay' ? { of, year: 2030 } : { of }
    const { entry } = await grassroots.saveTable({ table, reason: '报告', recipient: '', as: 'csv', target: 'token' })
    expect(entry).toMatchObject({ kind: 'care-csv', outcome: 'done' })
    expect(readFileSync(path, 'utf8')).toContain(words)
  }
  const [first] = await grassroots.pay({})
  if (!first) throw new Error('no figure')
  await grassroots.removePay({ id: first.id, revision: first.revision, reason: '写错' })
  expect(await grassroots.pay({})).toHaveLength(1)
})

test('the first sheet of a workbook is read as texts, and anything else is refused in words', async () => {
  const folder = tempFolder()
  const give = (name: string, bytes: Uint8Array): void => {
    writeFileSync(join(folder, name), bytes)
    core.files.grantReading('sheet', [join(folder, name)])
  }
  const heads = ['类别', '日期', '标题', '发出部门', '发到单位']
  const { bytes } = await writeTableXlsx(
    {
      title: '台账',
      columns: heads.map(title => ({ title, width: 8, align: 'left' as const })),
      groups: [{ heading: '', rows: [['发文', '2030-01-02', '值班通知', '区委办公室', '清河镇、云溪街道']] }],
    },
    { sheetName: '负担', notes: '', foot: '', sheet: { size: 'A4', upright: false } },
  )
  give('负担.xlsx', bytes)
  const { sheet, rows } = await core.api.grassroots.readSheet({ token: 'sheet' })
  expect(sheet).toBe('负担')
  expect(rows.at(-1)).toEqual(['发文', '2030-01-02', '值班通知', '区委办公室', '清河镇、云溪街道'])
  await expect(core.api.grassroots.readSheet({ token: 'sheet' })).rejects.toThrow('重新选择')
  give('负担.csv', bytes)
  await expect(core.api.grassroots.readSheet({ token: 'sheet' })).rejects.toThrow('.xlsx')
  give('坏的.xlsx', Buffer.from('没有表格'))
  await expect(core.api.grassroots.readSheet({ token: 'sheet' })).rejects.toMatchObject({ code: 'refused' })
})

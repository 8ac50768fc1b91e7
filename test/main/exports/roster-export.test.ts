import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { type CadreId, emptyForm } from '../../../src/shared/cadres/cadres'
import { PartialDate } from '../../../src/shared/dates/partial-date'
import { columnOf, type RosterKey } from '../../../src/shared/exports/roster-columns'
import { tempFolder } from '../../helpers/folders'
import { signedIn } from '../../helpers/harness'
import { type Core, keepPerson } from './people'

const date = (text: string) => PartialDate.parse(text)
const columns: RosterKey[] = ['place', 'name', 'birth', 'age', 'postYears', 'form.currentPost', 'idNumber', 'family']
const roster = {
  title: '干部名册',
  columns,
  grouped: true,
  on: date('2030-01-02'),
  sheet: { size: 'A4' as const, upright: false },
}
const order = { reason: '换届摸底', recipient: '', mark: null, sensitive: [], roster, target: 'token' }
const everyone = {
  by: 'list' as const,
  filter: { unitId: null, status: [], trashed: false },
  sort: { by: 'birth' as const, descending: false },
}

/** Two towns under two groups, one office of the same name in each, four people, one of them nowhere. */
async function district(): Promise<{ core: Core; ids: CadreId[] }> {
  const core = await signedIn('officer')
  const [root] = await core.api.units.tree({})
  if (!root) throw new Error('no root unit')
  const add = async (parentId: typeof root.id, name: string) => (await core.api.units.add({ parentId, name })).id
  const stone = await add(root.id, '石桥镇')
  const cloud = await add(root.id, '云溪街道')
  const stoneOffice = await add(stone, '办公室')
  const cloudOffice = await add(cloud, '办公室')
  const person = (name: string, birth: string, unitId: string | null, unitOrder = 0) =>
    keepPerson(
      core,
      {
        name,
        birth: date(birth),
        idNumber: '370199198403120021',
        form: { ...emptyForm, currentPost: `${name}的职务` },
        family: [
          { title: '妻子', name: '甲', birth: date('1985-01'), birthText: '', politics: '群众', unitAndPost: '教师' },
          { title: '儿子', name: '乙', birth: null, birthText: '不详', politics: '', unitAndPost: '' },
        ],
      },
      { unitId, unitOrder, currentPostSince: date('2022-06'), secrecy: name === '丁' ? '秘密★5年' : '' },
    )
  const ids = [
    await person('丙', '1990', cloudOffice),
    await person('甲', '1984-03', stone, 1),
    await person('乙', '1984-01-03', stone, 0),
    await person('丁', '1975-12', stoneOffice),
    await person('戊', '1960-01', null),
  ]
  core.files.grant('token', join(tempFolder(), '名册.xlsx'))
  return { core, ids }
}

async function readBack(path: string) {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(readFileSync(path) as unknown as ExcelJS.Buffer)
  const [sheet] = book.worksheets
  if (!sheet) throw new Error('no sheet')
  return Array.from({ length: sheet.rowCount }, (_, row) =>
    columns.map((_column, column) => sheet.getCell(row + 1, column + 1).value),
  )
}

test('a roster read back by another reader: columns, order, groups, heads, computed years', async () => {
  const { core } = await district()
  const path = join(tempFolder(), '名册.xlsx')
  core.files.grant('roster', path)
  const { entry, cut } = await core.api.exports.rosterXlsx({ ...order, whom: everyone, target: 'roster' })
  expect(entry).toMatchObject({ kind: 'roster-xlsx', people: 5, written: 5, mark: '秘密★5年', sensitive: [] })
  expect(cut).toBe(0)
  const rows = await readBack(path)
  expect(rows[0]?.[0]).toBe('干部名册')
  expect(rows[1]?.[0]).toBe(
    '制表单位：测试区委组织部　　制表日期：2030年1月2日　　共 5 人　　年龄、年限计算至 2030.01.02　　密级：秘密★5年　　编号：〔2030〕第 1 号',
  )
  expect(rows[2]).toEqual(columns.map(key => columnOf(key).title))
  const hidden = ['37**************21', '（未列出）']
  expect(rows.slice(3)).toEqual([
    expect.arrayContaining(['石桥镇（2人）']),
    [1, '乙', '1984.01.03', 46, 7, '乙的职务', ...hidden],
    [2, '甲', '1984.03', 45, 7, '甲的职务', ...hidden],
    expect.arrayContaining(['石桥镇 办公室（1人）']),
    [3, '丁', '1975.12', 54, 7, '丁的职务', ...hidden],
    expect.arrayContaining(['云溪街道 办公室（1人）']),
    [4, '丙', '1990', '39至40', 7, '丙的职务', ...hidden],
    expect.arrayContaining(['未分配单位（1人）']),
    [5, '戊', '1960.01', 70, 7, '戊的职务', ...hidden],
  ])
})

test('what is masked stands in full when it is asked for, and the register says so', async () => {
  const { core, ids } = await district()
  const path = join(tempFolder(), '名册.xlsx')
  core.files.grant('roster', path)
  const { entry } = await core.api.exports.rosterXlsx({
    ...order,
    whom: { by: 'ids', ids: ids.slice(0, 1) },
    sensitive: ['family', 'phone'],
    target: 'roster',
  })
  // There is no column for the telephone: it did not leave.
  expect(entry.sensitive).toEqual(['family'])
  const [, , , , row] = await readBack(path)
  expect(row?.slice(6)).toEqual(['37**************21', '妻子　甲　1985.01　群众　教师\n儿子　乙　不详'])
})

test('without groups the order is the list’s', async () => {
  const { core, ids } = await district()
  const table = await core.api.exports.previewRoster({ whom: everyone, roster: { ...roster, grouped: false } })
  expect(table.groups.map(({ name }) => name)).toEqual([''])
  expect(table.groups[0]?.rows.map(([place, name]) => `${place} ${name}`)).toEqual([
    '1 戊',
    '2 丁',
    '3 乙',
    '4 甲',
    '5 丙',
  ])
  expect(table.people).toBe(5)
  const asGiven = await core.api.exports.previewRoster({
    whom: { by: 'ids', ids: [ids[3], ids[0], ids[1]] as CadreId[] },
    roster: { ...roster, grouped: false },
  })
  expect(asGiven.groups[0]?.rows.map(([place, name]) => `${place} ${name}`)).toEqual(['1 丁', '2 丙', '3 甲'])
})

test('a stopped roster leaves no file', async () => {
  const { core } = await district()
  const path = join(tempFolder(), '名册.xlsx')
  core.files.grant('roster', path)
  const controller = new AbortController()
  const running = core.api.exports.rosterXlsx(
    { ...order, whom: everyone, target: 'roster' },
    { signal: controller.signal, onProgress: () => controller.abort() },
  )
  await expect(running).rejects.toMatchObject({ code: 'cancelled' })
  expect([existsSync(path), existsSync(`${path}.partial`)]).toEqual([false, false])
})

test.each([
  ['no column', { columns: [] }],
  ['a column twice', { columns: ['name', 'name'] }],
  ['an unknown column', { columns: ['file'] }],
  ['the store’s own', { columns: ['unknown'] }],
])('%s is refused', async (_name, wrong) => {
  const core = await signedIn('officer')
  const answer = await core.dispatch({
    id: 'x',
    channel: 'exports.previewRoster',
    input: { whom: everyone, roster: { ...roster, ...wrong } },
  })
  expect(answer).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
})

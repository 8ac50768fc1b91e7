import { expect, test } from 'vitest'
import { signedIn } from '../../helpers/harness'
import { book, sheetOf } from '../cadres/excel/books'
import { bringIn, everything, folderWith, forms, grant, person } from './people'

const officer = () => signedIn('officer')
const header = ['姓名', '性别', '出生年月', '单位', '现任职务', '备注']
const rows = [
  ['单雄信', '男', '1984.03', '石桥镇', '石桥镇镇长', '一'],
  ['秦琼', '男', '1980.11', '石桥镇', '石桥镇副镇长', ''],
]
const roster = (more: string[][] = []) => sheetOf([['某县干部名册'], header, ...rows, ...more])

test('a roster waits for its columns, is matched, and the next one of its header is read without asking', async () => {
  const core = await officer()
  const { api } = core
  const first = folderWith({ '名册.xlsx': await roster() })
  const staged = await api.imports.stage(grant(core, first))
  expect(staged).toMatchObject({ files: 1, people: 0, sheets: 1, unreadable: 0 })
  expect(staged.blocked).toContain('还有 1 张表的列没有对应')
  await expect(api.imports.confirm({ batchId: staged.id })).rejects.toMatchObject({ code: 'refused' })
  expect(await api.imports.sheets({ batchId: staged.id })).toEqual([{ place: 0, fileName: '名册.xlsx', sheet: '名册' }])

  const view = await api.imports.sheet({ batchId: staged.id, place: 0, header: null, columns: null })
  expect(view).toMatchObject({
    header: { from: 1, depth: 1 },
    labels: header,
    columns: ['name', 'sex', 'birth', 'unitId', 'form.currentPost', null],
    body: 2,
    people: 2,
    nameless: 0,
    doubts: [0, 0, 0, 0, 0, 0],
    blocked: null,
  })
  expect(view.lines.map(({ cells }) => cells[0])).toEqual(['某县干部名册', '姓名', '单雄信', '秦琼'])

  const chosen = { header: view.header, columns: view.columns.map(target => (target === 'unitId' ? null : target)) }
  const matched = await api.imports.match({ batchId: staged.id, place: 0, matching: chosen })
  expect(matched).toMatchObject({ people: 2, sheets: 0, counts: { new: 2 }, blocked: null })
  expect(await api.imports.confirm({ batchId: staged.id })).toEqual({ added: 2, changed: 0, units: 0 })
  const [file] = (await api.imports.files({ batchId: staged.id, which: 'all', offset: 0, limit: 5 })).rows
  expect(file).toMatchObject({ people: 2, failure: null })

  const again = await api.imports.stage(grant(core, folderWith({ '新名册.xlsx': await roster() })))
  expect(again).toMatchObject({ people: 2, sheets: 0, counts: { unchanged: 2, changed: 0, new: 0 } })
  core.close()
})

test('a roster says nothing of what it has no column for', async () => {
  const core = await officer()
  const { api } = core
  const whole = person('单雄信', '1984-03', { nation: '汉族', nativePlace: '山东济南', post: '石桥镇科员' })
  await bringIn(core, forms({ '单雄信.lrmx': whole }))
  const staged = await api.imports.stage(grant(core, folderWith({ '名册.xlsx': await roster() })))
  const view = await api.imports.sheet({ batchId: staged.id, place: 0, header: null, columns: null })
  const matched = await api.imports.match({ batchId: staged.id, place: 0, matching: view })
  expect(matched.counts).toMatchObject({ changed: 1, new: 1 })
  const { changes } = await api.imports.item({ batchId: staged.id, place: 0 })
  expect(changes.map(({ field, before, after }) => [field, before, after])).toEqual([
    ['sex', '（空）', '男'],
    ['form.currentPost', '石桥镇科员', '石桥镇镇长'],
  ])
  core.close()
})

test('a header that is not found is chosen by the officer; a sheet may be left out', async () => {
  const core = await officer()
  const { api } = core
  const two = await book(workbook => {
    workbook.addWorksheet('一').addRows([
      ['人', '何时生'],
      ['单雄信', '1984.03'],
      ['秦琼', '八零年'],
    ])
    workbook.addWorksheet('二').addRows([
      ['人', '何时生'],
      ['罗成', '1990.01'],
    ])
  })
  const staged = await api.imports.stage(grant(core, folderWith({ '名册.xlsx': two })))
  expect(staged.sheets).toBe(2)
  const batchId = staged.id
  const view = await api.imports.sheet({ batchId, place: 0, header: null, columns: null })
  expect(view).toMatchObject({ columns: [null, null], people: 0, blocked: '先选出“姓名”是哪一列' })
  const columns = ['name', 'birth'] as const
  const chosen = { header: { from: 0, depth: 1 }, columns: [...columns] }
  expect(await api.imports.sheet({ batchId, place: 0, ...chosen })).toMatchObject({
    people: 2,
    doubts: [0, 1],
    blocked: null,
  })
  const twice = { header: { from: 0, depth: 1 }, columns: ['name' as const, 'name' as const] }
  await expect(api.imports.match({ batchId, place: 0, matching: twice })).rejects.toMatchObject({
    message: '“姓名”选了两列，只能留一列',
  })
  await api.imports.match({ batchId, place: 1, matching: null })
  const done = await api.imports.match({ batchId, place: 0, matching: chosen })
  expect(done).toMatchObject({ people: 2, sheets: 0, warned: 1 })
  const { rows: people } = await api.imports.items({ batchId, ...everything })
  expect(people.map(({ name }) => name)).toEqual(['单雄信', '秦琼'])
  const { warnings } = await api.imports.item({ batchId, place: 1 })
  expect(warnings.map(({ line, text }) => [line, text])).toEqual([
    [3, expect.stringContaining('“出生年月”写的是“八零年”，不是日期') as string],
  ])
  await expect(api.imports.match({ batchId, place: 0, matching: chosen })).rejects.toMatchObject({ code: 'not-found' })
  core.close()
})

test('people who come in a form and in a roster of one batch are there once', async () => {
  const core = await officer()
  const { api } = core
  await api.imports.discard({
    batchId: (await api.imports.stage(grant(core, folderWith({ '名册.xlsx': await roster() })))).id,
  })
  const folder = forms({ '单雄信.lrmx': person('单雄信', '1984-03') })
  const list = folderWith({ '名册.xlsx': await roster() })
  const staged = await api.imports.stage(grant(core, folder, list))
  const view = await api.imports.sheet({ batchId: staged.id, place: 0, header: null, columns: null })
  const matched = await api.imports.match({ batchId: staged.id, place: 0, matching: view })
  expect(matched).toMatchObject({ people: 3, counts: { new: 2, duplicate: 1 } })
  core.close()
})

test('a cancelled matching leaves the sheet waiting; numbers are masked; another’s batch stays theirs', async () => {
  const core = await officer()
  const { api } = core
  const many = Array.from({ length: 300 }, (_each, n) => [`单${n}`, `37019919840301${String(n).padStart(4, '0')}`])
  const bytes = await sheetOf([['姓名', '身份证号'], ...many])
  const staged = await api.imports.stage(grant(core, folderWith({ '名册.xlsx': bytes })))
  const view = await api.imports.sheet({ batchId: staged.id, place: 0, header: null, columns: null })
  expect(view.lines[1]?.cells).toEqual(['单0', '37**************00'])
  const controller = new AbortController()
  const matching = api.imports.match(
    { batchId: staged.id, place: 0, matching: view },
    { signal: controller.signal, onProgress: () => controller.abort() },
  )
  await expect(matching).rejects.toMatchObject({ code: 'cancelled' })
  expect(await api.imports.batch({ batchId: staged.id })).toMatchObject({ people: 0, sheets: 1 })
  core.close()
})

test('notes beside a roster are told and left out; a hidden sheet is named', async () => {
  const core = await officer()
  const { api } = core
  const bytes = await book(workbook => {
    workbook.addWorksheet('说明').addRows([['填表说明'], ['日期写到月']])
    workbook.addWorksheet('名册').addRows([header, ...rows])
    workbook.addWorksheet('旧', { state: 'hidden' }).addRow(['姓名'])
  })
  const staged = await api.imports.stage(grant(core, folderWith({ '名册.xlsx': bytes })))
  expect(staged.sheets).toBe(1)
  const [file] = (await api.imports.files({ batchId: staged.id, which: 'all', offset: 0, limit: 5 })).rows
  expect(file?.warnings.map(({ text }) => text)).toEqual([
    expect.stringContaining('隐藏的工作表没有读取：“旧”') as string,
    '工作表“说明”没有“姓名”一列，没有读取',
  ])
  core.close()
})

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import ExcelJS from 'exceljs'
import { expect, test } from 'vitest'
import { writeCsv } from '../../../src/main/exports/csv'
import { wholeRegister } from '../../../src/shared/exports/register.rules'
import { tempFolder } from '../../helpers/folders'
import { signedIn } from '../../helpers/harness'
import { type Core, keepPerson } from '../exports/people'

const asked = { filter: wholeRegister, reason: '年度检查', recipient: '区委保密办', target: 'token' }

/** A register with two acts of an officer, one of whose words look like a formula. */
async function registered(): Promise<{ core: Core; path: (extension: string) => string }> {
  const core = await signedIn('officer')
  const id = await keepPerson(core, { name: '王芳' })
  const order = { whom: { by: 'ids' as const, ids: [id] }, mark: null, namePattern: '' }
  const first = { kind: 'form-pdf' as const, reason: '=cmd|calc', recipient: '', sensitive: ['family' as const] }
  const begun = await core.api.exports.begin({ ...order, ...first })
  await core.api.exports.finish({ id: begun.id, outcome: 'done', written: 1 })
  await core.api.exports.begin({ ...order, kind: 'form-print', reason: '任免', recipient: '区纪委', sensitive: [] })
  const path = (extension: string): string => {
    const made = join(tempFolder(), `登记.${extension}`)
    core.files.grant('token', made)
    return made
  }
  return { core, path }
}

test('CSV: every text quoted, nothing that a spreadsheet takes for a formula', async () => {
  const { core, path } = await registered()
  const file = path('csv')
  const { entry, lines } = await core.api.papers.saveRegister({ ...asked, as: 'csv' })
  expect(lines).toBe(2)
  expect(entry).toMatchObject({ kind: 'register-csv', people: 0, written: 0, mark: '内部', outcome: 'done', number: 3 })
  const text = readFileSync(file, 'utf8')
  expect(text.startsWith('\uFEFF"编号","时间","种类","人数"')).toBe(true)
  const [, second, first, end] = text.split('\r\n')
  expect(second).toMatch(/^"〔2030〕第 2 号",.*,"打印任免审批表",1,"内部","任免","区纪委","—","陆四","没有记下结果"$/)
  expect(first).toMatch(/"'=cmd\|calc","—","家庭成员","陆四","完成"$/)
  expect(end).toBe('')
})

test('Excel: read back by another reader, texts as they were and none of them a formula', async () => {
  const { core, path } = await registered()
  const file = path('xlsx')
  await core.api.papers.saveRegister({ ...asked, as: 'xlsx' })
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(readFileSync(file) as unknown as ExcelJS.Buffer)
  const [sheet] = book.worksheets
  const texts: string[] = []
  sheet?.eachRow(row =>
    row.eachCell(cell => {
      expect(cell.formula).toBeFalsy()
      texts.push(cell.text)
    }),
  )
  expect(sheet?.name).toBe('导出登记簿')
  expect(texts).toEqual(expect.arrayContaining(['=cmd|calc', '〔2030〕第 1 号', '家庭成员']))
  expect(texts[10]).toContain('共 2 次导出和打印')
  expect(texts[10]).toContain('编号：〔2030〕第 3 号')
})

test('PDF and paper: the page’s conditions and order; the act itself is registered and not listed', async () => {
  const { core, path } = await registered()
  const file = path('pdf')
  await core.api.papers.saveRegister({ ...asked, as: 'pdf', filter: { year: 2030, kind: 'form-print', text: '' } })
  expect((await PDFDocument.load(readFileSync(file), { updateMetadata: false })).getTitle()).toBe(
    '导出登记〔2030〕第3号（内部）',
  )
  const to = { printer: '审计科 M401', copies: 1, twoSided: false }
  const { target: _target, ...order } = asked
  const { entry, lines } = await core.api.papers.printRegister({ ...order, ...to })
  expect(entry).toMatchObject({ kind: 'register-print', number: 4, outcome: 'done' })
  expect(lines).toBe(3)
  const [saved, printed] = core.paper.laid
  if (saved?.kind !== 'table' || printed?.kind !== 'table') throw new Error('two tables')
  expect(saved.notes).toContain('条件：2030 年、打印任免审批表')
  expect(saved.groups[0]?.rows.map(([number]) => number)).toEqual(['〔2030〕第 2 号'])
  expect(printed.groups[0]?.rows.map(([number]) => number)).toEqual([3, 2, 1].map(number => `〔2030〕第 ${number} 号`))
  expect(core.paper.printed).toHaveLength(1)
  expect(core.paper.open).toBe(0)
})

test('a printer that refuses, and a press that fails, leave a line that says so', async () => {
  const { core, path } = await registered()
  core.paper.fail()
  const file = path('pdf')
  await expect(core.api.papers.saveRegister({ ...asked, as: 'pdf' })).rejects.toMatchObject({ code: 'internal' })
  expect(existsSync(file)).toBe(false)
  const { target: _target, ...order } = asked
  const to = { printer: 'x', copies: 1, twoSided: false }
  await expect(core.api.papers.printRegister({ ...order, ...to })).rejects.toMatchObject({ code: 'refused' })
  const { entries } = await core.api.exports.list({ ...wholeRegister, offset: 0, limit: 2 })
  expect(entries.map(({ kind, outcome }) => [kind, outcome])).toEqual([
    ['register-print', 'failed'],
    ['register-pdf', 'failed'],
  ])
})

test('the auditor saves the register and exports nobody', async () => {
  const core = await signedIn('auditor')
  const path = join(tempFolder(), '登记.csv')
  core.files.grant('token', path)
  const { lines } = await core.api.papers.saveRegister({ ...asked, as: 'csv' })
  expect(lines).toBe(0)
  expect(readFileSync(path, 'utf8').split('\r\n')).toHaveLength(2)
})

test.each([
  ['=1+1', `"'=1+1"`],
  ['＝1', `"'＝1"`],
  ['-3', `"'-3"`],
  ['\t=1', `"'\t=1"`],
  ['说"是"', '"说""是"""'],
  ['a\r\nb', '"a\nb"'],
  ['石桥镇', '"石桥镇"'],
  [null, '""'],
  [12, '12'],
])('%j as CSV is %j', (value, text) => {
  expect(writeCsv([[value]])).toBe(`\uFEFF${text}\r\n`)
})

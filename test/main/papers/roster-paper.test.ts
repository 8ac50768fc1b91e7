import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { expect, test } from 'vitest'
import { type CadreId, emptyForm } from '../../../src/shared/cadres/cadres'
import { PartialDate } from '../../../src/shared/dates/partial-date'
import type { RosterKey } from '../../../src/shared/exports/roster-columns'
import { tempFolder } from '../../helpers/folders'
import { signedIn } from '../../helpers/harness'
import { resumeOf } from '../../shared/cadres/form/sheets'
import { type Core, keepPerson } from '../exports/people'

const columns: RosterKey[] = ['place', 'name', 'birth', 'idNumber']
const roster = {
  title: '全区干部名册',
  columns,
  grouped: true,
  on: PartialDate.parse('2030-01-02'),
  sheet: { size: 'A3' as const, upright: false },
}
/** Columns with which one or two people fill a page. */
const long = {
  ...roster,
  columns: ['place', 'idNumber', 'form.resume'] satisfies RosterKey[],
  sheet: { size: 'A4' as const, upright: false },
}
const order = { reason: '换届摸底', recipient: '', mark: null, sensitive: [], roster }
const to = { printer: '干部科 M401', copies: 2, twoSided: true }

async function officeOf(many: number) {
  const core = await signedIn('officer')
  const [root] = await core.api.units.tree({})
  if (!root) throw new Error('no root unit')
  const town = await core.api.units.add({ parentId: root.id, name: '石桥镇' })
  const ids: CadreId[] = []
  for (let index = 0; index < many; index += 1)
    ids.push(
      await keepPerson(
        core,
        {
          name: `王${index}`,
          birth: PartialDate.parse('1984-03'),
          idNumber: '370199198403120021',
          form: { ...emptyForm, resume: resumeOf(30) },
        },
        { unitId: town.id, unitOrder: index, secrecy: index === 0 ? '秘密★5年' : '' },
      ),
    )
  const path = join(tempFolder(), '名册.pdf')
  core.files.grant('token', path)
  return { core, path, whom: { by: 'ids' as const, ids } }
}
const register = async (core: Core) =>
  (await core.api.exports.list({ year: null, kind: null, text: '', offset: 0, limit: 10 })).entries
const laidTable = ({ paper }: Core) => {
  const [laid] = paper.laid
  if (laid?.kind !== 'table') throw new Error('no table was laid out')
  return laid
}

test('a roster as PDF: its sheet, mark, number, notes and groups; masked unless asked for', async () => {
  const { core, path, whom } = await officeOf(3)
  const { entry, pages } = await core.api.papers.saveRoster({ ...order, whom, target: 'token', sensitive: ['phone'] })
  expect(entry).toMatchObject({
    kind: 'roster-pdf',
    people: 3,
    written: 3,
    outcome: 'done',
    mark: '秘密★5年',
    sensitive: [],
  })
  expect(pages).toBe(1)
  const made = await PDFDocument.load(readFileSync(path), { updateMetadata: false })
  const size = made.getPage(0).getSize()
  expect([Math.round(size.width), Math.round(size.height)]).toEqual([1191, 842])
  expect(made.getTitle()).toBe('干部名册〔2030〕第1号（秘密★5年）')
  const laid = laidTable(core)
  expect(laid.title).toBe('全区干部名册')
  expect(laid.notes).toBe(
    '制表单位：测试区委组织部　　制表日期：2030年1月2日　　共 3 人　　年龄、年限计算至 2030.01.02',
  )
  expect(laid.furniture).toMatchObject({ mark: '秘密★5年' })
  expect(laid.furniture.foot).toContain('〔2030〕第 1 号　陆四')
  expect(laid.groups.map(({ heading, rows }) => [heading, rows[0]])).toEqual([
    ['石桥镇（3人）', [1, '王0', '1984.03', '37**************21']],
  ])
  expect(core.paper.open).toBe(0)
})

test('many pages are joined in their order; a stop leaves nothing', async () => {
  const { core, path, whom } = await officeOf(5)
  const { pages } = await core.api.papers.saveRoster({
    ...order,
    roster: long,
    whom,
    target: 'token',
    sensitive: ['idNumber'],
  })
  expect((await PDFDocument.load(readFileSync(path))).getPageCount()).toBe(pages)
  expect(pages).toBeGreaterThan(2)
  expect(laidTable(core).groups[0]?.rows[0]?.[1]).toBe('370199198403120021')

  const other = join(tempFolder(), '名册.pdf')
  core.files.grant('token', other)
  const stop = new AbortController()
  core.paper.on(() => stop.abort())
  const run = core.api.papers.saveRoster({ ...order, whom, target: 'token' }, { signal: stop.signal })
  await expect(run).rejects.toMatchObject({ code: 'cancelled' })
  expect([existsSync(other), existsSync(`${other}.partial`)]).toEqual([false, false])
  expect((await register(core))[0]).toMatchObject({ outcome: 'cancelled', written: 0 })
  expect(core.paper.open).toBe(0)
})

test('on paper copy by copy, on the sheet that was chosen, and counted', async () => {
  const { core, whom } = await officeOf(2)
  const { entry } = await core.api.papers.printRoster({ ...order, ...to, whom })
  expect(core.paper.printed.map(({ pages, order: asked }) => [pages, asked])).toEqual(
    [1, 2].map(() => [
      { from: 0, to: 1 },
      { ...to, copies: 1, sheet: roster.sheet },
    ]),
  )
  expect(entry).toMatchObject({ kind: 'roster-print', outcome: 'done', people: 2, written: 2 })
})

test('what was printed before a stop is counted, person by person', async () => {
  const { core, whom } = await officeOf(60)
  const stop = new AbortController()
  core.paper.on(act => act === 'printed' && stop.abort())
  const { entry } = await core.api.papers.printRoster(
    { ...order, ...to, copies: 1, whom, roster: long },
    { signal: stop.signal },
  )
  expect(core.paper.printed.map(({ pages }) => pages)).toEqual([{ from: 0, to: 24 }])
  expect(entry.outcome).toBe('cancelled')
  // Two of these rows fill a page.
  expect(entry.written).toBeGreaterThan(20)
  expect(entry.written).toBeLessThan(60)
})

test('a printer that refuses', async () => {
  const { core, whom } = await officeOf(1)
  core.paper.fail()
  await expect(core.api.papers.printRoster({ ...order, ...to, whom })).rejects.toMatchObject({
    code: 'refused',
    message: '没有打印。打印机没有接受任务，请检查打印机后再打印其余的页',
  })
  expect(await register(core)).toMatchObject([{ outcome: 'failed', written: 0 }])
  expect(core.paper.open).toBe(0)
})

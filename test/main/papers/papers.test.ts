import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { describe, expect, test } from 'vitest'
import type { CadreId } from '../../../src/shared/cadres/cadres'
import { emptyForm } from '../../../src/shared/cadres/cadres'
import { PartialDate } from '../../../src/shared/dates/partial-date'
import type { Paper } from '../../../src/shared/papers/paper-protocol'
import { uprightA4 } from '../../../src/shared/papers/sheet-size'
import { tempFolder } from '../../helpers/folders'
import { signedIn } from '../../helpers/harness'
import { resumeOf } from '../../shared/cadres/form/sheets'
import { png } from '../cadres/people'
import { type Core, keepPerson } from '../exports/people'

const order = (ids: readonly CadreId[]) => ({
  whom: { by: 'ids' as const, ids: [...ids] },
  reason: '常委会讨论',
  recipient: '',
  mark: null,
  sensitive: ['family' as const, 'form.health' as const],
  edition: null,
})
const save = { as: 'pdf' as const, into: 'file' as const, namePattern: '{姓名}', target: 'token' }
/** The forms of a paper. */
const formsOf = (paper: Paper | undefined) => (paper?.kind === 'form' ? paper.sheets : [])
const register = async (core: Core) =>
  (await core.api.exports.list({ year: null, kind: null, text: '', offset: 0, limit: 10 })).entries

async function officerWith(names: readonly string[]) {
  const core = await signedIn('officer')
  const ids: CadreId[] = []
  for (const [index, name] of names.entries())
    ids.push(
      await keepPerson(
        core,
        {
          name,
          birth: PartialDate.parse('1984-03'),
          idNumber: '370199198403120021',
          form: { ...emptyForm, health: '健康', currentPost: '石桥镇党委书记', resume: resumeOf(9) },
          family: [
            { title: '父亲', name: '王山', birth: null, birthText: '不详', politics: '群众', unitAndPost: '务农' },
          ],
        },
        { photo: png, unitOrder: index },
      ),
    )
  const folder = tempFolder()
  return { core, ids, folder, path: join(folder, '任免表.pdf') }
}

describe('a proof', () => {
  test('covers what is masked, and shows it after a reason that is written down', async () => {
    const { core, ids } = await officerWith(['周𠮷庆'])
    const which = { whom: { by: 'ids' as const, ids }, place: 0, edition: null }
    const { sheet, people } = await core.api.papers.proof(which)
    expect(people).toBe(1)
    expect(sheet).toMatchObject({ name: '周𠮷庆', health: '', family: [], covered: ['health', 'family'], edition: '3' })
    expect(Buffer.from(sheet.photo?.bytes ?? [])).toEqual(png)
    const whole = await core.api.papers.wholeProof({ ...which, reason: '打印前核对' })
    expect(whole.sheet).toMatchObject({ health: '健康', covered: [] })
    expect(whole.sheet.family).toMatchObject([{ name: '王山', age: '不详' }])
  })

  test('names nobody beyond the last', async () => {
    const { core, ids } = await officerWith(['王芳'])
    const asked = core.api.papers.proof({ whom: { by: 'ids', ids }, place: 1, edition: '4' })
    await expect(asked).rejects.toMatchObject({ code: 'conflict' })
  })
})

describe('PDF', () => {
  test('everybody in one file, with number and mark, and the window gone', async () => {
    const { core, ids, path } = await officerWith(['王芳', '周𠮷庆', '阿依努尔·买买提'])
    core.files.grant('token', path)
    const { entry } = await core.api.papers.saveForms({ ...order(ids), ...save })
    const made = await PDFDocument.load(readFileSync(path), { updateMetadata: false })
    expect(made.getPageCount()).toBe(6)
    expect([made.getTitle(), made.getCreator(), made.getProducer()]).toEqual([
      '任免审批表〔2030〕第1号（内部）',
      '担当',
      '担当',
    ])
    expect(entry).toMatchObject({ kind: 'form-pdf', people: 3, written: 3, outcome: 'done', number: 1 })
    expect(core.paper.laid[0]?.furniture).toMatchObject({ mark: '' })
    expect(core.paper.laid[0]?.furniture.foot).toContain('内部　〔2030〕第 1 号　陆四')
    expect(formsOf(core.paper.laid[0]).map(({ name, health }) => [name, health])).toEqual([
      ['王芳', '健康'],
      ['周𠮷庆', '健康'],
      ['阿依努尔·买买提', '健康'],
    ])
    expect(core.paper.open).toBe(0)
  })

  test('one file a person in a new folder; names by the pattern, equal ones numbered', async () => {
    const { core, ids, folder } = await officerWith(['王芳', '王芳'])
    core.files.grant('token', folder)
    const pattern = { namePattern: '{姓名}{身份证号后四位}', into: 'folder' as const }
    await expect(core.api.papers.saveForms({ ...order(ids), ...save, ...pattern })).rejects.toMatchObject({
      code: 'refused',
    })
    expect(readdirSync(folder)).toEqual([])
    core.files.grant('token', folder)
    const sensitive = ['family' as const, 'form.health' as const, 'idNumber' as const]
    const done = await core.api.papers.saveForms({ ...order(ids), ...save, ...pattern, sensitive })
    expect(readdirSync(join(folder, done.folder)).toSorted()).toEqual(['王芳0021.pdf', '王芳0021（2）.pdf'])
  })

  test('what was not asked for stands on no sheet', async () => {
    const { core, ids, path } = await officerWith(['王芳'])
    core.files.grant('token', path)
    await core.api.papers.saveForms({ ...order(ids), ...save, sensitive: [] })
    expect(formsOf(core.paper.laid[0])[0]).toMatchObject({ health: '', family: [], covered: [] })
  })

  test('a stopped run leaves nothing, and the register says so', async () => {
    const { core, ids, folder } = await officerWith(['王芳', '李芳', '周芳'])
    core.files.grant('token', folder)
    const stop = new AbortController()
    const run = core.api.papers.saveForms(
      { ...order(ids), ...save, into: 'folder' },
      { signal: stop.signal, onProgress: () => stop.abort() },
    )
    await expect(run).rejects.toMatchObject({ code: 'cancelled' })
    expect(readdirSync(folder)).toEqual([])
    expect(core.paper.open).toBe(0)
    expect(await register(core)).toMatchObject([{ outcome: 'cancelled', written: 0, people: 3 }])
  })

  test('a press that fails leaves nothing either', async () => {
    const { core, ids, path } = await officerWith(['王芳'])
    core.files.grant('token', path)
    core.paper.fail()
    await expect(core.api.papers.saveForms({ ...order(ids), ...save })).rejects.toMatchObject({ code: 'internal' })
    expect(existsSync(path)).toBe(false)
    expect(existsSync(`${path}.partial`)).toBe(false)
    expect(await register(core)).toMatchObject([{ outcome: 'failed', written: 0 }])
  })
})

describe('paper', () => {
  const to = { printer: '干部科 M401', copies: 2, twoSided: true }

  test('person by person, and counted', async () => {
    const { core, ids } = await officerWith(['王芳', '李芳'])
    const { entry } = await core.api.papers.printForms({ ...order(ids), ...to, mark: null })
    expect(core.paper.printed.map(({ paper, order: asked }) => [formsOf(paper)[0]?.name, asked])).toEqual([
      ['王芳', { ...to, sheet: uprightA4 }],
      ['李芳', { ...to, sheet: uprightA4 }],
    ])
    expect(entry).toMatchObject({ kind: 'form-print', outcome: 'done', people: 2, written: 2 })
  })

  test('what was printed before a stop is counted', async () => {
    const { core, ids } = await officerWith(['王芳', '李芳', '周芳'])
    const stop = new AbortController()
    const { entry } = await core.api.papers.printForms(
      { ...order(ids), ...to },
      { signal: stop.signal, onProgress: () => stop.abort() },
    )
    expect(entry).toMatchObject({ outcome: 'cancelled', people: 3, written: core.paper.printed.length })
    expect(core.paper.printed.length).toBeLessThan(3)
  })

  test('a printer that refuses says how many are on paper', async () => {
    const { core, ids } = await officerWith(['王芳', '李芳'])
    core.paper.fail()
    const run = core.api.papers.printForms({ ...order(ids), ...to })
    await expect(run).rejects.toMatchObject({
      code: 'refused',
      message: '没有打印。打印机没有接受任务，请检查打印机后再打印其余的人',
    })
    expect(await register(core)).toMatchObject([{ outcome: 'failed', written: 0 }])
    expect(core.paper.open).toBe(0)
  })
})

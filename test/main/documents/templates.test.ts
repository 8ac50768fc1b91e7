import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import { expect, test } from 'vitest'
import { readZip } from '../../../src/main/cadres/zip-guard'
import { filledDocx, templateFaults } from '../../../src/main/documents/docx-file'
import { shippedTemplate } from '../../../src/main/documents/shipped-template'
import { createZip } from '../../../src/main/exports/zip-write'
import { templateForms } from '../../../src/shared/documents/templates'
import { tempFolder } from '../../helpers/folders'
import { type Core, signedIn } from '../../helpers/harness'
import { heldTalk } from './talk'

const NOW = Date.parse('2030-01-02T01:00:00Z')

/** What a template must have, in one paragraph. */
const musts = '{谈话时间}{谈话地点}{谈话对象}{谈话人}{记录人}'
const wordFile = async (children: (Paragraph | Table)[]): Promise<Uint8Array> =>
  new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })))
const line = (...runs: string[]): Paragraph => new Paragraph({ children: runs.map(text => new TextRun(text)) })

/** The paragraphs of a Word file as other readers have them than those that wrote it. */
async function paragraphsOf(bytes: Uint8Array): Promise<string[]> {
  const parts = await readZip(bytes, name => name === 'word/document.xml')
  if (!parts.ok) throw new Error(parts.failure.why)
  // It comes without types.
  const module: string = 'jsdom'
  const { JSDOM } = (await import(module)) as {
    JSDOM: new () => { window: { DOMParser: typeof DOMParser } }
  }
  const { window } = new JSDOM()
  const xml = parts.value.get('word/document.xml')?.toString('utf8') ?? ''
  const read = new window.DOMParser().parseFromString(xml, 'application/xml')
  expect(read.querySelector('parsererror')).toBeNull()
  return [...read.getElementsByTagName('w:p')].map(paragraph =>
    [...paragraph.getElementsByTagName('*')]
      .map(({ tagName, textContent }) => (tagName === 'w:br' ? '⏎' : tagName === 'w:t' ? textContent : ''))
      .join(''),
  )
}
const filledWith = async (children: (Paragraph | Table)[], values: object): Promise<string[]> =>
  (await paragraphsOf(await filledDocx('谈话记录', await wordFile(children), values as never, NOW))).filter(
    text => text !== '',
  )

test.each([...templateForms])('the template that ships for %s lacks nothing', async form => {
  expect(await templateFaults(form, await shippedTemplate(form))).toBe('')
})

test.each<[string, Paragraph[], string]>([
  ['nothing', [line('空白')], '模板缺少：{谈话时间}、{谈话地点}、{谈话对象}、{谈话人}、{记录人}、{#记录}'],
  [
    'all but one',
    [line(`${musts.replace('{谈话人}', '')}{#记录}`), line('{内容}'), line('{/记录}')],
    '模板缺少：{谈话人}',
  ],
  ['one that nobody knows', [line(`${musts}{职位}`), line('{#记录}{问}{答}{/记录}')], '模板不认识：{职位}'],
  [
    'both',
    [line('{谈话时间}{谈话地点}{谈话对象}{记录人}{xx}'), line('{#记录}{问}{/记录}')],
    '模板缺少：{谈话人}；不认识：{xx}',
  ],
  [
    'a loop that is none',
    [line(musts), line('{#小结}x{/小结}'), line('{#记录}{问}{/记录}')],
    '模板不认识：{#小结}、{/小结}',
  ],
  ['braces that mean nothing', [line(`${musts}{ 备 }{}`), line('{#记录}{问}{/记录}')], ''],
  [
    'cut into runs',
    [line('{谈话', '时间}{谈话地点}{谈', '话对象}{谈话人}{记录人', '}'), line('{#记', '录}{问}{/', '记录}')],
    '',
  ],
])('a template with %s', async (_what, children, words) => {
  expect(await templateFaults('谈话记录', await wordFile(children))).toBe(words)
})

test.each<[string, Paragraph[], string]>([
  ['never ends', [line(musts), line('{#记录}{问}')], '没有对应的 {/记录}'],
  ['never begins', [line(musts), line('{#记录}{/记录}{/记录}')], '记录'],
  ['stands in the middle of words', [line(musts), line('他说{#记录}{问}{/记录}完')], '要放在一段的开头和结尾'],
])('a loop that %s is told', async (_what, children, words) => {
  await expect(templateFaults('谈话记录', await wordFile(children))).rejects.toThrow(words)
})

const talk = {
  谈话时间: '2030年1月2日 10:00',
  谈话地点: 'A & B <室>',
  谈话对象: '周启明',
  谈话人: '方汀兰',
  记录人: '苏既白',
  小结: '第一段\n第二段',
  记录: [
    { 问: '问：睡得怎样？', 答: '', 内容: '睡得怎样？' },
    { 问: '', 答: '答：好些。\n还要看看。', 内容: '好些。' },
  ],
  部分: [
    { 序号: '一', 部分标题: '思想', 记录: [{ 内容: '甲' }, { 内容: '乙' }] },
    { 序号: '二', 部分标题: '工作', 记录: [] },
  ],
  承诺: [{ 类别: '承诺', 内容: '开会', 责任人: '方汀兰', 期限: '2030.02.02' }],
}

test('loops over one paragraph, over several, inside of each other, and over rows of a table', async () => {
  const cell = (text: string): TableCell => new TableCell({ children: [line(text)] })
  const table = new Table({
    rows: [
      new TableRow({ children: [cell('类别'), cell('内容')] }),
      new TableRow({ children: [cell('{#承诺}{类别}'), cell('{内容}{/承诺}')] }),
    ],
  })
  const texts = await filledWith(
    [
      line('{谈话对象}', '：{谈话', '地点}', musts),
      line('{#记录}{问}{答}{/记录}'),
      line('{#部分}'),
      line('{序号}、{部分标题}'),
      line('{#记录}{内容}{/记录}'),
      line('{/部分}'),
      table,
      line('{小结}'),
      line('小结：{小结}'),
    ],
    talk,
  )
  expect(texts).toEqual([
    '周启明：A & B <室>2030年1月2日 10:00A & B <室>周启明方汀兰苏既白',
    '问：睡得怎样？',
    '答：好些。⏎还要看看。',
    '一、思想',
    '甲',
    '乙',
    '二、工作',
    '类别',
    '内容',
    '承诺',
    '开会',
    '第一段',
    '第二段',
    '小结：第一段⏎第二段',
  ])
})

test('without anything to repeat nothing is left of a loop; a cell keeps the paragraph that Word asks for', async () => {
  const table = new Table({
    rows: [new TableRow({ children: [new TableCell({ children: [line('{#补充}{内容}{/补充}')] })] })],
  })
  const bytes = await filledDocx(
    '谈话记录',
    await wordFile([line(musts), line('{#记录}{问}{/记录}'), table]),
    { 谈话人: '甲' },
    NOW,
  )
  const texts = await paragraphsOf(bytes)
  expect(texts.filter(text => text !== '')).toEqual(['甲'])
  expect(texts.length).toBeGreaterThanOrEqual(2)
})

test('what Word would fetch or run is refused', async () => {
  const unpacked = await readZip(await wordFile([line(musts), line('{#记录}{问}{/记录}')]), () => true)
  if (!unpacked.ok) throw new Error('unpacked')
  const packed = (extra: Record<string, string>): Uint8Array => {
    const parts: Uint8Array[] = []
    const zip = createZip({ write: part => void parts.push(typeof part === 'string' ? Buffer.from(part) : part) }, NOW)
    for (const [name, content] of unpacked.value) if (!(name in extra)) zip.write(name, content)
    for (const [name, content] of Object.entries(extra)) zip.write(name, Buffer.from(content))
    zip.finish()
    return new Uint8Array(Buffer.concat(parts))
  }
  expect(await templateFaults('谈话记录', packed({}))).toBe('')
  const rels = '<Relationships><Relationship Target="http://192.0.2.1/a.dotm" TargetMode="External"/></Relationships>'
  await expect(templateFaults('谈话记录', packed({ 'word/_rels/settings.xml.rels': rels }))).rejects.toThrow('指向外部')
  await expect(templateFaults('谈话记录', packed({ 'word/vbaProject.bin': 'x' }))).rejects.toThrow('宏')
  const dtd = '<!DOCTYPE x [<!ENTITY a "b">]><w:document/>'
  await expect(templateFaults('谈话记录', packed({ 'word/document.xml': dtd }))).rejects.toThrow('没有读懂')
  await expect(templateFaults('谈话记录', new Uint8Array([80, 75, 3, 4, 0, 0]))).rejects.toThrow('没有读懂')
})

const order = { sealed: false, reason: '送本人签字', recipient: '', mark: null }
const grant = (core: Core, name: string): string => {
  const path = join(tempFolder(), name)
  core.files.grant('token', path)
  return path
}

test('a talk as Word: filled by the shipped template, and by the unit’s own until it goes back', async () => {
  const { place, id, talker } = await heldTalk()
  const document = { of: 'interview' as const, id }
  const save = async (core: Core): Promise<string[]> => {
    const path = grant(core, '谈话记录.docx')
    const { entry } = await core.api.documents.save({ ...order, document, as: 'docx', target: 'token' })
    expect(entry).toMatchObject({ kind: 'talk-docx', outcome: 'done' })
    return (await paragraphsOf(new Uint8Array(readFileSync(path)))).filter(text => text !== '')
  }
  const shipped = await save(talker)
  expect(shipped[0]).toBe('谈话记录')
  expect(shipped).toEqual(
    expect.arrayContaining([
      '一、思想',
      '问：到任以后睡得怎样？',
      `谈话人（方汀兰）：${'　'.repeat(10)}年　月　日`,
      '另有密封内容 1 条，未印出。',
    ]),
  )
  expect(shipped.join('')).not.toContain('我妻子')
  talker.close()

  const officer = await signedIn('officer', place)
  const own = join(tempFolder(), '云泽谈话.docx')
  writeFileSync(own, await wordFile([line(`云泽区 ${musts}`), line('{#记录}{内容}{/记录}')]))
  officer.files.grantReading('r', [own])
  const put = await officer.api.documents.putTemplate({ form: '谈话记录', token: 'r', reason: '用本单位格式' })
  expect(put.versions.map(({ version, name }) => [version, name])).toEqual([
    [1, '云泽谈话.docx'],
    [0, ''],
  ])
  const wrong = join(tempFolder(), '缺.docx')
  writeFileSync(wrong, await wordFile([line('{谈话时间}{职位}')]))
  officer.files.grantReading('r', [wrong])
  await expect(officer.api.documents.putTemplate({ form: '谈话记录', token: 'r', reason: 'x' })).rejects.toThrow(
    '模板缺少：{谈话地点}、{谈话对象}、{谈话人}、{记录人}、{#记录}；不认识：{职位}',
  )
  const back = grant(officer, '下载.docx')
  await officer.api.documents.saveTemplate({ form: '谈话记录', version: 1, target: 'token' })
  expect(readFileSync(back)).toEqual(readFileSync(own))
  officer.close()
  const { signInAs } = await import('../../helpers/harness')
  const { NEXT } = await import('../interviews/department')
  const again = await signInAs(place, 'tan1', NEXT)
  expect((await save(again))[0]).toBe('云泽区 2030年1月2日 02:00201 室周启明干部科 方汀兰干部科 苏既白')
  again.close()
  const later = await signedIn('officer', place)
  const restored = await later.api.documents.restoreTemplate({ form: '谈话记录', version: 0, reason: '改回' })
  expect(restored.versions[0]).toMatchObject({ version: 2, name: '', reason: '改回' })
  later.close()
})

test('templates are the officer’s: an interviewer and an administrator are refused', async () => {
  const { place, talker } = await heldTalk()
  await expect(talker.api.documents.templates({})).rejects.toMatchObject({ code: 'forbidden' })
  talker.close()
  const admin = await signedIn('sysadmin', place)
  await expect(admin.api.documents.templates({})).rejects.toMatchObject({ code: 'forbidden' })
  admin.close()
})

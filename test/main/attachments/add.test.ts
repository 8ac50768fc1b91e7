import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { PART_BYTES } from '../../../src/main/attachments/contents.repo'
import { createZip } from '../../../src/main/exports/zip-write'
import { attachmentLimits } from '../../../src/shared/attachments/attachments.rules'
import { tempFolder } from '../../helpers/folders'
import { newPlace, signedIn } from '../../helpers/harness'
import { contentOf, countOf, linesOf, pdfOf, scanOf, withPerson } from './scans'

const large = scanOf(7, PART_BYTES * 3 + 5)

function zipped(names: readonly string[]): Buffer {
  const parts: Uint8Array[] = []
  const written = { write: (part: string | Uint8Array) => void parts.push(Buffer.from(part)) }
  const zip = createZip({ ...written, finish() {}, abandon() {} }, 0)
  for (const name of names) zip.write(name, Buffer.from('x'))
  zip.finish()
  return Buffer.concat(parts)
}

test('several files are added as one step, each to the class that its name suggests, and come out as they went in', async () => {
  const { core, id, add } = await withPerson()
  const docx = zipped(['[Content_Types].xml', 'word/document.xml'])
  const outcomes = await add({ '任职通知.pdf': pdfOf('任职'), '毕业证书.png': large, '考核材料.docx': docx })
  expect(outcomes.map(({ name, words }) => [name, words])).toEqual([
    ['任职通知.pdf', ''],
    ['毕业证书.png', ''],
    ['考核材料.docx', ''],
  ])
  const list = await core.api.attachments.list({ cadreId: id })
  expect(list.map(({ category, title, format, bytes, byName }) => [category, title, format, bytes, byName])).toEqual([
    ['3', '考核材料', 'docx', docx.length, '陆四'],
    ['4', '毕业证书', 'png', large.length, '陆四'],
    ['9', '任职通知', 'pdf', pdfOf('任职').length, '陆四'],
  ])
  for (const [place, bytes] of [pdfOf('任职'), large, docx].entries())
    expect((await contentOf(core, id, outcomes[place]?.id ?? null)).equals(bytes)).toBe(true)
  const [step, ...others] = await core.api.cadres.history({ id })
  expect(step?.changes).toHaveLength(3)
  expect(others).toHaveLength(1)
  expect(countOf(core, 'attachment_parts')).toBe(1 + 4 + 1)
  expect(linesOf(core, 'attachments.add')).toMatchObject([
    { subject: `cadres:${id}`, outcome: 'done', details: expect.stringMatching(/^附件 3 件，共 3\.1 MB$/) as string },
  ])
})

test('what is not taken says why, and the others are added all the same', async () => {
  const { core, id, add } = await withPerson()
  const outcomes = await add({
    '通知.pdf': Buffer.from('MZ\u0090\u0000'),
    '扫描.pdf': scanOf(1),
    '带宏.docx': zipped(['[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin']),
    '断了.docx': zipped(['[Content_Types].xml', 'word/document.xml']).subarray(0, 40),
    '空.png': Buffer.alloc(0),
    '好的.png': scanOf(2),
  })
  expect(outcomes.map(({ id: added, words }) => [added !== null, words.slice(0, 8)])).toEqual([
    [false, '是程序或快捷方式'],
    [false, '名称写的是 .p'],
    [false, '里面带有宏或程序'],
    [false, '是损坏或不完整的'],
    [false, '是空文件'],
    [true, ''],
  ])
  expect(await core.api.attachments.list({ cadreId: id })).toHaveLength(1)
  expect([countOf(core, 'attachment_contents'), countOf(core, 'attachment_parts')]).toEqual([1, 1])
})

test('folders, links to nowhere and files that are too large are refused by themselves', async () => {
  const { core, id } = await withPerson()
  const folder = tempFolder()
  mkdirSync(join(folder, '夹子'))
  symlinkSync(join(folder, '没有'), join(folder, '断链.png'))
  writeFileSync(join(folder, '大.png'), scanOf(1))
  truncateSync(join(folder, '大.png'), attachmentLimits.bytes.value + 1)
  core.files.grantReading(
    't',
    ['夹子', '断链.png', '大.png'].map(name => join(folder, name)),
  )
  const outcomes = await core.api.attachments.add({ cadreId: id, token: 't', category: null })
  expect(outcomes.map(({ words }) => words.slice(0, 7))).toEqual(['是文件夹。请选', '已不在原处，可', '有 50 MB'])
  // Nothing was added, so nothing is recorded.
  expect(linesOf(core, 'attachments.add')).toEqual([])
  await expect(core.api.attachments.add({ cadreId: id, token: 't', category: null })).rejects.toMatchObject({
    code: 'refused',
  })
})

test('too many at once are refused whole', async () => {
  const { core, add } = await withPerson()
  const many = Object.fromEntries(Array.from({ length: 51 }, (_, n) => [`${n}.png`, scanOf(n)]))
  await expect(add(many)).rejects.toMatchObject({
    code: 'refused',
    message: expect.stringContaining('一次最多加入 50') as string,
  })
  expect(countOf(core, 'attachment_contents')).toBe(0)
})

test('the same content is kept once for a person, and it is said where it is', async () => {
  const { core, id, add } = await withPerson()
  const [first] = await add({ '证书.png': scanOf(3) })
  const again = await add({ '另一个名字.png': scanOf(3), '新的.png': scanOf(4), '新的副本.png': scanOf(4) })
  expect(again.map(({ words }) => words)).toEqual([
    '和已有的《证书》内容完全相同，没有重复加入',
    '',
    '和同时加入的“新的.png”内容完全相同，只加入了一个',
  ])
  if (!first?.id) throw new Error('not added')
  await core.api.attachments.remove({ cadreId: id, id: first.id, reason: '放错了' })
  expect((await add({ '又来.png': scanOf(3) }))[0]?.words).toContain('已移出的《证书》内容完全相同')
  // Of another person it is another matter.
  const { cadre } = await core.api.cadres.add({ name: '郑知行', birth: null, unitId: null })
  expect((await add({ '证书.png': scanOf(3) }, { to: cadre.id }))[0]?.id).not.toBeNull()
  expect(countOf(core, 'attachment_contents')).toBe(3)
})

test('an adding that is stopped leaves nothing', async () => {
  const { core, id, add } = await withPerson()
  const stopping = new AbortController()
  const adding = add(
    { '小.png': scanOf(1), '大.png': large },
    { options: { signal: stopping.signal, onProgress: () => stopping.abort() } },
  )
  await expect(adding).rejects.toMatchObject({ code: 'cancelled' })
  expect(['attachments', 'attachment_contents', 'attachment_parts'].map(table => countOf(core, table))).toEqual([
    0, 0, 0,
  ])
  expect(await core.api.cadres.history({ id })).toHaveLength(1)
  expect(linesOf(core, 'attachments.add')).toEqual([])
})

test('an adding that is killed leaves nothing to be seen, and the next one sweeps its remains', async () => {
  const { core, id, add } = await withPerson()
  const killed = newPlace()
  let isCopied = false
  await add(
    { '小.png': scanOf(1), '大.png': large },
    {
      options: {
        onProgress: ({ done }) => {
          if (isCopied || done < 60) return
          isCopied = true
          cpSync(core.place.folder, killed.folder, { recursive: true })
          cpSync(core.place.machineDir, killed.machineDir, { recursive: true })
        },
      },
    },
  )
  expect(isCopied).toBe(true)
  core.close()
  const after = await signedIn('officer', killed)
  expect(await after.api.attachments.list({ cadreId: id })).toEqual([])
  expect(countOf(after, 'attachment_contents')).toBe(2)
  const desk = await withPerson(after)
  await desk.add({ '新.png': scanOf(9) })
  expect([countOf(after, 'attachment_contents'), countOf(after, 'attachment_parts')]).toEqual([1, 1])
})

test('nothing is added to a file in the trash, and nothing of it lies on the disk in the clear', async () => {
  const { core, id, add } = await withPerson()
  const marker = Buffer.from('明文标记-附件-73120')
  await add({ '通知.pdf': Buffer.concat([pdfOf(''), marker, Buffer.alloc(300_000, 65)]) })
  await core.api.cadres.trash({ ids: [id], reason: '重复' })
  await expect(add({ '证书.png': scanOf(1) })).rejects.toMatchObject({ code: 'refused' })
  expect([countOf(core, 'attachments'), countOf(core, 'attachment_contents')]).toEqual([1, 1])
  for (const name of readdirSync(core.place.folder))
    expect([name, readFileSync(join(core.place.folder, name)).includes(marker)]).toEqual([name, false])
})

test('while a large file comes in, other calls have their turn', async () => {
  const { core, id, add } = await withPerson()
  const between: string[] = []
  const adding = add(
    { '大.png': large },
    {
      options: {
        onProgress: () =>
          void core.api.cadres.get({ id }).then(
            () => between.push('answered'),
            () => between.push('failed'),
          ),
      },
    },
  ).then(() => between.push('added'))
  await adding
  expect(between.indexOf('answered')).toBeLessThan(between.indexOf('added'))
  expect(between).not.toContain('failed')
})

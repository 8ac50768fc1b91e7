import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { PART_BYTES } from '../../../src/main/attachments/contents.repo'
import type { Attachment } from '../../../src/shared/attachments/attachments'
import type { CadreId } from '../../../src/shared/cadres/cadres'
import { SecrecyMark } from '../../../src/shared/secrecy/secrecy.rules'
import { contentOf, countOf, pdfOf, scanOf, withPerson } from '../attachments/scans'
import { forge } from './forge'
import { altered, closeAll, open, opened, pair, person, type Store, send, take } from './pair'

const modules = ['files', 'attachments'] as const
const held = ({ core }: Store, cadreId: CadreId): Promise<Attachment[]> => core.api.attachments.list({ cadreId })
const titles = async (at: Store, id: CadreId): Promise<string[]> =>
  (await held(at, id)).filter(({ removedAt }) => removedAt === null).map(({ title }) => title)
const only = async (at: Store, id: CadreId): Promise<Attachment> => {
  const [one, ...others] = await held(at, id)
  if (!one || others.length > 0) throw new Error('one attachment')
  return one
}
async function describe(at: Store, cadreId: CadreId, over: Partial<Attachment>): Promise<void> {
  const { id, category, title, documentOn, documentNumber, note, mark } = await only(at, cadreId)
  const facts = { category, title, documentOn, documentNumber, note, mark, ...over }
  await at.core.api.attachments.describe({ cadreId, id, facts })
}
/** Rows of contents, and those that wait for a package. */
const contentsAt = ({ core }: Store) => [countOf(core, 'attachment_contents'), countOf(core, 'exchange_contents')]

test('attachments go along byte for byte, in one step that is taken back, and come again without being kept twice', async () => {
  const [a, b] = await pair()
  const desk = await withPerson(a.core)
  const scan = scanOf(7, PART_BYTES * 2 + 5)
  await desk.add({ '任职通知.pdf': pdfOf('任职'), '毕业证书.png': scan })
  const removed = await desk.add({ '错放.png': scanOf(9) })
  await a.core.api.attachments.remove({ cadreId: desk.id, id: removed[0]?.id as Attachment['id'], reason: '错放' })
  const asked = { whom: { by: 'ids' as const, ids: [desk.id] }, modules: [...modules] }
  expect(await a.core.api.exchange.prepare(asked)).toMatchObject({
    attachments: { count: 2, bytes: scan.length + pdfOf('任职').length },
  })
  // The person is known there: taking in is a step of the file, which is taken back.
  await take(b, (await send(a, b, { ids: [desk.id] })).path)
  const { path } = await send(a, b, { ids: [desk.id], modules: [...modules] })
  const id = await opened(b, path)
  expect(contentsAt(b)).toEqual([2, 2])
  const { differences } = await b.core.api.exchange.item({ id, place: 0 })
  expect(differences.map(({ title }) => title).toSorted()).toEqual(['附件：任职通知', '附件：毕业证书'])
  expect(await b.core.api.exchange.apply({ id, unitId: null })).toMatchObject({ changed: 1 })
  expect(contentsAt(b)).toEqual([2, 0])
  expect(await titles(b, desk.id)).toEqual(['毕业证书', '任职通知'])
  const [first] = await held(b, desk.id)
  expect((await contentOf(b.core, desk.id, first?.id ?? null)).equals(scan)).toBe(true)
  expect(await b.core.api.attachments.verify({ cadreId: desk.id })).toEqual({ checked: 2, damaged: [] })
  const [step] = await b.core.api.cadres.history({ id: desk.id })
  expect(step?.changes.map(({ kind }) => kind)).toEqual(['attachment', 'attachment', 'exchange'])

  await b.core.api.imports.undo({ batchId: id, reason: '发错了' })
  expect(await titles(b, desk.id)).toEqual([])
  const again = await take(b, path)
  expect(again).toMatchObject({ changed: 1 })
  expect(await titles(b, desk.id)).toEqual(['毕业证书', '任职通知'])
  expect(contentsAt(b)).toEqual([2, 0])
  expect(await take(a, (await send(b, a, { ids: [desk.id], modules: [...modules] })).path)).toMatchObject({
    same: 1,
    changed: 0,
  })
  closeAll(a, b)
}, 60_000)

test('somebody new comes with their attachments, and goes with them', async () => {
  const [a, b] = await pair()
  const desk = await withPerson(a.core)
  await desk.add({ '任职通知.pdf': pdfOf('任职') })
  const { path } = await send(a, b, { ids: [desk.id], modules: [...modules] })
  const { id } = await take(b, path)
  expect(await titles(b, desk.id)).toEqual(['任职通知'])
  await b.core.api.imports.undo({ batchId: id, reason: '发错了' })
  // The file lies in the trash: what comes again is a new one, and the attachments are its.
  expect(await take(b, path)).toMatchObject({ added: 1 })
  const [found] = await b.core.api.cadres.search({ text: '李望舒', limit: 5 })
  expect(await titles(b, found?.id as CadreId)).toEqual(['任职通知'])
  closeAll(a, b)
}, 60_000)

test('what is said of an attachment is changed on one side, and on both a person decides once', async () => {
  const [a, b] = await pair()
  const desk = await withPerson(a.core)
  await desk.add({ '任职通知.pdf': pdfOf('任职') })
  const ids = [desk.id]
  await take(b, (await send(a, b, { ids, modules: [...modules] })).path)
  await describe(b, desk.id, { title: '关于李望舒任职的通知', category: '9' })
  expect(await take(a, (await send(b, a, { ids, modules: [...modules] })).path)).toMatchObject({ changed: 1 })
  expect(await titles(a, desk.id)).toEqual(['关于李望舒任职的通知'])
  await describe(a, desk.id, { documentNumber: '历组干〔2029〕7号' })
  await describe(b, desk.id, { documentNumber: '历组干〔2029〕8号' })
  const { path } = await send(a, b, { ids, modules: [...modules] })
  const arrival = await opened(b, path)
  expect((await b.core.api.exchange.arrival({ id: arrival })).counts['conflict']).toBe(1)
  expect(await take(b, path, 'take')).toMatchObject({ changed: 1, decidedTaken: 1 })
  expect((await only(b, desk.id)).documentNumber).toBe('历组干〔2029〕7号')
  expect(await take(a, (await send(b, a, { ids, modules: [...modules] })).path)).toMatchObject({ same: 1 })
  closeAll(a, b)
}, 60_000)

test('a package bears the highest mark of its attachments', async () => {
  const [a, b] = await pair()
  const desk = await withPerson(a.core)
  await desk.add({ '任职通知.pdf': pdfOf('任职') })
  await describe(a, desk.id, { mark: SecrecyMark.parse('秘密') })
  const whom = { by: 'ids' as const, ids: [desk.id] }
  const { mark: without } = await a.core.api.exchange.prepare({ whom, modules: ['files'] })
  const { mark } = await a.core.api.exchange.prepare({ whom, modules: [...modules] })
  expect([without, mark]).toEqual(['内部', '秘密'])
  closeAll(a, b)
})

test('what was opened and is given up, or breaks off, leaves no content behind', async () => {
  const [a, b] = await pair()
  const desk = await withPerson(a.core)
  await desk.add({ '毕业证书.png': scanOf(7, PART_BYTES * 3) })
  const { path } = await send(a, b, { ids: [desk.id], modules: [...modules] })
  const id = await opened(b, path)
  expect(contentsAt(b)).toEqual([1, 1])
  await b.core.api.exchange.discard({ id })
  expect(contentsAt(b)).toEqual([0, 0])
  const bytes = readFileSync(path)
  await expect(open(b, altered(path, bytes.subarray(0, bytes.length - 1)))).rejects.toThrow('没有复制完整')
  await expect(open(b, altered(path, Buffer.concat([bytes, Buffer.alloc(9)])))).rejects.toThrow('没有复制完整')
  const turned = Buffer.from(bytes)
  turned[bytes.length - PART_BYTES] = (turned[bytes.length - PART_BYTES] ?? 0) ^ 1
  await expect(open(b, altered(path, turned))).rejects.toThrow('被改动过')
  expect(contentsAt(b)).toEqual([0, 0])
  expect((await b.core.api.exchange.received({ offset: 0, limit: 1 })).total).toBe(0)
  expect(await take(b, path)).toMatchObject({ added: 1 })
  closeAll(a, b)
}, 60_000)

test('contents that are not what the package says are refused, though its signature is good', async () => {
  const [a, b] = await pair()
  const forged = await forge(a, b)
  const id = await person(b.core, '林岫')
  const scan = scanOf(3)
  const hash = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
  const facts = { category: '9', title: '通知', documentOn: null, documentNumber: '', note: '', mark: '内部' }
  const of = (over: Record<string, unknown>, attachmentId: string = crypto.randomUUID()) => {
    const value = { ...facts, format: 'png', bytes: scan.length, sha256: hash(scan), ...over }
    const values = { [`attachments:${attachmentId}`]: { value, versions: { [crypto.randomUUID()]: 1 } } }
    const identity = { id, aliases: [], name: '林岫', sex: null, birth: null, idNumber: '', unitName: '' }
    return { people: [{ ...identity, values }], accounts: {} }
  }
  const tried = async (content: unknown, behind: Buffer, beside = behind.length) =>
    open(b, await forged({ modules: ['attachments'], beside }, content, { behind }))
  await expect(tried(of({ sha256: hash(scanOf(4)) }), scan)).rejects.toThrow('被改动过')
  await expect(tried(of({}), scan.subarray(0, 100), scan.length)).rejects.toThrow('没有复制完整')
  await expect(tried(of({}), Buffer.concat([scan, scan]), scan.length)).rejects.toThrow('被改动过')
  await expect(tried(of({}), Buffer.concat([scan, scan]))).rejects.toThrow('不合数据包的格式')
  await expect(tried(of({ format: 'pdf' }), scan)).rejects.toThrow('不合数据包的格式')
  const program = Buffer.from('MZ\u0090\u0000')
  await expect(tried(of({ bytes: program.length, sha256: hash(program) }), program)).rejects.toThrow('不合数据包的格式')
  await expect(tried(of({ bytes: 60_000_000 }), scan)).rejects.toThrow('第 1 人的内容不合本程序的格式')
  expect(contentsAt(b)).toEqual([0, 0])
  // Under a number that is known here with another content.
  const desk = await withPerson(b.core)
  const [mine] = await desk.add({ '扫描.png': scanOf(5) })
  await expect(tried(of({}, mine?.id ?? ''), scan)).rejects.toThrow('不合数据包的格式')
  expect((await tried(of({}), scan)).kind).toBe('package')
  closeAll(a, b)
}, 60_000)

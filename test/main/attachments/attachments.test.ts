import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { PART_BYTES } from '../../../src/main/attachments/contents.repo'
import { openEncrypted } from '../../../src/main/store/open'
import { backupsFolder } from '../../../src/main/store/store-paths'
import type { Attachment, AttachmentFacts } from '../../../src/shared/attachments/attachments'
import { PartialDate } from '../../../src/shared/dates/partial-date'
import { SecrecyMark } from '../../../src/shared/secrecy/secrecy.rules'
import { tempFolder } from '../../helpers/folders'
import { contentOf, countOf, type Desk, linesOf, pdfOf, scanOf, withPerson } from './scans'

const factsOf = ({ category, title, documentOn, documentNumber, note, mark }: Attachment): AttachmentFacts => ({
  category,
  title,
  documentOn,
  documentNumber,
  note,
  mark,
})
const listOf = ({ core, id }: Desk) => core.api.attachments.list({ cadreId: id })
async function withOne(bytes = scanOf(1)) {
  const desk = await withPerson()
  await desk.add({ '任职通知.png': bytes })
  const [one] = await listOf(desk)
  if (!one) throw new Error('not added')
  return { ...desk, api: desk.core.api, one }
}
const undoLast = async ({ core, id }: Desk): Promise<void> => {
  const [last] = await core.api.cadres.history({ id })
  await core.api.cadres.undo({ id, changeSetId: last?.id ?? '' })
}

test('an attachment is described, taken out and put back, and each can be undone', async () => {
  const desk = await withOne()
  const { api, id, one } = desk
  const facts = {
    ...factsOf(one),
    category: '4' as const,
    title: '本科毕业证书',
    documentOn: PartialDate.parse('1996-07'),
    mark: SecrecyMark.parse('秘密'),
  }
  expect(await api.attachments.describe({ cadreId: id, id: one.id, facts })).toMatchObject(facts)
  await api.attachments.remove({ cadreId: id, id: one.id, reason: '不是本人的' })
  expect((await listOf(desk))[0]?.removedAt).not.toBeNull()
  await expect(api.attachments.describe({ cadreId: id, id: one.id, facts })).rejects.toMatchObject({ code: 'refused' })
  await expect(api.attachments.remove({ cadreId: id, id: one.id, reason: 'x' })).rejects.toMatchObject({
    code: 'conflict',
  })
  const steps = await api.cadres.history({ id })
  expect(steps.map(({ kind, reason, undoRefusal }) => [kind, reason, undoRefusal === null])).toEqual([
    ['change', '不是本人的', true],
    ['change', '', false],
    ['change', '', false],
    ['add', '', false],
  ])
  await undoLast(desk)
  expect((await listOf(desk))[0]).toMatchObject({ ...facts, removedAt: null })
  await api.cadres.undo({ id, changeSetId: steps[1]?.id ?? '' })
  expect((await listOf(desk))[0]).toMatchObject(factsOf(one))
  await api.cadres.undo({ id, changeSetId: steps[2]?.id ?? '' })
  expect((await listOf(desk))[0]?.removedAt).not.toBeNull()
  await api.attachments.restore({ cadreId: id, id: one.id })
  expect((await listOf(desk))[0]?.removedAt).toBeNull()
  // An attachment is no field: whoever is editing need not look again.
  expect((await api.cadres.get({ id })).revision).toBe(1)
})

test('what is described as it stands already makes no step', async () => {
  const { api, id, one } = await withOne()
  await api.attachments.describe({ cadreId: id, id: one.id, facts: factsOf(one) })
  expect(await api.cadres.history({ id })).toHaveLength(2)
})

test('a class is put into an order, whole or not at all', async () => {
  const desk = await withPerson()
  const { core, id, add } = desk
  await add({ 'a.png': scanOf(1), 'b.png': scanOf(2), 'c.png': scanOf(3) }, { category: '9' })
  const ids = (await listOf(desk)).map(each => each.id)
  await core.api.attachments.arrange({ cadreId: id, category: '9', ids: ids.toReversed() })
  expect((await listOf(desk)).map(({ title }) => title)).toEqual(['c', 'b', 'a'])
  await expect(core.api.attachments.arrange({ cadreId: id, category: '9', ids: ids.slice(1) })).rejects.toMatchObject({
    code: 'conflict',
  })
  await add({ 'd.png': scanOf(4) }, { category: '9' })
  expect((await listOf(desk)).map(({ title }) => title)).toEqual(['c', 'b', 'a', 'd'])
})

test('content is shown with a reason alone, and that is in the audit log without a word of it', async () => {
  const { core, api, id, one } = await withOne()
  await expect(api.attachments.part({ cadreId: id, id: one.id, part: 0 })).rejects.toMatchObject({ code: 'refused' })
  expect((await contentOf(core, id, one.id)).equals(scanOf(1))).toBe(true)
  await expect(api.attachments.part({ cadreId: id, id: one.id, part: 1 })).rejects.toMatchObject({ code: 'not-found' })
  const lines = linesOf(core, 'attachments.open')
  expect(lines).toMatchObject([
    { subject: `cadres:${id}`, reason: '核对任职时间', details: `附件 …${one.id.slice(-6)}，PNG` },
  ])
  expect(JSON.stringify(lines)).not.toContain('任职通知')
  const { cadre } = await api.cadres.add({ name: '郑知行', birth: null, unitId: null })
  await expect(api.attachments.open({ cadreId: cadre.id, id: one.id, reason: 'x' })).rejects.toMatchObject({
    code: 'not-found',
  })
  await expect(api.attachments.part({ cadreId: cadre.id, id: one.id, part: 0 })).rejects.toMatchObject({
    code: 'not-found',
  })
})

const order = { reason: '报市委组织部', recipient: '', mark: null }

test('it is saved out through the register, under the higher of both marks, and a stop leaves no file', async () => {
  const bytes = scanOf(5, PART_BYTES * 2 + 9)
  const { core, api, id, one } = await withOne(bytes)
  const folder = tempFolder()
  const save = (mark: SecrecyMark | null, name: string, signal?: AbortSignal) => {
    core.files.grant(name, join(folder, name))
    return api.attachments.save({ cadreId: id, id: one.id, ...order, mark, target: name }, signal ? { signal } : {})
  }
  await api.attachments.describe({
    cadreId: id,
    id: one.id,
    facts: { ...factsOf(one), mark: SecrecyMark.parse('秘密★5年') },
  })
  await expect(save(SecrecyMark.parse('内部'), 'a.png')).rejects.toMatchObject({ code: 'refused' })
  const { entry } = await save(null, 'b.png')
  expect(entry).toMatchObject({ kind: 'attachment', people: 1, mark: '秘密★5年', outcome: 'done', written: 1 })
  expect(readFileSync(join(folder, 'b.png')).equals(bytes)).toBe(true)
  const stopping = new AbortController()
  const stopped = save(null, 'c.png', stopping.signal)
  stopping.abort()
  await expect(stopped).rejects.toMatchObject({ code: 'cancelled' })
  expect(readdirSync(folder)).toEqual(['b.png'])
  const { entries } = await api.exports.list({ year: null, kind: 'attachment', text: '', offset: 0, limit: 9 })
  expect(entries.map(({ outcome }) => outcome)).toEqual(['cancelled', 'done'])
})

test('damage is found, and what is damaged is not saved out', async () => {
  const desk = await withOne(scanOf(5, PART_BYTES + 9))
  const { core, api, id, one, add } = desk
  await add({ '另一件.png': scanOf(6) })
  expect(await api.attachments.verify({ cadreId: id })).toEqual({ checked: 2, damaged: [] })
  core.gatehouse.store?.raw
    .prepare('UPDATE attachment_parts SET bytes = ? WHERE id = ? AND part = 1')
    .run(Buffer.alloc(9), one.id)
  expect(await api.attachments.verify({ cadreId: id })).toEqual({ checked: 2, damaged: [one.id] })
  const folder = tempFolder()
  core.files.grant('x', join(folder, 'x.png'))
  await expect(api.attachments.save({ cadreId: id, id: one.id, ...order, target: 'x' })).rejects.toMatchObject({
    code: 'store-damaged',
  })
  expect(readdirSync(folder)).toEqual([])
})

test('attachments follow the person when files are merged, and come back when that is undone', async () => {
  const desk = await withOne()
  const { core, api, id, add } = desk
  const { cadre: other } = await api.cadres.add({ name: '李望舒', birth: null, unitId: null })
  await add({ '证书.png': scanOf(2), '处分决定.pdf': pdfOf('x') }, { to: other.id })
  const of = async (cadreId: typeof id) => (await api.attachments.list({ cadreId })).map(({ title }) => title)
  await api.duplicates.merge({
    keep: id,
    drop: other.id,
    revisions: { keep: 1, drop: 1 },
    sides: [],
    takePhoto: false,
    reason: '同一人',
  })
  expect(await of(id)).toEqual(['处分决定', '任职通知', '证书'])
  expect(await of(other.id)).toEqual([])
  await undoLast(desk)
  expect([await of(id), await of(other.id)]).toEqual([['任职通知'], ['处分决定', '证书']])
  expect(countOf(core, 'attachments')).toBe(3)
})

test('a copy of the store holds every content, which still agrees with its hash', async () => {
  const { core, api, id, one } = await withOne(scanOf(5, PART_BYTES + 9))
  const { store } = core.gatehouse
  if (!store) throw new Error('not open')
  const { file } = await api.backups.make({ note: '' })
  const copy = openEncrypted(join(backupsFolder(core.place.folder), file), store.dek, { readonly: true })
  const parts = copy.prepare('SELECT bytes FROM attachment_parts WHERE id = ? ORDER BY part').pluck().all(one.id)
  copy.close()
  expect(Buffer.concat(parts as Buffer[]).equals(await contentOf(core, id, one.id))).toBe(true)
  expect(await api.attachments.verify({ cadreId: id })).toEqual({ checked: 1, damaged: [] })
})

test('what is dated stands on the timeline, and files are found by the classes that they hold', async () => {
  const { core, api, id, one } = await withOne()
  const timeline = async () => (await api.cadres.timeline({ id })).filter(({ kind }) => kind === '附件')
  expect(await timeline()).toEqual([])
  const facts = { ...factsOf(one), documentOn: PartialDate.parse('2019-03'), documentNumber: '区委〔2019〕7 号' }
  await api.attachments.describe({ cadreId: id, id: one.id, facts })
  expect(await timeline()).toMatchObject([
    { title: '任职通知', on: '2019-03', tab: 'attachments', detail: '工资、任免、出国和会议代表类，区委〔2019〕7 号' },
  ])
  await api.cadres.add({ name: '郑知行', birth: null, unitId: null })
  const count = async (operator: 'in' | 'empty' | 'filled', values: string[], not = false) => {
    const tree = {
      kind: 'all' as const,
      not: false,
      of: [{ kind: 'is' as const, not, field: 'attachments', operator, values }],
    }
    return (await api.queries.count({ tree, on: null })).matching
  }
  expect([
    await count('in', ['9', '4']),
    await count('in', ['4']),
    await count('empty', []),
    await count('filled', []),
  ]).toEqual([1, 0, 1, 1])
  expect(await count('in', ['9'], true)).toBe(1)
  await api.attachments.remove({ cadreId: id, id: one.id, reason: 'x' })
  expect([await timeline(), await count('filled', [])]).toEqual([[], 0])
  core.close()
})

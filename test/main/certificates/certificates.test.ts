import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { expect, test } from 'vitest'
import { HonourFacts, type HonourId } from '../../../src/shared/honours/honours'
import { tempFolder } from '../../helpers/folders'
import { type Core, signedIn } from '../../helpers/harness'

const facts = (holderName: string): HonourFacts =>
  HonourFacts.parse({
    holder: 'team',
    cadreId: null,
    unitId: null,
    holderName,
    members: [],
    name: '“出彩型”好团队',
    kind: '出彩型',
    level: '区',
    authority: '中共云泽区委',
    nature: '党委',
    on: '2029-07-01',
    documentNo: '',
    documentTitle: '',
    ground: null,
    bonusFen: null,
    certificateNo: '',
    medalNo: '',
    handedOn: null,
    handedNote: '',
    deeds: '',
    evidence: '',
    publicity: '',
    posthumous: false,
  })
async function teams(core: Core, ...names: string[]): Promise<HonourId[]> {
  const ids: HonourId[] = []
  for (const name of names) ids.push((await core.api.honours.add(facts(name))).id)
  return ids
}
const numberOf = async ({ api }: Core, id: HonourId) => (await api.honours.get({ id })).certificateNo
const order = { of: 'honours' as const, template: 'honour', blank: true, reason: '颁发', recipient: '', mark: null }

test('numbers are given in order, never twice, and a gap only with a reason; taken back they are free until printed', async () => {
  const core = await signedIn('officer')
  const { certificates } = core.api
  const ids = await teams(core, '甲队', '乙队', '丙队')
  const [a, b, c] = ids as [HonourId, HonourId, HonourId]
  const asked = { of: 'honours' as const, template: 'honour', gap: '' }
  expect(await certificates.next({ template: 'honour' })).toEqual({ series: '荣证〔2030〕{号}号', next: 1 })
  const batch = await certificates.number({ ...asked, ids: [b, a], first: 1 })
  expect([await numberOf(core, b), await numberOf(core, a)]).toEqual(['荣证〔2030〕001号', '荣证〔2030〕002号'])
  await expect(certificates.number({ ...asked, ids: [c, a], first: 3 })).rejects.toThrow(
    '甲队已有编号 荣证〔2030〕002号',
  )
  expect(await numberOf(core, c)).toBe('')
  await expect(certificates.number({ ...asked, ids: [c], first: 2 })).rejects.toThrow('第 2 号已经用过')
  await expect(certificates.number({ ...asked, ids: [c], first: 9 })).rejects.toThrow('会空出 6 个号')
  await certificates.withdraw({ id: batch.id, revision: 1, reason: '顺序要改' })
  expect([await numberOf(core, a), (await certificates.next({ template: 'honour' })).next]).toEqual(['', 1])
  await expect(certificates.withdraw({ id: batch.id, revision: 2, reason: '再撤' })).rejects.toThrow('已经撤回')
  const again = await certificates.number({ ...asked, ids: [a], first: 1 })
  core.files.grant('place', join(tempFolder(), '证书.pdf'))
  await certificates.save({ ...order, ids: [a], target: 'place' })
  const [listed] = (await certificates.batches({ offset: 0, limit: 10 })).rows.filter(({ id }) => id === again.id)
  expect(listed).toMatchObject({ printed: 1, withdrawn: null, count: 1 })
  await certificates.withdraw({ id: again.id, revision: 1, reason: '印错姓名' })
  // What has been on paper is void for ever.
  expect((await certificates.next({ template: 'honour' })).next).toBe(2)
  core.close()
})

test('a batch as one PDF of the size of its paper, entered in the register; a revoked honour gets none', async () => {
  const core = await signedIn('officer')
  const ids = await teams(core, '甲队', '乙队', '丙队')
  const path = join(tempFolder(), '证书.pdf')
  core.files.grant('place', path)
  const { entry, pages } = await core.api.certificates.save({ ...order, ids, target: 'place' })
  expect({ ...entry, pages }).toMatchObject({
    kind: 'certificate-pdf',
    people: 3,
    written: 3,
    outcome: 'done',
    pages: 3,
  })
  const made = await PDFDocument.load(readFileSync(path), { updateMetadata: false })
  expect(made.getPageCount()).toBe(3)
  expect(made.getPage(0).getWidth()).toBeCloseTo((297 * 72) / 25.4, 0)
  const [paper] = core.paper.laid
  expect(paper).toMatchObject({
    kind: 'certificates',
    furniture: { mark: '', foot: '' },
    rows: [{ name: '甲队' }, {}, {}],
  })
  expect(structuredClone(paper)).toEqual(paper)
  const [first] = ids
  if (!first) throw new Error('none')
  const revocation = {
    on: '2030-01-01',
    ground: '弄虚作假，骗取奖励' as const,
    documentNo: '云发〔2030〕1号',
    note: '',
  }
  await core.api.honours.revoke({ id: first, revision: 1, revocation, reason: '查实' })
  core.files.grant('other', join(tempFolder(), '再印.pdf'))
  await expect(core.api.certificates.save({ ...order, ids, target: 'other' })).rejects.toThrow(
    '甲队的这项荣誉已经撤销，不发证书',
  )
  core.close()
})

test('each printer has its own offset; the test page bears nobody and is no export', async () => {
  const core = await signedIn('officer')
  const { certificates, exports } = core.api
  const [id] = await teams(core, '甲队')
  if (!id) throw new Error('none')
  await certificates.setOffset({ template: 'honour', printer: '柜式打印机', x: 1.5, y: -2 })
  await certificates.setOffset({ template: 'honour', printer: '柜式打印机', x: 1, y: -2 })
  const printing = { printer: '柜式打印机', copies: 1, twoSided: false }
  const { entry } = await certificates.print({ ...order, ids: [id], blank: false, ...printing })
  expect(entry).toMatchObject({ kind: 'certificate-print', written: 1, outcome: 'done' })
  expect(core.paper.laid[0]).toMatchObject({ offset: { x: 1, y: -2 }, blank: false })
  expect(core.paper.printed[0]?.order).toMatchObject({ sheet: { width: 297, height: 210 } })
  const [template] = await certificates.templates({})
  if (!template) throw new Error('none')
  const { key: _key, revision: _revision, shipped: _shipped, ...own } = template
  const path = join(tempFolder(), '测试页.pdf')
  core.files.grant('test', path)
  await certificates.test({ facts: own, offset: { x: 0, y: 0 }, to: { by: 'file', target: 'test' } })
  expect(existsSync(path)).toBe(true)
  expect((await exports.list({ year: null, kind: null, text: '', offset: 0, limit: 9 })).total).toBe(1)
  core.close()
})

test('a template is changed, made anew, restored and dropped', async () => {
  const { api, close } = await signedIn('officer')
  const [shipped] = await api.certificates.templates({})
  if (!shipped) throw new Error('none')
  const { key, revision, shipped: _shipped, ...facts0 } = shipped
  const changed = await api.certificates.saveTemplate({ key, revision, facts: { ...facts0, digits: 5 } })
  expect(changed).toMatchObject({ digits: 5, revision: 1, shipped: true })
  await expect(api.certificates.saveTemplate({ key, revision: 0, facts: facts0 })).rejects.toMatchObject({
    code: 'conflict',
  })
  const own = await api.certificates.saveTemplate({ key: null, revision: 0, facts: { ...facts0, name: '巾帼奖' } })
  expect(own.shipped).toBe(false)
  await api.certificates.dropTemplate({ key: own.key, reason: '不用了' })
  await api.certificates.dropTemplate({ key, reason: '改乱了' })
  expect((await api.certificates.templates({})).map(({ digits, revision: now }) => [digits, now])).toEqual([
    [3, 0],
    [3, 0],
    [3, 0],
    [3, 0],
  ])
  close()
})

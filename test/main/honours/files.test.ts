import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { CadreId } from '../../../src/shared/cadres/cadres'
import { HonourFacts, wholeRegister } from '../../../src/shared/honours/honours'
import type { SheetLine } from '../../../src/shared/honours/honours-file.contract'
import { tempFolder } from '../../helpers/folders'
import { type Core, signedIn } from '../../helpers/harness'

const everything = { ...wholeRegister, offset: 0, limit: 50 }
const all = { unitId: null, cadreId: null, offset: 0, limit: 50 }

async function person({ api }: Core, name: string, rewards: unknown[] = [], more: Record<string, unknown> = {}) {
  const { cadre } = await api.cadres.add({ name, birth: '1980-05', unitId: null })
  const fields = { rewards, ...more }
  const changes = (Object.keys(fields) as (keyof typeof fields)[]).map(field => ({ field, value: fields[field] }))
  await api.cadres.change({ id: cadre.id, revision: 1, changes, reason: '登记' })
  return cadre.id
}
const rewardsOf = async ({ api }: Core, id: CadreId) => (await api.cadres.get({ id })).cadre.rewards
const own = (cadreId: CadreId, more: Partial<HonourFacts> = {}): HonourFacts =>
  HonourFacts.parse({
    holder: 'person',
    cadreId,
    unitId: null,
    holderName: '',
    members: [],
    name: '记三等功',
    kind: '三等功',
    level: '区',
    authority: '中共云泽区委',
    nature: '党委',
    on: '2029-03-02',
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
    ...more,
  })

test('what the file alone tells is adopted when the officer says so, and taken back together', async () => {
  const core = await signedIn('officer')
  const id = await person(core, '单雄信', [
    { on: '2028-03', authority: '中共云泽区委', name: '嘉奖' },
    { on: null, authority: '', name: '先进工作者' },
  ])
  const { api } = core
  const { rows } = await api.honours.inFile(all)
  expect(rows.map(({ row, kind }) => [row.name, kind])).toEqual([
    ['嘉奖', '嘉奖'],
    ['先进工作者', '先模'],
  ])
  const row = { on: '2028-03', authority: '中共云泽区委', name: '嘉奖' } as HonourFacts & { on: '2028-03' }
  const { batchId } = await api.honours.adopt({ items: [{ cadreId: id, row, kind: '嘉奖', level: '区' }] })
  expect((await api.honours.list(everything)).rows).toMatchObject([{ cadreId: id, name: '嘉奖', nature: '党委' }])
  expect((await api.honours.inFile(all)).total).toBe(1)
  expect(await api.honours.undoBatch({ id: batchId, reason: '登错' })).toEqual({ undone: 1, kept: 0 })
  expect((await api.honours.list(everything)).total).toBe(0)
  await expect(api.honours.undoBatch({ id: batchId, reason: '再来' })).rejects.toMatchObject({
    message: '这一批已经撤回',
  })
})

test('an honour is written into the file as one step, not twice, and taken back; a revoked one is taken out', async () => {
  const core = await signedIn('officer')
  const { api } = core
  const id = await person(core, '单雄信')
  const made = await api.honours.add(own(id))
  expect((await api.honours.inRegister(all)).rows).toMatchObject([{ honourId: made.id, revoked: false }])
  const { batchId } = await api.honours.toFile({ ids: [made.id], reason: '补写' })
  expect(await rewardsOf(core, id)).toEqual([{ on: '2029-03-02', authority: '中共云泽区委', name: '记三等功' }])
  expect(await api.honours.toFile({ ids: [made.id], reason: '再写' })).toMatchObject({ count: 0 })
  expect((await api.honours.inRegister(all)).total).toBe(0)
  await api.cadres.undoMany({ batchId })
  expect(await rewardsOf(core, id)).toEqual([])
  await api.honours.toFile({ ids: [made.id], reason: '补写' })
  await expect(api.honours.fromFile({ ids: [made.id], reason: '移出' })).rejects.toMatchObject({ code: 'refused' })
  const on = new Date(core.time.now).toISOString().slice(0, 10)
  const revocation = { on, ground: '弄虚作假，骗取奖励', documentNo: '云发〔2030〕1号', note: '' } as const
  await api.honours.revoke({ id: made.id, revision: 1, revocation, reason: '查实' })
  expect((await api.honours.inRegister(all)).rows).toMatchObject([{ honourId: made.id, revoked: true }])
  await expect(api.honours.toFile({ ids: [made.id], reason: 'x' })).rejects.toMatchObject({ code: 'refused' })
  expect(await api.honours.fromFile({ ids: [made.id], reason: '已撤销' })).toMatchObject({ count: 1 })
  expect(await rewardsOf(core, id)).toEqual([])
  expect((await api.honours.inRegister(all)).total).toBe(0)
})

test('a sheet is told apart line by line; only what is new is taken, as one batch', async () => {
  const core = await signedIn('officer')
  const { api } = core
  const id = await person(core, '单雄信')
  await person(core, '周启明')
  await person(core, '周启明')
  await api.honours.add(own(id))
  const lines: readonly (readonly string[])[] = [
    ['单雄信', '记三等功', '2029.03.02', ''],
    ['单雄信', '“出彩型”好干部', '2029.07.01', '云泽区委'],
    ['单雄信', '“出彩型”好干部', '2029.07.01', '云泽区委'],
    ['周启明', '嘉奖', '2029.03', ''],
    ['云溪河整治专班', '“出彩型”好团队', '2029.07', ''],
    ['甲', '嘉奖', '不知道', ''],
  ]
  const rows: SheetLine[] = lines.map((cells, at) => ({ line: at + 2, cells: [...cells] }))
  const staged = await api.honours.stage({ columns: ['holderName', 'name', 'on', 'authority'], rows })
  expect(staged.map(({ line, what }) => [line, what])).toEqual([
    [2, 'duplicate'],
    [3, 'new'],
    [4, 'duplicate'],
    [5, 'unreadable'],
    [6, 'new'],
    [7, 'unreadable'],
  ])
  expect(staged[3]?.words).toBe('有 2 个同名的人，写上身份证号或者单位')
  expect((await api.honours.list(everything)).total).toBe(1)
  const items = staged.flatMap(({ facts }) => facts ?? [])
  const { batchId, count } = await api.honours.take({ words: 'Sheet1', items })
  expect(count).toBe(2)
  expect((await api.honours.list({ ...everything, holders: ['team'] })).rows).toMatchObject([
    { shownName: '云溪河整治专班', kind: '出彩型' },
  ])
  await expect(api.honours.take({ words: 'Sheet1', items })).rejects.toMatchObject({ code: 'conflict' })
  expect(await api.honours.batches({})).toMatchObject([{ id: batchId, what: 'import', count: 2, undone: false }])
})

test('the board counts what the filter leaves, and revoked ones only where they are asked for', async () => {
  const core = await signedIn('officer')
  const { api } = core
  const id = await person(core, '单雄信')
  await api.honours.add(own(id))
  await api.honours.add(own(id, { name: '嘉奖', kind: '嘉奖', on: '2028-03' as HonourFacts['on'] }))
  const second = await api.honours.add(own(id, { name: '先进工作者', kind: '先模', level: '市' }))
  const counts = async (filter = wholeRegister) => {
    const { cells } = await api.honours.board(filter)
    return cells.map(({ year, kind, level, count }) => `${year} ${kind} ${level} ${count}`).toSorted()
  }
  expect(await counts()).toEqual(['2028 嘉奖 区 1', '2029 三等功 区 1', '2029 先模 市 1'])
  expect(await counts({ ...wholeRegister, years: [2029], levels: ['市'] })).toEqual(['2029 先模 市 1'])
  const on = new Date(core.time.now).toISOString().slice(0, 10)
  const revocation = { on, ground: '弄虚作假，骗取奖励', documentNo: 'x', note: '' } as const
  await api.honours.revoke({ id: second.id, revision: 1, revocation, reason: '查实' })
  expect(await counts()).toEqual(['2028 嘉奖 区 1', '2029 三等功 区 1'])
  expect(await counts({ ...wholeRegister, onlyRevoked: true })).toEqual(['2029 先模 市 1'])
  expect(await api.honours.years({})).toEqual([2029, 2028])
})

test('register and board leave as tables, entered in the register of exports; whomever they name', async () => {
  const core = await signedIn('officer')
  const { api } = core
  await api.honours.add(own(await person(core, '单雄信')))
  const leave = async (of: 'register' | 'board') => {
    const path = join(tempFolder(), '荣誉册.csv')
    core.files.grant('token', path)
    const order = { reason: '报告', recipient: '', as: 'csv', target: 'token' } as const
    const { entry } = await api.honours.saveTable({ table: { of, filter: wholeRegister }, ...order })
    return [entry.kind, entry.people, readFileSync(path, 'utf8')] as const
  }
  const [kind, people, text] = await leave('register')
  expect([kind, people]).toEqual(['honours-csv', 1])
  expect(text).toContain('单雄信')
  expect((await leave('board'))[2]).toContain('三等功')
})

test('three years of 优秀 suggest 三等功 with what runs today beside it; 不办 keeps why; what is registered is not suggested', async () => {
  const core = await signedIn('officer')
  const { api } = core
  const year = new Date(core.time.now).getUTCFullYear() - 1
  const assessments = [year - 2, year - 1, year].map(of => ({ year: of, grade: '优秀' }))
  const id = await person(core, '单雄信', [], { assessments, personCategory: '综合管理类公务员' })
  await person(core, '罗成', [], { assessments, personCategory: '企业管理人员' })
  const asked = { year, unitId: null, cadreId: null, kinds: [], declined: false, offset: 0, limit: 20 }
  expect((await api.honours.suggestions(asked)).rows).toMatchObject([
    { cadreId: id, kind: '三等功', basis: { status: 'CONFIRMED(P)' }, restrictions: [], declined: null },
  ])
  await api.honours.decline({ cadreId: id, year, kind: '三等功', reason: '本人申请不报' })
  expect((await api.honours.suggestions(asked)).total).toBe(0)
  expect((await api.honours.suggestions({ ...asked, declined: true })).rows).toMatchObject([
    { declined: '本人申请不报' },
  ])
  await api.honours.reconsider({ cadreId: id, year, kind: '三等功' })
  expect((await api.honours.suggestions(asked)).total).toBe(1)
  await api.honours.add(own(id, { on: `${year + 1}-01` as HonourFacts['on'] }))
  expect((await api.honours.suggestions(asked)).total).toBe(0)
})

test('two files of one person become one: what was said of a suggestion follows, and goes back', async () => {
  const core = await signedIn('officer')
  const { api } = core
  const year = new Date(core.time.now).getUTCFullYear() - 1
  const assessments = [year - 2, year - 1, year].map(of => ({ year: of, grade: '优秀' }))
  const like = { assessments, personCategory: '综合管理类公务员' }
  const [keep, drop] = [await person(core, '单雄信', [], like), await person(core, '单雄信', [], like)]
  await api.honours.decline({ cadreId: drop, year, kind: '三等功', reason: '本人申请不报' })
  await api.honours.decline({ cadreId: drop, year: year - 1, kind: '嘉奖', reason: '另有安排' })
  await api.honours.decline({ cadreId: keep, year: year - 1, kind: '嘉奖', reason: '已经报过' })
  const asked = { year, unitId: null, cadreId: keep, kinds: [], declined: true, offset: 0, limit: 20 }
  expect((await api.honours.suggestions(asked)).total).toBe(0)
  const revision = async (id: CadreId) => (await api.cadres.get({ id })).revision
  await api.duplicates.merge({
    keep,
    drop,
    revisions: { keep: await revision(keep), drop: await revision(drop) },
    sides: [],
    takePhoto: false,
    reason: '同一人',
  })
  expect((await api.honours.suggestions(asked)).rows).toMatchObject([{ cadreId: keep, declined: '本人申请不报' }])
  const [merge] = (await api.cadres.history({ id: keep })).filter(({ kind }) => kind === 'merge')
  await api.cadres.undo({ id: keep, changeSetId: merge?.id ?? '' })
  expect((await api.honours.suggestions(asked)).total).toBe(0)
  expect((await api.honours.suggestions({ ...asked, cadreId: drop })).total).toBe(1)
})

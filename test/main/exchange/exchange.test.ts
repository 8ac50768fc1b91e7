import { expect, test } from 'vitest'
import { HonourFacts, wholeRegister } from '../../../src/shared/honours/honours'
import { change, closeAll, open, opened, pair, person, reason, send, stores, take, target } from './pair'

const file = async (core: Awaited<ReturnType<typeof pair>>[0]['core'], id: Parameters<typeof change>[1]) =>
  (await core.api.cadres.get({ id })).cadre

test('people go over, come back changed, and both stores are the same without a question', async () => {
  const [a, b] = await pair()
  const family = [
    { title: '妻子', name: '苏晚', birth: '1982-03', birthText: '', politics: '群众', unitAndPost: '区一中' },
  ]
  const id = await person(a.core, '林岫', { nation: '汉族', nativePlace: '云泽', family, tags: ['专家型'] })
  const first = await send(a, b, { ids: [id] })
  expect(first).toMatchObject({
    number: 1,
    people: 1,
    entry: { kind: 'exchange', outcome: 'done', recipient: '测试区委组织部' },
  })
  expect(await take(b, first.path)).toMatchObject({ added: 1, changed: 0 })
  expect(await file(b.core, id)).toMatchObject({ name: '林岫', nation: '汉族', tags: ['专家型'] })
  expect(await b.core.api.cadres.reveal({ id, field: 'family', reason })).toEqual({ value: JSON.stringify(family) })

  await change(b.core, id, { nativePlace: '云泽大桥', 'form.speciality': '水利' })
  await change(a.core, id, { nation: '回族' })
  const back = await send(b, a, { ids: [id] })
  expect(await take(a, back.path)).toMatchObject({ added: 0, changed: 1, decidedTaken: 0, decidedKept: 0 })
  expect(await file(a.core, id)).toMatchObject({
    nation: '回族',
    nativePlace: '云泽大桥',
    form: { speciality: '水利' },
  })
  expect(await take(b, (await send(a, b, { ids: [id] })).path)).toMatchObject({ changed: 1, decidedTaken: 0 })
  expect(await file(b.core, id)).toEqual(await file(a.core, id))
  expect(await take(a, (await send(b, a, { ids: [id] })).path)).toMatchObject({ changed: 0, same: 1 })
  closeAll(a, b)
})

test('what both have changed is decided once, field by field, and never asked for again', async () => {
  const [a, b] = await pair()
  const id = await person(a.core, '林岫', { nation: '汉族', 'form.speciality': '水利' })
  await take(b, (await send(a, b, { ids: [id] })).path)
  await change(a.core, id, { nation: '回族', 'form.speciality': '水工' })
  await change(b.core, id, { nation: '满族', 'form.speciality': '水文' })

  const arrival = await opened(b, (await send(a, b, { ids: [id] })).path)
  const { api } = b.core
  expect(await api.exchange.arrival({ id: arrival })).toMatchObject({
    number: 2,
    counts: { conflict: 1 },
    blocked: '还有 1 人有冲突没有决定',
  })
  await expect(api.exchange.apply({ id: arrival, unitId: null })).rejects.toThrow('还有 1 人有冲突没有决定')
  const { differences } = await api.exchange.item({ id: arrival, place: 0 })
  expect(differences).toMatchObject([
    { title: '民族', judged: 'conflict', choice: null, lines: [{ ours: '满族', theirs: '回族' }] },
    { title: '熟悉专业有何专长', judged: 'conflict', lines: [{ ours: '水文', theirs: '水工' }] },
  ])
  await api.exchange.decide({ id: arrival, place: 0, keys: ['file.nation'], choice: 'keep' })
  await api.exchange.decide({ id: arrival, place: 0, keys: ['file.form.speciality'], choice: 'take' })
  expect(await api.exchange.apply({ id: arrival, unitId: null })).toMatchObject({
    changed: 1,
    decidedKept: 1,
    decidedTaken: 1,
  })
  expect(await file(b.core, id)).toMatchObject({ nation: '满族', form: { speciality: '水工' } })

  expect(await take(a, (await send(b, a, { ids: [id] })).path)).toMatchObject({ decidedTaken: 0, decidedKept: 0 })
  expect(await file(a.core, id)).toEqual(await file(b.core, id))
  expect(await take(b, (await send(a, b, { ids: [id] })).path)).toMatchObject({ same: 1, changed: 0 })
  closeAll(a, b)
})

test('undoing a package gives back every byte of the file, its rows elsewhere and what is known of them', async () => {
  const [a, b] = await pair()
  const id = await person(a.core, '林岫', { nation: '汉族' })
  const honour = HonourFacts.parse({
    holder: 'person',
    cadreId: id,
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
    bonusFen: 300_000,
    certificateNo: '',
    medalNo: '',
    handedOn: null,
    handedNote: '',
    deeds: '防汛值守四十天',
    evidence: '',
    publicity: '',
    posthumous: false,
  })
  await take(b, (await send(a, b, { ids: [id] })).path)
  await a.core.api.honours.add(honour)
  await change(a.core, id, { nation: '回族' })
  const before = await file(b.core, id)
  const { path } = await send(a, b, { ids: [id], modules: ['files', 'honours'] })
  const list = async () => (await b.core.api.honours.list({ ...wholeRegister, offset: 0, limit: 10 })).rows
  const taken = await take(b, path)
  expect(taken).toMatchObject({ changed: 1 })
  expect(await list()).toMatchObject([{ name: '记三等功', deeds: '防汛值守四十天', cadreId: id, verified: null }])
  await b.core.api.imports.undo({ batchId: taken.id, reason: '核对有误' })
  expect(await file(b.core, id)).toEqual(before)
  expect(await list()).toEqual([])
  // What was taken back may be taken in again.
  expect(await take(b, path)).toMatchObject({ changed: 1, decidedTaken: 0 })
  expect(await list()).toHaveLength(1)
  expect(await file(b.core, id)).toEqual(await file(a.core, id))
  closeAll(a, b)
})

test('a receipt says to the sender what came of the package', async () => {
  const [a, b] = await pair()
  const id = await person(a.core, '林岫')
  const { path } = await send(a, b, { ids: [id] })
  const taken = await take(b, path)
  const receipt = target(b.core, 'receipt.ddx')
  await b.core.api.exchange.saveReceipt({ id: taken.id, target: receipt.token })
  expect(await open(a, receipt.path)).toMatchObject({ kind: 'receipt', number: 1, known: false, outcome: { added: 1 } })
  expect(await open(a, receipt.path)).toMatchObject({ kind: 'receipt', known: true })
  expect(await a.core.api.exchange.sent({ offset: 0, limit: 10 })).toMatchObject({
    total: 1,
    rows: [{ number: 1, people: 1, receipt: { added: 1, skipped: 0 } }],
  })
  closeAll(a, b)
})

test('three stores in a row come to the same, and the middle one passes decisions on', async () => {
  const all = await stores(3)
  const [a, b, c] = all
  if (!a || !b || !c) throw new Error('three')
  const id = await person(a.core, '林岫', { nation: '汉族' })
  await take(b, (await send(a, b, { ids: [id] })).path)
  await take(c, (await send(b, c, { ids: [id] })).path)
  await change(a.core, id, { nation: '回族' })
  await change(c.core, id, { nation: '满族', nativePlace: '云泽' })
  await take(b, (await send(a, b, { ids: [id] })).path)
  expect(await take(b, (await send(c, b, { ids: [id] })).path, 'keep')).toMatchObject({ decidedKept: 1 })
  expect(await take(c, (await send(b, c, { ids: [id] })).path)).toMatchObject({ decidedKept: 0, decidedTaken: 0 })
  expect(await take(a, (await send(b, a, { ids: [id] })).path)).toMatchObject({ decidedKept: 0, decidedTaken: 0 })
  const there = await file(b.core, id)
  expect(there).toMatchObject({ nation: '回族', nativePlace: '云泽' })
  expect(await file(a.core, id)).toEqual(there)
  expect(await file(c.core, id)).toEqual(there)
  closeAll(...all)
})

import { expect, test } from 'vitest'
import { CareRecordFacts, LifeEventFacts } from '../../../src/shared/care-records/care-records'
import type { InterviewId, NoteId } from '../../../src/shared/interviews/interviews'
import { type Core, PASSWORD, signedIn, signInAs } from '../../helpers/harness'
import { department, NEXT, planOf, planOne } from '../interviews/department'
import {
  befriended,
  change,
  closeAll,
  open,
  opened,
  pair,
  person,
  reason,
  type Store,
  send,
  take,
  target,
} from './pair'

const filter = { mine: false, from: null, to: null, states: [], kinds: [], cadreId: null, roundId: null }

/** A final talk with one sealed line, held by 方汀兰 in a store of its own. */
async function finalTalk() {
  const { place, core, idOf, cadre } = await department()
  const id: InterviewId = await planOne(core, planOf(cadre, [idOf('方汀兰')]))
  core.close()
  const talker = await signInAs(place, 'tan1', NEXT)
  await talker.api.interviews.open({ id, heldOn: null })
  const note = (text: string, sealed: boolean, position: number) => ({
    id: crypto.randomUUID() as NoteId,
    revision: 0,
    position,
    part: 'worries',
    form: '答' as const,
    mark: null,
    text,
    sealed,
    at: '2030-01-02T02:01:00.000Z',
    soundMs: null,
    removed: false,
  })
  const notes = [note('想去基层锻炼', false, 1), note('家里有难处', true, 2)]
  await talker.api.interviews.keepNotes({ id, notes })
  await talker.api.interviews.finish({ id })
  await talker.api.interviews.confirm({ id, accountId: idOf('方汀兰'), password: NEXT })
  return { place, talker, id, cadre }
}

test('an interviewer sends their own final talks back: who talked stays named, sealed lines stay behind', async () => {
  const { place, talker, id, cadre } = await finalTalk()
  talker.close()
  const [a, b] = await befriended(place)
  // The other store has the person's file from before.
  await take(b, (await send(a, b, { ids: [cadre] })).path)
  a.core.close()
  const interviewer = await signInAs(place, 'tan1', NEXT)
  const laptop: Store = { ...a, core: interviewer }
  const { api } = interviewer
  const asked = { modules: ['talks' as const], whom: { by: 'own-talks' as const } }
  expect(await api.exchange.prepare(asked)).toMatchObject({ people: 1, talks: 1 })
  await expect(api.exchange.prepare({ ...asked, modules: ['files'] })).rejects.toThrow('您的角色不能发出干部档案')
  await expect(api.exchange.prepare({ ...asked, whom: { by: 'ids', ids: [cadre] } })).rejects.toThrow(
    '只能发出本人的谈话记录',
  )
  const { token, path } = target(interviewer, 'talks.ddx')
  const order = { ...asked, partnerId: b.id, sensitive: [], reason, mark: null, passphrase: null, target: token }
  expect(await api.exchange.make(order)).toMatchObject({ people: 1, number: 2 })

  const arrival = await opened(b, path)
  const { differences } = await b.core.api.exchange.item({ id: arrival, place: 0 })
  expect(differences.map(({ title }) => title)).toEqual(['谈话：2030-01-02'])
  expect(JSON.stringify(differences)).not.toContain('基层锻炼')
  expect(await b.core.api.exchange.apply({ id: arrival, unitId: null })).toMatchObject({ changed: 1 })
  const talk = await b.core.api.interviews.get({ id })
  expect(talk.header).toMatchObject({ state: 'final', talkers: [{ name: '方汀兰' }], subjects: [{ name: '周启明' }] })
  expect(talk.notes.map(({ text, authorName }) => [text, authorName])).toEqual([['想去基层锻炼', '方汀兰']])
  expect(talk.confirmations).toMatchObject([{ name: '方汀兰', part: '谈话人' }])
  // Whoever talked there can sign in there alone.
  await expect(signInAs(b.place, 'exchange', PASSWORD)).rejects.toThrow()
  expect((await b.core.api.interviews.list({ filter, offset: 0, limit: 10 })).total).toBe(1)
  await b.core.api.imports.undo({ batchId: arrival, reason: '发错了' })
  expect((await b.core.api.interviews.list({ filter, offset: 0, limit: 10 })).total).toBe(0)

  // Back to where it came from it is the same talk, with its sealed line, and nothing is asked.
  const again = await opened(b, path)
  await b.core.api.exchange.apply({ id: again, unitId: null })
  laptop.core.close()
  const home: Store = { ...a, core: await signedIn('officer', place) }
  expect(await take(home, (await send(b, home, { ids: [cadre], modules: ['files', 'talks'] })).path)).toMatchObject({
    same: 1,
    changed: 0,
  })
  closeAll(home, b)
  const back = await signInAs(place, 'tan1', NEXT)
  expect((await back.api.interviews.get({ id })).notes).toHaveLength(2)
  back.close()
}, 120_000)

test('care goes along without amounts lost, is changed on one side, and a withdrawal travels', async () => {
  const [a, b] = await pair()
  const id = await person(a.core, '林岫')
  const event = LifeEventFacts.parse({
    cadreId: id,
    kind: '住院',
    whom: '本人',
    on: '2029-12-20',
    until: null,
    need: '陪护',
  })
  const { id: eventId } = await a.core.api.careRecords.addEvent(event)
  const facts = CareRecordFacts.parse({
    cadreId: id,
    on: '2029-12-22',
    occasion: '住院',
    form: '走访',
    dimension: '生活',
    measure: null,
    dueKey: null,
    eventId,
    visitors: '陆四',
    what: '到医院看望',
    moneyFen: 50_000,
    goods: '',
    standard: '',
    source: '工会',
    voucher: '慰问-07',
    approvedBy: '',
    promise: '',
    nextStep: '',
    nextOn: null,
    attachments: [],
  })
  const record = await a.core.api.careRecords.add(facts)
  const modules = ['files', 'care'] as const
  await take(b, (await send(a, b, { ids: [id], modules })).path)
  const all = { cadreId: id, unitId: null, from: null, to: null, occasions: [], dimensions: [], offset: 0, limit: 10 }
  const listed = async (core: Core) => core.api.careRecords.list(all)
  expect(await listed(b.core)).toMatchObject({
    total: 1,
    moneyFen: 50_000,
    rows: [{ what: '到医院看望', voucher: '慰问-07' }],
  })
  expect(await b.core.api.careRecords.events({ cadreId: id })).toMatchObject([{ kind: '住院', need: '陪护' }])

  await a.core.api.careRecords.withdraw({ id: record.id, revision: record.revision, reason: '登重了' })
  expect(await take(b, (await send(a, b, { ids: [id], modules })).path)).toMatchObject({ changed: 1 })
  expect(await listed(b.core)).toMatchObject({ moneyFen: 0, rows: [{ withdrawnFor: '登重了' }] })

  // Taking an event out does not travel, and does not come back with the next package either.
  const [there] = await b.core.api.careRecords.events({ cadreId: id })
  if (!there) throw new Error('the event')
  await b.core.api.careRecords.removeEvent({ id: there.id, revision: there.revision, reason: '写错了' })
  expect(await take(b, (await send(a, b, { ids: [id], modules })).path)).toMatchObject({ same: 1 })
  expect(await b.core.api.careRecords.events({ cadreId: id })).toEqual([])
  expect(await take(a, (await send(b, a, { ids: [id], modules })).path)).toMatchObject({ same: 1 })
  expect(await a.core.api.careRecords.events({ cadreId: id })).toHaveLength(1)
  closeAll(a, b)
}, 60_000)

test('a person whom both have is found by the number; one who is only alike is asked about; a scope is kept', async () => {
  const [a, b] = await pair()
  const number = '110101198005078013'
  const there = await person(b.core, '林岫', { idNumber: number, nation: '汉族' })
  await person(b.core, '方回')
  const [same, alike, stranger] = [
    await person(a.core, '林岫', { idNumber: number, nativePlace: '云泽' }),
    await person(a.core, '方回', { nation: '满族' }),
    await person(a.core, '贺知微'),
  ]
  const arrival = await opened(b, (await send(a, b, { ids: [same, alike, stranger] })).path)
  const { api } = b.core
  const { rows } = await api.exchange.items({ id: arrival, state: null, text: '', offset: 0, limit: 10 })
  expect(new Map(rows.map(({ name, state }) => [name, state]))).toEqual(
    new Map([
      ['林岫', 'changed'],
      ['方回', 'undecided'],
      ['贺知微', 'new'],
    ]),
  )
  await expect(api.exchange.apply({ id: arrival, unitId: null })).rejects.toThrow('还有 1 人没有认定是谁')
  const place = rows.find(({ name }) => name === '方回')?.place ?? 0
  const { candidates } = await api.exchange.item({ id: arrival, place })
  expect(candidates).toMatchObject([{ name: '方回', why: '姓名、出生年月相同' }])
  const known = candidates[0]?.id ?? null
  expect(await api.exchange.choose({ id: arrival, place, fate: 'merge', cadreId: known })).toMatchObject({
    item: { state: 'changed' },
  })
  await api.exchange.apply({ id: arrival, unitId: null })
  expect((await api.cadres.get({ id: there })).cadre).toMatchObject({ nation: '汉族', nativePlace: '云泽' })
  // Under another id in each store they are one person from now on.
  await change(b.core, there, { nation: '回族' })
  expect(await take(a, (await send(b, a, { ids: [there] })).path)).toMatchObject({ changed: 1, added: 0 })
  expect((await a.core.api.cadres.get({ id: same })).cadre.nation).toBe('回族')

  // In the trash it stays there: deleting does not travel.
  await api.cadres.trash({ ids: [there], reason: '调出' })
  expect(await take(b, (await send(a, b, { ids: [same] })).path)).toMatchObject({ skipped: 1, added: 0 })
  closeAll(a, b)
}, 60_000)

test('what changed after it was opened is compared anew, and undoing over later changes is refused', async () => {
  const [a, b] = await pair()
  const id = await person(a.core, '林岫', { nation: '汉族' })
  await take(b, (await send(a, b, { ids: [id] })).path)
  await change(a.core, id, { nation: '回族' })
  const arrival = await opened(b, (await send(a, b, { ids: [id] })).path)
  await change(b.core, id, { nation: '满族' })
  await expect(b.core.api.exchange.apply({ id: arrival, unitId: null })).rejects.toThrow(
    '有 1 人的档案在打开之后又改过',
  )
  expect(await b.core.api.exchange.arrival({ id: arrival })).toMatchObject({ counts: { conflict: 1 } })
  await b.core.api.exchange.decideAll({ id: arrival, choice: 'take' })
  await b.core.api.exchange.apply({ id: arrival, unitId: null })
  await change(b.core, id, { nation: '白族' })
  await expect(b.core.api.imports.undo({ batchId: arrival, reason: '撤回' })).rejects.toThrow()
  expect((await b.core.api.cadres.get({ id })).cadre.nation).toBe('白族')
  closeAll(a, b)
})

test('masked values go only when chosen, stay hidden until a reason is given, and what did not go is not a change', async () => {
  const [a, b] = await pair()
  const id = await person(a.core, '林岫', { phone: '19900000001', nation: '汉族' })
  await take(b, (await send(a, b, { ids: [id], sensitive: [] })).path)
  await b.core.api.cadres.change({
    id,
    revision: 1,
    changes: [{ field: 'phone', value: '19900000002' }],
    reason: '登记',
  })
  expect(await take(b, (await send(a, b, { ids: [id], sensitive: [] })).path)).toMatchObject({ same: 1 })
  const arrival = await opened(b, (await send(a, b, { ids: [id], sensitive: ['phone'] })).path)
  const detail = await b.core.api.exchange.item({ id: arrival, place: 0 })
  expect(detail.differences).toMatchObject([{ title: '联系电话', masked: 'phone', judged: 'conflict' }])
  expect(JSON.stringify(detail)).not.toMatch(/1990000000/)
  const shown = await b.core.api.exchange.reveal({ id: arrival, place: 0, field: 'phone', reason: '核对' })
  expect(shown).toMatchObject([{ lines: [{ ours: '19900000002', theirs: '19900000001' }] }])
  await expect(open(a, '/nowhere')).rejects.toThrow('文件读不出来')
  closeAll(a, b)
})

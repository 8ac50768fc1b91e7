import { afterAll, beforeAll, expect, test } from 'vitest'
import { Day } from '../../../src/shared/dates/add-months'
import type { NewDeskItem } from '../../../src/shared/desks/desks'
import { type Core, NOW, signedIn, signInAs } from '../../helpers/harness'
import { department, NEXT } from '../interviews/department'

const day = (text: string): Day => Day.parse(text)
const anything = { desks: [], view: 'all' as const, ownerId: null, cadreId: null, unitId: null, late: false }
const page = { offset: 0, limit: 50 }
const DAY_MS = 86_400_000

let made: Awaited<ReturnType<typeof department>>
let core: Core
// Accounts are opened one after the other, and each password is stretched: slow on a busy computer.
beforeAll(async () => {
  made = await department()
  core = made.core
}, 60_000)
afterAll(() => core.close())

const item = (more: Partial<NewDeskItem> = {}): NewDeskItem => ({
  desk: '困',
  cadreId: made.cadre,
  unitId: null,
  text: '母亲住院，家里没有人照顾',
  cameOn: day('2030-01-02'),
  channel: '走访中发现',
  ownerId: made.idOf('陆四'),
  dueOn: null,
  ...more,
})

test('a hardship goes its way: late, put off, answered, not satisfied, taken up again, settled', async () => {
  core.time.now = NOW
  const added = await core.api.desks.add(item())
  expect(added).toMatchObject({
    cadreName: '周启明',
    ownerName: '陆四',
    dueOn: '2030-01-17',
    state: 'open',
    revision: 1,
  })
  await expect(core.api.desks.add(item({ cameOn: day('2030-01-03') }))).rejects.toThrow('还没有到')
  core.time.now = NOW + 16 * DAY_MS
  expect((await core.api.desks.list({ filter: { ...anything, late: true }, ...page })).rows).toHaveLength(1)
  expect(await core.api.desks.figures({})).toContainEqual({ desk: '困', open: 1, late: 1, today: 0, answered: 0 })
  const notice = (await core.api.notices.list({})).find(({ id }) => id === 'desks')
  expect(notice).toMatchObject({ level: 'late', detail: '逾期 1 件', route: '/care/desks' })
  const one = { id: added.id }
  await core.api.desks.postpone({ ...one, revision: 1, dueOn: day('2030-01-25'), reason: '等医院答复' })
  await expect(core.api.desks.report({ ...one, revision: 1, text: '已联系' })).rejects.toMatchObject({
    code: 'conflict',
  })
  await core.api.desks.answer({ ...one, revision: 2, on: day('2030-01-18'), text: '已联系护工' })
  await expect(core.api.desks.postpone({ ...one, revision: 3, dueOn: day('2030-01-26'), reason: 'x' })).rejects.toThrow(
    '已经答复',
  )
  const again = await core.api.desks.ask({
    ...one,
    revision: 3,
    satisfaction: '不满意',
    on: day('2030-01-18'),
    text: '护工只来半天',
    dueOn: day('2030-01-20'),
  })
  expect(again).toMatchObject({ state: 'open', dueOn: '2030-01-20', satisfaction: '不满意', answer: '' })
  await core.api.desks.answer({ ...one, revision: 4, on: day('2030-01-18'), text: '换了全天的护工' })
  const ask = { satisfaction: '满意' as const, on: day('2030-01-18'), text: '', dueOn: null }
  const settled = await core.api.desks.ask({ ...one, revision: 5, ...ask })
  expect(settled).toMatchObject({ state: 'closed', closedOn: '2030-01-18', satisfaction: '满意' })
  expect(settled.steps.map(({ kind }) => kind)).toEqual(['改期', '答复', '回访', '答复', '回访'])
  expect(
    (await core.api.desks.reopen({ ...one, revision: 6, dueOn: day('2030-01-30'), reason: '又有新情况' })).state,
  ).toBe('open')
})

test('the timeline tells the desk and how it stands, and nothing of what it is about', async () => {
  core.time.now = NOW + 20 * DAY_MS
  const told = (await core.api.cadres.timeline({ id: made.cadre })).filter(({ kind }) => kind === '惑困老')
  expect(told).toHaveLength(1)
  expect(told[0]).toMatchObject({ title: '困有人帮：走访中发现', side: 'care', stamp: '困' })
  expect(JSON.stringify(told)).not.toMatch(/住院|护工/)
})

test('a correction names how it stood; a general question has no person; a unit sets its own term', async () => {
  core.time.now = NOW
  const added = await core.api.desks.add(item({ desk: '惑', cadreId: null, text: '探亲假怎么请', channel: '来电' }))
  expect(added).toMatchObject({ cadreId: null, cadreName: '', dueOn: '2030-01-09' })
  const { desk, cadreId, unitId, cameOn, channel } = added
  const facts = { desk, cadreId, unitId, cameOn, channel, text: '年休假怎么请' }
  const changed = await core.api.desks.change({ id: added.id, revision: 1, facts, reason: '写错了' })
  expect(changed.steps.at(-1)?.text).toContain('探亲假怎么请')
  await expect(core.api.desks.change({ id: added.id, revision: 2, facts, reason: 'x' })).rejects.toThrow('没有改动')
  await core.api.desks.setTerm({ desk: '惑', days: 3, validFrom: day('2030-01-02'), source: '', reason: '部务会定' })
  expect((await core.api.desks.add(item({ desk: '惑' }))).dueOn).toBe('2030-01-05')
  expect((await core.api.desks.terms({})).filter(term => term.desk === '惑').map(({ status }) => status)).toEqual([
    'MEMORY',
    'OWN',
  ])
})

test('only an account that records care may answer for it', async () => {
  const { rows } = await core.api.desks.list({ filter: { ...anything, view: 'open' }, ...page })
  const [first] = rows
  if (!first) throw new Error('nothing open')
  const to = { id: first.id, revision: first.revision, reason: '换人' }
  await expect(core.api.desks.handOver({ ...to, ownerId: made.idOf('姜怀瑾') })).rejects.toThrow('承办人')
  await expect(core.api.desks.handOver({ ...to, ownerId: first.ownerId })).rejects.toThrow('没有变')
})

test('items follow the person when two files become one, and come back', async () => {
  const { cadre: other } = await core.api.cadres.add({ name: '周启明', birth: '1988-05', unitId: null })
  const ofPerson = async (id: typeof other.id) =>
    (await core.api.desks.list({ filter: { ...anything, cadreId: id }, ...page })).total
  const before = await ofPerson(made.cadre)
  const added = await core.api.desks.add(item({ cadreId: other.id, desk: '老' }))
  expect(before).toBeGreaterThan(0)
  const { revision: keepRevision } = await core.api.cadres.get({ id: made.cadre })
  const { revision: dropRevision } = await core.api.cadres.get({ id: other.id })
  await core.api.duplicates.merge({
    keep: made.cadre,
    drop: other.id,
    revisions: { keep: keepRevision, drop: dropRevision },
    sides: [],
    takePhoto: false,
    reason: '同一人',
  })
  expect(await ofPerson(made.cadre)).toBe(before + 1)
  expect(added.cadreId).toBe(other.id)
})

test('a leader sees numbers alone, an interviewer nothing', async () => {
  core.close()
  const later = NOW + 21 * DAY_MS
  const leader = await signInAs(made.place, 'buzhang', NEXT, later)
  expect((await leader.api.desks.figures({})).map(({ desk }) => desk)).toEqual(['惑', '困', '老'])
  await expect(leader.api.desks.list({ filter: anything, ...page })).rejects.toMatchObject({ code: 'forbidden' })
  expect(JSON.stringify(await leader.api.cadres.timeline({ id: made.cadre }).catch(() => []))).not.toContain('惑困老')
  leader.close()
  const talker = await signInAs(made.place, 'tan1', NEXT, later)
  await expect(talker.api.desks.figures({})).rejects.toMatchObject({ code: 'forbidden' })
  talker.close()
  core = await signedIn('officer', made.place, later)
})

test('an owner with another scope may hand it over, and gets an answer although it leaves their sight', async () => {
  core.time.now = NOW + 21 * DAY_MS
  const [root] = await core.api.units.tree({})
  const { id: unitId } = await core.api.units.add({ name: '教育局', parentId: root?.id ?? '' })
  core.close()
  const admin = await signedIn('sysadmin', made.place, NOW + 21 * DAY_MS)
  const change = {
    kind: 'change' as const,
    accountId: made.idOf('苏既白'),
    roles: ['officer' as const],
    scope: [unitId],
  }
  const { id } = await admin.api.accounts.propose({ change, reason: '换岗' })
  admin.close()
  const security = await signedIn('secadmin', made.place, NOW + 21 * DAY_MS)
  await security.api.accounts.decide({ id, accept: true, reason: '同意' })
  security.close()
  core = await signedIn('officer', made.place, NOW + 21 * DAY_MS)
  const cameOn = day('2030-01-20')
  const added = await core.api.desks.add(item({ ownerId: made.idOf('苏既白'), cameOn }))
  core.close()
  const owner = await signInAs(made.place, 'tan2', NEXT, NOW + 21 * DAY_MS)
  const to = { id: added.id, revision: 1, ownerId: made.idOf('陆四'), reason: '外出学习' }
  expect(await owner.api.desks.handOver(to)).toMatchObject({ ownerName: '陆四', revision: 2 })
  expect((await owner.api.desks.list({ filter: anything, ...page })).rows.map(({ id: each }) => each)).not.toContain(
    added.id,
  )
  owner.close()
  core = await signedIn('officer', made.place, NOW + 21 * DAY_MS)
})

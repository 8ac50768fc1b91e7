import { afterEach, expect, test } from 'vitest'
import { createCity } from '../../../src/main/demo/city'
import { knownPeople } from '../../../src/main/demo/known'
import { loadParts } from '../../../src/main/demo/load'
import type { DemoPart } from '../../../src/main/demo/parts'
import { createCommits } from '../../../src/main/ipc/commit'
import { openDemo } from '../../../src/main/session/demo'
import { Day } from '../../../src/shared/dates/add-months'
import { PartialDate } from '../../../src/shared/dates/partial-date'
import { wholeRegister } from '../../../src/shared/honours/honours'
import { type Core, newPlace, startCore } from '../../helpers/harness'

const now = Date.parse('2026-11-23T01:00:00Z')
const clock = { now: () => now, newId: () => crypto.randomUUID() }
const page = (offset = 0) => ({
  filter: { unitId: null, status: [], trashed: false },
  sort: { by: 'name' as const, descending: false },
  offset,
  limit: 500,
})
const core: { now: Core | undefined } = { now: undefined }
afterEach(() => core.now?.close())

async function demo(size: 'district' | 'city') {
  const running = startCore(newPlace(), now)
  core.now = running
  const grown: number[] = []
  const { gatehouse, events } = running
  const { whole } = await openDemo({
    gatehouse,
    clock,
    size,
    emit: event => events.push(event),
    progress: done => grown.push(done),
  })
  return { ...running, whole, grown }
}

test('the demo is a district of invented people with its officer signed in', async () => {
  const { api, whole } = await demo('district')
  await whole
  expect(await api.session.state({})).toMatchObject({
    kind: 'open',
    session: { demo: true, unit: '中共云泽区委组织部', account: { login: 'ganshi' } },
  })
  const { rows, total } = await api.cadres.list(page())
  expect(total).toBe(300)
  expect(rows.every(row => row.unitName !== '' && row.currentPost !== '')).toBe(true)
  for (const { name, sex } of knownPeople)
    expect(rows.filter(row => row.name === name)).toMatchObject([{ name, sex, status: '在职' }])
  const [found] = await api.cadres.search({ text: 'lws', limit: 5 })
  expect(found).toMatchObject({ name: '李望舒', unitName: '云泽区石桥镇' })
  expect(found?.currentPost).toMatch(/^云泽区石桥镇党委书记/)
  if (!found) return
  const file = await api.cadres.get({ id: found.id })
  expect(file.photo).not.toBeNull()
  expect(file.cadre.resume.length).toBeGreaterThan(6)
  expect(await api.cadres.history({ id: found.id })).toMatchObject([
    { kind: 'add', reason: '演示数据', byName: '陆听松' },
  ])
})

test('its register of honours shows 481 in two years and 5 who were received', async () => {
  const { api, whole } = await demo('district')
  await whole
  const { cells } = await api.honours.board(wholeRegister)
  const count = (fits: (cell: (typeof cells)[number]) => boolean) =>
    cells.filter(fits).reduce((sum, each) => sum + each.count, 0)
  const of = (year: number, holder: string) =>
    count(cell => cell.kind === '出彩型' && cell.year === year && cell.holder === holder)
  expect([of(2025, 'person'), of(2026, 'person'), of(2025, 'team'), of(2026, 'team')]).toEqual([182, 191, 51, 57])
  expect(count(({ kind }) => kind === '出彩型')).toBe(481)
  expect(count(({ level, kind }) => level === '国家' && kind === '先模')).toBe(5)
  expect((await api.honours.list({ ...wholeRegister, onlyRevoked: true, offset: 0, limit: 5 })).total).toBe(1)
})

test('units have their posts, some of them vacant', async () => {
  const { api, whole } = await demo('district')
  await whole
  const numbers = await api.posts.numbers({})
  const sum = (of: 'approved' | 'actual' | 'vacant') => numbers.reduce((total, unit) => total + unit[of], 0)
  expect(sum('actual')).toBeGreaterThan(100)
  expect(sum('vacant')).toBeGreaterThan(0)
  expect(sum('approved')).toBeGreaterThan(sum('actual'))
  const units = await api.units.tree({})
  const town = units.find(({ name }) => name === '云泽区石桥镇')
  if (!town) throw new Error('no town')
  const { facts, team, others } = await api.posts.unit({ unitId: town.id })
  expect(facts).toMatchObject({ kind: '法人单位', nature: '镇街', level: '正科级' })
  expect(team[0]).toMatchObject({ name: '李望舒', memberKind: '正职', teamOrder: 1 })
  expect(others.every(({ teamOrder }) => teamOrder === null)).toBe(true)
})

test('a year of talks stands in it, with what was promised and what is planned', async () => {
  const { api, whole } = await demo('district')
  await whole
  const filter = { mine: false, from: null, to: null, kinds: [], cadreId: null, roundId: null }
  const held = await api.interviews.list({ filter: { ...filter, states: ['final'] }, offset: 0, limit: 500 })
  expect(held.total).toBeGreaterThan(150)
  const planned = await api.interviews.list({ filter: { ...filter, states: ['planned'] }, offset: 0, limit: 50 })
  expect(planned.total).toBe(13)
  expect(planned.rows.filter(({ roundId }) => roundId !== null)).toHaveLength(6)
  const own = held.rows.find(({ readable }) => readable)
  if (!own) throw new Error('the officer has held none')
  const { notes, confirmations, hash } = await api.interviews.get({ id: own.id })
  expect(notes.length).toBeGreaterThan(1)
  expect(confirmations.length).toBe(own.talkers.length)
  expect(hash).toMatch(/^[0-9a-f]{64}$/)
  expect((await api.interviews.search({ text: '班子', limit: 5 })).length).toBeGreaterThan(0)
  const { bands, reached } = await api.talkRules.coverage({
    by: 'leader',
    until: Day.parse('2026-11-23'),
    months: 12,
    unitId: null,
  })
  expect(bands.map(({ title }) => title).toSorted()).toEqual(['苏映雪', '陆听松', '顾怀岳'].toSorted())
  expect(reached).toBeGreaterThan(120)
  const { counts } = await api.talkRules.due({ states: [], unitId: null, cadreId: null, offset: 0, limit: 1 })
  expect(counts.late + counts.due + counts.soon).toBeGreaterThan(0)
})

test('of a city the first people are there at once; whoever leaves meanwhile ends it', async () => {
  const { api, whole, grown, gatehouse } = await demo('city')
  expect((await api.cadres.list(page())).total).toBeGreaterThanOrEqual(300)
  expect(grown.at(-1)).toBeLessThan(10_000)
  gatehouse.close()
  await expect(whole).resolves.toBeUndefined()
})

test('a part is one transaction with one audit line, and the same each time', async () => {
  const { gatehouse, api, whole } = await demo('district')
  await whole
  const city = createCity({ seed: '澄州', people: 300, on: PartialDate.parse('2026-11') })
  const drawn: number[] = []
  const part: DemoPart = {
    name: 'honours',
    channel: 'units.add',
    add: async ({ db, stream, city: built }) => {
      expect(built.size).toBe(300)
      drawn.push(stream(0).int(0, 1_000_000))
      await db.insertInto('units').values({ id: built.root.id, parentId: null, name: '荣誉', position: 9 }).execute()
      await db.deleteFrom('units').where('id', '=', built.root.id).execute()
    },
  }
  const commits = createCommits(clock, () => {})
  const lines = () => gatehouse.store?.raw.prepare('SELECT count(*) FROM audit_lines').pluck().get() as number
  const before = lines()
  const loading = {
    city,
    isOver: () => false,
    commitAs: (channel: `${string}.${string}`) => {
      if (!gatehouse.store) throw new Error('closed')
      return commits(gatehouse.store, channel)
    },
  }
  await loadParts(loading, [part])
  await loadParts(loading, [part])
  expect(lines() - before).toBe(2)
  expect(drawn[0]).toBe(drawn[1])
  expect((await api.units.tree({})).some(({ name }) => name === '荣誉')).toBe(false)
})

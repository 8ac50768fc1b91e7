import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { board } from '../../../src/main/care-coverage/board.repo'
import { missed } from '../../../src/main/care-coverage/missed.repo'
import type { CadreId } from '../../../src/shared/cadres/cadres'
import type { CareMissed } from '../../../src/shared/care-coverage/care-coverage.contract'
import type { CareRecordFacts } from '../../../src/shared/care-records/care-records'
import { Day } from '../../../src/shared/dates/add-months'
import { tempFolder } from '../../helpers/folders'
import { type Core, signedIn, signInAs } from '../../helpers/harness'
import { department, NEXT } from '../interviews/department'

const day = (text: string): Day => Day.parse(text)
const until = day('2030-01-02')
const care = (cadreId: CadreId, on: string, more: Partial<CareRecordFacts> = {}): CareRecordFacts => ({
  cadreId,
  on: day(on),
  occasion: '生日',
  form: '祝贺',
  dimension: '精神',
  measure: null,
  dueKey: null,
  eventId: null,
  visitors: '',
  what: '祝贺生日',
  moneyFen: 0,
  goods: '',
  standard: '',
  source: null,
  voucher: '',
  approvedBy: '',
  promise: '',
  nextStep: '',
  nextOn: null,
  attachments: [],
  ...more,
})
const everybody: CareMissed = { list: 'quiet', whom: '在职', months: 12, unitId: null, level: null, dimension: null }
const page = { offset: 0, limit: 50 }
const period = { whom: '在职' as const, until, months: 3, unitId: null }
const entry = { until: null, situations: [], details: '', contact: '', contactPhone: '', visitorId: null, visitor: '' }

async function put(core: Core, name: string, unitId: string | null, values: Record<string, unknown> = {}) {
  const { cadre } = await core.api.cadres.add({ name, birth: null, unitId })
  const changes = Object.entries(values).map(([field, value]) => ({ field, value }))
  if (changes.length > 0) await core.api.cadres.change({ id: cadre.id, revision: 1, reason: '', changes })
  return cadre.id
}

/** Four in service in two units and one who is retired; what was done for them. */
async function town() {
  const core = await signedIn('officer')
  const [root] = await core.api.units.tree({})
  if (!root) throw new Error('no unit')
  const [near, away] = [
    await core.api.units.add({ parentId: root.id, name: '清河镇' }),
    await core.api.units.add({ parentId: root.id, name: '云溪街道' }),
  ]
  const lin = await put(core, '林疏影', near.id, { postLevel: '乡科级正职' })
  const he = await put(core, '何叶舟', near.id, { tags: ['一线扶持'] })
  const tang = await put(core, '唐晚晴', away.id)
  const shi = await put(core, '石守拙', null)
  const old = await put(core, '桑榆明', away.id, { status: '退休' })
  const { careRecords, careRegister } = core.api
  await careRecords.add(care(lin, '2029-11-05'))
  await careRecords.add(care(lin, '2029-11-20', { dimension: '政治', measure: 'political-6' }))
  await careRecords.add(care(lin, '2030-01-02', { measure: 'life-6' }))
  await careRecords.add(care(he, '2029-01-03'))
  await careRecords.add(care(tang, '2029-01-02'))
  const wrong = await careRecords.add(care(shi, '2029-12-30'))
  await careRecords.withdraw({ id: wrong.id, revision: 1, reason: '记错了人' })
  await careRegister.add({ ...entry, cadreId: tang, kind: '驻村援派挂职', from: day('2029-06-01'), place: '松岭村' })
  await careRegister.add({ ...entry, cadreId: lin, kind: '急难任务', from: day('2030-01-03'), place: '' })
  return { core, near, people: { lin, he, tang, shi, old } }
}

test('the board counts each person once, in every month, and leads to who is behind a figure', async () => {
  const { core, near, people } = await town()
  const { careCoverage } = core.api
  const units = await careCoverage.board({ ...period, by: 'unit' })
  expect(units).toMatchObject({ months: ['202911', '202912', '203001'], people: 4, reached: 1 })
  expect(units.bands).toEqual([
    { key: near.id, title: '清河镇', people: 2, reached: 1, months: [1, 0, 1] },
    expect.objectContaining({ title: '云溪街道', people: 1, reached: 0, months: [0, 0, 0] }),
    { key: '', title: '未分单位', people: 1, reached: 0, months: [0, 0, 0] },
  ])
  const levels = await careCoverage.board({ ...period, by: 'level' })
  expect(levels.bands.map(({ title, people: all, reached }) => [title, all, reached])).toEqual([
    ['乡科级正职', 1, 1],
    ['未填层次', 3, 0],
  ])
  const sides = await careCoverage.board({ ...period, by: 'dimension' })
  expect(sides.bands.map(({ title, reached, months }) => [title, reached, ...months])).toEqual([
    ['政治', 1, 1, 0, 0],
    ['生活', 0, 0, 0, 0],
    ['精神', 1, 1, 0, 1],
    ['经济', 0, 0, 0, 0],
  ])
  const measures = await careCoverage.board({ ...period, by: 'measure' })
  expect(measures.bands.map(({ key, reached, people: all }) => [key, reached, all])).toEqual([
    ['political-6', 1, 4],
    ['life-6', 1, 4],
    ['', 1, 4],
  ])
  const behind = { ...period, by: 'unit' as const, key: near.id, ...page }
  const reached = await careCoverage.covered({ ...behind, month: '202911', reached: true })
  expect(reached.rows.map(({ cadreId, lastOn }) => [cadreId, lastOn])).toEqual([[people.lin, '2029-11-20']])
  const left = await careCoverage.covered({ ...behind, month: null, reached: false })
  expect(left.rows.map(({ name }) => name)).toEqual(['何叶舟'])
  const retired = await careCoverage.board({ ...period, by: 'unit', whom: '退休' })
  expect(retired).toMatchObject({ people: 1, reached: 0 })
  const store = core.gatehouse.store
  if (!store) throw new Error('closed')
  expect(await board(store.root, [near.id], { ...period, by: 'unit' })).toMatchObject({ people: 2, reached: 1 })
  expect((await missed(store.root, [near.id], until, everybody)).length).toBe(0)
  core.close()
})

test('who was missed: never at all first, then the longest; at the front line by list and tag', async () => {
  const { core, people } = await town()
  const { careCoverage } = core.api
  const names = async (of: CareMissed) => (await careCoverage.missed({ of, ...page })).rows.map(({ name }) => name)
  // Twelve months to the day are twelve months; a day less is not.
  expect(await names(everybody)).toEqual(['石守拙', '唐晚晴'])
  expect(await names({ ...everybody, months: 11 })).toEqual(['石守拙', '唐晚晴', '何叶舟'])
  expect(await names({ ...everybody, dimension: '政治' })).toEqual(['何叶舟', '唐晚晴', '石守拙'])
  expect(await names({ ...everybody, months: 11, level: '乡科级正职' })).toEqual([])
  expect(await names({ ...everybody, whom: '退休' })).toEqual(['桑榆明'])
  const front: CareMissed = { list: 'frontline', months: 6, unitId: null }
  expect((await careCoverage.missed({ of: front, ...page })).rows).toMatchObject([
    { cadreId: people.tang, duty: '驻村援派挂职（松岭村）', lastOn: '2029-01-02', unitName: '云溪街道' },
    { cadreId: people.he, duty: '一线扶持' },
  ])
  expect(await careCoverage.figures({ whom: '在职', months: 12, unitId: null })).toEqual({
    people: 4,
    quiet: 2,
    never: 1,
    frontline: 2,
    frontlineMissed: 1,
  })
  const leave = { year: 2030, kind: '年休假' as const, from: until, to: until, days: 1, place: '' }
  await core.api.entitlements.add({ takes: [{ ...leave, cadreId: people.tang }] })
  expect(await names(front)).toEqual(['何叶舟'])
  const path = join(tempFolder(), '名单.csv')
  core.files.grant('token', path)
  const leaving = { reason: '研究走访安排', recipient: '', as: 'csv' as const, target: 'token' }
  const { entry: act } = await careCoverage.saveMissed({ of: everybody, ...leaving })
  expect(act).toMatchObject({ kind: 'cared-csv', outcome: 'done', people: 2, written: 2 })
  expect(readFileSync(path, 'utf8')).toContain('石守拙')
  core.close()
})

test('leaders get figures and no names', async () => {
  const { core, place } = await department()
  core.close()
  const leader = await signInAs(place, 'buzhang', NEXT)
  const { careCoverage } = leader.api
  expect((await careCoverage.board({ ...period, by: 'unit' })).people).toBeGreaterThan(0)
  expect(JSON.stringify(await careCoverage.figures({ whom: '在职', months: 12, unitId: null }))).not.toContain('name')
  const behind = { ...period, by: 'unit' as const, key: '', month: null, reached: false, ...page }
  await expect(careCoverage.covered(behind)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(careCoverage.missed({ of: everybody, ...page })).rejects.toMatchObject({ code: 'forbidden' })
  leader.close()
})

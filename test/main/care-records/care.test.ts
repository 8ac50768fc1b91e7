import { expect, test } from 'vitest'
import type { CadreId } from '../../../src/shared/cadres/cadres'
import type { CareRecordFacts, LifeEventFacts } from '../../../src/shared/care-records/care-records'
import type { EntryFacts } from '../../../src/shared/care-register/care-register'
import { shippedCareRules } from '../../../src/shared/care-rules/care-rules.data'
import { Day } from '../../../src/shared/dates/add-months'
import { PartialDate } from '../../../src/shared/dates/partial-date'
import { sideFor } from '../../../src/shared/duplicates/merge.rules'
import { type Core, signedIn } from '../../helpers/harness'

const day = (text: string): Day => Day.parse(text)
const record = (cadreId: CadreId, more: Partial<CareRecordFacts> = {}): CareRecordFacts => ({
  cadreId,
  on: day('2030-01-02'),
  occasion: '住院',
  form: '走访',
  dimension: '生活',
  measure: null,
  dueKey: null,
  eventId: null,
  visitors: '部长、组织干事',
  what: '到医院看望，病情平稳',
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
const illness = (cadreId: CadreId): LifeEventFacts => ({
  cadreId,
  kind: '住院',
  whom: '本人',
  on: PartialDate.parse('2030-01-01'),
  until: null,
  need: '手术后无人陪护',
})
const elder = (cadreId: CadreId): EntryFacts => ({
  cadreId,
  kind: '老干部',
  from: day('2029-10-10'),
  until: null,
  situations: ['独居'],
  place: '',
  details: '',
  contact: '女儿',
  contactPhone: '13800000000',
  visitorId: null,
  visitor: '柳寒汀',
})
const asked = {
  states: [],
  unitId: null,
  cadreId: null,
  ruleId: null,
  dimension: null,
  from: null,
  until: null,
  offset: 0,
  limit: 50,
}
const everything = {
  cadreId: null,
  unitId: null,
  from: null,
  to: null,
  occasions: [],
  dimensions: [],
  offset: 0,
  limit: 50,
}
const entries = { kinds: [], cadreId: null, unitId: null, ended: false, offset: 0, limit: 50 }

async function open(name = '周启明') {
  const core = await signedIn('officer')
  core.time.now = Date.parse('2030-01-02T02:00:00Z')
  await core.api.careRules.setStart({ since: day('2029-12-01'), reason: '从去年十二月开始' })
  const { cadre } = await core.api.cadres.add({ name, birth: null, unitId: null })
  return { core, id: cadre.id }
}
const shown = async (core: Core) =>
  (await core.api.careRules.due(asked)).rows
    .filter(({ ruleId }) => ruleId !== 'spring-festival')
    .map(({ ruleId, dueOn, state }) => `${ruleId} ${dueOn} ${state}`)

test('an event makes matters due with their basis; a record settles one, and withdrawing it opens it again', async () => {
  const { core, id } = await open()
  const event = await core.api.careRecords.addEvent(illness(id))
  const due = await core.api.careRules.due(asked)
  expect(due.rows).toHaveLength(1)
  expect(due.rows[0]).toMatchObject({
    name: '周启明',
    title: '住院看望',
    occasion: '住院',
    dueOn: '2030-01-04',
    state: 'soon',
    eventId: event.id,
    why: '2030.01.01 本人住院，3 日内',
    basis: { status: 'MEMORY' },
  })
  expect(due.near).toEqual({ late: 0, today: 0, week: 1 })

  const made = await core.api.careRecords.add(record(id, { dueKey: due.rows[0]?.key ?? null, eventId: event.id }))
  expect(await shown(core)).toEqual(['hospital 2030-01-04 done'])
  await core.api.careRecords.withdraw({ id: made.id, revision: 1, reason: '记错了人' })
  expect(await shown(core)).toEqual(['hospital 2030-01-04 soon'])
  expect((await core.api.careRecords.list(everything)).rows[0]).toMatchObject({ withdrawnFor: '记错了人' })
  await expect(core.api.careRecords.withdraw({ id: made.id, revision: 2, reason: '再撤' })).rejects.toThrow('已经撤回')

  await core.api.careRecords.removeEvent({ id: event.id, revision: 1, reason: '误传' })
  expect(await shown(core)).toEqual([])
  core.close()
})

test('what a record has to say, and two hands at one record', async () => {
  const { core, id } = await open()
  const add = (more: Partial<CareRecordFacts>) => core.api.careRecords.add(record(id, more))
  await expect(add({ on: day('2030-01-03') })).rejects.toThrow('还没有到')
  await expect(add({ what: '' })).rejects.toThrow('写一句')
  await expect(add({ moneyFen: 100_000 })).rejects.toThrow('资金来源')
  await expect(add({ nextOn: day('2030-02-01') })).rejects.toThrow('下一步做什么')
  await expect(core.api.careRecords.addEvent({ ...illness(id), on: PartialDate.parse('2030-02') })).rejects.toThrow(
    '还没有到',
  )
  const made = await add({ moneyFen: 100_000, source: '党费', nextStep: '联系护工', nextOn: day('2030-01-05') })
  const facts = record(id, { moneyFen: 50_000, source: '党费' })
  await core.api.careRecords.change({ id: made.id, revision: 1, facts, reason: '数额记错' })
  await expect(core.api.careRecords.change({ id: made.id, revision: 1, facts, reason: 'x' })).rejects.toThrow(
    '刚被别人改过',
  )
  await add({ moneyFen: 20_000, source: '工会' })
  expect((await core.api.careRecords.list(everything)).moneyFen).toBe(70_000)
  expect(await shown(core)).toEqual([])
  core.close()
})

test('the register: once in each list, a telephone number that is shown with a reason, and quarterly visits', async () => {
  const { core, id } = await open()
  const entry = await core.api.careRegister.add(elder(id))
  expect(entry).toMatchObject({ hasPhone: true, visitorName: '柳寒汀', lastOn: null })
  expect(JSON.stringify(await core.api.careRegister.list(entries))).not.toContain('13800000000')
  await expect(core.api.careRegister.add(elder(id))).rejects.toThrow('已经在老干部名册里')
  expect(await core.api.careRegister.revealPhone({ id: entry.id, reason: '约定走访' })).toEqual({
    phone: '13800000000',
  })
  expect(await shown(core)).toEqual(['elder 2029-12-01 late'])
  await core.api.careRecords.add(record(id, { occasion: '老干部走访', on: day('2029-10-12') }))
  expect(await shown(core)).toEqual(['elder 2030-01-12 soon'])
  expect((await core.api.careRegister.list(entries)).rows[0]?.lastOn).toBe('2029-10-12')
  const { cadreId: _id, kind: _kind, ...facts } = elder(id)
  const changed = await core.api.careRegister.change({
    id: entry.id,
    revision: 1,
    facts: { ...facts, situations: ['独居', '重病'], contactPhone: null },
    reason: '近况有变',
  })
  expect(changed).toMatchObject({ hasPhone: true, situations: ['独居', '重病'], revision: 2 })
  await core.api.careRegister.end({ id: entry.id, revision: 2, until: day('2030-01-02'), reason: '随子女迁居外地' })
  expect(await shown(core)).toEqual([])
  expect((await core.api.careRegister.list(entries)).total).toBe(0)
  expect((await core.api.careRegister.list({ ...entries, ended: true })).rows[0]?.endedFor).toBe('随子女迁居外地')
  core.close()
})

test('waived together with a reason, taken back, and rules that are changed by versions', async () => {
  const { core, id } = await open()
  await core.api.careRecords.addEvent(illness(id))
  const [row] = (await core.api.careRules.due(asked)).rows
  const one = { key: row?.key ?? '', cadreId: id }
  await core.api.careRules.waive({ keys: [one], reason: '本人不愿打扰' })
  expect((await core.api.careRules.due(asked)).rows[0]).toMatchObject({ state: 'waived', waivedFor: '本人不愿打扰' })
  await expect(core.api.careRules.waive({ keys: [one], reason: 'x' })).rejects.toThrow('不用免办')
  await core.api.careRules.unwaive({ ...one, reason: '本人愿意见' })
  expect(await shown(core)).toEqual(['hospital 2030-01-04 soon'])

  const rule = shippedCareRules.find(each => each.id === 'hospital')
  if (!rule) throw new Error('no such rule')
  const when = { ...rule.when, steps: [1] } as typeof rule.when
  const next = await core.api.careRules.change({ rule: { ...rule, when }, version: 0, reason: '本区当日看望' })
  expect(next.version).toBe(1)
  expect(await shown(core)).toEqual(['hospital 2030-01-02 due'])
  await expect(core.api.careRules.change({ rule, version: 0, reason: 'x' })).rejects.toThrow('刚被改过')
  await core.api.careRules.change({ rule: { ...rule, on: false }, version: 1, reason: '暂停' })
  expect(await shown(core)).toEqual([])
  expect((await core.api.careRules.versions({ id: 'hospital' })).map(({ reason }) => reason)).toEqual([
    '暂停',
    '本区当日看望',
    '随应用提供',
  ])
  core.close()
})

test('the month, the days ahead, and a year whose holidays nobody knows', async () => {
  const { core, id } = await open()
  const birth = { field: 'birth' as const, value: PartialDate.parse('1980-01-20') }
  await core.api.cadres.change({ id, revision: 1, reason: '', changes: [birth] })
  const month = await core.api.careRules.month({ month: '2030-01', unitId: null })
  expect(month).toEqual([{ on: '2030-01-20', open: 1, late: 0, done: 0, titles: ['生日祝贺'] }])
  const week = await core.api.careRules.due({ ...asked, from: day('2030-01-15'), until: day('2030-01-21') })
  expect(week.rows.map(({ dueOn, unknownYear }) => [dueOn, unknownYear])).toEqual([['2030-01-20', 2030]])
  expect(week.unknownYears).toEqual([2030])
  core.close()
})

test('two files become one: events, records, entries and waivers follow, and come back', async () => {
  const { core, id } = await open()
  const { cadre: other } = await core.api.cadres.add({ name: '周启明', birth: null, unitId: null })
  await core.api.careRecords.addEvent({ ...illness(other.id), kind: '受灾' })
  const [matter] = (await core.api.careRules.due(asked)).rows
  await core.api.careRecords.add(record(other.id, { occasion: '受灾', dueKey: matter?.key ?? null }))
  await core.api.careRegister.add(elder(other.id))
  const [visit] = (await core.api.careRules.due({ ...asked, ruleId: 'elder' })).rows
  await core.api.careRules.waive({ keys: [{ key: visit?.key ?? '', cadreId: other.id }], reason: '已约下周' })
  const before = await shown(core)
  expect(before).toEqual(['elder 2029-12-01 waived', 'disaster 2030-01-04 done'])
  const of = async (cadreId: CadreId) => (await core.api.careRules.due({ ...asked, cadreId })).total
  const { kept, other: gone, relations } = await core.api.duplicates.compare({ keep: id, drop: other.id })
  await core.api.duplicates.merge({
    keep: id,
    drop: other.id,
    revisions: { keep: kept.revision, drop: gone.revision },
    sides: relations.map(relation => sideFor[relation]),
    takePhoto: false,
    reason: '同一人',
  })
  expect(await shown(core)).toEqual(before)
  expect(await of(id)).toBe(3)
  const [merge] = await core.api.cadres.history({ id })
  await core.api.cadres.undo({ id, changeSetId: merge?.id ?? '' })
  expect(await of(id)).toBe(0)
  expect(await of(other.id)).toBe(3)
  core.close()
})

test('what happened in a life calls for a talk too, once', async () => {
  const { core, id } = await open()
  await core.api.careRecords.addEvent(illness(id))
  const talks = async () =>
    (await core.api.talkRules.due({ states: [], unitId: null, cadreId: id, offset: 0, limit: 50 })).rows.map(
      ({ ruleTitle, dueOn }) => `${ruleTitle} ${dueOn}`,
    )
  expect(await talks()).toEqual(['患病住院谈话 2030-01-04'])
  await core.api.talkRules.addOccasion({ cadreId: id, kind: '患病住院', on: day('2030-01-01'), note: '' })
  expect(await talks()).toEqual(['患病住院谈话 2030-01-04'])
  core.close()
})

test('retired people of eighty and more are offered for the register, the oldest first, until they are listed', async () => {
  const { core } = await open()
  const born = async (name: string, birth: string, status = '退休') => {
    const { cadre } = await core.api.cadres.add({ name, birth: PartialDate.parse(birth), unitId: null })
    await core.api.cadres.change({
      id: cadre.id,
      revision: 1,
      reason: '',
      changes: [{ field: 'status', value: status }],
    })
    return cadre.id
  }
  await born('顾长庚', '1945-11')
  const older = await born('叶秋实', '1940-02-03')
  await born('罗望舒', '1950-01')
  // Only the year is known: eighty is not certain yet.
  await born('汤若水', '1950')
  await born('邓可期', '1939-05', '调出')
  await born('梅雨时', '1949-12-31')
  const names = async () =>
    (await core.api.careRegister.unlisted({ unitId: null, offset: 0, limit: 10 })).rows.map(({ name }) => name)
  expect(await names()).toEqual(['叶秋实', '顾长庚', '梅雨时'])
  await core.api.careRegister.add(elder(older))
  expect(await names()).toEqual(['顾长庚', '梅雨时'])
  core.close()
})

test('leave and checks are asked for where a unit keeps them, and nowhere else', async () => {
  const { core, id } = await open()
  const of = async () => (await shown(core)).filter(line => line.startsWith('leave') || line.startsWith('health'))
  core.time.now = Date.parse('2030-01-02T02:00:00Z')
  const work = { field: 'workStart' as const, value: PartialDate.parse('2005-07-01') }
  await core.api.cadres.change({ id, revision: 1, reason: '', changes: [work] })
  expect(await of()).toEqual([])
  const august = { from: day('2029-08-06'), to: day('2029-08-07'), days: 2, place: '' }
  await core.api.entitlements.add({ takes: [{ cadreId: id, year: 2029, kind: '年休假', ...august }] })
  expect(await of()).toEqual(['leave 2029-12-01 late'])
  const [row] = (await core.api.careRules.due({ ...asked, ruleId: 'leave' })).rows
  expect(row?.why).toBe('2029 年应休 15 天，已休 2 天')
  await core.api.careRules.waive({ keys: [{ key: row?.key ?? '', cadreId: id }], reason: '本人要求结转' })
  expect(await of()).toEqual(['leave 2029-12-01 waived'])
  core.close()
})

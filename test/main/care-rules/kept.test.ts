import { expect, test } from 'vitest'
import { dueOn } from '../../../src/main/care-rules/due.repo'
import type { CadreId } from '../../../src/shared/cadres/cadres'
import { shippedCareRules } from '../../../src/shared/care-rules/care-rules.data'
import { toldOf } from '../../../src/shared/care-rules/due.rules'
import { Day } from '../../../src/shared/dates/add-months'
import { PartialDate } from '../../../src/shared/dates/partial-date'
import { todayDay } from '../../../src/shared/dates/today'
import { HolidayYear } from '../../../src/shared/dates/work-days'
import { sideFor } from '../../../src/shared/duplicates/merge.rules'
import { type Core, signedIn } from '../../helpers/harness'

const day = (text: string): Day => Day.parse(text)
const everyState = {
  states: [],
  unitId: null,
  cadreId: null,
  ruleId: null,
  dimension: null,
  from: null,
  until: null,
  offset: 0,
  limit: 500,
}
const told = ({ key, dueOn: due, actOn, state }: { key: string; dueOn: Day; actOn: Day; state: string }): string =>
  `${key} ${due} ${actOn} ${state}`
const asked = async (core: Core) => (await core.api.careRules.due(everyState)).rows.map(told)
/** Inside a transaction nothing is kept: everything is read from the store. */
const readAnew = (core: Core): Promise<string[]> => {
  const { store } = core.gatehouse
  if (!store) throw new Error('nothing is open')
  return store.root
    .transaction()
    .execute(async db =>
      (await dueOn(db, null, todayDay(new Date(core.time.now)))).items.map(item => told(toldOf(item))),
    )
}

const record = (cadreId: CadreId, dueKey: string | null) => ({
  cadreId,
  on: day('2030-01-02'),
  occasion: '住院' as const,
  form: '走访' as const,
  dimension: '生活' as const,
  measure: null,
  dueKey,
  eventId: null,
  visitors: '',
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
})
const happened = (cadreId: CadreId, kind: '住院' | '受灾', on: string) => ({
  cadreId,
  kind,
  whom: '本人' as const,
  on: PartialDate.parse(on),
  until: null,
  need: '',
})
const elder = (cadreId: CadreId) => ({
  cadreId,
  kind: '老干部' as const,
  from: day('2029-10-10'),
  until: null,
  situations: [],
  place: '',
  details: '',
  contact: '',
  contactPhone: '',
  visitorId: null,
  visitor: '',
})

test('what is kept of a session is never older than the store, whatever changes', async () => {
  const core = await signedIn('officer')
  const { api } = core
  core.time.now = Date.parse('2030-01-02T02:00:00Z')
  await api.careRules.setStart({ since: day('2029-12-01'), reason: '从去年十二月开始' })
  const add = async () => (await api.cadres.add({ name: '周启明', birth: null, unitId: null })).cadre.id
  const [id, other, third] = [await add(), await add(), await add()]
  await api.careRecords.addEvent(happened(third, '受灾', '2029-12-20'))
  let before = await asked(core)
  expect(before).toEqual(await readAnew(core))
  expect(before).toHaveLength(1)

  /** Each step changes the answer, and the answer is the one of the store. */
  const step = async <T>(work: () => Promise<T>): Promise<T> => {
    const done = await work()
    const now = await asked(core)
    expect(now).toEqual(await readAnew(core))
    expect(now).not.toEqual(before)
    before = now
    return done
  }
  const keyOf = async (ruleId: string, cadreId: CadreId) =>
    (await api.careRules.due({ ...everyState, ruleId, cadreId })).rows[0]?.key ?? ''

  const ill = await step(() => api.careRecords.addEvent(happened(id, '住院', '2030-01-01')))
  const visit = await keyOf('hospital', id)
  const made = await step(() => api.careRecords.add(record(id, visit)))
  await step(() => api.careRecords.withdraw({ id: made.id, revision: 1, reason: '记错了' }))
  await step(() => api.careRules.waive({ keys: [{ key: visit, cadreId: id }], reason: '本人不愿打扰' }))
  await step(() => api.careRules.unwaive({ key: visit, cadreId: id, reason: '本人愿意见' }))

  // What is refused changes nothing, and what was written before the refusal was undone with it.
  await expect(api.careRecords.add({ ...record(id, visit), on: day('2030-01-09') })).rejects.toThrow('还没有到')
  expect(await asked(core)).toEqual(before)

  const rule = shippedCareRules.find(each => each.id === 'hospital')
  if (!rule) throw new Error('no such rule')
  const when = { ...rule.when, steps: [1] } as typeof rule.when
  await step(() => api.careRules.change({ rule: { ...rule, when }, version: 0, reason: '当日看望' }))

  await step(() => api.careRegister.add(elder(other)))
  const birth = { field: 'birth' as const, value: PartialDate.parse('1980-01-05') }
  await step(() => api.cadres.change({ id: other, revision: 1, reason: '', changes: [birth] }))
  // 5 January 2030 is a Saturday: with the holidays of the year it is done on Friday.
  const table = HolidayYear.parse({ year: 2030, source: '测试通知', off: [], workedWeekends: [] })
  await step(() => api.holidays.put({ table, version: 0, reason: '通知已发布' }))

  const { kept, other: gone, relations } = await api.duplicates.compare({ keep: id, drop: other })
  await step(() =>
    api.duplicates.merge({
      keep: id,
      drop: other,
      revisions: { keep: kept.revision, drop: gone.revision },
      sides: relations.map(relation => sideFor[relation]),
      takePhoto: false,
      reason: '同一人',
    }),
  )
  const [merge] = await api.cadres.history({ id })
  await step(() => api.cadres.undo({ id, changeSetId: merge?.id ?? '' }))
  await step(() => api.cadres.trash({ ids: [third], reason: '误建' }))
  await step(() => api.cadres.restore({ ids: [third] }))
  await step(() => api.careRecords.removeEvent({ id: ill.id, revision: 1, reason: '误传' }))
  await step(() => api.careRules.setStart({ since: day('2030-01-01'), reason: '今年开始' }))
  await step(async () => void (core.time.now = Date.parse('2030-01-06T02:00:00Z')))
  core.close()
})

test('somebody who asks while another asks gets the same, and the next one what was written since', async () => {
  const core = await signedIn('officer')
  const { api } = core
  core.time.now = Date.parse('2030-01-02T02:00:00Z')
  await api.careRules.setStart({ since: day('2029-12-01'), reason: '从去年十二月开始' })
  const { cadre } = await api.cadres.add({ name: '周启明', birth: null, unitId: null })
  for (const on of ['2029-12-20', '2029-12-24', '2029-12-28']) {
    const writing = api.careRecords.addEvent(happened(cadre.id, '受灾', on))
    const window = { from: day('2030-01-01'), until: day('2030-01-31') }
    await Promise.all([asked(core), api.careRules.due({ ...everyState, ...window }), writing, asked(core)])
    expect(await asked(core)).toEqual(await readAnew(core))
  }
  expect(await asked(core)).toHaveLength(3)
  core.close()
})

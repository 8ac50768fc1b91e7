import { afterAll, beforeAll, expect, test } from 'vitest'
import { Day } from '../../../src/shared/dates/add-months'
import { type Core, signedIn, signInAs } from '../../helpers/harness'
import { department, NEXT } from '../interviews/department'

const day = (text: string): Day => Day.parse(text)
const at = (on: string): number => Date.parse(`${on}T02:00:00Z`)
const NOW = at('2030-01-03')
const anything = { states: [], unitId: null, owner: null, offset: 0, limit: 50 }
const asked = {
  states: [],
  unitId: null,
  cadreId: null,
  ruleId: 'bereavement',
  dimension: null,
  from: null,
  until: null,
  offset: 0,
  limit: 50,
}

let made: Awaited<ReturnType<typeof department>>
let core: Core
// Accounts are opened one after the other, and each password is stretched: slow on a busy computer.
beforeAll(async () => {
  made = await department()
  core = made.core
}, 60_000)
afterAll(() => core.close())

async function as(login: 'officer' | 'buzhang', on = NOW): Promise<Core> {
  core.close()
  core = login === 'officer' ? await signedIn('officer', made.place, on) : await signInAs(made.place, login, NEXT, on)
  return core
}

test('a late matter is told upwards: numbers for the leader, then the person, then an answer that is due', async () => {
  await as('officer')
  await core.api.careRules.setStart({ since: day('2029-12-01'), reason: '从去年十二月开始' })
  const what = { cadreId: made.cadre, kind: '去世', whom: '父母', until: null, need: '' } as const
  await core.api.careRecords.addEvent({ ...what, on: day('2029-12-05') })
  const due = (await core.api.careRules.due(asked)).rows
  expect(due.map(({ dueOn, state, escalated }) => [dueOn, state, escalated])).toEqual([
    ['2029-12-08', 'late', true],
    ['2030-01-04', 'soon', false],
  ])
  const [late, later] = due
  if (!late || !later) throw new Error('nothing due')

  await as('buzhang')
  expect(await core.api.careEscalations.figures({})).toEqual({ 未上报: 1, 等批示: 0, 已批示: 0 })
  const before = await core.api.careEscalations.list(anything)
  expect(before.rows).toMatchObject([{ title: '丧事慰问', daysLate: 26, state: '未上报', about: null }])
  expect(before.owners).toEqual(['所在单位、组织部门'])
  const notice = (await core.api.notices.list({})).find(({ id }) => id === 'care-escalations')
  expect(notice).toMatchObject({ level: 'late', detail: '请上报 1 件', route: '/care/escalations' })
  expect(JSON.stringify([before, notice])).not.toMatch(/周启明|父母/)

  await as('officer')
  const [leader] = await core.api.careEscalations.leaders({ cadreId: made.cadre })
  expect(leader?.name).toBe('姜怀瑾')
  const report = { toId: leader?.id ?? null, to: '', on: day('2030-01-03'), note: '家属在外地' }
  const one = { cadreId: made.cadre, report }
  await expect(core.api.careEscalations.report({ ...one, key: later.key })).rejects.toThrow('没有逾期')
  const { id } = await core.api.careEscalations.report({ ...one, key: late.key })
  await expect(core.api.careEscalations.report({ ...one, key: late.key })).rejects.toThrow('已经上报过')
  const instruction = { text: '三天内上门看望', wantedOn: day('2030-01-06') }
  await expect(core.api.careEscalations.instruct({ id, instruction })).rejects.toThrow('由本人批示')

  await as('buzhang')
  const [told] = (await core.api.careEscalations.list({ ...anything, states: ['等批示'] })).rows
  expect(told).toMatchObject({ about: { name: '周启明', report: { note: '家属在外地' } }, mayInstruct: true })
  await core.api.careEscalations.instruct({ id, instruction })

  await as('officer')
  const [back] = (await core.api.careRules.due(asked)).rows.filter(({ key }) => key === late.key)
  expect(back).toMatchObject({
    dueOn: '2029-12-08',
    actOn: '2030-01-06',
    state: 'soon',
    escalated: false,
    report: { toName: '姜怀瑾', instruction: { text: '三天内上门看望', byName: '姜怀瑾', on: '2030-01-03' } },
  })
  await expect(core.api.careEscalations.withdraw({ id, reason: '弄错了' })).rejects.toThrow('已经有批示')
  expect((await core.api.notices.list({})).find(each => each.id === 'care-escalations')).toMatchObject({
    detail: '已批示待办 1 件',
  })
})

test('an answered matter stays until it is done, follows the person, and leaves when it is recorded', async () => {
  await as('officer', at('2030-01-20'))
  const rule = (await core.api.careRules.list({})).find(({ id }) => id === 'bereavement')
  if (!rule) throw new Error('no such rule')
  const { version, ...present } = rule
  await core.api.careRules.change({ rule: { ...present, keepDays: 30 }, version, reason: '只列三十天' })
  // The rule itself has let go of it.
  const again = async () => (await core.api.careRules.due(asked)).rows.filter(({ report }) => report !== null)
  expect(await again()).toMatchObject([{ dueOn: '2029-12-08', state: 'late', escalated: true }])
  const { cadre: other } = await core.api.cadres.add({ name: '周启明', birth: '1988-05', unitId: null })
  const [keep, drop] = [await core.api.cadres.get({ id: other.id }), await core.api.cadres.get({ id: made.cadre })]
  await core.api.duplicates.merge({
    keep: other.id,
    drop: made.cadre,
    revisions: { keep: keep.revision, drop: drop.revision },
    sides: [],
    takePhoto: false,
    reason: '同一人',
  })
  const [moved] = await again()
  expect(moved).toMatchObject({ cadreId: other.id, report: { instruction: { text: '三天内上门看望' } } })
  await core.api.careRecords.add({
    cadreId: other.id,
    on: day('2030-01-20'),
    occasion: '丧事',
    form: '走访',
    dimension: '精神',
    measure: null,
    dueKey: moved?.key ?? '',
    eventId: null,
    visitors: '部长',
    what: '上门看望',
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
  expect((await again()).map(({ state }) => state)).toEqual(['done'])
  expect(await core.api.careEscalations.figures({})).toMatchObject({ 等批示: 0, 已批示: 0 })
  core.close()
  core = await signedIn('auditor', made.place, at('2030-01-20'))
  const filter = {
    from: null,
    to: null,
    accountId: null,
    feature: 'careEscalations',
    outcome: 'done',
    text: '',
  } as const
  const { entries } = await core.api.audit.list({ ...filter, before: null, limit: 50 })
  expect(entries.map(({ title }) => title).toSorted()).toEqual(['批示关爱事项', '登记关爱上报'])
  expect(JSON.stringify(entries)).not.toMatch(/周启明|看望|外地/)
})

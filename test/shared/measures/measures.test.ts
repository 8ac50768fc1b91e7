import { expect, test } from 'vitest'
import { Day } from '../../../src/shared/dates/add-months'
import { builtInHolidayYears } from '../../../src/shared/dates/holiday-years'
import { calendarOf } from '../../../src/shared/dates/work-days'
import { type Measure, MeasureFacts, type MeasureKind } from '../../../src/shared/measures/measures'
import { clockOf, mayDecide, mayHappenOn, punishmentOf, replyDueOn } from '../../../src/shared/measures/measures.rules'
import { influenceOf } from '../../../src/shared/restrictions/restrictions.rules'

const calendar = calendarOf(builtInHolidayYears)
const day = (text: string): Day => Day.parse(text)

/** Fifteen working days by the notices of 2025 and 2026. */
test.each<[string, string, string, number[]]>([
  ['an ordinary month', '2026-06-01', '2026-06-23', []],
  ['the day of sending does not count, a Friday', '2026-07-03', '2026-07-24', []],
  ['over 国庆 with a weekend that is worked', '2026-09-18', '2026-10-15', []],
  ['over 春节 with weekends that are worked', '2026-02-06', '2026-03-05', []],
  ['over 2025’s 国庆 and 中秋', '2025-09-26', '2025-10-23', []],
  ['sent on a Saturday', '2026-06-06', '2026-06-29', []],
  ['into a year without a table: weekends alone, and it is said', '2026-12-25', '2027-01-15', [2027]],
  ['in a year without a table', '2028-05-01', '2028-05-22', [2028]],
])('%s', (_what, sent, due, missing) => {
  const found = replyDueOn(day(sent), calendar)
  expect(found?.missing).toEqual(missing)
  expect(found?.day).toBe(due)
  expect(found?.basis.status).toBe('MEMORY')
})

const measure = (kind: MeasureKind, on: string, more: Partial<Measure> = {}): Measure => ({
  ...MeasureFacts.parse({
    kind,
    cadreId: '00000000-0000-4000-8000-000000000001',
    on,
    documentNumber: '',
    authority: '区委',
    matter: '违反会议纪律',
    questions: '一、为什么',
    months: null,
  }),
  id: '00000000-0000-4000-8000-000000000002' as Measure['id'],
  cadreName: '周启明',
  cadrePost: '',
  unitName: '',
  copiedTo: '',
  copiedOn: null,
  repliedOn: null,
  reply: '',
  verdict: null,
  verdictNote: '',
  followedOn: null,
  correction: null,
  correctionNote: '',
  revokedOn: null,
  revokedFor: '',
  byName: '',
  revision: 1,
  ...more,
})

test.each<[string, Measure, string, string, string]>([
  ['a letter just sent', measure('函询', '2026-06-01'), '2026-06-01', 'running', '答复期限还有 15 个工作日'],
  ['a week before', measure('函询', '2026-06-01'), '2026-06-16', 'soon', '答复期限还有 4 个工作日'],
  ['on the last day', measure('函询', '2026-06-01'), '2026-06-23', 'today', '今天是答复期限'],
  ['after it', measure('函询', '2026-06-01'), '2026-06-29', 'late', '逾期 4 个工作日没有答复'],
  [
    'answered in time',
    measure('函询', '2026-06-01', { repliedOn: day('2026-06-23') }),
    '2026-08-01',
    'today',
    '按期答复，等处理意见',
  ],
  [
    'answered late',
    measure('函询', '2026-06-01', { repliedOn: day('2026-06-26') }),
    '2026-08-01',
    'today',
    '逾期 3 个工作日答复，等处理意见',
  ],
  [
    'taken for true',
    measure('函询', '2026-06-01', { repliedOn: day('2026-06-26'), verdict: '采信' }),
    '2026-08-01',
    'done',
    '逾期 3 个工作日答复，采信',
  ],
  [
    'to be looked into again',
    measure('函询', '2026-06-01', { repliedOn: day('2026-06-02'), verdict: '再核实' }),
    '2026-08-01',
    'today',
    '按期答复，等再核实的结果',
  ],
  [
    '诫勉 in its period, from the end of a month',
    measure('诫勉', '2026-08-31'),
    '2026-09-10',
    'running',
    '影响期还有 171 天',
  ],
  ['诫勉 near its end', measure('诫勉', '2026-08-31'), '2027-02-20', 'soon', '影响期还有 8 天'],
  [
    '诫勉 on the first free day',
    measure('诫勉', '2026-08-31'),
    '2027-02-28',
    'today',
    '影响期已满，今天起了解改正情况',
  ],
  [
    '诫勉 that nobody followed up',
    measure('诫勉', '2026-08-31'),
    '2027-03-10',
    'late',
    '影响期已满 10 天，没有了解改正情况',
  ],
  [
    '诫勉 with months of its own',
    measure('诫勉', '2026-08-31', { months: 12 }),
    '2027-03-10',
    'running',
    '影响期还有 174 天',
  ],
  [
    '诫勉 that was followed up',
    measure('诫勉', '2026-08-31', { correction: '已改正' }),
    '2027-03-10',
    'done',
    '影响期后了解：已改正',
  ],
  ['a revoked one', measure('函询', '2026-06-01', { revokedOn: day('2026-06-05') }), '2027-03-10', 'done', '已撤销'],
  ['提醒', measure('提醒', '2026-06-01'), '2027-03-10', 'done', '已提醒'],
])('%s', (_what, each, on, state, words) => {
  const clock = clockOf(each, day(on), calendar)
  expect([clock.state, clock.words]).toEqual([state, words])
})

test('a missing year is said beside the day', () => {
  expect(clockOf(measure('函询', '2026-12-25'), day('2026-12-28'), calendar)).toMatchObject({
    dueOn: '2027-01-15',
    note: '还没有 2027 年的放假安排，只按周末推算，以放假通知为准',
  })
})

test.each([
  [null, '2027-02-27', 'CONFIRMED(S)'],
  [12, '2027-08-30', 'CONFIRMED(P)'],
])('the row of the file with %s months lasts until %s', (months, last, status) => {
  const influence = influenceOf(punishmentOf(measure('诫勉', '2026-08-31', { months })))
  expect([influence?.lastDay.latest, influence?.basis.status]).toEqual([last, status])
})

test.each<[string, Partial<Measure>, string]>([
  ['诫勉 without who approved it', { kind: '诫勉', authority: '' }, '批准机关'],
  ['函询 without questions', { kind: '函询', questions: '' }, '需要说明的问题'],
  ['one of tomorrow', { on: day('2026-06-02') }, '日期还没有到'],
])('%s is refused', (_what, more, words) => {
  expect(mayDecide({ ...measure('诫勉', '2026-06-01'), ...more }, day('2026-06-01'))).toMatchObject({
    reason: expect.stringContaining(words) as string,
  })
})

test.each([
  ['2026-05-31', '早于'],
  ['2026-06-12', '还没有到'],
])('something of %s is refused', (on, words) => {
  const verdict = mayHappenOn(measure('函询', '2026-06-01'), day(on), day('2026-06-11'))
  expect(JSON.stringify(verdict)).toContain(words)
})

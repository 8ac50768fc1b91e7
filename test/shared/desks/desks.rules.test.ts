import { expect, test } from 'vitest'
import { CadreId } from '../../../src/shared/cadres/cadres'
import { Day } from '../../../src/shared/dates/add-months'
import type { DeskFacts, DeskSatisfaction, DeskState, DeskTerm } from '../../../src/shared/desks/desks'
import {
  correctionWords,
  deskDaysLate,
  deskDueOn,
  deskStandingOn,
  deskTermOn,
  mayAnswer,
  mayAsk,
  mayComeIn,
  mayPostpone,
  mayReopenItem,
} from '../../../src/shared/desks/desks.rules'
import { UnitId } from '../../../src/shared/units/units'

const day = (text: string): Day => Day.parse(text)
const today = day('2030-01-31')

test.each<[string, DeskState, string, string, number]>([
  ['the day after', 'open', '2030-01-30', 'late', 1],
  ['over the year', 'open', '2029-12-31', 'late', 31],
  ['its last day', 'open', '2030-01-31', 'today', 0],
  ['three days before', 'open', '2030-02-03', 'soon', 0],
  ['four days before', 'open', '2030-02-04', 'open', 0],
  ['answered long after', 'answered', '2029-01-01', 'answered', 0],
  ['closed', 'closed', '2029-01-01', 'closed', 0],
])('an item on %s', (_case, state, dueOn, standing, late) => {
  const item = { state, dueOn: day(dueOn) }
  expect(deskStandingOn(today, item)).toBe(standing)
  expect(deskDaysLate(today, item)).toBe(late)
})

const own = (days: number, validFrom: string): DeskTerm => ({
  desk: '困',
  days,
  validFrom: day(validFrom),
  source: '',
  status: 'LOCAL',
})
test.each<[string, readonly DeskTerm[], string, string, string]>([
  ['as shipped', [], '2030-01-31', '2030-02-15', 'MEMORY'],
  ['the last day before its own', [own(3, '2030-02-01')], '2030-01-31', '2030-02-15', 'MEMORY'],
  ['the first day of its own', [own(3, '2030-01-31')], '2030-01-31', '2030-02-03', 'LOCAL'],
  [
    'the later of two, in whatever order',
    [own(5, '2030-01-20'), own(3, '2030-01-01')],
    '2030-01-31',
    '2030-02-05',
    'LOCAL',
  ],
  ['a leap day', [own(1, '2028-01-01')], '2028-02-28', '2028-02-29', 'LOCAL'],
])('the term %s', (_case, terms, cameOn, dueOn, status) => {
  expect(deskDueOn(terms, '困', day(cameOn))).toBe(dueOn)
  expect(deskTermOn(terms, '困', day(cameOn)).status).toBe(status)
})

const facts = (more: Partial<DeskFacts> = {}): DeskFacts => ({
  desk: '惑',
  cadreId: null,
  unitId: null,
  text: '年休假怎么算',
  cameOn: today,
  channel: '来电',
  ...more,
})
const someone = CadreId.parse('00000000-0000-4000-8000-000000000001')
const somewhere = UnitId.parse('00000000-0000-4000-8000-000000000002')
test.each<[string, Partial<DeskFacts>, string | null, string | null]>([
  ['today, about nobody', {}, null, null],
  ['tomorrow', { cameOn: day('2030-02-01') }, null, '还没有到'],
  ['about a person', { cadreId: someone }, null, null],
  ['about a person and a unit', { cadreId: someone, unitId: somewhere }, null, '不用再选单位'],
  ['due on the same day', {}, '2030-01-31', null],
  ['due before it came', {}, '2030-01-30', '早于'],
])('what comes in: %s', (_case, more, dueOn, refusal) => {
  const verdict = mayComeIn(facts(more), dueOn === null ? null : day(dueOn), today)
  expect(verdict.allowed ? null : verdict.reason).toEqual(refusal === null ? null : expect.stringContaining(refusal))
})

test.each<[DeskState, string, string | null]>([
  ['open', '2030-01-31', null],
  ['open', '2030-02-01', '还没有到'],
  ['open', '2030-01-09', '早于'],
  ['answered', '2030-01-31', '已经答复'],
])('an answer to what is %s on %s', (state, on, refusal) => {
  const verdict = mayAnswer({ state, cameOn: day('2030-01-10') }, day(on), today)
  expect(verdict.allowed ? null : verdict.reason).toEqual(refusal === null ? null : expect.stringContaining(refusal))
})

test.each<[string, DeskState, DeskSatisfaction, string, string, string | null, string | null]>([
  ['not answered', 'open', '满意', '2030-01-31', '', null, '先写答复'],
  ['closed', 'closed', '满意', '2030-01-31', '', null, '已经办结'],
  ['satisfied', 'answered', '满意', '2030-01-31', '', null, null],
  ['before the answer', 'answered', '满意', '2030-01-19', '', null, '早于答复'],
  ['not asked, without why', 'answered', '未问', '2030-01-31', ' ', null, '写明原因'],
  ['not asked', 'answered', '未问', '2030-01-31', '本人在外地', null, null],
  ['not satisfied, without why', 'answered', '不满意', '2030-01-31', '', '2030-02-05', '哪里不满意'],
  ['not satisfied, without a term', 'answered', '不满意', '2030-01-31', '没有办成', null, '新的期限'],
  ['not satisfied, due that day', 'answered', '不满意', '2030-01-31', '没有办成', '2030-01-31', null],
  ['not satisfied, due before', 'answered', '不满意', '2030-01-31', '没有办成', '2030-01-30', '早于回访'],
])('asking the person: %s', (_case, state, satisfaction, on, text, dueOn, refusal) => {
  const asked = { satisfaction, on: day(on), text, dueOn: dueOn === null ? null : day(dueOn) }
  const answeredOn = state === 'open' ? null : day('2030-01-20')
  const verdict = mayAsk({ state, answeredOn }, asked, today)
  expect(verdict.allowed ? null : verdict.reason).toEqual(refusal === null ? null : expect.stringContaining(refusal))
})

test('putting off and taking up again have a term that is still to come', () => {
  const item = { state: 'open', dueOn: today } as const
  expect(mayPostpone(item, today, today).allowed).toBe(false)
  expect(mayPostpone(item, day('2030-01-30'), today).allowed).toBe(false)
  expect(mayPostpone(item, day('2030-02-01'), today).allowed).toBe(true)
  expect(mayPostpone({ ...item, state: 'answered' }, day('2030-02-01'), today).allowed).toBe(false)
  expect(mayReopenItem(item, today, today).allowed).toBe(false)
  expect(mayReopenItem({ state: 'closed' }, today, today).allowed).toBe(true)
  expect(mayReopenItem({ state: 'answered' }, day('2030-01-30'), today).allowed).toBe(false)
})

test('a correction keeps how it stood, and is none when nothing differs', () => {
  const before = { ...facts(), who: '一般事项' }
  expect(correctionWords(before, before)).toBeNull()
  expect(correctionWords(before, { ...before, desk: '困', who: '周启明', text: '孩子上学' })).toBe(
    '台子 惑 改为 困；对象 一般事项 改为 周启明；原来写的是：年休假怎么算',
  )
})

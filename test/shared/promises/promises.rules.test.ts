import { expect, test } from 'vitest'
import { Day } from '../../../src/shared/dates/add-months'
import type { PromiseState } from '../../../src/shared/promises/promises'
import {
  changeWords,
  closingOf,
  daysLate,
  mayBeDue,
  mayFinish,
  mayReopen,
  shownClosing,
  standingOn,
} from '../../../src/shared/promises/promises.rules'

const day = (text: string) => Day.parse(text)
const today = day('2030-03-10')

test.each<[PromiseState, string, ReturnType<typeof standingOn>, number]>([
  ['open', '2030-03-09', 'late', 1],
  ['open', '2030-02-28', 'late', 10],
  ['open', '2030-03-10', 'today', 0],
  ['open', '2030-03-11', 'soon', 0],
  ['open', '2030-03-13', 'soon', 0],
  ['open', '2030-03-14', 'open', 0],
  ['done', '2030-01-01', 'done', 0],
  ['withdrawn', '2030-01-01', 'withdrawn', 0],
])('%s, due %s: %s, %i days late', (state, dueOn, standing, late) => {
  expect(standingOn(today, { state, dueOn: day(dueOn) })).toBe(standing)
  expect(daysLate(today, { state, dueOn: day(dueOn) })).toBe(late)
})

test.each<[PromiseState, string, boolean]>([
  ['open', '已协调', true],
  ['open', ' ', false],
  ['done', '已协调', false],
  ['withdrawn', '已协调', false],
])('%s with the result “%s” may be finished: %s', (state, result, may) => {
  expect(mayFinish({ state }, result).allowed).toBe(may)
})
test('only what is settled is reopened', () => {
  expect(mayReopen({ state: 'open' }).allowed).toBe(false)
  expect(mayReopen({ state: 'done' }).allowed).toBe(true)
  expect(mayReopen({ state: 'withdrawn' }).allowed).toBe(true)
})
test.each([
  ['2030-03-10', '2030-03-10', true],
  ['2030-03-10', '2030-03-09', false],
])('made %s, due %s: %s', (madeOn, dueOn, may) => {
  expect(mayBeDue(day(madeOn), day(dueOn)).allowed).toBe(may)
})

const made = (state: PromiseState, dueOn: string, endedOn: string | null = null) => ({
  state,
  dueOn: day(dueOn),
  madeOn: day('2030-03-01'),
  endedOn: endedOn === null ? null : day(endedOn),
})
test.each([
  ['none', [], { made: 0, done: 0, late: 0, medianDays: null }],
  [
    'withdrawn ones do not count',
    [made('withdrawn', '2030-03-02', '2030-03-02')],
    { made: 0, done: 0, late: 0, medianDays: null },
  ],
  [
    'an odd number',
    [
      made('done', '2030-03-20', '2030-03-04'),
      made('done', '2030-03-20', '2030-03-02'),
      made('done', '2030-03-20', '2030-03-09'),
    ],
    { made: 3, done: 3, late: 0, medianDays: 3 },
  ],
  [
    'an even number',
    [made('done', '2030-03-20', '2030-03-04'), made('done', '2030-03-20', '2030-03-09'), made('open', '2030-03-09')],
    { made: 3, done: 2, late: 1, medianDays: 5.5 },
  ],
])('closing of %s', (_case, promises, expected) => {
  expect(closingOf(today, promises)).toEqual(expected)
})

test.each([
  [
    { made: 0, done: 0, late: 0, medianDays: null },
    { made: 0, done: 0, late: 0, medianDays: null },
  ],
  [
    { made: 12, done: 2, late: 3, medianDays: 4 },
    { made: 12, done: null, late: 3, medianDays: null },
  ],
  [
    { made: 5, done: 3, late: 1, medianDays: 4 },
    { made: 5, done: 3, late: null, medianDays: 4 },
  ],
])('of %o is shown %o', (closing, shown) => {
  expect(shownClosing(closing)).toEqual(shown)
})

const wording = { text: '加梯', theme: '工作条件', ownerName: '方汀兰', helper: '', dueOn: day('2030-03-10') }
test.each([
  [{}, null],
  [{ dueOn: day('2030-04-01') }, '期限 2030.03.10 改为 2030.04.01'],
  [{ ownerName: '苏既白', helper: '住建局' }, '责任人 方汀兰 改为 苏既白；协办单位 无 改为 住建局'],
  [{ text: '住宅加梯', theme: '住房' }, '类别 工作条件 改为 住房；原来写的是：加梯'],
])('changed by %o: %s', (change, words) => {
  expect(changeWords(wording, { ...wording, ...change })).toBe(words)
})

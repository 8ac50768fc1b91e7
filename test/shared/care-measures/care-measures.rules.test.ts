import { expect, test } from 'vitest'
import { boardPaper } from '../../../src/shared/care-measures/board-paper.rules'
import type { BoardRow, CareMeasure, CarePlan, PlanFacts } from '../../../src/shared/care-measures/care-measures'
import {
  boardFigures,
  doneOf,
  mayKeepMeasure,
  mayPlan,
  periodStart,
  progressOf,
  quietWords,
  shippedMeasure,
} from '../../../src/shared/care-measures/care-measures.rules'
import { type CarePeriod, shippedCareMeasures } from '../../../src/shared/care-measures/measures.data'
import { Day } from '../../../src/shared/dates/add-months'

const day = (text: string): Day => Day.parse(text)
const shipped = shippedCareMeasures.map(shippedMeasure)
const byKey = (key: string) => {
  const found = shipped.find(measure => measure.key === key)
  if (!found) throw new Error(`no ${key}`)
  return found
}
const plan = (more: Partial<CarePlan> = {}): CarePlan => ({
  target: 4,
  countOf: '次',
  goal: '',
  owner: '',
  dueOn: day('2030-06-30'),
  notes: '',
  settledOn: null,
  revision: 1,
  ...more,
})
const row = (more: Partial<BoardRow> = {}): BoardRow => ({
  ...byKey('life-1'),
  plan: plan(),
  evidence: { count: 3, people: 40, lastOn: day('2030-03-01') },
  counted: [],
  ...more,
})

test.each<[string, string, Partial<BoardRow>, state: string, words: string]>([
  ['the last day is not late', '2030-06-30', {}, 'soon', '今天到期，差 1 次'],
  ['the day after is', '2030-07-01', {}, 'late', '逾期 1 天，差 1 次'],
  ['thirty days before is near', '2030-05-31', {}, 'soon', '还有 30 天，差 1 次'],
  ['thirty-one days before is not', '2030-05-30', {}, 'running', '差 1 次'],
  [
    'the number reached is done, late or not',
    '2030-09-01',
    { evidence: { count: 4, people: 0, lastOn: null } },
    'done',
    '已完成',
  ],
  [
    'what another part counts counts',
    '2030-09-01',
    { counted: [{ title: '谈话', countOf: '次', count: 1 }] },
    'done',
    '已完成',
  ],
  [
    'but only in what the plan counts',
    '2030-09-01',
    { counted: [{ title: '谈话', countOf: '人次', count: 9 }] },
    'late',
    '逾期 63 天，差 1 次',
  ],
  [
    'people are counted where the plan counts people',
    '2030-05-01',
    { plan: plan({ target: 50, countOf: '人次' }) },
    'running',
    '差 10 人次',
  ],
  [
    'a target in words is settled by a person',
    '2030-05-01',
    { plan: plan({ target: null, goal: '办好一件实事' }) },
    'running',
    '进行中',
  ],
  ['and is late until then', '2030-07-02', { plan: plan({ target: null, goal: '办好一件实事' }) }, 'late', '逾期 2 天'],
  [
    'settled',
    '2030-07-02',
    { plan: plan({ target: null, goal: 'x', settledOn: day('2030-06-01') }) },
    'done',
    '已完成',
  ],
  ['without a plan', '2030-05-01', { plan: null }, 'unplanned', '还没有计划'],
  ['switched off', '2030-09-01', { on: false }, 'off', '已停用'],
  ['without a name', '2030-09-01', { ...byKey('own-1') }, 'unnamed', '待本单位命名'],
])('%s', (_name, on, more, state, words) => {
  expect(progressOf(row(more), day(on))).toMatchObject({ state, words })
})

test.each<[string, CareMeasure, boolean]>([
  ['a named one as it is', byKey('life-1'), true],
  ['a named one under another name', { ...byKey('life-1'), title: '疗养' }, false],
  ['a named one in another group', { ...byKey('life-1'), group: '工作上' }, false],
  [
    'an open place with name and group',
    { ...byKey('own-1'), title: '关爱援派干部家庭', group: '生活上', on: true },
    true,
  ],
  ['an open place without a group', { ...byKey('own-1'), title: '关爱援派干部家庭' }, false],
  ['an open place without a name', { ...byKey('own-1'), group: '生活上' }, false],
  ['an open place left open', byKey('own-1'), true],
  ['an open place switched on', { ...byKey('own-1'), on: true }, false],
])('%s may be kept: %o', (_name, measure, may) => {
  expect(mayKeepMeasure(measure).allowed).toBe(may)
})

test.each<[string, Partial<PlanFacts>, boolean]>([
  ['a number', {}, true],
  ['words', { target: null, goal: '办好一件实事' }, true],
  ['neither', { target: null }, false],
  ['due before the year', { dueOn: day('2029-12-31') }, false],
  ['due after it', { dueOn: day('2031-02-01') }, true],
  ['settled tomorrow', { settledOn: day('2030-01-03') }, false],
  ['settled today', { settledOn: day('2030-01-02') }, true],
])('a plan with %s: %o', (_name, more, may) => {
  expect(mayPlan(plan(more), 2030, day('2030-01-02')).allowed).toBe(may)
})

test.each<[CarePeriod, string, string | null]>([
  ['年度', '2030-12-31', '2030-01-01'],
  ['半年', '2030-06-30', '2030-01-01'],
  ['半年', '2030-07-01', '2030-07-01'],
  ['季度', '2030-03-31', '2030-01-01'],
  ['季度', '2030-10-01', '2030-10-01'],
  ['月度', '2030-02-28', '2030-02-01'],
  ['随时', '2030-02-28', null],
])('the %s of %s begins on %s', (period, on, start) => {
  expect(periodStart(period, day(on))).toBe(start)
})

test('what is taken stock of each quarter says when the quarter has nothing yet', () => {
  const quarterly = row({ period: '季度' })
  expect(quietWords(quarterly, 2030, day('2030-03-31'))).toBe('')
  expect(quietWords(quarterly, 2030, day('2030-04-01'))).toBe('本季度还没有登记')
  expect(quietWords(quarterly, 2029, day('2030-04-01'))).toBe('')
  expect(quietWords({ ...quarterly, plan: null }, 2030, day('2030-04-01'))).toBe('')
})

test('figures and paper: four groups, then what has no name; the number on paper is that of the page', () => {
  const rows = shipped.map(measure => row({ ...measure, plan: null, evidence: { count: 0, people: 0, lastOn: null } }))
  const planned = rows.map(each => (each.key === 'life-1' ? row() : each))
  expect(boardFigures(planned, day('2030-07-01'))).toEqual({ planned: 1, done: 0, late: 1, unplanned: 25, unnamed: 3 })
  expect(doneOf(row())).toEqual({ count: 3, countOf: '次' })
  const paper = boardPaper(
    planned,
    { unit: '测试区委组织部', year: 2030, on: day('2030-07-01') },
    { mark: '', foot: '' },
  )
  expect(paper.groups.map(({ heading, rows: lines }) => [heading, lines.length])).toEqual([
    ['政治上真情关怀', 8],
    ['事业上关心激励', 5],
    ['工作上宽容包容', 4],
    ['生活上真情帮扶', 9],
    ['待本单位命名', 3],
  ])
  const line = paper.groups[3]?.rows[0]
  expect(line).toEqual([
    18,
    '安排疗休养',
    '生活',
    '年度',
    '',
    '4 次',
    '2030.06.30',
    '3 次，到 40 人次',
    '逾期 1 天，差 1 次',
    '各地疗休养规定，没有全国标准（外地做法，以本地文件为准）',
  ])
})

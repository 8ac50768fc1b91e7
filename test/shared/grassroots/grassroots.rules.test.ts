import { expect, test } from 'vitest'
import { Day } from '../../../src/shared/dates/add-months'
import type { BurdenCap, UnitBurdens } from '../../../src/shared/grassroots/burdens'
import { againstCaps, capOn, unitsOver } from '../../../src/shared/grassroots/burdens.rules'
import { type Facility, type FacilityFacts, shippedFacilityKinds } from '../../../src/shared/grassroots/facilities'
import {
  facilityFigures,
  isPlanLate,
  mayKeepKinds,
  mayRecordFacility,
} from '../../../src/shared/grassroots/facilities.rules'
import { burdensFrom, cellsOf, pastedOf, payFrom, typedDay } from '../../../src/shared/grassroots/pasted.rules'
import type { PayFacts } from '../../../src/shared/grassroots/pay'
import { comparePay, payTrend, vacancyShare } from '../../../src/shared/grassroots/pay.rules'
import { sideOf } from '../../../src/shared/grassroots/sides.rules'
import { UnitId } from '../../../src/shared/units/units'

const day = (text: string): Day => Day.parse(text)
const unit = (number: number): UnitId => UnitId.parse(`00000000-0000-4000-8000-00000000000${number}`)
const [town, street, bureau] = [unit(1), unit(2), unit(3)]
const units = [
  { id: town, name: '清河镇', side: '街镇' as const },
  { id: street, name: '云溪街道', side: '街镇' as const },
  { id: bureau, name: '区民政局', side: '机关' as const },
]

test.each([
  ['镇街', '街镇'],
  ['机关', '机关'],
  ['政府工作部门', '机关'],
  ['事业单位', '其他'],
  ['', '其他'],
])('a unit of nature %s is %s', (nature, side) => {
  expect(sideOf(nature)).toBe(side)
})

const facility = (more: Partial<Facility> = {}): Facility => ({
  unitId: town,
  kind: 'kitchen',
  state: '需修',
  on: day('2030-01-02'),
  note: '',
  planWhat: '更换灶具',
  planDueOn: day('2030-06-30'),
  planFen: 5_000_000,
  planOwner: '',
  revision: 1,
  byName: '',
  at: '',
  ...more,
})

test.each<[string, Partial<Facility>, string, boolean]>([
  ['on its day', {}, '2030-06-30', false],
  ['the day after', {}, '2030-07-01', true],
  ['in good order', { state: '完好' }, '2030-07-01', false],
  ['without a day', { planDueOn: null }, '2030-07-01', false],
  ['without a plan', { planWhat: '' }, '2030-07-01', false],
])('a plan %s on %s is late: %o', (_name, more, on, late) => {
  expect(isPlanLate(facility(more), day(on))).toBe(late)
})

test.each<[string, Partial<FacilityFacts>, boolean]>([
  ['today', {}, true],
  ['tomorrow', { on: day('2030-01-03') }, false],
  ['money without a plan', { planWhat: '' }, false],
  ['no plan at all', { planWhat: '', planDueOn: null, planFen: null }, true],
])('a state of %s may be recorded: %o', (_name, more, may) => {
  expect(mayRecordFacility(facility(more), day('2030-01-02')).allowed).toBe(may)
})

test('kinds: one may be added or switched off, none taken away, none named twice', () => {
  const more = [...shippedFacilityKinds, { key: 'own-1', title: '母婴室', on: true }]
  expect(mayKeepKinds(more, shippedFacilityKinds).allowed).toBe(true)
  expect(mayKeepKinds(shippedFacilityKinds, more).allowed).toBe(false)
  expect(
    mayKeepKinds(
      more.map(kind => ({ ...kind, title: '食堂' })),
      shippedFacilityKinds,
    ).allowed,
  ).toBe(false)
  expect(
    mayKeepKinds(
      more.map(kind => ({ ...kind, on: false })),
      shippedFacilityKinds,
    ).allowed,
  ).toBe(false)
  const [kitchen] = facilityFigures(shippedFacilityKinds, [town, street], [facility(), facility({ unitId: bureau })])
  expect(kitchen).toMatchObject({ counts: { 需修: 1, 完好: 0 }, unknown: 1 })
})

const cap = (fromYear: number, value: number | null): BurdenCap => ({
  kind: '发文',
  fromYear,
  cap: value,
  source: '区委办公室通知',
  status: 'LOCAL',
})
const sent = (papers: number): UnitBurdens => ({ unitId: town, counts: [papers, 0, 0, 0, 0] })
test.each<[string, readonly BurdenCap[], number, papers: number, over: number]>([
  ['no cap was ever set', [], 2030, 500, 0],
  ['the cap is not passed by reaching it', [cap(2030, 30)], 2030, 30, 0],
  ['one more passes it', [cap(2030, 30)], 2030, 31, 1],
  ['a cap holds in later years', [cap(2030, 30)], 2032, 31, 1],
  ['and not before', [cap(2030, 30)], 2029, 31, 0],
  ['a later one takes its place', [cap(2030, 30), cap(2031, 20)], 2031, 25, 5],
  ['which may lift it', [cap(2030, 30), cap(2031, null)], 2031, 500, 0],
  ['a cap of none at all', [cap(2030, 0)], 2030, 1, 1],
])('%s', (_name, caps, year, papers, over) => {
  expect(againstCaps(sent(papers), caps, year)[0]?.over).toBe(over)
  expect(unitsOver([sent(papers)], caps, year)).toBe(over > 0 ? 1 : 0)
  expect(capOn(caps, '会议', year)).toBeUndefined()
})

const figure = (more: Partial<PayFacts>): PayFacts => ({
  year: 2030,
  unitId: null,
  side: '机关',
  level: '乡科级正职',
  averageFen: 10_000_000,
  people: 10,
  ...more,
})
test.each<[string, PayFacts[], difference: number | null, inverted: boolean]>([
  ['less is inverted', [figure({}), figure({ side: '街镇', averageFen: 9_999_999 })], -1, true],
  ['the same is not', [figure({}), figure({ side: '街镇' })], 0, false],
  ['more is not', [figure({}), figure({ side: '街镇', averageFen: 10_000_001 })], 1, false],
  ['without the office nothing is compared', [figure({ side: '街镇' })], null, false],
  ['without the grass roots neither', [figure({})], null, false],
  [
    'units are weighted by their people',
    [
      figure({}),
      figure({ side: '街镇', unitId: town, averageFen: 8_000_000, people: 3 }),
      figure({ side: '街镇', unitId: street, averageFen: 12_000_000, people: 1 }),
    ],
    -1_000_000,
    true,
  ],
  [
    'a figure of the whole goes before its units',
    [
      figure({}),
      figure({ side: '街镇', averageFen: 11_000_000 }),
      figure({ side: '街镇', unitId: town, averageFen: 8_000_000 }),
    ],
    1_000_000,
    false,
  ],
  [
    'another level is another matter',
    [figure({ level: '科员' }), figure({ side: '街镇', averageFen: 1 })],
    null,
    false,
  ],
])('%s', (_name, figures, difference, inverted) => {
  const found = comparePay(figures, 2030).find(({ level }) => level === '乡科级正职')
  expect([found?.differenceFen ?? null, found?.inverted ?? false]).toEqual([difference, inverted])
})

test('units of a level are compared one by one; a trend has the years that have figures', () => {
  const figures = [
    figure({}),
    figure({ side: '街镇', unitId: street, averageFen: 10_500_000 }),
    figure({ side: '街镇', unitId: town, averageFen: 9_000_000 }),
    figure({ year: 2028, averageFen: 9_000_000 }),
  ]
  expect(comparePay(figures, 2030)[0]?.units).toMatchObject([
    { unitId: town, differenceFen: -1_000_000, inverted: true },
    { unitId: street, differenceFen: 500_000, inverted: false },
  ])
  expect(payTrend(figures, '乡科级正职').map(({ year, grassroots }) => [year, grassroots?.averageFen])).toEqual([
    [2028, undefined],
    [2030, 9_750_000],
  ])
  expect(vacancyShare({ approved: 0, vacant: 0 })).toBeNull()
  expect(vacancyShare({ approved: 8, vacant: 1 })).toBe(13)
})

test.each<[string, string | undefined]>([
  ['2030-1-2', '2030-01-02'],
  ['2030.01.02', '2030-01-02'],
  ['2030/1/2', '2030-01-02'],
  ['2030年1月2日', '2030-01-02'],
  ['２０３０－０１－０２', '2030-01-02'],
  ['2030-02-30', undefined],
  ['1月2日', undefined],
])('%s is the day %s', (text, on) => {
  expect(typedDay(text)).toBe(on)
})

test('cells as a spreadsheet copies them, and back', () => {
  const rows = [
    ['a', '两行\n字', '他说"好"'],
    ['', 'b', ''],
  ]
  expect(cellsOf(pastedOf(rows))).toEqual(rows)
  expect(cellsOf('a\tb\r\n"两行\n字"\t"他说""好"""')).toEqual([
    ['a', 'b'],
    ['两行\n字', '他说"好"'],
  ])
})

test('pasted burdens: a head is passed over, units by name or all at once, each fault by its line', () => {
  const text = [
    '2030年台账',
    '类别\t日期\t标题\t发出部门\t发到单位',
    '发文\t2030-01-02\t关于做好值班的通知\t区委办公室\t全部街镇',
    '会议\t2030.1.1\t调度会\t区政府办公室\t清河镇、云溪街道、区民政局',
    '',
    '通知\t2030-01-02\tx\ty\t清河镇',
    '报表\t2030-01-03\tx\ty\t清河镇',
    '报表\t元旦\tx\ty\t清河镇',
    '调研\t2030-01-02\tx\ty\t青河镇',
    '调研\t2030-01-02\t\ty\t清河镇',
    '调研\t2030-01-02\tx\ty\t',
  ].join('\n')
  const { rows, faults } = burdensFrom(text, units, day('2030-01-02'))
  expect(rows.map(({ kind, unitIds }) => [kind, unitIds.length])).toEqual([
    ['发文', 2],
    ['会议', 3],
  ])
  expect(faults).toEqual([
    { line: 6, words: '类别要写发文、会议、督查检查考核、报表、调研之一' },
    { line: 7, words: '日期还没有到' },
    { line: 8, words: '日期“元旦”看不懂，写作 2026-11-30' },
    { line: 9, words: '没有叫“青河镇”的单位' },
    { line: 10, words: '没有写标题' },
    { line: 11, words: '没有写发到哪个单位' },
  ])
  const twice = burdensFrom(
    '发文\t2030-01-02\tx\ty\t清河镇',
    [...units, { id: unit(4), name: '清河镇', side: '街镇' }],
    day('2030-01-02'),
  )
  expect(twice.faults[0]?.words).toBe('有 2 个单位都叫“清河镇”')
})

test('pasted pay: of a unit or of a whole side, money to the fen', () => {
  const { rows, faults } = payFrom(
    [
      '2030\t机关\t乡科级正职\t120,000\t40',
      '2030年\t清河镇\t乡科级正职\t98000.5\t3人',
      '2030\t清河镇\t\t1\t1',
      '2030\t区\t科员\t1\t1',
      '2030\t街镇\t科员\t十万\t1',
      '2030\t街镇\t科员\t1\t0',
    ].join('\n'),
    units,
  )
  expect(rows).toEqual([
    figure({ averageFen: 12_000_000, people: 40 }),
    figure({ unitId: town, side: '街镇', averageFen: 9_800_050, people: 3 }),
  ])
  expect(faults.map(({ words }) => words)).toEqual([
    '没有写层级',
    '没有叫“区”的单位',
    '收入“十万”看不懂，写作 86000 或 86000.50',
    '人数写一个整数',
  ])
})

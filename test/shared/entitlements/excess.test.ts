import { expect, test } from 'vitest'
import type { VersionedStandard } from '../../../src/shared/care-standards/care-standards'
import { shippedStandards } from '../../../src/shared/care-standards/care-standards.data'
import { Day } from '../../../src/shared/dates/add-months'
import { PartialDate } from '../../../src/shared/dates/partial-date'
import { checkExcess, type Retreat, retreatExcess } from '../../../src/shared/entitlements/excess.rules'

const [shipped] = shippedStandards
if (!shipped) throw new Error('nothing ships')
const standard = (more: Partial<VersionedStandard>): VersionedStandard => ({
  ...shipped,
  source: '区委办〔2029〕5号',
  status: 'CONFIRMED(P)',
  version: 1,
  ...more,
})
const retreat = (year: number, more: Partial<Retreat> = {}): Retreat => ({
  year,
  from: Day.parse(`${year}-07-01`),
  days: 5,
  costFen: null,
  ...more,
})
const yuan = (amount: number): number => amount * 100

type Case = readonly [string, Partial<VersionedStandard>, Retreat, readonly Retreat[], string | null, number, string]
const cases: readonly Case[] = [
  ['no figure, nothing said', {}, retreat(2030, { costFen: yuan(9000) }), [], '2029-12', 99, ''],
  [
    'service: the day before the year is full',
    { afterYears: 1 },
    retreat(2030),
    [],
    '2029-07-02',
    0,
    '工作满 1 年才安排，到这天满 0 年',
  ],
  ['service: the first day', { afterYears: 1 }, retreat(2030), [], '2029-07-01', 0, ''],
  ['service: a month may have begun in time', { afterYears: 1 }, retreat(2030), [], '2029-07', 0, ''],
  ['service: a start that is not known', { afterYears: 1 }, retreat(2030), [], null, 0, ''],
  [
    'interval: the year before',
    { everyYears: 2 },
    retreat(2030),
    [retreat(2029)],
    null,
    0,
    '每 2 年一次，上次在 2029 年，到 2031 年再安排',
  ],
  ['interval: over', { everyYears: 2 }, retreat(2030), [retreat(2028)], null, 0, ''],
  ['interval: each year', { everyYears: 1 }, retreat(2030), [retreat(2029)], null, 0, ''],
  ['interval: a second part of the same year', { everyYears: 2 }, retreat(2030), [retreat(2030)], null, 0, ''],
  [
    'interval: one of the next year is there',
    { everyYears: 2 },
    retreat(2030),
    [retreat(2031)],
    null,
    0,
    '每 2 年一次，2031 年已经登记',
  ],
  ['days: as many', { days: 5 }, retreat(2030), [], null, 0, ''],
  [
    'days: two parts add up',
    { days: 5 },
    retreat(2030, { days: 3 }),
    [retreat(2030, { days: 3 })],
    null,
    0,
    '2030 年共 6 天，超出 1 天（标准 5 天）',
  ],
  ['cost: as much', { ceilingFen: yuan(3000) }, retreat(2030, { costFen: yuan(3000) }), [], null, 0, ''],
  [
    'cost: over, of both parts',
    { ceilingFen: yuan(3000) },
    retreat(2030, { costFen: yuan(1600) }),
    [retreat(2030, { costFen: yuan(1500) })],
    null,
    0,
    '2030 年费用共 3100 元，超出标准 100 元（标准 3000 元）',
  ],
  ['cost of a day: as much', { dailyFen: yuan(600) }, retreat(2030, { costFen: yuan(3000) }), [], null, 0, ''],
  [
    'cost of a day: over',
    { dailyFen: yuan(600) },
    retreat(2030, { costFen: yuan(3000) + 1 }),
    [],
    null,
    0,
    '5 天费用 3000.01 元，超出每天 600 元的标准',
  ],
  ['places: the last', { places: 40 }, retreat(2030), [], null, 39, ''],
  ['places: none left', { places: 40 }, retreat(2030), [], null, 40, '2030 年名额 40 人，已用 40 人'],
  ['places: who has one keeps it', { places: 40 }, retreat(2030), [retreat(2030)], null, 40, ''],
]
test.each(cases)('%s', (_title, figures, entry, others, start, used, told) => {
  const workStart = start === null ? null : PartialDate.parse(start)
  const found = retreatExcess(entry, { others, workStart, used }, standard(figures))
  expect(found.map(({ words }) => words.replace('（区委办〔2029〕5号）', '')).join('；')).toBe(told)
})

test.each([
  ['CONFIRMED(P)', true, '（区委办〔2029〕5号）'],
  ['CONFIRMED(S)', true, '（区委办〔2029〕5号，据转引文字，以文件为准）'],
  ['MEMORY', false, '（区委办〔2029〕5号，参考，以文件为准）'],
  ['LOCAL', false, '（区委办〔2029〕5号，外地做法，以本地文件为准）'],
  ['UNKNOWN', false, '（区委办〔2029〕5号，依据未明，须由组织确定）'],
] as const)('%s blocks %s', (status, blocks, tail) => {
  const [found] = checkExcess(yuan(900), standard({ ceilingFen: yuan(800), status }))
  expect(found).toEqual({ words: `体检费用超出标准 100 元（标准 800 元）${tail}`, blocks })
  expect(checkExcess(yuan(800), standard({ ceilingFen: yuan(800), status }))).toEqual([])
})

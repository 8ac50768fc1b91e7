import { expect, test } from 'vitest'
import type { VersionedStandard } from '../../../src/shared/care-standards/care-standards'
import { shippedStandards } from '../../../src/shared/care-standards/care-standards.data'
import {
  fenOf,
  mayKeepStandard,
  overStandard,
  standardOn,
  yuan,
} from '../../../src/shared/care-standards/care-standards.rules'
import { Day } from '../../../src/shared/dates/add-months'

const day = (text: string) => Day.parse(text)
const shipped = shippedStandards.find(({ occasion }) => occasion === '住院') as VersionedStandard
const own = (
  version: number,
  validFrom: string,
  ceilingFen: number,
  validTo: string | null = null,
): VersionedStandard => ({
  ...shipped,
  version,
  validFrom: day(validFrom),
  validTo: validTo === null ? null : day(validTo),
  ceilingFen,
  source: '本单位规定',
  status: 'CONFIRMED(P)',
})
const standards = [
  shipped,
  own(1, '2026-01-01', 50_000),
  own(2, '2026-07-01', 80_000),
  own(3, '2026-10-01', 1, '2026-10-31'),
]

test('nothing ships with an amount', () => {
  expect(
    shippedStandards.map(({ ceilingFen, dailyFen }) => ceilingFen ?? dailyFen).filter(fen => fen !== null),
  ).toEqual([])
})

test.each([
  ['2025-12-31', 0],
  ['2026-01-01', 1],
  ['2026-06-30', 1],
  ['2026-07-01', 2],
  ['2026-10-31', 3],
  ['2026-11-01', 2],
])('on %s version %d is in force', (on, version) => {
  expect(standardOn(standards, '住院', day(on))?.version).toBe(version)
  expect(standardOn(standards, '生育', day(on))).toBeUndefined()
})

test.each([
  [50_000, undefined],
  [50_001, '超出标准 0.01 元（标准 500 元）'],
  [130_000, '超出标准 800 元（标准 500 元）'],
])('%d fen against 500 yuan', (fen, words) => {
  expect(overStandard(fen, own(1, '2026-01-01', 50_000))).toBe(words)
  expect(overStandard(fen, shipped)).toBeUndefined()
})

test.each([
  ['500', 50_000],
  ['500.5', 50_050],
  ['￥1,200.05', 120_005],
  ['８００元', 80_000],
  ['0', 0],
  ['', undefined],
  ['5.005', undefined],
  ['-5', undefined],
  ['五百', undefined],
])('%s is %s fen', (text, fen) => {
  expect(fenOf(text)).toBe(fen)
  if (fen !== undefined) expect(fenOf(yuan(fen))).toBe(fen)
})

test.each([
  [own(1, '2026-01-01', 50_000), undefined],
  [{ ...own(1, '2026-01-01', 50_000), status: 'UNKNOWN' as const }, '写了金额，就要写明依据的文件和把握程度'],
  [own(1, '2026-02-01', 50_000, '2026-01-31'), '停用日期早于启用日期'],
  [own(1, '2026-01-01', 0), '金额是 0 的，写明为什么'],
])('a standard that may not be kept says why', (standard, reason) => {
  expect(mayKeepStandard(standard)).toEqual(reason === undefined ? { allowed: true } : { allowed: false, reason })
})

import { expect, test } from 'vitest'
import { balanceOf, mayBook, mayMove, shortOn } from '../../../src/shared/medals/ledger.rules'
import type { Award, Lot, LotFacts } from '../../../src/shared/medals/medals'

const lot = (kind: Lot['kind'], count: number, on: string, struckFor = '') =>
  ({ kind, count, on, struckFor }) as Pick<Lot, 'kind' | 'count' | 'on' | 'struckFor'>
const handed = (on: string, back?: string) =>
  ({ on, back: back === undefined ? null : { how: '误发', on: back, reason: '' } }) as Pick<Award, 'on' | 'back'>

test('a year balances: opening + received + came back - handed - sent back - lost = kept', () => {
  const lots = [
    lot('领取', 10, '2025-06-20'),
    lot('领取', 30, '2026-06-18'),
    lot('退回', 4, '2026-08-01'),
    lot('报损', 1, '2026-07-15'),
    lot('领取', 99, '2026-06-19', '重复登记'),
    lot('盘点', 8, '2026-12-31'),
  ]
  const awards = [handed('2025-06-28'), handed('2025-06-28', '2026-03-01'), handed('2026-06-29'), handed('2026-06-30')]
  const found = balanceOf(lots, awards, 2026)
  expect(found).toEqual({
    opening: 8,
    received: 30,
    handed: 2,
    cameBack: 1,
    sentBack: 4,
    lost: 1,
    kept: 32,
    counted: { on: '2026-12-31', count: 8, booked: 32 },
  })
  expect(found.opening + found.received + found.cameBack - found.handed - found.sentBack - found.lost).toBe(found.kept)
  expect(balanceOf(lots, awards, 2027)).toMatchObject({ opening: 32, kept: 32, counted: null })
})

test.each<[string, ReturnType<typeof lot>[], ReturnType<typeof handed>[], string | undefined]>([
  ['nothing at all', [], [], undefined],
  ['received and handed on one day', [lot('领取', 1, '2026-06-20')], [handed('2026-06-20')], undefined],
  ['handed a day before', [lot('领取', 1, '2026-06-21')], [handed('2026-06-20')], '2026-06-20'],
  ['one too many', [lot('领取', 1, '2026-06-20')], [handed('2026-06-21'), handed('2026-06-22')], '2026-06-22'],
  [
    'one came back in between',
    [lot('领取', 1, '2026-06-20')],
    [handed('2026-06-21', '2026-06-22'), handed('2026-06-22')],
    undefined,
  ],
  ['the lot was struck', [lot('领取', 1, '2026-06-20', '误登')], [handed('2026-06-21')], '2026-06-21'],
  ['a count moves nothing', [lot('盘点', 5, '2026-06-20')], [handed('2026-06-21')], '2026-06-21'],
])('%s', (_what, lots, awards, day) => {
  expect(shortOn(lots, awards)).toBe(day)
  expect(mayMove(lots, awards).allowed).toBe(day === undefined)
})

test.each<[LotFacts['kind'], number, string, boolean]>([
  ['领取', 0, '2026-06-20', false],
  ['盘点', 0, '2026-06-20', true],
  ['领取', 1, '2026-07-01', true],
  ['领取', 1, '2026-07-02', false],
])('%s of %i on %s', (kind, count, on, may) => {
  expect(mayBook({ kind, count, on, note: '' } as LotFacts, '2026-07-01').allowed).toBe(may)
})

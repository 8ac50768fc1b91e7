import { expect, test } from 'vitest'
import { basisCautions, basisOf, basisStatuses, type Parameter, parameterOn } from '../../../src/shared/basis/basis'
import { PartialDate } from '../../../src/shared/dates/partial-date'

const figures: readonly Parameter<number>[] = [
  { value: 15, validFrom: '2011-07-01', validTo: '2029-12-31', source: '甲', status: 'CONFIRMED(S)' },
  { value: 20, validFrom: '2030-01-01', validTo: null, source: '乙', status: 'MEMORY' },
]

test.each([
  ['2011-06', undefined],
  ['2011-07', 15],
  ['2029-12-31', 15],
  ['2030-01', 20],
  ['2100', 20],
  ['2029', undefined],
  ['2020', 15],
  ['2011', undefined],
] as const)('in force in %s: %s', (on, value) => {
  expect(parameterOn(figures, PartialDate.parse(on))?.value).toBe(value)
})

test('of two figures that share a month the later one counts', () => {
  const shared: readonly Parameter<number>[] = [
    { value: 1, validFrom: '2000-01-01', validTo: '2020-08-11', source: '甲', status: 'LOCAL' },
    { value: 2, validFrom: '2020-08-12', validTo: null, source: '乙', status: 'LOCAL' },
  ]
  expect(parameterOn(shared, PartialDate.parse('2020-08'))?.value).toBe(2)
})

test('every status but a primary text warns, and a basis is source and status alone', () => {
  expect(basisStatuses.filter(status => basisCautions[status] === '')).toEqual(['CONFIRMED(P)'])
  expect(figures.map(basisOf)[1]).toEqual({ source: '乙', status: 'MEMORY' })
})

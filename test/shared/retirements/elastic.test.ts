import { expect, test } from 'vitest'
import { elasticOf } from '../../../src/shared/retirements/elastic.rules'
import { person } from '../cadres/person'

test.each([
  // Not before the old age, not more than three years either way.
  [{ birth: '1970-10', sex: '男' as const }, '2030-10', '2035-04', 15.5],
  [{ birth: '1976-09', sex: '男' as const }, '2036-09', '2042-09', 18.5],
  [{ birth: '1984-11', sex: '女' as const, ageLimit: '50' }, '2036-11', '2042-11', 18.5],
])('%j may choose from %s to %s', (parts, earliest, latest, years) => {
  expect(elasticOf(person(parts))).toMatchObject({ earliest, latest, years: { years } })
})

test.each([
  [{ birth: '1970', sex: '男' as const }],
  [{ birth: '1970-10', sex: '女' as const }],
  [{ birth: '1970-10', sex: '男' as const, ageLimit: '63' }],
  [{ sex: '男' as const }],
])('%j: nothing is said', parts => {
  expect(elasticOf(person(parts))).toBeUndefined()
})

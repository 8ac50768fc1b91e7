import { expect, test } from 'vitest'
import {
  CareGroup,
  CareMeasureKey,
  careGroupTitles,
  shippedCareMeasures,
} from '../../../src/shared/care-measures/measures.data'

test.each([
  ['政治上', 8],
  ['事业上', 5],
  ['工作上', 4],
  ['生活上', 9],
  [null, 3],
])('%s: %i', (group, count) => {
  expect(shippedCareMeasures.filter(measure => measure.group === group)).toHaveLength(count)
})

test('each key stands once, in order; what the source names has a name and nothing else has', () => {
  expect(shippedCareMeasures.map(({ key }) => key)).toEqual(CareMeasureKey.options)
  expect(Object.keys(careGroupTitles)).toEqual(CareGroup.options)
  for (const { group, title, key } of shippedCareMeasures) expect([key, title === '']).toEqual([key, group === null])
})

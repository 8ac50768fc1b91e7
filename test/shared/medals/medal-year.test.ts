import { expect, test } from 'vitest'
import { PartialDate } from '../../../src/shared/dates/partial-date'
import { medalYear } from '../../../src/shared/medals/medal-year.rules'

test.each([
  // The vectors of the rule book, 5.3.
  ['1971-07-01', 2021, 2021],
  ['1971-07-02', 2022, 2022],
  ['1976-10-05', 2027, 2027],
  ['1978-08-12', 2029, 2029],
  // The border of 2026.
  ['1976-06-30', 2026, 2026],
  ['1976-07-01', 2026, 2026],
  ['1976-07-02', 2027, 2027],
  ['1975-07-01', 2025, 2025],
  ['1975-07-02', 2026, 2026],
  // Leap days, also where the award year has none.
  ['1976-02-29', 2026, 2026],
  ['1972-02-29', 2022, 2022],
  ['1971-12-31', 2022, 2022],
  ['1972-01-01', 2022, 2022],
  // By the month alone the border lies inside July; by the year alone anywhere.
  ['1976-06', 2026, 2026],
  ['1976-07', 2026, 2027],
  ['1976-08', 2027, 2027],
  ['1976-12', 2027, 2027],
  ['1976-02', 2026, 2026],
  ['1976', 2026, 2027],
  // Nobody was given a medal before there was one.
  ['1949-10-01', 2021, 2021],
  ['1970-07', 2021, 2021],
  ['1971-07', 2021, 2022],
])('%s gives the year %i to %i', (start, earliest, latest) => {
  expect(medalYear(PartialDate.parse(start))).toEqual({ earliest, latest })
})

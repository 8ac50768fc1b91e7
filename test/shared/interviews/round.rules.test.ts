import { expect, test } from 'vitest'
import { Day, weekdayOf } from '../../../src/shared/dates/add-months'
import { clockAt, minuteOf, movedSlot, roundPlaces } from '../../../src/shared/interviews/round.rules'

const workdays = (day: Day): boolean => weekdayOf(day) % 6 !== 0
const words = (day: string, clock: string, minutes: number, count: number) =>
  roundPlaces({ day: Day.parse(day), minute: minuteOf(clock) }, minutes, count, workdays).map(
    place => `${place.day.slice(5)} ${clockAt(place.minute)}`,
  )

test.each([
  ['one after the other in a morning', '2030-01-02', '09:00', 60, 3, ['01-02 09:00', '01-02 10:00', '01-02 11:00']],
  ['none over noon', '2030-01-02', '10:30', 60, 2, ['01-02 10:30', '01-02 14:30']],
  ['ends when the session ends', '2030-01-02', '11:00', 60, 2, ['01-02 11:00', '01-02 14:30']],
  ['the next day after the afternoon', '2030-01-02', '16:30', 60, 2, ['01-02 16:30', '01-03 08:30']],
  ['not on a weekend', '2030-01-04', '16:30', 60, 2, ['01-04 16:30', '01-07 08:30']],
  ['the first as it was put, on a Saturday evening too', '2030-01-05', '19:00', 30, 2, ['01-05 19:00', '01-07 08:30']],
  ['longer than a morning', '2030-01-02', '08:30', 240, 3, ['01-02 08:30', '01-02 14:30', '01-03 08:30']],
])('a round: %s', (_name, day, clock, minutes, count, expected) => {
  expect(words(day, clock, minutes, count)).toEqual(expected)
})

test('a talk moves by days and minutes of this computer’s clock', () => {
  const slot = { startsAt: new Date(2030, 0, 31, 9, 0).toISOString(), minutes: 45 }
  expect(movedSlot(slot, { days: 1 })).toEqual({ startsAt: new Date(2030, 1, 1, 9, 0).toISOString(), minutes: 45 })
  expect(movedSlot(slot, { minutes: -30 }).startsAt).toBe(new Date(2030, 0, 31, 8, 30).toISOString())
})

import { expect, test } from 'vitest'
import { idleClock } from '../../../src/main/app/idle-clock'

test('the system’s idle time counts once it has told any, before that the time since the last input', () => {
  let now = 0
  let system = 0
  const idle = idleClock(
    () => system,
    () => now,
  )
  now = 60_000
  expect(idle.seconds()).toBe(60)
  idle.input()
  now = 90_000
  expect(idle.seconds()).toBe(30)
  system = 5
  expect(idle.seconds()).toBe(5)
  system = 0
  now = 900_000
  expect(idle.seconds()).toBe(0)
})

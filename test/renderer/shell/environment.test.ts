import { expect, test } from 'vitest'
import { onlyWithoutMarkup } from '../../../src/renderer/environment'

test('style text passes, anything with markup does not', () => {
  expect(onlyWithoutMarkup('.a > .b { color: red }')).toBe('.a > .b { color: red }')
  expect(onlyWithoutMarkup('<img src=x onerror=alert(1)>')).toBeNull()
  expect(onlyWithoutMarkup('a<script')).toBeNull()
})

test('zod is told not to try the Function constructor', () => {
  expect(Reflect.get(globalThis, '__zod_globalConfig')).toMatchObject({ jitless: true })
})

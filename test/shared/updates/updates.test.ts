import { expect, test } from 'vitest'
import { ageOf, systemWords, whyNotHere } from '../../../src/shared/updates/updates.rules'

test.each([
  ['1.2.4', '1.2.3', 'newer'],
  ['1.2.10', '1.2.9', 'newer'],
  ['2.0.0', '1.99.99', 'newer'],
  ['1.2.3', '1.2.3', 'same'],
  ['1.2.2', '1.2.3', 'older'],
  ['0.9.9', '1.0.0', 'older'],
])('%s over %s is %s', (version, current, age) => expect(ageOf(version, current)).toBe(age))

test.each([
  ['linux-x64', 'linux-x64', true],
  ['linux-arm64', 'linux-x64', false],
  ['win32-x64', 'linux-x64', false],
])('a package for %s on %s', (system, here, fits) => expect(whyNotHere({ system }, here) === null).toBe(fits))

test('a system that nobody named keeps its own name', () => expect(systemWords('darwin-arm64')).toBe('darwin-arm64'))

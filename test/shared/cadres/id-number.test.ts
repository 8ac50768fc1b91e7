import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkCharacterOf, eighteenOf, plainIdNumber, readIdNumber } from '../../../src/shared/cadres/id-number'

// The two numbers that the standard itself gives as examples, and invented ones with impossible sequences of places.
test.each([
  ['11010519491231002X', '1949-12-31', '女', '北京', 18],
  ['11010519491231002x', '1949-12-31', '女', '北京', 18],
  ['440524188001010014', '1880-01-01', '男', '广东', 18],
  ['110105491231002', '1949-12-31', '女', '北京', 15],
  [' 1101 0519 4912 3100 2X ', '1949-12-31', '女', '北京', 18],
  ['１１０１０５１９４９１２３１００２Ｘ', '1949-12-31', '女', '北京', 18],
] as const)('%s is read', (text, birth, sex, province, digits) => {
  expect(readIdNumber(text)).toMatchObject({ kind: 'valid', birth, sex, province, digits })
})

test('both forms of one number and both cases of its letter compare alike', () => {
  const long = readIdNumber('11010519491231002x')
  const short = readIdNumber('110105491231002')
  expect(long.kind === 'valid' && short.kind === 'valid' && long.number === short.number).toBe(true)
  expect(eighteenOf('110105491231002')).toBe('11010519491231002X')
  expect(plainIdNumber(' 1101051949 1231002x')).toBe('11010519491231002X')
})

test.each([
  ['', 'form', '现在 0 位'],
  ['1101051949123100', 'form', '现在 16 位'],
  ['1101051949123100200', 'form', '现在 19 位'],
  ['11010519491231X02X', 'form', '现在 18 位'],
  ['1101051949１231○02X', 'form', '不该有的字符'],
  ['110105194912310021', 'check-digit', '应为 X，现在是 1'],
  ['110105194902300021', 'birth', '19490230'],
  ['110105491331002', 'birth', '19491331'],
  ['010105194912310021', 'province', '01'],
] as const)('%s is bad by its %s', (text, fault, reason) => {
  const read = readIdNumber(text)
  expect(read).toMatchObject({ kind: 'bad', fault })
  expect(read.kind === 'bad' ? read.reason : '').toContain(reason)
})

test('any one digit changed, and any two neighbours swapped, is found', () => {
  const digits = fc
    .integer({ min: 0, max: 999 })
    .map(n => `370102${1950 + (n % 50)}0${1 + (n % 9)}15${String(n).padStart(3, '0')}`)
  fc.assert(
    fc.property(digits, fc.integer({ min: 14, max: 16 }), fc.integer({ min: 1, max: 9 }), (first17, place, by) => {
      const number = first17 + checkCharacterOf(first17)
      expect(readIdNumber(number).kind).toBe('valid')
      const changed = number.slice(0, place) + ((Number(number[place]) + by) % 10) + number.slice(place + 1)
      expect(readIdNumber(changed)).toMatchObject({ kind: 'bad', fault: 'check-digit' })
      if (number[15] !== number[16]) {
        const swapped = number.slice(0, 15) + number[16] + number[15] + number[17]
        expect(readIdNumber(swapped)).toMatchObject({ kind: 'bad', fault: 'check-digit' })
      }
    }),
  )
})

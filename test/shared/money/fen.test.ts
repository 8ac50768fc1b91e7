import { expect, test } from 'vitest'
import { fenOf, yuanWords } from '../../../src/shared/money/fen'

test.each<[string, number | null | undefined]>([
  ['', null],
  ['86000', 8_600_000],
  ['86,000.5', 8_600_050],
  ['８６０００．０５元', 8_600_005],
  ['0', 0],
  ['0.1', 10],
  ['1.005', undefined],
  ['-3', undefined],
  ['八万', undefined],
  ['12345678901', undefined],
])('%s is %o fen', (text, fen) => {
  expect(fenOf(text)).toBe(fen)
})

test.each<[number, string]>([
  [0, '0'],
  [5, '0.05'],
  [100_000, '1,000'],
  [8_600_050, '86,000.50'],
  [-123_456_700, '−1,234,567'],
])('%i fen are %s', (fen, words) => {
  expect(yuanWords(fen)).toBe(words)
})

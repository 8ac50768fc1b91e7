import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatRecoveryCode, newRecoveryCode, parseRecoveryCode } from '../../../src/main/store/recovery-code'
import { AppError } from '../../../src/shared/result'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const entropies = fc.uint8Array({ minLength: 20, maxLength: 20 }).map(bytes => Buffer.from(bytes))

function failureOf(text: string): AppError {
  try {
    parseRecoveryCode(text)
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error('the code was accepted')
}

test('is 40 characters in 10 groups and comes back', () => {
  const { code, entropy } = newRecoveryCode()
  expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){9}[0-9A-HJKMNP-TV-Z]{4}$/)
  expect(parseRecoveryCode(code)).toEqual(entropy)
})

test('every entropy comes back', () => {
  fc.assert(fc.property(entropies, entropy => parseRecoveryCode(formatRecoveryCode(entropy)).equals(entropy)))
  for (const fill of [0, 255]) {
    const entropy = Buffer.alloc(20, fill)
    expect(parseRecoveryCode(formatRecoveryCode(entropy))).toEqual(entropy)
  }
})

test('case, spaces, dashes, full-width letters and look-alikes do not matter', () => {
  const { code, entropy } = newRecoveryCode()
  const spellings = [
    code.toLowerCase(),
    code.replaceAll('-', ' '),
    code.replaceAll('-', ''),
    ` ${code.replaceAll('-', '—')}\n`,
    code.replaceAll('0', 'O').replaceAll('1', 'l'),
    code.replaceAll('0', 'o').replaceAll('1', 'I'),
    code.replace(/[0-9A-Z]/g, c => String.fromCodePoint((c.codePointAt(0) ?? 0) + 0xfee0)),
  ]
  for (const spelling of spellings) expect(parseRecoveryCode(spelling)).toEqual(entropy)
})

describe('a mistyped code', () => {
  test('one wrong character: refused, and the group is named', () => {
    fc.assert(
      fc.property(entropies, fc.nat(39), fc.integer({ min: 1, max: 31 }), (entropy, place, shift) => {
        const characters = [...formatRecoveryCode(entropy).replaceAll('-', '')]
        const value = ALPHABET.indexOf(characters[place] ?? '')
        characters[place] = ALPHABET[(value + shift) % 32] ?? ''
        const { code, details } = failureOf(characters.join(''))
        expect([code, details]).toEqual(['invalid-input', { group: Math.floor(place / 4) + 1 }])
      }),
      { numRuns: 2000 },
    )
  })

  test('a whole wrong group is named too', () => {
    const { code } = newRecoveryCode()
    for (let group = 0; group < 10; group++) {
      const groups = code.split('-')
      groups[group] = groups[group] === 'ZQ7K' ? 'ZQ7J' : 'ZQ7K'
      expect(failureOf(groups.join('-')).details).toEqual({ group: group + 1 })
    }
  })

  test('two groups swapped: refused', () => {
    const groups = newRecoveryCode().code.split('-')
    for (let i = 0; i < 9; i++) {
      const swapped = groups.with(i, groups[i + 1] ?? '').with(i + 1, groups[i] ?? '')
      if (swapped[i] !== groups[i]) expect(failureOf(swapped.join('-')).message).toContain('恢复码有误')
    }
  })

  test('noise is never accepted', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ALPHABET.split('')), { minLength: 40, maxLength: 40 }), characters => {
        expect(failureOf(characters.join('')).code).toBe('invalid-input')
      }),
      { numRuns: 5000 },
    )
  })

  test('too short, too long, strange characters', () => {
    const { code } = newRecoveryCode()
    expect(failureOf(code.slice(0, -1)).details).toEqual({ characters: 39 })
    expect(failureOf(`${code}A`).details).toEqual({ characters: 41 })
    expect(failureOf(`${code.slice(0, 5)}U${code.slice(6)}`).details).toEqual({ group: 2 })
    expect(failureOf('').code).toBe('invalid-input')
  })
})

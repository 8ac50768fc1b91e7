import { randomBytes } from 'node:crypto'
import { AppError } from '../../shared/result'

/** Crockford's base 32: no I, L, O or U, so that no two characters of the printed code look alike. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const CODE_CHARS = 40
const GROUP_CHARS = 4
const DATA_SYMBOLS = 16
const SYMBOLS = 20

/*
 * The checksum is four Reed–Solomon parity symbols over GF(1024): two characters are one symbol, 16 symbols are the
 * 160 random bits. It is as strong as any 40-bit checksum against noise, and it also tells which group is mistyped.
 */
const FIELD = 1023
const EXP: number[] = []
const LOG: number[] = []
for (let i = 0, x = 1; i < FIELD; i++) {
  EXP[i] = x
  LOG[x] = i
  x <<= 1
  if (x & 0x400) x ^= 0x409 // x^10 + x^3 + 1 is primitive
}
const power = (exponent: number): number => EXP[((exponent % FIELD) + FIELD) % FIELD] ?? 0
const log = (a: number): number => LOG[a] ?? 0
const times = (a: number, b: number): number => (a === 0 || b === 0 ? 0 : power(log(a) + log(b)))
const over = (a: number, b: number): number => (a === 0 ? 0 : power(log(a) - log(b)))

/** Σ symbol_j · α^(i·j): all four are zero exactly when the code is whole. */
const syndromes = (symbols: readonly number[]): number[] =>
  [0, 1, 2, 3].map(i => symbols.reduce((sum, symbol, j) => sum ^ times(symbol, power(i * j)), 0))

/** The two symbols at `position` and the next one that would explain the first two syndromes. */
function explain(s: readonly number[], position: number): [number, number] {
  const [s0 = 0, s1 = 0] = s
  const x = power(position)
  const y = power(position + 1)
  const second = over(s1 ^ times(x, s0), x ^ y)
  return [s0 ^ second, second]
}

/** The one group (from 1) whose change would make the code whole, if there is exactly one. */
function suspectGroup(s: readonly number[]): number | undefined {
  const groups = Array.from({ length: SYMBOLS / 2 }, (_, group) => group).filter(group => {
    const [first, second] = explain(s, group * 2)
    return [2, 3].every(i => (times(first, power(i * group * 2)) ^ times(second, power(i * (group * 2 + 1)))) === s[i])
  })
  return groups.length === 1 ? (groups[0] ?? 0) + 1 : undefined
}

/** Solves the four parity symbols by elimination: the i-th row of the system is α^(i·16) … α^(i·19). */
function parity(data: readonly number[]): number[] {
  const right = syndromes(data)
  const rows = [0, 1, 2, 3].map(i => [...[0, 1, 2, 3].map(k => power(i * (DATA_SYMBOLS + k))), right[i] ?? 0])
  for (let pivot = 0; pivot < 4; pivot++) {
    const row = rows.slice(pivot).find(candidate => candidate[pivot] !== 0) ?? []
    rows.splice(rows.indexOf(row), 1)
    rows.splice(
      pivot,
      0,
      row.map(value => over(value, row[pivot] ?? 1)),
    )
    const base = rows[pivot] ?? []
    rows.forEach((other, index) => {
      if (index === pivot) return
      const factor = other[pivot] ?? 0
      rows[index] = other.map((value, column) => value ^ times(factor, base[column] ?? 0))
    })
  }
  return rows.map(row => row[4] ?? 0)
}

/** 20 bytes → 16 symbols of 10 bits. */
function toSymbols(entropy: Buffer): number[] {
  let bits = BigInt(`0x${entropy.toString('hex')}`)
  const symbols: number[] = []
  for (let i = 0; i < DATA_SYMBOLS; i++) {
    symbols.unshift(Number(bits & 0x3ffn))
    bits >>= 10n
  }
  return symbols
}

const toBytes = (symbols: readonly number[]): Buffer =>
  Buffer.from(
    symbols
      .reduce((bits, symbol) => (bits << 10n) | BigInt(symbol), 0n)
      .toString(16)
      .padStart(40, '0'),
    'hex',
  )

/** Writes 20 random bytes as the printed code: 40 characters in 10 groups of 4. */
export function formatRecoveryCode(entropy: Buffer): string {
  if (entropy.length !== 20) throw new Error('a recovery code holds 20 bytes')
  const data = toSymbols(entropy)
  const text = [...data, ...parity(data)].map(s => `${ALPHABET[s >> 5]}${ALPHABET[s & 31]}`).join('')
  return (text.match(/.{4}/g) ?? []).join('-')
}

export const newRecoveryCode = (): { readonly code: string; readonly entropy: Buffer } => {
  const entropy = randomBytes(20)
  return { code: formatRecoveryCode(entropy), entropy }
}

/**
 * Reads a typed code: case, spaces, dashes, full-width letters, O for 0 and I or L for 1 do not matter.
 * @returns the 20 random bytes
 * @throws AppError invalid-input with `details` `{ group?: number; characters?: number }`, before any key derivation
 */
export function parseRecoveryCode(text: string): Buffer {
  const typed = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐-―−_.·]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  const characters = [...typed]
  const strange = characters.findIndex(character => !ALPHABET.includes(character))
  if (strange >= 0) {
    const group = Math.floor(strange / GROUP_CHARS) + 1
    throw new AppError('invalid-input', `恢复码有误：第 ${group} 组含有不会出现的字符`, { group })
  }
  if (characters.length !== CODE_CHARS) {
    throw new AppError('invalid-input', `恢复码有误：应为 ${CODE_CHARS} 个字符，现在是 ${characters.length} 个`, {
      characters: characters.length,
    })
  }
  const values = characters.map(character => ALPHABET.indexOf(character))
  const symbols = Array.from({ length: SYMBOLS }, (_, i) => ((values[i * 2] ?? 0) << 5) | (values[i * 2 + 1] ?? 0))
  const s = syndromes(symbols)
  if (s.every(value => value === 0)) return toBytes(symbols.slice(0, DATA_SYMBOLS))
  const group = suspectGroup(s)
  const hint = group === undefined ? '请逐组核对' : `很可能是第 ${group} 组`
  throw new AppError('invalid-input', `恢复码有误：${hint}`, group === undefined ? {} : { group })
}

import { describe, expect, test } from 'vitest'
import {
  argon2Implementations,
  assertKdfRange,
  calibrate,
  deriveKey,
  FLOOR_PARAMS,
  type KdfParams,
  passwordBytes,
} from '../../../src/main/store/kdf'
import { expectCode } from './fixtures'

const argon2id = (memoryKib: number, passes: number, lanes: number) =>
  ({ name: 'argon2id', memoryKib, passes, lanes }) as const
const salt = Buffer.alloc(16, 3)

test('addon and WASM give the same key', async () => {
  for (const params of [argon2id(64, 1, 1), argon2id(1024, 3, 4), argon2id(512, 2, 2)]) {
    const keys = []
    for (const load of Object.values(argon2Implementations)) {
      keys.push((await (await load())(passwordBytes('口令'), salt, params)).toString('hex'))
    }
    expect(new Set(keys).size).toBe(1)
    expect(keys[0]).toBe((await deriveKey(passwordBytes('口令'), salt, params)).toString('hex'))
  }
})

test('scrypt agrees with RFC 7914', async () => {
  const key = await deriveKey(Buffer.from('pleaseletmein'), Buffer.from('SodiumChloride'), {
    name: 'scrypt',
    n: 16384,
    r: 8,
    p: 1,
  })
  expect(key.toString('hex')).toBe('7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2')
})

test('one password however the input method spells it', () => {
  expect(passwordBytes('ＡＢＣ１２３')).toEqual(passwordBytes('ABC123'))
  expect(passwordBytes('e\u0301')).toEqual(passwordBytes('\u00e9'))
  expect(passwordBytes('abc')).not.toEqual(passwordBytes('ABC'))
})

describe('parameters out of range are refused', () => {
  const low: KdfParams[] = [argon2id(8192, 3, 4), argon2id(65_536, 1, 1), argon2id(65_536, 2, 0)]
  const high: KdfParams[] = [argon2id(2_097_152, 3, 4), argon2id(65_536, 33, 1), argon2id(65_536, 2, 9)]
  const odd: KdfParams[] = [argon2id(65_536.5, 3, 4), argon2id(Number.NaN, 3, 4)]
  const scrypt: KdfParams[] = [
    { name: 'scrypt', n: 2 ** 15, r: 8, p: 1 },
    { name: 'scrypt', n: 2 ** 21, r: 8, p: 1 },
    { name: 'scrypt', n: 2 ** 17 + 1, r: 8, p: 1 },
    { name: 'scrypt', n: 2 ** 17, r: 1, p: 1 },
  ]
  test.each([...low, ...high, ...odd, ...scrypt])('%o', params =>
    expectCode('store-damaged', () => assertKdfRange(params)),
  )
  test('the floor itself is accepted', () => {
    expect(() => assertKdfRange(FLOOR_PARAMS)).not.toThrow()
    expect(() => assertKdfRange({ name: 'scrypt', n: 2 ** 17, r: 8, p: 1 })).not.toThrow()
  })
})

describe('calibration', () => {
  /** A machine on which a pass takes so long, by a clock that only derivations move. */
  const machine = (msPerPass: number, memoryBytes = 16 * 2 ** 30, cores = 8) => {
    let clock = 0
    const derive = async (_secret: Buffer, _salt: Buffer, params: KdfParams) => {
      clock += params.name === 'argon2id' ? params.passes * msPerPass : 0
      return Buffer.alloc(32)
    }
    return calibrate(() => clock, 1000, { memoryBytes, cores, derive })
  }
  test('raises the passes until a second is reached', async () => {
    expect(await machine(84)).toEqual(argon2id(262_144, 12, 4))
    expect(await machine(100)).toEqual(argon2id(262_144, 10, 4))
  })
  test('keeps to the floor and the cap', async () => {
    expect(await machine(900)).toEqual(argon2id(262_144, 3, 4))
    expect(await machine(1)).toEqual(argon2id(262_144, 20, 4))
  })
  test('takes half the memory on a small PC and no more lanes than cores', async () => {
    expect(await machine(500, 3 * 2 ** 30, 2)).toEqual(argon2id(131_072, 3, 2))
  })
  test('falls back to scrypt where no Argon2 runs', async () => {
    const derive = () => Promise.reject(new Error('no addon'))
    expect(await calibrate(() => 0, 1000, { memoryBytes: 2 ** 34, cores: 2, derive })).toMatchObject({ name: 'scrypt' })
  })
  test('every result is in range', async () => {
    for (const ms of [1, 50, 100, 400, 5000]) assertKdfRange(await machine(ms))
  })
})

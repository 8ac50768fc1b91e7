import { describe, expect, test } from 'vitest'
import { canonicalJson } from '../../../src/main/store/canonical-json'
import {
  agree,
  deriveFor,
  fromBase64,
  hkdf,
  newKeyPair,
  publicKeyFor,
  sameBytes,
  seal,
  unseal,
  unwrap,
  wrap,
  zero,
} from '../../../src/main/store/seal'
import { expectCode } from './fixtures'

const kek = Buffer.alloc(32, 1)
const secret = Buffer.from('a secret of 32 bytes, as it were')

describe('wrap', () => {
  test('comes back under the same key and place', () =>
    expect(unwrap(kek, wrap(kek, secret, 'a'), 'a')).toEqual(secret))
  test('is different each time', () => expect(wrap(kek, secret, 'a')).not.toBe(wrap(kek, secret, 'a')))
  test('another key or place is refused', async () => {
    const wrapped = wrap(kek, secret, 'a')
    await expectCode('store-damaged', () => unwrap(Buffer.alloc(32, 2), wrapped, 'a'))
    await expectCode('store-damaged', () => unwrap(kek, wrapped, 'b'))
    await expectCode('store-damaged', () => unwrap(kek, '', 'a'))
  })
  test('every flipped bit is refused', async () => {
    const bytes = Buffer.from(wrap(kek, secret, 'a'), 'base64')
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const changed = Buffer.from(bytes)
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      await expectCode('store-damaged', () => unwrap(kek, changed.toString('base64'), 'a'))
    }
  })
})

describe('seal', () => {
  const pair = newKeyPair()
  test('only the private key opens it, in its own place', async () => {
    const sealed = seal(pair.publicKey, secret, 'here')
    expect(unseal(pair.privateKey, sealed, 'here')).toEqual(secret)
    await expectCode('store-damaged', () => unseal(pair.privateKey, sealed, 'there'))
    await expectCode('store-damaged', () => unseal(newKeyPair().privateKey, sealed, 'here'))
    await expectCode('store-damaged', () => unseal(pair.privateKey, 'AAAA', 'here'))
  })
  test('every flipped bit is refused', async () => {
    const bytes = Buffer.from(seal(pair.publicKey, secret, 'here'), 'base64')
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const changed = Buffer.from(bytes)
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      await expectCode('store-damaged', () => unseal(pair.privateKey, changed.toString('base64'), 'here'))
    }
  })
  test('a public key of small order is refused', () => {
    expect(() => seal(Buffer.alloc(32), secret, 'here')).toThrow()
  })
})

test('X25519 agrees with RFC 7748 and public keys are found again', () => {
  const bob = Buffer.from('5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb', 'hex')
  const alicePublic = Buffer.from('8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a', 'hex')
  expect(publicKeyFor(bob).toString('hex')).toBe('de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f')
  expect(agree(bob, alicePublic).toString('hex')).toBe(
    '4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742',
  )
})

test('HKDF agrees with RFC 5869 and every purpose has a key of its own', () => {
  const okm = hkdf(Buffer.alloc(22, 0x0b), Buffer.from('000102030405060708090a0b0c', 'hex'), '', 42)
  expect(okm).toHaveLength(42)
  const keys = (['db', 'files', 'header', 'backup', 'anchor', 'checkpoint', 'tries'] as const).map(purpose =>
    deriveFor(purpose, kek).toString('hex'),
  )
  expect(new Set(keys).size).toBe(keys.length)
})

test('base64 passes only in its canonical spelling', async () => {
  expect(fromBase64('AAEC', 3)).toEqual(Buffer.from([0, 1, 2]))
  for (const text of ['AAE', 'AAE==', 'AAF=', ' AAEC', 'AAEC\n', 'AA-_', 'AAE*']) {
    await expectCode('store-damaged', () => fromBase64(text))
  }
  await expectCode('store-damaged', () => fromBase64('AAEC', 4))
})

test('wiping and comparing', () => {
  const buffer = Buffer.from('secret')
  zero(buffer, undefined)
  expect(buffer.equals(Buffer.alloc(6))).toBe(true)
  expect(sameBytes(Buffer.from('a'), Buffer.from('ab'))).toBe(false)
  expect(sameBytes(Buffer.from('ab'), Buffer.from('ab'))).toBe(true)
})

test('one value has one canonical text', () => {
  expect(canonicalJson({ b: [{ d: 1, c: '担' }], a: null, u: undefined })).toBe('{"a":null,"b":[{"c":"担","d":1}]}')
  expect(canonicalJson(JSON.parse('{"2":1,"10":2,"a":3}'))).toBe(canonicalJson(JSON.parse('{"a":3,"10":2,"2":1}')))
})

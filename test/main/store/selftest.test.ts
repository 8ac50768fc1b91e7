import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import { assertHealthy, selfTest } from '../../../src/main/store/selftest'

test('every check passes, is named, and leaves nothing behind', async () => {
  const before = readdirSync(tmpdir()).filter(name => name.startsWith('dandang-selftest-'))
  const results = await selfTest()
  expect(results.map(({ ok }) => ok)).toEqual(results.map(() => true))
  expect(results.map(({ name }) => name)).toEqual([
    '密钥派生 Argon2id',
    '加密 AES-256-GCM',
    '派生 HKDF-SHA256',
    '校验 HMAC-SHA256',
    '密钥协商 X25519',
    '封装与解封',
    '数据库加密',
  ])
  expect(readdirSync(tmpdir()).filter(name => name.startsWith('dandang-selftest-'))).toEqual(before)
  await expect(assertHealthy()).resolves.toBeUndefined()
})

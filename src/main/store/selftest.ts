import { createCipheriv } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AppError } from '../../shared/result'
import { deriveKey } from './kdf'
import { closeStore, openEncrypted } from './open'
import { agree, hkdf, hmac, newKeyPair, seal, unseal } from './seal'

export type SelfTestResult = { readonly name: string; readonly ok: boolean; readonly detail: string }

/** What better-sqlite3-multiple-ciphers 13.0.3 carries; everything in security.md was measured on it. */
const ENGINE = { sqlite: '3.53.4', ciphers: 'SQLite3 Multiple Ciphers 2.4.0' }
const MARKER = '担当-自检-明文标记'
const hex = (text: string) => Buffer.from(text, 'hex')

function expectHex(actual: Buffer, expected: string): string {
  if (actual.toString('hex') !== expected) throw new Error('结果与已知答案不符')
  return '与已知答案一致'
}

/** Published vectors where there are any; each check returns what it found or throws. */
const checks: readonly (readonly [name: string, run: (folder: string) => string | Promise<string>])[] = [
  [
    '密钥派生 Argon2id',
    async () => {
      // Computed alike by @node-rs/argon2, hash-wasm and Node's own crypto.argon2.
      const params = { name: 'argon2id', memoryKib: 256, passes: 2, lanes: 2 } as const
      const key = await deriveKey(Buffer.from('担当'), Buffer.from('dandang-selftest'), params)
      return expectHex(key, '4cbc3e246ad70b406a089a0cd9b6b827fdde4529103801648b20cc2414acd596')
    },
  ],
  [
    '加密 AES-256-GCM',
    () => {
      // The GCM specification's test case 14.
      const cipher = createCipheriv('aes-256-gcm', Buffer.alloc(32), Buffer.alloc(12))
      const text = Buffer.concat([cipher.update(Buffer.alloc(16)), cipher.final(), cipher.getAuthTag()])
      return expectHex(text, 'cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919')
    },
  ],
  [
    '派生 HKDF-SHA256',
    () => {
      // RFC 5869, test case 3: no salt, no info.
      const key = hkdf(Buffer.alloc(22, 0x0b), Buffer.alloc(0), '', 42)
      return expectHex(key, '8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8')
    },
  ],
  [
    '校验 HMAC-SHA256',
    () =>
      // RFC 4231, test case 2.
      expectHex(
        hmac(Buffer.from('Jefe'), 'what do ya want for nothing?'),
        '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
      ),
  ],
  [
    '密钥协商 X25519',
    () => {
      // RFC 7748, §6.1.
      const shared = agree(
        hex('5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb'),
        hex('8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a'),
      )
      return expectHex(shared, '4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742')
    },
  ],
  [
    '封装与解封',
    () => {
      const { publicKey, privateKey } = newKeyPair()
      const sealed = seal(publicKey, Buffer.from('担当'), 'selftest')
      if (unseal(privateKey, sealed, 'selftest').toString() !== '担当') throw new Error('解封结果不符')
      return '往返一致'
    },
  ],
  ['数据库加密', encryptedStore],
]

/** A small store written, read by a wrong key, and searched byte by byte for its own text. */
function encryptedStore(folder: string): string {
  const file = join(folder, 'selftest.db')
  const raw = openEncrypted(file, Buffer.alloc(32, 1), { create: true })
  try {
    const engine = raw.prepare('SELECT sqlite_version() AS sqlite, sqlite3mc_version() AS ciphers').get()
    if (JSON.stringify(engine) !== JSON.stringify(ENGINE)) throw new Error(`引擎版本不符：${JSON.stringify(engine)}`)
    raw.exec('CREATE TABLE marks (mark TEXT) STRICT')
    raw.prepare('INSERT INTO marks VALUES (?)').run(MARKER)
    // Read while the WAL still holds the row, so that both files are searched.
    for (const name of readdirSync(folder)) {
      if (readFileSync(join(folder, name)).includes(MARKER)) throw new Error(`${name} 中出现明文`)
    }
  } finally {
    closeStore(raw)
  }
  if (readFileSync(file).includes(MARKER)) throw new Error('数据库文件中出现明文')
  if (opensWith(file, Buffer.alloc(32, 2))) throw new Error('错误的密钥也能打开')
  if (!opensWith(file, Buffer.alloc(32, 1))) throw new Error('正确的密钥不能打开')
  return `SQLite ${ENGINE.sqlite}，${ENGINE.ciphers}`
}

function opensWith(file: string, dek: Buffer): boolean {
  try {
    const raw = openEncrypted(file, dek, { readonly: true })
    const found = raw.prepare('SELECT mark FROM marks').pluck().get() === MARKER
    raw.close()
    return found
  } catch {
    return false
  }
}

/** Known answers of every primitive the store rests on, in this very process: Node and Electron differ in their crypto. */
export async function selfTest(): Promise<SelfTestResult[]> {
  const folder = mkdtempSync(join(tmpdir(), 'dandang-selftest-'))
  const results: SelfTestResult[] = []
  try {
    for (const [name, run] of checks) {
      try {
        results.push({ name, ok: true, detail: await run(folder) })
      } catch (error) {
        results.push({ name, ok: false, detail: error instanceof Error ? error.message : '未知错误' })
      }
    }
    return results
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

let health: Promise<void> | undefined

/** Runs the self-test once in this process. @throws AppError self-test-failed, naming what failed; `details` has all results */
export function assertHealthy(): Promise<void> {
  health ??= selfTest().then(results => {
    const failed = results.filter(({ ok }) => !ok).map(({ name, detail }) => `${name}（${detail}）`)
    if (failed.length > 0) throw new AppError('self-test-failed', `启动自检未通过：${failed.join('；')}`, results)
  })
  return health
}

import { scrypt } from 'node:crypto'
import { availableParallelism, totalmem } from 'node:os'
import { promisify } from 'node:util'
import { AppError } from '../../shared/result'

export type KdfParams =
  | { readonly name: 'argon2id'; readonly memoryKib: number; readonly passes: number; readonly lanes: number }
  | { readonly name: 'scrypt'; readonly n: number; readonly r: number; readonly p: number }

type Argon2Params = Extract<KdfParams, { name: 'argon2id' }>
type ScryptParams = Extract<KdfParams, { name: 'scrypt' }>
type Argon2 = (secret: Buffer, salt: Buffer, params: Argon2Params) => Promise<Buffer>

const MIB_IN_KIB = 1024
const KEY_BYTES = 32

/** The weakest parameters that are accepted: for tests and the demo store, never for people's files. */
export const FLOOR_PARAMS: KdfParams = { name: 'argon2id', memoryKib: 64 * MIB_IN_KIB, passes: 2, lanes: 1 }

/** Only for a PC on which neither Argon2 implementation runs. */
const SCRYPT_PARAMS: KdfParams = { name: 'scrypt', n: 2 ** 17, r: 8, p: 1 }

/** Compatibility forms (full-width letters, composed characters) become one spelling, whichever input method typed them. */
export const passwordBytes = (text: string): Buffer => Buffer.from(text.normalize('NFKC'), 'utf8')

/**
 * Refuses parameters outside the range. A changed header must neither make guessing cheap nor exhaust the memory.
 * @throws AppError store-damaged
 */
export function assertKdfRange(params: KdfParams): void {
  const within = (value: number, low: number, high: number) => Number.isInteger(value) && value >= low && value <= high
  const good =
    params.name === 'argon2id'
      ? within(params.memoryKib, 64 * MIB_IN_KIB, 1024 * MIB_IN_KIB) &&
        within(params.passes, 2, 32) &&
        within(params.lanes, 1, 8)
      : within(params.n, 2 ** 16, 2 ** 20) &&
        Number.isInteger(Math.log2(params.n)) &&
        params.r === 8 &&
        within(params.p, 1, 8)
  if (!good)
    throw new AppError('store-damaged', '密钥派生参数超出允许范围（可能被人为降级），拒绝打开', { kdf: params })
}

/** Argon2id version 0x13 is what the addon does unless told otherwise; its const enums cannot be imported here. */
async function nativeArgon2(): Promise<Argon2> {
  const addon = await import('@node-rs/argon2')
  return (secret, salt, { memoryKib, passes, lanes }) =>
    addon.hashRaw(secret, {
      salt,
      memoryCost: memoryKib,
      timeCost: passes,
      parallelism: lanes,
      outputLen: KEY_BYTES,
    })
}

/** The same digest about five times slower, where the addon does not load (old glibc, unknown CPU). */
async function wasmArgon2(): Promise<Argon2> {
  const { argon2id } = await import('hash-wasm')
  return async (secret, salt, { memoryKib, passes, lanes }) =>
    Buffer.from(
      await argon2id({
        password: secret,
        salt,
        memorySize: memoryKib,
        iterations: passes,
        parallelism: lanes,
        hashLength: KEY_BYTES,
        outputType: 'binary',
      }),
    )
}

export const argon2Implementations = { native: nativeArgon2, wasm: wasmArgon2 } as const

let chosen: Promise<Argon2> | undefined

/** The first implementation that loads and runs; loading is not enough, because a stub may throw only when called. */
async function firstWorkingArgon2(): Promise<Argon2> {
  const probe: Argon2Params = { name: 'argon2id', memoryKib: 64, passes: 1, lanes: 1 }
  for (const load of Object.values(argon2Implementations)) {
    try {
      const argon2 = await load()
      if ((await argon2(Buffer.alloc(8), Buffer.alloc(16), probe)).length === KEY_BYTES) return argon2
    } catch {
      // The next implementation is tried; the self-test reports when none is left.
    }
  }
  throw new AppError('self-test-failed', '本机无法运行密钥派生组件（Argon2），请联系维护人员')
}

const loadArgon2 = (): Promise<Argon2> => {
  chosen ??= firstWorkingArgon2()
  return chosen
}

const scryptAsync = promisify<Buffer, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(
  scrypt,
)

const runScrypt = (secret: Buffer, salt: Buffer, { n, r, p }: ScryptParams) =>
  scryptAsync(secret, salt, KEY_BYTES, { N: n, r, p, maxmem: 256 * n * r })

/**
 * 32 bytes from a secret and a salt of at least 16 bytes. The range is not checked here: whoever read the parameters
 * from a file calls `assertKdfRange` first.
 */
export async function deriveKey(secret: Buffer, salt: Buffer, params: KdfParams): Promise<Buffer> {
  if (params.name === 'scrypt') return runScrypt(secret, salt, params)
  return (await loadArgon2())(secret, salt, params)
}

export type Machine = {
  readonly memoryBytes: number
  readonly cores: number
  readonly derive: (secret: Buffer, salt: Buffer, params: KdfParams) => Promise<Buffer>
}

const thisMachine = (): Machine => ({ memoryBytes: totalmem(), cores: availableParallelism(), derive: deriveKey })

const FLOOR_PASSES = 3
const CAP_PASSES = 20

/**
 * Parameters that take at least `targetMs` on this PC: the memory is fixed, the passes are raised (security.md §3.2).
 * `now` is a clock in milliseconds. Where no Argon2 runs, the answer is scrypt.
 */
export async function calibrate(
  now: () => number = () => performance.now(),
  targetMs = 1000,
  machine: Machine = thisMachine(),
): Promise<KdfParams> {
  const memoryKib = (machine.memoryBytes < 4 * 2 ** 30 ? 128 : 256) * MIB_IN_KIB
  const lanes = Math.max(1, Math.min(4, machine.cores))
  const secret = Buffer.alloc(16, 1)
  const time = async (params: KdfParams) => {
    const start = now()
    await machine.derive(secret, secret, params)
    return Math.max(1, now() - start)
  }
  try {
    for (let passes = FLOOR_PASSES; ; ) {
      const params: KdfParams = { name: 'argon2id', memoryKib, passes, lanes }
      let elapsed = await time(params)
      // The first run on cold memory, or one beside other work, can take five times as long: it has to be confirmed.
      if (elapsed >= targetMs) elapsed = Math.min(elapsed, await time(params))
      if (elapsed >= targetMs || passes === CAP_PASSES) return params
      passes = Math.min(CAP_PASSES, Math.max(passes + 1, Math.ceil((passes * targetMs) / elapsed)))
    }
  } catch {
    return SCRYPT_PARAMS
  }
}

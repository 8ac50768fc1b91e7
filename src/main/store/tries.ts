import { uptime } from 'node:os'
import { AppError } from '../../shared/result'
import { readIfThere, writeFileAtomic } from './atomic-file'
import { canonicalJson } from './canonical-json'
import { deriveFor, fromBase64, hmac, sameBytes, zero } from './seal'
import { machineTriesFile, triesFile } from './store-paths'
import {
  keyFor,
  mayTry,
  noTries,
  type PendingFailure,
  type Tries,
  TriesBody,
  type TryRule,
  withFailure,
  withSuccess,
  withTry,
} from './tries-rules'

type Place = {
  readonly folder: string
  readonly machineDir: string
  readonly storeId: string
  readonly machineSecret: Buffer
}

/** How many passwords were tried; survives restarts, kills and clocks that are set. Every call is on disk on return. */
export type TryBook = {
  /** Neither copy was there or good. Normal before the first sign-in; later a sign that someone removed both. */
  readonly lost: boolean
  /**
   * Call before a password is checked: it counts the try as failed in advance. One of the two calls below must follow.
   * @throws AppError throttled, `details` `{ waitSeconds }` or `{ lockedOut: true }`
   */
  readonly insistMayTry: (loginHash: string, wallMs: number) => void
  readonly recordFailure: (loginHash: string) => void
  /** The right password: at once after the unlock, and again with the account's rule once the store is open. */
  readonly recordSuccess: (loginHash: string, rule?: TryRule) => void
  readonly isLockedOut: (loginHash: string) => boolean
  /** An administrator lets a locked account try again. */
  readonly unlock: (loginHash: string) => void
  /** Failures for the audit chain, oldest first. `settlePending` forgets them once the chain has them for good. */
  readonly takePending: () => readonly PendingFailure[]
  readonly settlePending: () => void
}

const filesOf = ({ folder, machineDir, storeId }: Place) => [machineTriesFile(machineDir, storeId), triesFile(folder)]
const TriesFile = TriesBody.extend({ mac: TriesBody.shape.pending.element.shape.loginHash })

function macOf({ machineSecret, storeId }: Place, body: Tries): Buffer {
  const key = deriveFor('tries', machineSecret)
  const mac = hmac(key, storeId, canonicalJson(body))
  zero(key)
  return mac
}

function readOne(place: Place, path: string): Tries | undefined {
  try {
    const text = readIfThere(path)?.toString('utf8')
    if (text === undefined) return undefined
    const { mac, ...body } = TriesFile.parse(JSON.parse(text))
    return sameBytes(macOf(place, body), fromBase64(mac, 32)) ? body : undefined
  } catch {
    return undefined
  }
}

/** Both copies get the next generation, so that putting one of them back does not turn the count back. */
function write(place: Place, tries: Tries): Tries {
  const body = { ...tries, generation: tries.generation + 1 }
  const text = canonicalJson({ ...body, mac: macOf(place, body).toString('base64') })
  for (const path of filesOf(place)) writeFileAtomic(path, text)
  return body
}

const minutes = (ms: number) => (ms > 90_000 ? `${Math.ceil(ms / 60_000)} 分钟` : `${Math.ceil(ms / 1000)} 秒`)

/** @param uptimeMs how long the PC has been running; injected by tests */
export function openTries(
  folder: string,
  machineDir: string,
  storeId: string,
  machineSecret: Buffer,
  uptimeMs: () => number = () => uptime() * 1000,
): TryBook {
  const place = { folder, machineDir, storeId, machineSecret }
  const [best] = filesOf(place)
    .flatMap(path => readOne(place, path) ?? [])
    .toSorted((a, b) => b.generation - a.generation)
  let tries = best ?? noTries
  const change = (next: Tries): void => {
    tries = write(place, next)
  }
  return {
    lost: best === undefined,
    insistMayTry(loginHash, wallMs) {
      const key = keyFor(tries, loginHash)
      const moment = { wallMs, uptimeMs: uptimeMs() }
      const verdict = mayTry(tries.entries[key], moment)
      if (verdict.kind === 'locked-out') {
        throw new AppError('throttled', '密码连续输错次数过多，账户已锁定，请联系安全保密管理员', { lockedOut: true })
      }
      if (verdict.kind === 'wait') {
        const { waitMs } = verdict
        throw new AppError('throttled', `密码连续输错，请等 ${minutes(waitMs)}后再试`, {
          waitSeconds: Math.ceil(waitMs / 1000),
        })
      }
      change(withTry(tries, key, moment))
    },
    recordFailure: loginHash => change(withFailure(tries, keyFor(tries, loginHash))),
    recordSuccess: (loginHash, rule) => change(withSuccess(tries, loginHash, rule)),
    isLockedOut: loginHash => tries.entries[loginHash]?.locked === true,
    unlock: loginHash => change(withSuccess(tries, loginHash)),
    takePending: () => tries.pending,
    settlePending: () => change({ ...tries, pending: [] }),
  }
}

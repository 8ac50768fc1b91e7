import { setImmediate } from 'node:timers/promises'
import { AppError } from '../../shared/result'
import type { EpochRow } from './audit'
import { epochLink, GENESIS_MAC, lineMac, nextKey, openFirstKey, type Seals } from './audit-chain'
import type { Raw } from './open'
import { sameBytes, zero } from './seal'

export type AuditProblem = {
  /**
   * changed: a line (or the head) is not what was signed. missing: lines were taken out or cut off. rolled-back: the
   * chain is whole in itself but lacks what an anchor or a checkpoint has seen. foreign: keys, seals or checkpoints
   * that the rightful holders did not make.
   */
  readonly kind: 'changed' | 'missing' | 'rolled-back' | 'foreign'
  /** The first line concerned. */
  readonly seq: number
  /** The line that should have been there or up to which lines should exist, where that is known. */
  readonly expected?: number
}

export type SliceOptions = {
  readonly onProgress?: (done: number, total: number) => void
  readonly signal?: { readonly aborted: boolean }
  /** Lines between two rests of the event loop. */
  readonly chunk?: number
}

export type LineRow = { readonly seq: number; readonly epoch: number; readonly body: string; readonly mac: Buffer }

/**
 * Runs over the lines up to `last`, resting the event loop after each slice. `visit` returns false to stop.
 * @throws AppError cancelled
 */
export async function walkLines(
  raw: Raw,
  [first, last]: readonly [number, number],
  visit: (row: LineRow) => boolean,
  { onProgress, signal, chunk = 1000 }: SliceOptions,
): Promise<void> {
  const slice = raw.prepare<[number, number, number], LineRow>(
    'SELECT seq, epoch, body, mac FROM audit_lines WHERE seq >= ? AND seq <= ? ORDER BY seq LIMIT ?',
  )
  for (let from = first; from <= last; ) {
    if (signal?.aborted) throw new AppError('cancelled', '已取消')
    const rows = slice.all(from, last, chunk)
    for (const row of rows) if (!visit(row)) return
    from = (rows.at(-1)?.seq ?? last) + 1
    onProgress?.(Math.min(last, from - 1), last)
    await setImmediate()
  }
}

const CLOCK_TOLERANCE_MS = 5 * 60_000

/** NaN, which is never behind, for a line that is not JSON: only an unreadable epoch lets such a line come this far. */
function timeOf(body: string): number {
  try {
    return Number((JSON.parse(body) as { t?: unknown } | null)?.t)
  } catch {
    return Number.NaN
  }
}

/** Finds the lines at which the clock went back; a clock that stays behind is told once. */
export function clockWatch() {
  const setBack: number[] = []
  let latest = 0
  let previous = 0
  return {
    setBack,
    see(seq: number, body: string) {
      const t = timeOf(body)
      const behind = latest - CLOCK_TOLERANCE_MS
      if (t < behind && (previous >= behind || t < previous - CLOCK_TOLERANCE_MS)) setBack.push(seq)
      if (Number.isNaN(t)) return
      latest = Math.max(latest, t)
      previous = t
    },
  }
}

/** Follows the chain with the keys that the reader holds. */
export class ChainWalk {
  checked = 0
  problem: AuditProblem | undefined
  readonly unreadable: number[] = []
  mac = GENESIS_MAC
  key: Buffer | undefined
  seq = 0
  epoch = 0

  constructor(
    private readonly epochs: readonly EpochRow[],
    private readonly privateKey: Buffer,
  ) {}

  fail(kind: AuditProblem['kind'], seq: number, expected?: number): false {
    this.problem ??= expected === undefined ? { kind, seq } : { kind, seq, expected }
    return false
  }

  /** Takes over the keys of every epoch that begins with this line. */
  enter(seq: number): boolean {
    for (let next = this.epochs[this.epoch]; next && next.firstSeq === seq; next = this.epochs[this.epoch]) {
      let firstKey: Buffer | undefined
      try {
        firstKey = openFirstKey(next.epoch, JSON.parse(next.seals) as Seals, this.privateKey)
      } catch {
        return this.fail('foreign', seq)
      }
      const known = this.epoch > 0 && this.key && firstKey
      const link = known && this.key && firstKey && epochLink(this.key, next.epoch, seq, firstKey)
      if (link && !(next.link && sameBytes(link, next.link))) return this.fail('foreign', seq)
      if (next.epoch !== this.epoch + 1) return this.fail('missing', seq)
      zero(this.key)
      this.key = firstKey
      this.epoch = next.epoch
      if (!firstKey) this.unreadable.push(next.epoch)
    }
    return true
  }

  step({ seq, epoch, body, mac }: LineRow): boolean {
    if (seq !== this.seq + 1) return this.fail('missing', this.seq + 1, seq - 1)
    if (!this.enter(seq)) return false
    if (epoch !== this.epoch) return this.fail('changed', seq)
    if (this.key) {
      if (!sameBytes(lineMac(this.key, this.mac, seq, body), mac)) return this.fail('changed', seq)
      const next = nextKey(this.key)
      zero(this.key)
      this.key = next
      this.checked++
    }
    this.mac = mac
    this.seq = seq
    return true
  }
}

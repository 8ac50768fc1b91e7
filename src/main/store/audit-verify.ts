import { type EpochRow, readEpochs, readHeadRow } from './audit'
import { type KeyHolder, nextKey } from './audit-chain'
import { type CheckpointClaim, readCheckpoints } from './audit-checkpoints'
import { type AuditProblem, ChainWalk, clockWatch, type SliceOptions, walkLines } from './audit-walk'
import type { Raw } from './open'
import { sameBytes, zero } from './seal'

export type AuditVerdict = {
  /** Lines whose MAC was computed again. */
  readonly checked: number
  readonly epochs: number
  readonly firstProblem?: AuditProblem
  /** Lines at which the clock was found more than 5 minutes behind what the chain had seen. */
  readonly clockSetBack: readonly number[]
  /** Epochs that this reader has no key for: their lines are only counted. */
  readonly unreadableEpochs: readonly { readonly epoch: number; readonly first: number; readonly last: number }[]
  /** The reader's own last proven checkpoint. None at all, where there was one, is a sign of a rewritten chain. */
  readonly lastCheckpoint?: { readonly seq: number; readonly at: string }
}

/** What an anchor has seen, see `anchor.ts`. */
export type SeenHead = { readonly seq: number; readonly mac: Buffer }

/**
 * Checks the whole chain as one auditor (or the holder of the recovery key) sees it: every MAC, every link between
 * epochs, the head, the anchor and the checkpoints. Lines that are added meanwhile are not part of it.
 */
export async function verifyLines(
  raw: Raw,
  reader: KeyHolder,
  anchor: SeenHead | undefined,
  options: SliceOptions = {},
): Promise<AuditVerdict> {
  const head = readHeadRow(raw)
  const epochs = readEpochs(raw)
  const claims = readCheckpoints(raw, reader)
  const lastSeq = Number(raw.prepare('SELECT coalesce(max(seq), 0) FROM audit_lines').pluck().get())
  const walk = new ChainWalk(epochs, reader.privateKey)
  const clock = clockWatch()
  const seen = seenHeads(anchor, claims)
  const end = Math.min(lastSeq, head?.seq ?? 0)
  await walkLines(
    raw,
    [1, end],
    row => {
      if (!walk.step(row)) return false
      clock.see(row.seq, row.body)
      const doubt = seen.get(row.seq)?.find(({ mac }) => !sameBytes(mac, row.mac))
      return doubt ? walk.fail(doubt.kind, row.seq, row.seq) : true
    },
    options,
  )
  if (!walk.problem) checkEnd(walk, head, lastSeq, [...seen.keys()], epochs)
  const unreadableEpochs = walk.unreadable.map(epoch => ({
    epoch,
    first: epochs[epoch - 1]?.firstSeq ?? 0,
    last: (epochs[epoch]?.firstSeq ?? end + 1) - 1,
  }))
  const lastCheckpoint = claims.filter(({ proof }) => proof === 'own').at(-1)
  zero(walk.key, head?.key)
  return {
    checked: walk.checked,
    epochs: epochs.length,
    clockSetBack: clock.setBack,
    unreadableEpochs,
    ...(walk.problem && { firstProblem: walk.problem }),
    ...(lastCheckpoint && { lastCheckpoint: { seq: lastCheckpoint.seq, at: lastCheckpoint.at } }),
  }
}

type Expectation = { readonly mac: Buffer; readonly kind: 'rolled-back' | 'foreign' }

/** What each line's MAC has to be by witness of the anchor and the checkpoints. */
function seenHeads(anchor: SeenHead | undefined, claims: readonly CheckpointClaim[]): Map<number, Expectation[]> {
  const seen = new Map<number, Expectation[]>()
  const add = (seq: number, expectation: Expectation) => seen.set(seq, [...(seen.get(seq) ?? []), expectation])
  if (anchor) add(anchor.seq, { mac: anchor.mac, kind: 'rolled-back' })
  for (const { seq, mac, proof } of claims) {
    if (proof === 'forged') add(seq, { mac: Buffer.alloc(0), kind: 'foreign' })
    else add(seq, { mac, kind: proof === 'own' ? 'rolled-back' : 'foreign' })
  }
  return seen
}

/** The lines agree with each other; do they also reach as far as the head and the witnesses say? */
function checkEnd(
  walk: ChainWalk,
  head: ReturnType<typeof readHeadRow>,
  lastSeq: number,
  seenSeqs: readonly number[],
  epochs: readonly EpochRow[],
): void {
  const headSeq = head?.seq ?? 0
  const farthest = Math.max(0, ...seenSeqs)
  if (walk.seq < headSeq) walk.fail('missing', walk.seq + 1, headSeq)
  else if (lastSeq > headSeq) walk.fail('changed', headSeq + 1)
  else if (farthest > headSeq) walk.fail('rolled-back', headSeq + 1, farthest)
  else if (head && walk.enter(headSeq + 1)) {
    const sameHead = sameBytes(head.mac, walk.mac) && head.epoch === walk.epoch && epochs.length === walk.epoch
    if (!sameHead) walk.fail('changed', headSeq + 1)
    else if (walk.key && !sameBytes(head.key, walk.key)) {
      // Lines were cut off and the head turned back, but nobody knows the key of the shorter chain any more.
      const steps = stepsBetween(walk.key, head.key)
      if (steps === undefined) walk.fail('foreign', headSeq + 1)
      else walk.fail('missing', headSeq + 1, headSeq + steps)
    }
  }
}

/** How many lines lie between two keys of one epoch, if the later one follows within reach. */
function stepsBetween(earlier: Buffer, later: Buffer): number | undefined {
  let key = earlier
  for (let steps = 1; steps <= 100_000; steps++) {
    key = nextKey(key)
    if (sameBytes(key, later)) return steps
  }
  return undefined
}

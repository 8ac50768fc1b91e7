import * as z from 'zod'
import { readIfThere, writeFileAtomic } from './atomic-file'
import { canonicalJson } from './canonical-json'
import type { Raw } from './open'
import { deriveFor, fromBase64, hmac, sameBytes, zero } from './seal'
import { anchorFiles } from './store-paths'

const AnchorFile = z.strictObject({
  format: z.literal(1),
  generation: z.int().min(1),
  seq: z.int().min(0),
  mac: z.string().max(64),
  at: z.int(),
  maxSeenMs: z.int(),
  tag: z.string().max(64),
})

/** How far the audit chain of a store had come, kept on this PC outside the store's folder. */
export type Anchor = {
  readonly generation: number
  readonly seq: number
  readonly mac: Buffer
  /** Wall clock when it was written, and the latest that the chain had seen; milliseconds. */
  readonly at: number
  readonly maxSeenMs: number
}

export type AnchorPlace = { readonly machineDir: string; readonly storeId: string }

const tagOf = (dek: Buffer, storeId: string, body: Omit<z.infer<typeof AnchorFile>, 'tag'>): Buffer => {
  const key = deriveFor('anchor', dek)
  const tag = hmac(key, storeId, canonicalJson(body))
  zero(key)
  return tag
}

function readOne(path: string, storeId: string, dek: Buffer): Anchor | undefined {
  const text = readIfThere(path)?.toString('utf8')
  if (text === undefined) return undefined
  try {
    const { tag, ...body } = AnchorFile.parse(JSON.parse(text))
    if (!sameBytes(tagOf(dek, storeId, body), fromBase64(tag, 32))) return undefined
    return { ...body, mac: fromBase64(body.mac, 32) }
  } catch {
    return undefined
  }
}

/**
 * The newest anchor with a good tag. After a re-key pass both DEKs, the new one first: until the anchor is written
 * again it bears the old one's tag.
 */
export function readAnchor({ machineDir, storeId }: AnchorPlace, ...deks: readonly Buffer[]): Anchor | undefined {
  const copies = deks.map(dek =>
    anchorFiles(machineDir, storeId)
      .flatMap(path => readOne(path, storeId, dek) ?? [])
      .toSorted((a, b) => b.generation - a.generation),
  )
  return copies.flat()[0]
}

/** Replaces the older copy. A few times a minute is enough; always before locking. @throws AppError disk-full */
export function writeAnchor(
  { machineDir, storeId }: AnchorPlace,
  dek: Buffer,
  { seq, mac, at, maxSeenMs }: Omit<Anchor, 'generation'>,
): void {
  const copies = anchorFiles(machineDir, storeId).map(path => ({
    path,
    generation: readOne(path, storeId, dek)?.generation ?? 0,
  }))
  const generation = Math.max(...copies.map(copy => copy.generation)) + 1
  const [oldest] = copies.toSorted((a, b) => a.generation - b.generation)
  if (!oldest) return
  const body = { format: 1, generation, seq, mac: mac.toString('base64'), at, maxSeenMs } as const
  writeFileAtomic(oldest.path, canonicalJson({ ...body, tag: tagOf(dek, storeId, body).toString('base64') }))
}

export type AnchorVerdict = 'none' | 'ok' | 'foreign' | { readonly missingLines: number }

/**
 * Whether the chain in the store still contains what the anchor has seen. `missingLines`: the store was put back to an
 * older state. 'foreign': it was put back and has gone on differently since. 'none': nothing to compare with.
 */
export function compareAnchor(raw: Raw, anchor: Anchor | undefined): AnchorVerdict {
  if (!anchor) return 'none'
  const last = Number(raw.prepare('SELECT coalesce(max(seq), 0) FROM audit_lines').pluck().get())
  if (last < anchor.seq) return { missingLines: anchor.seq - last }
  if (anchor.seq === 0) return 'ok'
  const mac = raw.prepare<[number]>('SELECT mac FROM audit_lines WHERE seq = ?').pluck().get(anchor.seq)
  return Buffer.isBuffer(mac) && sameBytes(mac, anchor.mac) ? 'ok' : 'foreign'
}

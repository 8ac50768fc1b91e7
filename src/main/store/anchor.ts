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
  pages: z.string().max(64).optional(),
  changed: z.literal(true).optional(),
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
  /** What `digestPages` gave once the store was closed. Gone as soon as it is opened again. */
  readonly pages?: Buffer | undefined
  /** The closed file was found to be another one, and nobody has taken responsibility for that. */
  readonly changed?: true
}

export type AnchorPlace = { readonly machineDir: string; readonly storeId: string }

const tagOf = (dek: Buffer, storeId: string, body: Omit<z.infer<typeof AnchorFile>, 'tag'>): Buffer => {
  const key = deriveFor('anchor', dek)
  const tag = hmac(key, storeId, canonicalJson(body))
  zero(key)
  return tag
}

function readOne(path: string, storeId: string, dek: Buffer): Anchor | undefined {
  try {
    const text = readIfThere(path)?.toString('utf8')
    if (text === undefined) return undefined
    const { tag, ...body } = AnchorFile.parse(JSON.parse(text))
    if (!sameBytes(tagOf(dek, storeId, body), fromBase64(tag, 32))) return undefined
    const { pages, changed, ...rest } = body
    return {
      ...rest,
      mac: fromBase64(body.mac, 32),
      ...(pages !== undefined && { pages: fromBase64(pages, 32) }),
      ...(changed && { changed }),
    }
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
  { seq, mac, at, maxSeenMs, pages, changed }: Omit<Anchor, 'generation'>,
): void {
  const copies = anchorFiles(machineDir, storeId).map(path => ({
    path,
    generation: readOne(path, storeId, dek)?.generation ?? 0,
  }))
  const generation = Math.max(...copies.map(copy => copy.generation)) + 1
  const [oldest] = copies.toSorted((a, b) => a.generation - b.generation)
  if (!oldest) return
  const body = {
    format: 1 as const,
    generation,
    seq,
    mac: mac.toString('base64'),
    at,
    maxSeenMs,
    ...(pages && { pages: pages.toString('base64') }),
    ...(changed && { changed }),
  }
  writeFileAtomic(oldest.path, canonicalJson({ ...body, tag: tagOf(dek, storeId, body).toString('base64') }))
}

/** Whether the closed file is the one that was vouched for, as far as it was. */
export const hasPages = ({ pages }: Anchor, found: Buffer | undefined): boolean =>
  pages === undefined || found === undefined || sameBytes(pages, found)

export type AnchorVerdict = 'none' | 'ok' | 'foreign' | 'changed' | { readonly missingLines: number }

/**
 * Whether the chain in the store still contains what the anchor has seen. `missingLines`: the store was put back to an
 * older state. 'foreign': it was put back and has gone on differently since. 'changed': the chain is as it was, but pages
 * of the closed file are not. 'none': nothing to compare with.
 * @param pages what the file's pages gave before it was opened
 */
export function compareAnchor(raw: Raw, anchor: Anchor | undefined, pages?: Buffer): AnchorVerdict {
  if (!anchor) return 'none'
  const last = Number(raw.prepare('SELECT coalesce(max(seq), 0) FROM audit_lines').pluck().get())
  if (last < anchor.seq) return { missingLines: anchor.seq - last }
  if (anchor.seq === 0) return 'ok'
  const mac = raw.prepare<[number]>('SELECT mac FROM audit_lines WHERE seq = ?').pluck().get(anchor.seq)
  if (!Buffer.isBuffer(mac) || !sameBytes(mac, anchor.mac)) return 'foreign'
  // A chain that has gone on was used on another computer since, by somebody with the key.
  return anchor.changed || (last === anchor.seq && !hasPages(anchor, pages)) ? 'changed' : 'ok'
}

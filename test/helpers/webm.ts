/** A small writer and a strict reader of webm streams with one track of opus, as a recorder writes them. */

const element = (id: readonly number[], body: Uint8Array): number[] => [...id, ...sizeOf(body.length), ...body]
const sizeOf = (length: number): number[] => (length < 127 ? [0x80 | length] : [0x40 | (length >> 8), length & 0xff])
const text = (words: string): Uint8Array => new TextEncoder().encode(words)
const bytes = (...numbers: number[]): Uint8Array => Uint8Array.from(numbers)
const UNKNOWN = [0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]

const head = (): number[] => [
  ...element([0x1a, 0x45, 0xdf, 0xa3], bytes(...element([0x42, 0x82], text('webm')))),
  0x18,
  0x53,
  0x80,
  0x67,
  ...UNKNOWN,
  ...element([0x15, 0x49, 0xa9, 0x66], bytes(...element([0x2a, 0xd7, 0xb1], bytes(0x0f, 0x42, 0x40)))),
  ...element(
    [0x16, 0x54, 0xae, 0x6b],
    bytes(
      ...element(
        [0xae],
        bytes(
          ...element([0xd7], bytes(1)),
          ...element([0x73, 0xc5], bytes(1)),
          ...element([0x83], bytes(2)),
          ...element([0x86], text('A_OPUS')),
        ),
      ),
    ),
  ),
]

const BLOCK_MS = 60
const CLUSTER_MS = 30_000

/** A stream of invented sound: what `next` gives, one after the other, is one webm file at every moment. */
export function createStream() {
  let at = 0
  let clusterAt = -1
  return {
    next(ms: number): Uint8Array<ArrayBuffer> {
      const out: number[] = at === 0 ? head() : []
      for (const till = at + ms; at < till; at += BLOCK_MS) {
        if (clusterAt < 0 || at - clusterAt >= CLUSTER_MS) {
          clusterAt = at
          out.push(0x1f, 0x43, 0xb6, 0x75, ...UNKNOWN)
          out.push(...element([0xe7], bytes((at >> 24) & 0xff, (at >> 16) & 0xff, (at >> 8) & 0xff, at & 0xff)))
        }
        const place = at - clusterAt
        const payload = Array.from({ length: 40 }, (_, i) => (at * 31 + i * 17) & 0xff)
        out.push(...element([0xa3], bytes(0x81, place >> 8, place & 0xff, 0x80, ...payload)))
      }
      return Uint8Array.from(out)
    },
  }
}

export interface Read {
  readonly clusters: number
  readonly blocks: number
  /** When the last block begins. */
  readonly lastMs: number
  /** Bytes at the end that are no whole element. */
  readonly rest: number
}

const SEGMENT = 0x18538067
const CLUSTER = 0x1f43b675
/** What this reader goes into; it jumps over all others. */
const inside = new Set([SEGMENT, CLUSTER])

/** Reads a webm file up to its end or up to where it was cut off. @throws Error for what is no webm */
export function readWebm(file: Uint8Array): Read {
  const number = (at: number, length: number): number => {
    let sum = 0
    for (let i = 0; i < length; i += 1) sum = sum * 256 + (file[at + i] ?? 0)
    return sum
  }
  const vintLength = (at: number): number => Math.clz32(file[at] ?? 0) - 23
  const found = { clusters: 0, blocks: 0, lastMs: 0 }
  let clusterMs = 0
  let began = false
  let at = 0
  while (at < file.length) {
    const idLength = vintLength(at)
    if (idLength > 4) throw new Error(`no element at ${at}`)
    const id = number(at, idLength)
    const sizeAt = at + idLength
    if (sizeAt >= file.length) break
    const sizeLength = vintLength(sizeAt)
    if (sizeLength > 8) throw new Error(`no size at ${sizeAt}`)
    const bodyAt = sizeAt + sizeLength
    if (bodyAt > file.length) break
    if (!began && id !== 0x1a45dfa3) throw new Error('no webm')
    began = true
    if (inside.has(id)) {
      if (id === CLUSTER) found.clusters += 1
      at = bodyAt
      continue
    }
    const mask = 2 ** (7 * sizeLength)
    const size = number(sizeAt, sizeLength) % mask
    if (bodyAt + size > file.length) break
    if (id === 0xe7) clusterMs = number(bodyAt, size)
    if (id === 0xa3) {
      found.blocks += 1
      const ms = clusterMs + ((number(bodyAt + 1, 2) << 16) >> 16)
      if (ms < found.lastMs) throw new Error(`time goes back at ${at}`)
      found.lastMs = ms
    }
    at = bodyAt + size
  }
  return { ...found, rest: file.length - at }
}

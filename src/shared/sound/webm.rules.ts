/** ID of a cluster, its size (unknown, as a live stream writes it, or given in eight bytes), and the ID of its time. */
const CLUSTER = [0x1f, 0x43, 0xb6, 0x75] as const
const TIME = 0xe7

/**
 * The first cluster that begins in a piece of a webm stream: the decoder can be given the stream's head and go on from there.
 * A cluster whose first bytes lie in two pieces is not found, which costs nothing but a longer way to seek.
 * @returns its place in bytes and its time in milliseconds; null without one. Source: Matroska, RFC 9559 5.1.3.
 */
export function clusterIn(bytes: Uint8Array): { readonly at: number; readonly ms: number } | null {
  for (let at = bytes.indexOf(CLUSTER[0]); at !== -1; at = bytes.indexOf(CLUSTER[0], at + 1)) {
    if (!CLUSTER.every((byte, i) => bytes[at + i] === byte)) continue
    const size = at + CLUSTER.length
    const time = size + lengthOf(bytes[size])
    const ms = bytes[time] === TIME ? numberAt(bytes, time + 1) : undefined
    if (ms !== undefined) return { at, ms }
  }
  return null
}

/** How many bytes a size takes, by its first one. */
const lengthOf = (first = 0): number => Math.clz32(first) - 24 + 1

/** A number behind its size of one byte; undefined when it is cut off. */
function numberAt(bytes: Uint8Array, at: number): number | undefined {
  const length = (bytes[at] ?? 0) & 0x7f
  if (length < 1 || length > 6 || at + length >= bytes.length) return undefined
  return bytes.subarray(at + 1, at + 1 + length).reduce((sum, byte) => sum * 256 + byte, 0)
}

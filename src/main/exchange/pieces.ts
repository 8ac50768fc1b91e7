import { changedOnTheWay } from './refusals'

/** Reads a stream in pieces of a given size. */
export interface PieceReader {
  /** @throws AppError refused when the stream ends before */
  take(length: number): Promise<Buffer>
  /** @throws AppError refused when something is left */
  end(): Promise<void>
  /** Closes what is read from, also half-way. */
  close(): Promise<void>
}

export function piecesOf(source: AsyncIterable<Uint8Array>): PieceReader {
  const parts = source[Symbol.asyncIterator]()
  let held: Buffer[] = []
  let size = 0
  /** @returns whether something came */
  async function more(): Promise<boolean> {
    const next = await parts.next()
    if (next.done) return false
    held.push(Buffer.from(next.value))
    size += next.value.length
    return true
  }
  return {
    async take(length) {
      while (size < length) if (!(await more())) throw changedOnTheWay()
      const all = held.length === 1 ? (held[0] as Buffer) : Buffer.concat(held)
      held = [all.subarray(length)]
      size -= length
      return all.subarray(0, length)
    },
    async end() {
      // The last piece of the encryption vouches for the whole.
      while (await more());
      if (size > 0) throw changedOnTheWay()
    },
    async close() {
      await parts.return?.()
    },
  }
}

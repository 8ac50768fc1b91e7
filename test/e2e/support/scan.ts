import { readMemory } from './processes'

/** What is looked for, as the bytes that memory or a file would hold. */
export interface Needle {
  readonly name: string
  readonly bytes: Buffer
}

/** A text as V8 and SQLite hold it: one byte a character, or two. */
export const textNeedles = (name: string, text: string): Needle[] => [
  { name: `${name} (UTF-8)`, bytes: Buffer.from(text, 'utf8') },
  { name: `${name} (UTF-16)`, bytes: Buffer.from(text, 'utf16le') },
]

/** How often each needle lies in a piece. Overlaps of pieces may count one twice: what matters is none or some. */
function countIn(piece: Buffer, needles: readonly Needle[], counts: Map<string, number>): void {
  for (const { name, bytes } of needles) {
    for (let at = piece.indexOf(bytes); at !== -1; at = piece.indexOf(bytes, at + bytes.length))
      counts.set(name, (counts.get(name) ?? 0) + 1)
  }
}

export interface Found {
  readonly counts: ReadonlyMap<string, number>
  readonly bytes: number
}

/** Looks through all memory of a process. */
export function scanMemory(pid: number, needles: readonly Needle[]): Found {
  const counts = new Map<string, number>()
  const bytes = readMemory(pid, piece => countIn(piece, needles, counts))
  return { counts, bytes }
}

import { alignRows } from '../../../shared/cadres/row-alignment'

export interface Part {
  readonly text: string
  /** Whether the other text has nothing like it in this place. */
  readonly differs: boolean
}

/** The parts that a text is compared by: lines where it has several, otherwise its marks and what stands between them. */
const partsOf = (text: string, byLine: boolean): readonly string[] =>
  text.match(byLine ? /[^\n]*\n|[^\n]+/g : /[^；;。，,、]+|[；;。，,、]/g) ?? []

function joined(parts: readonly string[], same: ReadonlySet<number>): readonly Part[] {
  const result: { text: string; differs: boolean }[] = []
  for (const [at, text] of parts.entries()) {
    const differs = !same.has(at)
    const last = result.at(-1)
    if (last?.differs === differs) last.text += text
    else result.push({ text, differs })
  }
  return result
}

/** Two texts with what only one of them says set apart. */
export function markedParts(before: string, after: string): { before: readonly Part[]; after: readonly Part[] } {
  const byLine = before.includes('\n') || after.includes('\n')
  const [a, b] = [partsOf(before, byLine), partsOf(after, byLine)]
  const same = alignRows(a, b, a, b).filter(
    ({ a: left, b: right }) => left !== undefined && right !== undefined && a[left] === b[right],
  )
  return {
    before: joined(a, new Set(same.map(slot => slot.a ?? -1))),
    after: joined(b, new Set(same.map(slot => slot.b ?? -1))),
  }
}

/** Lines that are told around a difference. */
const AROUND = 2

/** A long run of lines that are the same, cut down to those beside what differs; undefined for what is short. */
export function shortened(text: string): { head: string; lines: number; tail: string } | undefined {
  const lines = text.match(/[^\n]*\n|[^\n]+/g) ?? []
  if (lines.length <= AROUND * 2 + 2) return undefined
  return {
    head: lines.slice(0, AROUND).join(''),
    lines: lines.length - AROUND * 2,
    tail: lines.slice(-AROUND).join(''),
  }
}

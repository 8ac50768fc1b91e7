import { createHash } from 'node:crypto'
import { type LineRow, type SliceOptions, walkLines } from './audit-walk'
import type { Raw } from './open'

export type AuditManifest = {
  readonly format: 1
  readonly count: number
  /** First and last line, 0 when there is none. */
  readonly first: number
  readonly last: number
  /** MAC of the last line, hex. */
  readonly head: string
  /** SHA-256 over the whole JSONL text, hex. */
  readonly sha256: string
}

const printLine = ({ seq, epoch, body, mac }: LineRow) =>
  `${JSON.stringify({ seq, epoch, mac: mac.toString('hex'), body })}\n`

/**
 * Writes the chosen lines as JSONL, `body` being the exact text that was signed.
 * @param write receives the text piece by piece; what it throws ends the export
 * @param options `keep` leaves lines out (by body text); the manifest counts what was written
 */
export async function exportLines(
  raw: Raw,
  write: (text: string) => void,
  options: SliceOptions & { readonly keep?: (row: LineRow) => boolean } = {},
): Promise<AuditManifest> {
  const hash = createHash('sha256')
  let [count, first, last, head] = [0, 0, 0, '']
  const end = Number(raw.prepare('SELECT coalesce(max(seq), 0) FROM audit_lines').pluck().get())
  await walkLines(
    raw,
    [1, end],
    row => {
      if (options.keep && !options.keep(row)) return true
      const text = printLine(row)
      hash.update(text)
      write(text)
      if (count++ === 0) first = row.seq
      last = row.seq
      head = row.mac.toString('hex')
      return true
    },
    options,
  )
  return { format: 1, count, first, last, head, sha256: hash.digest('hex') }
}

import { failed, type Parsed, parsed } from '../../shared/cadres/imported'
import { decodeText } from './decode-text'
import { unescapeOnce, withoutForbidden } from './xml-repair'

/** One row of a table, by column. Columns that are missing read as empty. */
export type ExchangeRow = ReadonlyMap<string, string>

const limits = { rows: 50_000, columns: 200 }
const columnStart = /\s+([A-Za-z_]\w{0,40})\s{0,9}=\s{0,9}"/y
const rowEnd = /\s*\/?>/y
const rowStart = /<row(?=[\s/>])/g

/**
 * Reads the rows of one table. The national system writes attributes without escaping anything: & < and quotation marks
 * stand raw in them, and so do line ends, which every XML parser would turn into blanks. So the rows are read by their own
 * shape, and nothing else in the file counts: no entity, no DTD, no nesting. Source: formats §5.3.
 */
export function readRows(bytes: Uint8Array, file: string): Parsed<ExchangeRow[]> {
  const decoded = decodeText(bytes)
  if (!decoded.ok) return decoded
  const text = withoutForbidden(decoded.value.text)
  if (/<!(DOCTYPE|ENTITY)/i.test(text))
    return failed('unsafe', `${file} 里有 DTD 声明，这不是正常的数据包，已拒绝读取。`)
  const rows: ExchangeRow[] = []
  let at = 0
  const lineNow = (): number => text.slice(0, at).split('\n').length
  const broken = (): Parsed<ExchangeRow[]> =>
    failed('damaged', `${file} 第 ${lineNow()} 行附近格式有误或不完整。请重新导出（通用格式 zip）后再导入。`)
  for (;;) {
    rowStart.lastIndex = at
    const start = rowStart.exec(text)
    if (!start) break
    at = start.index + start[0].length
    const row = new Map<string, string>()
    for (let column = matchAt(columnStart, text, at); column; column = matchAt(columnStart, text, at)) {
      const from = at + column[0].length
      const to = endOfValue(text, from)
      if (to === undefined) return broken()
      row.set(column[1] ?? '', plainValue(text.slice(from, to)))
      at = to + 1
      if (row.size > limits.columns) return failed('unsafe', `${file} 的列太多，这不是正常的数据包，已拒绝读取。`)
    }
    const end = matchAt(rowEnd, text, at)
    if (!end) return broken()
    at += end[0].length
    rows.push(row)
    if (rows.length > limits.rows) return failed('too-large', `${file} 超过 ${limits.rows} 行，请分批导出后再导入。`)
  }
  if (!/<\/(xml|data)>\s*$|^\s*(<\?xml[^>]*>)?\s*<(xml|data)\s*\/>\s*$/.test(text.slice(-200))) {
    at = text.length
    return broken()
  }
  return parsed(rows)
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** The quotation mark that another column or the end of the row follows: those inside the text are raw. */
function endOfValue(text: string, from: number): number | undefined {
  for (let mark = text.indexOf('"', from); mark !== -1; mark = text.indexOf('"', mark + 1)) {
    if (matchAt(columnStart, text, mark + 1) ?? matchAt(rowEnd, text, mark + 1)) return mark
  }
  return undefined
}

const plainValue = (written: string): string =>
  unescapeOnce(
    written.replaceAll(/&#(x[\da-fA-F]{1,6}|\d{1,7});/g, (reference, digits: string) => {
      const code = digits.startsWith('x') ? Number.parseInt(digits.slice(1), 16) : Number(digits)
      return code > 0x1f || code === 10 || code === 13 ? String.fromCodePoint(Math.min(code, 0x10ffff)) : reference
    }),
  )

/**
 * Puts back the line ends of a résumé that another program has lost: before every period that stands free, and where a
 * run of blanks shows a continued line.
 */
export function restoreResumeLines(text: string): string {
  if (/[\n\r]/.test(text)) return text
  return text
    .replaceAll(/(?<![：:（(\s])\s{18,}(?!\s|\d{4}\.\d{2}--)/g, `\n${' '.repeat(18)}`)
    .replaceAll(/(?<![：:（(\s])\s+(?=\d{4}\.\d{2}--)/g, '\n')
}

import { type PartialDate, parsePartialDate } from '../dates/partial-date'
import { isNothing, NOTHING } from './assessment-text'
import { RewardRow } from './cadres'

export interface ParsedRewards {
  readonly rows: RewardRow[]
  /** Parts too long for a row, as written. */
  readonly unread: readonly string[]
}

const leadingDate =
  /^((?:19|20)\d{2})(?:年(?:(\d{1,2})月(?:(\d{1,2})日)?)?|[.\-/](\d{1,2})(?:[.\-/](\d{1,2}))?(?!\d)|(\d{2})(?!\d))/

/** Who approved it. Before the name of the honour stands 经…批准 or 被…授予 or 受到…表彰. */
const approvals: readonly (readonly [form: RegExp, name: (verb: string, rest: string) => string])[] = [
  [/^经([^，,；]+?)(批准|决定|研究决定)[，,]?(.+)$/s, (_verb, rest) => rest],
  [/^[被由]([^“”，,；]+?)(授予|评为|评选为|表彰为|命名为|表彰|嘉奖|记)(.*)$/s, (verb, rest) => verb + rest],
  [/^受到?([^“”，,；]+?)(?:的|给予的)?(通报表扬|通报表彰|表彰|嘉奖|奖励)(.*)$/s, (verb, rest) => verb + rest],
]

/** The parts between semicolons, full stops and line ends, but for those inside quotation marks and brackets. */
function partsOf(text: string): string[] {
  const parts = ['']
  let depth = 0
  for (const character of text) {
    if ('“（(《'.includes(character)) depth += 1
    else if ('”）)》'.includes(character)) depth = Math.max(0, depth - 1)
    // What a line end does not close was never meant to be closed.
    if (character === '\n') depth = 0
    if (character === '\n' || (depth === 0 && '；;。'.includes(character))) parts.push('')
    else parts[parts.length - 1] += character
  }
  return parts.map(part => part.trim()).filter(part => part !== '')
}

function readPart(part: string): RewardRow {
  const match = leadingDate.exec(part)
  const [written = '', year, longMonth, longDay, shortMonth, shortDay, digitMonth] = match ?? []
  const numbers = [year, longMonth ?? shortMonth ?? digitMonth, longDay ?? shortDay].filter(
    number => number !== undefined,
  )
  const on = parsePartialDate(numbers.join('.')) ?? null
  const rest = on ? part.slice(written.length).replace(/^[\s，,：:]+/, '') : part
  for (const [form, nameOf] of approvals) {
    const [, authority, verb = '', name = ''] = form.exec(rest) ?? []
    if (authority !== undefined) return { on, authority: authority.trim(), name: nameOf(verb, name.trim()).trim() }
  }
  return { on, authority: '', name: rest }
}

/** One part of 奖惩情况. */
export interface RewardClause {
  readonly written: string
  /** undefined when the part is too long for a row. */
  readonly row: RewardRow | undefined
}

/** The parts of 奖惩情况 in their order, each with the row that it reads as. */
export const clausesOf = (text: string): RewardClause[] =>
  isNothing(text) ? [] : partsOf(text).map(written => ({ written, row: RewardRow.safeParse(readPart(written)).data }))

/**
 * Reads 奖惩情况: `2010年5月，经××批准，记三等功；…。` Punishments are rows as well: the form keeps both in one cell.
 * What bears no date or no authority keeps its words as the name. Source: the form's convention.
 */
export function parseRewards(text: string): ParsedRewards {
  const clauses = clausesOf(text)
  return {
    rows: clauses.flatMap(({ row }) => row ?? []),
    unread: clauses.filter(({ row }) => row === undefined).map(({ written }) => written),
  }
}

/** 2010年5月, as sentences write it. */
const sentenceDate = (date: PartialDate): string => {
  const [year = '', month, day] = date.split('-')
  return `${year}年${month === undefined ? '' : `${Number(month)}月`}${day === undefined ? '' : `${Number(day)}日`}`
}

/** One row as a part of the sentence. */
export const printClause = ({ on, authority, name }: RewardRow): string =>
  [...(on ? [sentenceDate(on)] : []), ...(authority ? [`经${authority}批准`] : []), name].join('，')

/** One sentence for all rows in their order; 无 when there are none. */
export function printRewards(rows: readonly RewardRow[]): string {
  if (rows.length === 0) return NOTHING
  return `${rows.map(printClause).join('；')}。`
}

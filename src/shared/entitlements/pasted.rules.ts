import { Day } from '../dates/add-months'
import { parsePartialDate } from '../dates/partial-date'
import { fenOf } from '../money/fen'
import { type TakeKind, takeKinds } from './entitlements'

/** One line as it was pasted from a spreadsheet: 姓名, 类别, 开始, 结束, 地点, 费用. */
export interface PastedRow {
  readonly line: number
  readonly name: string
  readonly kind: TakeKind | '体检'
  readonly from: Day
  readonly to: Day
  readonly place: string
  /** In fen; null where it was left out. */
  readonly costFen: number | null
}
export interface PastedError {
  readonly line: number
  readonly text: string
  readonly why: string
}

const kindOf = (text: string): PastedRow['kind'] | undefined =>
  text === ''
    ? '年休假'
    : ([...takeKinds, '体检'] as const).find(
        kind => text.includes(kind) || (kind === '年休假' && /年假|休假$/.test(text) && !text.includes('疗')),
      )
const dayOf = (text: string): Day | undefined => Day.safeParse(parsePartialDate(text)).data

/** Reads lines with tabs or commas between cells. A line of headings is passed over; what cannot be read says why. */
export function readPasted(text: string): { rows: PastedRow[]; errors: PastedError[] } {
  const rows: PastedRow[] = []
  const errors: PastedError[] = []
  for (const [at, each] of text.split(/\r?\n/).entries()) {
    const [name = '', kindText = '', first = '', last = '', place = '', cost = ''] = each
      .split(/[\t,，]/)
      .map(cell => cell.trim())
    if (each.trim() === '' || name === '姓名') continue
    const line = at + 1
    const [kind, from, to] = [kindOf(kindText), dayOf(first), dayOf(last === '' ? first : last)]
    const costFen = fenOf(cost)
    const why =
      name === ''
        ? '没有姓名'
        : kind === undefined
          ? `类别“${kindText}”不认得，写年休假、疗休养或体检`
          : !from || !to
            ? '日期写作 2026.08.03'
            : costFen === undefined
              ? '费用写数字，如 1800'
              : to < from
                ? '结束日期早于开始日期'
                : undefined
    if (why !== undefined || !kind || !from || !to || costFen === undefined)
      errors.push({ line, text: each.trim(), why: why ?? '' })
    else rows.push({ line, name, kind, from, to, place, costFen })
  }
  return { rows, errors }
}

import type { Day } from '../dates/add-months'
import { showDate } from '../dates/partial-date'
import type { Furniture } from '../papers/paper-page'
import type { TableColumn, TablePaper, TableValue } from '../papers/table-paper'
import { balanceOf } from './ledger.rules'
import type { Award, Lot } from './medals'
import type { MedalRow } from './medals.contract'

interface Around {
  readonly unit: string
  readonly on: Day
  readonly furniture: Furniture
}
const column = (title: string, width: number, align: 'left' | 'center' = 'center'): TableColumn => ({
  title,
  width,
  align,
})
const dateOf = (date: string | null): string => (date === null ? '' : date.replaceAll('-', '.'))

/** Whom a roster names: those who were decided to be given a medal of that year. */
export const onRoster = (rows: readonly MedalRow[]): MedalRow[] => rows.filter(({ column: at }) => at === 'given')

/** Rows unit by unit, in the order in which units first come. */
function byUnit(rows: readonly MedalRow[]): Map<string, MedalRow[]> {
  const groups = new Map<string, MedalRow[]>()
  for (const row of rows) groups.set(row.unitName, [...(groups.get(row.unitName) ?? []), row])
  return groups
}

/** 名册 of an award year: who is given a medal. Nothing of what was looked into stands on it. */
export function rosterPaper(rows: readonly MedalRow[], year: number, { unit, on, furniture }: Around): TablePaper {
  const named = onRoster(rows)
  let at = 0
  const groups = [...byUnit(named)].map(([heading, people]) => ({
    heading: heading === '' ? '没有归到单位' : `${heading}（${people.length} 人）`,
    rows: people.map(({ name, birth, partyJoined, partyFull, start, post, award }): TableValue[] => {
      at += 1
      return [
        at,
        name,
        dateOf(birth),
        dateOf(partyJoined),
        dateOf(partyFull),
        dateOf(start),
        post,
        award?.medalNo ?? '',
        award ? dateOf(award.on) : '',
        award ? (award.to === '本人' ? '本人' : award.receiver) : '',
      ]
    }),
  }))
  return {
    kind: 'table',
    title: `${year}年“光荣在党50年”纪念章颁发名册`,
    notes: `制表单位：${unit}　　共 ${named.length} 人　　制表日期：${showDate(on)}`,
    columns: [
      column('序号', 4),
      column('姓名', 8),
      column('出生年月', 10),
      column('入党时间', 10),
      column('转正时间', 10),
      column('党龄起算', 10),
      column('单位职务、支部', 22, 'left'),
      column('纪念章编号', 12),
      column('颁发日期', 10),
      column('领取人', 12),
    ],
    groups,
    sheet: { size: 'A4', upright: false },
    furniture,
  }
}

/** What came and went in a year, day by day, and what has to be there. */
export function ledgerPaper(
  lots: readonly Lot[],
  awards: readonly Award[],
  year: number,
  { unit, on, furniture }: Around,
): TablePaper {
  const within = (day: string): boolean => day.startsWith(`${year}-`)
  const sums = balanceOf(lots, awards, year)
  const rows = [
    ...lots
      .filter(lot => within(lot.on) && lot.struckFor === '')
      .map((lot): [string, TableValue[]] => [lot.on, [dateOf(lot.on), lot.kind, lot.count, '', lot.note, lot.byName]]),
    ...awards
      .filter(award => within(award.on))
      .map((award): [string, TableValue[]] => [
        award.on,
        [dateOf(award.on), '颁发', 1, award.name, [award.medalNo, award.receiver].filter(Boolean).join(' '), award.by],
      ]),
    ...awards.flatMap(({ back, name, medalNo }): [string, TableValue[]][] =>
      back && within(back.on)
        ? [[back.on, [dateOf(back.on), '收回', 1, name, `${medalNo} ${back.how}`.trim(), '']]]
        : [],
    ),
  ].toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return {
    kind: 'table',
    title: `${year}年“光荣在党50年”纪念章台账`,
    notes: `制表单位：${unit}　　上年结存 ${sums.opening}，领取 ${sums.received}，颁发 ${sums.handed}，收回 ${sums.cameBack}，退回 ${sums.sentBack}，报损 ${sums.lost}，结存 ${sums.kept}　　制表日期：${showDate(on)}`,
    columns: [
      column('日期', 10),
      column('事项', 8),
      column('数量', 6),
      column('姓名', 10),
      column('编号、说明', 30, 'left'),
      column('经办', 12),
    ],
    groups: [{ heading: '', rows: rows.map(([, cells]) => cells) }],
    sheet: { size: 'A4', upright: true },
    furniture,
  }
}

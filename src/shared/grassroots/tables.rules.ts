import type { Day } from '../dates/add-months'
import { NOTES_GAP } from '../exports/roster.rules'
import { yuanWords } from '../money/fen'
import type { Furniture } from '../papers/paper-page'
import type { TableColumn, TablePaper, TableValue } from '../papers/table-paper'
import { type BurdenCap, BurdenKind, type UnitBurdens } from './burdens'
import { againstCaps, capOn, unitsOver } from './burdens.rules'
import type { BoardUnit, Facility, FacilityKind } from './facilities'
import { isPlanLate } from './facilities.rules'
import type { PayFacts, UnitVacancy } from './pay'
import { comparePay, vacancyShare } from './pay.rules'

interface Around {
  readonly unit: string
  readonly on: Day
  readonly furniture: Furniture
}
const column = (title: string, width: number, align: TableColumn['align'] = 'center'): TableColumn => ({
  title,
  width,
  align,
})
const dots = (day: string): string => day.replaceAll('-', '.')

const paper = (
  title: string,
  { unit, on, furniture }: Around,
  notes: readonly string[],
  columns: readonly TableColumn[],
  groups: TablePaper['groups'],
): TablePaper => ({
  kind: 'table',
  title,
  notes: [`制表单位：${unit}`, `截至 ${dots(on)}`, ...notes].join(NOTES_GAP),
  columns,
  groups,
  sheet: { size: 'A4', upright: false },
  furniture,
})

/** Units that a board of the grass roots shows: streets and towns, and whichever else has something recorded. */
export const shownUnits = (units: readonly BoardUnit[], recorded: ReadonlySet<string>): BoardUnit[] =>
  units.filter(({ id, side }) => side === '街镇' || recorded.has(id))

function facilityWords(facility: Facility | undefined, on: Day): string {
  if (!facility) return ''
  const { state, planWhat, planDueOn } = facility
  if (planWhat === '' || state === '完好') return state
  return `${state}；${planDueOn === null ? '有计划' : `计划 ${dots(planDueOn)}`}${isPlanLate(facility, on) ? '，逾期' : ''}`
}

/** Units by kinds. */
export function facilitiesPaper(
  units: readonly BoardUnit[],
  kinds: readonly FacilityKind[],
  rows: readonly Facility[],
  around: Around,
): TablePaper {
  const shown = shownUnits(units, new Set(rows.map(({ unitId }) => unitId)))
  const known = new Map(rows.map(row => [`${row.unitId} ${row.kind}`, row]))
  const on = kinds.filter(kind => kind.on)
  return paper(
    '基层单位生活设施一览',
    around,
    [`${shown.length} 个单位`],
    [column('单位', 10, 'left'), ...on.map(({ title }) => column(title, 6))],
    [
      {
        heading: '',
        rows: shown.map(({ id, name }) => [
          name,
          ...on.map(({ key }) => facilityWords(known.get(`${id} ${key}`), around.on)),
        ]),
      },
    ],
  )
}

/** What was sent to each unit in a year against the caps. */
export function burdensPaper(
  units: readonly BoardUnit[],
  burdens: readonly UnitBurdens[],
  caps: readonly BurdenCap[],
  year: number,
  around: Around,
): TablePaper {
  const known = new Map<string, UnitBurdens>(burdens.map(each => [each.unitId, each]))
  const heads = BurdenKind.options.map(kind => {
    const cap = capOn(caps, kind, year)?.cap ?? null
    return column(cap === null ? `${kind}（未设限额）` : `${kind}（限 ${cap}）`, 7)
  })
  return paper(
    `${year}年基层负担台账`,
    around,
    [`超过限额的单位 ${unitsOver(burdens, caps, year)} 个`],
    [column('单位', 12, 'left'), ...heads, column('合计', 5)],
    [
      {
        heading: '',
        rows: shownUnits(units, new Set(known.keys())).map(({ id, name }) => {
          const kinds = againstCaps(known.get(id) ?? { unitId: id, counts: [] }, caps, year)
          const values = kinds.map(({ count, over }): TableValue => (over > 0 ? `${count}（超 ${over}）` : count))
          return [name, ...values, kinds.reduce((sum, { count }) => sum + count, 0)]
        }),
      },
    ],
  )
}

const money = (fen: number | undefined): string => (fen === undefined ? '' : yuanWords(fen))
const differenceWords = (fen: number | null, inverted: boolean): string =>
  fen === null ? '' : inverted ? `倒挂 ${yuanWords(-fen)}` : fen === 0 ? '持平' : `高 ${yuanWords(fen)}`

/** Grass roots against office, level by level, then unit by unit. */
export function payPaper(
  units: readonly BoardUnit[],
  figures: readonly PayFacts[],
  year: number,
  around: Around,
): TablePaper {
  const levels = comparePay(figures, year)
  const name = (id: string): string => units.find(unit => unit.id === id)?.name ?? ''
  return paper(
    `${year}年基层和机关收入对比`,
    around,
    ['单位：元', `收入倒挂的层级 ${levels.filter(({ inverted }) => inverted).length} 个`],
    [
      column('单位', 14, 'left'),
      column('街镇人均', 9),
      column('街镇人数', 6),
      column('机关人均', 9),
      column('机关人数', 6),
      column('街镇比机关', 10),
    ],
    levels.map(({ level, office, grassroots, differenceFen, inverted, units: own }) => {
      const beside = [money(office?.averageFen), office?.people ?? null]
      return {
        heading: level,
        rows: [
          [
            '街镇合计',
            money(grassroots?.averageFen),
            grassroots?.people ?? null,
            ...beside,
            differenceWords(differenceFen, inverted),
          ],
          ...own.map(each => [
            name(each.unitId),
            money(each.averageFen),
            each.people,
            ...beside,
            differenceWords(each.differenceFen, each.inverted),
          ]),
        ],
      }
    }),
  )
}

/** Approved and actual posts and staff of streets and towns. */
export const vacanciesPaper = (
  units: readonly BoardUnit[],
  vacancies: readonly UnitVacancy[],
  around: Around,
): TablePaper =>
  paper(
    '街镇空编空岗一览',
    around,
    [`${vacancies.length} 个单位`],
    [
      column('单位', 14, 'left'),
      column('核定职数', 6),
      column('实配', 6),
      column('空缺', 6),
      column('空缺率', 6),
      column('核定编制', 6),
      column('在编在岗', 6),
    ],
    [
      {
        heading: '',
        rows: vacancies.map(each => {
          const share = vacancyShare(each)
          return [
            units.find(({ id }) => id === each.unitId)?.name ?? '',
            each.approved,
            each.actual,
            each.vacant,
            share === null ? '' : `${share}%`,
            each.approvedStaff,
            each.staff,
          ]
        }),
      },
    ],
  )

import * as z from 'zod'
import { type SensitiveField } from '../cadres/cadres.contract'
import { starredIdNumber, starredPhone } from '../cadres/starred'
import { PartialDate, showDate } from '../dates/partial-date'
import { SheetSize } from '../papers/sheet-size'
import type { TableGroup } from '../papers/table-paper'
import { line } from '../text'
import { columnOf, type RosterKey, type RosterPerson, type RosterValue, rosterKeys } from './roster-columns'

const Keys = z.array(z.enum(rosterKeys as [RosterKey, ...RosterKey[]]))

/** What a roster shows and how it lies on paper. */
export const RosterSpec = z.object({
  title: line(40).min(1),
  columns: Keys.min(1, '至少选一列')
    .max(40)
    .refine(keys => new Set(keys).size === keys.length, '同一列只能选一次'),
  /** Under a heading for each unit, in the order of the tree. */
  grouped: z.boolean(),
  /** Ages and years are counted to this day. */
  on: PartialDate,
  sheet: SheetSize,
})
export type RosterSpec = z.infer<typeof RosterSpec>

/** What of the chosen columns is masked in the application. */
export const sensitiveOf = (keys: readonly RosterKey[]): SensitiveField[] => [
  ...new Set(keys.flatMap(key => columnOf(key).sensitive ?? [])),
]

const RosterGroup = z.object({
  /** The unit's name; empty when the roster is not grouped. */
  name: z.string(),
  rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))),
})

export const RosterTable = z.object({
  title: z.string(),
  columns: z.array(z.object({ title: z.string(), width: z.number(), align: z.enum(['left', 'center']) })),
  groups: z.array(RosterGroup),
  people: z.int(),
})
export type RosterTable = z.infer<typeof RosterTable>

/** A group's heading on paper: 石桥镇（23人）. */
export const groupHeading = (name: string, people: number): string => (name === '' ? '' : `${name}（${people}人）`)
export const headedGroups = ({ groups }: RosterTable): TableGroup[] =>
  groups.map(({ name, rows }) => ({ heading: groupHeading(name, rows.length), rows }))

/** What stands between the title and the table. */
export function rosterNotes(facts: {
  /** The name of the whole organisation. */
  readonly unit: string
  readonly at: Date
  readonly people: number
  readonly on: PartialDate
}): string[] {
  const { unit, at, people, on } = facts
  return [
    `制表单位：${unit}`,
    `制表日期：${at.getFullYear()}年${at.getMonth() + 1}月${at.getDate()}日`,
    `共 ${people} 人`,
    `年龄、年限计算至 ${showDate(on)}`,
  ]
}
/** Between the notes. */
export const NOTES_GAP = '　　'

/** How a value stands that is masked in the application and was not asked for. */
function maskedValue(field: SensitiveField, value: RosterValue): RosterValue {
  const text = String(value ?? '')
  if (text === '') return text
  if (field === 'idNumber') return starredIdNumber(text)
  return field === 'phone' ? starredPhone(text) : '（未列出）'
}

/** A person with the unit that stands above. Units are told apart by id: two may have the same name. */
export interface RosterMember extends RosterPerson {
  readonly heading: string
}

const NO_UNIT = '未分配单位'

/**
 * A roster of people in the order in which they are added; those of one unit who follow each other stand in one group.
 * Nothing of a person is kept but the cells.
 * @param shown what is masked in the application and shall stand in the roster
 */
export function createRoster(spec: RosterSpec, shown: readonly SensitiveField[]) {
  const columns = spec.columns.map(columnOf)
  const groups: { name: string; unitId: string | null; rows: RosterValue[][] }[] = []
  let people = 0
  return {
    add(person: RosterMember): void {
      people += 1
      const row = columns.map(({ value, sensitive }) => {
        const found = value(person, { on: spec.on, place: people })
        return sensitive !== null && !shown.includes(sensitive) ? maskedValue(sensitive, found) : found
      })
      const last = groups.at(-1)
      const { unitId } = person.cadre
      if (last && (!spec.grouped || last.unitId === unitId)) last.rows.push(row)
      else groups.push({ name: spec.grouped ? person.heading || NO_UNIT : '', unitId, rows: [row] })
    },
    table: (): RosterTable => ({
      title: spec.title,
      columns: columns.map(({ title, width, align }) => ({ title, width, align })),
      groups: groups.map(({ name, rows }) => ({ name, rows })),
      people,
    }),
  }
}

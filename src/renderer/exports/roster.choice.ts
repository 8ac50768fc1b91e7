import dayjs from 'dayjs'
import { useState } from 'react'
import { songti } from '../../shared/cadres/form/text-fit.rules'
import { PartialDate } from '../../shared/dates/partial-date'
import { RosterSpec } from '../../shared/exports/roster.rules'
import { columnOf } from '../../shared/exports/roster-columns'
import { type SheetSize, sheetSides } from '../../shared/papers/sheet-size'
import { tableMargins } from '../../shared/papers/table-plan.rules'
import { READ_WITH_EASE_PT, tableWidths } from '../../shared/papers/table-widths'
import { useDraft } from '../api/drafts'
import { knownColumns, usualSets } from './roster.form'

export type RosterOutput = 'xlsx' | 'pdf' | 'print'

const usual: readonly string[] = usualSets[0]?.columns ?? []
const initial = {
  output: 'xlsx' as string,
  title: '干部名册',
  columns: usual,
  grouped: true,
  paper: 'A4' as string,
  upright: false,
  printer: '',
  copies: 1,
  twoSided: true,
}
type Stored = typeof initial

export const dayOf = (day: dayjs.Dayjs): PartialDate => PartialDate.parse(day.format('YYYY-MM-DD'))

/** Why so many columns are hard to read on that paper. The width of their texts is not known here, that of the columns is. */
function crowded({ columns, sheet }: RosterSpec): string | undefined {
  const room = sheetSides(sheet).width - 2 * tableMargins.side
  const paper = { kind: 'table', title: '', notes: '', groups: [], sheet, furniture: { mark: '', foot: '' } } as const
  const { pt } = tableWidths({ ...paper, columns: columns.map(columnOf) }, room, { body: songti, head: songti })
  if (pt >= READ_WITH_EASE_PT) return undefined
  return `列多，表内只有 ${pt} 磅字；${sheet.size === 'A4' || sheet.upright ? '换更宽的纸，或' : ''}少选几列`
}

/** How a roster was made last: everything is remembered, but for the day. */
export function useRosterChoice() {
  const draft = useDraft<Stored>('exports.roster', initial)
  const [on, setOn] = useState(() => dayOf(dayjs()))
  const { title, grouped, output, paper, upright, printer, copies, twoSided } = draft.value
  const columns = knownColumns(draft.value.columns)
  const sheet: SheetSize = { size: paper === 'A3' ? 'A3' : 'A4', upright }
  const spec = RosterSpec.safeParse({ title, columns, grouped, on, sheet })
  const wrong = spec.success ? undefined : (spec.error.issues[0]?.message ?? '还不能导出')
  const way: RosterOutput = output === 'pdf' || output === 'print' ? output : 'xlsx'
  return {
    output: way,
    title,
    grouped,
    columns,
    sheet,
    on,
    setOn,
    printing: { printer, copies, twoSided },
    put: (next: Partial<Stored>): void => draft.set({ ...draft.value, ...next }),
    spec: spec.success ? spec.data : undefined,
    advice: way !== 'xlsx' && spec.success ? crowded(spec.data) : undefined,
    refusal: columns.length === 0 ? '至少选一列' : title.trim() === '' ? '先写标题' : wrong,
  }
}
export type RosterChoice = ReturnType<typeof useRosterChoice>

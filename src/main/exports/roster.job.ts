import type { ExportEntry } from '../../shared/exports/exports'
import { footWords, numberWords } from '../../shared/exports/exports'
import {
  createRoster,
  headedGroups,
  NOTES_GAP,
  type RosterSpec,
  type RosterTable,
  rosterNotes,
  sensitiveOf,
} from '../../shared/exports/roster.rules'
import { AppError } from '../../shared/result'
import type { CoreHandlers, JobContext } from '../ipc/contexts'
import type { Reads } from '../store/schema'
import { listWithin } from '../units/units.repo'
import { carryOut, goOn } from './outgoing'
import { choose, headings, read } from './people.repo'
import type { TableFurniture } from './table-xlsx'

const SLICE = 100
/** So many stand in a preview. */
const PREVIEWED = 60
/** Beyond this nobody reads a roster, and one sheet of it would fill the memory. */
const MOST_ON_ROSTER = 20_000

type Order = Pick<Parameters<CoreHandlers['exports']['rosterXlsx']>[1], 'whom' | 'roster' | 'sensitive'>

export const previewRoster: CoreHandlers['exports']['previewRoster'] = async ({ db, caller }, { whom, roster }) => {
  const { keys } = await choose(db, caller.scope, whom, roster.grouped ? 'by-unit' : 'as-listed')
  const above = await headings(db, caller.scope)
  const made = createRoster(roster, [])
  const people = await read(db, keys.subarray(0, PREVIEWED), sensitiveOf(roster.columns), 'without-photos')
  for (const person of people) made.add({ ...person, heading: above.get(person.cadre.unitId ?? '') ?? '' })
  return { ...made.table(), people: keys.length }
}

/** Everybody's row, with what was asked for in full. @throws AppError refused for more than a roster holds, cancelled */
export async function gatherRoster(
  { db, caller, signal, progress }: JobContext,
  { whom, roster, sensitive }: Order,
): Promise<RosterTable> {
  const { keys } = await choose(db, caller.scope, whom, roster.grouped ? 'by-unit' : 'as-listed')
  if (keys.length > MOST_ON_ROSTER)
    throw new AppError('refused', `一份名册最多 ${MOST_ON_ROSTER} 人，请缩小范围后再导出`)
  const above = await headings(db, caller.scope)
  const made = createRoster(roster, sensitive)
  for (let done = 0; done < keys.length; done += SLICE) {
    await goOn(signal)
    // Masked values are made from the whole ones: the roster leaves out what was not asked for.
    const slice = await read(db, keys.subarray(done, done + SLICE), sensitiveOf(roster.columns), 'without-photos')
    for (const person of slice) made.add({ ...person, heading: above.get(person.cadre.unitId ?? '') ?? '' })
    progress({ done: Math.min(done + SLICE, keys.length), total: keys.length, note: '正在列出名册' })
  }
  await goOn(signal)
  return made.table()
}

/** The notes under a roster's title. */
export async function notesOf(db: Reads, entry: ExportEntry, roster: RosterSpec): Promise<string[]> {
  const [root] = await listWithin(db, null)
  return rosterNotes({ unit: root?.name ?? '', at: new Date(entry.at), people: entry.people, on: roster.on })
}

/** A sheet of a workbook has no mark above it: number and mark stand among its notes too. */
async function furnitureOf(db: Reads, entry: ExportEntry, roster: RosterSpec): Promise<TableFurniture> {
  const notes = [...(await notesOf(db, entry, roster)), `密级：${entry.mark}`, `编号：${numberWords(entry)}`]
  return { sheetName: '干部名册', notes: notes.join(NOTES_GAP), foot: footWords(entry), sheet: roster.sheet }
}

export const exportRosterXlsx: CoreHandlers['exports']['rosterXlsx'] = async (context, order) => {
  let cut = 0
  const { entry } = await carryOut(
    context,
    { ...order, kind: 'roster-xlsx', namePattern: '', sensitive: shownOf(order) },
    () => context.gatehouse.options.files.take(order.target),
    async (file, act) => {
      const table = await gatherRoster(context, { ...order, sensitive: shownOf(order) })
      // What writes Excel is large, and loaded when it is needed.
      const { writeTableXlsx } = await import('./table-xlsx')
      const made = await writeTableXlsx(
        { ...table, groups: headedGroups(table) },
        await furnitureOf(context.db, act, order.roster),
      )
      await goOn(context.signal)
      file.write(made.bytes)
      cut = made.cut
      return table.people
    },
  )
  return { entry, cut }
}

/** What was asked for and stands in a column: the register names nothing that did not leave. */
export const shownOf = ({ sensitive, roster }: Pick<Order, 'roster' | 'sensitive'>) =>
  sensitiveOf(roster.columns).filter(field => sensitive.includes(field))

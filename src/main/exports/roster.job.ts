import { showDate } from '../../shared/dates/partial-date'
import type { ExportEntry } from '../../shared/exports/exports'
import { footWords, numberWords } from '../../shared/exports/exports'
import { createRoster, type RosterSpec, type RosterTable, sensitiveOf } from '../../shared/exports/roster.rules'
import { AppError } from '../../shared/result'
import type { CoreHandlers, JobContext } from '../ipc/contexts'
import type { Reads } from '../store/schema'
import { listWithin } from '../units/units.repo'
import { carryOut, goOn } from './outgoing'
import { choose, headings, read } from './people.repo'
import { type RosterFurniture, writeRosterXlsx } from './roster-xlsx'

const SLICE = 100
/** So many stand in a preview. */
const PREVIEWED = 60
/** Beyond this nobody reads a roster, and one sheet of it would fill the memory. */
const MOST_ON_ROSTER = 20_000

type Order = Parameters<CoreHandlers['exports']['rosterXlsx']>[1]

export const previewRoster: CoreHandlers['exports']['previewRoster'] = async ({ db, caller }, { whom, roster }) => {
  const { keys } = await choose(db, caller.scope, whom, roster.grouped ? 'by-unit' : 'as-listed')
  const above = await headings(db, caller.scope)
  const made = createRoster(roster, [])
  const people = await read(db, keys.subarray(0, PREVIEWED), sensitiveOf(roster.columns), 'without-photos')
  for (const person of people) made.add({ ...person, heading: above.get(person.cadre.unitId ?? '') ?? '' })
  return { ...made.table(), people: keys.length }
}

/** Everybody's row. @throws AppError refused for more than a roster holds, cancelled */
async function gatherRoster(
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

/** The line under the title and the foot of each page. */
async function furnitureOf(db: Reads, entry: ExportEntry, roster: RosterSpec): Promise<RosterFurniture> {
  const [root] = await listWithin(db, null)
  const day = new Date(entry.at)
  const notes = [
    `制表单位：${root?.name ?? ''}`,
    `制表日期：${day.getFullYear()}年${day.getMonth() + 1}月${day.getDate()}日`,
    `共 ${entry.people} 人`,
    `年龄、年限计算至 ${showDate(roster.on)}`,
    `密级：${entry.mark}`,
    `编号：${numberWords(entry)}`,
  ]
  return { notes: notes.join('　　'), foot: footWords(entry), paper: roster.paper }
}

export const exportRosterXlsx: CoreHandlers['exports']['rosterXlsx'] = async (context, order) => {
  let cut = 0
  const { entry } = await carryOut(
    context,
    { ...order, kind: 'roster-xlsx', namePattern: '', sensitive: shownOf(order) },
    () => context.gatehouse.options.files.take(order.target),
    async (file, act) => {
      const table = await gatherRoster(context, { ...order, sensitive: shownOf(order) })
      const made = await writeRosterXlsx(table, await furnitureOf(context.db, act, order.roster))
      await goOn(context.signal)
      file.write(made.bytes)
      cut = made.cut
      return table.people
    },
  )
  return { entry, cut }
}

/** What was asked for and stands in a column: the register names nothing that did not leave. */
const shownOf = ({ sensitive, roster }: Order) => sensitiveOf(roster.columns).filter(field => sensitive.includes(field))

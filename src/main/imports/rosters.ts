import { setImmediate as yieldToOthers } from 'node:timers/promises'
import { describeFailure, type ImportedFile, type ImportWarning } from '../../shared/cadres/imported'
import {
  findHeader,
  headersIn,
  labelsAt,
  mayMatch,
  personLines,
  proposals,
  signatureOf,
} from '../../shared/imports/columns.rules'
import type { BatchId } from '../../shared/imports/imports'
import type { RosterColumns, SheetView } from '../../shared/imports/sheets'
import type { ImportedTable, ImportedWorkbook } from '../../shared/imports/table'
import { AppError, insist } from '../../shared/result'
import { doubtsOf, type Matching, peopleOfTables } from '../cadres/excel/roster'
import type { CommandContext, JobContext, QueryContext } from '../ipc/contexts'
import { requireStore } from '../session/session.handlers'
import { listWithin } from '../units/units.repo'
import * as batches from './batches.repo'
import * as items from './items.repo'
import { type Arrived, layAside } from './lay-aside'
import { settleDuplicates } from './settle-duplicates'
import { masked, maskOf, samplesOf } from './sheet-samples'
import * as sheets from './sheets.repo'
import { choicesOf } from './unit-choices'

/** People laid aside between two tellings of progress. */
const atOnce = 64
/** Lines below the header that are shown for the matching. */
const shownLines = 10
const shownText = 60

const howToForget = '要改，请在“导入”首页的“记住的名册表头”里忘记它，再重新读入'

/** What a workbook brings at once, and which of its sheets wait for the officer. */
export interface SortedTables extends ImportedFile {
  readonly waiting: readonly ImportedTable[]
}

/** Sheets whose header was matched before are read as then; others wait; notes beside a roster are told and left out. */
export function sortTables(
  { tables, warnings }: ImportedWorkbook,
  known: ReadonlyMap<string, RosterColumns>,
): SortedTables {
  const matched: { table: ImportedTable; matching: Matching }[] = []
  const waiting: ImportedTable[] = []
  const said: ImportWarning[] = [...warnings]
  for (const table of tables) {
    const header = headersIn(table).find(place => known.has(signatureOf(labelsAt(table, place))))
    const columns = header && known.get(signatureOf(labelsAt(table, header)))
    if (header && columns) {
      matched.push({ table, matching: { header, columns } })
      said.push({ line: null, text: `工作表“${table.sheet}”的表头以前对应过，已按那次的对应读入。${howToForget}` })
    } else waiting.push(table)
  }
  const rosters = waiting.filter(table => findHeader(table) !== undefined)
  const aside = matched.length + rosters.length === 0 ? [] : waiting.filter(table => !rosters.includes(table))
  for (const { sheet } of aside) said.push({ line: null, text: `工作表“${sheet}”没有“姓名”一列，没有读取` })
  const read = matched.length === 0 ? undefined : peopleOfTables(matched)
  if (read && !read.ok) said.push({ line: read.failure.line, text: read.failure.why })
  return {
    people: read?.ok ? read.value.people : [],
    warnings: [...said, ...(read?.ok ? read.value.warnings : [])].slice(0, 500),
    waiting: waiting.filter(table => !aside.includes(table)),
  }
}

/** A sheet as it would be read with a header and columns, or with those that are likely. */
export async function sheetView(
  { db, caller }: Pick<QueryContext, 'db' | 'caller'>,
  batchId: BatchId,
  place: number,
  wanted: { readonly header: Matching['header'] | null; readonly columns: RosterColumns | null },
): Promise<SheetView> {
  await batches.staged(db, caller.id, batchId)
  const { table, fileName, sheet } = await sheets.get(db, batchId, place)
  const last = Math.max(0, table.lines.length - 1)
  const likely = wanted.header ?? findHeader(table) ?? { from: 0, depth: 1 }
  const header = { ...likely, from: Math.min(likely.from, last) }
  const labels = labelsAt(table, header)
  const likelyColumns = proposals(table, header)
  const proposed = likelyColumns.map(({ target }) => target)
  const columns = labels.map((_label, at) => (wanted.columns ?? proposed)[at] ?? null)
  const mask = maskOf(labels, [proposed, columns])
  const { people, nameless } = personLines(table, header, columns)
  const verdict = mayMatch(columns, people.length)
  const body = header.from + header.depth
  return {
    place,
    fileName,
    sheet,
    header,
    labels,
    columns,
    proposed,
    sureness: likelyColumns.map(({ sureness }) => sureness),
    samples: samplesOf(table, body, columns.indexOf('name'), labels.length, mask),
    lines: table.lines.slice(0, body + shownLines).map(({ line, cells }, at) => ({
      line,
      cells: cells.map((text, column) => (at < body ? masked(text) : mask(text, column)).slice(0, shownText)),
    })),
    body,
    people: people.length,
    nameless: nameless.length,
    doubts: doubtsOf(table, { header, columns }),
    blocked: verdict.allowed ? null : verdict.reason,
  }
}

/** Makes people of a sheet that waited, all of them or, when it is cancelled, none. */
export async function match(
  context: JobContext,
  { batchId, place, matching }: { batchId: BatchId; place: number; matching: Matching | null },
): Promise<void> {
  if (requireStore(context).readOnly)
    throw new AppError('refused', '数据可能被换成了旧的，在安全保密管理员确认之前不能导入')
  await context.commit(async inner => {
    const { db, caller, record } = inner
    const batch = await batches.staged(db, caller.id, batchId)
    const sheet = await sheets.get(db, batchId, place)
    await sheets.remove(db, batchId, place)
    record({ subject: `imports:${batchId}`, details: `第 ${place + 1} 张表${matching ? '' : '不导入'}` })
    if (!matching) return
    const read = peopleFrom(sheet, matching)
    await remember(inner, sheet.table, matching)
    await layAllAside(context, inner, sheet, batch.people, read)
    await batches.update(db, batchId, { people: batch.people + read.people.length })
    await batches.addToFile(db, batchId, sheet.filePlace, read.people.length, read.warnings)
    await settleDuplicates(db, batchId, await items.batchPeople(db, batchId), batch.people)
    record({ details: `第 ${place + 1} 张表，${read.people.length} 人` })
  })
}

function peopleFrom({ table, fileName }: sheets.StoredSheet, { header, columns }: Matching): ImportedFile {
  insist(mayMatch(columns, personLines(table, header, columns).people.length))
  const read = peopleOfTables([{ table, matching: { header, columns } }])
  if (!read.ok) throw new AppError('refused', describeFailure(fileName, read.failure))
  return read.value
}

/** By the names in its header the next sheet is read as this one. */
async function remember(
  { db, now }: CommandContext,
  table: ImportedTable,
  { header, columns }: Matching,
): Promise<void> {
  const labels = labelsAt(table, header)
  const all = labels.map((_label, at) => columns[at] ?? null)
  await sheets.remember(db, signatureOf(labels), all, new Date(now()).toISOString())
}

async function layAllAside(
  { signal, progress }: JobContext,
  { db, caller, now }: CommandContext,
  { batchId, fileName, folder }: sheets.StoredSheet,
  from: number,
  { people }: ImportedFile,
): Promise<void> {
  const units = await listWithin(db, caller.scope)
  const aside = { batchId, scope: caller.scope, units, choices: await choicesOf(db, batchId), now: now() }
  const total = people.length
  for (let done = 0; done < total; done += atOnce) {
    const some = people
      .slice(done, done + atOnce)
      .map((person, at): Arrived => ({ place: from + done + at, fileName, folder, person }))
    await layAside(db, aside, some)
    progress({
      done: Math.min(total, done + atOnce),
      total,
      note: `已核对 ${Math.min(total, done + atOnce)} / ${total} 人`,
    })
    await yieldToOthers()
    if (signal.aborted) throw new AppError('cancelled', '已取消，这张表没有读入')
  }
}

import { setImmediate as yieldToOthers } from 'node:timers/promises'
import { describeFailure, type ImportWarning } from '../../shared/cadres/imported'
import type { ImportedPackage, ReadAnswer } from '../../shared/cadres/reader-protocol'
import { BatchId } from '../../shared/imports/imports'
import type { BatchPerson } from '../../shared/imports/imports.rules'
import type { RosterColumns } from '../../shared/imports/sheets'
import { AppError } from '../../shared/result'
import { isPackage } from '../cadres/file-names'
import type { JobContext } from '../ipc/contexts'
import type { OpenStore } from '../session/open-store'
import { requireStore } from '../session/session.handlers'
import type { Writes } from '../store/schema'
import { transact } from '../store/transact'
import { listWithin } from '../units/units.repo'
import * as batches from './batches.repo'
import { type Arrived, type LayingAside, layAside } from './lay-aside'
import { filesInside } from './read-inside'
import { readWhole, sizeOf, type WholeFile } from './read-whole'
import { sortTables } from './rosters'
import { settleDuplicates } from './settle-duplicates'
import * as sheets from './sheets.repo'
import { type FoundFile, findFiles } from './walk'

/** How much goes to the reader in one message: small files several at a time, a large one alone. */
const together = { files: 64, bytes: 4_000_000 }
/** People laid aside in one transaction: between two of them other calls have their turn. */
const atOnce = 64

/** One reading at a time: a second one would take the first for the remains of an interrupted one. */
const reading = new WeakSet<OpenStore>()

/** Reads everything behind a token and lays it aside. @returns the batch, which its owner then decides on */
export async function stage(context: JobContext, token: string): Promise<BatchId> {
  const store = requireStore(context)
  if (store.readOnly) throw new AppError('refused', '数据可能被换成了旧的，在安全保密管理员确认之前不能导入')
  if (reading.has(store)) throw new AppError('conflict', '正在读入另一批文件，请等它完成')
  const paths = context.gatehouse.options.files.takeReading(token)
  const scratch = <T>(work: (db: Writes) => Promise<T>): Promise<T> => transact(store.root, store.raw, work)
  const id = BatchId.parse(context.newId())
  const endReader = (): void => context.gatehouse.options.reader.end()
  reading.add(store)
  context.signal.addEventListener('abort', endReader, { once: true })
  let isStaged = false
  try {
    await scratch(batches.removeUnfinished)
    const { files, ignored } = await findFiles(paths, context.signal)
    const [first] = files
    if (!first)
      throw new AppError(
        'refused',
        '没有找到可以导入的文件。可以导入 .lrmx、.lrm、它们的压缩包 .zip、Excel 名册和通用格式 .zip。',
      )
    const stagedAt = new Date(context.now()).toISOString()
    const source = sourceWords(paths)
    await scratch(db => batches.begin(db, { id, byId: context.caller.id, stagedAt, source }))
    const read = await readAll(context, store, files, id, scratch)
    const counts = { files: read.files, people: read.people.length, ignored: ignored + read.ignored }
    await context.commit(async ({ db, record }) => {
      await settleDuplicates(db, id, read.people)
      await batches.update(db, id, { state: 'staged', ...counts })
      record({ subject: `imports:${id}`, details: `读入 ${counts.files} 个文件，${counts.people} 人` })
    })
    isStaged = true
    return id
  } finally {
    context.signal.removeEventListener('abort', endReader)
    reading.delete(store)
    if (!isStaged && store.raw.open) await scratch(db => batches.remove(db, id))
  }
}

function sourceWords(paths: readonly string[]): string {
  const name = paths[0]?.split(/[\\/]/).findLast(part => part !== '') ?? ''
  return paths.length > 1 ? `“${name}”等 ${paths.length} 项` : `“${name}”`
}

/**
 * Files in the order given, in groups that the reader takes in one message. The files of a group are read side by side:
 * one after the other the disk would be waited for thousands of times.
 */
async function* groups(files: readonly FoundFile[]): AsyncGenerator<WholeFile[]> {
  for (let from = 0; from < files.length; ) {
    const sizes = await Promise.all(files.slice(from, from + together.files).map(sizeOf))
    let [count, bytes] = [1, sizes[0] ?? 0]
    for (const size of sizes.slice(1)) {
      bytes += size
      if (bytes > together.bytes) break
      count += 1
    }
    yield await Promise.all(files.slice(from, from + count).map(readWhole))
    from += count
  }
}

/** A file without its bytes, which have gone to the reader. */
export interface AskedFile extends Omit<WholeFile, 'file'> {
  /** With its folders, and inside a package after the package's own. */
  readonly name: string
  readonly folder: string
  readonly isAsked: boolean
}

type Scratch = <T>(work: (db: Writes) => Promise<T>) => Promise<T>

/** While the reader parses one group, the one before it is laid aside. */
async function readAll(
  { db, caller, now, signal, progress, gatehouse }: JobContext,
  store: OpenStore,
  files: readonly FoundFile[],
  batchId: BatchId,
  scratch: Scratch,
): Promise<Outcome> {
  const aside: LayingAside = {
    batchId,
    scope: caller.scope,
    units: await listWithin(db, caller.scope),
    choices: new Map(),
    now: now(),
  }
  const people: BatchPerson[] = []
  const known = await sheets.remembered(db)
  let waitingSheets = 0
  const goOn = (): void => {
    if (signal.aborted) throw new AppError('cancelled', '已取消，没有留下任何内容')
    if (!store.raw.open) throw new AppError('signed-out', '已锁定，请先登录')
  }
  let [done, total, rowCount, ignored] = [0, files.length, 0, 0]
  const report = (): void => progress({ done, total, note: `已读 ${done} / ${total}` })

  async function keep(group: readonly AskedFile[], answers: readonly ReadAnswer[]): Promise<void> {
    const rows: batches.ReadFileRow[] = []
    const arrived: Arrived[] = []
    const unmatched: sheets.StoredSheet[] = []
    const packages: { file: AskedFile; holds: ImportedPackage }[] = []
    let next = 0
    for (const whole of group) {
      const answer = whole.isAsked ? answers[next++] : undefined
      // A package inside a package is never opened, whatever the reader says.
      if (answer?.ok && 'entries' in answer.value && whole.name === whole.found.name) {
        packages.push({ file: whole, holds: answer.value })
        continue
      }
      const { row, found, waiting } = outcomeOf(whole, answer, rowCount + rows.length, known)
      rows.push(row)
      for (const sheet of waiting) unmatched.push({ ...sheet, batchId, place: waitingSheets++ })
      for (const person of found) arrived.push({ ...person, place: people.length + arrived.length })
    }
    rowCount += rows.length
    for (let from = 0; from === 0 || from < arrived.length; from += atOnce) {
      goOn()
      await scratch(async writes => {
        if (from === 0) {
          await batches.addFiles(writes, batchId, rows)
          await sheets.add(writes, unmatched)
        }
        await layAside(writes, aside, arrived.slice(from, from + atOnce))
      })
      await yieldToOthers()
    }
    for (const { place, person } of arrived) {
      const { name, birth, idNumber, filledOn } = person.fields
      people.push({ place, name, birth, idNumber, filledOn })
    }
    done += group.length - packages.length
    for (const { file, holds } of packages) {
      ignored += holds.ignored
      total += holds.entries.length - 1
      for await (const inner of filesInside(gatehouse.options.reader, file, holds)) {
        goOn()
        await keep(inner.group, inner.answers)
      }
    }
    report()
  }

  report()
  let last: Promise<void> = Promise.resolve()
  for await (const group of groups(files)) {
    goOn()
    const answers = gatehouse.options.reader.read(group.flatMap(({ file }) => file ?? []))
    // What the reader has, this process lets go of; a large file is gone before the next one is opened.
    const asked = group.map(({ file, ...rest }) => {
      const { name } = rest.found
      return { ...rest, name, folder: name.split('/').at(-2) ?? '', isAsked: file !== undefined }
    })
    if (asked.some(({ bytes }) => bytes > together.bytes)) await answers
    await last
    last = answers.then(found => keep(asked, found))
    // A failure is thrown where the next turn awaits it; it must not count as unheard until then.
    last.catch(() => {})
    // What is in a package is asked for before the reader gets anything else.
    if (asked.some(({ name }) => isPackage(name))) await last
  }
  await last
  goOn()
  return { people, files: rowCount, ignored }
}

interface Outcome {
  readonly people: BatchPerson[]
  readonly files: number
  /** Files in packages that are of no kind to import. */
  readonly ignored: number
}

type Unplaced = Omit<Arrived, 'place'>
type Waiting = Omit<sheets.StoredSheet, 'batchId' | 'place'>

function outcomeOf(
  { name, folder, bytes, sha256, failure }: AskedFile,
  answer: ReadAnswer | undefined,
  place: number,
  known: ReadonlyMap<string, RosterColumns>,
): { row: batches.ReadFileRow; found: Unplaced[]; waiting: Waiting[] } {
  const base = { place, name, bytes, sha256 }
  const none: readonly ImportWarning[] = []
  const why = failure ?? (answer?.ok === false ? answer.failure : undefined)
  if (!answer?.ok || why || 'entries' in answer.value) {
    const sentence = why ? describeFailure(name, why) : describeFailure(name, notRead)
    return { row: { ...base, people: 0, failure: sentence, warnings: none }, found: [], waiting: [] }
  }
  const brought = 'tables' in answer.value ? sortTables(answer.value, known) : { ...answer.value, waiting: [] }
  const { people, warnings, waiting } = brought
  return {
    row: { ...base, people: people.length, failure: null, warnings },
    found: people.map(person => ({ fileName: name, folder, person })),
    waiting: waiting.map(table => ({ filePlace: place, fileName: name, folder, sheet: table.sheet, table })),
  }
}
const notRead = { code: 'reader-ended', line: null, why: '没有读到，请重新导入。' } as const

import { Cadre, CadreId, emptyCadre } from '../../shared/cadres/cadres'
import type { CadreField } from '../../shared/cadres/field-labels'
import type { BesideChange } from '../../shared/cadres/step'
import type { Outcome } from '../../shared/exchange/exchange'
import { type Stand, settle, type Writer } from '../../shared/exchange/merge.rules'
import { SentPhoto } from '../../shared/exchange/package'
import { PhotoId } from '../../shared/photos/photos'
import { AppError } from '../../shared/result'
import { keep } from '../cadres/history'
import type { CommandContext } from '../ipc/contexts'
import * as photos from '../photos/photos.repo'
import { remember } from './aliases.repo'
import { type ArrivalRow, modulesOf, type StoredItem } from './arrivals.repo'
import type { Image } from './images.repo'
import * as images from './images.repo'
import { blankOf, type Judged, type JudgedPerson, judgePerson } from './judging'
import { PHOTO } from './local'
import { rowOfKey } from './rows'
import * as states from './states.repo'
import { fieldOfKey, withFields } from './values'

export interface Applying extends CommandContext {
  readonly arrival: ArrivalRow
  readonly writer: Writer
  /** The unit of somebody new, and the next place in it. */
  placeFor(unitName: string): Promise<{ readonly unitId: string | null; readonly unitOrder: number }>
}

interface Settled extends Judged {
  readonly stand: Stand
  readonly takes: boolean
}

function settleAll({ values }: JudgedPerson, writer: Writer): Settled[] {
  return values.map(each => {
    const settled = settle(each.ours, each.theirs, each.choice, writer)
    if (!settled) throw new AppError('refused', '还有冲突没有决定')
    return { ...each, ...settled }
  })
}

/** The fields that are taken, in the order of the file. */
const fieldsOf = (cadre: Cadre, taken: readonly Settled[]): { field: CadreField; value: unknown }[] =>
  taken.flatMap(({ key, value }) => {
    const field = fieldOfKey(key)
    return field === undefined ? [] : [{ field, value: value ?? blankOf(cadre, key) }]
  })

async function takePhoto({ db, newId }: Applying, id: CadreId, taken: readonly Settled[]): Promise<BesideChange[]> {
  const photo = taken.find(({ key }) => key === PHOTO)
  if (!photo) return []
  if (photo.value === null) {
    const before = await photos.shownOf(db, id)
    await photos.show(db, id, null)
    return before === null ? [] : [{ kind: 'photo', before, after: null }]
  }
  const { kind, base64 } = SentPhoto.parse(photo.value)
  const bytes = new Uint8Array(Buffer.from(base64, 'base64'))
  const change = await photos.put(db, id, { kind, bytes }, PhotoId.parse(newId()))
  return change ? [change] : []
}

interface TakenRows extends Record<images.Side, Image['rows']> {
  readonly beside: readonly BesideChange[]
}

/** Rows of other modules in the order in which they came: what a record may hang on before the record. */
async function takeRows(context: Applying, id: CadreId, taken: readonly Settled[]): Promise<TakenRows> {
  const { key } = await context.db.selectFrom('cadres').select('key').where('id', '=', id).executeTakeFirstOrThrow()
  const before: Record<string, unknown> = {}
  const after: Record<string, unknown> = {}
  const beside: BesideChange[] = []
  for (const each of taken) {
    const row = rowOfKey(each.key)
    if (!row) continue
    const stood = (await row.kind.find(context.db, row.id))?.value ?? null
    const change = await row.kind.put(context, key, row.id, each.value)
    if (change) beside.push(change)
    else [before[each.key], after[each.key]] = [stood, each.value]
  }
  return { before, after, beside }
}

const standsAfter = (known: states.Stands, settled: readonly Settled[]): string =>
  states.write(new Map([...known, ...settled.map(({ key, stand }) => [key, stand] as const)]))

async function add(context: Applying, item: StoredItem, settled: readonly Settled[]): Promise<void> {
  const { db, newId, arrival } = context
  const { person } = item
  const known = await db.selectFrom('cadres').select('id').where('id', '=', CadreId.parse(person.id)).executeTakeFirst()
  // The same id in every store, unless a file in the trash has it.
  const id = CadreId.parse(known ? newId() : person.id)
  const taken = settled.filter(({ takes }) => takes)
  const empty = { ...emptyCadre(id, person.name), ...(await context.placeFor(person.unitName)) }
  const cadre = withFields(empty, fieldsOf(empty, taken))
  await keep(context, undefined, cadre, 1, { kind: 'import', reason: '', batchId: arrival.id })
  await remember(db, [person.id, ...person.aliases], id)
  await takePhoto(context, id, taken)
  await takeRows(context, id, taken)
  await states.put(db, id, standsAfter(new Map(), settled))
}

/** @returns whether anything of the person became another */
async function merge(
  context: Applying,
  { person }: StoredItem,
  local: NonNullable<JudgedPerson['local']>,
  settled: readonly Settled[],
): Promise<boolean> {
  const { db, newId, arrival } = context
  const { id } = local.cadre
  await remember(db, [person.id, ...person.aliases], id)
  const before = await states.textOf(db, id)
  const state = standsAfter(local.stands, settled)
  const taken = settled.filter(({ takes }) => takes)
  const beside = await takePhoto(context, id, taken)
  const rows = await takeRows(context, id, taken)
  await states.put(db, id, state)
  if (taken.length === 0) return false
  const image = newId()
  await images.keep(db, image, id, {
    before: { rows: rows.before, state: before },
    after: { rows: rows.after, state },
  })
  const cadre = withFields(local.cadre, fieldsOf(local.cadre, taken))
  const fact = { kind: 'import', reason: '', batchId: arrival.id } as const
  await keep(context, local.cadre, cadre, local.revision + 1, fact, [
    ...beside,
    ...rows.beside,
    { kind: 'exchange', image, to: 'after' },
  ])
  return true
}

type Counted = { -readonly [Key in keyof Outcome]: number }

/** Takes one person of a package in, as it was decided, and counts what came of it. */
export async function applyItem(context: Applying, item: StoredItem, counted: Counted): Promise<void> {
  if (item.fate === null) throw new AppError('refused', '还有人没有认定是谁')
  if (item.fate === 'skip') {
    counted.skipped += 1
    return
  }
  const judged = await judgePerson(context.db, item, modulesOf(context.arrival), context.writer)
  const settled = settleAll(judged, context.writer)
  for (const { choice, judged: how, takes } of settled)
    if (choice !== null && how !== 'same') counted[takes ? 'decidedTaken' : 'decidedKept'] += 1
  if (item.fate === 'add') {
    await add(context, item, settled)
    counted.added += 1
  } else if (judged.local && (await merge(context, item, judged.local, settled))) counted.changed += 1
  else counted.same += 1
}

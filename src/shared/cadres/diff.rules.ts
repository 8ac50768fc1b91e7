import * as z from 'zod'
import { allowed, refused, type Verdict } from '../result'
import { Cadre, type FormTexts } from './cadres'
import { type CadreField, cadreFields, labelOf } from './field-labels'
import { alignRows } from './row-alignment'

const rowFields = [
  'tags',
  'resume',
  'family',
  'assessments',
  'rewards',
  'posts',
  'education',
  'training',
  'punishments',
  'unknown',
] as const
type RowsField = (typeof rowFields)[number]
type ValueField = Exclude<CadreField, RowsField | 'id'>
const isRowsField = (field: CadreField): field is RowsField => (rowFields as readonly string[]).includes(field)

const comparable = cadreFields.filter(field => field !== 'id')
const Value = z.union([z.string(), z.number(), z.null()])
type Value = z.infer<typeof Value>
const Row = z.union([z.string(), z.record(z.string(), Value)])
type Row = z.infer<typeof Row>

const field = z.enum(comparable.filter(name => !isRowsField(name)) as [ValueField, ...ValueField[]])
const rows = z.enum(rowFields)
/** Place in the list before the change: of the row itself, or of the row that an added one comes before. */
const at = z.int().min(0)
/** One difference between two states of a file, complete in itself: it can be stored, shown, applied and undone. */
export const CadreChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('value'), field, before: Value, after: Value }),
  z.object({ kind: z.literal('row-added'), field: rows, at, row: Row }),
  z.object({ kind: z.literal('row-removed'), field: rows, at, row: Row }),
  z.object({ kind: z.literal('row-changed'), field: rows, at, before: Row, after: Row }),
])
export type CadreChange = z.infer<typeof CadreChange>
type RowChange = Exclude<CadreChange, { kind: 'value' }>

const isFormField = (name: ValueField): name is Extract<ValueField, `form.${string}`> => name.startsWith('form.')
const valueOf = (cadre: Cadre, name: ValueField): Value =>
  isFormField(name) ? cadre.form[name.slice(5) as keyof FormTexts] : cadre[name]
const rowsOf = (cadre: Cadre, name: RowsField): readonly Row[] => cadre[name]

/** Rows are compared by what they hold, whatever the order of their columns. */
const written = (row: Row): string =>
  typeof row === 'string' ? row : JSON.stringify(Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1)))

/** What makes two rows the same line of the table, though other columns differ. */
const keys: Record<RowsField, readonly string[]> = {
  tags: [],
  resume: ['from'],
  family: ['name'],
  assessments: ['year'],
  rewards: ['name'],
  posts: ['unitName', 'title', 'appointedOn'],
  education: ['kind', 'school', 'to'],
  training: ['name', 'from'],
  punishments: ['name', 'on'],
  unknown: ['tag'],
}
/** What a line of a table is known by, such as the year of an assessment. */
export const rowKey = (name: RowsField, row: Row): string =>
  typeof row === 'string' ? row : keys[name].map(column => String(row[column] ?? '')).join('|') || written(row)

function diffRows(name: RowsField, a: readonly Row[], b: readonly Row[]): RowChange[] {
  const [left, right] = [a.map(written), b.map(written)]
  let passed = 0
  return alignRows(
    left,
    right,
    a.map(row => rowKey(name, row)),
    b.map(row => rowKey(name, row)),
  ).flatMap((slot): RowChange[] => {
    const before = slot.a === undefined ? undefined : a[slot.a]
    const after = slot.b === undefined ? undefined : b[slot.b]
    const place = passed
    if (before !== undefined) passed++
    if (before === undefined)
      return after === undefined ? [] : [{ kind: 'row-added', field: name, at: place, row: after }]
    if (after === undefined) return [{ kind: 'row-removed', field: name, at: place, row: before }]
    return written(before) === written(after) ? [] : [{ kind: 'row-changed', field: name, at: place, before, after }]
  })
}

/** What leads from one state of a file to another, field by field and row by row. The id is not compared: imports bring their own. */
export function diffCadres(a: Cadre, b: Cadre, among: readonly CadreField[] = comparable): CadreChange[] {
  return among.flatMap((name): CadreChange[] => {
    if (name === 'id') return []
    if (isRowsField(name)) return diffRows(name, rowsOf(a, name), rowsOf(b, name))
    const [before, after] = [valueOf(a, name), valueOf(b, name)]
    return before === after ? [] : [{ kind: 'value', field: name, before, after }]
  })
}

/** The first field that is no longer in the state that the changes start from. */
export function movedSince(cadre: Cadre, changes: readonly CadreChange[]): CadreField | undefined {
  const stands = (change: CadreChange): boolean => {
    if (change.kind === 'value') return valueOf(cadre, change.field) === change.before
    const list = rowsOf(cadre, change.field)
    if (change.kind === 'row-added') return change.at <= list.length
    const row = list[change.at]
    return row !== undefined && written(row) === written(change.kind === 'row-removed' ? change.row : change.before)
  }
  return changes.find(change => !stands(change))?.field
}

/** Whether a file is still in the state that the changes start from. */
export function mayApply(cadre: Cadre, changes: readonly CadreChange[]): Verdict {
  const moved = movedSince(cadre, changes)
  return moved ? refused(`“${labelOf(moved)}”在此之后又改过，不能直接套用这一处修改`) : allowed
}

function applyRows(list: readonly Row[], changes: readonly RowChange[]): Row[] {
  const result: Row[] = []
  for (let place = 0; place <= list.length; place++) {
    for (const change of changes) if (change.kind === 'row-added' && change.at === place) result.push(change.row)
    const row = list[place]
    const own = changes.find(change => change.kind !== 'row-added' && change.at === place)
    if (row === undefined || own?.kind === 'row-removed') continue
    result.push(own?.kind === 'row-changed' ? own.after : row)
  }
  return result
}

/**
 * The file after all or some of the changes, in the order that the difference gave them.
 * @throws ZodError when the result would not be a file, such as too many rows
 */
export function applyChanges(cadre: Cadre, changes: readonly CadreChange[]): Cadre {
  const values: Record<string, Value> = {}
  const form: Record<string, Value> = {}
  for (const change of changes) {
    if (change.kind !== 'value') continue
    if (isFormField(change.field)) form[change.field.slice(5)] = change.after
    else values[change.field] = change.after
  }
  const lists = rowFields.map(name => {
    const own = changes.filter(change => change.kind !== 'value' && change.field === name) as RowChange[]
    return [name, own.length === 0 ? rowsOf(cadre, name) : applyRows(rowsOf(cadre, name), own)] as const
  })
  return Cadre.parse({ ...cadre, ...values, form: { ...cadre.form, ...form }, ...Object.fromEntries(lists) })
}

/** The changes that lead back from where these, applied alone, have led. */
export function inverseOf(changes: readonly CadreChange[]): CadreChange[] {
  const shifts = new Map<RowsField, number>()
  return changes.map((change): CadreChange => {
    if (change.kind === 'value') return { ...change, before: change.after, after: change.before }
    const shift = shifts.get(change.field) ?? 0
    const place = change.at + shift
    if (change.kind === 'row-changed') return { ...change, at: place, before: change.after, after: change.before }
    const added = change.kind === 'row-added'
    shifts.set(change.field, shift + (added ? 1 : -1))
    return { ...change, kind: added ? 'row-removed' : 'row-added', at: place }
  })
}

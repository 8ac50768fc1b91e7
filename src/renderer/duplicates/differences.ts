import type * as z from 'zod'
import type { Cadre } from '../../shared/cadres/cadres'
import type { SensitiveField, ShownDifference } from '../../shared/cadres/cadres.contract'
import type { CadreChange } from '../../shared/cadres/diff.rules'
import { NOTHING, rowCells, showValue } from '../../shared/cadres/diff-words'
import { type CadreField, fieldLabels } from '../../shared/cadres/field-labels'
import type { duplicatesContract } from '../../shared/duplicates/duplicates.contract'
import { comparedFields, mergeDifferences, type Relation, sideFor } from '../../shared/duplicates/merge.rules'
import type { Unit } from '../../shared/units/units'

export type Comparison = z.output<typeof duplicatesContract.compare.output>

export const relationWords: Readonly<Record<Relation, string>> = {
  'only-kept': '只有保留的有',
  'only-other': '只有另一份有',
  'kept-fuller': '保留的更全',
  'other-fuller': '另一份更全',
  contradicting: '两份说法不同',
}

/** What one file says in a difference: pieces, of which some are not in the other. Nothing when it does not say it. */
export interface Piece {
  readonly text: string
  readonly differs: boolean
}
export interface Difference {
  /** Its place among all, as the merge counts them. */
  readonly place: number
  readonly field: CadreField
  readonly label: string
  readonly relation: Relation
  /** Two rows stand against each other, so both can be kept. */
  readonly canKeepBoth: boolean
  readonly kept: readonly Piece[] | 'nothing' | 'masked'
  readonly other: readonly Piece[] | 'nothing' | 'masked'
  /** What has to be shown with a reason before it can be read. */
  readonly masked: SensitiveField | null
}

const whole = (text: string): Piece[] => [{ text, differs: false }]

type Row = Extract<CadreChange, { kind: 'row-added' }>['row']
function piecesOf(field: CadreField, row: Row, against?: Row): Piece[] {
  const others = new Map(
    against === undefined ? [] : rowCells(field, against).map(({ column, text }) => [column, text]),
  )
  return rowCells(field, row).map(({ column, text }) => ({
    text,
    differs: against !== undefined && others.get(column) !== text,
  }))
}

/** Both sides of a difference that may be read. */
function sidesRead(change: CadreChange, units: readonly Unit[]): Pick<Difference, 'kept' | 'other'> {
  switch (change.kind) {
    case 'value': {
      const shown = (value: typeof change.before): Difference['kept'] => {
        if (change.field === 'unitId' && value !== null)
          return whole(units.find(({ id }) => id === value)?.name ?? '看不到的单位')
        const text = showValue(change.field, value)
        return text === NOTHING ? 'nothing' : whole(text)
      }
      return { kept: shown(change.before), other: shown(change.after) }
    }
    case 'row-added':
      return { kept: 'nothing', other: piecesOf(change.field, change.row) }
    case 'row-removed':
      return { kept: piecesOf(change.field, change.row), other: 'nothing' }
    case 'row-changed':
      return {
        kept: piecesOf(change.field, change.before, change.after),
        other: piecesOf(change.field, change.after, change.before),
      }
  }
}

/** Both sides of one that may not: that something stands there, and of a number its stars. */
function sidesMasked(change: Extract<ShownDifference, { kind: 'hidden' }>, { kept, other }: Comparison) {
  const { field } = change
  if (change.of === 'row-added') return { kept: 'nothing', other: 'masked' } as const
  if (change.of === 'row-removed') return { kept: 'masked', other: 'nothing' } as const
  const side = (file: typeof kept): Difference['kept'] => {
    if (!file.masked.includes(field)) return 'nothing'
    return field === 'idNumber' || field === 'phone' ? whole(file.cadre[field]) : 'masked'
  }
  return { kept: side(kept), other: side(other) }
}

/**
 * Every difference as it is read, in the order of the file.
 * @param shown both files with what has been shown of them put in. A field's differences come in one order wherever they are
 * made, so the nth of a field there is the nth here.
 */
export function differencesOf(
  comparison: Comparison,
  shown: { readonly kept: Cadre; readonly other: Cadre; readonly fields: ReadonlySet<SensitiveField> },
  units: readonly Unit[],
): Difference[] {
  const { differences, relations } = comparison
  const own = shown.fields.size > 0 ? mergeDifferences(shown.kept, shown.other) : []
  const passed = new Map<CadreField, number>()
  return differences.map((change, place) => {
    const { field } = change
    const nth = passed.get(field) ?? 0
    passed.set(field, nth + 1)
    const relation = relations[place] ?? 'contradicting'
    const kind = change.kind === 'hidden' ? change.of : change.kind
    const read =
      change.kind !== 'hidden'
        ? change
        : shown.fields.has(change.field)
          ? own.filter(each => each.field === field)[nth]
          : undefined
    return {
      place,
      field,
      label: fieldLabels[field],
      relation,
      canKeepBoth: kind === 'row-changed',
      ...(read
        ? sidesRead(read, units)
        : sidesMasked(change as Extract<ShownDifference, { kind: 'hidden' }>, comparison)),
      masked: change.kind === 'hidden' && !read ? change.field : null,
    }
  })
}

export const suggestedSides = ({ relations }: Comparison) => relations.map(relation => sideFor[relation])

/** What both files say alike, so that nobody need look at it: a field with its value, a table with its rows. */
export function equalOf({ kept, differences }: Comparison, units: readonly Unit[]): { label: string; text: string }[] {
  return comparedFields.flatMap(field => {
    const own = differences.filter(change => change.field === field)
    const value = field.startsWith('form.')
      ? kept.cadre.form[field.slice(5) as keyof Cadre['form']]
      : kept.cadre[field as keyof Cadre]
    const label = fieldLabels[field]
    if (Array.isArray(value)) {
      if (kept.masked.includes(field as SensitiveField) && own.length === 0) return [{ label, text: '各行相同' }]
      const changed = own.filter(change => change.kind === 'row-removed' || change.kind === 'row-changed').length
      const rows = value.length - changed
      return rows > 0 ? [{ label, text: `${rows} 行相同` }] : []
    }
    if (own.length > 0 || value === null || value === '' || typeof value === 'object') return []
    if (field === 'unitId') return [{ label, text: units.find(({ id }) => id === value)?.name ?? '看不到的单位' }]
    return [{ label, text: showValue(field, value) }]
  })
}

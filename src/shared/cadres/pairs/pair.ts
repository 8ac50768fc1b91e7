import type { Unit } from '../../units/units'
import type { Cadre } from '../cadres'
import type { CadreChange } from '../diff.rules'
import type { CadreField } from '../field-labels'

export type TextField = Extract<CadreField, `form.${string}`>
export type PairKey = 'party' | 'education' | 'posts' | 'resume' | 'rewards' | 'assessments'

/** One difference that a person may take. */
export interface Offer {
  readonly change: CadreChange
  /** Whether it is ticked to begin with: what only adds or corrects is, what takes something away is not. */
  readonly taken: boolean
}

/** What would change if one side were made from the other. Nothing does before a person has chosen. */
export interface Proposal {
  readonly offers: readonly Offer[]
  /** Parts of the text that were not understood, as written. They stay as they are. */
  readonly unread: readonly string[]
  /** What one side has and the other has not, in words, where no offer speaks of it. */
  readonly notes: readonly string[]
}

export interface PairContext {
  readonly units: readonly Pick<Unit, 'id' | 'name'>[]
  /** Years of assessments that the cell gives; undefined for as many as it gives now. */
  readonly years?: number | undefined
}

/** A text of the form and the rows that say the same, with the ways from one to the other. */
export interface TextPair {
  readonly key: PairKey
  readonly title: string
  readonly texts: readonly TextField[]
  readonly rows: readonly CadreField[]
  /** The check that finds them apart. */
  readonly rule?: string
  readonly hasText: (cadre: Cadre) => boolean
  readonly hasRows: (cadre: Cadre) => boolean
  readonly toRows: (cadre: Cadre, context: PairContext) => Proposal
  readonly toTexts: (cadre: Cadre, context: PairContext) => Proposal
}

export const textOf = (cadre: Cadre, field: TextField): string =>
  cadre.form[field.slice('form.'.length) as keyof Cadre['form']]

/** The offer to write a text anew; none where it stays as it is. */
export const textOffer = (cadre: Cadre, field: TextField, after: string, taken = true): Offer[] => {
  const before = textOf(cadre, field)
  return before === after ? [] : [{ change: { kind: 'value', field, before, after }, taken }]
}

type RowsField = Extract<CadreChange, { kind: 'row-added' }>['field']
type Row = Exclude<Extract<CadreChange, { kind: 'row-added' }>['row'], string>

interface Laying<R> {
  /** When a row of the file and one read out of the text are the same: the surest first. */
  readonly same: readonly ((row: R, read: R) => boolean)[]
  /** The row with what the text says of it; the rest stays. */
  readonly merge: (row: R, read: R) => R
  /** Whether a row that the text does not name may be taken out. */
  readonly removes?: (row: R) => boolean
}

/** Lays rows read out of a text beside those of the file: what is new, what differs, and what the text does not name. */
export function rowOffers<R extends Row>(
  field: RowsField,
  rows: readonly R[],
  read: readonly R[],
  { same, merge, removes = () => false }: Laying<R>,
): Offer[] {
  const placeOf = new Map<R, number>()
  const matched = new Set<number>()
  for (const isSame of same)
    for (const each of read) {
      if (placeOf.has(each)) continue
      const place = rows.findIndex((row, at) => !matched.has(at) && isSame(row, each))
      if (place === -1) continue
      placeOf.set(each, place)
      matched.add(place)
    }
  /** Before which row of the file a new one stands: behind the row that goes before it in the text. */
  const placeFor = (at: number): number => {
    const before = read.slice(0, at).findLast(each => placeOf.has(each))
    if (before) return (placeOf.get(before) ?? 0) + 1
    const after = read.slice(at).find(each => placeOf.has(each))
    return after ? (placeOf.get(after) ?? 0) : rows.length
  }
  const changed = read.flatMap((each, at): Offer[] => {
    const place = placeOf.get(each)
    const before = place === undefined ? undefined : rows[place]
    if (place === undefined || before === undefined)
      return [{ change: { kind: 'row-added', field, at: placeFor(at), row: each }, taken: true }]
    const after = merge(before, each)
    return JSON.stringify(after) === JSON.stringify(before)
      ? []
      : [{ change: { kind: 'row-changed', field, at: place, before, after }, taken: true }]
  })
  const gone = rows.flatMap((row, at): Offer[] =>
    matched.has(at) || !removes(row) ? [] : [{ change: { kind: 'row-removed', field, at, row }, taken: false }],
  )
  return [...changed, ...gone]
}

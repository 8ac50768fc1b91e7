import { Cadre, type FormTexts } from '../../shared/cadres/cadres'
import type { SensitiveField } from '../../shared/cadres/cadres.contract'
import { type CadreField, cadreFields, labelOf } from '../../shared/cadres/field-labels'
import { AppError } from '../../shared/result'

/** Fields that a person never changes by hand. */
const fixed: readonly CadreField[] = ['id', 'unknown', 'formVersion']

const formName = (field: CadreField): keyof FormTexts | undefined =>
  field.startsWith('form.') ? (field.slice('form.'.length) as keyof FormTexts) : undefined

export function valueOf(cadre: Cadre, field: CadreField): unknown {
  const name = formName(field)
  return name ? cadre.form[name] : cadre[field as keyof Cadre]
}

function withValue(cadre: Cadre, field: CadreField, value: unknown): Cadre {
  const name = formName(field)
  return name ? { ...cadre, form: { ...cadre.form, [name]: value } } : { ...cadre, [field]: value }
}

/** One field's change, values as they are in the file. */
export interface Changed {
  readonly field: CadreField
  readonly before: unknown
  readonly after: unknown
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** What differs between two states of a file, field by field, in the order of the label list. */
export const differences = (before: Cadre, after: Cadre): Changed[] =>
  cadreFields
    .map(field => ({ field, before: valueOf(before, field), after: valueOf(after, field) }))
    .filter(({ before: from, after: to }) => !same(from, to))

/**
 * Puts new values into a file, each checked against the model's own field.
 * @throws AppError invalid-input naming the field in Chinese
 */
export function withChanges(cadre: Cadre, changes: readonly { field: string; value: unknown }[]): Cadre {
  const wanted = changes.reduce((file, { field, value }) => {
    if (fixed.includes(field as CadreField))
      throw new AppError('invalid-input', `${labelOf(field as CadreField)}不能手工修改`)
    return withValue(file, field as CadreField, value)
  }, cadre)
  const checked = Cadre.safeParse(wanted)
  if (checked.success) return checked.data
  const [issue] = checked.error.issues
  const path = issue?.path[0] === 'form' ? `form.${String(issue.path[1])}` : String(issue?.path[0])
  throw new AppError('invalid-input', `${labelOf(path as CadreField)}：${issue?.message ?? '内容不对'}`, {
    field: path,
  })
}

/** Undoes changes that still stand; what was changed again since is not touched. @throws AppError conflict */
export function withoutChanges(cadre: Cadre, changes: readonly Changed[]): Cadre {
  const moved = changes.find(({ field, after }) => !same(valueOf(cadre, field), after))
  if (moved) throw new AppError('conflict', `${labelOf(moved.field)}后来又改过，先撤销后面的修改`)
  return Cadre.parse(changes.reduce((file, { field, before }) => withValue(file, field, before), cadre))
}

const sensitive: readonly SensitiveField[] = ['idNumber', 'phone', 'family', 'form.health']
export const isSensitive = (field: string): field is SensitiveField => (sensitive as readonly string[]).includes(field)

const starred = (text: string, head: number, tail: number): string =>
  text.length <= head + tail
    ? '*'.repeat(text.length)
    : text.slice(0, head) + '*'.repeat(text.length - head - tail) + text.slice(-tail)

/** The file with what is sensitive masked, and which fields that are. Empty ones need no mask. */
export function masked(cadre: Cadre): { cadre: Cadre; masked: SensitiveField[] } {
  const hidden = sensitive.filter(field => {
    const value = valueOf(cadre, field)
    return Array.isArray(value) ? value.length > 0 : value !== ''
  })
  return {
    cadre: {
      ...cadre,
      idNumber: starred(cadre.idNumber, 2, 2),
      phone: starred(cadre.phone, 0, 2),
      family: [],
      form: { ...cadre.form, health: cadre.form.health === '' ? '' : '**' },
    },
    masked: hidden,
  }
}

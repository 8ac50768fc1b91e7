import type { Cadre, FormTexts } from './cadres'
import type { CadreField } from './field-labels'

/** A field of the form's texts by its own name; undefined for the others. */
const formNameOf = (field: CadreField): keyof FormTexts | undefined =>
  field.startsWith('form.') ? (field.slice('form.'.length) as keyof FormTexts) : undefined

export function valueOf(cadre: Cadre, field: CadreField): unknown {
  const name = formNameOf(field)
  return name ? cadre.form[name] : cadre[field as keyof Cadre]
}

export function withValue(cadre: Cadre, field: CadreField, value: unknown): Cadre {
  const name = formNameOf(field)
  return name ? { ...cadre, form: { ...cadre.form, [name]: value } } : { ...cadre, [field]: value }
}

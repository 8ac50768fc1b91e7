import { type PartialDate, showDate } from '../../dates/partial-date'
import type { Cadre, FormTexts } from '../cadres'
import type { SensitiveField } from '../cadres.contract'
import type { FieldPath } from '../field-labels'
import type { Finding } from './check'

type Concerned = Pick<Finding, 'rule' | 'fields' | 'row' | 'message'>

/** What one field holds; of a table with a row given, that row alone, so that other rows may come and go. */
function valueAt(cadre: Cadre, path: FieldPath, row: number | undefined): unknown {
  if (path.startsWith('form.')) return cadre.form[path.slice('form.'.length) as keyof FormTexts]
  const [field = '', column] = path.split('.')
  const value = cadre[field as keyof Cadre]
  if (!Array.isArray(value)) return value
  const rows = value as readonly unknown[]
  const meant = row === undefined ? rows : rows.slice(row, row + 1)
  return column === undefined ? meant : meant.map(each => (each as Record<string, unknown>)[column])
}

/**
 * What a finding is about, as text: equal for as long as the fields concerned are. The number of a row and the day of the
 * check are left out, since neither is a fact of the file.
 */
export function signatureOf(cadre: Cadre, { rule, fields, row, message }: Concerned, on: PartialDate): string {
  const words = message.replaceAll(/第\d+行/g, '').replaceAll(showDate(on), '')
  return JSON.stringify([rule, words, fields.toSorted().map(path => valueAt(cadre, path, row))])
}

const sensitiveRoots: readonly SensitiveField[] = ['idNumber', 'phone', 'family', 'form.health']

/** What is masked in the file and stands in the finding's words. */
export const maskedOf = ({ fields }: Pick<Finding, 'fields'>): SensitiveField[] =>
  sensitiveRoots.filter(root => fields.some(path => path === root || path.startsWith(`${root}.`)))

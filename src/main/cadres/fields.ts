import { Cadre } from '../../shared/cadres/cadres'
import { type CadreField, labelOf } from '../../shared/cadres/field-labels'
import { withValue } from '../../shared/cadres/field-value'
import { AppError } from '../../shared/result'

/** Fields that a person never changes by hand. */
const fixed: readonly CadreField[] = ['id', 'unknown', 'formVersion']

/**
 * Puts new values into a file, each checked against the model's own field.
 * @throws AppError invalid-input naming the field in Chinese
 */
export function withValues(cadre: Cadre, values: readonly { field: string; value: unknown }[]): Cadre {
  const wanted = values.reduce((file, { field, value }) => {
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

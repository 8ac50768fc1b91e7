import type { Cadre } from '../../../shared/cadres/cadres'
import type { CadreFile, SensitiveField } from '../../../shared/cadres/cadres.contract'
import { rowCells, showValue } from '../../../shared/cadres/diff-words'
import { type CadreField, cadreFields, fieldLabels } from '../../../shared/cadres/field-labels'
import { useCall } from '../../api/query'
import { Card } from '../../ui/Card'

/** What is the application's own and says nothing about the person. */
const untold: ReadonlySet<CadreField> = new Set<CadreField>(['id', 'unitOrder'])

interface Told {
  readonly field: CadreField
  /** One text for a field, one for each row of a table. */
  readonly texts: readonly string[]
  readonly isTable: boolean
}

function toldOf({ cadre, masked }: CadreFile, unitName: (id: string) => string): Told[] {
  const isCovered = (field: CadreField): boolean =>
    (field === 'family' || field === 'form.health') && masked.includes(field satisfies SensitiveField)
  return cadreFields.flatMap((field): Told[] => {
    if (untold.has(field)) return []
    const value = field.startsWith('form.')
      ? cadre.form[field.slice(5) as keyof Cadre['form']]
      : cadre[field as Exclude<keyof Cadre, 'form'>]
    const isTable = Array.isArray(value)
    if (isCovered(field)) return [{ field, texts: ['不显示'], isTable }]
    if (Array.isArray(value)) {
      const texts = value.map(row =>
        rowCells(field, row)
          .map(({ text }) => text)
          .join('，'),
      )
      return texts.length > 0 ? [{ field, texts, isTable }] : []
    }
    if (value === null || value === '') return []
    return [{ field, texts: [field === 'unitId' ? unitName(String(value)) : showValue(field, value)], isTable }]
  })
}

/** Everything that a file holds, field by field and row by row, to be read. What is empty is left out, what is sensitive masked. */
export function WholeFile({ file }: { file: CadreFile }) {
  const units = useCall('units', 'tree', {})
  const told = toldOf(file, id => units.data?.find(unit => unit.id === id)?.name ?? '看不到的单位')
  return (
    <Card className="cdr-whole-file">
      <dl>
        {told
          .filter(({ isTable }) => !isTable)
          .map(({ field, texts }) => (
            <div key={field}>
              <dt>{fieldLabels[field]}</dt>
              <dd>{texts.join('')}</dd>
            </div>
          ))}
      </dl>
      {told
        .filter(({ isTable }) => isTable)
        .map(({ field, texts }) => (
          <section key={field} aria-label={fieldLabels[field]}>
            <h3>{fieldLabels[field]}</h3>
            <ol>
              {texts.map((text, index) => (
                <li key={index}>{text}</li>
              ))}
            </ol>
          </section>
        ))}
    </Card>
  )
}

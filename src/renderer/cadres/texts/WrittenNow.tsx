import type { Cadre } from '../../../shared/cadres/cadres'
import { fieldLabels } from '../../../shared/cadres/field-labels'
import { type TextPair, textOf } from '../../../shared/cadres/pairs/pair'

/** The form's own words, to read beside what was made of them. */
export function WrittenNow({ cadre, pair }: { cadre: Cadre; pair: TextPair }) {
  const texts = pair.texts.filter(field => textOf(cadre, field).trim() !== '')
  if (texts.length === 0) return null
  return (
    // It scrolls by itself, so the keys must be able to come to it.
    <dl className="txt-now" tabIndex={0}>
      {texts.map(field => (
        <div key={field}>
          <dt>{fieldLabels[field]}</dt>
          <dd>{textOf(cadre, field)}</dd>
        </div>
      ))}
    </dl>
  )
}

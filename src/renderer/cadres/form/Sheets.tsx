import type { Cadre } from '../../../shared/cadres/cadres'
import { formDay } from '../cadres.words'
import { FirstPage } from './FirstPage'
import { SecondPage } from './SecondPage'
import './sheet.css'

/** The form as on paper, page beside page where there is room. Paper stays light whatever the screen is. */
export function Sheets({ cadre, onShowFamily }: { cadre: Cadre; onShowFamily?: (() => void) | undefined }) {
  const on = formDay(cadre)
  return (
    <div className="cdr-sheets">
      <FirstPage cadre={cadre} on={on} />
      <SecondPage cadre={cadre} on={on} onShowFamily={onShowFamily} />
    </div>
  )
}

import type { Cadre } from '../../../shared/cadres/cadres'
import type { PhotoId } from '../../../shared/photos/photos'
import { formDay } from '../cadres.words'
import { FirstPage } from './FirstPage'
import { SecondPage } from './SecondPage'
import './sheet.css'

interface SheetsProps {
  cadre: Cadre
  photo: PhotoId | null
  onShowFamily?: (() => void) | undefined
}

/** The form as on paper, page beside page where there is room. Paper stays light whatever the screen is. */
export function Sheets({ cadre, photo, onShowFamily }: SheetsProps) {
  const on = formDay(cadre)
  return (
    <div className="cdr-sheets">
      <FirstPage cadre={cadre} photo={photo} on={on} />
      <SecondPage cadre={cadre} on={on} onShowFamily={onShowFamily} />
    </div>
  )
}

import type { CadreFile } from '../../shared/cadres/cadres.contract'
import { Face } from '../cadres/Face'

interface PhotoRowProps {
  kept: CadreFile
  other: CadreFile
  taken: boolean
  group: string
  edits: boolean
  onTake: (taken: boolean) => void
}

/** Which portrait the file shows. The one that is not shown stays in its history. */
export function PhotoRow({ kept, other, taken, group, edits, onTake }: PhotoRowProps) {
  return (
    <div className="mrg-row" role="radiogroup" aria-label="照片">
      <span className="mrg-label">照片</span>
      {[kept, other].map((file, index) => {
        const isOther = index === 1
        return (
          <label key={file.cadre.id} className="mrg-side" data-chosen={taken === isOther || undefined}>
            <input
              type="radio"
              name={`${group}-photo`}
              checked={taken === isOther}
              disabled={!edits}
              onChange={() => onTake(isOther)}
            />
            <span className="dd-hidden">{isOther ? '另一份的照片' : '保留的这份的照片'}</span>
            <Face cadreId={file.cadre.id} photo={file.photo} sex={file.cadre.sex} size="large" />
          </label>
        )
      })}
      <span className="mrg-more">{kept.photo === null ? '只有另一份有' : '两份都有'}</span>
    </div>
  )
}

import { useMemo } from 'react'
import type { CadreFile, SensitiveField } from '../../../shared/cadres/cadres.contract'
import { fieldLabels } from '../../../shared/cadres/field-labels'
import { editionOf, formSheet } from '../../../shared/cadres/form/form-sheet'
import type { PartialDate } from '../../../shared/dates/partial-date'
import { today } from '../../../shared/dates/today'
import { PaperPages } from '../../papers/PaperPages'
import { useFormPages } from '../../papers/useFormPages'
import { Button } from '../../ui/Button'
import { usePhoto } from '../photo/usePhoto'
import './form.css'

/** What the form prints and a file masks. */
const masked = { health: 'form.health', family: 'family' } as const satisfies Record<string, SensitiveField>
const keys = ['health', 'family'] as const

interface SheetsProps {
  file: Pick<CadreFile, 'cadre' | 'photo' | 'decided'>
  hidden: readonly SensitiveField[]
  /** The day that ages are reckoned on; today unless another is said. */
  on?: PartialDate
  /** Asks for what is masked; left out where it is not shown at all. */
  onShow?: (field: SensitiveField) => void
}

/** The form as on paper, page beside page where there is room. Paper stays light whatever the screen is. */
export function Sheets({ file: { cadre, photo, decided }, hidden, on, onShow }: SheetsProps) {
  const address = usePhoto(cadre.id, photo)
  const sheet = useMemo(
    () =>
      formSheet(cadre, {
        edition: editionOf(cadre.formVersion) ?? '3',
        today: on ?? today(),
        photo: null,
        decided: decided ?? undefined,
        covered: keys.filter(key => hidden.includes(masked[key])),
      }),
    [cadre, decided, hidden, on],
  )
  const laid = useFormPages(sheet)
  const cover = (key: string) => {
    const field = masked[key as keyof typeof masked]
    if (!onShow) return '不显示'
    return (
      <Button size="small" kind="link" onClick={() => onShow(field)}>
        显示{fieldLabels[field]}
      </Button>
    )
  }
  return (
    <div className="cdr-sheets">
      {laid && <PaperPages name="任免表" pages={laid.pages} photo={address} cover={cover} />}
    </div>
  )
}

import type { Cadre } from '../../shared/cadres/cadres'
import { type CadreFile, type HiddenChange, SensitiveField } from '../../shared/cadres/cadres.contract'
import { valueOf } from '../../shared/cadres/field-value'
import { starredIdNumber, starredPhone } from '../../shared/cadres/starred'
import { isBeside, type StepChange } from '../../shared/cadres/step'
import type { StoredCadre } from './cadres.repo'

/** How each sensitive field is masked in a file that is shown. */
const masks: Record<SensitiveField, (cadre: Cadre) => Cadre> = {
  idNumber: cadre => ({ ...cadre, idNumber: starredIdNumber(cadre.idNumber) }),
  phone: cadre => ({ ...cadre, phone: starredPhone(cadre.phone) }),
  family: cadre => ({ ...cadre, family: [] }),
  'form.health': cadre => ({ ...cadre, form: { ...cadre.form, health: cadre.form.health === '' ? '' : '**' } }),
}

/** The file with what is sensitive masked, and which fields that are. Empty ones need no mask. */
function masked(cadre: Cadre): { cadre: Cadre; masked: SensitiveField[] } {
  const hidden = SensitiveField.options.filter(field => {
    const value = valueOf(cadre, field)
    return Array.isArray(value) ? value.length > 0 : value !== ''
  })
  return { cadre: hidden.reduce((shown, field) => masks[field](shown), cadre), masked: hidden }
}

export const toFile = ({ cadre, photo, revision, trashedAt, mergedInto, decided }: StoredCadre): CadreFile => ({
  ...masked(cadre),
  photo,
  revision,
  trashedAt,
  mergedInto,
  decided: decided ?? null,
})

const isSensitive = (field: string): field is SensitiveField => Object.hasOwn(masks, field)

/** The same for what is told of a change: that and where something changed. */
export const maskedChange = <Change extends StepChange>(change: Change): Change | HiddenChange =>
  !isBeside(change) && isSensitive(change.field) ? { kind: 'hidden', of: change.kind, field: change.field } : change

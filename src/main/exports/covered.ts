import type { Cadre } from '../../shared/cadres/cadres'
import { SensitiveField } from '../../shared/cadres/cadres.contract'

/** Where an imported file's own words about a masked field are kept aside. */
const keptUnder: Record<SensitiveField, RegExp | null> = {
  idNumber: /^ShenFenZheng$/,
  phone: null,
  family: /^(Item|JiaTingChengYuan)(\/|$)/,
  'form.health': /^JianKangZhuangKuang$/,
}

/** The file without what is masked in the application, but for what was asked for. Nothing of it remains, not even its length. */
export function covered(cadre: Cadre, shown: readonly SensitiveField[]): Cadre {
  const hidden = SensitiveField.options.filter(field => !shown.includes(field))
  return {
    ...cadre,
    ...(hidden.includes('idNumber') && { idNumber: '' }),
    ...(hidden.includes('phone') && { phone: '' }),
    ...(hidden.includes('family') && { family: [] }),
    form: hidden.includes('form.health') ? { ...cadre.form, health: '' } : cadre.form,
    unknown: cadre.unknown.filter(({ tag }) => !hidden.some(field => keptUnder[field]?.test(tag))),
  }
}

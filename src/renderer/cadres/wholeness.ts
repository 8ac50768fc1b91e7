import type { CadreFile } from '../../shared/cadres/cadres.contract'
import { completenessOf } from '../../shared/cadres/completeness.rules'

/** A family that is masked is there, so it does not count as missing; whether its rows are whole is not known then. */
const unseen = { title: '—', name: '—', birth: null, birthText: '—', politics: '—', unitAndPost: '—' }

/** How complete a file is, as far as can be told while parts of it are masked. */
export const wholenessOf = ({ cadre, masked }: Pick<CadreFile, 'cadre' | 'masked'>) =>
  completenessOf(masked.includes('family') ? { ...cadre, family: [unseen] } : cadre)

import { Cadre, emptyForm, type FormTexts } from '../../../src/shared/cadres/cadres'
import { PartialDate } from '../../../src/shared/dates/partial-date'

export const d = (text: string): PartialDate => PartialDate.parse(text)

/** Dates as plain text, so that a case reads as it would be written. */
type Plain<T> = T extends PartialDate
  ? string
  : T extends readonly (infer E)[]
    ? Partial<Plain<E>>[]
    : T extends object
      ? { [K in keyof T]: Plain<T[K]> }
      : T
export type Parts = { [K in Exclude<keyof Cadre, 'form'>]?: Plain<Cadre[K]> } & { form?: Partial<FormTexts> }

const rowDefaults = {
  resume: { from: null, to: null, text: '', level: '' },
  family: { title: '', name: '', birth: null, birthText: '', politics: '', unitAndPost: '' },
  rewards: { on: null, authority: '', name: '' },
}
const filled = (defaults: object, rows: readonly object[] = []) => rows.map(row => ({ ...defaults, ...row }))

/** A file of which nothing is known but a name, and what the case adds. */
export function person(parts: Parts = {}): Cadre {
  return Cadre.parse({
    id: '0b6f7a52-6d3b-4c39-9a9e-2f6d0c1b7e11',
    name: '陆听松',
    sex: null,
    birth: null,
    nation: '',
    nativePlace: '',
    birthPlace: '',
    workStart: null,
    partyJoined: null,
    partyFull: null,
    idNumber: '',
    phone: '',
    unitId: null,
    unitOrder: 0,
    personCategory: '',
    managedBy: '',
    postLevel: '',
    postLevelSince: null,
    currentPostSince: null,
    rank: '',
    rankSince: null,
    wageGrade: '',
    staffing: '',
    ageLimit: '',
    status: '在职',
    secrecy: '',
    tags: [],
    ageOn: null,
    filledOn: null,
    assessments: [],
    unknown: [],
    formVersion: '',
    ...parts,
    form: { ...emptyForm, ...parts.form },
    resume: filled(rowDefaults.resume, parts.resume),
    family: filled(rowDefaults.family, parts.family),
    rewards: filled(rowDefaults.rewards, parts.rewards),
  })
}

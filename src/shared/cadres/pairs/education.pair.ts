import { type Cadre, EducationRow } from '../cadres'
import {
  type EducationCell,
  educationCellOf,
  educationTexts,
  printSchool,
  readEducation,
  writeEducation,
} from '../education-text'
import { plainWords } from '../plain-words'
import { rowOffers, type TextField, type TextPair, textOf, textOffer } from './pair'

const kinds = EducationRow.shape.kind.options
const names = Object.keys(educationTexts.全日制) as (keyof EducationCell)[]
const fieldOf = (kind: EducationRow['kind'], name: keyof EducationCell): TextField =>
  `form.${educationTexts[kind][name]}`
const texts = kinds.flatMap(kind => names.map(name => fieldOf(kind, name)))

const isSameText = (a: string, b: string): boolean => plainWords(a) === plainWords(b)
const isSchool = (row: EducationRow, read: EducationRow): boolean =>
  read.school === '' || row.school === '' || isSameText(printSchool(row), printSchool(read))
const isLevel = (row: EducationRow, read: EducationRow): boolean =>
  (read.education !== '' && isSameText(row.education, read.education)) ||
  (read.education === '' && isSameText(row.degree, read.degree))

/** What the cell says; dates stand in the rows alone, and a school that says the same keeps its parts. */
function merged(row: EducationRow, read: EducationRow): EducationRow {
  const place = read.school === '' || isSameText(printSchool(row), printSchool(read)) ? row : read
  const kept = (own: string, told: string): string => (told === '' || isSameText(own, told) ? own : told)
  return {
    ...row,
    education: kept(row.education, read.education),
    degree: kept(row.degree, read.degree),
    school: place.school,
    major: place.major,
  }
}

/** The education cells of the form and the rows. The form gives the highest alone: rows below it are no difference. */
export const educationPair: TextPair = {
  key: 'education',
  title: '学历学位',
  texts,
  rows: ['education'],
  hasText: cadre => texts.some(field => textOf(cadre, field).trim() !== ''),
  hasRows: ({ education }) => education.length > 0,
  toRows({ form, education }) {
    const read = kinds.flatMap(kind => readEducation(kind, educationCellOf(form, kind)))
    const fits = (row: EducationRow): boolean => EducationRow.safeParse(row).success
    const offers = rowOffers('education', education, read.filter(fits), {
      same: [
        (row, each) => row.kind === each.kind && isLevel(row, each) && isSchool(row, each),
        (row, each) => row.kind === each.kind && isLevel(row, each),
      ],
      merge: merged,
    })
    return { offers, unread: read.filter(row => !fits(row)).map(printSchool), notes: [] }
  },
  toTexts(cadre) {
    const offers = kinds.flatMap(kind => {
      const cell = writeEducation(kind, cadre.education)
      return cell ? names.flatMap(name => offerOf(cadre, kind, name, cell)) : []
    })
    const silent = kinds.filter(
      kind =>
        cadre.education.length > 0 &&
        !cadre.education.some(row => row.kind === kind) &&
        names.some(name => textOf(cadre, fieldOf(kind, name)).trim() !== ''),
    )
    return { offers, unread: [], notes: silent.map(kind => `没有${kind}教育的记录，这几栏文字不动。`) }
  },
}

/** A cell that rows leave empty is not emptied unasked; one that says the same in other marks stays. */
function offerOf(cadre: Cadre, kind: EducationRow['kind'], name: keyof EducationCell, cell: EducationCell) {
  const field = fieldOf(kind, name)
  const before = textOf(cadre, field)
  if (isSameText(before, cell[name]) || (name === 'degreeSchool' && before !== '' && isSameText(before, cell.school)))
    return []
  return textOffer(cadre, field, cell[name], cell[name] !== '')
}

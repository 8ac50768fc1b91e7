import type { ResumeEntry } from '../cadres'
import { plainWords } from '../plain-words'
import { parseResume, printResume } from '../resume-text'
import { rowOffers, type TextPair, textOffer } from './pair'

const isSame = (row: ResumeEntry, read: ResumeEntry): boolean =>
  row.from === read.from && row.to === read.to && plainWords(row.text) === plainWords(read.text)

/** 简历 and 履历, line by line. The level of a line stands in the rows alone and stays with them. */
export const resumePair: TextPair = {
  key: 'resume',
  title: '简历',
  texts: ['form.resume'],
  rows: ['resume'],
  rule: 'text.resume',
  hasText: ({ form }) => form.resume.trim() !== '',
  hasRows: ({ resume }) => resume.length > 0,
  toRows({ form, resume }) {
    const { entries, problems } = parseResume(form.resume)
    const offers = rowOffers('resume', resume, entries, {
      same: [
        isSame,
        (row, read) => plainWords(row.text) === plainWords(read.text),
        (row, read) => row.from !== null && row.from === read.from,
      ],
      merge: (row, read) => (isSame(row, read) ? row : { ...row, from: read.from, to: read.to, text: read.text }),
      removes: () => true,
    })
    return { offers, unread: problems.map(({ text }) => text), notes: [] }
  },
  toTexts(cadre) {
    if (cadre.resume.length === 0) return { offers: [], unread: [], notes: [] }
    const { entries, problems } = parseResume(cadre.form.resume)
    const says =
      entries.length === cadre.resume.length && cadre.resume.every((row, at) => entries[at] && isSame(row, entries[at]))
    if (says) return { offers: [], unread: problems.map(({ text }) => text), notes: [] }
    const known = plainWords(cadre.resume.map(({ text }) => text).join(''))
    const kept = problems.map(({ text }) => text).filter(text => !known.includes(plainWords(text)))
    const text = [printResume(cadre.resume), ...(kept.length > 0 ? ['', ...kept] : [])].join('\n')
    return { offers: textOffer(cadre, 'form.resume', text), unread: kept, notes: [] }
  },
}

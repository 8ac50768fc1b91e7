import type { Cadre, ResumeEntry } from '../../shared/cadres/cadres'
import { isStudy } from '../../shared/cadres/checks/resume-chain'
import { checkCharacterOf } from '../../shared/cadres/id-number'
import { printPartyText } from '../../shared/cadres/party-text'
import { printResume } from '../../shared/cadres/resume-text'
import { codeTables } from '../../shared/codes/codes'
import { digitsOf, type PartialDate, precisionOf } from '../../shared/dates/partial-date'
import type { Mistake } from './mistakes'
import { dayText, monthAt, monthOf, monthText } from './months'

const month = (date: PartialDate | null): number => (date === null ? Number.NaN : monthOf(date))
const withResume = (cadre: Cadre, resume: ResumeEntry[]): Cadre => ({
  ...cadre,
  resume,
  form: { ...cadre.form, resume: printResume(resume) },
})
/** The row changed, in the table and in the text. */
const withRow = (cadre: Cadre, row: number, change: Partial<ResumeEntry>): Cadre =>
  withResume(
    cadre,
    cadre.resume.map((entry, at) => (at === row ? { ...entry, ...change } : entry)),
  )
const lengthOf = ({ from, to }: ResumeEntry): number => month(to) - month(from)
/** A row of work with rows before and after it, long enough to be cut. */
const middleRow = ({ resume }: Cadre, least: number): number =>
  resume.findIndex(
    (entry, row) =>
      row > 0 &&
      lengthOf(entry) >= least &&
      !isStudy(entry) &&
      lengthOf(resume[row + 1] ?? entry) >= least &&
      row + 1 < resume.length,
  )

const withNumber = (cadre: Cadre, first17: string): Cadre => ({
  ...cadre,
  idNumber: first17 + checkCharacterOf(first17),
})
const joinedAt = (cadre: Cadre, joined: number, full: number): Cadre => {
  const partyJoined = monthText(joined)
  const partyText = printPartyText({ partyJoined, otherParties: [] })
  return { ...cadre, partyJoined, partyFull: monthText(full), form: { ...cadre.form, partyText } }
}
/** From then on probation is a year. */
const probationSince = monthAt(1978, 1)
const begins = ({ resume }: Cadre, date: PartialDate): boolean => resume.some(({ from }) => from === date)

/** Mistakes of dates: birth, work, party, résumé, posts. */
export const dateMistakes: readonly Mistake[] = [
  {
    rules: ['id.number'],
    make: cadre => ({
      ...cadre,
      idNumber: cadre.idNumber.slice(0, 17) + (cadre.idNumber.endsWith('7') ? '8' : '7'),
    }),
  },
  {
    rules: ['id.birth'],
    make: cadre => {
      const year = Number(cadre.idNumber.slice(6, 10)) + 1
      return withNumber(cadre, `${cadre.idNumber.slice(0, 6)}${year}${cadre.idNumber.slice(10, 17)}`)
    },
  },
  {
    rules: ['id.sex'],
    make: cadre => {
      const digit = Number(cadre.idNumber[16])
      return withNumber(cadre, cadre.idNumber.slice(0, 16) + String(digit % 2 === 0 ? digit + 1 : digit - 1))
    },
  },
  {
    // 1941 in place of 2014.
    rules: ['dates.order'],
    make: cadre => {
      if (cadre.partyFull === null || month(cadre.birth) < monthAt(1942, 1)) return undefined
      return joinedAt(cadre, monthAt(1941, 5), month(cadre.partyFull))
    },
  },
  {
    rules: ['dates.future'],
    make: (cadre, on) => (cadre.rankSince === null ? undefined : { ...cadre, rankSince: monthText(month(on) + 14) }),
  },
  {
    rules: ['age.party'],
    make: cadre => {
      const joined = month(cadre.birth) + 16 * 12 + 4
      return cadre.partyFull === null || joined < probationSince ? undefined : joinedAt(cadre, joined, joined + 12)
    },
  },
  {
    // Birth made later in the number too, so that only the beginning of work tells.
    rules: ['age.work'],
    weight: 8,
    make: cadre => {
      const work = month(cadre.workStart)
      const birth = work - 15 * 12 - 6
      const grown = cadre.partyJoined === null || month(cadre.partyJoined) - birth > 18 * 12 + 1
      if (work - month(cadre.birth) > 19.5 * 12 || !grown) return undefined
      const digits = `${digitsOf(monthText(birth))}${cadre.idNumber.slice(12, 14)}`
      const made = withNumber(cadre, `${cadre.idNumber.slice(0, 6)}${digits}${cadre.idNumber.slice(14, 17)}`)
      const day = Number(cadre.idNumber.slice(12, 14))
      const knowsDay = cadre.birth !== null && precisionOf(cadre.birth) === 'day'
      return { ...made, birth: knowsDay ? dayText(birth, day) : monthText(birth) }
    },
  },
  {
    rules: ['party.order'],
    make: cadre => {
      if (cadre.partyJoined === null || cadre.partyFull === null) return undefined
      return { ...cadre, partyFull: monthText(month(cadre.partyJoined) - 9) }
    },
  },
  {
    rules: ['party.probation'],
    make: cadre => {
      const joined = month(cadre.partyJoined)
      if (cadre.partyFull === null || joined < probationSince) return undefined
      return { ...cadre, partyFull: monthText(joined + 5) }
    },
  },
  {
    // The end before the beginning leaves a gap as well.
    rules: ['resume.span', 'resume.gaps'],
    make: cadre => {
      const row = middleRow(cadre, 6)
      const entry = cadre.resume[row]
      return entry && withRow(cadre, row, { to: monthText(month(entry.from) - 12) })
    },
  },
  {
    rules: ['resume.order'],
    make: cadre => {
      const row = middleRow(cadre, 6)
      const [entry, next] = [cadre.resume[row], cadre.resume[row + 1]]
      if (!entry || !next) return undefined
      return withResume(cadre, cadre.resume.toSpliced(row, 2, next, entry))
    },
  },
  {
    rules: ['resume.gaps'],
    make: cadre => {
      const row = middleRow(cadre, 10)
      const entry = cadre.resume[row]
      return entry && withRow(cadre, row, { to: monthText(month(entry.to) - 6) })
    },
  },
  {
    rules: ['resume.overlaps'],
    make: cadre => {
      const row = middleRow(cadre, 8)
      const entry = cadre.resume[row]
      return entry && withRow(cadre, row, { to: monthText(month(entry.to) + 5) })
    },
  },
  {
    rules: ['resume.current'],
    make: (cadre, on) => {
      const row = cadre.resume.findIndex(({ from, to }) => from !== null && to === null)
      return cadre.status !== '在职' || row < 0 ? undefined : withRow(cadre, row, { to: monthText(month(on)) })
    },
  },
  {
    rules: ['resume.work-start'],
    make: cadre =>
      cadre.workStart === null ? undefined : { ...cadre, workStart: monthText(month(cadre.workStart) - 1) },
  },
  {
    // Taken for the beginning of the studies.
    rules: ['post.dates'],
    make: cadre => {
      const [first] = cadre.resume
      return first && isStudy(first) ? { ...cadre, currentPostSince: first.from } : undefined
    },
  },
  {
    rules: ['post.resume'],
    make: (cadre, on) => {
      const later = monthText(month(cadre.currentPostSince) + 1)
      return month(later) > month(on) || begins(cadre, later) ? undefined : { ...cadre, currentPostSince: later }
    },
  },
  {
    rules: ['level.resume'],
    make: cadre => {
      if (cadre.postLevelSince === null) return undefined
      const earlier = monthText(month(cadre.postLevelSince) - 1)
      return begins(cadre, earlier) ? undefined : { ...cadre, postLevelSince: earlier }
    },
  },
  {
    rules: ['rank.resume'],
    make: cadre => {
      const early = monthAt(2017, 5)
      if (!codeTables.rankGeneral.byName(cadre.rank) || month(cadre.workStart) >= early) return undefined
      return { ...cadre, rankSince: monthText(early) }
    },
  },
]

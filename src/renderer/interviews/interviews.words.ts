import type { InterviewHeader, Subject } from '../../shared/interviews/interviews'

const two = (n: number): string => String(n).padStart(2, '0')

/** 10:03, by this computer's clock. */
export function clockOf(instant: string): string {
  const at = new Date(instant)
  return `${two(at.getHours())}:${two(at.getMinutes())}`
}
/** 2026年11月23日. */
export function dayWords(instant: string): string {
  const at = new Date(instant)
  return `${at.getFullYear()}年${at.getMonth() + 1}月${at.getDate()}日`
}
/** 11月23日 周一 10:00; with its year when it is not this one. */
export function whenWords(instant: string): string {
  const at = new Date(instant)
  const year = at.getFullYear() === new Date().getFullYear() ? '' : `${at.getFullYear()}年`
  return `${year}${at.getMonth() + 1}月${at.getDate()}日 周${'日一二三四五六'.charAt(at.getDay())} ${clockOf(instant)}`
}
/** The calendar day of an instant on this computer, as YYYY-MM-DD. */
export function dayOf(instant: string): string {
  const at = new Date(instant)
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}
/** The instant of a day and a time of this computer's clock. */
export const instantOf = (day: string, time: string): string => new Date(`${day}T${time}:00`).toISOString()

export const namesOf = (people: readonly { readonly name: string }[]): string =>
  people.map(({ name }) => name).join('、') || '—'

/** 周启明, or 周启明等 5 人. */
export const subjectsWords = (subjects: readonly Subject[]): string =>
  subjects.length <= 2 ? namesOf(subjects) : `${subjects[0]?.name ?? ''}等 ${subjects.length} 人`

export const titleOf = ({ kindTitle, subjects }: Pick<InterviewHeader, 'kindTitle' | 'subjects'>): string =>
  `${subjectsWords(subjects)} · ${kindTitle}`

/** 1:02:07, of milliseconds. */
export function spanWords(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${two(minutes)}:${two(seconds % 60)}`
}

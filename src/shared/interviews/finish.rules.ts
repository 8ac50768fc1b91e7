import { allowed, refused, type Verdict } from '../result'
import type { Details, Note } from './interviews'
import { type InterviewKind, type Required, requiredTitles } from './kinds'

/** What a finished talk is judged by: nothing of what was said, only that something was. */
export interface Content {
  readonly details: Details
  readonly notes: readonly Pick<Note, 'part' | 'mark' | 'text' | 'removed'>[]
  /** So many promises and requests are tracked from it. */
  readonly promises: number
}

const isFilled: Record<Required, (content: Content) => boolean> = {
  place: ({ details }) => details.place.trim() !== '',
  summary: ({ details }) => details.summary.trim() !== '',
  occasion: ({ details }) => details.occasion.trim() !== '',
  promise: ({ promises, notes }) => promises > 0 || notes.some(({ mark, removed }) => mark === '承诺' && !removed),
  states: ({ details: { spirit, mindset, posture } }) => spirit !== '' && mindset !== '' && posture !== '',
  grade: ({ details }) => details.grade !== null,
}

/** What the kind asks for and is not there yet, in the order of the outline. */
export function missingFor(kind: Pick<InterviewKind, 'outline' | 'required'>, content: Content): string[] {
  const noted = new Set(content.notes.filter(note => !note.removed && note.text.trim() !== '').map(({ part }) => part))
  return [
    ...kind.outline.filter(({ key, required }) => required && !noted.has(key)).map(({ title }) => `提纲“${title}”`),
    ...kind.required.filter(each => !isFilled[each](content)).map(each => requiredTitles[each]),
  ]
}

export function mayFinish(kind: Pick<InterviewKind, 'outline' | 'required' | 'title'>, content: Content): Verdict {
  const missing = missingFor(kind, content)
  return missing.length === 0 ? allowed : refused(`${kind.title}还缺：${missing.join('、')}。补上以后才能结束`)
}

import { leadershipLevelCodes } from '../codes/leadership-level'
import { allowed, refused, type Verdict } from '../result'
import type { HeldPost, Holder, PostNumbers, UnitPost } from './posts'

/** Titles are compared without blanks and full-width forms. */
const titleKey = (title: string): string => title.normalize('NFKC').replaceAll(/\s/g, '')

/** Puts the people in office of a unit under its posts; those whose title is no post of the unit stay apart. */
export function heldPosts(
  posts: readonly UnitPost[],
  holders: readonly Holder[],
): { posts: HeldPost[]; others: Holder[] } {
  const known = new Set(posts.map(({ title }) => titleKey(title)))
  return {
    posts: posts.map(post => ({
      ...post,
      holders: holders.filter(({ title }) => titleKey(title) === titleKey(post.title)),
    })),
    others: holders.filter(({ title }) => !known.has(titleKey(title))),
  }
}

/** Vacancies and numbers above the approved ones, post by post: one post over does not fill another. */
export function numbersOf(posts: readonly Pick<HeldPost, 'approved' | 'holders'>[]): PostNumbers {
  const sum = (of: (approved: number, actual: number) => number): number =>
    posts.reduce((total, { approved, holders }) => total + of(approved, holders.length), 0)
  return {
    approved: sum(approved => approved),
    actual: sum((_approved, actual) => actual),
    vacant: sum((approved, actual) => Math.max(0, approved - actual)),
    over: sum((approved, actual) => Math.max(0, actual - approved)),
  }
}

const levelOrder = (level: string): number => leadershipLevelCodes.orderOf(level) ?? leadershipLevelCodes.entries.length

/**
 * The leading team: who holds a post of it or has a place in it. First by the place that was given, then by post, by
 * level and by the date of appointment.
 */
export function teamOf(posts: readonly HeldPost[], others: readonly Holder[]): Holder[] {
  const seen = new Map<string, { holder: Holder; post: number }>()
  const offer = (holder: Holder, post: number): void => {
    const known = seen.get(holder.cadreId)
    // One person in two posts stands once, at the higher one.
    if (!known || (known.holder.teamOrder === null && holder.teamOrder !== null))
      seen.set(holder.cadreId, { holder, post: Math.min(post, known?.post ?? post) })
  }
  for (const { inTeam, position, holders } of posts)
    for (const holder of holders) if (inTeam || holder.teamOrder !== null) offer(holder, position)
  for (const holder of others)
    if (holder.teamOrder !== null || holder.memberKind !== '') offer(holder, Number.MAX_SAFE_INTEGER)
  return [...seen.values()]
    .toSorted(
      (a, b) =>
        (a.holder.teamOrder ?? Number.MAX_SAFE_INTEGER) - (b.holder.teamOrder ?? Number.MAX_SAFE_INTEGER) ||
        a.post - b.post ||
        levelOrder(a.holder.postLevel) - levelOrder(b.holder.postLevel) ||
        (a.holder.appointedOn ?? '9').localeCompare(b.holder.appointedOn ?? '9'),
    )
    .map(({ holder }) => holder)
}

export function mayKeepPost(posts: readonly UnitPost[], title: string, except?: string): Verdict {
  return posts.some(post => post.id !== except && titleKey(post.title) === titleKey(title))
    ? refused('这个单位已有同名的职位，把职数改在一起即可')
    : allowed
}

export function mayRemovePost(post: Pick<HeldPost, 'holders'>): Verdict {
  return post.holders.length > 0
    ? refused(`还有 ${post.holders.length} 人在这个职位上；先改他们的职务，或把核定职数改为 0`)
    : allowed
}

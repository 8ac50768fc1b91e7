import { allowed, refused, type Verdict } from '../result'
import type { PostRow } from './cadres'

const primaryFirst = (a: PostRow, b: PostRow): number => Number(b.role === '主职') - Number(a.role === '主职')

/** The posts in office: the 主职 first, the others as they were put in order. */
export const postsInOffice = (posts: readonly PostRow[]): PostRow[] =>
  posts.filter(({ status }) => status === '在任').toSorted(primaryFirst)

/** The posts that were held, the latest first; those without a date at the end. */
export const postsLeft = (posts: readonly PostRow[]): PostRow[] =>
  posts
    .filter(({ status }) => status === '已免')
    .toSorted((a, b) => (b.appointedOn ?? '').localeCompare(a.appointedOn ?? ''))

/** Of the posts in office one at most is the 主职. Source: information set A02, 主职标识. */
export function mayKeepPosts(posts: readonly PostRow[]): Verdict {
  const primary = postsInOffice(posts).filter(({ role }) => role === '主职').length
  return primary > 1 ? refused(`在任的职务里有 ${primary} 个主职，留一个，其余改为兼职`) : allowed
}

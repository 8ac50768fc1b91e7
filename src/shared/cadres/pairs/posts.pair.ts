import { type Cadre, PostRow } from '../cadres'
import { postsInOffice, postsLeft } from '../held-posts.rules'
import { isNamedBy, isRank, parsePosts, printPosts, titlesOf, type WrittenPost } from '../posts-text'
import { type PairContext, type TextPair, textOffer } from './pair'

const FIELD = 'form.currentPost'
const nameOf = ({ unitName, title }: PostRow): string => unitName + title

/** The unit of the tree that a written one is, when exactly one has its name. */
function unitOf({ unitName }: WrittenPost, { units }: PairContext): string | null {
  const found = units.filter(({ name }) => name === unitName)
  return found.length === 1 ? (found[0]?.id ?? null) : null
}

/** Whoever has no post but a rank keeps the row of it while the rank goes up. */
const isNamed = (post: WrittenPost, row: PostRow): boolean =>
  isNamedBy(post, row) || (isRank(post.title) && isRank(row.title) && isNamedBy({ ...post, title: row.title }, row))

/** The posts of the cell that one row names, in order; nothing unless it names all of the row's. */
function partsOf(posts: readonly WrittenPost[], row: PostRow): readonly WrittenPost[] {
  const own = posts.filter(post => isNamed(post, row))
  return own.length >= titlesOf(row).length ? own : []
}

function toTexts(cadre: Cadre) {
  const held = postsInOffice(cadre.posts)
  const { posts, unread } = parsePosts(cadre.form.currentPost)
  if (held.length === 0) return { offers: [], unread, notes: [] }
  const besides = posts.filter(post => !held.some(row => isNamed(post, row)))
  const [ranks, left] = [besides.filter(({ title }) => isRank(title)), besides.filter(({ title }) => !isRank(title))]
  const isRankRight = cadre.rank === '' || posts.every(({ title }) => !isRank(title) || title === cadre.rank)
  const notes = left.map(({ written }) => `“${written}”没有对应的在任职务，照记录写就不再出现。`)
  if (left.length === 0 && isRankRight && held.every(row => partsOf(posts, row).length > 0))
    return { offers: [], unread, notes }
  // A row that the cell names already keeps the unit's wording there: 云泽区委 for 中共云泽区委员会.
  const worded = held.map(row => {
    const [first] = partsOf(posts, row)
    const title = isRank(row.title) && cadre.rank !== '' ? cadre.rank : row.title
    const place = first?.hasUnit ? first.written.indexOf(titlesOf(row)[0] ?? row.title) : -1
    return { unitName: first && place > 0 ? first.written.slice(0, place) : row.unitName, title }
  })
  const rank = ranks[0] ? [cadre.rank || ranks[0].title] : []
  const text = [[printPosts(worded), ...rank].join('、'), ...unread].join('，')
  return { offers: textOffer(cadre, FIELD, text), unread, notes }
}

/** 现任职务 and the posts in office. A post is never ended by what the cell leaves out: that takes a date and a paper. */
export const postsPair: TextPair = {
  key: 'posts',
  title: '现任职务',
  texts: [FIELD],
  rows: ['posts'],
  hasText: ({ form }) => form.currentPost.trim() !== '',
  hasRows: ({ posts }) => postsInOffice(posts).length > 0,
  toRows(cadre, context) {
    const held = postsInOffice(cadre.posts)
    const { posts, unread } = parsePosts(cadre.form.currentPost)
    const fresh = posts.filter(
      (post, at) =>
        !held.some(row => isNamed(post, row)) && !(isRank(post.title) && (held.length > 0 || at > 0 || !post.hasUnit)),
    )
    const ranks = posts.filter(({ title }) => isRank(title) && title !== cadre.rank).map(({ title }) => title)
    let hasPrimary = held.some(({ role }) => role === '主职')
    const isLeft = (post: WrittenPost): boolean => postsLeft(cadre.posts).some(row => isNamed(post, row))
    const rows = fresh.map((post): PostRow => {
      const role = post.isConcurrent || hasPrimary ? '兼职' : '主职'
      hasPrimary ||= role === '主职'
      return {
        unitId: unitOf(post, context),
        unitName: post.unitName,
        title: post.title,
        level: post.level,
        role,
        memberKind: '',
        teamOrder: null,
        appointedOn: null,
        appointedBy: '',
        appointMode: '',
        status: '在任',
        removedOn: null,
        removedBy: '',
      }
    })
    const fits = (row: PostRow): boolean => PostRow.safeParse(row).success
    // What was held and has been left is not taken up again unasked: the cell may be the older of the two.
    const offers = rows.flatMap((row, at) => {
      const change = { kind: 'row-added', field: 'posts', at: cadre.posts.length, row } as const
      const post = fresh[at]
      return fits(row) && post ? [{ change, taken: !isLeft(post) }] : []
    })
    const notes = held
      .filter(row => partsOf(posts, row).length === 0)
      .map(row => `“${nameOf(row)}”在任，文字里没有写；已经免去的在“编辑”里写上免职时间。`)
    const rankNotes = ranks.map(
      title =>
        `文字里的职级是${title}，现职级${cadre.rank === '' ? '没有填' : `填的是${cadre.rank}`}；在“编辑”里核对。`,
    )
    const tooLong = rows.filter(row => !fits(row)).map(nameOf)
    return { offers, unread: [...unread, ...tooLong], notes: [...notes, ...rankNotes] }
  },
  toTexts,
}

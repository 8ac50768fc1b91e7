import { codeTables } from '../codes/codes'
import { plainWords } from './plain-words'

/** One post that the cell 现任职务 names. */
export interface WrittenPost {
  readonly unitName: string
  readonly title: string
  readonly level: string
  readonly isConcurrent: boolean
  /** As it stands in the cell, without the marks around it. */
  readonly written: string
  /** Whether it begins with a unit of its own; otherwise it is of the unit before it. */
  readonly hasUnit: boolean
}
export interface ParsedPosts {
  readonly posts: readonly WrittenPost[]
  /** Parts in which no post was recognised, as written. */
  readonly unread: readonly string[]
}

/** Bodies inside a unit: after a unit they belong to the title, as in 石桥镇党委书记; without one they are the unit. */
const bodies = '党组|党委|党工委|党总支|党支部|机关党委|纪委|纪工委|工委|人大|政协|武装部|办事处|工会|团委|妇联|董事会'
/** 职级 stand in the cell behind the posts and are none themselves. Those without 级, such as 主任, are names of posts too. */
const rankTables = [
  codeTables.rankGeneral,
  codeTables.rankTechnical,
  codeTables.rankEnforcement,
  codeTables.rankJustice,
] as const
const rankNames: readonly string[] = rankTables
  .flatMap(({ entries }) => entries.map(({ name }) => name))
  .filter(name => name.includes('级'))
export const isRank = (title: string): boolean => rankNames.includes(title)

const titles = [
  '书记|主席|主委|部长|主任|局长|科长|处长|股长|司长|厅长|镇长|乡长|区长|县长|市长|省长|州长|旗长|村长|街长',
  '院长|校长|园长|所长|站长|队长|支队长|大队长|中队长|馆长|台长|社长|行长|厂长|矿长|场长|庭长|检察长|秘书长|会长|理事长|组长|班长',
  '总编辑|主编|编辑|记者|董事长|董事|监事|总经理|经理|总工程师|总会计师|总经济师|政委|政治委员|指导员|教导员|参谋长|司令员|警长',
  '常委|委员|成员|代表|组织员|督学|督查专员|专员|巡视员|调研员|主任科员|科员|办事员|干事|书记员|检察员|审判员|队员|警员',
  '法官|检察官|教师|教授|讲师|研究员|医师|药师|护士|工程师|技术员|会计|出纳|助理|秘书|主管|干部|职员|负责人',
  ...rankNames,
].join('|')
const postForm = new RegExp(`^(.*?)((${bodies})?(?:第一|常务|专职|党组)?副?(?:${titles}))$`, 's')
/** How the name of a unit ends; 区 and 县 alone are places. */
const unitEnd =
  /(?:镇|乡|街道|局|委|办|办公室|部|中心|院|校|学校|大学|公司|集团|会|站|所|队|处|社|厂|场|园|馆|台|行|政府|法院|检察院|村|社区)$/

/** Splits at marks that stand outside brackets. */
function split(text: string, marks: string): string[] {
  const parts = ['']
  let depth = 0
  for (const character of text) {
    if ('（(《“'.includes(character)) depth += 1
    else if ('）)》”'.includes(character)) depth = Math.max(0, depth - 1)
    if (depth === 0 && marks.includes(character)) parts.push('')
    else parts[parts.length - 1] += character
  }
  return parts.map(part => part.trim()).filter(part => part !== '')
}

/** What stands in brackets behind a post: （正科级） is its level, （兼） says that it is held beside another. */
function notesOf(written: string): { bare: string; level: string; isConcurrent: boolean } {
  let [bare, level, isConcurrent] = [written, '', false]
  for (;;) {
    const [whole, inside = ''] = /[（(]([^（）()]*)[）)]$/.exec(bare) ?? []
    if (whole === undefined) return { bare: bare.trim(), level, isConcurrent }
    const known = codeTables.leadershipLevel.byName(inside)
    if (known) level = known.name
    else if (/^兼任?$/.test(inside)) isConcurrent = true
    else return { bare, level, isConcurrent }
    bare = bare.slice(0, -whole.length)
  }
}

function readPiece(written: string, before: string): WrittenPost | undefined {
  const { bare, level, isConcurrent } = notesOf(written)
  const [, lead, plain = bare] = /^(兼任?)?(.*)$/s.exec(bare) ?? []
  // A note that was not understood, such as （挂职）, stays with the title.
  const [, core = '', note = ''] = /^(.*?)([（(][^（）()]*[）)])?$/s.exec(plain) ?? []
  const [, unit, title, body] = postForm.exec(core.trim()) ?? []
  if (unit === undefined || title === undefined) return undefined
  const isOwnBody = body !== undefined && unit !== '' && !unitEnd.test(unit)
  const unitName = isOwnBody ? unit + body : unit
  const ownTitle = isOwnBody ? title.slice(body.length) : title
  return {
    unitName: unitName === '' ? before : unitName,
    title: ownTitle + note,
    level,
    isConcurrent: isConcurrent || lead !== undefined,
    written,
    hasUnit: unitName !== '',
  }
}

/**
 * Reads 现任职务: 石桥镇党委副书记、镇长，区人大代表（兼）. Posts of one unit are parted by 、, and what bears no unit is of the
 * unit before it. Source: the form's convention and how the national system writes A0192A.
 */
export function parsePosts(text: string): ParsedPosts {
  const posts: WrittenPost[] = []
  const unread: string[] = []
  for (const piece of split(text.replaceAll('\n', '，'), '，,；;。').flatMap(part => split(part, '、'))) {
    const post = readPiece(piece, posts.at(-1)?.unitName ?? '')
    if (post) posts.push(post)
    else unread.push(piece)
  }
  return { posts, unread }
}

/** 中共云泽区委员会 and 云泽区委 are one. */
const unitKey = (name: string): string =>
  plainWords(name)
    .replace(/^中共/, '')
    .replace(/委员会$/, '委')
const isSameUnit = (a: string, b: string): boolean =>
  a === '' || b === '' || unitKey(a).includes(unitKey(b)) || unitKey(b).includes(unitKey(a))

/** Whether a post of the cell is one that a row names. A row may name several of one unit: 党委委员、纪委书记. */
export function isNamedBy(post: WrittenPost, row: { readonly unitName: string; readonly title: string }): boolean {
  const whole = plainWords(post.unitName + post.title)
  return split(row.title, '、，,').some(title => {
    const own = plainWords(title)
    if (own === plainWords(post.title)) return isSameUnit(post.unitName, row.unitName)
    // 组织部部长 is a title of 区委 in one file and a post at 组织部 in another.
    const before = whole.slice(0, -own.length)
    return (
      own !== '' && whole.endsWith(own) && !/(?:副|第一|常务|代|原)$/.test(before) && isSameUnit(before, row.unitName)
    )
  })
}

/** How many posts a row names. */
export const titlesOf = ({ title }: { readonly title: string }): readonly string[] => split(title, '、，,')

/** 现任职务 of posts in their order: those of one unit parted by 、 and its name written once. */
export function printPosts(rows: readonly { readonly unitName: string; readonly title: string }[]): string {
  return rows
    .map(({ unitName, title }, place) => {
      if (place === 0) return unitName + title
      return rows[place - 1]?.unitName === unitName ? `、${title}` : `，${unitName}${title}`
    })
    .join('')
}

import * as z from 'zod'
import type { ProfileName } from '../policy/policy'
import { allowed, refused, type Verdict } from '../result'

/** From the widest circle to the narrowest. Source: rule book 10B; 工作秘密 is protected by an article of its own (64). */
export const secrecyLevels = ['内部', '工作秘密', '秘密', '机密', '绝密'] as const
export type SecrecyLevel = (typeof secrecyLevels)[number]

/** Years a state secret is kept at the most; a mark without a term stands for these. Source: 保密法 art. 20, rule book 10B. */
const longestYears: Partial<Record<SecrecyLevel, number>> = { 秘密: 10, 机密: 20, 绝密: 30 }

const pattern = /^(内部|工作秘密|(秘密|机密|绝密)(★(?:([1-9]\d?)年|([1-9]\d?)个月|长期))?)$/

/** 内部, 工作秘密, 秘密★10年. A mark is recorded as the people concerned bear it, never invented. */
export const SecrecyMark = z
  .string()
  .max(12)
  .regex(pattern, '密级写作“内部”“工作秘密”或“秘密★10年”')
  .brand<'SecrecyMark'>()
export type SecrecyMark = z.infer<typeof SecrecyMark>

const usualMark = SecrecyMark.parse('内部')

export const levelOf = (mark: SecrecyMark): SecrecyLevel => mark.split('★')[0] as SecrecyLevel

/** The mark of a level with its term in years; null leaves the term open. */
export const markWith = (level: SecrecyLevel, years: number | null): SecrecyMark =>
  SecrecyMark.parse(longestYears[level] === undefined || years === null ? level : `${level}★${years}年`)

/** The longest term of a level in years; undefined for levels that have none. */
export const mostYears = (level: SecrecyLevel): number | undefined => longestYears[level]

/** The term in years; null where the mark names none, or names it otherwise. */
export const yearsOf = (mark: SecrecyMark): number | null => Number(/★(\d+)年$/.exec(mark)?.[1] ?? 0) || null

/** Months the mark holds; the level's longest where it names none, for ever with 长期. */
function monthsOf(mark: SecrecyMark): number {
  const [, , , term, years, months] = pattern.exec(mark) ?? []
  if (years !== undefined) return Number(years) * 12
  if (months !== undefined) return Number(months)
  return term === undefined ? (longestYears[levelOf(mark)] ?? 0) * 12 : Number.POSITIVE_INFINITY
}

/** Below zero when `a` asks for less care than `b`. */
export function compareMarks(a: SecrecyMark, b: SecrecyMark): number {
  const levels = secrecyLevels.indexOf(levelOf(a)) - secrecyLevels.indexOf(levelOf(b))
  if (levels !== 0) return levels
  return Math.sign(monthsOf(a) - monthsOf(b)) || 0
}

/**
 * The mark that a file's own words name, such as 机密★1年 or 秘密 10年. Words that name none mean 内部.
 * What looks like a level is taken as one: a mark is rather too high than too low.
 */
export function readMark(text: string): SecrecyMark {
  const bare = text
    .normalize('NFKC')
    .replaceAll(/[\s*☆⭐·]/g, '★')
    .replaceAll(/★+/g, '★')
    .replaceAll(/^★|★$/g, '')
  const found = SecrecyMark.safeParse(bare.replace(/^(秘密|机密|绝密)(?=\d|长期)/, '$1★'))
  if (found.success) return found.data
  const level = [...secrecyLevels].toReversed().find(name => bare.replaceAll('★', '').includes(name))
  return SecrecyMark.parse(level === '秘密' && bare.includes('工作秘密') ? '工作秘密' : (level ?? usualMark))
}

/** What an export of several people must bear at the least. */
export const highestMark = (texts: Iterable<string>): SecrecyMark => {
  let highest = usualMark
  for (const text of texts) {
    const mark = readMark(text)
    if (compareMarks(mark, highest) > 0) highest = mark
  }
  return highest
}

/** A copy bears at least the mark of what it was made from. Source: 保密法 art. 29, rule book 10B (copies are treated as the original). */
export const mayMark = (wanted: SecrecyMark, atLeast: SecrecyMark): Verdict =>
  compareMarks(wanted, atLeast) < 0 ? refused(`所选人员中有“${atLeast}”的，密级只能提高，不能降低`) : allowed

const highestOf: Record<ProfileName, SecrecyLevel> = { internal: '工作秘密', secret: '秘密', confidential: '机密' }

/** What the person should know before giving a mark that this computer is not set up for. Decides nothing. */
export function markAdvice(mark: SecrecyMark, profile: ProfileName): string | null {
  const most = highestOf[profile]
  return secrecyLevels.indexOf(levelOf(mark)) > secrecyLevels.indexOf(most)
    ? `这台计算机按${profile === 'internal' ? '非涉密' : `“${most}”级`}管理，不应处理“${levelOf(mark)}”内容，请先与保密部门核实`
    : null
}

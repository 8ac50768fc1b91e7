import { digitsOf, type PartialDate, parsePartialDate } from '../dates/partial-date'

/** What the cell 入党时间 means. */
export interface PartyMembership {
  /** When the person joined the CPC; null when the cell names no such date. */
  readonly partyJoined: PartialDate | null
  /** Democratic parties by their short names in the order written, or 无党派 or 群众 alone. */
  readonly otherParties: readonly string[]
}

/** Every wording of a standing outside the CPC, and the short one that the form uses. */
const shortNames: Readonly<Record<string, string>> = {
  民革: '民革',
  中国国民党革命委员会: '民革',
  民盟: '民盟',
  中国民主同盟: '民盟',
  民建: '民建',
  中国民主建国会: '民建',
  民进: '民进',
  中国民主促进会: '民进',
  农工党: '农工党',
  农工: '农工党',
  中国农工民主党: '农工党',
  致公党: '致公党',
  致公: '致公党',
  中国致公党: '致公党',
  九三: '九三',
  九三学社: '九三',
  台盟: '台盟',
  台湾民主自治同盟: '台盟',
  无党派: '无党派',
  无党派人士: '无党派',
  无党派民主人士: '无党派',
  群众: '群众',
}
/** Words for belonging to no party: they exclude a date and every other word. */
const outsideAll = new Set(['无党派', '群众'])

const dateInside = /\d{4}(?:[.\-/年]\d{1,2}(?:[.\-/月](?:\d{1,2}日?)?)?|\d{2}(?:\d{2})?)?/

/**
 * Reads the cell 入党时间 in every form seen: 197204, 1972.04, 民建；民盟, 200108；民建, 民建200108, (民建、民盟) and empty.
 * 预备党员 has no form of its own. Source: the editor's rule and the twelve patterns of the national system.
 * @returns undefined when anything in the text is not understood: then the text alone counts
 */
export function parsePartyText(text: string): PartyMembership | undefined {
  let partyJoined: PartialDate | null = null
  const otherParties: string[] = []
  for (const part of text
    .normalize('NFKC')
    .replaceAll(/[\s()[\]]/g, '')
    .split(/[;,、]/)) {
    const written = dateInside.exec(part)?.[0]
    if (written !== undefined) {
      const date = parsePartialDate(written.replace(/[.\-/]$/, ''))
      if (!date || partyJoined) return undefined
      partyJoined = date
    }
    const word = written === undefined ? part : part.replace(written, '')
    if (word === '') continue
    const party = Object.hasOwn(shortNames, word) ? shortNames[word] : undefined
    if (party === undefined || otherParties.includes(party)) return undefined
    otherParties.push(party)
  }
  const alone = otherParties.length === 1 && partyJoined === null
  if (otherParties.some(party => outsideAll.has(party)) && !alone) return undefined
  return { partyJoined, otherParties }
}

/** As the form's files store it: digits first, then the parties, with a full-width semicolon between. */
export const printPartyText = ({ partyJoined, otherParties }: PartyMembership): string =>
  [...(partyJoined ? [digitsOf(partyJoined)] : []), ...otherParties].join('；')

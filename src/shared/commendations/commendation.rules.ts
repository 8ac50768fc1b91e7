import { certificateDate } from '../certificates/certificate-dates'
import type { DocumentBody, DocumentPart } from '../documents/document-paper'
import type { Values } from '../documents/templates.rules'
import type { Honour } from '../honours/honours'
import type { Furniture } from '../papers/paper-page'
import type { CommendationFacts } from './commendations'

export interface HonouredGroup {
  /** The unit's name; 其他 for those of none. */
  readonly unit: string
  /** 周启明（“出彩型”好干部）、林向阳（追授三等功）. */
  readonly names: string
}

type Named = Pick<Honour, 'shownName' | 'unitId' | 'unitName' | 'name' | 'posthumous' | 'holder'>

/** Who is honoured, by units in the order of the tree. A unit that is honoured itself stands first of its own. */
export function groupsOf(honours: readonly Named[], units: readonly string[]): HonouredGroup[] {
  const groups = new Map<string, { rank: number; of: Named[] }>()
  for (const honour of honours) {
    const unit = honour.unitName || '其他'
    const at = honour.unitId === null ? -1 : units.indexOf(honour.unitId)
    const group = groups.get(unit) ?? { rank: at < 0 ? units.length : at, of: [] }
    group.of.push(honour)
    groups.set(unit, group)
  }
  const order = (holder: Named['holder']): number => ['unit', 'team', 'person'].indexOf(holder)
  return [...groups]
    .toSorted(([, a], [, b]) => a.rank - b.rank)
    .map(([unit, { of }]) => ({
      unit,
      names: of
        .toSorted((a, b) => order(a.holder) - order(b.holder))
        .map(({ shownName, name, posthumous }) => `${shownName}（${posthumous ? '追授' : ''}${name}）`)
        .join('、'),
    }))
}

/** Some write the colon after whom it is sent to, some leave it to the paper. */
const sentTo = (addressee: string): string => addressee.replace(/[：:]+$/, '')

/** The decision in the layout of 公文. Its wording is the officer's; nothing is praised by the application. */
export function commendationBody(facts: CommendationFacts, groups: readonly HonouredGroup[]): DocumentBody {
  const { title, documentNo, addressee, opening, closing, sender, on, copiedTo } = facts
  const plain = (text: string): DocumentPart[] => (text === '' ? [] : [{ kind: 'paragraph', lead: '', text }])
  const flush = (text: string): DocumentPart[] => (text === '' ? [] : [{ kind: 'addressee', text }])
  return {
    title,
    draft: false,
    parts: [
      ...flush(documentNo),
      ...flush(sentTo(addressee) === '' ? '' : `${sentTo(addressee)}：`),
      ...plain(opening),
      ...groups.flatMap(({ unit, names }): DocumentPart[] => [
        { kind: 'heading', text: unit },
        { kind: 'paragraph', lead: '', text: names },
      ]),
      ...plain(closing),
      { kind: 'closing', lines: [sender, certificateDate(on)] },
      ...(copiedTo === '' ? [] : [{ kind: 'note' as const, text: `\n抄送：${copiedTo}` }]),
    ],
  }
}

/** What the Word template of a decision is filled with. */
export const commendationValues = (
  facts: CommendationFacts,
  groups: readonly HonouredGroup[],
  { mark, foot }: Furniture,
): Values => ({
  密级: mark,
  登记: foot,
  未定稿: '',
  标题: facts.title,
  文号: facts.documentNo,
  主送: sentTo(facts.addressee),
  正文: facts.opening,
  名单: groups.map(({ unit, names }) => ({ 单位: unit, 受表扬的: names })),
  结语: facts.closing,
  落款: facts.sender,
  日期: certificateDate(facts.on),
  抄送: facts.copiedTo,
})

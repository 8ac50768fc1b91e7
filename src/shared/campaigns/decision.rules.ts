import { showDate } from '../dates/partial-date'
import type { HonourFacts } from '../honours/honours'
import type { Campaign, Decision, Nominee, Objection } from './campaigns'

/** How the publicity went, as the register keeps it. */
function publicityWords({ publicity }: Pick<Campaign, 'publicity'>, objections: readonly Objection[]): string {
  if (publicity === null) return ''
  const where = publicity.where === '' ? '' : `，${publicity.where}`
  const heard = objections.length === 0 ? '没有收到异议' : `收到异议 ${objections.length} 件，均已办结`
  return `${showDate(publicity.from)} 起公示 ${publicity.days} 个工作日${where}，${heard}`
}

/** The row of the register that a nominee gets. Of the panel nothing stands in it. */
export const decidedHonour = (
  campaign: Campaign,
  { id, kind, cadreId, unitId, name, members, deeds, evidence }: Nominee,
  { documentNo, documentTitle, authority, nature, level, on }: Decision,
  more: { readonly objections: readonly Objection[]; readonly certificateNo: string },
): HonourFacts => ({
  holder: kind,
  cadreId,
  unitId,
  holderName: cadreId === null ? name : '',
  members,
  name: kind === 'person' ? campaign.personHonour : campaign.teamHonour,
  kind: '出彩型',
  level,
  authority,
  nature,
  on,
  documentNo,
  documentTitle,
  ground: null,
  bonusFen: null,
  certificateNo: more.certificateNo,
  medalNo: '',
  handedOn: null,
  handedNote: '',
  deeds,
  evidence,
  publicity: publicityWords(
    campaign,
    more.objections.filter(({ nomineeId }) => nomineeId === null || nomineeId === id),
  ),
  posthumous: false,
  validUntil: null,
})

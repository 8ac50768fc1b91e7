import { compareMonths } from '../../dates/partial-date'
import { parsePartyText, printPartyText } from '../party-text'
import { type TextPair, textOffer } from './pair'

/** 入党时间 and 入党日期. A day that the file knows is no difference from the month that the form gives. */
export const partyPair: TextPair = {
  key: 'party',
  title: '入党时间',
  texts: ['form.partyText'],
  rows: ['partyJoined'],
  rule: 'text.party',
  hasText: ({ form }) => form.partyText.trim() !== '',
  hasRows: ({ partyJoined }) => partyJoined !== null,
  toRows({ form, partyJoined }) {
    const read = parsePartyText(form.partyText)
    if (!read) return { offers: [], unread: [form.partyText], notes: [] }
    const after = read.partyJoined
    if (after === null) {
      const notes = partyJoined === null ? [] : ['文字里没有入党时间；入党日期留着，不对的在“编辑”里改。']
      return { offers: [], unread: [], notes }
    }
    if (partyJoined !== null && compareMonths(partyJoined, after) === 0) return { offers: [], unread: [], notes: [] }
    const change = { kind: 'value', field: 'partyJoined', before: partyJoined, after } as const
    return { offers: [{ change, taken: true }], unread: [], notes: [] }
  },
  toTexts(cadre) {
    const { form, partyJoined } = cadre
    const read = parsePartyText(form.partyText)
    const unread = read ? [] : [form.partyText]
    if (partyJoined === null) return { offers: [], unread, notes: [] }
    const otherParties = (read?.otherParties ?? []).filter(party => party !== '群众' && party !== '无党派')
    const isSame = read?.partyJoined && compareMonths(read.partyJoined, partyJoined) === 0
    if (isSame) return { offers: [], unread, notes: [] }
    // What was not understood is not written over unless a person says so.
    return {
      offers: textOffer(cadre, 'form.partyText', printPartyText({ partyJoined, otherParties }), !!read),
      unread,
      notes: [],
    }
  },
}

import { expect, test } from 'vitest'
import { commendationBody } from '../../../src/shared/commendations/commendation.rules'
import { CommendationFacts } from '../../../src/shared/commendations/commendations'

test.each([
  ['各镇党委', ['各镇党委：']],
  ['各镇党委：', ['各镇党委：']],
  ['各镇党委:', ['各镇党委：']],
  ['：', []],
  ['', []],
])('a decision sent to “%s” has one colon after whom it is sent to', (addressee, shown) => {
  const facts = CommendationFacts.parse({
    title: '关于表扬的决定',
    documentNo: '',
    addressee,
    opening: '予以表扬。',
    closing: '',
    sender: '中共云泽区委',
    on: '2026-07-01',
    copiedTo: '',
    honourIds: [],
  })
  const parts = commendationBody(facts, []).parts
  expect(parts.flatMap(part => (part.kind === 'addressee' ? [part.text] : []))).toEqual(shown)
})

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parsePartyText, printPartyText } from '../../../src/shared/cadres/party-text'
import type { PartialDate } from '../../../src/shared/dates/partial-date'

const day = (text: string): PartialDate => text as PartialDate

describe('入党时间', () => {
  test.each<[text: string, joined: string | null, parties: string[], printed: string]>([
    ['197204', '1972-04', [], '197204'],
    ['1972.04', '1972-04', [], '197204'],
    ['19720415', '1972-04-15', [], '19720415'],
    ['1972年4月', '1972-04', [], '197204'],
    ['\v 1991.05　', '1991-05', [], '199105'],
    ['１９９１．０５', '1991-05', [], '199105'],
    ['民建', null, ['民建'], '民建'],
    ['九三', null, ['九三'], '九三'],
    ['九三学社', null, ['九三'], '九三'],
    ['无党派', null, ['无党派'], '无党派'],
    ['群众', null, ['群众'], '群众'],
    ['民建；民盟', null, ['民建', '民盟'], '民建；民盟'],
    ['九三；民建；民盟', null, ['九三', '民建', '民盟'], '九三；民建；民盟'],
    ['200108；民建', '2001-08', ['民建'], '200108；民建'],
    ['200108；民建；民革', '2001-08', ['民建', '民革'], '200108；民建；民革'],
    ['2001.08;民建', '2001-08', ['民建'], '200108；民建'],
    ['民建200108', '2001-08', ['民建'], '200108；民建'],
    ['民建2001.08', '2001-08', ['民建'], '200108；民建'],
    ['(民建)', null, ['民建'], '民建'],
    ['（民建、民盟）', null, ['民建', '民盟'], '民建；民盟'],
    ['(民建、民盟、九三)', null, ['民建', '民盟', '九三'], '民建；民盟；九三'],
    ['2001.08(民建)', '2001-08', ['民建'], '200108；民建'],
    ['', null, [], ''],
    ['  \n', null, [], ''],
  ])('%s is understood', (text, partyJoined, otherParties, printed) => {
    const meaning = parsePartyText(text)
    expect(meaning).toEqual({ partyJoined, otherParties })
    expect(meaning && printPartyText(meaning)).toBe(printed)
  })

  test.each([
    '不详',
    '1972.13',
    '197204；197205',
    '197204；群众',
    '群众；民建',
    '民建；民建',
    '民建会员',
    '19720',
    '中共党员',
    '1972.04（预备）',
    'constructor',
    '__proto__',
  ])('%s is not guessed at', text => {
    expect(parsePartyText(text)).toBeUndefined()
  })

  test('what is printed is read back as it was', () => {
    const parties = fc.uniqueArray(
      fc.constantFrom('民革', '民盟', '民建', '民进', '农工党', '致公党', '九三', '台盟'),
      {
        maxLength: 3,
      },
    )
    const joined = fc.option(
      fc
        .tuple(fc.integer({ min: 1921, max: 2100 }), fc.integer({ min: 1, max: 12 }))
        .map(([year, month]) => day(`${year}-${String(month).padStart(2, '0')}`)),
    )
    const member = fc.record({ partyJoined: joined, otherParties: parties })
    const outside = fc.constantFrom('无党派', '群众').map(word => ({ partyJoined: null, otherParties: [word] }))
    fc.assert(
      fc.property(fc.oneof(member, outside), meaning => {
        expect(parsePartyText(printPartyText(meaning))).toEqual(meaning)
      }),
    )
  })

  test('no text throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), text => void parsePartyText(text)))
  })
})

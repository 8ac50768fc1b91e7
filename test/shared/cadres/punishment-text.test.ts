import { expect, test } from 'vitest'
import { punishmentAsReward, readPunishments } from '../../../src/shared/cadres/punishment-text'
import { parseRewards, printRewards } from '../../../src/shared/cadres/reward-text'

test.each<[text: string, rows: string[]]>([
  ['2020年4月19日，经云泽区纪委监委批准，给予党内严重警告处分。', ['党纪处分|党内严重警告|2020-04-19|云泽区纪委监委|']],
  ['2015年3月，因工作失职，受党内警告处分', ['党纪处分|党内警告|2015-03||工作失职']],
  ['2015年3月，受到严重警告处分', ['党纪处分|党内严重警告|2015-03||']],
  ['2018年，给予警告处分', ['政务处分|警告|2018||']],
  ['2018年，给予政务警告处分', ['政务处分|警告|2018||']],
  ['2018年，给予记大过处分', ['政务处分|记大过|2018||']],
  ['2018年，给予开除党籍、开除公职处分', ['党纪处分|开除党籍|2018||', '政务处分|开除|2018||']],
  ['2016年，受留党察看一年处分', ['党纪处分|留党察看一年|2016||']],
  ['2019年5月，诫勉', ['诫勉|诫勉|2019-05||']],
  ['2019年5月，被责令辞职', ['组织处理|责令辞职|2019-05||']],
  ['2019年5月，经区委批准，嘉奖', []],
  ['2019年5月，授予“降级减排先进个人”称号', []],
  ['2019年5月，受到区政府通报表扬', []],
])('%s', (text, expected) => {
  const found = parseRewards(text).rows.flatMap(readPunishments)
  expect(found.map(({ kind, name, on, authority, reason }) => [kind, name, on, authority, reason].join('|'))).toEqual(
    expected,
  )
})

test('a punishment is written as the form writes it, and reads back as it was', () => {
  const [row] = parseRewards('2020年4月19日，经云泽区纪委监委批准，给予党内警告处分').rows.flatMap(readPunishments)
  if (!row) throw new Error('no punishment')
  const text = printRewards([punishmentAsReward(row)])
  expect(text).toBe('2020年4月19日，经云泽区纪委监委批准，给予党内警告处分。')
  expect(parseRewards(text).rows.flatMap(readPunishments)).toEqual([row])
})

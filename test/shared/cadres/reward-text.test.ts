import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RewardRow } from '../../../src/shared/cadres/cadres'
import { parseRewards, printRewards } from '../../../src/shared/cadres/reward-text'

const row = (on: string | null, authority: string, name: string) => ({ on, authority, name })

describe('奖惩情况', () => {
  test.each<[text: string, rows: ReturnType<typeof row>[]]>([
    ['2010年5月，经中共历城区委批准，记三等功；', [row('2010-05', '中共历城区委', '记三等功')]],
    [
      '2016年8月，经中共历城区委批准，记三等功；2022年7月，经中共历城区委批准，记三等功。',
      [row('2016-08', '中共历城区委', '记三等功'), row('2022-07', '中共历城区委', '记三等功')],
    ],
    [
      '2019年8月，被中共历城区委、历城区人民政府授予“担当作为好干部”称号；2022年5月，获全区脱贫攻坚先进个人。',
      [
        row('2019-08', '中共历城区委、历城区人民政府', '授予“担当作为好干部”称号'),
        row('2022-05', '', '获全区脱贫攻坚先进个人'),
      ],
    ],
    ['2018年8月，被济南市委授予“出彩型”好干部称号', [row('2018-08', '济南市委', '授予“出彩型”好干部称号')]],
    ['2015年被区委评为优秀党务工作者', [row('2015', '区委', '评为优秀党务工作者')]],
    ['2015.03.12，受到市政府通报表扬', [row('2015-03-12', '市政府', '通报表扬')]],
    ['2015年3月2日，因工作失职，受党内警告处分。', [row('2015-03-02', '', '因工作失职，受党内警告处分')]],
    ['记三等功\n201503获嘉奖', [row(null, '', '记三等功'), row('2015-03', '', '获嘉奖')]],
    ['2015年3月，获“先进个人；标兵”称号', [row('2015-03', '', '获“先进个人；标兵”称号')]],
    ['2015年13月，获嘉奖', [row(null, '', '2015年13月，获嘉奖')]],
    ['无', []],
    ['(无)', []],
    ['（无）。', []],
    ['', []],
  ])('%s', (text, rows) => {
    expect(parseRewards(text)).toEqual({ rows, unread: [] })
  })

  test('what no row can hold is named', () => {
    const long = '先进'.repeat(150)
    expect(parseRewards(`2015年3月，${long}；2016年3月，获嘉奖`)).toEqual({
      rows: [row('2016-03', '', '获嘉奖')],
      unread: [`2015年3月，${long}`],
    })
  })

  test('the sentence is the form’s own', () => {
    const rows = [
      row('2010-05', '区委', '记三等功'),
      row('2011', '', '获嘉奖'),
      row(null, '', '先进个人'),
    ] as RewardRow[]
    expect(printRewards(rows)).toBe('2010年5月，经区委批准，记三等功；2011年，获嘉奖；先进个人。')
    expect(printRewards([])).toBe('无')
  })

  test('rows are read back as they were', () => {
    const on = fc
      .tuple(fc.integer({ min: 1950, max: 2090 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
      .chain(([year, month, day]) => {
        const two = (number: number): string => String(number).padStart(2, '0')
        return fc.constantFrom(null, `${year}`, `${year}-${two(month)}`, `${year}-${two(month)}-${two(day)}`)
      })
    const authority = fc.constantFrom('', '中共历城区委', '济南市委、市政府', '国务院')
    const name = fc.constantFrom(
      '记三等功',
      '授予“担当；作为”称号',
      '获嘉奖',
      '受党内警告处分',
      '评为优秀共产党员（2次）',
    )
    fc.assert(
      fc.property(fc.array(fc.record({ on, authority, name }), { maxLength: 9 }), rows => {
        expect(parseRewards(printRewards(rows as RewardRow[]))).toEqual({ rows, unread: [] })
      }),
    )
  })

  test('no text throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), text => void parseRewards(text)))
  })
})

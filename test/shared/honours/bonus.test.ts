import { expect, test } from 'vitest'
import type { PartialDate } from '../../../src/shared/dates/partial-date'
import { authorityAdvice, bonusAdvice, bonusStandard, handedThings } from '../../../src/shared/honours/bonus.rules'

const on = (date: string) => date as PartialDate

test.each([
  ['嘉奖', '2017-12-31', 800],
  ['嘉奖', '2018-01-01', 1500],
  ['嘉奖', '2018', 1500],
  ['三等功', '2017', 1500],
  ['三等功', '2019', 3000],
  ['二等功', '2016-05', 3000],
  ['二等功', '2026-05', 6000],
  ['一等功', '2012-01-01', 6000],
  ['一等功', '2018-02', 12_000],
  ['称号', '2017-11', 10_000],
  ['称号', '2026-07-01', 20_000],
] as const)('%s of %s brings %i yuan', (kind, date, yuan) => {
  expect(bonusStandard(kind, 'person', on(date))?.fen).toBe(yuan * 100)
})

test.each([
  ['a team: decided case by case', '三等功', 'team', '2026-01-01'],
  ['no such kind in the standard', '出彩型', 'person', '2026-01-01'],
  ['before the standard', '嘉奖', 'person', '2007-12-31'],
] as const)('no standard: %s', (_why, kind, holder, date) => {
  expect(bonusStandard(kind, holder, on(date))).toBeUndefined()
})

test('another amount is pointed out with its basis, the right one and none are not', () => {
  const honour = { kind: '三等功', holder: 'person', on: on('2026-03') } as const
  expect(bonusAdvice(honour, 1500_00)).toMatchObject({
    words: '和当年标准 3,000 元不同，看看是不是打错了',
    basis: { status: 'CONFIRMED(S)' },
  })
  expect(bonusAdvice(honour, 3000_00)).toBeUndefined()
  expect(bonusAdvice(honour, null)).toBeUndefined()
})

test.each([
  ['嘉奖', '区', '党委', false],
  ['嘉奖', '区', '党委部门', true],
  ['三等功', '单位', '党委', true],
  ['二等功', '市', '党委政府', false],
  ['二等功', '市', '政府部门', true],
  ['二等功', '省', '政府部门', false],
  ['一等功', '市', '政府', true],
  ['一等功', '省', '政府', false],
  ['称号', '省', '党委部门', true],
  ['称号', '国家', '其他', false],
  ['先模', '单位', '其他', false],
] as const)('%s by %s %s is pointed out: %s', (kind, level, nature, isOdd) => {
  expect(authorityAdvice({ kind, level, nature }) !== undefined).toBe(isOdd)
})

test('a medal for a person, a plaque for a team, from 三等功 on', () => {
  expect(handedThings('嘉奖', 'person')?.words).toBe('颁发证书')
  expect(handedThings('三等功', 'person')?.words).toBe('颁发证书和奖章')
  expect(handedThings('二等功', 'team')?.words).toBe('颁发证书和奖牌')
  expect(handedThings('出彩型', 'team')).toBeUndefined()
})

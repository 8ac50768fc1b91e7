import { describe, expect, test } from 'vitest'
import { resumeLines } from '../../../../src/shared/cadres/form/resume-lines'
import {
  breakLine,
  breakWithCompany,
  cellLadder,
  fitText,
  joinLines,
  longLadder,
  plainLines,
  songti,
} from '../../../../src/shared/cadres/form/text-fit.rules'

describe('widths of 宋体', () => {
  test.each([
    ['云泽区', 3],
    ['2001.09--2005.07', 8],
    ['𠮷㛃䶮', 3],
    ['㐂\u{E0100}', 1],
    ['A座，', 2.5],
  ])('%s is %d em wide', (text, width) => {
    expect(songti(text)).toBe(width)
  })
})

describe('lines', () => {
  test.each([
    ['一二三四五六', 3, ['一二三', '四五六']],
    // A closing mark never begins a line, an opening one never ends it.
    ['一二三，四五', 3, ['一二', '三，四', '五']],
    ['一二（三四）', 3, ['一二', '（三', '四）']],
    // A number or a word stays whole where it can.
    ['一二三2018年', 4, ['一二三', '2018年']],
    ['ABCDEFGH', 2, ['ABCD', 'EFGH']],
    ['一二   三', 2, ['一二', '三']],
    // Half of a character outside the common plane is never cut off.
    ['𠮷𠮷𠮷', 2, ['𠮷𠮷', '𠮷']],
    ['', 3, ['']],
  ])('%s at %d em', (text, width, lines) => {
    expect(breakLine(text, width, songti).map(line => line.trimEnd())).toEqual(lines)
  })

  test('a résumé hangs beside its months, what is indented below hangs too', () => {
    const text =
      '2001.09--2005.07  山东大学法学院\n2021.03--         局长\n                  （其间：挂职）\n党代会代表'
    expect(resumeLines(text, 14, songti)).toEqual([
      { text: '山东大学法', indent: 9, lead: '2001.09--2005.07' },
      { text: '学院', indent: 9, after: '' },
      { text: '局长', indent: 9, lead: '2021.03--' },
      { text: '（其间：挂', indent: 9 },
      { text: '职）', indent: 9, after: '' },
      { text: '党代会代表', indent: 0 },
    ])
  })

  test.each([
    [
      '2001.09--2005.07  山东大学法学院法学专业学习，获学士学位\n                  （其间：挂职）\n\n党代会代表',
      resumeLines,
    ],
    ['记三等功；\n嘉奖 和 奖励2018年2月，经 A Bc 云泽区委、区政府批准', plainLines],
  ])('what was divided can be joined again', (text, setter) => {
    for (const width of [11, 14, 20, 40]) expect(joinLines(setter(text, width, songti))).toBe(text)
  })
})

describe('the ladder', () => {
  const room = { width: 151.8 - 3.53, height: 125.8 - 1.76 }
  const lines = (count: number) => Array.from({ length: count }, () => '石桥镇').join('\n')

  test.each([
    [1, 14, 18.2],
    [12, 14, 18.2],
    [19, 14, 18.2],
    [20, 14, 16.8],
    [21, 14, 15.26],
    [23, 14, 15.26],
    [24, 13, 14.3],
    [28, 11, 12.1],
    [34, 9, 9.9],
    [46, 6.5, 7.15],
    [60, 5.5, 5.78],
  ])('%d lines are set at %d pt, %d pt from line to line', (count, pt, linePt) => {
    const fitted = fitText(lines(count), room, songti, longLadder)
    expect([fitted.pt, fitted.linePt]).toEqual([pt, linePt])
    expect(fitted.rest).toEqual([])
    expect(fitted.lines).toHaveLength(count)
  })

  test('each step takes more than the one before it', () => {
    for (const ladder of [longLadder, cellLadder])
      for (const [index, step] of ladder.entries()) {
        const before = ladder[index - 1]
        if (before) expect(step.linePt).toBeLessThan(before.linePt)
      }
  })

  test('nothing is cut: what is over is the rest', () => {
    const fitted = fitText(lines(100), room, songti, longLadder)
    expect(fitted.pt).toBe(5)
    expect(joinLines([...fitted.lines, ...fitted.rest])).toBe(lines(100))
    expect(fitted.rest.length).toBeGreaterThan(0)
  })
})

test.each([
  ['one character alone gets company', '一二三四五六七', '一二三四五|六七'],
  ['with the mark that closes the sentence', '一二三四五六七。', '一二三四五|六七。'],
  ['the mark of the line before goes along', '一二三四五，六', '一二三四|五，六'],
  ['two characters are company enough', '一二三四五六七八', '一二三四五六|七八'],
  ['one line stays one', '一', '一'],
  ['what fills its lines stays', '一二三四五六', '一二三四五六'],
  ['only the last line is looked at', '一二三四五六七八九十甲乙丙', '一二三四五六|七八九十甲|乙丙'],
  ['a word is not torn off the line before', '一二三abcdef四', '一二三abcdef|四'],
  ['a year is no single character', '一二三四五六2026', '一二三四五六|2026'],
  ['a single letter is one', '一二三四五六A', '一二三四五|六A'],
  ['two halves of a pair outside the plane are one character', '一二三四五六𠮷', '一二三四五|六𠮷'],
])('孤字: %s', (_name, text, lines) => {
  expect(breakWithCompany(text, 6, songti).join('|')).toBe(lines)
})

test.each([3, 2, 1])('孤字: a line of %i characters has nothing to give', width => {
  const text = '一二三四五六七'.slice(0, width * 2 + 1)
  expect(breakWithCompany(text, width, songti)).toEqual(breakLine(text, width, songti))
})

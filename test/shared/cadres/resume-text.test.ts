import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ResumeEntry } from '../../../src/shared/cadres/cadres'
import { parseResume, printResume } from '../../../src/shared/cadres/resume-text'

const row = (from: string | null, to: string | null, text: string) => ({ from, to, text, level: '' })
const blank18 = ' '.repeat(18)

describe('one line', () => {
  const school = row('1990-09', '1994-07', '山东大学学习')
  test.each([
    '1990.09--1994.07  山东大学学习',
    '1990.09-1994.07  山东大学学习',
    '1990.09—1994.07  山东大学学习',
    '1990.09——1994.07 山东大学学习',
    '1990.09–1994.07  山东大学学习',
    '1990.09－1994.07  山东大学学习',
    '1990.09－－1994.07  山东大学学习',
    '1990.09─1994.07  山东大学学习',
    '1990.09~1994.07  山东大学学习',
    '1990.09～1994.07  山东大学学习',
    '1990.09至1994.07  山东大学学习',
    '1990.09到1994.07 山东大学学习',
    '1990．09--1994．07  山东大学学习',
    '１９９０．０９——１９９４．０７　　山东大学学习',
    '1990·09--1994·07  山东大学学习',
    '199009--199407  山东大学学习',
    '1990-09--1994-07  山东大学学习',
    '1990-09-1994-07  山东大学学习',
    '1990/09-1994/07  山东大学学习',
    '1990.9--1994.7  山东大学学习',
    '1990年9月--1994年7月  山东大学学习',
    '1990年09月至1994年07月　山东大学学习',
    '1990.09 -- 1994.07  山东大学学习',
    '1990.09--1994.07\u3000山东大学学习',
    '1990.09--1994.07\u00a0\u00a0山东大学学习',
    '1990.09--1994.07\t山东大学学习',
    '\u00a01990.09--1994.07山东大学学习\r',
  ])('%s', line => {
    expect(parseResume(line)).toEqual({ entries: [school], problems: [] })
  })

  test.each([
    '2020.12--         任局长',
    '2020.12--任局长',
    '2020.12—— 任局长',
    '2020.12--至今  任局长',
    '2020.12至今  任局长',
    '2020.12—至今任局长',
    '2020.12--今　任局长',
    '2020.12--现在 任局长',
    '202012--         任局长',
  ])('an end that is not there: %s', line => {
    expect(parseResume(line).entries).toEqual([row('2020-12', null, '任局长')])
  })

  test.each<[string, ReturnType<typeof row>]>([
    ['1990-1994  学习', row('1990', '1994', '学习')],
    ['1990年--1994年  学习', row('1990', '1994', '学习')],
    ['19900901--19940701  学习', row('1990-09-01', '1994-07-01', '学习')],
    ['1990.09.01-1994.07.01 学习', row('1990-09-01', '1994-07-01', '学习')],
    ['       --1994.07  学习', row(null, '1994-07', '学习')],
    ['1990.09--1994.07', row('1990-09', '1994-07', '')],
    ['2020.12--         2021.05起主持工作', row('2020-12', null, '2021.05起主持工作')],
    ['2020.12--         今日报社社长', row('2020-12', null, '今日报社社长')],
    ['2020.12--今日报社社长', row('2020-12', null, '今日报社社长')],
    ['1990.09--1994.07  至正中学教师', row('1990-09', '1994-07', '至正中学教师')],
    ['1990.09--1994.07  １班　班长', row('1990-09', '1994-07', '１班　班长')],
  ])('%s', (line, entry) => {
    expect(parseResume(line).entries).toEqual([entry])
  })
})

describe('several lines', () => {
  test('a sub-experience stays a line of its entry, however it is written', () => {
    for (const sub of [
      '（其间：2001.09--2004.07在省委党校学习）',
      '(其中:2001.09--2004.07在省委党校学习)',
      '(其间:2001.09--2004.07在省委党校学习)',
      '（期间2001.09--2004.07在省委党校学习）',
    ]) {
      for (const indent of ['', '  ', ' '.repeat(17), blank18, '　'.repeat(9), '\t\t']) {
        const text = `1993.02--1996.10  科员\n${indent}${sub}\n1996.10--         局长`
        expect(parseResume(text)).toEqual({
          entries: [row('1993-02', '1996-10', `科员\n${sub}`), row('1996-10', null, '局长')],
          problems: [],
        })
      }
    }
    const inLine = '1993.02--1996.10  科员（其间：2001.09--2004.07在省委党校学习）'
    expect(parseResume(inLine).entries[0]?.text).toBe('科员（其间：2001.09--2004.07在省委党校学习）')
  })

  test('what was broken for want of room is joined', () => {
    const text = `1993.02--1996.10  历城区卫生健\n${blank18}康局科员\n${blank18}（其间：2001.09--2004.07在省委党\n${blank18}校学习；\n${blank18}2005.03--2005.06挂职）\n1996.10--         局\n长`
    expect(parseResume(text)).toEqual({
      entries: [
        row(
          '1993-02',
          '1996-10',
          '历城区卫生健康局科员\n（其间：2001.09--2004.07在省委党校学习；\n2005.03--2005.06挂职）',
        ),
        row('1996-10', null, '局长'),
      ],
      problems: [],
    })
  })

  test('a text that is indented as a whole is read like any other', () => {
    const text = '          1990.09--1994.07  学习\n          1994.07--         科员'
    expect(parseResume(text).entries).toEqual([row('1990-09', '1994-07', '学习'), row('1994-07', null, '科员')])
  })

  test('posts after a blank line stand apart', () => {
    const text = '2020.12--         局长\n\n第十二次省党代会代表\n第十三届市政协委员\n2012.03--2017.03  区人大代表\n'
    expect(parseResume(text)).toEqual({
      entries: [
        row('2020-12', null, '局长'),
        row(null, null, '第十二次省党代会代表'),
        row(null, null, '第十三届市政协委员'),
        row('2012-03', '2017-03', '区人大代表'),
      ],
      problems: [],
    })
  })

  test('line ends of every kind', () => {
    for (const end of ['\n', '\r\n', '\r', '\v', '\u2028']) {
      const text = ['1990.09--1994.07  学习', '1994.07--         科员', ''].join(end)
      expect(parseResume(text).entries).toHaveLength(2)
    }
  })

  test('what is not understood is kept and named by its line', () => {
    const text = '个人简历\n1990.13--1994.07  学习\n1994.07--1996.02  科员\n1996.02 任副科长\n1997.02--1998.31  局长'
    const { entries, problems } = parseResume(text)
    expect(problems.map(({ line }) => line)).toEqual([1, 2, 4, 5])
    expect(entries.map(entry => entry.text).join('')).toContain('1996.02 任副科长')
    expect(parseResume('')).toEqual({ entries: [], problems: [] })
  })
})

describe('printing', () => {
  test('the columns are exact', () => {
    const entries = parseResume(
      '1990.09-1994.07 学习\n1994.07至1998 科员\n(其间:2001.09--2004.07进修)\n1998.03.05--  局长\n\n省党代表',
    ).entries
    expect(printResume(entries)).toBe(
      `1990.09--1994.07  学习\n1994.07--1998     科员\n${blank18}(其间:2001.09--2004.07进修)\n1998.03--         局长\n\n省党代表`,
    )
    expect(printResume([])).toBe('')
    expect(printResume([row(null, null, '省党代表') as ResumeEntry])).toBe('省党代表')
  })

  const month = fc
    .tuple(fc.integer({ min: 1950, max: 2100 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 9 }))
    .map(([year, number, coarse]) => (coarse === 0 ? `${year}` : `${year}-${String(number).padStart(2, '0')}`))
  const words = fc
    .array(fc.constantFrom('历城区', '局长', '财政局', '今', '至今', '2012.03--2013.05', 'A班', '1', '、', '（', ' '), {
      minLength: 1,
      maxLength: 8,
    })
    .map(parts => `任${parts.join('')}`.trim())
  const text = fc
    .tuple(
      words,
      fc.array(
        words.map(word => `（其间：2001.09--2002.07${word}）`),
        { maxLength: 2 },
      ),
    )
    .map(lines => lines.flat().join('\n'))
  const dated = fc.record({ from: month, to: fc.option(month), text, level: fc.constant('') })
  const apart = fc.record({ from: fc.constant(null), to: fc.constant(null), text: words, level: fc.constant('') })

  test('rows are read back as they were', () => {
    const rows = fc.tuple(fc.array(dated, { maxLength: 8 }), fc.array(apart, { maxLength: 3 })).map(both => both.flat())
    fc.assert(
      fc.property(rows, entries => {
        expect(parseResume(printResume(entries as ResumeEntry[])).entries).toEqual(entries)
      }),
    )
  })

  test('no text throws, and no line of it is lost', () => {
    const line = fc.oneof(fc.string({ unit: 'binary' }), words, fc.constantFrom('1990.09--', '--', '　', blank18))
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), lines => {
        const whole = lines.join('\n')
        const letters = (of: string): number => [...of.matchAll(/\p{Letter}/gu)].length
        const { entries } = parseResume(whole)
        const kept = entries.map(entry => entry.text).join('')
        expect(letters(kept)).toBeGreaterThanOrEqual(letters(whole) - 8 * lines.length)
      }),
    )
  })
})

import { describe, expect, test } from 'vitest'
import { layoutForm } from '../../../../src/shared/cadres/form/form-layout.rules'
import type { FormSheet } from '../../../../src/shared/cadres/form/form-sheet'
import { d } from '../person'
import { family, resumeOf, sheetWith } from './sheets'

const pagesOf = (sheet: FormSheet) => layoutForm(sheet).pages
const textOf = (sheet: FormSheet): string =>
  pagesOf(sheet)
    .flatMap(({ blocks }) => blocks)
    .flatMap(({ lines }) => lines)
    .map(({ text }) => text)
    .join('')
const block = (sheet: FormSheet, page: number, key: string) =>
  pagesOf(sheet)[page]?.blocks.find(each => each.key === key)
const round = (number: number | undefined): number => Math.round((number ?? Number.NaN) * 10) / 10

describe('the grid of the official blank', () => {
  const [first, second] = pagesOf(sheetWith())
  /** Where rules stand on one axis, the frame included. */
  const at = (page: typeof first, axis: 0 | 1): number[] => {
    const straight = (page?.rules ?? []).filter(({ from, to }) => from[axis] === to[axis])
    return [...new Set(straight.map(({ from }) => round(from[axis])))].toSorted((a, b) => a - b)
  }
  const steps = (places: number[]): number[] =>
    places.slice(1).map((place, index) => round(place - (places[index] ?? 0)))

  test('columns of page one', () => {
    expect(at(first, 0)[0]).toBe(22)
    expect(steps(at(first, 0))).toEqual([13.8, 4.2, 23, 18.7, 23, 23.2, 23.5, 36.3])
  })
  test('rows of page one', () => {
    expect(steps(at(first, 1))).toEqual([12.5, 12.2, 12, 12.5, 6.1, 6.1, 12.2, 12.5, 12.5, 12.5, 125.8])
  })
  test('columns and rows of page two', () => {
    expect(at(second, 0)[0]).toBe(22.5)
    expect(steps(at(second, 0))).toEqual([13.1, 19.3, 22.5, 10.1, 17.8, 1.7, 13.8, 67.9])
    expect(steps(at(second, 1))).toEqual([25, 18, 24, 11.4, ...Array.from({ length: 7 }, () => 12.3), 36.5, 35.6])
  })
  test('the photo stands over four rows', () => {
    const photo = first?.blocks.find(({ kind }) => kind === 'photo')
    expect([round(photo?.x), round(photo?.y), round(photo?.width), round(photo?.height)]).toEqual([
      151.4, 27.8, 36.3, 49.2,
    ])
  })
})

describe('what stands where', () => {
  test('every text of the sheet stands on it, whole', () => {
    const sheet = sheetWith({ name: '周𠮷㛃䶮', form: { currentPost: '云泽区司法局党组书记、局长' } })
    const text = textOf(sheet)
    for (const value of [sheet.name, sheet.currentPost, sheet.reason, sheet.reportingUnit, sheet.technicalTitle])
      expect(text).toContain(value)
    for (const member of sheet.family) expect(text).toContain(member.unitAndPost)
  })

  test('every line stands inside its cell', () => {
    const long = sheetWith({
      name: '阿依努尔·买买提',
      nation: '柯尔克孜族',
      nativePlace: '新疆维吾尔自治区伊犁',
      form: {
        speciality: '法'.repeat(110),
        technicalTitle: '高'.repeat(90),
        currentPost: '职'.repeat(324),
        health: '良好'.repeat(9),
      },
      family: [
        { title: '岳父', name: '名'.repeat(18), politics: '中国国民党革命委员会', unitAndPost: '单'.repeat(248) },
      ],
    })
    for (const edition of ['3', '4'] as const)
      for (const page of pagesOf({ ...long, edition }))
        for (const { x, y, width, height, lines, kind } of page.blocks) {
          if (kind === 'title' || kind === 'note') continue
          for (const line of lines) {
            expect(line.y, line.text).toBeGreaterThan(y - 0.3)
            expect(line.y + (line.linePt * 25.4) / 72, line.text).toBeLessThan(y + height + 0.3)
            expect(line.x, line.text).toBeGreaterThan(x - 0.1)
            expect(line.x + line.width, line.text).toBeLessThan(x + width + 0.1)
          }
        }
  })

  test('a short text stays on one line while it can be read, and a long one turns to the left', () => {
    const sheet = sheetWith({ family: [{ title: '丈夫', name: '周', politics: '中共党员', unitAndPost: '' }] })
    expect(block(sheet, 1, 'family.0.politics')?.lines.map(({ text }) => text)).toEqual(['中共党员'])
    const name = block(sheetWith({ name: '阿依努尔·买买提·阿卜杜拉' }), 0, 'name')
    expect(name?.lines.length).toBeGreaterThan(1)
    expect(name?.lines[0]?.align).toBe('left')
  })

  test('without a degree the two lines of an education are one', () => {
    const rows = (degree: string): number[] =>
      pagesOf(sheetWith({ form: { fullTimeEducation: '大学', fullTimeDegree: degree } }))
        .flatMap(({ blocks }) => blocks)
        .filter(({ key }) => key.startsWith('fullTime') && !key.includes('School'))
        .map(({ height }) => round(height))
    expect(rows('')).toEqual([12.2])
    expect(rows('法学学士')).toEqual([6.1, 6.1])
  })

  test('the dead have no age', () => {
    const [first, second] = sheetWith({
      family: [
        { title: '父亲', name: '林', birth: '1955-01', unitAndPost: '林业局退休干部（已去世）' },
        { title: '母亲', name: '何', birth: '1957-09', unitAndPost: '退休' },
      ],
    }).family
    expect([first?.age, second?.age]).toEqual(['', '68'])
  })
})

describe('the two editions', () => {
  const labels = (edition: '3' | '4'): string[] =>
    (pagesOf({ ...sheetWith({}, edition) })[0]?.blocks ?? [])
      .filter(({ kind }) => kind === 'label')
      .map(({ lines }) => lines.map(({ text }) => text).join(''))
  test('4.x says when somebody reaches the age', () => {
    expect(labels('3')).not.toContain('到龄时间')
    expect(labels('4')).toContain('到龄时间')
    expect(sheetWith({}, '4').retirement).toBe('2040.11\n（58岁）')
    expect(sheetWith({}, '3').retirement).toBe('')
    expect(sheetWith({}, '4', { month: d('2038-06'), reason: '区委组织部认定' }).retirement).toBe('2038.06')
  })
  test('health moves to the fourth row', () => {
    expect(round(block(sheetWith({}, '3'), 0, 'health')?.y)).toBe(52.5)
    expect(round(block(sheetWith({}, '4'), 0, 'health')?.y)).toBe(64.5)
  })
})

describe('pages', () => {
  test.each([
    [0, 2],
    [4, 2],
    [7, 2],
    [8, 3],
    [12, 3],
    [26, 3],
    [27, 4],
  ])('a family of %d stands on %d pages', (count, pages) => {
    const sheet = sheetWith({ family: family(count) })
    expect(pagesOf(sheet)).toHaveLength(pages)
    for (let member = 1; member <= count; member += 1) expect(textOf(sheet)).toContain(`成员${member}`)
  })

  test('page two says how many members stand elsewhere', () => {
    expect(textOf(sheetWith({ family: family(12) }))).toContain('家庭成员共 12 人，后 5 人见续页')
    expect(textOf(sheetWith({ family: family(7) }))).not.toContain('续页')
  })

  test.each([1, 12, 23, 40, 60, 62])('a résumé of %d lines stands on page one', lines => {
    const { pages, resume } = layoutForm(sheetWith({ form: { resume: resumeOf(lines) } }))
    expect(pages).toHaveLength(2)
    expect(resume.goesOn).toBe(false)
  })

  test('a résumé beyond every size goes on after page two, whole', () => {
    const text = resumeOf(150)
    const sheet = sheetWith({ form: { resume: text } })
    const { pages, resume } = layoutForm(sheet)
    expect(resume).toEqual({ pt: 5, goesOn: true })
    expect(pages.length).toBeGreaterThan(2)
    const printed = textOf(sheet)
    for (const line of text.split('\n')) expect(printed).toContain(line.replace('  ', ''))
  })

  test('other long texts go on as well', () => {
    const sheet = sheetWith({
      form: { rewardsAndPunishments: '2018年2月，经云泽区委批准，记三等功；'.repeat(180).slice(0, 4000) },
    })
    const { pages } = layoutForm(sheet)
    expect(pages.length).toBe(4)
    expect(textOf(sheet)).toContain('其余内容见续页')
    const told = pages.flatMap(({ blocks }) => blocks.filter(({ key }) => key.startsWith('rewards')))
    expect(told.flatMap(({ lines }) => lines.map(({ text }) => text)).join('')).toBe(sheet.rewards)
  })

  test('mark, number and page stand outside the tables on every page', () => {
    const { pages } = layoutForm(sheetWith({ family: family(9) }), { mark: '秘密★10年', foot: '〔2026〕第 42 号' })
    for (const [index, { blocks, rules }] of pages.entries()) {
      const bottom = Math.max(...rules.map(({ to }) => to[1]))
      const top = Math.min(...rules.map(({ from }) => from[1]))
      const lines = blocks.flatMap(each => each.lines)
      const mark = lines.find(({ text }) => text === '秘密★10年')
      const foot = lines.find(({ text }) => text === `〔2026〕第 42 号　第 ${index + 1} 页，共 3 页`)
      expect(mark?.y).toBeLessThan(top)
      expect(foot?.y).toBeGreaterThan(bottom)
    }
  })
})

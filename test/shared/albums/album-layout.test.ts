import { describe, expect, test } from 'vitest'
import { type AlbumContent, type AlbumPerson, albumContent } from '../../../src/shared/albums/album-content.rules'
import { layAlbum } from '../../../src/shared/albums/album-layout.rules'
import { albumSheet, bodyRoom, trimOf } from '../../../src/shared/albums/album-sheet'
import { type AlbumFacts, newAlbum, type Shown } from '../../../src/shared/albums/albums'
import { songti } from '../../../src/shared/cadres/form/text-fit.rules'
import { noFurniture, type PaperPage } from '../../../src/shared/papers/paper-page'

const measures = { body: songti, title: songti, mark: songti, fangsong: songti, kaiti: songti }
const MM = 25.4 / 72
const sentence = '他带领专班三个月走访二十六个村、一百四十户，逐户签字；“先难后易”，问题当天清零。'
const person = (index: number, more: Partial<AlbumPerson> = {}): AlbumPerson => ({
  key: `k${index}`,
  name: `${'赵钱孙李周吴郑王'.charAt(index % 8)}${'一二三四五六七八九十'.charAt(index % 10)}`,
  post: '云泽区柳浦镇党委书记',
  honour: '“出彩型”好干部',
  given: '2029年7月1日　中共云泽区委',
  posthumous: index === 3,
  hasPhoto: index % 2 === 0,
  text: sentence.repeat(4),
  ...more,
})
const album = (facts: Partial<AlbumFacts>, chapters: AlbumContent['chapters']): AlbumContent => ({
  facts: { ...newAlbum('中共云泽区委组织部', '二〇二九年七月'), ...facts },
  chapters,
})
const hundred = Array.from({ length: 100 }, (_, index) => person(index))
const laid = (content: AlbumContent) => layAlbum(content, { mark: '', foot: '内部　〔2029〕第 1 号' }, measures)
const textOf = ({ blocks }: PaperPage): string => blocks.flatMap(({ lines }) => lines.map(({ text }) => text)).join('')
const bodyPages = (pages: readonly PaperPage[]): PaperPage[] => pages.filter(({ title }) => /^第\d+页$/.test(title))

function insistInside(page: PaperPage, { width, height }: { width: number; height: number }): void {
  for (const { lines } of page.blocks)
    for (const line of lines) {
      const em = line.pt * MM
      if (line.vertical) {
        expect(line.y).toBeGreaterThanOrEqual(0)
        expect(line.y + [...line.text].length * em).toBeLessThanOrEqual(height)
        continue
      }
      // The spacing that draws a line out ends at the width; half an em of hanging marks is forgiven.
      expect(songti(line.text) * em + (line.spacing ?? 0) * ([...line.text].length - 1)).toBeLessThanOrEqual(
        line.width + em / 2,
      )
      expect(line.x).toBeGreaterThanOrEqual(0)
      expect(line.x + line.width).toBeLessThanOrEqual(width + 0.01)
      expect(line.y + line.linePt * MM).toBeLessThanOrEqual(height + 0.01)
      expect(line.text).not.toMatch(/^[，。、；：！？”》）]/)
    }
}

describe.each(['one', 'two', 'four'] as const)('laid out %s a page', layout => {
  test.each(['A4', '16K'] as const)('a hundred people on %s: all in, in order, nothing over its edge', paper => {
    const content = album({ layout, paper }, [{ title: '出彩型', people: hundred }])
    const { pages, contents, pictures, sheet } = laid(content)
    const most = { one: 1, two: 2, four: 4 }[layout]
    expect(bodyPages(pages)).toHaveLength(Math.ceil(100 / most))
    for (const page of pages) insistInside(page, sheet)
    const { y, height } = bodyRoom(trimOf(content.facts))
    for (const page of bodyPages(pages))
      for (const block of page.blocks.filter(({ kind }) => kind === 'value'))
        for (const line of block.lines) expect(line.y + line.linePt * MM).toBeLessThanOrEqual(y + height + 0.01)
    expect(contents).toHaveLength(101)
    for (const { title, page, isChapter } of contents)
      if (!isChapter) expect(textOf(bodyPages(pages)[page - 1] as PaperPage)).toContain(title)
    expect(pictures.flat()).toEqual(hundred.filter(({ hasPhoto }) => hasPhoto).map(({ key }) => key))
  })
  test('long deeds go on to further pages and lose no character', () => {
    const text = Array.from({ length: 60 }, (_, index) => `第${index + 1}件：${sentence}`).join('\n')
    const { pages, contents } = laid(
      album({ layout }, [{ title: '', people: [person(0), person(1, { text }), person(2)] }]),
    )
    const all = bodyPages(pages).map(textOf).join('').replaceAll('　', '')
    for (let index = 1; index <= 60; index += 1) expect(all).toContain(`第${index}件`)
    expect(all.split('逐户签字').length - 1).toBe(60 + 8)
    expect(all).toContain('（续）')
    // The one after begins where the pages of the long one end.
    expect(contents[2]?.page).toBe(bodyPages(pages).length)
    for (const page of pages) insistInside(page, trimOf({ paper: 'A4' }))
  })
})

test('names and honours of any length take smaller type', () => {
  const people = [
    person(0, { name: '阿卜杜热合曼·买买提依明', hasPhoto: false }),
    person(1, {
      name: '云泽区城市更新和老旧小区改造工作领导小组办公室联合专班',
      hasPhoto: false,
      honour: '全省脱贫攻坚与乡村振兴有效衔接工作先进集体称号'.repeat(3),
      post: '区住房和城乡建设局、区自然资源局、区行政审批服务管理局'.repeat(2),
    }),
  ]
  for (const layout of ['one', 'two', 'four'] as const)
    for (const page of laid(album({ layout }, [{ title: '', people }])).pages)
      insistInside(page, trimOf({ paper: 'A4' }))
})

test('foreword, contents and back page stand around the people; without a foreword there is none', () => {
  const chapters = [{ title: '', people: [person(0)] }]
  const full = laid(album({ foreword: sentence.repeat(60), back: '感谢各单位供稿' }, chapters))
  expect(full.pages.map(({ title }) => title)).toEqual(['封面', '前言1', '前言2', '前言3', '目录1', '第1页', '封底'])
  expect(laid(album({}, chapters)).pages.map(({ title }) => title)).toEqual(['封面', '目录1', '第1页', '封底'])
})

test('for a printing house the sheet is larger, the marks stand outside, and the line of the register is cut off', () => {
  const chapters = [{ title: '', people: [person(0)] }]
  const { pages, sheet } = laid(album({ bleed: true }, chapters))
  expect(sheet).toEqual({ width: 230, height: 317 })
  expect(albumSheet({ paper: '16K', bleed: false })).toEqual({ width: 185, height: 260 })
  const [front] = pages
  expect(front?.rules.filter(({ weight }) => weight === 0.25)).toHaveLength(8)
  // The ground runs three millimetres over the edge.
  expect(front?.fills?.[0]).toMatchObject({ x: 7, y: 7, width: 216, height: 303 })
  const foot = front?.blocks.flatMap(({ lines }) => lines).find(({ text }) => text.includes('第 1 号'))
  expect(foot?.y).toBeGreaterThan(297 + 10 + 3)
  expect(JSON.stringify(layAlbum(album({}, chapters), noFurniture, measures).pages)).not.toContain('第 1 号')
})

const shown = (index: number, more: Partial<Shown>): Shown =>
  ({
    id: `h${index}`,
    holder: 'person',
    name: `甲${index}`,
    post: '',
    unitId: null,
    unitName: '',
    honour: '嘉奖',
    kind: '嘉奖',
    level: '区',
    authority: '',
    on: '2029',
    deeds: '登记册里的事迹',
    posthumous: false,
    cadreId: null,
    photoId: null,
    ...more,
  }) as Shown

test.each([
  ['none', [['', ['甲3', '甲1', '甲2']]]],
  [
    'kind',
    [
      ['嘉奖', ['甲1']],
      ['出彩型', ['甲3', '甲2']],
    ],
  ],
  [
    'year',
    [
      ['2029年', ['甲3', '甲2']],
      ['2028年', ['甲1']],
    ],
  ],
  [
    'unit',
    [
      ['甲镇', ['甲3']],
      ['乙镇', ['甲1', '甲2']],
    ],
  ],
] as const)('chapters by %s keep the order of the album within', (chapters, expected) => {
  const list = [
    shown(1, { on: '2028-07' as Shown['on'], unitId: 'b', unitName: '乙镇' }),
    shown(2, { kind: '出彩型', unitId: 'b', unitName: '乙镇' }),
    shown(3, { kind: '出彩型', unitId: 'a', unitName: '甲镇' }),
  ]
  const entries = [3, 1, 2].map(index => ({
    honourId: `h${index}` as Shown['id'],
    text: index === 3 ? '自己的话' : null,
  }))
  const content = albumContent({ ...newAlbum('', ''), chapters }, entries, list, ['a', 'b'])
  expect(content.chapters.map(({ title, people }) => [title, people.map(({ name }) => name)])).toEqual(expected)
  expect(content.chapters.flatMap(({ people }) => people).find(({ name }) => name === '甲3')?.text).toBe('自己的话')
  expect(content.chapters.flatMap(({ people }) => people).find(({ name }) => name === '甲1')?.text).toBe(
    '登记册里的事迹',
  )
})

import { describe, expect, test } from 'vitest'
import { songti } from '../../../src/shared/cadres/form/text-fit.rules'
import { certificateDate, certificateDateInCharacters } from '../../../src/shared/certificates/certificate-dates'
import { layCertificate, layTestPage } from '../../../src/shared/certificates/certificate-layout.rules'
import {
  mayNumber,
  nextNumber,
  numberWords,
  seriesOf,
} from '../../../src/shared/certificates/certificate-numbers.rules'
import { TemplateFacts } from '../../../src/shared/certificates/certificates'
import { shippedTemplates } from '../../../src/shared/certificates/templates.data'
import { PartialDate } from '../../../src/shared/dates/partial-date'

const measures = { body: songti, title: songti, mark: songti, fangsong: songti, kaiti: songti }
const fields = {
  姓名: '欧阳单雄信',
  称呼: '欧阳单雄信同志',
  称号: '“出彩型”好干部',
  日期: '2029年7月1日',
  汉字日期: '二〇二九年七月一日',
  批准机关: '中共云泽区委',
  证书编号: '荣证〔2029〕001号',
}
const plain = { blank: true, offset: { x: 0, y: 0 }, mark: '' }

test.each([
  ['2026', '2026年', '二〇二六年'],
  ['2026-07', '2026年7月', '二〇二六年七月'],
  ['2026-12-31', '2026年12月31日', '二〇二六年十二月三十一日'],
  ['2010-10-20', '2010年10月20日', '二〇一〇年十月二十日'],
])('the date %s on a certificate', (text, plainly, inCharacters) => {
  const date = PartialDate.parse(text)
  expect([certificateDate(date), certificateDateInCharacters(date)]).toEqual([plainly, inCharacters])
})

describe('running numbers', () => {
  const used = [
    { number: 1, free: false },
    { number: 2, free: false },
    { number: 3, free: true },
  ]
  test.each([
    ['the next one', used, 3, 2, '', undefined],
    ['one that is in use', used, 2, 1, '', '第 2 号已经用过，编号不能重复'],
    ['a gap without a reason', used, 6, 1, ' ', '上一个编号是 2，从 6 起会空出 3 个号，请写明原因'],
    ['a gap with a reason', used, 6, 1, '3 至 5 号印坏', undefined],
    ['the first of a series', [], 1, 500, '', undefined],
  ])('%s', (_name, given, first, count, gap, refusal) => {
    expect(mayNumber(given, first, count, gap)).toEqual(
      refusal === undefined ? { allowed: true } : { allowed: false, reason: refusal },
    )
  })
  test('what was never printed is free again, what was stays used', () => {
    expect(nextNumber(used)).toBe(3)
    expect(nextNumber([])).toBe(1)
  })
  test('each year counts anew', () => {
    expect(numberWords(seriesOf('荣证〔{年}〕{号}号', 2029), 7, 3)).toBe('荣证〔2029〕007号')
  })
})

describe('the layout', () => {
  test.each(shippedTemplates.map(template => [template.name, template] as const))(
    '%s: every line in its box',
    (_n, template) => {
      // Blanks at the beginning of a text are its indent, and stay.
      expect(TemplateFacts.parse(template).boxes).toEqual(template.boxes)
      const { page, tooLong } = layCertificate(template, { name: '甲', fields }, plain, measures)
      expect(tooLong).toEqual([])
      expect(page.blocks).toHaveLength(template.boxes.length)
      for (const block of page.blocks)
        for (const line of block.lines) {
          const em = (line.pt * 25.4) / 72
          if (line.vertical) {
            expect([...line.text].length * em).toBeLessThanOrEqual(block.height + em / 2)
            expect(line.x).toBeGreaterThanOrEqual(block.x - 0.001)
          } else {
            expect(songti(line.text) * em).toBeLessThanOrEqual(block.width + em / 2)
            expect(line.y + (line.linePt * 25.4) / 72).toBeLessThanOrEqual(block.y + block.height + 0.001)
          }
          expect(line.text).not.toMatch(/^[，。、；：！？”》）]/)
        }
    },
  )
  const [template] = shippedTemplates
  if (!template) throw new Error('none ships')
  test('a long text takes smaller type; one that fits in no size is named', () => {
    const long = { ...fields, 称号: '全区重点项目攻坚先进工作者'.repeat(5) }
    const { page, tooLong } = layCertificate(template, { name: '甲', fields: long }, plain, measures)
    expect(tooLong).toEqual([])
    expect(page.blocks[2]?.lines[0]?.pt).toBeLessThan(22)
    const endless = { ...fields, 称号: '全区重点项目攻坚先进工作者'.repeat(300) }
    expect(layCertificate(template, { name: '甲', fields: endless }, plain, measures).tooLong).toHaveLength(1)
  })
  test('printed paper gets neither the frame nor the words that it has; an offset moves everything', () => {
    const look = { blank: false, offset: { x: 2, y: -1.5 }, mark: '' }
    const { page } = layCertificate(template, { name: '甲', fields }, look, measures)
    expect(page.rules).toEqual([])
    expect(JSON.stringify(page.blocks)).not.toContain('荣誉证书')
    const there = layCertificate(template, { name: '甲', fields }, { ...look, offset: { x: 0, y: 0 } }, measures).page
    expect(page.blocks[0]?.lines[0]?.x).toBeCloseTo((there.blocks[0]?.lines[0]?.x ?? 0) + 2)
    expect(page.blocks[0]?.lines[0]?.y).toBeCloseTo((there.blocks[0]?.lines[0]?.y ?? 0) - 1.5)
  })
  test('the test page has a ruler and the boxes, and nobody on it', () => {
    const page = layTestPage(template, { x: 0, y: 0 }, measures)
    expect(page.rules.length).toBeGreaterThan(90)
    expect(JSON.stringify(page.blocks)).toContain('{称呼}：')
  })
})

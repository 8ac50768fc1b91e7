import { join } from 'node:path'
import { type Locator, test } from '@playwright/test'
import type { CadreId } from '../../../src/shared/cadres/cadres'
import type { Calls } from '../../../src/shared/contract'
import { HonourFacts, wholeRegister } from '../../../src/shared/honours/honours'
import { fontsOf, type PdfPage, readPdf } from '../support/pdf'
import { expect, openDesk } from './support/desk'
import { answerWith, button, sendOff } from './support/dialogs'
import { inspect } from './support/inspect'
import { workAs } from './support/make-store'
import { officer } from './support/people'
import { putPortrait } from './support/portrait'

test.describe.configure({ mode: 'serial' })

const names = ['周启明', '林向阳', '欧阳雪松', '马赛男', '何望舒', '宋知远', '阿依古丽']
const deeds = '三个月走访二十六个村、一百四十户，逐户签字；“先难后易”，问题当天清零。'

const honourOf = (more: Partial<HonourFacts>): HonourFacts =>
  HonourFacts.parse({
    holder: 'team',
    cadreId: null,
    unitId: null,
    holderName: '云溪河整治专班',
    members: [],
    name: '“出彩型”好团队',
    kind: '出彩型',
    level: '区',
    authority: '中共云泽区委',
    nature: '党委',
    on: '2026-07-01',
    documentNo: '云发〔2026〕12号',
    documentTitle: '',
    ground: null,
    bonusFen: null,
    certificateNo: '',
    medalNo: '',
    handedOn: null,
    handedNote: '',
    deeds: deeds.repeat(3),
    evidence: '',
    publicity: '',
    posthumous: false,
    ...more,
  })

async function prepare(api: Calls): Promise<void> {
  for (const [index, name] of names.entries()) {
    const { cadre } = await api.cadres.add({ name, birth: '1980-05', unitId: null })
    const isMerit = index % 3 === 2
    await api.honours.add(
      honourOf({
        holder: 'person',
        holderName: '',
        cadreId: cadre.id,
        name: isMerit ? '三等功' : '“出彩型”好干部',
        kind: isMerit ? '三等功' : '出彩型',
        posthumous: index === 4,
        // One whose deeds take pages of their own.
        deeds:
          index === 1 ? Array.from({ length: 40 }, (_, n) => `第${n + 1}件：${deeds}`).join('\n') : deeds.repeat(4),
      }),
    )
  }
  await api.honours.add(honourOf({}))
}

const at = openDesk({ prepare: home => workAs(home, officer, prepare) })

const tab = async (name: string): Promise<void> => {
  await at.desk.goTo('荣誉')
  await at.desk.page.getByRole('tab', { name, exact: true }).click()
}
const wordsOf = ({ texts }: PdfPage): string =>
  texts
    .map(({ text }) => text)
    .join('')
    .replaceAll(/\s/g, '')

/** The lines of the contents, each read from left to right: two columns of rows of 7.4 mm that begin 42 mm from above. */
function linesOf({ width, texts }: PdfPage): string[] {
  const rows = new Map<string, string>()
  for (const { text, left, top, bottom } of texts.toSorted((a, b) => a.left - b.left)) {
    const row = `${left > width / 2} ${Math.floor(((top + bottom) / 2 - 42) / 7.4)}`
    rows.set(row, (rows.get(row) ?? '') + text.replaceAll(/\s/g, ''))
  }
  return [...rows.values()]
}

async function saveAs(path: string): Promise<void> {
  await answerWith(at.desk, path)
  await sendOff(at.desk, '付印')
  await button(at.desk.page, '知道了').click({ timeout: 120_000 })
}

test('an album as PDF: cover, contents with the right page numbers, everybody in it, fonts inside', async () => {
  const { desk } = at
  const { page, home } = desk
  await desk.signIn(officer)
  const { revoked: _revoked, ...inForce } = wholeRegister
  const asked = { ...inForce, offset: 0, limit: 20 }
  const wall = await desk.invoke<{ rows: { cadreId: CadreId | null }[] }>('albums.wall', asked)
  if (!wall.ok) throw new Error(wall.error.message)
  for (const { cadreId } of wall.value.rows.slice(0, 5)) if (cadreId) await putPortrait(page, cadreId, 360, 480)
  await tab('风采录')
  await button(page, '新建风采录').click()
  await page.getByLabel('题名').fill('出彩云泽')
  await page.getByLabel('副题').fill('2026年“出彩型”好干部、好团队风采录')
  await page.getByLabel('前言').fill('让担当者出彩，让出彩者更担当。'.repeat(12))
  await page.getByText('每页两人').click()
  await button(page, '选人').click()
  await button(page, '收入 8 项').click()
  await page.getByRole('listitem').filter({ hasText: '周启明' }).getByRole('button', { name: '文字' }).click()
  await desk.dialog.getByLabel('事迹').fill('画册里另写的话。')
  await button(page, '采用').click()
  await inspect(desk)
  await button(page, '保存').click()
  await expect(page.getByText('有未保存的改动')).toBeHidden()
  await button(page, '排版和导出').click()
  await expect(desk.dialog.getByText(/共 \d+ 面，含封面和封底/)).toBeVisible()
  const path = join(home, '风采录.pdf')
  await saveAs(path)
  const pages = await readPdf(path)
  const words = pages.map(wordsOf)
  const contents = words.findIndex(text => text.includes('目录'))
  expect(words[0]).toContain('出彩云泽')
  expect(words[1]).toContain('前言')
  expect(contents).toBe(2)
  // The body begins after the contents; its pages are numbered from 1.
  const lines = linesOf(pages[contents] as PdfPage)
  for (const name of [...names, '云溪河整治专班']) {
    const number = Number(lines.map(line => new RegExp(`^${name}…*(\\d+)$`).exec(line)?.[1]).find(Boolean))
    expect(words[contents + number], `${name} on its page`).toContain(name)
  }
  expect(words.join('')).toContain('画册里另写的话')
  expect(words.join('')).toContain('林向阳（续）')
  for (let index = 1; index <= 40; index += 1) expect(words.join('')).toContain(`第${index}件：`)
  expect(pages.flatMap(({ pictures }) => pictures).length).toBeGreaterThan(2)
  expect((await fontsOf(path)).missing).toEqual([])
  for (const each of pages) expect([Math.round(each.width), Math.round(each.height)]).toEqual([210, 297])
})

test('certificates in a batch: numbers first, then one sheet each with its own number', async () => {
  const { desk } = at
  const { page, home } = desk
  await tab('证书')
  await inspect(desk)
  await button(page, '选没有编号的').click()
  await button(page, '编号').click()
  await button(page, '写入 8 个编号').click()
  await expect(page.getByText('0 项没有编号')).toBeVisible()
  await button(page, '预览和打印').click()
  await expect(desk.dialog.getByText('第 1 / 8 份')).toBeVisible()
  const path = join(home, '证书.pdf')
  await saveAs(path)
  const pages = await readPdf(path)
  expect(pages.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual(
    Array.from({ length: 8 }, () => [297, 210]),
  )
  const words = pages.map(wordsOf)
  const numbers = words.map(text => /荣证〔\d{4}〕(\d{3})号/.exec(text)?.[1])
  expect(numbers).toEqual(['001', '002', '003', '004', '005', '006', '007', '008'])
  for (const name of names) expect(words.filter(text => text.includes(`${name}同志：`))).toHaveLength(1)
  await page.getByText('模板', { exact: true }).first().click()
  await expect(page.getByText('毫米格尺和各处的位置，打印测试页就是这一张')).toBeVisible()
  await inspect(desk)
  await page.getByText('编号登记').click()
  await expect(page.getByText(/荣证〔\d{4}〕1号 至 荣证〔\d{4}〕8号/)).toBeVisible()
})

// Last: without a window manager the window keeps the size of the screen.
test('the wall: portraits and plates, by keys, and in full screen once names may be shown', async () => {
  const { desk } = at
  const { page } = desk
  await tab('荣誉墙')
  const wall = page.getByRole('list', { name: '荣誉墙' })
  await expect(wall.getByRole('listitem')).toHaveCount(8)
  await expect(wall.getByText('2026年追授')).toBeVisible()
  const cards: Locator = wall.getByRole('button')
  await cards.first().focus()
  await page.keyboard.press('ArrowRight')
  await expect(cards.nth(1)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(desk.dialog.getByText(deeds.slice(0, 12)).first()).toBeVisible()
  await page.keyboard.press('Escape')
  await inspect(desk)
  await button(page, '大厅展示').click()
  await expect(desk.dialog.getByText('照常自动锁定')).toBeVisible()
  await expect(button(page, '开始展示')).toHaveAttribute('aria-disabled', 'true')
  await desk.dialog.getByText('每屏六项').click()
  await desk.dialog.getByRole('checkbox').check()
  await button(page, '开始展示').click()
  const hall = page.getByRole('dialog', { name: '大厅展示' })
  await expect(hall.getByText('1 / 2')).toBeVisible()
  await expect(hall.getByRole('article')).toHaveCount(6)
  await page.keyboard.press('ArrowRight')
  await expect(hall.getByText('2 / 2')).toBeVisible()
  await page.keyboard.press(' ')
  await expect(hall.getByText('已暂停')).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('hall.png') })
  await page.keyboard.press('Escape')
  await expect(hall).toBeHidden()
})

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from '@playwright/test'
import { Document, Packer, Paragraph } from 'docx'
import { readZip } from '../../../src/main/cadres/zip-guard'
import type { NoteId } from '../../../src/shared/interviews/interviews'
import { SecrecyMark } from '../../../src/shared/secrecy/secrecy.rules'
import { fontsOf, type PdfPage, readPdf } from '../support/pdf'
import { expect, openDesk } from './support/desk'
import { answerWith, button, sendOff } from './support/dialogs'
import { inspect } from './support/inspect'
import { workAs } from './support/make-store'
import { officer } from './support/people'
import { scanOf } from './support/scan'

test.describe.configure({ mode: 'serial' })

const answers = Array.from(
  { length: 26 },
  (_, index) =>
    `第${index + 1}件：到任以后先跑遍了辖区十二个社区，老旧小区加装电梯卡在管线迁改上，住建、供电、燃气三家各说各的，想请区里明确由谁牵头、何时开会。`,
)

const at = openDesk({
  prepare: home =>
    workAs(home, officer, async api => {
      const { cadre } = await api.cadres.add({ name: '周启明', birth: null, unitId: null })
      const changes = [{ field: 'form.currentPost', value: '云溪街道党工委副书记、办事处主任' }]
      await api.cadres.change({ id: cadre.id, revision: 1, changes, reason: '' })
      const me = (await api.interviews.talkers({})).find(({ name }) => name === officer.name)
      if (!me) throw new Error('the officer may hold talks')
      const plan = {
        kind: 'admonition',
        subjects: [cadre.id],
        talkers: [me.id],
        recorderId: null,
        startsAt: new Date(Date.now() - 3_600_000).toISOString(),
        minutes: 60,
        place: '区委三楼谈话室',
        mode: '当面' as const,
        occasion: '违反会议纪律，擅自变更议题',
        mark: SecrecyMark.parse('工作秘密'),
        readers: [],
        dueKey: null,
      }
      const { ids } = await api.interviews.plan({ plans: [plan], round: null, avoid: { names: [], departments: [] } })
      const [id] = ids
      if (!id) throw new Error('planned')
      const opened = await api.interviews.open({ id, heldOn: null })
      const parts = ['matter', 'content', 'reply', 'demands']
      const notes = answers.map((text, index) => ({
        id: crypto.randomUUID() as NoteId,
        revision: 0,
        position: index + 1,
        part: parts[Math.floor(index / 7)] ?? 'demands',
        form: index % 2 === 0 ? ('问' as const) : ('答' as const),
        mark: index === 20 ? ('承诺' as const) : null,
        text: index === 25 ? '家里的事，先别跟单位说。' : text,
        sealed: index === 25,
        at: new Date().toISOString(),
        soundMs: null,
        removed: false,
      }))
      await api.interviews.keepNotes({ id, notes })
      const details = { ...opened.details, summary: '本人认识到问题，表示限期改正。\n六个月后由干部科了解改正情况。' }
      await api.interviews.keepDetails({ id, revision: opened.revision, details })
      await api.interviews.finish({ id })
    }),
})

const wordsOf = ({ texts }: PdfPage): string =>
  texts
    .map(({ text }) => text)
    .join('')
    .replaceAll(/\s/g, '')
const textsWith = ({ texts }: PdfPage, words: string) => texts.filter(({ text }) => text.includes(words))

async function savePdf(path: string): Promise<PdfPage[]> {
  const { desk } = at
  const { page } = desk
  await button(page, '打印和导出').click()
  await desk.dialog.getByText('存为 PDF').click()
  await expect(desk.dialog.getByText(/^A4 共 \d+ 页/)).toBeVisible()
  await answerWith(desk, path)
  await sendOff(desk, '送本人签字')
  await expect(page.getByText('已导出 1 人')).toBeVisible({ timeout: 90_000 })
  await button(page, '知道了').click()
  return readPdf(path)
}

test('the paper of a talk is seen before it leaves, and says on every page that it is not final', async () => {
  const { desk } = at
  const { page } = desk
  await desk.signIn(officer)
  await desk.goTo('谈话')
  await page.getByRole('button', { name: /周启明/ }).click()
  await button(page, '打印和导出').click()
  await expect(desk.dialog.getByText('内容还没有定稿，每页印有“未定稿”。')).toBeVisible()
  await expect(desk.dialog.getByText(/^A4 共 \d+ 页/)).toBeVisible()
  await inspect(desk)
  await button(page, '取消').click()
  const pages = await savePdf(join(desk.home, 'draft.pdf'))
  for (const each of pages) expect(textsWith(each, '未定稿')).toHaveLength(1)
})

test('final, it is measured: margins of 公文, title, page numbers by their side, signature lines whole', async () => {
  const { desk } = at
  const { page, home } = desk
  await page.getByLabel(/的密码$/).fill(officer.password)
  await button(page, '确认').click()
  await expect(page.getByText('已定稿')).toBeVisible()
  const path = join(home, 'final.pdf')
  const pages = await savePdf(path)
  expect(pages.length).toBeGreaterThan(3)
  for (const [index, each] of pages.entries()) {
    expect(Math.abs(each.width - 210)).toBeLessThan(0.3)
    expect(Math.abs(each.height - 297)).toBeLessThan(0.3)
    expect(wordsOf(each)).not.toContain('未定稿')
    expect(wordsOf(each)).toContain(`—${index + 1}—`)
    // 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm.
    const body = each.texts.filter(({ size }) => size > 13 && size < 30)
    const inside = body.filter(({ top }) => top > 36 && top < 262)
    expect(Math.min(...inside.map(({ left }) => left))).toBeGreaterThan(27.5)
    expect(Math.max(...inside.map(({ right }) => right))).toBeLessThan(184.6)
    expect(Math.max(...inside.map(({ bottom }) => bottom))).toBeLessThan(262.5)
    const number = each.texts.filter(({ top, size }) => top > 267 && top < 276 && Math.abs(size - 14) < 0.2)
    expect(number.length).toBeGreaterThan(0)
    for (const { left } of number) expect(left > 105).toBe(index % 2 === 0)
    expect(wordsOf(each)).toContain('工作秘密')
  }
  const [first] = pages
  const last = pages.find(each => wordsOf(each).includes('）：'))
  if (!first || !last) throw new Error('pages')
  const title = first.texts.filter(({ size }) => Math.abs(size - 22) < 0.2)
  expect(title.map(({ text }) => text).join('')).toBe('诫勉谈话记录')
  const [from, to] = [Math.min(...title.map(({ left }) => left)), Math.max(...title.map(({ right }) => right))]
  expect(Math.abs((from + to) / 2 - 106)).toBeLessThan(1)
  for (const words of [`谈话人（${officer.name}）：`, '谈话对象（周启明）：']) expect(wordsOf(last)).toContain(words)
  const rules = last.lines.filter(
    ({ left, right, bottom, top }) => right - left > 20 && bottom - top < 0.1 && left > 80,
  )
  expect(rules.length).toBeGreaterThanOrEqual(2)
  const whole = pages.map(wordsOf).join('')
  for (let index = 0; index < 25; index += 1) expect(whole).toContain(`第${index + 1}件：`)
  expect(whole).not.toContain('先别跟单位说')
  expect(whole).toContain('另有密封内容1条，未印出')
  const { fonts, missing } = await fontsOf(path)
  expect(fonts).toBeGreaterThan(0)
  expect(missing).toEqual([])
})

test('as Word it is filled by the template in use, and read back', async () => {
  const { desk } = at
  const { page, home } = desk
  await button(page, '打印和导出').click()
  await desk.dialog.getByText('存为 Word').click()
  await desk.dialog.getByRole('textbox', { name: '理由' }).fill('送区纪委')
  const path = join(home, '诫勉谈话.docx')
  await answerWith(desk, path)
  await button(page, '选择位置并保存').click()
  await expect(page.getByText('已导出 1 人')).toBeVisible({ timeout: 60_000 })
  await button(page, '知道了').click()
  const parts = await readZip(readFileSync(path), name => name.endsWith('.xml'))
  if (!parts.ok) throw new Error(parts.failure.why)
  const words = (name: string): string => (parts.value.get(name)?.toString('utf8') ?? '').replaceAll(/<[^>]+>/g, '')
  expect(words('word/document.xml')).toContain('诫勉谈话记录')
  expect(words('word/document.xml')).toContain('第25件：')
  expect(words('word/document.xml')).toContain('谈话对象（周启明）：')
  expect(words('word/document.xml')).not.toMatch(/[{}]/)
  expect(words('word/document.xml')).not.toContain('先别跟单位说')
  expect(words('word/header1.xml')).toContain('工作秘密')
})

test('the signed paper comes back as a scan, and is looked at with a reason', async () => {
  const { desk } = at
  const { page, home } = desk
  const path = join(home, '签字页.png')
  writeFileSync(path, scanOf(620, 877, 3))
  await answerWith(desk, path)
  await button(page, '附扫描件').click()
  await expect(page.getByText('已附签字扫描件')).toBeVisible()
  await inspect(desk)
  await button(page, '查看').last().click()
  await desk.giveReason('核对签字', '查阅')
  await expect(desk.dialog.getByText('签字页')).toBeVisible()
  await expect(desk.dialog.locator('canvas')).toBeVisible()
  await page.keyboard.press('Escape')
})

test('templates are listed with their placeholders; one that lacks something is not taken', async () => {
  const { desk } = at
  const { page, home } = desk
  await desk.goTo('谈话')
  await page.getByRole('tab', { name: '文书模板' }).click()
  await expect(page.getByText('随应用提供的模板')).toBeVisible()
  await inspect(desk)
  const path = join(home, '下载.docx')
  await answerWith(desk, path)
  await button(page, '下载随应用的模板').click()
  await expect(page.getByText(/^已存到/)).toBeVisible()
  await button(page, '更换模板').click()
  await desk.giveReason('先放原样', '放入')
  await expect(page.getByText('下载.docx')).toBeVisible()
  const wrong = join(home, '缺.docx')
  writeFileSync(wrong, await wordFile(['{谈话时间}{职位}']))
  await answerWith(desk, wrong)
  await button(page, '更换模板').click()
  await desk.giveReason('试', '放入')
  await expect(desk.dialog).toContainText('不认识：{职位}')
  await expect(desk.dialog).toContainText('缺少：{谈话地点}')
  await button(page, '取消').click()
})

const wordFile = (texts: readonly string[]): Promise<Buffer> =>
  Packer.toBuffer(new Document({ sections: [{ children: texts.map(text => new Paragraph(text)) }] }))

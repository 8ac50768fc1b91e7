import { join } from 'node:path'
import { type Page, test } from '@playwright/test'
import type { CadreId } from '../../../src/shared/cadres/cadres'
import { fontsOf, type PdfPage, readPdf } from '../support/pdf'
import { expect, openDesk } from './support/desk'
import { answerWith, button, sendOff } from './support/dialogs'
import { inspect } from './support/inspect'
import { workAs } from './support/make-store'
import { bare, boxAt, first, type Grid, openEdges, runningOut, second, textsIn, wordsIn } from './support/paper'
import { officer } from './support/people'
import { putPortrait } from './support/portrait'

test.describe.configure({ mode: 'serial' })

const name = '叶尔兰·欧阳䶮'
const rare = '区㛃泉街道办事处主任、𬱖水河河长'
const resume = Array.from(
  { length: 14 },
  (_, index) =>
    `20${String(index + 3).padStart(2, '0')}.07--20${String(index + 4).padStart(2, '0')}.07  云泽区石桥镇党委委员、副镇长${index === 6 ? '（其间：2010.09--2011.07在省委党校中青年干部培训班学习）' : ''}`,
).join('\n')
const members = ['妻子', '儿子', '女儿', '父亲', '母亲', '岳父', '岳母', '弟弟', '妹妹'].map((title, index) => ({
  title,
  name: `尉迟${'甲乙丙丁戊己庚辛壬'[index]}`,
  birth: '1975-03',
  birthText: '',
  politics: '群众',
  unitAndPost: '云泽区石桥镇中心小学一级教师',
}))

/** Half a pixel of the screen: Chromium's pages are whole pixels. */
const TOLERANCE_SHEET = 0.3

type Place = Parameters<typeof boxAt>[1]
/** Cells of the first page: where, and what stands in them. The photo and the education rows are measured by themselves. */
const cells: readonly (readonly [Place, string])[] = [
  [[0, 0, 1, 2], '姓名'],
  [[0, 2, 1, 1], name],
  [[0, 3, 1, 1], '性别'],
  [[0, 4, 1, 1], '男'],
  [[0, 5, 1, 1], '出生年月（岁）'],
  [[1, 0, 1, 2], '民族'],
  [[1, 2, 1, 1], '哈萨克族'],
  [[1, 3, 1, 1], '籍贯'],
  [[1, 4, 1, 1], '山东曹县'],
  [[1, 5, 1, 1], '出生地'],
  [[1, 6, 1, 1], '山东曹县'],
  [[2, 0, 1, 2], '入党时间'],
  [[2, 3, 1, 1], '参加工作时间'],
  [[2, 4, 1, 1], '2003.07'],
  [[4, 0, 4, 2], '学历学位'],
  [[4, 2, 2, 1], '全日制教育'],
  [[4, 3, 1, 2], '大学'],
  [[5, 3, 1, 2], '理学学士'],
  [[4, 5, 2, 1], '毕业院校系及专业'],
  [[4, 6, 2, 2], '云泽大学数学系'],
  [[6, 2, 2, 1], '在职教育'],
  [[6, 5, 2, 1], '毕业院校系及专业'],
  [[8, 0, 1, 3], '现任职务'],
  [[8, 3, 1, 5], rare],
  [[9, 0, 1, 3], '拟任职务'],
  [[10, 0, 1, 3], '拟免职务'],
  [[11, 0, 1, 1], '简历'],
  [[11, 1, 1, 7], bare(resume)],
]
const editions = {
  '3.x 版': [
    [[2, 5, 1, 1], '健康状况'],
    [[2, 6, 1, 1], '健康'],
    [[3, 0, 1, 2], '专业技术职务'],
    [[3, 2, 1, 2], '高级工程师'],
    [[3, 4, 1, 1], '熟悉专业有何专长'],
    [[3, 5, 1, 2], '水利'],
  ],
  '4.x 版': [
    [[2, 5, 1, 1], '到龄时间'],
    [[3, 0, 1, 2], '健康状况'],
    [[3, 2, 1, 1], '健康'],
    [[3, 3, 1, 1], '专业技术职务'],
    [[3, 4, 1, 1], '高级工程师'],
    [[3, 5, 1, 1], '熟悉专业有何专长'],
    [[3, 6, 1, 1], '水利'],
  ],
} as const
const later: readonly (readonly [Place, string])[] = [
  [[0, 0, 1, 1], '奖惩情况'],
  [[0, 1, 1, 7], '2015年7月，经云泽区委批准，记三等功；'],
  [[1, 1, 1, 7], '2025年年度考核优秀。'],
  [[2, 0, 1, 1], '任免理由'],
  [[2, 1, 1, 7], '工作需要'],
  [[3, 0, 8, 1], '家庭主要成员及重要社会关系'],
  [[3, 1, 1, 1], '称谓'],
  [[3, 4, 1, 1], '政治面貌'],
  [[3, 5, 1, 3], '工作单位及职务'],
  ...Array.from({ length: 7 }, (_, row) => [
    [[4 + row, 1, 1, 1], members[row]?.title ?? ''] as const,
    [[4 + row, 2, 1, 1], members[row]?.name ?? ''] as const,
    [[4 + row, 5, 1, 3], members[row]?.unitAndPost ?? ''] as const,
  ]).flat(),
  [[11, 0, 2, 1], '呈报单位'],
  [[11, 1, 2, 7], '中共云泽区委组织部年月日'],
  [[13, 1, 1, 5], '（盖章）年月日'],
  [[13, 7, 1, 1], '（盖章）年月日'],
]

let someone: CadreId | undefined

const at = openDesk({
  prepare: home =>
    workAs(home, officer, async api => {
      const { cadre } = await api.cadres.add({ name, birth: null, unitId: null })
      const fields = {
        sex: '男',
        birth: '1980-03',
        nation: '哈萨克族',
        nativePlace: '山东曹县',
        birthPlace: '山东曹县',
        workStart: '2003-07',
        'form.partyText': '200207',
        'form.health': '健康',
        'form.technicalTitle': '高级工程师',
        'form.speciality': '水利',
        'form.fullTimeEducation': '大学',
        'form.fullTimeDegree': '理学学士',
        'form.fullTimeSchool': '云泽大学数学系',
        'form.currentPost': rare,
        'form.resume': resume,
        'form.rewardsAndPunishments': '2015年7月，经云泽区委批准，记三等功；',
        'form.assessments': '2025年年度考核优秀。',
        'form.reason': '工作需要',
        'form.reportingUnit': '中共云泽区委组织部',
        family: members,
      }
      const changes = Object.entries(fields).map(([field, value]) => ({ field, value }))
      await api.cadres.change({ id: cadre.id, revision: 1, changes, reason: '测试' })
      someone = cadre.id
    }),
})

/** Opens the preview of the one person in the list and saves the form in an edition. */
async function saveForm(page: Page, edition: keyof typeof editions, path: string): Promise<PdfPage[]> {
  const { desk } = at
  await page.keyboard.press('Control+e')
  await desk.dialog.getByRole('radio', { name: /任免审批表.*Word/ }).click()
  await button(page, '打开预览').click()
  await desk.dialog.getByText('存为 PDF').click()
  await desk.dialog.getByText(edition).click()
  if (edition === '4.x 版') await inspect(desk)
  await answerWith(desk, path)
  await sendOff(desk, '常委会讨论')
  await expect(page.getByText('已导出 1 人')).toBeVisible({ timeout: 90_000 })
  await button(page, '知道了').click()
  return readPdf(path)
}

function expectCells(page: PdfPage, grid: Grid, expected: readonly (readonly [Place, string])[]): void {
  for (const [place, words] of expected) {
    const box = boxAt(grid, place)
    expect.soft(wordsIn(page, box), `cell ${place.join()}`).toBe(words)
    expect.soft(runningOut(page, box), `out of cell ${place.join()}`).toEqual([])
  }
}

for (const edition of ['3.x 版', '4.x 版'] as const)
  test(`the printed form, ${edition}: its sheet, its grid and what stands in each cell`, async () => {
    const { desk } = at
    const { page, home } = desk
    if (edition === '3.x 版') {
      await desk.signIn(officer)
      expect(someone && (await putPortrait(page, someone, 300, 400))).toBe(true)
      await desk.goTo('干部')
      await expect(page.getByRole('row', { name: new RegExp(name) })).toBeVisible()
    }
    const path = join(home, `${edition}.pdf`)
    const pages = await saveForm(page, edition, path)
    // Two members more than the second page has rows for.
    expect(pages).toHaveLength(3)
    for (const { width, height } of pages) {
      expect(Math.abs(width - 210)).toBeLessThan(TOLERANCE_SHEET)
      expect(Math.abs(height - 297)).toBeLessThan(TOLERANCE_SHEET)
    }
    const [front, back, more] = pages
    if (!front || !back || !more) throw new Error('three pages')

    const shown = [...cells, ...editions[edition]]
    const frames = shown
      .map(([place]) => place)
      .filter(([row, , rows]) => !(row === 4 && rows === 1) && !(row === 5 && rows === 1))
    for (const place of frames)
      expect.soft(openEdges(front, boxAt(first, place)), `page 1, ${place.join()}`).toEqual([])
    for (const [place] of later.filter(([[row]]) => row < 11))
      expect.soft(openEdges(back, boxAt(second, place)), `page 2, ${place.join()}`).toEqual([])
    expect.soft(openEdges(back, boxAt(second, [11, 0, 3, 8])), 'who reports and approves').toEqual([])
    expectCells(front, first, shown)
    expectCells(back, second, later)

    const [photo, ...others] = front.pictures
    expect(others).toEqual([])
    const frame = boxAt(first, [0, 7, 4, 1])
    expect.soft(openEdges(front, frame), 'the photo’s frame').toEqual([])
    if (!photo) throw new Error('no photo')
    expect(photo.left).toBeGreaterThan(frame.left)
    expect(photo.right).toBeLessThan(frame.right)
    expect(photo.top).toBeGreaterThan(frame.top)
    expect(photo.bottom).toBeLessThan(frame.bottom)
    expect((photo.right - photo.left) / (photo.bottom - photo.top)).toBeCloseTo(3 / 4, 2)

    // Every line that is drawn lies on the blank's grid, on the first page.
    const xs = first.columns.reduce((found, width) => [...found, (found.at(-1) ?? 0) + width], [first.x])
    const ys = first.rows.reduce((found, height) => [...found, (found.at(-1) ?? 0) + height], [first.y])
    for (const { left, right, top, bottom } of front.lines) {
      const [places, where] = right - left < 0.05 ? [xs, left] : [ys, top]
      expect
        .soft(Math.min(...places.map(place => Math.abs(place - where))), `line at ${left},${top} to ${right},${bottom}`)
        .toBeLessThan(0.5)
    }
    expect(
      bare(
        textsIn(more, { left: 0, top: 0, right: 210, bottom: 297 })
          .map(({ text }) => text)
          .join(''),
      ),
    ).toContain('尉迟辛')
    for (const [index, { texts }] of pages.entries())
      expect(bare(texts.map(({ text }) => text).join(''))).toContain(`第${index + 1}页，共3页`)

    const { fonts, missing } = await fontsOf(path)
    expect(fonts).toBeGreaterThan(0)
    expect(missing).toEqual([])
  })

// Cadre files: import a folder of 任免审批表, look, confirm, find, correct, see the history, print, ask, compare, export.
import path from 'node:path'
import { root } from '../support/process.mjs'

const samples = path.join(root, 'test', 'samples', 'lrmx')
const goTo = (tour, title) => tour.page.getByRole('navigation').getByText(title, { exact: true }).click()

/** @param tour what `scripts/tour.mjs` gives each chapter, with the officer signed in */
export async function cadres(tour) {
  const { page } = tour
  await tour.step('Import: a folder is read, nothing is written yet', 'import-read', async () => {
    await goTo(tour, '导入')
    await tour.app.evaluate(({ dialog }, folder) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [folder] })
    }, samples)
    await page.getByRole('button', { name: '选择文件夹' }).click()
    await page.getByRole('button', { name: '确认导入' }).waitFor({ timeout: 60_000 })
    await page.getByRole('listbox').focus()
    await page.keyboard.press('ArrowDown')
    await page.getByRole('complementary', { name: '核对' }).getByRole('heading').waitFor()
  })
  await tour.step('Import: confirmed as one step that can be undone', 'import-done', async () => {
    await page.getByRole('button', { name: '确认导入' }).click()
    await page.getByText('已导入：').waitFor({ timeout: 30_000 })
  })
  await tour.step('The list', 'cadres', async () => {
    await goTo(tour, '干部')
    await page.getByRole('grid').waitFor()
  })
  await tour.step('Found by initials', 'cadres-found', async () => {
    await page.keyboard.press('Control+k')
    await page.keyboard.type('lx')
    await page.getByRole('option', { name: /赖鑫/ }).first().waitFor()
  })
  await tour.step('One person’s file', 'cadre', async () => {
    await page.getByRole('option', { name: /赖鑫/ }).first().click()
    await page.getByRole('tab', { name: /履历/ }).waitFor()
  })
  await tour.step('A birth date is corrected, with the reason', 'cadre-edit', async () => {
    await page.getByRole('button', { name: '编辑' }).first().click()
    const form = page.getByRole('form', { name: '编辑档案' })
    await form.getByLabel('出生年月').first().fill('1971.09')
    await form.getByLabel('修改理由').fill('按档案核对')
  })
  await tour.step('The history keeps before and after', 'cadre-history', async () => {
    await page.getByRole('form', { name: '编辑档案' }).getByRole('button', { name: '保存' }).click()
    await page.getByRole('tab', { name: '变更' }).click()
    await page.getByText('理由：按档案核对').waitFor()
  })
  await tour.step('What the checks say', 'cadre-checks', async () => {
    await page.getByRole('tab', { name: /核对/ }).click()
    await page.waitForTimeout(400)
  })
  await tour.step('The form exactly like the paper', 'cadre-form', async () => {
    await page.getByRole('tab', { name: '任免表' }).click()
    await page.waitForTimeout(400)
  })
  await tour.step('Printed to PDF, with a number in the register', 'printed', async () => {
    const file = path.join(tour.home, '赖鑫.pdf')
    await tour.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    }, file)
    await page.getByRole('button', { name: '打印或保存' }).click()
    const asked = page.getByRole('dialog')
    await asked.getByText('存为 PDF').click()
    const replaced = page.getByRole('button', { name: '知道了，照此排版', exact: true })
    if (await replaced.isVisible()) await replaced.click()
    await asked.getByRole('textbox', { name: '理由' }).fill('常委会讨论')
    await page.getByRole('button', { name: '选择位置并保存', exact: true }).click()
    await page.getByText('已导出 1 人').waitFor({ timeout: 60_000 })
  })
  await tour.step('A question over everybody, in plain words', 'query', async () => {
    await page.getByRole('dialog').getByRole('button', { name: '知道了', exact: true }).click()
    await goTo(tour, '组合查询')
    await page.getByRole('combobox', { name: '加条件', exact: true }).focus()
    await page.keyboard.type('nl')
    await page.locator('.ant-select-item-option-active').filter({ hasText: '年龄' }).waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.type('50')
    await page.getByRole('tab', { name: /^符合 \d+ 人$/ }).waitFor()
    await page.getByRole('row', { name: /赖鑫/ }).waitFor()
  })
  await tour.step('Two of them side by side, and no best', 'compare', async () => {
    await page.getByRole('grid', { name: '干部名单' }).focus()
    for (const key of ['ArrowDown', 'Space', 'ArrowDown', 'Space']) await page.keyboard.press(key)
    await page.getByRole('group', { name: '选中的人' }).getByRole('button', { name: '比较' }).click()
    await page.getByRole('columnheader').first().waitFor()
  })
  await tour.step('Export: whom, what and why', 'export', async () => {
    await goTo(tour, '干部')
    await page.getByRole('grid').waitFor()
    await page.keyboard.press('Control+e')
    await page.getByRole('dialog').waitFor()
  })
  await page.keyboard.press('Escape')
}

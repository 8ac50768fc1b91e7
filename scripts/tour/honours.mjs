// 荣誉: the board with its numbers, the medals of a year, the wall, and an album that is laid out.
/** @param tour what `scripts/tour.mjs` gives each chapter, with the officer signed in */
export async function honours(tour) {
  const { page } = tour
  const dialog = page.getByRole('dialog')
  const press = name => page.getByRole('button', { name, exact: true }).click()
  const tab = name => page.getByRole('tab', { name, exact: true }).click()
  await tour.step('Honours: a team is entered, with its document and its deeds', 'honours-form', async () => {
    await page.getByRole('navigation').getByText('荣誉', { exact: true }).click()
    await tab('荣誉册')
    await page.getByRole('button', { name: '登记' }).first().click()
    await dialog.getByText('团队', { exact: true }).click()
    await dialog.getByLabel('团队名称').fill('云溪河整治专班')
    await dialog.getByLabel('名称', { exact: true }).fill('“出彩型”好团队')
    await dialog.getByLabel('批准机关').fill('中共云泽区委')
    await dialog.getByLabel('事迹').fill('三个月完成河道整治，水质由五类升到三类')
  })
  await tour.step('Honours: what the register says of it', 'honours-register', async () => {
    await dialog.getByRole('button', { name: '登记', exact: true }).click()
    await page.getByRole('button', { name: '核验', exact: true }).waitFor()
  })
  await page.keyboard.press('Escape')
  await tour.step('Honours: by year, level and kind, each number leads to its rows', 'honours-board', async () => {
    await tab('统计')
    await page.getByRole('table').first().waitFor()
  })
  await tour.step('Honours: who is due the fifty-year medal, and what the files lack', 'honours-medals', () =>
    tab('在党50年'),
  )
  await tour.step('Honours: the wall', 'honours-wall', () => tab('荣誉墙'))
  await tour.step('Honours: an album, two people a page', 'honours-album', async () => {
    await tab('风采录')
    await press('新建风采录')
    await page.getByLabel('题名').fill('出彩云泽')
    await page.getByText('每页两人').click()
    await press('选人')
    await page.getByRole('button', { name: /^收入 \d+ 项$/ }).click()
    await dialog.waitFor({ state: 'hidden' })
    await press('保存')
    await page.getByText('有未保存的改动').waitFor({ state: 'hidden' })
  })
  await tour.step(
    'Honours: the album laid out, with cover, contents and numbered pages',
    'honours-album-pages',
    async () => {
      await press('排版和导出')
      await dialog.getByText(/共 \d+ 面，含封面和封底/).waitFor({ timeout: 60_000 })
    },
  )
  await page.keyboard.press('Escape')
}

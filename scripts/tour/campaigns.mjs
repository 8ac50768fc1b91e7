// 出彩行动: a small campaign is called, its places are divided by heads, somebody is nominated and checked.
/** @param tour what `scripts/tour.mjs` gives each chapter, with the officer signed in */
export async function campaigns(tour) {
  const { page } = tour
  const dialog = page.getByRole('dialog')
  const press = name => page.getByRole('button', { name, exact: true }).click()
  await tour.step('Campaigns: one is called, with its document and its day', 'campaign-call', async () => {
    await page.getByRole('navigation').getByText('荣誉', { exact: true }).click()
    await page.getByRole('tab', { name: '出彩行动', exact: true }).click()
    await press('发起行动')
    await dialog.getByRole('combobox', { name: '品牌' }).click()
    await page.getByTitle('出彩型', { exact: true }).click()
    await dialog.getByLabel('发动文件').fill('关于开展寻找“出彩型”干部行动的通知')
    await dialog.getByLabel('发动日期').fill('2026.11.02')
    await dialog.getByLabel('推荐截止').fill('2026.11.20')
  })
  await tour.step('Campaigns: places are divided by heads', 'campaign-quotas', async () => {
    await dialog.getByRole('button', { name: '发起', exact: true }).click()
    await dialog.waitFor({ state: 'hidden' })
    await page.getByLabel('个人总数').fill('6')
    await press('按人数分配')
    await page.getByPlaceholder('个人', { exact: true }).first().fill('2')
  })
  await tour.step('Campaigns: somebody is nominated for a deed', 'campaign-nominee', async () => {
    await press('保存名额')
    await page.locator('[data-reason="先分推荐名额"]').waitFor({ state: 'detached' })
    await press('进入推荐')
    await press('推荐')
    const people = dialog.getByRole('combobox', { name: '人选' })
    await people.click()
    await people.fill('lx')
    await page.locator('.ant-select-item-option').filter({ hasText: '赖鑫' }).first().click()
    await page.keyboard.press('Escape')
    const unit = dialog.getByRole('combobox', { name: '推荐单位' })
    await unit.click()
    await unit.press('Enter')
    await dialog.getByLabel('事迹').fill('三个月完成河道整治，水质由五类升到三类')
  })
  await tour.step('Campaigns: what the file says of restrictions, and the opinions', 'campaign-check', async () => {
    await dialog.getByRole('button', { name: '推荐', exact: true }).click()
    await dialog.waitFor({ state: 'hidden' })
    await press('进入核查')
    await press('登记意见')
    await dialog.getByLabel('签署').fill('区纪委监委')
    await dialog.getByRole('button', { name: '登记', exact: true }).click()
    await dialog.waitFor({ state: 'hidden' })
  })
}

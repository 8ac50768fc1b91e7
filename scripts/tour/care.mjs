// 关心关爱: an illness is noted, what is due appears with its basis, a visit is recorded, and the week goes on paper.
const tab = (page, name) => page.getByRole('tab', { name, exact: true }).click()
const choose = async (page, dialog, text, name) => {
  const people = dialog.getByRole('combobox').first()
  await people.click()
  await people.fill(text)
  await page.locator('.ant-select-item-option').filter({ hasText: name }).first().click()
}

/** @param tour what `scripts/tour.mjs` gives each chapter, with the officer signed in */
export async function care(tour) {
  const { page } = tour
  const dialog = page.getByRole('dialog')
  await tour.step('Care: who needs us today, this week, and who was kept waiting', 'care-today', async () => {
    await page.getByRole('navigation').getByText('工作台', { exact: true }).click()
    await page.getByText('该关心的人').waitFor()
  })
  await tour.step('Care: an illness is noted, nobody is asked who told of it', 'care-event', async () => {
    await page.getByRole('navigation').getByText('关爱', { exact: true }).click()
    await tab(page, '记录')
    await page.getByRole('button', { name: '登记生活事件' }).click()
    await choose(page, dialog, 'lx', '赖鑫')
    await dialog.getByLabel('需要什么（不写是谁反映的）').fill('手术后需要人陪护，孩子没有人接送')
  })
  await tour.step('Care: what is due today, with its basis', 'care-due', async () => {
    await dialog.getByRole('button', { name: '登记', exact: true }).click()
    await tab(page, '应办')
    await page.getByText(/本人住院，3 日内/).waitFor()
  })
  await tour.step('Care: a visit is recorded, with what was given', 'care-record', async () => {
    const line = page.locator('.crl-row').filter({ hasText: '赖鑫' })
    await line.getByRole('button', { name: '记录', exact: true }).first().click()
    await dialog.getByLabel('看到什么、做了什么').fill('到医院看望，手术顺利；已请工会帮忙接送孩子')
    await dialog.getByRole('button', { name: '慰问金、慰问品、凭证' }).click()
    await dialog.getByLabel('慰问品').fill('鲜花、水果')
  })
  await tour.step('Care: the week on paper, to be taken along', 'care-week', async () => {
    await page.keyboard.press('Control+Enter')
    await dialog.waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: '打印本周' }).click()
    await dialog.getByText(/^A4 横/).waitFor()
  })
  await page.keyboard.press('Escape')
  await tour.step('Care: the month, day by day', 'care-month', async () => {
    await tab(page, '日历')
    await page.getByRole('table', { name: '关爱日历' }).waitFor()
  })
  for (const [name, title, file] of [
    ['惑困老', 'Care: three desks, each question with its owner and day', 'care-desks'],
    ['困难帮扶', 'Care: cases of hardship', 'care-hardships'],
    ['走访慰问', 'Care: the visits of a festival', 'care-batches'],
    ['措施', 'Care: twenty-nine measures, plan against done', 'care-measures'],
    ['覆盖', 'Care: whom it reached, and whom not', 'care-coverage'],
  ])
    await tour.step(title, file, () => tab(page, name))
}

// 谈心谈话: plan a talk, hold it along the outline, end it with the password, see what was promised and who was reached.
const goTo = (tour, title) => tour.page.getByRole('navigation').getByText(title, { exact: true }).click()
const tab = (page, name) => page.getByRole('tab', { name, exact: true }).click()

/** One line of the record, with its mark. */
async function note(page, text, mark) {
  await page.keyboard.type(text)
  if (mark) await page.keyboard.press(mark)
  await page.keyboard.press('Enter')
}

/** @param tour what `scripts/tour.mjs` gives each chapter, with the officer signed in */
export async function talks(tour, officer) {
  const { page } = tour
  await tour.step('Talks: one is planned, with place and time', 'talk-plan', async () => {
    await goTo(tour, '谈话')
    await page.getByRole('button', { name: '安排谈话' }).first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('combobox', { name: /谈话对象/ }).fill('lx')
    await page.locator('.ant-select-item-option').filter({ hasText: '赖鑫' }).first().click()
    await dialog.getByRole('textbox', { name: '地点' }).fill('组织部 201 谈心室')
  })
  await tour.step('Talks: held along the outline, each line kept as it is typed', 'talk-record', async () => {
    await page.getByRole('dialog').getByRole('button', { name: '安排', exact: true }).click()
    await page.getByRole('button', { name: /赖鑫/ }).first().click()
    await page.getByRole('button', { name: '开始记录' }).click()
    await page.getByRole('textbox', { name: '记录' }).waitFor()
    await note(page, '想得通，干基层踏实，愿意到项目一线再干两年')
    await page.getByRole('button', { name: /困难与诉求/ }).click()
    await page.getByRole('textbox', { name: '记录' }).focus()
    await note(page, '孩子明年上学，希望帮着问一问入学政策', 'Alt+1')
    await page.getByText(/^已存 \d\d:\d\d$/).waitFor()
  })
  await tour.step('Talks: ended, locked and confirmed with the password', 'talk-final', async () => {
    await page.keyboard.press('Control+Enter')
    await page.getByRole('dialog').getByRole('button', { name: '结束并锁定' }).click()
    await page.getByLabel(/的密码$/).pressSequentially(officer.password)
    await page.getByRole('button', { name: '确认', exact: true }).click()
    await page.getByText('都已确认').waitFor({ timeout: 30_000 })
  })
  await tour.step('Talks: who was reached, and who was not', 'talk-coverage', async () => {
    await goTo(tour, '谈话')
    await tab(page, '覆盖')
    await page.getByText('久未谈话').waitFor()
  })
}

// Nothing is lost: a backup by hand, a check that it can be restored, a package for another store, and the way back.
const goTo = (tour, title) => tour.page.getByRole('navigation').getByText(title, { exact: true }).click()

/** @param tour what `scripts/tour.mjs` gives each chapter, with the officer signed in */
export async function backups(tour) {
  const { page } = tour
  const dialog = page.getByRole('dialog')
  const press = name => page.getByRole('button', { name, exact: true }).click()
  await tour.step('Backups: one by hand, read back before it counts', 'backups', async () => {
    await goTo(tour, '备份')
    await press('立即备份')
    await dialog.getByLabel('备注').fill('换届人选导入前')
    await dialog.getByRole('button', { name: '备份', exact: true }).click()
    await page.getByRole('row', { name: /换届人选导入前/ }).waitFor({ timeout: 60_000 })
    await dialog.waitFor({ state: 'hidden' })
  })
  await tour.step('Backups: a drill restores it elsewhere and says what came out', 'backups-drill', async () => {
    await page
      .getByRole('button', { name: /的操作$/ })
      .first()
      .click()
    await page.getByRole('menuitem', { name: '恢复演练' }).click()
    await dialog.getByText(/恢复出 \d+ 人/).waitFor({ timeout: 60_000 })
  })
  await dialog.getByRole('button', { name: /知道了|确 ?定/ }).click()
  await dialog.waitFor({ state: 'hidden' })
  await tour.step('Exchange: people for another store, encrypted and signed', 'exchange', async () => {
    await goTo(tour, '数据交换')
    await page.getByRole('tab', { name: '发出', exact: true }).click()
    await press('制作数据包')
    await dialog.getByRole('button', { name: '下一步', exact: true }).click()
    await dialog.getByText(/共 \d+ 人/).waitFor()
  })
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
}

/** @param tour on the page that asks for a password */
export async function restoring(tour, { login, password }) {
  const { page } = tour
  const press = name => page.getByRole('button', { name, exact: true }).click()
  await tour.step('Restore: what a backup holds, before anything is touched', 'restore', async () => {
    await press('从备份恢复')
    await page.getByRole('button', { name: /手工备份/ }).click()
    await page.getByLabel('登录名').fill(login)
    await page.getByLabel('密码').pressSequentially(password)
    await press('预览')
    await page.getByText('换届人选导入前').waitFor({ timeout: 60_000 })
  })
  await press('换一份备份')
  await press('返回')
}

// The invented district: what pages look like that a unit has worked with.
/** @param tour what `scripts/tour.mjs` gives each chapter, with a demo that is being made */
export async function demo(tour) {
  const { page } = tour
  const tab = name => page.getByRole('tab', { name, exact: true }).click()
  await tour.step('Demo: the workbench of a district', 'demo-home', () =>
    page.getByRole('button', { name: '锁定' }).waitFor({ timeout: 120_000 }),
  )
  await tour.step('Demo: honours by year, level and unit', 'demo-honours', async () => {
    await page.getByRole('navigation').getByText('荣誉', { exact: true }).click()
    await tab('统计')
    await page.getByRole('table').first().waitFor()
  })
  await tour.step('Demo: the wall', 'demo-wall', async () => {
    await tab('荣誉墙')
    await page.getByText(/共 \d+ 项/).waitFor()
  })
}

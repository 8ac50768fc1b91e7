import { type Page, test } from '@playwright/test'
import { type Desk, expect, openDesk } from './support/desk'
import { zoom } from './support/inspect'
import { auditor, officer, system } from './support/people'

test.describe.configure({ mode: 'serial' })

const at = openDesk()

/** Leaves the focused thing and comes back to it: how it and the frames around it look with the focus and without. */
const comparedLooks = (page: Page) =>
  page.evaluate(async () => {
    const focused = document.activeElement
    if (!(focused instanceof HTMLElement) || focused === document.body || focused.dataset.walked) return null
    focused.dataset.walked = 'yes'
    const looks = async (): Promise<string> => {
      await new Promise(requestAnimationFrame)
      for (const animation of document.getAnimations()) animation.finish()
      return [focused, focused.parentElement, focused.parentElement?.parentElement]
        .map(element => {
          if (!element) return ''
          const { outlineStyle, outlineWidth, boxShadow, borderColor, backgroundColor } = getComputedStyle(element)
          return [outlineStyle, outlineWidth, boxShadow, borderColor, backgroundColor].join(' ')
        })
        .join('|')
    }
    const name = focused.textContent?.trim() || focused.getAttribute('aria-label') || focused.id
    const withFocus = await looks()
    focused.blur()
    const without = await looks()
    focused.focus()
    return { name, withFocus, without }
  })

/** Walks once around a page with Tab. Every stop must look other than it does unfocused. */
async function walk({ page }: Desk): Promise<string[]> {
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    for (const element of document.querySelectorAll('[data-walked]')) element.removeAttribute('data-walked')
  })
  const stops: string[] = []
  for (;;) {
    await page.keyboard.press('Tab')
    const seen = await comparedLooks(page)
    if (!seen) return stops
    expect.soft(seen.withFocus, `the focus on “${seen.name}” can be seen`).not.toBe(seen.without)
    stops.push(seen.name)
  }
}

test('the focus can be seen wherever Tab leads', async () => {
  const { desk } = at
  await expect(desk.page.getByLabel('登录名')).toBeFocused()
  expect(await walk(desk)).toContain('登录')
  await desk.signIn(system)
  for (const look of ['浅色', '深色']) {
    await desk.goTo('设置')
    await desk.page.getByText(look, { exact: true }).click()
    const stops = await walk(desk)
    for (const name of ['工作台', '账户', '锁定', '复制诊断信息', '修改密码']) expect(stops).toContain(name)
    await desk.goTo('账户')
    expect(await walk(desk)).toContain(officer.name)
  }
})

test('a short and a long name stand whole in the header and in the watermark', async () => {
  const { desk } = at
  for (const { name, ...person } of [auditor, officer]) {
    await desk.change(person)
    for (const percent of [100, 125]) {
      await zoom(desk, percent)
      const shown = desk.page.locator('.shell-account b')
      await expect(shown).toHaveText(name)
      const { needed, given } = await shown.evaluate(element => {
        const text = document.createRange()
        text.selectNodeContents(element)
        return { needed: text.getBoundingClientRect().width, given: element.getBoundingClientRect().width }
      })
      expect(needed).toBeLessThanOrEqual(given + 1)
      await expect(shown).toBeInViewport({ ratio: 1 })
    }
    const mark = await desk.page
      .locator('.dd-watermark:visible')
      .evaluate(element => decodeURIComponent(getComputedStyle(element).backgroundImage))
    expect(mark).toContain(name)
  }
})

test('whoever wants no motion gets none', async () => {
  const { desk } = at
  await desk.lock()
  const { page } = desk
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await desk.signIn(system)
  const moving = () =>
    page.evaluate(() => [
      ...document.getAnimations().map(animation => `runs: ${animation.constructor.name}`),
      ...[...document.querySelectorAll('*')].flatMap(element => {
        const { transitionDuration } = getComputedStyle(element)
        return /[1-9]/.test(transitionDuration) ? [`${element.getAttribute('class')}: ${transitionDuration}`] : []
      }),
    ])
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('option').first()).toBeVisible()
  expect(await moving()).toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('banner').getByRole('button', { name: /^提醒/ }).click()
  await expect(desk.dialog).toBeVisible()
  expect(await moving()).toEqual([])
  await page.keyboard.press('Escape')
  await expect(desk.dialog).toHaveCount(0)
  await desk.goTo('账户')
  await page.getByRole('row').getByRole('button', { name: officer.name }).click()
  expect(await moving()).toEqual([])
})

test('the look and the size are remembered when the application is started again', async () => {
  const theme = () => at.desk.page.locator('html').getAttribute('data-theme')
  const ground = () => at.desk.page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  await at.desk.goTo('设置')
  await at.desk.page.getByText('浅色', { exact: true }).click()
  const light = await ground()
  await at.desk.page.getByText('深色', { exact: true }).click()
  await at.desk.page.getByText('大字号', { exact: true }).click()
  await expect(at.desk.page.getByText('125 %')).toBeVisible()
  await at.reopen()
  // Before anyone has signed in.
  await expect.poll(theme).toBe('dark')
  expect(await ground()).not.toBe(light)
  expect(await at.desk.page.evaluate(() => innerWidth)).toBeLessThan(1366 / 1.2)
  await at.desk.signIn(system)
  await at.desk.goTo('设置')
  await expect(at.desk.page.getByRole('radio', { name: '深色' })).toBeChecked()
  await at.desk.page.getByText('跟随系统', { exact: true }).click()
  await at.desk.page.getByText('标准', { exact: true }).click()
  await at.reopen()
  await at.desk.page.emulateMedia({ colorScheme: 'dark' })
  await expect.poll(theme).toBe('dark')
  await at.desk.page.emulateMedia({ colorScheme: 'light' })
  await expect.poll(theme).toBe('light')
  expect(await ground()).toBe(light)
})

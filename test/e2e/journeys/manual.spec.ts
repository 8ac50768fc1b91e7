import { test } from '@playwright/test'
import { expect, openDesk } from './support/desk'
import { system } from './support/people'

test.describe.configure({ mode: 'serial' })

const at = openDesk()

test('F1 opens the manual at the page one is on; it is searched by initials; its pictures are shown', async () => {
  const { desk } = at
  await desk.signIn(system)
  await desk.goTo('账户')
  const { page } = desk
  await page.keyboard.press('F1')
  const manual = page.getByRole('dialog', { name: '使用手册' })
  await expect(manual.getByRole('article', { name: '账户与安全' })).toBeVisible()
  const picture = manual.getByRole('img', { name: '账户' })
  await picture.scrollIntoViewIfNeeded()
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(100)
  await page.screenshot({ path: test.info().outputPath('manual-light.png') })

  await manual.getByRole('textbox', { name: '在手册中查找' }).fill('wlmm')
  await manual.getByRole('button', { name: /^忘了密码/ }).click()
  await expect(manual.getByRole('heading', { name: '忘了密码' })).toBeInViewport()
  await page.keyboard.press('Escape')
  await expect(manual).toHaveCount(0)

  await desk.goTo('设置')
  await page.getByText('深色', { exact: true }).click()
  await page.keyboard.press('F1')
  await expect(manual.getByRole('article', { name: '开始使用' })).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('manual-dark.png') })
  await page.keyboard.press('Escape')
  await expect(manual).toHaveCount(0)
})

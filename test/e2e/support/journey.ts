import { expect, type Page } from '@playwright/test'
import { PASSWORD } from './store'

/** Signs in on the screen, key by key, as a person does. */
export async function signInByHand(page: Page, login: string, password = PASSWORD): Promise<void> {
  const form = page.getByRole('form', { name: '登录' })
  await form.getByLabel('登录名').fill(login)
  await form.getByLabel('密码').pressSequentially(password)
  await form.getByRole('button', { name: '登录' }).click()
  await expect(page.getByRole('navigation').first()).toBeVisible()
}

/** Goes to a page of the workspace by its name in the navigation, and waits for what stands on it. */
export async function goTo(page: Page, title: string): Promise<void> {
  const link = page.getByRole('navigation', { name: '页面' }).getByRole('link', { name: title })
  await link.click()
  await expect(link).toHaveAttribute('aria-current', 'page')
  await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible()
}

import type { Page } from '@playwright/test'
import { type Desk, expect } from './desk'
import { firstPeople, UNIT } from './people'

export const titles = {
  sysadmin: '系统管理员',
  secadmin: '安全保密管理员',
  auditor: '安全审计员',
  officer: '首位组织干事',
} as const

export type FirstPerson = (typeof firstPeople)[number]

export const next = (page: Page) => page.getByRole('button', { name: '下一步' }).click()

export async function fillPerson(page: Page, { role, name, login, department, password }: FirstPerson): Promise<void> {
  await expect(page.getByRole('heading', { name: titles[role] })).toBeVisible()
  await page.getByLabel('姓名').fill(name)
  await page.getByLabel('登录名').fill(login)
  await page.getByLabel('科室').fill(department)
  await page.getByLabel('密码', { exact: true }).fill(password)
  await page.getByLabel('再输一次').fill(password)
}

/** From the start page to the wizard's last question, by mouse. */
export async function fillWizard({ page }: Desk): Promise<void> {
  await page.getByRole('button', { name: '建立数据库' }).click()
  await page.getByLabel('单位全称').fill(UNIT)
  await next(page)
  for (const person of firstPeople) {
    await fillPerson(page, person)
    await next(page)
  }
  await expect(page.getByRole('heading', { name: '存放位置' })).toBeVisible()
}

/** The groups of the recovery code as they stand on the sheet. */
export async function codeGroups(page: Page): Promise<string[]> {
  // A calibrated key derivation for each of four accounts takes its time.
  await expect(page.getByRole('heading', { name: '恢复码', exact: true })).toBeVisible({ timeout: 60_000 })
  return page.locator('.recovery-code b').allInnerTexts()
}

/** The two groups that are asked for: their fields with what belongs into them. */
export async function askedGroups(page: Page, groups: readonly string[]) {
  const labels = await page.getByRole('form', { name: '恢复码' }).locator('label').allInnerTexts()
  return labels.map(label => {
    const number = Number(/第 (\d+) 组/.exec(label)?.[1])
    return { field: page.getByLabel(label, { exact: true }), group: groups[number - 1] ?? '' }
  })
}

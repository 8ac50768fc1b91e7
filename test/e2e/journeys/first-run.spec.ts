import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from '@playwright/test'
import { expect, useDesk } from './support/desk'
import { pressOn, tabTo, writeInto } from './support/keyboard'
import { auditor, firstPeople, officer, security, system, UNIT } from './support/people'
import { askedGroups, codeGroups, fillPerson, next, titles } from './support/wizard'

test.describe('a store is set up with the mouse', () => {
  test.describe.configure({ mode: 'serial', timeout: 90_000 })
  const at = useDesk({ empty: true })
  let groups: string[] = []

  test('a name of the unit is wanted, and the grade says what it means', async () => {
    const { page } = at.desk
    await expect(page.getByRole('heading', { name: '先建立或打开一个数据库' })).toBeVisible()
    await page.getByRole('button', { name: '建立数据库' }).click()
    await next(page)
    await expect(page.getByText('请填写单位全称')).toBeVisible()
    await expect(page.getByLabel('单位全称')).toHaveAttribute('aria-invalid', 'true')
    await page.getByLabel('单位全称').fill(UNIT)
    await expect(page.getByRole('radio', { name: /^内部/ })).toBeChecked()
    await page.getByText('按机密级单机管理').click()
    await expect(page.getByRole('radio', { name: /^机密/ })).toBeChecked()
    await page.getByRole('radio', { name: /^内部/ }).check()
    await next(page)
  })

  test('a weak password is refused with its reason', async () => {
    const { page } = at.desk
    const weak = [
      ['Kou4%', /密码至少 10 位，现在 5 位/],
      ['liangshanbo', /密码要含小写、大写、数字、符号中的 3 种/],
      ['xitong-Shan7', /密码中不能含有登录名、姓名或单位名/],
    ] as const
    await fillPerson(page, system)
    for (const [password, words] of weak) {
      await page.getByLabel('密码', { exact: true }).fill(password)
      await page.getByLabel('再输一次').fill(password)
      await next(page)
      await expect(page.getByText(words)).toBeVisible()
      await expect(page.getByRole('heading', { name: titles.sysadmin })).toBeVisible()
    }
    await page.getByLabel('密码', { exact: true }).fill(system.password)
    await page.getByLabel('再输一次').fill(`${system.password}!`)
    await next(page)
    await expect(page.getByText('两次输入的密码不一样')).toBeVisible()
    await page.getByLabel('再输一次').fill(system.password)
    await next(page)
    await expect(page.getByRole('heading', { name: titles.secadmin })).toBeVisible()
  })

  test('the auditor must be another person than the administrators', async () => {
    const { page } = at.desk
    await fillPerson(page, security)
    await next(page)
    await fillPerson(page, { ...auditor, name: system.name })
    await next(page)
    await expect(page.getByText('管理员和安全审计员必须由不同的人担任。如果只是同名，请填工号')).toBeVisible()
    await expect(page.getByRole('heading', { name: titles.auditor })).toBeVisible()
    await page.getByLabel('姓名').fill(auditor.name)
    await page.getByLabel('登录名').fill(system.login)
    await next(page)
    await expect(page.getByText('系统管理员已用了这个登录名')).toBeVisible()
    await page.getByLabel('登录名').fill(auditor.login)
    await next(page)
    await fillPerson(page, officer)
    await next(page)
  })

  test('a folder that holds other things is refused, an empty one taken', async () => {
    const { page, app, home } = at.desk
    const taken = join(home.folder, 'taken')
    mkdirSync(taken)
    writeFileSync(join(taken, '往来信函.txt'), '别处的文件')
    const choose = (folder: string) =>
      app.evaluate(({ dialog }, filePath) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] })
      }, folder)
    await expect(page.locator('.wizard-place-path')).toHaveText(/担当数据$/)
    await choose(taken)
    await page.getByRole('button', { name: '换一个文件夹' }).click()
    await expect(page.locator('.wizard-place-path')).toHaveText(taken)
    await page.getByRole('button', { name: '建立数据库' }).click()
    await expect(page.getByRole('alert')).toContainText('这个文件夹不是空的')
    await choose(home.store)
    await page.getByRole('button', { name: '换一个文件夹' }).click()
    await expect(page.locator('.wizard-place-path')).toHaveText(home.store)
    await page.getByRole('button', { name: '建立数据库' }).click()
    groups = await codeGroups(page)
    expect(groups).toHaveLength(10)
    for (const group of groups) expect(group).toMatch(/^[0-9A-Z]{4}$/)
  })

  test('the code has to be proved, and is shown this once', async () => {
    const { page } = at.desk
    const [first, second] = await askedGroups(page, groups)
    if (!first || !second) throw new Error('two groups are asked for')
    await first.field.fill(first.group)
    await second.field.fill(second.group === '7777' ? '8888' : '7777')
    await page.getByRole('button', { name: '核对，去登录' }).click()
    await expect(page.getByText(/和纸上的第 \d+ 组不一样，请对照再输/)).toHaveCount(1)
    await second.field.fill(second.group.toLowerCase())
    await page.getByRole('button', { name: '核对，去登录' }).click()
    await expect(page.getByRole('heading', { name: '登录' })).toBeVisible()
    for (const group of groups) expect(await page.content()).not.toContain(`<b>${group}</b>`)
  })

  test('the first officer signs in to a home that says where to begin', async () => {
    const { desk } = at
    await desk.signIn(officer)
    await expect(desk.heading).toHaveText(/^\d+月\d+日　星期./)
    await expect(desk.page.getByRole('button', { name: '建立单位' })).toBeVisible()
    await expect(desk.page.getByRole('banner')).toContainText(UNIT)
  })
})

test.describe('a store is set up by keyboard alone', () => {
  test.describe.configure({ mode: 'serial', timeout: 90_000 })
  const at = useDesk({ empty: true })

  test('from the start page to the home page', async () => {
    const { page } = at.desk
    const button = (name: string) => page.getByRole('button', { name, exact: true })
    await pressOn(page, button('建立数据库'))
    await expect(page.getByLabel('单位全称')).toBeFocused()
    await page.keyboard.type(UNIT)
    await tabTo(page, page.getByRole('radio', { name: /^内部/ }))
    await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('radio', { name: /^秘密/ })).toBeChecked()
    await page.keyboard.press('ArrowUp')
    await expect(page.getByRole('radio', { name: /^内部/ })).toBeChecked()
    await pressOn(page, button('下一步'))
    for (const { role, name, login, department, password } of firstPeople) {
      await expect(page.getByRole('heading', { name: titles[role] })).toBeVisible()
      await expect(page.getByLabel('姓名')).toBeFocused()
      await page.keyboard.type(name)
      await writeInto(page, page.getByLabel('登录名'), login)
      await writeInto(page, page.getByLabel('科室'), department)
      await writeInto(page, page.getByLabel('密码', { exact: true }), password)
      await writeInto(page, page.getByLabel('再输一次'), password)
      // Enter in the last field is the button.
      await page.keyboard.press('Enter')
    }
    await expect(page.getByRole('heading', { name: '存放位置' })).toBeVisible()
    await pressOn(page, button('建立数据库'), 'Space')
    const groups = await codeGroups(page)
    for (const { field, group } of await askedGroups(page, groups)) await writeInto(page, field, group)
    await page.keyboard.press('Enter')
    await expect(page.getByLabel('登录名')).toBeFocused()
    await page.keyboard.type(officer.login)
    await writeInto(page, page.getByLabel('密码', { exact: true }), officer.password)
    await page.keyboard.press('Enter')
    await expect(at.desk.heading).toHaveText(/^\d+月\d+日/)
  })
})

test.describe('a person who has forgotten the password', () => {
  test.describe.configure({ mode: 'serial', timeout: 90_000 })
  const at = useDesk()
  const fresh = 'Ju8&Lan6-Zhu'

  test('is locked out after five wrong ones, and the right one no longer helps', async () => {
    const { desk } = at
    const wrong = desk.page.getByRole('alert').filter({ hasText: /./ })
    for (let tries = 1; tries <= 5; tries++) {
      await desk.fillSignIn({ ...officer, password: `${officer.password}${tries}` })
      await expect(wrong).toBeVisible()
      await expect(desk.page.getByLabel('密码', { exact: true })).toBeFocused()
      await expect(desk.page.getByLabel('密码', { exact: true })).toHaveValue('')
    }
    await desk.fillSignIn(officer)
    await expect(wrong).toContainText('密码连续输错次数过多，账户已锁定，请联系安全保密管理员')
    await expect(desk.heading).toHaveText('登录')
  })

  test('sets a new one with the recovery code, and a new code is shown', async () => {
    const { page } = at.desk
    await page.getByRole('button', { name: '用恢复码重设密码' }).click()
    const code = page.getByRole('textbox', { name: '恢复码' })
    await code.fill(at.recoveryCode.slice(0, -5))
    await page.getByLabel('登录名').fill(officer.login)
    await page.getByLabel('新密码').fill(fresh)
    await page.getByLabel('再输一次').fill(fresh)
    await page.getByRole('button', { name: '重设密码', exact: true }).click()
    await expect(page.getByText('恢复码共 40 个字符，现在是 36 个')).toBeVisible()
    // As a person types it: lower case, full-width, no hyphens.
    await code.fill(at.recoveryCode.toLowerCase().replaceAll('-', ' ').replace('0', '０'))
    await page.getByRole('button', { name: '重设密码', exact: true }).click()
    await expect(page.getByRole('heading', { name: '密码已重设，换用新的恢复码' })).toBeVisible()
    const groups = await page.locator('.recovery-code b').allInnerTexts()
    expect(groups).toHaveLength(10)
    expect(groups.join('-')).not.toBe(at.recoveryCode)
    for (const { field, group } of await askedGroups(page, groups)) await field.fill(group)
    await page.getByRole('button', { name: '核对，去登录' }).click()
  })

  test('signs in with the new one; the old code is void', async () => {
    const { desk } = at
    await desk.signIn({ ...officer, password: fresh })
    await desk.lock()
    await desk.page.getByRole('button', { name: '用恢复码重设密码' }).click()
    await desk.page.getByRole('textbox', { name: '恢复码' }).fill(at.recoveryCode)
    await desk.page.getByLabel('登录名').fill(officer.login)
    await desk.page.getByLabel('新密码').fill(officer.password)
    await desk.page.getByLabel('再输一次').fill(officer.password)
    await desk.page.getByRole('button', { name: '重设密码', exact: true }).click()
    await expect(desk.page.getByRole('alert').filter({ hasText: /恢复码/ })).toBeVisible()
    await expect(desk.page.getByRole('heading', { name: '用恢复码重设密码' })).toBeVisible()
  })
})

import { test } from '@playwright/test'
import { expect, useDesk } from './support/desk'
import { officer } from './support/people'
const at = useDesk()
test('x', async () => {
  await at.desk.signIn(officer)
  await at.desk.goTo('单位')
  console.log(await at.desk.page.evaluate(() => [innerWidth, innerHeight, devicePixelRatio].join()))
  console.log(JSON.stringify(await at.desk.invoke('units.tree')))
  await at.desk.lock()
  await expect(at.desk.page.getByLabel('登录名')).toBeVisible()
})

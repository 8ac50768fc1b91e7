import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, root, test, userData } from './support/app'
import { goTo, signInByHand } from './support/journey'
import { giveStore, officer } from './support/store'

const script = join(root, 'scripts/sign-release.mjs')

test('a signed package is looked at, handed to the installer, and the application is gone', async ({ home, start }) => {
  await giveStore(home)
  const safe = join(home, 'safe')
  execFileSync(process.execPath, [script, '--new-key', safe])
  const file = join(home, 'dandang-9.0.0-linux-amd64.deb')
  writeFileSync(file, 'a package')
  execFileSync(process.execPath, [script, '--key', join(safe, 'release-private.pem'), file])
  const forged = join(home, 'dandang-9.1.0-linux-amd64.deb')
  writeFileSync(forged, 'another')
  writeFileSync(`${forged}.sig`, readFileSync(`${file}.sig`))
  // What the desktop opens packages with.
  const programs = join(home, 'bin')
  const opened = join(home, 'opened')
  mkdirSync(programs)
  writeFileSync(join(programs, 'xdg-open'), `#!/bin/sh\necho "$1" > '${opened}'\n`)
  chmodSync(join(programs, 'xdg-open'), 0o755)

  const running = await start({
    environment: { DANDANG_RELEASE_KEY: join(safe, 'release-key.pem'), PATH: `${programs}:${process.env.PATH}` },
  })
  const { page, app } = running
  await signInByHand(page, officer.login)
  await goTo(page, '设置')
  const choose = async (path: string): Promise<void> => {
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] })
    }, path)
    await page.getByRole('button', { name: '选择安装包' }).click()
  }
  await choose(forged)
  await expect(page.getByRole('alert').filter({ hasText: '对不上' })).toBeVisible()
  expect(existsSync(join(userData(home), 'updates/dandang-9.0.0-linux-x64.deb'))).toBe(false)
  await choose(file)
  await expect(page.getByText('签名有效：担当 9.0.0')).toBeVisible()
  const kept = join(userData(home), 'updates/dandang-9.0.0-linux-x64.deb')
  await expect(page.getByText(`sudo dpkg -i '${kept}'`)).toBeVisible()
  const gone = app.waitForEvent('close')
  await page.getByRole('button', { name: '退出并安装' }).click()
  await gone
  expect(readFileSync(opened, 'utf8').trim()).toBe(kept)
})

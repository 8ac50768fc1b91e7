import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  appendFileSync,
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@playwright/test'
import { SelfCheckReport } from '../../src/shared/self-check/report'
import { Desk, expect } from '../e2e/journeys/support/desk'
import { answerWith, sendOff } from '../e2e/journeys/support/dialogs'
import { drop } from '../e2e/journeys/support/drop'
import { firstPeople, officer, UNIT } from '../e2e/journeys/support/people'
import { askedGroups, codeGroups, fillPerson, next } from '../e2e/journeys/support/wizard'
import { environmentIn, launch, newHome, root, userData } from '../e2e/support/app'
import { readPdf } from '../e2e/support/pdf'
import { processesOf } from '../e2e/support/processes'

/** What scripts/smoke.mjs has made: a .deb as it ships; DANDANG_PACKAGED is the same with the journeys' doors open. */
const deb = process.env.DANDANG_DEB ?? ''
/** Whom the shipped application runs as: Chromium's sandbox refuses root, and a shipped build knows no way around it. */
const NOBODY = 65_534
const isRoot = process.getuid?.() === 0

test.describe.configure({ mode: 'serial' })

let system = ''
let home = ''
let theirs = ''
const installed = (...names: string[]): string => join(system, 'opt', 'Dandang', ...names)
const dpkg = (...args: string[]): string =>
  execFileSync('dpkg', [`--root=${system}`, '--force-depends', '--force-script-chrootless', ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })

const asNobody = isRoot ? { uid: NOBODY, gid: NOBODY } : {}
const runInstalled = (...args: string[]) =>
  spawnSync(installed('dandang'), args, { env: environmentIn(theirs), cwd: '/', encoding: 'utf8', ...asNobody })
function selfCheck(): { readonly code: number | null; readonly report: SelfCheckReport } {
  const { status, stdout, stderr } = runInstalled('--self-check')
  if (stdout === '') throw new Error(`no report (${status}):\n${stderr}`)
  return { code: status, report: SelfCheckReport.parse(JSON.parse(stdout)) }
}

const filesBelow = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name))
      .map(file => [file, createHash('sha256').update(readFileSync(file)).digest('hex')]),
  )

test.beforeAll(() => {
  system = mkdtempSync(join(tmpdir(), 'dd-root-'))
  chmodSync(system, 0o755)
  for (const folder of ['info', 'updates']) mkdirSync(join(system, 'var/lib/dpkg', folder), { recursive: true })
  for (const file of ['status', 'available']) writeFileSync(join(system, 'var/lib/dpkg', file), '')
  home = newHome()
  theirs = newHome()
  if (isRoot)
    for (const folder of ['', 'tmp', 'config', 'cache', 'data', 'run']) chownSync(join(theirs, folder), NOBODY, NOBODY)
})
test.afterAll(() => {
  for (const folder of [system, home, theirs]) rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
})

test('the .deb installs into an empty system', () => {
  dpkg('-i', deb)
  expect(dpkg('-s', 'dandang')).toContain('Status: install ok installed')
  const sandbox = statSync(installed('chrome-sandbox'))
  expect(sandbox.mode & 0o7777).toBe(0o4755)
  if (isRoot) expect(sandbox.uid).toBe(0)
  expect(readlinkSync(join(system, 'usr/bin/dandang'))).toBe('/opt/Dandang/dandang')
  expect(readFileSync(join(system, 'usr/share/applications/dandang.desktop'), 'utf8')).toContain('Name[zh_CN]=担当')
  expect(readFileSync(join(system, 'usr/share/mime/packages/dandang.xml'), 'utf8')).toContain('*.lrmx')
  expect(readdirSync(installed('locales')).toSorted()).toEqual(['en-US.pak', 'zh-CN.pak'])
  expect(readFileSync(installed('resources/THIRD-PARTY-NOTICES.txt'), 'utf8')).toContain('SQLite3 Multiple Ciphers')
})

test('an ordinary user checks it, in Chromium’s sandbox', () => {
  const { code, report } = selfCheck()
  expect(report.checks.filter(({ state }) => state === 'fail')).toEqual([])
  expect(report.checks.find(({ group }) => group === 'files')).toMatchObject({ state: 'ok' })
  expect(code).toBe(0)
})

test('what was done to its files is found', () => {
  const notices = installed('resources/THIRD-PARTY-NOTICES.txt')
  const before = readFileSync(notices)
  appendFileSync(notices, ' ')
  const { code, report } = selfCheck()
  expect(code).toBe(1)
  expect(report.checks.find(({ state }) => state === 'fail')?.detail).toContain('THIRD-PARTY-NOTICES.txt（有改动）')
  writeFileSync(notices, before)
})

test('it refuses switches that would open it up', () => {
  expect(runInstalled('--remote-debugging-port=9222').status).toBe(3)
  expect(runInstalled('--no-sandbox').status).toBe(3)
})

test('it starts as an ordinary user', async () => {
  const child = spawn(installed('dandang'), [], { env: environmentIn(theirs), cwd: '/', stdio: 'ignore', ...asNobody })
  const log = join(userData(theirs), 'logs/dandang.log')
  const started = () => existsSync(log) && readFileSync(log, 'utf8').includes('"event":"start"')
  await expect.poll(started, { timeout: 30_000 }).toBe(true)
  const kinds = () => processesOf(child.pid ?? 0).map(({ kind }) => kind)
  await expect.poll(kinds, { timeout: 30_000 }).toContain('renderer')
  const ended = new Promise(resolve => {
    child.once('exit', resolve)
  })
  child.kill('SIGTERM')
  await ended
  expect(readFileSync(log, 'utf8')).not.toContain('"event":"problem"')
})

test('a store is made, people come in, a paper goes out as PDF', async () => {
  const desk = new Desk(await launch({ home }))
  const { page } = desk
  expect(await desk.app.evaluate(({ app }) => app.isPackaged)).toBe(true)
  await page.getByRole('button', { name: '建立数据库' }).click()
  await page.getByLabel('单位全称').fill(UNIT)
  await next(page)
  for (const person of firstPeople) {
    await fillPerson(page, person)
    await next(page)
  }
  await expect(page.getByRole('heading', { name: '存放位置' })).toBeVisible()
  await page.getByRole('button', { name: '建立数据库', exact: true }).click()
  const groups = await codeGroups(page)
  for (const { field, group } of await askedGroups(page, groups)) await field.fill(group)
  await page.keyboard.press('Enter')
  await desk.signIn(officer)

  const samples = join(root, 'test/samples/lrmx')
  await drop(
    page,
    readdirSync(samples).flatMap(name => (/\.(lrmx|lrm|pic)$/.test(name) ? [join(samples, name)] : [])),
  )
  await expect(page.getByText('将新增 16 人，更新 0 人')).toBeVisible()
  await page.getByRole('button', { name: '确认导入' }).click()
  await expect(page.getByText('已导入：新增 16 人，更新 0 人')).toBeVisible()

  await page.keyboard.press('Control+k')
  await page.keyboard.type('lx')
  await page.getByRole('option', { name: /赖鑫/ }).first().click()
  await page.getByRole('button', { name: '任免审批表' }).first().click()
  const form = join(home, '赖鑫.pdf')
  await answerWith(desk, form)
  await page.getByRole('button', { name: '打印或保存' }).click()
  await desk.dialog.getByText('存为 PDF').click()
  await sendOff(desk, '常委会讨论')
  await expect(page.getByText('已导出 1 人')).toBeVisible({ timeout: 90_000 })
  await desk.close()
  const pages = await readPdf(form)
  expect(pages).toHaveLength(2)
})

test('a purge takes the program and leaves every file of the people', () => {
  const before = filesBelow(home)
  expect(Object.keys(before).some(file => file.endsWith('store.db'))).toBe(true)
  dpkg('--purge', 'dandang')
  expect(existsSync(installed())).toBe(false)
  expect(existsSync(join(system, 'usr/bin/dandang'))).toBe(false)
  expect(filesBelow(home)).toEqual(before)
})

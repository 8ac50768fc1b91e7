import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkPolicy } from '../../../src/main/app/it-policy-check'
import { checkCrypto } from '../../../src/main/self-check/crypto'
import { checkFiles } from '../../../src/main/self-check/files'
import { checkFolders } from '../../../src/main/self-check/folders'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dandang-self-check-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const files = { dandang: 'program', 'resources/app.asar': 'archive', 'resources/a b.txt': 'notices' }
function install(): void {
  mkdirSync(join(folder, 'resources'))
  const lines = Object.entries(files).map(([name, text]) => {
    writeFileSync(join(folder, name), text)
    return `${createHash('sha256').update(text).digest('hex')}  ${name}\n`
  })
  writeFileSync(join(folder, 'resources/SHA256SUMS'), lines.join(''))
}

test('an installation as it was packed is whole', () => {
  install()
  expect(checkFiles(folder)).toMatchObject({ state: 'ok', detail: '3 个文件与安装清单一致' })
  expect(checkFiles(null)).toMatchObject({ state: 'skipped' })
})

test('what was changed or is gone is named', () => {
  install()
  writeFileSync(join(folder, 'resources/app.asar'), 'Archive')
  rmSync(join(folder, 'dandang'))
  expect(checkFiles(folder)).toMatchObject({
    state: 'fail',
    detail: '2 个文件与安装清单不一致：dandang（没有了）、resources/app.asar（有改动）。请重新安装',
  })
})

test.each([
  ['is missing', undefined, '缺少安装清单 resources/SHA256SUMS，请重新安装'],
  ['is empty', '', '安装清单是空的，请重新安装'],
  ['holds something else', 'nonsense\n', '1 个文件与安装清单不一致：（清单有一行读不懂）。请重新安装'],
])('a list that %s fails', (_what, text, detail) => {
  mkdirSync(join(folder, 'resources'))
  if (text !== undefined) writeFileSync(join(folder, 'resources/SHA256SUMS'), text)
  expect(checkFiles(folder)).toMatchObject({ state: 'fail', detail })
})

test('folders are tried by writing; a store that is not in use may be away', () => {
  const store = join(folder, 'store')
  mkdirSync(store)
  writeFileSync(join(store, 'vault-b.json'), '{}')
  const states = (folders: readonly string[]) =>
    checkFolders(folder, folders)
      .filter(({ group }) => group === 'folders')
      .map(({ title, state }) => [title, state])
  expect(states([])).toEqual([
    ['程序设置', 'ok'],
    ['数据库', 'ok'],
  ])
  expect(states([store, join(folder, 'away')])).toEqual([
    ['程序设置', 'ok'],
    ['正在使用的数据库', 'ok'],
    ['用过的数据库', 'warn'],
  ])
  expect(states([join(folder, 'away')])).toContainEqual(['正在使用的数据库', 'fail'])
  expect(states([folder])).toContainEqual(['正在使用的数据库', 'fail'])
})

test('the addons of this computer load, and every known answer is right', async () => {
  const { checks, sqlite } = await checkCrypto()
  expect(sqlite).toMatch(/^3\.\d+/)
  expect(checks.map(({ state }) => state)).toEqual(Array.from({ length: 9 }, () => 'ok'))
})

test('a policy that is not adopted fails the check, and says why', () => {
  const place = '/etc/dandang/policy.json'
  const of = { place, problems: [], notes: [], inForce: {} }
  expect(checkPolicy({ ...of, state: 'none' })).toMatchObject({ group: 'policy', state: 'ok' })
  const held = checkPolicy({
    ...of,
    state: 'in-force',
    inForce: { $schema: 'x', exportAllowed: false, zoomPercent: 100 },
  })
  expect(held).toMatchObject({ state: 'ok', detail: `${place}：统一的有 exportAllowed、zoomPercent` })
  const refused = checkPolicy({ ...of, state: 'refused', problems: ['第 3 行附近不对'], notes: ['请改正'] })
  expect(refused).toMatchObject({ state: 'fail', detail: `没有采用 ${place}：第 3 行附近不对；请改正` })
})

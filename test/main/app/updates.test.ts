import { execFileSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createUpdates } from '../../../src/main/app/updates'
import { ReleaseNote } from '../../../src/shared/updates/updates'

const script = resolve(__dirname, '../../../scripts/sign-release.mjs')
const publicPem = (key: ReturnType<typeof generateKeyPairSync>['publicKey']): string =>
  String(key.export({ type: 'spki', format: 'pem' }))

let work = ''
let releaseKey = ''
/** Signs as whoever publishes does, with the script. */
const sign = (...args: string[]): string =>
  execFileSync(process.execPath, [script, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })

beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'dandang-updates-'))
  sign('--new-key', join(work, 'safe'))
  releaseKey = readFileSync(join(work, 'safe/release-key.pem'), 'utf8')
})
afterEach(() => rmSync(work, { recursive: true, force: true }))

function publish(version: string, system = 'linux-amd64'): string {
  const file = join(work, `dandang-${version}-${system}.deb`)
  writeFileSync(file, `the package of ${version}`)
  sign('--key', join(work, 'safe/release-private.pem'), file)
  return file
}
const updatesOf = (change: Partial<Parameters<typeof createUpdates>[0]> = {}) =>
  createUpdates({ folder: join(work, 'kept'), releaseKey, version: '1.2.3', system: 'linux-x64', ...change })
const keptFiles = (): string[] => {
  try {
    return readdirSync(join(work, 'kept')).toSorted()
  } catch {
    return []
  }
}

test('a newer package is kept as it was signed, and installed whatever becomes of the stick', async () => {
  const file = publish('1.10.0')
  const updates = updatesOf()
  const offer = await updates.offer(file)
  expect(offer).toMatchObject({ version: '1.10.0', current: '1.2.3', age: 'newer' })
  rmSync(file)
  const taken = updates.take(offer.token, false)
  expect(readFileSync(taken, 'utf8')).toBe('the package of 1.10.0')
  expect(offer.command).toBe(`sudo dpkg -i '${taken}'`)
  expect(keptFiles()).toEqual(['dandang-1.10.0-linux-x64.deb'])
})

test.each([
  ['1.2.3', 'same'],
  ['1.2.2', 'older'],
  ['0.9.9', 'older'],
])('%s over 1.2.3 is %s, and taken only when the person insists', async (version, age) => {
  const updates = updatesOf()
  const offer = await updates.offer(publish(version))
  expect(offer.age).toBe(age)
  expect(() => updates.take(offer.token, false)).toThrow('这不是更新的版本')
  expect(basename(updates.take(offer.token, true))).toBe(`dandang-${version}-linux-x64.deb`)
})

test('the package of before is kept for going back, an older one is not', async () => {
  const updates = updatesOf()
  for (const version of ['1.3.0', '1.4.0', '1.5.0']) {
    await updates.offer(publish(version))
    await new Promise(next => setTimeout(next, 20))
  }
  expect(keptFiles()).toEqual(['dandang-1.4.0-linux-x64.deb', 'dandang-1.5.0-linux-x64.deb'])
})

test('what somebody else signed, or what was signed otherwise, is refused and not kept', async () => {
  const file = publish('1.3.0')
  const { publicKey } = generateKeyPairSync('ed25519')
  await expect(updatesOf({ releaseKey: publicPem(publicKey) }).offer(file)).rejects.toThrow('签名不对')
  const note = ReleaseNote.parse(JSON.parse(readFileSync(`${file}.sig`, 'utf8')))
  for (const change of [{ version: '9.9.9' }, { sha256: '0'.repeat(64) }, { bytes: 1 }, { system: 'win32-x64' }]) {
    writeFileSync(`${file}.sig`, JSON.stringify({ ...note, ...change }))
    await expect(updatesOf().offer(file)).rejects.toThrow('签名不对')
  }
  expect(keptFiles()).toEqual([])
})

test('a package that was changed, or only half copied, is named as such', async () => {
  const file = publish('1.3.0')
  appendFileSync(file, ' ')
  await expect(updatesOf().offer(file)).rejects.toThrow('安装包和签名文件对不上')
  writeFileSync(file, 'THE PACKAGE OF 1.3.0')
  await expect(updatesOf().offer(file)).rejects.toThrow('安装包和签名文件对不上')
  expect(keptFiles()).toEqual([])
})

test.each([
  ['has no signature beside it', (file: string) => rmSync(`${file}.sig`), 'refused', '.deb.sig'],
  ['has half a signature', (file: string) => writeFileSync(`${file}.sig`, '{"format":1'), 'invalid-input', '读不懂'],
  [
    'has something else in its place',
    (file: string) => writeFileSync(`${file}.sig`, ' '.repeat(5000)),
    'invalid-input',
    '签名文件不对',
  ],
])('a package that %s says what to do', async (_what, spoil, code, words) => {
  const file = publish('1.3.0')
  spoil(file)
  const offered = updatesOf().offer(file)
  await expect(offered).rejects.toThrow(words)
  await expect(offered).rejects.toMatchObject({ code })
})

test('a genuine package of another system, and any other file, are refused', async () => {
  await expect(updatesOf().offer(publish('1.3.0', 'linux-arm64'))).rejects.toThrow(
    '这是用于 Linux（arm64，飞腾、鲲鹏等处理器） 的安装包，这台计算机要用于 Linux（amd64，x86 处理器） 的',
  )
  const other = join(work, '照片.jpg')
  cpSync(publish('1.3.0'), other)
  await expect(updatesOf().offer(other)).rejects.toThrow('请选择安装包')
})

test('an application without a release key takes nothing', async () => {
  const shipped = readFileSync(resolve(__dirname, '../../../resources/release-key.pem'), 'utf8')
  const withoutKey = shipped.includes('BEGIN PUBLIC KEY') ? '' : shipped
  await expect(updatesOf({ releaseKey: withoutKey }).offer(publish('1.3.0'))).rejects.toThrow('没有内置发布公钥')
})

test('the private key stays outside of the sources, and only releases are signed', () => {
  expect(() => sign('--new-key', resolve(__dirname, 'key'))).toThrow()
  const trial = join(work, 'dandang-1.3.0-linux-amd64.electron-33.2.1.deb')
  writeFileSync(trial, 'a trial')
  expect(() => sign('--key', join(work, 'safe/release-private.pem'), trial)).toThrow()
})

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { beyond, compareVersions, newestOf, readElf } from '../../scripts/package/elf.mjs'
import { isAccepted } from '../../scripts/package/notices.mjs'

const modules = resolve(__dirname, '../../node_modules')
const shipped = (system: string) => join(modules, 'better-sqlite3', 'prebuilds', `${system}.node`)

/** As an Electron asks for: glibc 2.25 and libgcc, no libstdc++. */
const electron = { needed: ['libc.so.6', 'libgcc_s.so.1'], versions: ['GLIBC_2.2.5', 'GLIBC_2.25', 'GCC_4.2.0'] }

test.each(['linux-x64', 'linux-arm64'])('the addon that better-sqlite3 ships for %s is not for old systems', system => {
  const addon = readElf(shipped(system))
  expect(newestOf(addon.versions)).toMatchObject({ GLIBC: '2.34', GLIBCXX: '3.4.29' })
  expect(addon.needed).toContain('libstdc++.so.6')
  expect(beyond(addon, electron)).toEqual(
    expect.arrayContaining([
      'GLIBC_2.34, the program only GLIBC_2.25',
      'GLIBCXX_3.4.29, of which the program needs nothing',
    ]),
  )
})

test('an addon runs where a program runs that asks for as much', () => {
  const addon = readElf(shipped('linux-x64'))
  expect(beyond(addon, { needed: [], versions: ['GLIBC_2.34', 'GLIBCXX_3.4.30', 'CXXABI_1.3.11'] })).toEqual([])
  expect(beyond({ needed: [], versions: ['GLIBC_2.9', 'GLIBC_PRIVATE'] }, electron)).toEqual([])
})

test.runIf(process.platform === 'linux')(
  'the Node that runs this asks for a glibc, and what is no ELF file is named',
  () => {
    expect(readElf(process.execPath).needed).toContain('libc.so.6')
    const folder = mkdtempSync(join(tmpdir(), 'dandang-elf-'))
    try {
      writeFileSync(join(folder, 'text.node'), 'no addon')
      expect(() => readElf(join(folder, 'text.node'))).toThrow('text.node is no 64-bit ELF file')
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
)

test.each([
  ['2.9', '2.25', -1],
  ['2.25', '2.25', 0],
  ['2.25.1', '2.25', 1],
  ['3.4.29', '3.4.3', 1],
])('version %s against %s', (a, b, sign) => expect(Math.sign(compareVersions(a, b))).toBe(sign))

test.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0-or-later)', true],
  ['(MIT AND Zlib)', true],
  ['GPL-3.0-only', false],
  ['MIT AND GPL-2.0', false],
  ['UNLICENSED', false],
  ['', false],
])('may a work under “%s” go with ours', (licence, may) => expect(isAccepted(licence)).toBe(may))

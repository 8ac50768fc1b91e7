import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const src = resolve(import.meta.dirname, '../src')
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map(file => file.replaceAll('\\', '/'))
  .filter(file => /\.tsx?$/.test(file))
const textOf = (file: string): string => readFileSync(join(src, file), 'utf8')
/** The text without comments, and without the names that look like addresses but are never fetched. */
const codeOf = (file: string): string =>
  textOf(file)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|\s)\/\/.*$/gm, '')
    .replaceAll('http://www.w3.org/2000/svg', '')
    .replaceAll('http://schemas.openxmlformats.org/wordprocessingml/2006/main', '')

type Import = { readonly from: string; readonly target: string; readonly typeOnly: boolean }

/** Every import of a file: relative ones as a path below src, others by package name. */
function importsOf(file: string, text: string): Import[] {
  const found = [
    ...text.matchAll(/^(?:import|export)\s+(type\s)?[^'";]*?from\s+'([^']+)'/gm),
    ...text.matchAll(/import\((?:)()'([^']+)'\)/g),
  ]
  return found.map(([, type, name]) => ({
    from: file,
    typeOnly: Boolean(type),
    target: name?.startsWith('.')
      ? relative(src, resolve(src, dirname(file), name)).replaceAll('\\', '/')
      : `package:${name ?? ''}`,
  }))
}

/** Who may import whom. The left side is a path; what no pattern on the right matches is refused. */
const rules: readonly (readonly [from: RegExp, mayImport: RegExp])[] = [
  [/^shared\//, /^(shared\/|package:zod$)/],
  [/^preload\//, /^(shared\/|package:electron$)/],
  [/^renderer\/ui\//, /^(renderer\/ui\/|shared\/|package:(?!electron))/],
  [/^renderer\//, /^(renderer\/|shared\/|package:(?!electron|node:))/],
  [/^main\/store\//, /^(main\/store\/|shared\/|main\/[a-z-]+\/[a-z-]+\.table$|package:(?!electron))/],
  [/^main\/ipc\/register\.ts$/, /^(main\/ipc\/|shared\/|package:electron$)/],
  [/^main\/ipc\//, /^(main\/(ipc|store|session)\/|shared\/|package:(?!electron))/],
  [
    /^main\/(app\/|index\.ts$)/,
    /^(main\/app\/|main\/ipc\/(register|shell-dispatch)$|main\/store\/(atomic-file|store-paths)$|shared\/|\.\.\/resources\/|package:)/,
  ],
  [/^main\//, /^(main\/(?!app\/)|shared\/|package:(?!electron))/],
]

const violations = (imports: readonly Import[]): string[] =>
  imports.flatMap(({ from, target }) => {
    const rule = rules.find(([left]) => left.test(from))
    return rule && !rule[1].test(target) ? [`${from} -> ${target}`] : []
  })

const infra = new Set(['store', 'ipc', 'app', 'ui', 'api', 'shell', 'commands', 'start'])
const featureOf = (path: string): string | undefined => {
  const name = /^(?:main|renderer|shared)\/([a-z-]+)\//.exec(path)?.[1]
  return name && !infra.has(name) ? name : undefined
}
const crossings = (imports: readonly Import[]): string[] =>
  imports
    .filter(({ from, target }) => {
      const own = featureOf(from)
      const other = featureOf(target)
      return own && other && own !== other
    })
    .filter(({ from }) => !/^main\/(handlers|core)\.ts$|^shared\/contract\.ts$/.test(from))
    .filter(({ from, target }) => {
      // The session is what every feature of the core stands on, like the store.
      if (from.startsWith('main/')) return target.endsWith('.handlers') && !target.startsWith('main/session/')
      return /\.store$|Page$/.test(target) && !target.startsWith('renderer/session/')
    })
    .map(({ from, target }) => `${from} -> ${target}`)

const all = files.flatMap(file => importsOf(file, textOf(file)))

test('layers import only what they may', () => {
  expect(all.length).toBeGreaterThan(100)
  expect(violations(all)).toEqual([])
})

test('a planted import across layers is found', () => {
  const planted = importsOf(
    'shared/units/units.ts',
    "import { app } from 'electron'\nimport { x } from '../../main/store/open'\n",
  )
  expect(violations(planted)).toHaveLength(2)
  expect(violations(importsOf('renderer/ui/Page.tsx', "import { api } from '../api/client'\n"))).toHaveLength(1)
  expect(violations(importsOf('main/units/units.repo.ts', "import { app } from 'electron'\n"))).toHaveLength(1)
  expect(
    crossings(importsOf('renderer/units/UnitsPage.tsx', "import { useAudit } from '../audit/audit.store'\n")),
  ).toHaveLength(1)
})

test('a feature sees another only through its model, its rules and its repository', () => {
  expect(crossings(all)).toEqual([])
})

test('the preload takes types of shared alone', () => {
  const values = all.filter(
    ({ from, target, typeOnly }) => from.startsWith('preload/') && target.startsWith('shared/') && !typeOnly,
  )
  expect(values).toEqual([])
})

test('ipcMain.handle is called in one file', () => {
  expect(files.filter(file => /ipcMain\.(handle|on)/.test(textOf(file)))).toEqual(['main/ipc/register.ts'])
})

test('no file outgrows its welcome', () => {
  const long = files.filter(file => textOf(file).split('\n').length > 300)
  expect(long).toEqual([])
})

describe('banned', () => {
  /** What writes plaintext, keeps a key as text, leaves the machine, or runs text as code. */
  const banned: [name: string, pattern: RegExp][] = [
    ['backup()', /\.backup\(/],
    ['serialize()', /\.serialize\(/],
    ['an empty key', /(rekey|key)\s*=\s*(''|"")/i],
    ['ATTACH', /\bATTACH\b/],
    ['a key as text', /pragma\([^)]*\bkey\b/i],
    ['an address of the net', /['"`](https?|wss?|ftp):\/\//],
    ['text run as code', /\beval\(|new Function\(/],
    ['markup as text', /dangerouslySetInnerHTML|\.innerHTML\s*=|insertAdjacentHTML|document\.write/],
    ['openExternal', /openExternal/],
    ['localStorage', /\b(localStorage|sessionStorage|indexedDB)\b/],
    ['cryptography that Electron lacks', /createHash\(['"]sm3|sm4-|argon2Sync|crypto\.argon2/],
    ['a skipped check', /@ts-(ignore|nocheck|expect-error)|oxlint-disable|\bas any\b|: any\b/],
  ]
  test.each(banned)('%s is nowhere in src', (_name: string, pattern: RegExp) => {
    expect(files.filter(file => pattern.test(codeOf(file)))).toEqual([])
  })
})

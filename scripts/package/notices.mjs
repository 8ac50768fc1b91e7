// THIRD-PARTY-NOTICES.txt: whose work is in the package and under which terms. What may not be handed on is refused.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { root } from '../support/process.mjs'

const bundles = ['main', 'preload', 'renderer'].map(part => path.join(root, 'out', part, 'bundled.json'))
/** Outside of the bundles: the native addons. */
const packed = ['node_modules/better-sqlite3', 'node_modules/@node-rs/argon2']

/** Terms under which a work may be handed on as part of ours, with its text. */
const accepted = [
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'OFL-1.1',
  '0BSD',
  'CC0-1.0',
  'Unlicense',
  'Zlib',
]

/** Of `MIT OR GPL-3.0` one is enough, of `MIT AND Zlib` each counts. */
export function isAccepted(licence) {
  const bare = licence.replaceAll(/[()]/g, ' ')
  return bare.split(/\bOR\b/).some(choice => choice.split(/\bAND\b/).every(each => accepted.includes(each.trim())))
}

const ownText = `SQLite (public domain; in better-sqlite3)
The authors disclaim copyright to its source code.

SQLite3 Multiple Ciphers (MIT; in better-sqlite3)
Copyright (c) 2006-2025 Ulrich Telle. The terms are those that stand with better-sqlite3 below.

libc++ (Apache-2.0 with LLVM exceptions; in the SQLite addon for Linux)
Copyright (c) the LLVM project's contributors. The exceptions ask for no notice.

Electron, Chromium, Node.js and FFmpeg
Their terms lie beside the program: LICENSE.electron.txt and LICENSES.chromium.html.
`

const licenceOf = ({ license, licenses }) =>
  license?.type ?? license ?? licenses?.map(each => each.type).join(' OR ') ?? ''
const personOf = author => (typeof author === 'string' ? author : author?.name) ?? ''

function noticeOf(folder) {
  const about = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8'))
  const licence = licenceOf(about)
  if (!isAccepted(licence)) throw new Error(`${folder} is under “${licence}”: may it be handed on? (notices.mjs)`)
  const names = readdirSync(path.join(root, folder)).filter(name => /^(licen[cs]e|copying|notice)/i.test(name))
  const texts = names.toSorted().map(name => readFileSync(path.join(root, folder, name), 'utf8').trim())
  const by = personOf(about.author)
  return { title: `${about.name} ${about.version}`, licence, by: by.replace(/ *[<(].*$/, ''), texts }
}

/** The text, and of how many packages it tells. A package that is there in two versions is told of twice. */
export function notices() {
  for (const file of bundles) if (!existsSync(file)) throw new Error(`${file} is missing: build first`)
  const folders = new Set([...bundles.flatMap(file => JSON.parse(readFileSync(file, 'utf8'))), ...packed])
  const all = [...folders].toSorted((a, b) => a.localeCompare(b)).map(noticeOf)
  const rule = '-'.repeat(78)
  const parts = all.map(({ title, licence, by, texts }) =>
    [rule, `${title}  (${licence})${by ? `  ${by}` : ''}`, '', ...texts].join('\n'),
  )
  return {
    count: all.length,
    text: `担当使用了下列第三方软件和字体，谨致谢意。\n\n${ownText}\n${parts.join('\n\n')}\n`,
  }
}

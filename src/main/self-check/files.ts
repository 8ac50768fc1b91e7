import { createHash } from 'node:crypto'
import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs'
import { join } from 'node:path'
import type { Check } from '../../shared/self-check/report'

/** Written when the package was made: one line a file, as `sha256sum` writes and reads it. */
const LIST = 'resources/SHA256SUMS'
const CHUNK_BYTES = 2 ** 20
const MOST_NAMED = 5

/** Electron shows an archive as a folder; here its own bytes are wanted. */
function withoutArchives<T>(work: () => T): T {
  const node = process as NodeJS.Process & { noAsar?: boolean }
  const before = node.noAsar
  node.noAsar = true
  try {
    return work()
  } finally {
    node.noAsar = before
  }
}

function hashOf(file: string): string {
  const descriptor = openSync(file, 'r')
  try {
    const hash = createHash('sha256')
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES)
    for (let read = readSync(descriptor, chunk); read > 0; read = readSync(descriptor, chunk))
      hash.update(chunk.subarray(0, read))
    return hash.digest('hex')
  } finally {
    closeSync(descriptor)
  }
}

const check = (state: Check['state'], detail: string): Check => ({ group: 'files', title: '程序文件', state, detail })

/** Every file of the installed application against the list that came with it. It finds damage, not a forger of the list. */
export function checkFiles(installed: string | null): Check {
  if (installed === null) return check('skipped', '从源代码运行，没有安装清单')
  return withoutArchives(() => {
    const list = join(installed, LIST)
    if (!existsSync(list)) return check('fail', `缺少安装清单 ${LIST}，请重新安装`)
    const lines = readFileSync(list, 'utf8').split('\n').filter(Boolean)
    const wrong = lines.flatMap(line => {
      const [, expected, name] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? []
      if (!name) return ['（清单有一行读不懂）']
      const file = join(installed, name)
      if (!existsSync(file)) return [`${name}（没有了）`]
      return hashOf(file) === expected ? [] : [`${name}（有改动）`]
    })
    if (lines.length === 0) return check('fail', '安装清单是空的，请重新安装')
    if (wrong.length === 0) return check('ok', `${lines.length} 个文件与安装清单一致`)
    const named = wrong.slice(0, MOST_NAMED).join('、')
    return check('fail', `${wrong.length} 个文件与安装清单不一致：${named}。请重新安装`)
  })
}

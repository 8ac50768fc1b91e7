// resources/SHA256SUMS: what each file of a package was when it was made. `sha256sum -c` reads it, and so does --self-check.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const LIST = 'resources/SHA256SUMS'

function filesIn(folder, below = '') {
  return readdirSync(path.join(folder, below), { withFileTypes: true }).flatMap(entry => {
    const name = path.posix.join(below, entry.name)
    if (entry.isDirectory()) return filesIn(folder, name)
    return entry.isFile() && name !== LIST ? [name] : []
  })
}

/** Writes the list over every file of the unpacked application. */
export function writeChecksums(folder) {
  const hash = name =>
    createHash('sha256')
      .update(readFileSync(path.join(folder, name)))
      .digest('hex')
  const lines = filesIn(folder)
    .toSorted()
    .map(name => `${hash(name)}  ${name}\n`)
  writeFileSync(path.join(folder, LIST), lines.join(''))
  return lines.length
}

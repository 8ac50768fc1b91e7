// Which libraries, and which versions of their symbols, a 64-bit ELF file (a program or an addon) asks of a system.
import { readFileSync } from 'node:fs'

const SHT_DYNAMIC = 6
const SHT_VERNEED = 0x6ffffffe
const DT_NEEDED = 1n

const textAt = (bytes, at) => bytes.toString('latin1', at, bytes.indexOf(0, at))

function sectionsOf(bytes) {
  const start = Number(bytes.readBigUInt64LE(0x28))
  const size = bytes.readUInt16LE(0x3a)
  return Array.from({ length: bytes.readUInt16LE(0x3c) }, (_, i) => {
    const at = start + i * size
    return {
      type: bytes.readUInt32LE(at + 4),
      offset: Number(bytes.readBigUInt64LE(at + 0x18)),
      size: Number(bytes.readBigUInt64LE(at + 0x20)),
      link: bytes.readUInt32LE(at + 0x28),
      info: bytes.readUInt32LE(at + 0x2c),
    }
  })
}

function neededOf(bytes, section, strings) {
  const names = []
  for (let at = section.offset; at < section.offset + section.size; at += 16)
    if (bytes.readBigInt64LE(at) === DT_NEEDED)
      names.push(textAt(bytes, strings.offset + Number(bytes.readBigUInt64LE(at + 8))))
  return names
}

/** A chain of libraries, each with a chain of versions. */
function versionsOf(bytes, section, strings) {
  const names = []
  for (let i = 0, library = section.offset; i < section.info; i++) {
    const count = bytes.readUInt16LE(library + 2)
    for (let k = 0, version = library + bytes.readUInt32LE(library + 8); k < count; k++) {
      names.push(textAt(bytes, strings.offset + bytes.readUInt32LE(version + 8)))
      version += bytes.readUInt32LE(version + 12)
    }
    library += bytes.readUInt32LE(library + 12)
  }
  return names
}

/** @returns `{ needed: ['libc.so.6'], versions: ['GLIBC_2.14'] }`; throws for what is no 64-bit little-endian ELF file */
export function readElf(file) {
  const bytes = readFileSync(file)
  if (bytes.toString('latin1', 0, 6) !== '\x7fELF\x02\x01') throw new Error(`${file} is no 64-bit ELF file`)
  const sections = sectionsOf(bytes)
  const from = (type, read) =>
    sections.filter(each => each.type === type).flatMap(each => read(bytes, each, sections[each.link]))
  return { needed: from(SHT_DYNAMIC, neededOf), versions: from(SHT_VERNEED, versionsOf) }
}

const numbers = version => version.split('.').map(Number)
export function compareVersions(a, b) {
  const [left, right] = [numbers(a), numbers(b)]
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** The newest of each family: `{ GLIBC: '2.25', GCC: '4.2.0' }`. What bears no number, as GLIBC_PRIVATE, is left out. */
export function newestOf(versions) {
  const newest = {}
  for (const name of versions) {
    const [, family, version] = /^([A-Z]+)_(\d+(?:\.\d+)*)$/.exec(name) ?? []
    if (family && (newest[family] === undefined || compareVersions(version, newest[family]) > 0))
      newest[family] = version
  }
  return newest
}

/**
 * What an addon asks of a system beyond what the program that loads it asks already, as lines for a person. Empty when
 * the addon runs wherever the program does: then UOS 20 and Kylin V10 (glibc 2.28) are as good as anything newer.
 */
export function beyond(addon, program) {
  const allowed = newestOf(program.versions)
  const wanted = Object.entries(newestOf(addon.versions))
  return wanted.flatMap(([family, version]) => {
    const most = allowed[family]
    if (most === undefined) return [`${family}_${version}, of which the program needs nothing`]
    return compareVersions(version, most) > 0 ? [`${family}_${version}, the program only ${family}_${most}`] : []
  })
}

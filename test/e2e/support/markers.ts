import { randomBytes, randomInt } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { type Needle, textNeedles } from './scan'

/** Every character of GBK with its two bytes: Node can read this encoding, so a table turned round can write it. */
const gbk = new Map<string, readonly [number, number]>()
for (let high = 0x81; high <= 0xfe; high++)
  for (let low = 0x40; low <= 0xfe; low++) {
    const character = new TextDecoder('gbk').decode(Uint8Array.of(high, low))
    if ([...character].length === 1 && character !== '\ufffd') gbk.set(character, [high, low])
  }

const toGbk = (text: string): Buffer => Buffer.from([...text].flatMap(one => gbk.get(one) ?? [...Buffer.from(one)]))

/** The first row of everyday characters: 3,755 of them, so that five in a row are nobody's words. */
const everyday = [...gbk].filter(([, [high, low]]) => high >= 0xb0 && high <= 0xd6 && low >= 0xa1).map(([one]) => one)
const chinese = (length: number): string =>
  Array.from({ length }, () => everyday[randomInt(everyday.length)] ?? '').join('')

/** Makes texts that occur nowhere else, and knows how a file would hold them. */
export function createMarkers() {
  const made = new Map<string, string>()
  const keep = (name: string, text: string): string => {
    made.set(name, text)
    return text
  }
  return {
    /** A text in Chinese, as people write it. */
    words: (name: string): string => keep(name, chinese(6)),
    /** Latin letters and digits, for what has to be typed. */
    letters: (name: string): string => keep(name, `k${randomBytes(7).toString('hex')}`),
    /** A password that every rule accepts. */
    password: (name: string): string => keep(name, `Zq9#${randomBytes(7).toString('base64url')}`),
    /** A text that the application made. */
    keep,
    get count(): number {
      return made.size
    },
    needles: (): Needle[] =>
      [...made].flatMap(([name, text]) => [
        ...textNeedles(name, text),
        ...(Buffer.byteLength(text) > text.length ? [{ name: `${name} (GBK)`, bytes: toGbk(text) }] : []),
      ]),
  }
}

/** All regular files below a folder, relative to it. Links and sockets hold no text. */
export const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => relative(folder, join(entry.parentPath, entry.name)))
    .toSorted()

/** Which needles lie in which files, as 'file: needle'. */
export function findInFiles(folder: string, needles: readonly Needle[]): string[] {
  return filesBelow(folder).flatMap(file => {
    const content = readFileSync(join(folder, file))
    return needles.filter(({ bytes }) => content.includes(bytes)).map(({ name }) => `${file}: ${name}`)
  })
}

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sheetOf } from './excel/books'
import { junk } from './file-bombs'
import { jpeg } from './people'
import { makeZip } from './zips'

interface NamedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** A file of every kind that can be imported. @param samples the folder of the forms */
export async function honestFiles(samples: string): Promise<NamedFile[]> {
  const forms = readdirSync(samples)
    .filter(name => /\.lrmx?$/.test(name))
    .map(name => ({ name, bytes: readFileSync(join(samples, name)) }))
  const resume = '1990.09--1994.07  学习\n1994.07--  局长'
  const exchange = makeZip([
    {
      name: 'Table/A01.xml',
      data: `<xml><data><row A0000="1" A0101="王芳" A1701="${resume}"/></data></xml>`,
      method: 0,
    },
    { name: 'Table/A36.xml', data: '<xml><data><row A0000="1" A3601="李强" SORTID="1"/></data></xml>' },
    { name: 'Photos/1.jpg', data: jpeg },
  ])
  const loose = makeZip(forms.slice(0, 3).map(({ name, bytes }, n) => ({ name, data: bytes, method: n === 0 ? 0 : 8 })))
  const roster = await sheetOf([
    ['姓名', '性别', '出生年月', '现任职务'],
    ['王芳', '女', '1990.09', '局长'],
    ['李强', '男', '1985.01', '科员'],
  ])
  return [
    ...forms,
    { name: '导出.zip', bytes: exchange },
    { name: '任免表.zip', bytes: loose },
    { name: '名册.xlsx', bytes: roster },
  ]
}

/** Small, fixed random numbers, so that a failure can be found again. */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const fragments = [
  '<',
  '>',
  '&',
  '</Person>',
  '<Person>',
  '<![CDATA[',
  ']]>',
  '<!--',
  '"',
  '","',
  '@',
  '#',
  '\0',
  '\v',
  '&#0;',
  '&#xD800;',
  '<br>',
  '<!DOCTYPE x>',
  '\u{1F600}',
  '\uFEFF',
  '9999.99--',
  'PK\x03\x04',
]

/** One to five changes: bits, bytes, pieces cut, doubled, moved, and put in. */
function mutate(original: Uint8Array, seed: number): Buffer {
  const below = numbers(seed)
  let bytes: Buffer = Buffer.from(original)
  for (let change = 0; change <= below(5); change += 1) {
    const at = below(bytes.length + 1)
    const to = Math.min(bytes.length, at + below(200))
    const piece = bytes.subarray(at, to)
    const put = (middle: Uint8Array): Buffer => Buffer.concat([bytes.subarray(0, at), middle, bytes.subarray(at)])
    switch (below(8)) {
      case 0:
        if (bytes.length > 0) bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ (1 << below(8))
        break
      case 1:
        if (bytes.length > 0) bytes[at % bytes.length] = below(256)
        break
      case 2:
        bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(to)])
        break
      case 3:
        bytes = put(Buffer.concat(Array.from({ length: 1 + below(20) }, () => piece)))
        break
      case 4:
        bytes = put(Buffer.from(fragments[below(fragments.length)] ?? ''))
        break
      case 5:
        bytes = put(junk(below(64), seed + 1))
        break
      case 6:
        bytes = Buffer.from(bytes.subarray(0, at))
        break
      default: {
        const other = below(bytes.length + 1)
        bytes = Buffer.concat([bytes.subarray(0, other), piece, bytes.subarray(other)])
      }
    }
  }
  return bytes
}

/** One of the files with something done to it: the same for the same seed. */
export function damaged(originals: readonly NamedFile[], seed: number): NamedFile {
  const { name, bytes } = originals[seed % originals.length] ?? { name: '', bytes: new Uint8Array() }
  return { name, bytes: mutate(bytes, seed * 7919) }
}

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readCadreFile } from '../../../src/main/cadres/read-file'
import { describeFailure } from '../../../src/shared/cadres/imported'
import { ReadAnswer } from '../../../src/shared/cadres/reader-protocol'
import { fileBombs, junk } from './file-bombs'
import { jpeg } from './people'
import { xlsxBombs } from './xlsx-bombs'
import { zipBombs } from './zip-bombs'
import { makeZip } from './zips'

const folder = join(import.meta.dirname, '../../samples/lrmx')
const samples = readdirSync(folder).filter(name => /\.lrmx?$/.test(name))
const read = (name: string, bytes: Uint8Array): Promise<ReadAnswer> => readCadreFile({ name, bytes, picture: null })

describe('bombs', () => {
  const bombs = [...fileBombs, ...zipBombs, ...xlsxBombs]
  test('there are enough of them', () => {
    expect(bombs.length).toBeGreaterThanOrEqual(60)
    expect(new Set(bombs.map(({ what }) => what)).size).toBe(bombs.length)
  })

  test.each(bombs.map(bomb => [bomb.what, bomb] as const))('%s', async (_what, { name, make, code }) => {
    const bytes = make()
    const before = process.memoryUsage().rss
    const startedAt = performance.now()
    const answer = await read(name, bytes)
    const tookMs = performance.now() - startedAt
    expect(answer.ok ? 'read' : [code].flat().includes(answer.failure.code) || answer.failure.code).toBe(true)
    if (answer.ok) return
    const line = describeFailure(name, answer.failure)
    expect(line).toMatch(/^“[^”]+”(第 \d+ 行)?：.*[\u4e00-\u9fff]{4,}.*。$/s)
    expect(line).not.toMatch(/Error|undefined|null|NaN|at \/|\.ts\b/)
    expect(line).not.toContain('文件无法读取')
    expect(line.length).toBeLessThan(300)
    // A busy computer takes its time: the bound is for what grows with the square, which takes minutes.
    expect(tookMs).toBeLessThan(5000)
    expect(process.memoryUsage().rss - before).toBeLessThan(300_000_000)
  })
})

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
function mutate(original: Buffer, seed: number): Buffer {
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

test('2,000 damaged files give a record or a reason, never anything else', async () => {
  const zip = makeZip([
    {
      name: 'Table/A01.xml',
      data: '<xml><data><row A0000="1" A0101="王芳" A1701="1990.09--1994.07  学习\n1994.07--  局长"/></data></xml>',
      method: 0,
    },
    { name: 'Table/A36.xml', data: '<xml><data><row A0000="1" A3601="李强" SORTID="1"/></data></xml>' },
    { name: 'Photos/1.jpg', data: jpeg },
  ])
  const originals = [
    ...samples.map(name => [name, readFileSync(join(folder, name))] as const),
    ['导出.zip', zip] as const,
  ]
  const outcomes = { read: 0, refused: 0 }
  for (let seed = 1; seed <= 2000; seed += 1) {
    const [name, original] = originals[seed % originals.length] ?? ['', zip]
    const answer = await read(name, mutate(original, seed * 7919))
    expect(ReadAnswer.safeParse(answer).success, `seed ${seed}`).toBe(true)
    if (answer.ok) outcomes.read += 1
    else {
      outcomes.refused += 1
      expect(answer.failure.why, `seed ${seed}`).toMatch(/[\u4e00-\u9fff]{4}/)
      // The net under everything, for what nobody foresaw: nothing here should fall into it.
      expect(answer.failure.why, `seed ${seed}`).not.toMatch(/^文件无法读取/)
    }
  }
  // Both happen often, or the changes are too weak or too strong to say anything.
  expect(outcomes.read).toBeGreaterThan(300)
  expect(outcomes.refused).toBeGreaterThan(300)
})

describe('the ending and the content', () => {
  test.each(samples)('%s', async name => {
    const bytes = readFileSync(join(folder, name))
    const answer = await read(name, bytes)
    expect(answer).toMatchObject({ ok: true, value: { people: [{}] } })
    expect(ReadAnswer.parse(structuredClone(answer))).toEqual(answer)
    const other = await read(
      name.replace(/\.lrmx?$/, ending => (ending === '.lrm' ? '.lrmx' : '.lrm')),
      bytes,
    )
    expect(other).toMatchObject({
      ok: true,
      value: { warnings: [{ text: expect.stringContaining('已按内容读取') as string }] },
    })
  })

  test('the picture beside an .lrm comes with it', async () => {
    const bytes = readFileSync(join(folder, '叶静14.lrm'))
    const picture = readFileSync(join(folder, '叶静14.pic'))
    const answer = await readCadreFile({ name: '叶静14.lrm', bytes, picture })
    expect(answer).toMatchObject({ ok: true, value: { people: [{ photo: { kind: 'png' }, warnings: [] }] } })
  })
})

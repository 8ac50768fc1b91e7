import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readCadreFile } from '../../../src/main/cadres/read-file'
import { describeFailure } from '../../../src/shared/cadres/imported'
import { ReadAnswer } from '../../../src/shared/cadres/reader-protocol'
import { damaged, honestFiles } from './damaged-files'
import { fileBombs } from './file-bombs'
import { xlsxBombs } from './xlsx-bombs'
import { zipBombs } from './zip-bombs'

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
    const answer = await read(name, bytes)
    expect(answer.ok ? 'read' : [code].flat().includes(answer.failure.code) || answer.failure.code).toBe(true)
    if (answer.ok) return
    const line = describeFailure(name, answer.failure)
    expect(line).toMatch(/^“[^”]+”(第 \d+ 行)?：.*[\u4e00-\u9fff]{4,}.*。$/s)
    expect(line).not.toMatch(/Error|undefined|null|NaN|at \/|\.ts\b/)
    expect(line).not.toContain('文件无法读取')
    expect(line.length).toBeLessThan(300)
    expect(process.memoryUsage().rss - before).toBeLessThan(300_000_000)
  })
})

test('2,000 damaged files give a record or a reason, never anything else', async () => {
  const originals = await honestFiles(folder)
  const outcomes = { read: 0, refused: 0 }
  for (let seed = 1; seed <= 2000; seed += 1) {
    const { name, bytes } = damaged(originals, seed)
    const answer = await read(name, bytes)
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

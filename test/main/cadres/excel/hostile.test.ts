import { expect, test } from 'vitest'
import { ReadAnswer } from '../../../../src/shared/cadres/reader-protocol'
import { findHeader, headersIn, personLines, proposeColumns } from '../../../../src/shared/imports/columns.rules'
import { sparseBooks } from '../xlsx-bombs'
import { read, sheetOf, tablesOf } from './books'

test.each(sparseBooks.map(({ what, make }) => [what, make] as const))('%s costs nothing', async (_what, make) => {
  const bytes = make()
  const before = process.memoryUsage().rss
  const { tables } = await tablesOf(bytes)
  const [table] = tables
  if (!table) throw new Error('no sheet')
  headersIn(table)
  const header = findHeader(table) ?? { from: 0, depth: 1 }
  personLines(table, header, proposeColumns(table, header))
  expect(process.memoryUsage().rss - before).toBeLessThan(300_000_000)
})

/** Small, fixed random numbers, so that a failure can be found again. */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

test('3,000 changed workbooks are read or refused, and none breaks the reader', async () => {
  const honest = await sheetOf([
    ['姓名', '性别', '出生年月', '现任职务'],
    ['王芳', '女', '1980.04', '石桥镇镇长'],
    ['李强', '男', 1985.03, { formula: 'A1', result: '副镇长' }],
  ])
  const outcomes = { read: 0, refused: 0 }
  for (let seed = 0; seed < 3000; seed++) {
    const random = numbers(seed)
    const bytes = new Uint8Array(honest)
    for (let changes = 1 + random(6); changes > 0; changes--) bytes[random(bytes.length)] = random(256)
    const answer = await read(seed % 5 === 0 ? bytes.subarray(0, random(bytes.length)) : bytes)
    expect(ReadAnswer.safeParse(structuredClone(answer)).success, `seed ${seed}`).toBe(true)
    outcomes[answer.ok ? 'read' : 'refused'] += 1
    if (!answer.ok) expect(answer.failure.why, `seed ${seed}`).not.toMatch(/^文件无法读取/)
  }
  expect(outcomes.read).toBeGreaterThan(50)
  expect(outcomes.refused).toBeGreaterThan(500)
}, 120_000)

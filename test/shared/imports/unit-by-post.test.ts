import { expect, test } from 'vitest'
import { unitByPost } from '../../../src/shared/imports/unit-by-post.rules'
import { Unit } from '../../../src/shared/units/units'

const idOf = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const unit = (n: number, parent: number | null, name: string): Unit =>
  Unit.parse({ id: idOf(n), parentId: parent === null ? null : idOf(parent), name, position: n })
const units = [
  unit(1, null, '中共安平县委'),
  unit(2, 1, '安平县'),
  unit(3, 2, '县委办公室'),
  unit(4, 2, '财政局'),
  unit(5, 2, '石桥镇'),
  unit(6, 5, '财政所'),
  unit(7, 2, '柳河镇'),
  unit(8, 7, '财政所'),
  unit(9, 2, '中共石桥镇党校'),
  unit(10, 2, '局'),
]
const nameOf = unitByPost(units)

test.each([
  ['石桥镇党委书记', 5],
  ['石桥镇 党委 书记', 5],
  ['安平县石桥镇镇长', 5],
  ['安平县财政局局长', 4],
  ['财政局党组书记、局长', 4],
  ['安平县委办公室主任', 3],
  ['县委办公室副主任', 3],
  ['安平县县委办公室副主任', 3],
  ['石桥镇财政所所长', 6],
  ['安平县柳河镇财政所所长', 8],
  // Two bear the name.
  ['财政所所长', undefined],
  ['中共石桥镇党校校长', 9],
  ['安平县审计局局长', 2],
  ['中共安平县委副书记', undefined],
  ['局长', undefined],
  ['党委书记', undefined],
  ['', undefined],
])('%s', (post, expected) => {
  expect(nameOf(post)).toBe(expected === undefined ? undefined : idOf(expected))
})

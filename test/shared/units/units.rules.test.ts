import { expect, test } from 'vitest'
import { type Unit, UnitId } from '../../../src/shared/units/units'
import { mayAdd, mayMove, mayRemove, mayRename, withSubUnits } from '../../../src/shared/units/units.rules'

const idOf = (n: number) => UnitId.parse(`00000000-0000-4000-8000-00000000000${n}`)
const unit = (n: number, parent: number | null, name: string): Unit => ({
  id: idOf(n),
  parentId: parent === null ? null : idOf(parent),
  name,
  position: 0,
})
/** 1 区 ─ 2 镇街 ─ 3 石桥镇；1 ─ 4 区直 */
const tree = [unit(1, null, '区'), unit(2, 1, '镇街'), unit(3, 2, '石桥镇'), unit(4, 1, '区直')]

test.each([
  [[1], [1, 2, 3, 4]],
  [[2], [2, 3]],
  [
    [3, 4],
    [3, 4],
  ],
  [
    [2, 3],
    [2, 3],
  ],
  [[], []],
])('units %s with what is below them are %s', (roots, expected) => {
  expect([...withSubUnits(tree, roots.map(idOf))].toSorted()).toEqual(expected.map(idOf))
})

test.each([
  ['a new name', 2, '云溪街道', true],
  ['a name that a sister has', 2, '石桥镇', false],
  ['the same with spaces around it', 2, ' 石桥镇 ', false],
  ['a name used elsewhere', 4, '石桥镇', true],
  ['an unknown parent', 9, '甲', false],
] as const)('adding %s', (_name, parent, name, ok) => expect(mayAdd(tree, idOf(parent), name).allowed).toBe(ok))

test.each([
  ['its own name', 3, '石桥镇', true],
  ['a sister’s name', 4, '镇街', false],
  ['an unknown unit', 9, '甲', false],
] as const)('renaming to %s', (_name, id, name, ok) => expect(mayRename(tree, idOf(id), name).allowed).toBe(ok))

test.each([
  ['to another parent', 3, 4, true],
  ['below itself', 2, 3, false],
  ['onto itself', 2, 2, false],
  ['the unit itself', 1, 2, false],
  ['to an unknown parent', 3, 9, false],
] as const)('moving %s', (_name, id, parent, ok) => expect(mayMove(tree, idOf(id), idOf(parent)).allowed).toBe(ok))

test.each([
  ['a leaf', 3, true],
  ['one with units below it', 2, false],
  ['the unit itself', 1, false],
] as const)('removing %s', (_name, id, ok) => expect(mayRemove(tree, idOf(id)).allowed).toBe(ok))

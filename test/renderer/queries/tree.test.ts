import { expect, test } from 'vitest'
import {
  type Changed,
  duplicateAt,
  moveBy,
  moveTo,
  type Path,
  removeAt,
  unwrapAt,
  wrapAt,
} from '../../../src/renderer/queries/tree'
import type { Condition, Group, QueryNode } from '../../../src/shared/queries/queries'

/** a [b c] d: names are conditions, brackets are groups. */
function treeOf(text: string): Group {
  const root: Group = { kind: 'all', not: false, of: [] }
  const open = [root]
  for (const mark of text.match(/[a-z[\]]/g) ?? []) {
    const around = open.at(-1) ?? root
    if (mark === ']') open.pop()
    else if (mark === '[') {
      const group: Group = { kind: around.kind === 'all' ? 'any' : 'all', not: false, of: [] }
      around.of.push(group)
      open.push(group)
    } else {
      const condition: Condition = { kind: 'is', not: false, field: mark, operator: 'filled', values: [] }
      around.of.push(condition)
    }
  }
  return root
}
const textOf = (node: QueryNode, isRoot = true): string => {
  if (node.kind === 'is') return node.field
  const inner = node.of.map(each => textOf(each, false)).join(' ')
  return isRoot ? inner : `[${inner}]`
}
const told = ({ tree, at }: Changed): string => `${textOf(tree)} at ${at.join('.')}`

const up = (tree: Group, path: Path) => moveBy(tree, path, -1)
const down = (tree: Group, path: Path) => moveBy(tree, path, 1)

test.each<[(tree: Group, path: Path) => Changed, string, Path, string]>([
  [down, 'a b', [0], 'b a at 1'],
  [up, 'a b', [1], 'b a at 0'],
  [up, 'a b', [0], 'a b at 0'],
  [down, 'a b', [1], 'a b at 1'],
  // Into brackets that follow, and out of those that end.
  [down, 'a [b c] d', [0], '[a b c] d at 0.0'],
  [up, 'a [b c] d', [2], 'a [b c d] at 1.2'],
  [down, 'a [b c] d', [1, 1], 'a [b] c d at 2'],
  [up, 'a [b c] d', [1, 0], 'a b [c] d at 1'],
  [up, 'a [b c] d', [1], '[b c] a d at 0'],
  [down, 'a [b] [c]', [1], 'a [[b] c] at 1.0'],
  [down, 'a', [], 'a at '],
  [removeAt, 'a b c', [1], 'a c at 1'],
  [removeAt, 'a b', [1], 'a at 0'],
  [removeAt, 'a', [0], ' at '],
  [removeAt, 'a [b] c', [1, 0], 'a c at 1'],
  [removeAt, 'a [[b]]', [1, 0, 0], 'a at 0'],
  [removeAt, 'a [b]', [], ' at '],
  [duplicateAt, 'a [b c]', [1], 'a [b c] [b c] at 2'],
  [duplicateAt, 'a [b c]', [1, 0], 'a [b b c] at 1.1'],
  [duplicateAt, 'a', [], 'a at '],
  [wrapAt, 'a b', [1], 'a [b] at 1.0'],
  [wrapAt, 'a [b]', [1], 'a [[b]] at 1.0'],
  [unwrapAt, 'a [b c] d', [1], 'a b c d at 1'],
  [unwrapAt, 'a [b c] d', [1, 0], 'a [c] b d at 2'],
  [unwrapAt, 'a [b] d', [1, 0], 'a b d at 1'],
  [unwrapAt, 'a b', [1], 'a b at 1'],
])('%o of %s at %j is %s', (deed, before, path, after) => {
  expect(told(deed(treeOf(before), path))).toBe(after)
})

test.each<[string, Path, Path, string]>([
  ['a b c', [0], [2], 'b a c at 1'],
  ['a b c', [0], [3], 'b c a at 2'],
  ['a b c', [2], [0], 'c a b at 0'],
  ['a b c', [1], [1], 'a b c at 1'],
  ['a [b c]', [0], [1, 1], '[b a c] at 0.1'],
  ['[a b] c', [0, 0], [1], '[b] a c at 1'],
  ['a [b [c]] d', [3 - 1], [1, 1, 0], 'a [b [d c]] at 1.1.0'],
  ['a [b [c]] d', [1, 1], [0], '[c] a [b] d at 0'],
  // Nothing can be put into itself.
  ['a [b c]', [1], [1, 1], 'a [b c] at 1'],
])('%s: from %j to before %j is %s', (before, from, to, after) => {
  expect(told(moveTo(treeOf(before), from, to))).toBe(after)
})

test('joined the other way, as brackets are for', () => {
  const { tree } = wrapAt(treeOf('a b'), [1])
  expect(tree.of[1]).toMatchObject({ kind: 'any', not: false })
})

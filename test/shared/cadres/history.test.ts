import { expect, test } from 'vitest'
import { diffCadres } from '../../../src/shared/cadres/diff.rules'
import { type Step, undoneAmong, undoRefusal } from '../../../src/shared/cadres/history.rules'
import { person } from './person'

const step = (id: string, undoes: string | null = null): Step => ({ id, undoes, changes: [] })

test.each<[string, Step[], string[]]>([
  ['nothing', [step('a')], []],
  ['one', [step('u', 'a'), step('a')], ['a']],
  ['one done again', [step('r', 'u'), step('u', 'a'), step('a')], ['u']],
  ['done again and undone by itself', [step('v', 'a'), step('r', 'u'), step('u', 'a'), step('a')], ['u', 'a']],
  ['three deep', [step('s', 'r'), step('r', 'u'), step('u', 'a'), step('a')], ['r', 'a']],
])('undone: %s', (_title, steps, undone) => {
  expect([...undoneAmong(steps)].toSorted()).toEqual(undone.toSorted())
})

test('what stands in the way of undoing', () => {
  const [a, b, c] = [person(), person({ nation: '汉族' }), person({ nation: '回族' })]
  const made: Step = step('made')
  const first: Step = { id: 'first', undoes: null, changes: diffCadres(a, b) }
  const second: Step = { id: 'second', undoes: null, changes: diffCadres(b, c) }
  const steps = [second, first, made]
  expect(undoRefusal(c, steps, made)).toContain('移入回收站')
  expect(undoRefusal(c, steps, first)).toBe('“民族”后来又改过，先撤销后面的修改')
  expect(undoRefusal(c, steps, second)).toBeUndefined()
  expect(undoRefusal(b, [step('u', 'second'), ...steps], second)).toBe('这一步已经撤销')
  expect(undoRefusal(c, [step('empty'), ...steps], step('empty'))).toBe('这一步没有改动内容')
})

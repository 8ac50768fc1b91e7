import { expect, test } from 'vitest'
import { AttachmentFacts, AttachmentId } from '../../../src/shared/attachments/attachments'
import { diffCadres } from '../../../src/shared/cadres/diff.rules'
import {
  afterChanges,
  type FileState,
  type Step,
  undoneAmong,
  undoRefusal,
} from '../../../src/shared/cadres/history.rules'
import { inverseOfStep } from '../../../src/shared/cadres/step'
import { PhotoId } from '../../../src/shared/photos/photos'
import { type Parts, person } from './person'

const photoId = (last: number): string => `0b6f7a52-6d3b-4c39-9a9e-2f6d0c1b7e1${last}`
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
  const state = (parts: Parts = {}): FileState => ({
    cadre: person(parts),
    photo: null,
    attachments: new Map(),
    others: new Map(),
    images: new Map(),
  })
  const [a, b, c] = [state(), state({ nation: '汉族' }), state({ nation: '回族' })]
  const made: Step = step('made')
  const first: Step = { id: 'first', undoes: null, changes: diffCadres(a.cadre, b.cadre) }
  const second: Step = { id: 'second', undoes: null, changes: diffCadres(b.cadre, c.cadre) }
  const steps = [second, first, made]
  expect(undoRefusal(c, steps, made)).toContain('移入回收站')
  expect(undoRefusal(c, steps, first)).toBe('“民族”后来又改过，先撤销后面的修改')
  expect(undoRefusal(c, steps, second)).toBeUndefined()
  expect(undoRefusal(b, [step('u', 'second'), ...steps], second)).toBe('这一步已经撤销')
  expect(undoRefusal(c, [step('empty'), ...steps], step('empty'))).toBe('这一步没有改动内容')
})

test('a photo is taken back like a field', () => {
  const [one, other] = [PhotoId.parse(photoId(1)), PhotoId.parse(photoId(2))]
  const state = (photo: PhotoId | null): FileState => ({
    cadre: person(),
    photo,
    attachments: new Map(),
    others: new Map(),
    images: new Map(),
  })
  const set: Step = { id: 'set', undoes: null, changes: [{ kind: 'photo', before: one, after: other }] }
  const steps = [set, step('made')]
  expect(undoRefusal(state(other), steps, set)).toBeUndefined()
  expect(undoRefusal(state(null), steps, set)).toBe('“照片”后来又改过，先撤销后面的修改')
  expect(afterChanges(state(other), inverseOfStep(set.changes)).photo).toBe(one)
})

test('an attachment is taken back while the file says of it what the step has said', () => {
  const id = AttachmentId.parse(photoId(3))
  const [plain, described] = ['扫描件', '任职通知'].map(title =>
    AttachmentFacts.parse({ category: '9', title, documentOn: null, documentNumber: '', note: '', mark: '内部' }),
  ) as [AttachmentFacts, AttachmentFacts]
  const state = (facts: readonly [AttachmentId, AttachmentFacts | null][]): FileState => ({
    cadre: person(),
    photo: null,
    attachments: new Map(facts),
    others: new Map(),
    images: new Map(),
  })
  const said: Step = {
    id: 'said',
    undoes: null,
    changes: [{ kind: 'attachment', id, before: plain, after: described }],
  }
  const steps = [said, step('made')]
  expect(undoRefusal(state([[id, described]]), steps, said)).toBeUndefined()
  expect(undoRefusal(state([[id, plain]]), steps, said)).toBe('“附件”后来又改过，先撤销后面的修改')
  expect(undoRefusal(state([[id, null]]), steps, said)).toBe('“附件”后来又改过，先撤销后面的修改')
  expect(undoRefusal(state([]), steps, said)).toBe('附件已随合并转到另一份档案')
  expect(inverseOfStep(said.changes)).toEqual([{ kind: 'attachment', id, before: described, after: plain }])
})

import { expect, test } from 'vitest'
import { type Content, mayFinish, missingFor } from '../../../src/shared/interviews/finish.rules'
import type { Details, NoteMark } from '../../../src/shared/interviews/interviews'
import type { Required } from '../../../src/shared/interviews/kinds'

const details: Details = {
  place: '201 室',
  mode: '当面',
  occasion: '',
  others: '',
  summary: '',
  spirit: '',
  mindset: '',
  posture: '',
  grade: null,
  consent: '未询问',
}
const outline = [
  { key: 'facts', title: '情况', questions: [], required: true },
  { key: 'more', title: '其他', questions: [], required: false },
]
const line = (part: string, text = '说了', mark: NoteMark | null = null, removed = false) => ({
  part,
  text,
  mark,
  removed,
})
const content = (more: Partial<Content> = {}): Content => ({ details, notes: [line('facts')], promises: 0, ...more })

test.each<[string, Required[], Content, string[]]>([
  ['all there', ['place'], content(), []],
  ['a required part without a line', [], content({ notes: [line('more')] }), ['提纲“情况”']],
  ['a line of blanks is none', [], content({ notes: [line('facts', ' 　')] }), ['提纲“情况”']],
  ['a removed line is none', [], content({ notes: [line('facts', '说了', null, true)] }), ['提纲“情况”']],
  ['no place', ['place'], content({ details: { ...details, place: ' ' } }), ['谈话地点']],
  ['no summary', ['summary'], content(), ['谈话小结']],
  ['a summary', ['summary'], content({ details: { ...details, summary: '谈得好' } }), []],
  ['no occasion', ['occasion'], content(), ['谈话事由']],
  ['no promise', ['promise'], content(), ['至少一件承诺或要求']],
  ['a line marked as a promise', ['promise'], content({ notes: [line('facts', '答应', '承诺')] }), []],
  [
    'a removed promise',
    ['promise'],
    content({ notes: [line('facts'), line('more', '答应', '承诺', true)] }),
    ['至少一件承诺或要求'],
  ],
  ['a tracked promise', ['promise'], content({ promises: 1 }), []],
  [
    'two states of three',
    ['states'],
    content({ details: { ...details, spirit: '昂扬', mindset: '平和' } }),
    ['三种状态'],
  ],
  [
    'three states',
    ['states'],
    content({ details: { ...details, spirit: '昂扬', mindset: '平和', posture: '实干' } }),
    [],
  ],
  ['no grade', ['grade'], content(), ['回访等次']],
  ['a grade', ['grade'], content({ details: { ...details, grade: '一般' } }), []],
])('%s', (_case, required, given, missing) => {
  expect(missingFor({ outline, required }, given)).toEqual(missing)
  expect(mayFinish({ title: '谈话', outline, required }, given).allowed).toBe(missing.length === 0)
})

test('the refusal names everything that is missing', () => {
  const verdict = mayFinish({ title: '诫勉谈话', outline, required: ['summary'] }, content({ notes: [] }))
  expect(verdict).toEqual({ allowed: false, reason: '诫勉谈话还缺：提纲“情况”、谈话小结。补上以后才能结束' })
})

import { expect, test } from 'vitest'
import type { PostRow } from '../../../src/shared/cadres/cadres'
import { mayKeepAction } from '../../../src/shared/campaigns/boards.rules'
import { followedPosts, gradesAround } from '../../../src/shared/campaigns/trace.rules'
import { Day } from '../../../src/shared/dates/add-months'
import { PartialDate } from '../../../src/shared/dates/partial-date'

const date = (text: string) => PartialDate.parse(text)
const post = (appointedOn: string | null, title: string): PostRow => ({
  unitId: null,
  unitName: '云泽区石桥镇',
  title,
  level: '',
  role: '主职',
  memberKind: '',
  teamOrder: null,
  appointedOn: appointedOn === null ? null : date(appointedOn),
  appointedBy: '',
  appointMode: '',
  status: '在任',
  removedOn: null,
  removedBy: '',
})

test('grades of the year before, the year and the year after', () => {
  const grades = [2029, 2026, 2028, 2027, 2025].map(year => ({ year, grade: year === 2028 ? '' : '优秀' }))
  expect(gradesAround(grades, date('2027-05')).map(({ year }) => year)).toEqual([2026, 2027])
})

test.each([
  ['after the day', post('2027-06-01', '党委书记'), ['云泽区石桥镇党委书记']],
  ['on the day itself is none that followed', post('2027-05-20', '党委书记'), []],
  ['before', post('2026-01', '镇长'), []],
  ['in a month that may lie before', post('2027-05', '党委书记'), []],
  ['without a day', post(null, '党委书记'), []],
])('posts that followed: %s', (_name, row, words) => {
  expect(followedPosts([row], [], Day.parse('2027-05-20')).map(each => each.words)).toEqual(words)
})

test('what the campaign notes beside the file is told once', () => {
  const noted = [
    { on: date('2027-06-01'), words: '党委书记' },
    { on: date('2028-01-01'), words: '副区长' },
  ]
  const found = followedPosts([post('2027-06', '党委书记')], noted, Day.parse('2027-05-20'))
  expect(found.map(({ words }) => words)).toEqual(['云泽区石桥镇党委书记', '副区长'])
})

test.each([
  ['未开始', null, '', '', undefined],
  ['已完成', null, '云发〔2027〕3号', '', '已完成的，写完成日期'],
  ['已完成', '2027-05-01', '', '', '已完成的，写凭据，如文号、片名'],
  ['已完成', '2027-05-01', '云发〔2027〕3号', '', undefined],
  ['已完成', '2027-05-03', '云发〔2027〕3号', '', '完成日期还没有到'],
  ['进行中', '2027-05-01', '', '', '还没有完成，不写完成日期'],
  ['不开展', null, '', '', '不开展的，在进展里写明原因'],
  ['不开展', null, '', '经费未列', undefined],
] as const)('a job %s, %s, %s', (state, doneOn, evidence, progress, words) => {
  const facts = {
    owner: '',
    dueOn: null,
    state,
    doneOn: doneOn === null ? null : Day.parse(doneOn),
    evidence,
    progress,
  }
  const verdict = mayKeepAction(facts, Day.parse('2027-05-02'))
  expect(verdict.allowed ? undefined : verdict.reason).toBe(words)
})

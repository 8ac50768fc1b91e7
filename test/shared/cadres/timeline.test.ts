import { expect, test } from 'vitest'
import { byTime, timelineEntry } from '../../../src/shared/cadres/timeline'
import { fileEntries, isPunishment } from '../../../src/shared/cadres/timeline.rules'
import { d, type Parts, person } from './person'

const on = d('2026-11-23')
const strict = (parts: Parts) => fileEntries(person(parts), on).filter(({ side }) => side === 'strict')

test.each([
  ['记三等功', false],
  ['优秀共产党员', false],
  ['撤县设区工作先进个人', false],
  ['党内严重警告处分', true],
  ['诫勉谈话', true],
  ['行政记过', true],
])('%s is a punishment: %s', (name, is) => {
  expect(isPunishment(name)).toBe(is)
})

test.each([
  ['on its first day', '2026-11-23', 'today', '诫勉影响期内', '2026.11.23 至 2027.05.22，还有 181 天。'],
  ['on its last day', '2026-05-24', 'today', '诫勉影响期内', '2026.05.24 至 2026.11.23，还有 1 天。'],
  ['on the first free day', '2026-05-23', 'done', undefined, undefined],
  ['of a month that may be over', '2026-05', 'today', '诫勉影响期可能未满', '决定时间没有写到日'],
  ['of a month that is over', '2026-04', 'done', undefined, undefined],
])('an admonition %s', (_case, day, state, title, words) => {
  const [entry] = strict({ punishments: [{ kind: '诫勉', name: '诫勉', on: day }] })
  expect(entry?.state).toBe(state)
  expect(entry?.notice?.title).toBe(title)
  if (words !== undefined) expect(entry?.notice?.words).toContain(words)
})

test('a revoked one and one whose period nobody knows are history', () => {
  const [revoked, unknown] = strict({
    punishments: [
      { kind: '党纪处分', name: '警告', on: '2026-10-01', revokedOn: '2026-11-01' },
      { kind: '其他', name: '通报批评', on: '2026-10-01' },
    ],
  })
  expect(revoked).toMatchObject({ state: 'done', notice: null, detail: '2026.11.01 撤销' })
  expect(unknown).toMatchObject({ state: null, notice: null, detail: '' })
})

test('reaching the age is told with its basis, and to nobody who has left', () => {
  const near = { birth: '1966-12', sex: '男' } as const
  expect(strict(near)).toMatchObject([{ kind: '到龄', on: '2027-06', state: 'soon', detail: '60岁6个月，还有 7 个月' }])
  expect(strict({ ...near, status: '退休' })).toEqual([])
  expect(strict({ birth: '1966-12', sex: '女' })).toEqual([])
})

test('posts, studies and training stand on it with how long they lasted', () => {
  const entries = fileEntries(
    person({
      posts: [{ unitName: '石桥镇', title: '镇长', appointedOn: '2021-02', removedOn: '2022-06', status: '已免' }],
      education: [{ education: '大学', degree: '管理学学士', school: '云州大学', from: '2002-09', to: '2006-07' }],
      training: [{ name: '中青班', from: '2020-03', to: '2020-03', days: 20 }],
    }),
    on,
  )
  expect(entries.map(({ kind, title, on: day, until }) => [kind, title, day, until])).toEqual([
    ['职务', '石桥镇镇长', '2021-02', '2022-06'],
    ['学历', '全日制大学，管理学学士', '2002-09', '2006-07'],
    ['培训', '中青班', '2020-03', null],
  ])
})

test('the latest first, what has no date last', () => {
  const days = ['2020', null, '2024-07', '2024-07-03'].map((day, index) =>
    timelineEntry({ id: String(index), kind: '谈话', stamp: '谈', title: '谈话', on: day === null ? null : d(day) }),
  )
  expect(days.toSorted(byTime).map(({ on: day }) => day)).toEqual(['2024-07-03', '2024-07', '2020', null])
})

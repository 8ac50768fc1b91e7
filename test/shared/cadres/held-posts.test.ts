import { expect, test } from 'vitest'
import { mayKeepPosts, postsInOffice, postsLeft } from '../../../src/shared/cadres/held-posts.rules'
import { punishmentNames } from '../../../src/shared/cadres/punishment-names'
import { person } from './person'

const { posts } = person({
  posts: [
    { title: '副镇长', status: '已免', appointedOn: '2012-03' },
    { title: '党委委员', role: '兼职' },
    { title: '镇长' },
    { title: '科员', status: '已免' },
    { title: '党委书记', status: '已免', appointedOn: '2017' },
  ],
})
const titles = (rows: typeof posts): string[] => rows.map(({ title }) => title)

test('in office the 主职 comes first; what was held, the latest first', () => {
  expect(titles(postsInOffice(posts))).toEqual(['镇长', '党委委员'])
  expect(titles(postsLeft(posts))).toEqual(['党委书记', '副镇长', '科员'])
})

test.each([
  [[], true],
  [['在任'], true],
  [['在任', '已免', '已免'], true],
  [['在任', '在任'], false],
] as const)('主职 %j may stand: %s', (states, may) => {
  const rows = person({ posts: states.map(status => ({ title: '镇长', status })) }).posts
  expect(mayKeepPosts(rows).allowed).toBe(may)
})

test('names of punishments: a party warning is told from one of the government', () => {
  expect(punishmentNames.党纪处分).toEqual([
    '党内警告',
    '党内严重警告',
    '撤销党内职务',
    '留党察看一年',
    '留党察看两年',
    '开除党籍',
  ])
  expect(punishmentNames.政务处分).toContain('记大过')
})

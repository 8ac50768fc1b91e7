import { expect, test } from 'vitest'
import { CadreId } from '../../../src/shared/cadres/cadres'
import { PartialDate } from '../../../src/shared/dates/partial-date'
import { Holder, UnitPost } from '../../../src/shared/posts/posts'
import { heldPosts, mayKeepPost, mayRemovePost, numbersOf, teamOf } from '../../../src/shared/posts/posts.rules'

const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const post = (n: number, title: string, approved: number, inTeam = true): UnitPost =>
  UnitPost.parse({ id: uuid(n), unitId: uuid(99), title, level: '', inTeam, approved, position: n })
const holder = (n: number, title: string, more: Partial<Holder> = {}): Holder =>
  Holder.parse({
    cadreId: CadreId.parse(uuid(n)),
    name: `甲${n}`,
    sex: null,
    birth: null,
    nation: '',
    partyJoined: null,
    postLevel: '',
    title,
    role: '主职',
    memberKind: '',
    teamOrder: null,
    appointedOn: null,
    ...more,
  })

const posts = [post(0, '局长', 1), post(1, '副局长', 2), post(2, '办公室主任', 1, false)]

test.each<[string, Holder[], object]>([
  ['nobody', [], { approved: 4, actual: 0, vacant: 4, over: 0 }],
  [
    'everybody',
    [holder(1, '局长'), holder(2, '副局长'), holder(3, '副局长'), holder(4, '办公室主任')],
    { approved: 4, actual: 4, vacant: 0, over: 0 },
  ],
  [
    'one over and one vacant do not cancel out',
    [holder(1, '局长'), holder(2, '局长'), holder(3, '副局长')],
    { approved: 4, actual: 3, vacant: 2, over: 1 },
  ],
  ['titles with blanks', [holder(1, '局 长')], { approved: 4, actual: 1, vacant: 3, over: 0 }],
  ['a title that is no post', [holder(1, '总工程师')], { approved: 4, actual: 0, vacant: 4, over: 0 }],
])('numbers of %s', (_name, holders, numbers) => {
  expect(numbersOf(heldPosts(posts, holders).posts)).toEqual(numbers)
})

const orderOf = (holders: Holder[]): string[] => {
  const held = heldPosts(posts, holders)
  return teamOf(held.posts, held.others).map(({ name }) => name)
}

test.each<[string, Holder[], string[]]>([
  ['by post', [holder(2, '副局长'), holder(1, '局长')], ['甲1', '甲2']],
  ['without those outside the team', [holder(4, '办公室主任'), holder(1, '局长')], ['甲1']],
  ['a given place goes first', [holder(1, '局长'), holder(3, '副局长', { teamOrder: 1 })], ['甲3', '甲1']],
  [
    'by level, then by appointment',
    [
      holder(1, '副局长', { postLevel: '乡科级副职', appointedOn: PartialDate.parse('2020-01') }),
      holder(2, '副局长', { postLevel: '乡科级副职', appointedOn: PartialDate.parse('2019-01') }),
      holder(3, '副局长', { postLevel: '乡科级正职' }),
    ],
    ['甲3', '甲2', '甲1'],
  ],
  ['two posts, once', [holder(1, '副局长'), holder(1, '局长')], ['甲1']],
  ['a member by kind alone', [holder(5, '党组成员', { memberKind: '其他' })], ['甲5']],
])('team: %s', (_name, holders, names) => expect(orderOf(holders)).toEqual(names))

test('a post stands once in a unit, and stays while somebody holds it', () => {
  expect(mayKeepPost(posts, '局　长')).toMatchObject({ allowed: false })
  expect(mayKeepPost(posts, '局长', uuid(0))).toEqual({ allowed: true })
  expect(mayRemovePost({ holders: [holder(1, '局长')] })).toMatchObject({
    reason: '还有 1 人在这个职位上；先改他们的职务，或把核定职数改为 0',
  })
})

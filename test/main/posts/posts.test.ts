import { expect, test } from 'vitest'
import type { PostRow } from '../../../src/shared/cadres/cadres'
import { signedIn } from '../../helpers/harness'

async function bureau() {
  const core = await signedIn('officer')
  const { api } = core
  const [root] = await api.units.tree({})
  const unit = await api.units.add({ parentId: root?.id ?? '', name: '区信访局' })
  const chief = await api.posts.add({ unitId: unit.id, title: '局长', level: '乡科级正职', inTeam: true, approved: 1 })
  const deputy = await api.posts.add({
    unitId: unit.id,
    title: '副局长',
    level: '乡科级副职',
    inTeam: true,
    approved: 2,
  })
  const hold = async (name: string, title: string, more: Partial<PostRow> = {}) => {
    const { cadre } = await api.cadres.add({ name, birth: null, unitId: unit.id })
    const row: PostRow = {
      unitId: unit.id,
      unitName: '区信访局',
      title,
      level: '',
      role: '主职',
      memberKind: '',
      teamOrder: null,
      appointedOn: null,
      appointedBy: '',
      appointMode: '',
      status: '在任',
      removedOn: null,
      removedBy: '',
      ...more,
    }
    await api.cadres.change({ id: cadre.id, revision: 1, reason: '', changes: [{ field: 'posts', value: [row] }] })
    return cadre.id
  }
  return { core, api, unit, chief, deputy, hold }
}

test('posts with approved and actual numbers, who holds them and the team in order', async () => {
  const { api, unit, hold } = await bureau()
  const first = await hold('许问渠', '副局长')
  const second = await hold('冯九皋', '局长')
  await hold('苏既白', '三级调研员')
  await hold('何以宁', '副局长', { status: '已免' })
  const seen = await api.posts.unit({ unitId: unit.id })
  expect(seen.posts.map(({ title, holders }) => [title, holders.map(({ name }) => name)])).toEqual([
    ['局长', ['冯九皋']],
    ['副局长', ['许问渠']],
  ])
  expect(seen.others.map(({ name }) => name)).toEqual(['苏既白'])
  expect(seen).toMatchObject({ numbers: { approved: 3, actual: 2, vacant: 1, over: 0 }, withoutPost: 1 })
  expect(seen.team.map(({ name }) => name)).toEqual(['冯九皋', '许问渠'])
  expect(await api.posts.numbers({})).toEqual([{ unitId: unit.id, approved: 3, actual: 2, vacant: 1, over: 0 }])

  await api.posts.arrange({ unitId: unit.id, ids: [first, second] })
  expect((await api.posts.unit({ unitId: unit.id })).team.map(({ name }) => name)).toEqual(['许问渠', '冯九皋'])
  expect(await api.cadres.history({ id: first })).toMatchObject([{ reason: '调整班子成员顺序' }, {}, {}])
  // Said again, nothing changes in any file.
  await api.posts.arrange({ unitId: unit.id, ids: [first, second] })
  expect(await api.cadres.history({ id: first })).toHaveLength(3)
})

test('those who left, and files in the trash, hold no post', async () => {
  const { api, unit, hold } = await bureau()
  const gone = await hold('许问渠', '局长')
  const retired = await hold('冯九皋', '局长')
  await api.cadres.trash({ ids: [gone], reason: '重复' })
  await api.cadres.change({ id: retired, revision: 2, reason: '', changes: [{ field: 'status', value: '退休' }] })
  const { numbers, withoutPost } = await api.posts.unit({ unitId: unit.id })
  expect(numbers).toMatchObject({ actual: 0, vacant: 3 })
  expect(withoutPost).toBe(0)
})

test('posts are changed, ordered and removed; a name stands once, a held post stays', async () => {
  const { api, unit, chief, deputy, hold } = await bureau()
  await hold('许问渠', '局长')
  await expect(
    api.posts.add({ unitId: unit.id, title: '副 局长', level: '', inTeam: true, approved: 1 }),
  ).rejects.toMatchObject({ code: 'refused' })
  await expect(api.posts.remove({ id: chief.id })).rejects.toMatchObject({ code: 'refused' })
  await api.posts.move({ id: deputy.id, position: 0 })
  await api.posts.change({ id: deputy.id, title: '副局长', level: '', inTeam: false, approved: 4 })
  expect((await api.posts.unit({ unitId: unit.id })).posts).toMatchObject([
    { title: '副局长', position: 0, approved: 4, inTeam: false },
    { title: '局长', position: 1 },
  ])
  await api.posts.remove({ id: deputy.id })
  expect((await api.posts.unit({ unitId: unit.id })).posts).toMatchObject([{ title: '局长', position: 0 }])
})

test('what a unit is', async () => {
  const { api, unit } = await bureau()
  const facts = {
    unitId: unit.id,
    kind: '法人单位',
    nature: '行政机关',
    level: '乡、科级',
    code: '',
    approvedStaff: 12,
  } as const
  await api.posts.describe({ ...facts, approvedStaff: 10 })
  await api.posts.describe(facts)
  expect((await api.posts.unit({ unitId: unit.id })).facts).toEqual(facts)
})

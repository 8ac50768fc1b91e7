import { expect, test } from 'vitest'
import type { PostRow } from '../../../src/shared/cadres/cadres'
import { signedIn } from '../../helpers/harness'
import { person } from '../../shared/cadres/person'

const post = (parts: Partial<PostRow>): PostRow => {
  const [row] = person({ posts: [{ unitName: '石桥镇', ...parts }] }).posts
  if (!row) throw new Error('no row')
  return row
}

async function officerWithFile() {
  const { api } = await signedIn('officer')
  const [root] = await api.units.tree({})
  const town = await api.units.add({ parentId: root?.id ?? '', name: '石桥镇' })
  const { cadre } = await api.cadres.add({ name: '李望舒', birth: null, unitId: town.id })
  const keep = (revision: number, posts: readonly PostRow[]) =>
    api.cadres.change({ id: cadre.id, revision, reason: '任职', changes: [{ field: 'posts', value: posts }] })
  return { api, town, id: cadre.id, keep }
}

test('a post in office counts at its unit, stands in the history row by row, and can be undone', async () => {
  const { api, town, id, keep } = await officerWithFile()
  const head = post({ unitId: town.id, title: '镇长', memberKind: '正职', teamOrder: 1 })
  await keep(1, [head])
  await keep(2, [head, post({ title: '人大代表', role: '兼职' })])
  expect((await api.posts.unit({ unitId: town.id })).team).toMatchObject([{ cadreId: id, title: '镇长' }])
  const [step] = await api.cadres.history({ id })
  expect(step?.changes).toMatchObject([{ kind: 'row-added', field: 'posts', at: 1, row: { title: '人大代表' } }])
  await api.cadres.undo({ id, changeSetId: step?.id ?? '' })
  expect((await api.cadres.get({ id })).cadre.posts).toEqual([head])
})

test('two 主职 in office and a unit that nobody sees are refused; nothing is written', async () => {
  const { api, id, keep } = await officerWithFile()
  await expect(keep(1, [post({ title: '镇长' }), post({ title: '局长' })])).rejects.toMatchObject({
    code: 'refused',
    message: '在任的职务里有 2 个主职，留一个，其余改为兼职',
  })
  await expect(keep(1, [post({ title: '镇长', unitId: id })])).rejects.toMatchObject({
    code: 'refused',
    message: '任职单位不在您的查看范围内',
  })
  expect((await api.cadres.get({ id })).cadre.posts).toEqual([])
})

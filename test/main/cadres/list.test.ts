import { expect, test } from 'vitest'
import { strokeOrder } from '../../../src/main/cadres/strokes'
import type { CadreFilter, CadreSort } from '../../../src/shared/cadres/cadres.contract'
import { signedIn } from '../../helpers/harness'

const everyone: CadreFilter = { unitId: null, status: [], trashed: false }

/** Two towns, of which the second stands first in the tree; invented people with what the orders need. */
async function list() {
  const core = await signedIn('officer')
  const { api } = core
  const [root] = await api.units.tree({})
  const parentId = root?.id ?? ''
  const stone = await api.units.add({ parentId, name: '石桥镇' })
  const cloud = await api.units.add({ parentId, name: '云溪街道' })
  await api.units.move({ id: cloud.id, parentId, position: 0 })
  const people: [string, string | null, Record<string, unknown>][] = [
    ['王若谷', stone.id, { unitOrder: 1, postLevel: '乡科级副职', birth: '1984' }],
    ['丁一', stone.id, { unitOrder: 0, postLevel: '乡科级正职', birth: '1984-03' }],
    ['欧阳修远', cloud.id, { postLevel: '', birth: '1990-01' }],
    ['李望舒', null, { postLevel: '县处级副职' }],
  ]
  for (const [name, unitId, values] of people) {
    const { cadre } = await api.cadres.add({ name, birth: null, unitId })
    const changes = Object.entries(values).map(([field, value]) => ({ field, value }))
    await api.cadres.change({ id: cadre.id, revision: 1, reason: '', changes })
  }
  const names = async (by: CadreSort['by'], descending = false, filter = everyone) => {
    const { rows, total } = await api.cadres.list({ filter, sort: { by, descending }, offset: 0, limit: 50 })
    expect(rows).toHaveLength(total)
    return rows.map(({ name }) => name.slice(0, 1)).join('')
  }
  return { core, api, names, stone, cloud }
}

test('people stand in the order asked for; what has no value stands last either way', async () => {
  const { names } = await list()
  expect(await names('unit')).toBe('欧丁王李')
  expect(await names('unit', true)).toBe('王丁欧李')
  expect(await names('level')).toBe('李丁王欧')
  expect(await names('level', true)).toBe('王丁李欧')
  expect(await names('birth')).toBe('王丁欧李')
  expect(await names('name')).toBe('丁李欧王')
  expect(await names('strokes')).toBe('丁王李欧')
})

test('a list is worked out anew when something changed', async () => {
  const { api, names, stone, cloud } = await list()
  const here = { ...everyone, unitId: stone.id }
  expect(await names('unit', false, here)).toBe('丁王')
  const [first] = await api.cadres.search({ text: '丁一', limit: 1 })
  if (!first) throw new Error('nobody')
  const file = await api.cadres.get({ id: first.id })
  const move = [{ field: 'unitId', value: cloud.id }]
  await api.cadres.change({ id: file.cadre.id, revision: file.revision, reason: '', changes: move })
  expect(await names('unit', false, here)).toBe('王')
  await api.cadres.trash({ ids: [file.cadre.id], reason: '重复' })
  expect(await names('unit')).toBe('欧王李')
  expect(await names('unit', false, { ...everyone, trashed: true })).toBe('丁')
})

test('a page is a slice of the whole', async () => {
  const { api } = await list()
  const sort = { by: 'name' as const, descending: false }
  const { rows, total } = await api.cadres.list({ filter: everyone, sort, offset: 1, limit: 2 })
  expect([total, rows.map(({ name }) => name)]).toEqual([4, ['李望舒', '欧阳修远']])
})

test('names of as many strokes stand together, the shorter name first', () => {
  const names = ['龚甲', '丁一乙', '丁一', '卜算子', '王五']
  const order = strokeOrder(Uint32Array.from(names.keys()), names)
  expect([...order].map(index => names[index])).toEqual(['丁一', '丁一乙', '卜算子', '王五', '龚甲'])
})

test('columns of any field come with the lines, but for what is masked', async () => {
  const { api } = await list()
  const question = { filter: everyone, sort: { by: 'name' as const, descending: false }, offset: 0, limit: 2 }
  const { rows } = await api.cadres.list({ ...question, columns: ['unit', 'age', 'status'] })
  expect(rows.map(({ name, cells }) => [name, ...cells])).toEqual([
    ['丁一', '石桥镇', '45', '在职'],
    ['李望舒', '', '', '在职'],
  ])
  const [found] = await api.cadres.search({ text: '丁', limit: 1, columns: ['postLevel'] })
  expect(found?.cells).toEqual(['乡科级正职'])
  for (const column of ['idNumber', 'family', 'nonsense'])
    await expect(api.cadres.list({ ...question, columns: [column] })).rejects.toMatchObject({ code: 'invalid-input' })
})

test('a copied table starts no formula and leaves a line in the audit log', async () => {
  const { core, api } = await list()
  const sort = { by: 'name' as const, descending: false }
  const { ids, total } = await api.cadres.ids({ filter: everyone, sort })
  expect([ids.length, total]).toEqual([4, 4])
  const [first] = ids
  if (!first) throw new Error('nobody')
  const file = await api.cadres.get({ id: first })
  const hostile = [{ field: 'nativePlace', value: '=HYPERLINK("x")\t甲\n乙' }]
  await api.cadres.change({ id: file.cadre.id, revision: file.revision, reason: '', changes: hostile })
  const { text, people } = await api.cadres.table({ ids: ids.slice(0, 2), sort, columns: ['nativePlace', 'status'] })
  expect(people).toBe(2)
  expect(text.split('\n')).toEqual(['姓名\t籍贯\t人员状态', `丁一\t'=HYPERLINK("x") 甲 乙\t在职`, '李望舒\t\t在职'])
  const line = core.gatehouse.store?.raw.prepare('SELECT body FROM audit_lines ORDER BY seq DESC LIMIT 1').pluck().get()
  expect(line).toContain('"channel":"cadres.table"')
  expect(line).toContain('2 人，3 列')
})

import { expect, test } from 'vitest'
import type { CadreId } from '../../../src/shared/cadres/cadres'
import { type Core, freshStore, signedIn } from '../../helpers/harness'

const reason = '换届摸底'

async function three(): Promise<{ core: Core; ids: CadreId[] }> {
  const { place } = await freshStore()
  const core = await signedIn('officer', place)
  const ids: CadreId[] = []
  for (const name of ['王芳', '李强', '赵敏'])
    ids.push((await core.api.cadres.add({ name, birth: null, unitId: null })).cadre.id)
  return { core, ids }
}
const tagsOf = async (core: Core, id: CadreId | undefined) =>
  (await core.api.cadres.get({ id: id as CadreId })).cadre.tags

test('a tag is put to many in one step, and taken back together', async () => {
  const { core, ids } = await three()
  const change = { act: 'tag' as const, tag: '狮子型' }
  await core.api.cadres.changeMany({ ids: ids.slice(0, 1), change, reason })
  const { batchId, ...counts } = await core.api.cadres.changeMany({ ids, change, reason })
  expect(counts).toEqual({ changed: 2, unchanged: 1 })
  for (const id of ids) expect(await tagsOf(core, id)).toEqual(['狮子型'])
  const [step] = await core.api.cadres.history({ id: ids[1] as CadreId })
  expect(step).toMatchObject({ kind: 'change', reason, byName: '陆四' })

  // Another tag that came since stays; a field that was changed since is left alone.
  await core.api.cadres.changeMany({ ids: ids.slice(2), change: { act: 'tag', tag: '专家型' }, reason })
  expect(await core.api.cadres.undoMany({ batchId })).toEqual({ undone: 2, kept: 0 })
  expect(await tagsOf(core, ids[0])).toEqual(['狮子型'])
  expect(await tagsOf(core, ids[1])).toEqual([])
  expect(await tagsOf(core, ids[2])).toEqual(['专家型'])

  const to = (value: '调出' | '退休') => ({ act: 'set' as const, field: 'status' as const, value })
  const moved = await core.api.cadres.changeMany({ ids, change: to('调出'), reason })
  await core.api.cadres.changeMany({ ids: ids.slice(0, 1), change: to('退休'), reason })
  expect(await core.api.cadres.undoMany({ batchId: moved.batchId })).toEqual({ undone: 2, kept: 1 })
  const statuses = await Promise.all(ids.map(async id => (await core.api.cadres.get({ id })).cadre.status))
  expect(statuses).toEqual(['退休', '在职', '在职'])
  core.close()
})

test.each([
  [{ act: 'set', field: 'status', value: '调出' }, { status: '调出' }],
  [{ act: 'set', field: 'managedBy', value: '区委管理' }, { managedBy: '区委管理' }],
  [{ act: 'set', field: 'secrecy', value: '秘密★10年' }, { secrecy: '秘密★10年' }],
  [{ act: 'untag', tag: '没有的' }, { tags: [] }],
] as const)('%j', async (change, expected) => {
  const { core, ids } = await three()
  await core.api.cadres.changeMany({ ids, change, reason })
  for (const id of ids) expect((await core.api.cadres.get({ id })).cadre).toMatchObject(expected)
  core.close()
})

test('a unit out of sight, a file in the trash or a value that the model does not know changes nobody', async () => {
  const { core, ids } = await three()
  const unseen = { act: 'set' as const, field: 'unitId' as const, value: crypto.randomUUID() }
  await expect(core.api.cadres.changeMany({ ids, change: unseen, reason })).rejects.toMatchObject({ code: 'refused' })
  await core.api.cadres.trash({ ids: ids.slice(2), reason })
  const change = { act: 'tag' as const, tag: '青干' }
  await expect(core.api.cadres.changeMany({ ids, change, reason })).rejects.toMatchObject({
    code: 'refused',
    message: '赵敏的档案在回收站里，先恢复或者取消选择再改',
  })
  expect(await tagsOf(core, ids[0])).toEqual([])
  await expect(core.api.cadres.undoMany({ batchId: crypto.randomUUID() })).rejects.toMatchObject({ code: 'not-found' })
  core.close()
})

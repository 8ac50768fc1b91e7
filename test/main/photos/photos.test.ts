import { expect, test } from 'vitest'
import type { CadreId } from '../../../src/shared/cadres/cadres'
import { type Core, NOW, signedIn } from '../../helpers/harness'
import { jpegOf, pngOf } from './pictures'

const [first, second] = [jpegOf(300, 400, 1), jpegOf(300, 400, 2)]

async function withOne() {
  const core = await signedIn('officer')
  const { cadre } = await core.api.cadres.add({ name: '李望舒', birth: null, unitId: null })
  return { core, api: core.api, id: cadre.id }
}
async function shown({ api }: Core, id: CadreId): Promise<Uint8Array | null> {
  const { photo } = await api.cadres.get({ id })
  return photo === null ? null : (await api.photos.show({ cadreId: id, id: photo })).bytes
}

test('a photo is set, changed, removed; each is kept and can be undone', async () => {
  const { core, api, id } = await withOne()
  expect(await shown(core, id)).toBeNull()
  await api.photos.set({ cadreId: id, bytes: first })
  expect(await shown(core, id)).toEqual(first)
  await api.photos.set({ cadreId: id, bytes: second })
  await api.photos.remove({ cadreId: id })
  expect(await shown(core, id)).toBeNull()

  const steps = await api.cadres.history({ id })
  expect(steps.map(({ kind, byName, undoRefusal }) => [kind, byName, undoRefusal === null])).toEqual([
    ['photo', '陆四', true],
    ['photo', '陆四', false],
    ['photo', '陆四', false],
    ['add', '陆四', false],
  ])
  await api.cadres.undo({ id, changeSetId: steps[0]?.id ?? '' })
  expect(await shown(core, id)).toEqual(second)
  await api.cadres.undo({ id, changeSetId: steps[1]?.id ?? '' })
  expect(await shown(core, id)).toEqual(first)
  // A photo is no field: whoever is editing need not look again.
  expect((await api.cadres.get({ id })).revision).toBe(1)
})

test('the same picture is kept once, and an earlier one can be shown again', async () => {
  const { core, api, id } = await withOne()
  const made = await api.photos.set({ cadreId: id, bytes: first })
  await expect(api.photos.set({ cadreId: id, bytes: first })).rejects.toMatchObject({ code: 'conflict' })
  await api.photos.set({ cadreId: id, bytes: second })
  expect(await api.photos.set({ cadreId: id, bytes: first })).toEqual(made)
  expect(core.gatehouse.store?.raw.prepare('SELECT count(*) FROM photos').pluck().get()).toBe(2)
})

test('the file as it stood shows the photo of that day', async () => {
  const { core, api, id } = await withOne()
  const made = await api.photos.set({ cadreId: id, bytes: first })
  core.time.now = NOW + 2 * 86_400_000
  await api.photos.remove({ cadreId: id })
  expect((await api.cadres.asOf({ id, on: '2030-01-03' })).photo).toBe(made.id)
  expect((await api.cadres.asOf({ id, on: '2030-01-04' })).photo).toBeNull()
})

test('only a cut JPEG of the frame is kept, and nothing in the trash is changed', async () => {
  const { core, api, id } = await withOne()
  for (const bytes of [jpegOf(376, 460), pngOf(300, 400), new TextEncoder().encode('不是照片')])
    await expect(api.photos.set({ cadreId: id, bytes })).rejects.toMatchObject({ code: 'refused' })
  await expect(api.photos.remove({ cadreId: id })).rejects.toMatchObject({ code: 'conflict' })
  await api.cadres.trash({ ids: [id], reason: '重复' })
  await expect(api.photos.set({ cadreId: id, bytes: first })).rejects.toMatchObject({ code: 'refused' })
  expect(await shown(core, id)).toBeNull()
})

test('another person’s photo is not shown under one’s own', async () => {
  const { api, id } = await withOne()
  const { id: photo } = await api.photos.set({ cadreId: id, bytes: first })
  const { cadre } = await api.cadres.add({ name: '郑知行', birth: null, unitId: null })
  await expect(api.photos.show({ cadreId: cadre.id, id: photo })).rejects.toMatchObject({ code: 'not-found' })
})

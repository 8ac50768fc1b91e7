import { expect, test } from 'vitest'
import { type Core, signedIn } from '../../helpers/harness'
import { bringIn, everything, forms, grant, list, person } from './people'

const officer = () => signedIn('officer')
async function unit({ api }: Core, name: string, parent?: string) {
  const [root] = await api.units.tree({})
  const parentId = (await api.units.tree({})).find(each => each.name === parent)?.id ?? root?.id
  if (!parentId) throw new Error('no unit')
  const { id } = await api.units.add({ parentId, name })
  return id
}
const unitsOf = async ({ api }: Core, batchId: Parameters<Core['api']['imports']['batch']>[0]['batchId']) =>
  (await api.imports.items({ batchId, ...everything })).rows.map(({ name, unit: own }) => [name, own])

test('people whose files name no unit are suggested one by their post; nothing happens before it is taken', async () => {
  const core = await officer()
  const { api } = core
  const [bridge, river] = [await unit(core, '石桥镇'), await unit(core, '柳河镇')]
  const folder = forms({
    '1.lrmx': person('单雄信', '1984-03', { post: '石桥镇党委书记' }),
    '2.lrmx': person('秦琼', '1980-11', { post: '石桥镇镇长' }),
    '3.lrmx': person('罗成', '1990-01', { post: '柳河镇副镇长' }),
    '4.lrmx': person('魏征', '1975-01', { post: '科员' }),
  })
  const { id: batchId, unplaced } = await api.imports.stage(grant(core, folder))
  expect(unplaced).toBe(4)
  expect(await api.imports.suggestUnits({ batchId })).toEqual([
    { unitId: bridge, people: 2, posts: ['石桥镇党委书记', '石桥镇镇长'] },
    { unitId: river, people: 1, posts: ['柳河镇副镇长'] },
  ])
  expect((await unitsOf(core, batchId)).every(([, own]) => own === '')).toBe(true)
  expect(await api.imports.takeSuggested({ batchId, unitIds: [bridge] })).toMatchObject({ unplaced: 2 })
  expect(await unitsOf(core, batchId)).toEqual([
    ['单雄信', '石桥镇'],
    ['秦琼', '石桥镇'],
    ['罗成', ''],
    ['魏征', ''],
  ])
  expect(await api.imports.place({ batchId, which: { places: [3] }, unitId: river })).toMatchObject({ unplaced: 1 })
  expect((await api.imports.units({ batchId })).map(({ name, people }) => [name, people])).toEqual([
    ['石桥镇', 2],
    ['', 1],
    ['柳河镇', 1],
  ])
  await api.imports.confirm({ batchId })
  const { rows } = await api.cadres.list(list)
  const stands = new Map(rows.map(({ name, unitId }) => [name, unitId]))
  expect(stands).toEqual(
    new Map([
      ['单雄信', bridge],
      ['秦琼', bridge],
      ['罗成', null],
      ['魏征', river],
    ]),
  )
  core.close()
})

test('a suggestion moves nobody who has a unit; a unit that the officer chooses does, and is a difference', async () => {
  const core = await officer()
  const { api } = core
  const [bridge, river] = [await unit(core, '石桥镇'), await unit(core, '柳河镇')]
  const people = forms({ '1.lrmx': person('单雄信', '1984-03', { post: '石桥镇党委书记' }) })
  const first = await api.imports.stage(grant(core, people))
  await api.imports.place({ batchId: first.id, which: { everyone: true }, unitId: river })
  await api.imports.confirm({ batchId: first.id })
  const { id: batchId, unplaced } = await api.imports.stage(grant(core, people))
  expect(unplaced).toBe(0)
  expect(await api.imports.suggestUnits({ batchId })).toEqual([])
  expect(await unitsOf(core, batchId)).toEqual([['单雄信', '柳河镇']])
  const placed = await api.imports.place({ batchId, which: { everyone: true }, unitId: bridge })
  expect(placed).toMatchObject({ willChange: 1, counts: { changed: 1 } })
  const { changes } = await api.imports.item({ batchId, place: 0 })
  expect(changes.map(({ field, before, after }) => [field, before, after])).toEqual([['unitId', '柳河镇', '石桥镇']])
  core.close()
})

test('two units of one name are told apart, also from what the files call so', async () => {
  const core = await officer()
  const { api } = core
  await unit(core, '石桥镇')
  await unit(core, '柳河镇')
  const [one, other] = [await unit(core, '财政所', '石桥镇'), await unit(core, '财政所', '柳河镇')]
  await bringIn(core, forms({ '0.lrmx': person('徐世绩', '1970-01') }))
  const folder = forms({
    '财政所/1.lrmx': person('单雄信', '1984-03', { post: '石桥镇财政所所长' }),
    '财政所/2.lrmx': person('秦琼', '1980-11', { post: '柳河镇财政所所长' }),
    '财政所/3.lrmx': person('罗成', '1990-01', { post: '财政所所长' }),
  })
  const { id: batchId } = await api.imports.stage(grant(core, folder))
  expect(await api.imports.takeSuggested({ batchId, unitIds: [one, other] })).toMatchObject({ unplaced: 1 })
  await api.imports.confirm({ batchId })
  const { rows } = await api.cadres.list(list)
  const stands = new Map(rows.map(({ name, unitId }) => [name, unitId]))
  expect([stands.get('单雄信'), stands.get('秦琼'), stands.get('罗成')]).toEqual([one, other, null])
  core.close()
})

test('a unit outside the account’s view, or one that is gone, is refused', async () => {
  const core = await officer()
  const { api } = core
  const { id: batchId } = await api.imports.stage(grant(core, forms({ '1.lrmx': person('单雄信', '1984-03') })))
  const unitId = await unit(core, '石桥镇')
  await api.units.remove({ id: unitId })
  await expect(api.imports.place({ batchId, which: { everyone: true }, unitId })).rejects.toMatchObject({
    code: 'refused',
  })
  core.close()
})

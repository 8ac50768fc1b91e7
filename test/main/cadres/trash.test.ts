import { expect, test } from 'vitest'
import type { UnitId } from '../../../src/shared/units/units'
import { type Core, NOW, signedIn, signInAs } from '../../helpers/harness'

const page = { text: '', offset: 0, limit: 10 }
const HOUR = 3_600_000

async function officer() {
  const core = await signedIn('officer')
  const add = async (name: string) => (await core.api.cadres.add({ name, birth: null, unitId: null })).cadre.id
  return { core, api: core.api, add }
}

test('the trash tells who lies there, since when, by whom and why, the latest first', async () => {
  const { core, api, add } = await officer()
  const [first, second] = [await add('李望舒'), await add('单雄信')]
  await api.cadres.trash({ ids: [first], reason: '误建' })
  core.time.now = NOW + HOUR
  await api.cadres.trash({ ids: [second], reason: '调出' })
  const { rows, total } = await api.cadres.trashed(page)
  expect(total).toBe(2)
  expect(rows).toMatchObject([
    { name: '单雄信', trashedAt: new Date(NOW + HOUR).toISOString(), byName: '陆四', how: 'trash', reason: '调出' },
    { name: '李望舒', how: 'trash', reason: '误建', mergedInto: null },
  ])
  expect((await api.cadres.trashed({ ...page, offset: 1 })).rows.map(({ name }) => name)).toEqual(['李望舒'])
  expect((await api.cadres.trashed({ ...page, text: '雄信' })).total).toBe(1)
  expect((await api.cadres.trashed({ ...page, text: 'LW' })).rows.map(({ name }) => name)).toEqual(['李望舒'])
  await api.cadres.restore({ ids: [first, second] })
  expect(await api.cadres.trashed(page)).toEqual({ rows: [], total: 0 })
})

test('a file that was merged says into which, and parts from it when it is restored', async () => {
  const { api, add } = await officer()
  const [keep, drop] = [await add('何蕙'), await add('何慧')]
  const input = { keep, drop, revisions: { keep: 1, drop: 1 }, takePhoto: false, reason: '同一人' }
  const { relations } = await api.duplicates.compare({ keep, drop })
  await api.duplicates.merge({ ...input, sides: relations.map(() => 'kept' as const) })
  expect((await api.cadres.trashed(page)).rows).toMatchObject([
    { name: '何慧', how: 'merge', reason: '同一人', mergedInto: { id: keep, name: '何蕙' } },
  ])
  await api.cadres.restore({ ids: [drop] })
  expect(await api.cadres.get({ id: drop })).toMatchObject({ trashedAt: null, mergedInto: null })
})

test('what lies there does not go there again, nor does what lies elsewhere come back', async () => {
  const { api, add } = await officer()
  const id = await add('李望舒')
  await expect(api.cadres.restore({ ids: [id] })).rejects.toMatchObject({ code: 'conflict' })
  await api.cadres.trash({ ids: [id], reason: '误建' })
  await expect(api.cadres.trash({ ids: [id], reason: '再来' })).rejects.toMatchObject({ code: 'conflict' })
  expect((await api.cadres.trashed(page)).rows).toMatchObject([{ reason: '误建' }])
})

test('an account sees the trash of its own units alone, and a kept file elsewhere by no name', async () => {
  const { core, api } = await officer()
  const [root] = await api.units.tree({})
  const town = await api.units.add({ parentId: root?.id ?? '', name: '石桥镇' })
  const other = await api.units.add({ parentId: root?.id ?? '', name: '柳湾街道' })
  const addTo = async (unitId: string, name: string) => (await api.cadres.add({ name, birth: null, unitId })).cadre.id
  const [mine, kept] = [await addTo(town.id, '何蕙'), await addTo(other.id, '何蕙')]
  await api.cadres.trash({ ids: [await addTo(other.id, '李望舒')], reason: '误建' })
  const { relations } = await api.duplicates.compare({ keep: kept, drop: mine })
  const merging = { keep: kept, drop: mine, revisions: { keep: 1, drop: 1 }, takePhoto: false, reason: '同一人' }
  await api.duplicates.merge({ ...merging, sides: relations.map(() => 'kept' as const) })
  const { place } = core
  core.close()
  const narrow = await narrowOfficer(place, town.id)
  expect((await narrow.api.cadres.trashed(page)).rows).toMatchObject([{ name: '何蕙', mergedInto: null }])
  narrow.close()
})

/** An officer who sees one unit alone. */
async function narrowOfficer(place: Core['place'], unitId: UnitId): Promise<Core> {
  const account = { login: 'cun', name: '吴五', holder: 'B5', department: '', phone: '' }
  const change = { kind: 'open' as const, account: { ...account, roles: ['officer' as const], scope: [unitId] } }
  const sysadmin = await signedIn('sysadmin', place)
  const { id } = await sysadmin.api.accounts.propose({ change, reason: '测试' })
  sysadmin.close()
  const security = await signedIn('secadmin', place)
  const { initialPassword: given } = await security.api.accounts.decide({ id, accept: true, reason: '测试' })
  security.close()
  const narrow = await signInAs(place, account.login, given ?? '')
  await narrow.api.session.changePassword({ current: given ?? '', next: 'Qiu7-Shui#Chang' })
  return narrow
}

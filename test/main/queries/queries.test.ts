import { expect, test } from 'vitest'
import { SensitiveField } from '../../../src/shared/cadres/cadres.contract'
import { cadreFields } from '../../../src/shared/cadres/field-labels'
import { Day } from '../../../src/shared/dates/add-months'
import type { Condition, Group, Operator, QueryNode, Which } from '../../../src/shared/queries/queries'
import { fieldsByKey } from '../../../src/shared/queries/queries.rules'
import { starters } from '../../../src/shared/queries/starters'
import { UnitId } from '../../../src/shared/units/units'
import { type Core, type Place, signedIn, signInAs } from '../../helpers/harness'

const NEXT = 'Xin4-Qiao#Ge'

const is = (field: string, operator: Operator, ...values: (string | number)[]): Condition => ({
  kind: 'is',
  not: false,
  field,
  operator,
  values,
})
const all = (...of: Group['of']): Group => ({ kind: 'all', not: false, of })
const byName = { by: 'name' as const, descending: false }
const page = { which: 'matching' as Which, sort: byName, offset: 0, limit: 50 }

async function add(core: Core, name: string, unitId: string | null, values: Record<string, unknown>) {
  const { cadre } = await core.api.cadres.add({ name, birth: null, unitId })
  const changes = Object.entries(values).map(([field, value]) => ({ field, value }))
  if (changes.length > 0) await core.api.cadres.change({ id: cadre.id, revision: 1, reason: '', changes })
  return cadre.id
}

async function office() {
  const core = await signedIn('officer')
  const [root] = await core.api.units.tree({})
  const town = await core.api.units.add({ parentId: root?.id ?? '', name: '石桥镇' })
  const li = await add(core, '李望舒', town.id, { birth: '1984-03', sex: '女' })
  await add(core, '王若谷', null, { birth: '1990', sex: '男' })
  await add(core, '丁一', town.id, {})
  const names = async (tree: Group, more: Partial<typeof page> & { on?: Day } = {}) => {
    const { rows } = await core.api.queries.run({ tree, on: null, ...page, ...more })
    return rows.map(({ name }) => name)
  }
  return { core, api: core.api, town, li, names }
}

const adult = all(is('age', 'atLeast', 40))

test('a question is answered on a day, and of whom the file does not tell stands apart', async () => {
  const { api, names } = await office()
  expect(await names(adult)).toEqual(['李望舒'])
  expect(await names(adult, { which: 'open' })).toEqual(['丁一', '王若谷'])
  expect(await names(adult, { on: Day.parse('2024-02-29') })).toEqual([])
  expect(await names(adult, { on: Day.parse('2024-03-01') })).toEqual(['李望舒'])
  expect(await api.queries.count({ tree: adult, on: Day.parse('2030-12-01') })).toEqual({ matching: 2, open: 1 })
  expect(await api.queries.count({ tree: { ...adult, not: true }, on: null })).toEqual({ matching: 0, open: 2 })
})

test('a list lives with the data', async () => {
  const { core, api, names, li } = await office()
  const tree = all(is('sex', 'in', '女'))
  expect(await names(tree)).toEqual(['李望舒'])
  await add(core, '何以宁', null, { sex: '女' })
  expect(await names(tree)).toEqual(['何以宁', '李望舒'])
  await api.cadres.trash({ ids: [li], reason: '重复' })
  expect(await names(tree)).toEqual(['何以宁'])
  const whom = {
    by: 'query' as const,
    question: { tree, on: Day.parse('2030-01-02') },
    which: page.which,
    sort: byName,
  }
  expect(await api.exports.prepare({ whom })).toMatchObject({ people: 1 })
  expect((await api.queries.ids({ tree, on: null, which: 'matching', sort: byName })).total).toBe(1)
})

test('text is never syntax', async () => {
  const { names } = await office()
  for (const text of ["'", '%', '"', '*', "' OR 1=1 --", '\\', '[A]'])
    expect(await names(all(is('name', 'contains', text)))).toEqual([])
  expect(await names(all(is('nation', 'in', "'); DROP TABLE cadres; --")))).toEqual([])
  expect(await names(all(is('name', 'filled')))).toHaveLength(3)
})

test('what cannot be asked is refused in words', async () => {
  const { api } = await office()
  const ask = (tree: Group) => api.queries.count({ tree, on: null })
  await expect(ask(all(is('sex', 'in')))).rejects.toMatchObject({ code: 'refused', message: '性别：还没有填完' })
  await expect(ask(all(is('phone', 'contains', '1')))).rejects.toMatchObject({ code: 'refused' })
  await expect(ask(all())).rejects.toMatchObject({ code: 'refused', message: '括号里还没有条件' })
})

test('what is masked in a file cannot be asked about', async () => {
  const { api } = await office()
  const keys = (await api.queries.fields({})).map(({ key }) => key)
  expect(new Set(keys).size).toBe(keys.length)
  for (const key of ['idNumber', 'phone', 'family', 'form.health']) expect(keys).not.toContain(key)
})

/** Opens a second officer, who sees one unit alone, and gives their password. */
async function openTownOfficer(place: Place, unitId: string): Promise<string> {
  const account = {
    login: 'zhenli',
    name: '冯五',
    holder: 'A5',
    department: '干部科',
    phone: '',
    roles: ['officer' as const],
    scope: [UnitId.parse(unitId)],
  }
  const system = await signedIn('sysadmin', place)
  const { id } = await system.api.accounts.propose({ change: { kind: 'open', account }, reason: '新来的干事' })
  system.close()
  const security = await signedIn('secadmin', place)
  const { initialPassword } = await security.api.accounts.decide({ id, accept: true, reason: '同意' })
  security.close()
  const core = await signInAs(place, 'zhenli', initialPassword ?? '')
  await core.api.session.changePassword({ current: initialPassword ?? '', next: NEXT })
  core.close()
  return NEXT
}

test('what is shared answers within the scope of whoever asks, and stays its owner’s', async () => {
  const { core, api, town, names } = await office()
  const tree = all(is('name', 'filled'))
  const shared = await api.queries.save({ id: null, name: '全部干部', tree, on: null, shared: true })
  await api.queries.save({ id: null, name: '自己看', tree, on: null, shared: false })
  expect(await names(tree)).toHaveLength(3)
  core.close()
  const password = await openTownOfficer(core.place, town.id)
  const other = await signInAs(core.place, 'zhenli', password)
  const [seen, ...more] = await other.api.queries.list({})
  expect([seen, more]).toMatchObject([{ name: '全部干部', mine: false, ownerName: '陆四' }, []])
  expect(await other.api.queries.count({ tree, on: null })).toEqual({ matching: 2, open: 0 })
  const { rows } = await other.api.queries.run({ tree, on: null, ...page })
  expect(rows.map(({ name }) => name)).toEqual(['丁一', '李望舒'])
  await expect(other.api.queries.remove({ id: shared.id })).rejects.toMatchObject({
    code: 'refused',
    message: expect.stringContaining('陆四共享') as string,
  })
  other.close()
})

test('a saved question is renamed, shared and removed by whom it belongs to', async () => {
  const { core, api } = await office()
  const tree = all(is('name', 'filled'))
  const kept = await api.queries.save({ id: null, name: '全部干部', tree, on: null, shared: false })
  expect(kept).toMatchObject({ name: '全部干部', mine: true, shared: false, ownerName: '陆四', tree })
  await expect(api.queries.save({ id: null, name: '全部干部', tree, on: null, shared: true })).rejects.toMatchObject({
    code: 'refused',
  })
  expect(await api.queries.rename({ id: kept.id, name: '在册干部' })).toMatchObject({ name: '在册干部' })
  expect(await api.queries.share({ id: kept.id, shared: true })).toMatchObject({ shared: true })
  expect(await api.queries.list({})).toHaveLength(1)
  await api.queries.remove({ id: kept.id })
  expect(await api.queries.list({})).toEqual([])
  await expect(api.queries.rename({ id: kept.id, name: 'x' })).rejects.toMatchObject({ code: 'not-found' })
  const last = core.gatehouse.store?.raw.prepare('SELECT body FROM audit_lines ORDER BY seq DESC LIMIT 1').pluck().get()
  expect(last).toContain('"channel":"queries.remove"')
})

test('the questions to begin with can be asked, and choose what there is to choose', async () => {
  const { api } = await office()
  const fields = fieldsByKey(await api.queries.fields({}))
  const conditions = (node: QueryNode): Condition[] => (node.kind === 'is' ? [node] : node.of.flatMap(conditions))
  for (const { name, tree } of starters) {
    await expect(api.queries.count({ tree, on: null }), name).resolves.toBeTruthy()
    for (const { field, values } of conditions(tree)) {
      const choices = fields.get(field)?.choices ?? []
      const chosen = choices.length === 0 ? [] : values.filter(value => typeof value === 'string')
      for (const value of chosen)
        expect(
          choices.map(choice => choice.value),
          name,
        ).toContain(value)
    }
  }
})

test('every field of a file can be asked about, but what is masked or is no fact of the person', async () => {
  const { api } = await office()
  const keys = new Set((await api.queries.fields({})).map(({ key }) => key))
  // Tables are asked about by their columns.
  const byColumn = { resume: 'form.resume', posts: 'heldPosts', training: 'trainingNames' }
  const noFact = ['id', 'unitOrder', 'unknown', 'formVersion', ...SensitiveField.options]
  const wanted = cadreFields.filter(field => !noFact.includes(field))
  expect(wanted.filter(field => !keys.has(byColumn[field as 'posts'] ?? field))).toEqual([])
})

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { save } from '../../../src/main/cadres/cadres.repo'
import { forget } from '../../../src/main/store/remembered'
import { transact } from '../../../src/main/store/transact'
import { Cadre, CadreId } from '../../../src/shared/cadres/cadres'
import { Day } from '../../../src/shared/dates/add-months'
import type { Group, QueryNode } from '../../../src/shared/queries/queries'
import { withSubUnits } from '../../../src/shared/units/units.rules'
import { signedIn } from '../../helpers/harness'
import { conditionOn, somebody, someQuestion } from './invented'
import { putCareCard, someCareCard } from './invented-care'
import { putHonourCard, someHonourCard } from './invented-honours'
import { putCard, someCard } from './invented-talks'
import { answer, type Told } from './naive'

const PEOPLE = 150
const on = Day.parse('2030-01-02')

/** Invented people in a tree of units, written as the application writes them. */
async function city() {
  const core = await signedIn('officer')
  const { api } = core
  const [root] = await api.units.tree({})
  const town = await api.units.add({ parentId: root?.id ?? '', name: '石桥镇' })
  const village = await api.units.add({ parentId: town.id, name: '松岭村' })
  const bureau = await api.units.add({ parentId: root?.id ?? '', name: '区水利局' })
  const unitIds = [town.id, village.id, bureau.id]
  const { store } = core.gatehouse
  if (!store) throw new Error('closed')
  const files = fc.sample(somebody(unitIds), { numRuns: PEOPLE, seed: 7 })
  const cards = fc.sample(someCard, { numRuns: PEOPLE, seed: 8 })
  const care = fc.sample(someCareCard, { numRuns: PEOPLE, seed: 9 })
  const honoured = fc.sample(someHonourCard, { numRuns: PEOPLE, seed: 10 })
  const people: Told[] = files.map((file, at) => ({
    ...(cards[at] ?? { talks: [], promises: [] }),
    ...(care[at] ?? { cares: [], lists: [] }),
    ...(honoured[at] ?? { honours: [] }),
    cadre: Cadre.parse({ ...file, id: CadreId.parse(crypto.randomUUID()) }),
    hasPhoto: false,
    changedOn: on,
    checkedOn: on,
  }))
  await transact(store.root, store.raw, async db => {
    for (const { cadre, talks, promises, cares, lists, honours } of people) {
      await save(db, cadre, 1, on)
      const at = '2030-01-02T01:00:00.000Z'
      const change = { id: crypto.randomUUID(), cadreId: cadre.id, batchId: null, at, byId: store.caller.id }
      await db
        .insertInto('cadreChanges')
        .values({ ...change, kind: 'add', reason: '', changes: '[]', undoes: null })
        .execute()
      await putCard(db, cadre.id, store.caller.id, { talks, promises })
      await putCareCard(db, cadre.id, store.caller.id, { cares, lists })
      await putHonourCard(db, store.caller, cadre.id, { honours })
    }
  })
  forget(store.root)
  const units = await api.units.tree({})
  const below = (ids: readonly string[]) => [...withSubUnits(units, ids)]
  const check = async (node: QueryNode) => {
    const tree: Group = node.kind === 'is' ? { kind: 'all', not: false, of: [node] } : node
    const sort = { by: 'name' as const, descending: false }
    const answers = people.map(told => ({ id: told.cadre.id, answer: answer(tree, told, { on, below }) }))
    for (const which of ['matching', 'open'] as const) {
      const expected = answers.filter(each => each.answer === (which === 'matching' ? true : undefined))
      const { ids } = await api.queries.ids({ tree, on, which, sort })
      expect(ids.toSorted(), which).toEqual(expected.map(({ id }) => id).toSorted())
    }
  }
  return { check, unitIds, fields: await api.queries.fields({}) }
}

test('every question of every field finds whom a person would find', { timeout: 120_000 }, async () => {
  const { check, unitIds, fields } = await city()
  for (const field of fields)
    await fc.assert(
      fc.asyncProperty(conditionOn(field, unitIds), condition => check(condition)),
      { numRuns: 12, seed: 11 },
    )
})

test('brackets of brackets find whom a person would find', { timeout: 120_000 }, async () => {
  const { check, unitIds, fields } = await city()
  await fc.assert(fc.asyncProperty(someQuestion(fields, unitIds), check), { numRuns: 150 })
})

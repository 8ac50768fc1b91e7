import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Raw } from '../../../src/main/store/open'
import { CadreId } from '../../../src/shared/cadres/cadres'
import type { QueryTree } from '../../../src/shared/queries/queries'
import { signedIn } from '../../helpers/harness'

let core: Awaited<ReturnType<typeof signedIn>>
let raw: Raw
let id: CadreId
const sort = { by: 'unit', descending: false } as const
const filter = { unitId: null, status: [], trashed: false }

beforeAll(async () => {
  core = await signedIn('officer')
  const { store } = core.gatehouse
  if (!store) throw new Error('nobody is signed in')
  raw = store.raw
  const { cadre } = await core.api.cadres.add({ name: '单雄信', birth: null, unitId: null })
  id = cadre.id
}, 120_000)
afterAll(() => core.close())

/** How SQLite goes about everything that is read while `work` runs. Statements are kept, so they are heard when they run. */
async function plansOf(work: () => Promise<unknown>): Promise<string[]> {
  const asked = new Set<string>()
  const statements = Object.getPrototypeOf(raw.prepare('SELECT 1')) as ReturnType<Raw['prepare']>
  const all = statements.all as (this: typeof statements, ...given: unknown[]) => unknown[]
  statements.all = function (this: typeof statements, ...given: unknown[]) {
    asked.add(this.source)
    return all.apply(this, given)
  }
  try {
    await work()
  } finally {
    statements.all = all
  }
  return [...asked].flatMap(sql => {
    const blanks = Array.from({ length: sql.split('?').length - 1 }, () => 'x')
    const steps = raw.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(blanks) as { detail: string }[]
    return steps.map(({ detail }) => detail)
  })
}

/** Reading everybody: the search index goes by words and is no such thing. */
const everybody = (plan: string[]) =>
  plan.filter(step => /^SCAN (cadre|photos|merges)/.test(step) && !/VIRTUAL TABLE/.test(step))

test.each([
  ['a name', '单', 'cadres_by_name_key'],
  ['initials', 's', 'cadres_by_initials'],
  ['a reading', 'sha', 'cadres_by_reading'],
  ['a number', '3301', 'cadres_by_id_number'],
])('%s is looked for in its index alone', async (_what, text, index) => {
  const plan = await plansOf(() => core.api.cadres.search({ text, limit: 20 }))
  expect(plan.join('\n')).toContain(index)
  expect(everybody(plan)).toEqual([])
})

test('opening a file goes through nobody else', async () => {
  const plan = await plansOf(() => core.api.cadres.get({ id }))
  expect(plan.length).toBeGreaterThan(0)
  expect(everybody(plan)).toEqual([])
})

test('a further page of a list reads its own lines alone', async () => {
  await core.api.cadres.list({ filter, sort, offset: 0, limit: 1 })
  const plan = await plansOf(() => core.api.cadres.list({ filter, sort, offset: 0, limit: 2 }))
  expect(everybody(plan)).toEqual([])
})

test('a question goes through the small numbers of everybody once, and through no file', async () => {
  const tree: QueryTree = {
    kind: 'all',
    not: false,
    of: [{ kind: 'is', not: false, field: 'age', operator: 'atMost', values: [44] }],
  }
  const question = { tree, on: null, which: 'matching', sort, offset: 0, limit: 100 } as const
  const plan = await plansOf(() => core.api.queries.run(question))
  expect(everybody(plan).filter(step => !/cadre_facts/.test(step))).toEqual([])
  expect(plan.filter(step => step === 'SCAN cadre_facts')).toHaveLength(1)
})

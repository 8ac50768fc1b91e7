// The people of the invented city in great numbers, the same in every run, and what it costs to invent them.
import { loadCore } from './engine.mjs'
import { figure, least } from './figures.mjs'

const SLICE = 5000
const INVENTED = 20_000
const ROUNDS = 3

export const cityOf = (core, people) => core.createCity({ seed: 'bench', people, on: '2026-11', mistakes: 0.03 })

/** The tables that hold rows of a person under the person's key. */
export const tablesOfPeople = raw => [
  'cadres',
  ...raw
    .prepare(
      `SELECT m.name FROM sqlite_master m, pragma_foreign_key_list(m.name) f
       WHERE m.type = 'table' AND f."table" = 'cadres' AND f."from" = 'key' AND f."to" = 'key' ORDER BY m.name`,
    )
    .pluck()
    .all(),
]

/** Fills a store with everybody of a city through the repositories that the application writes with, without portraits. */
export async function fillStore(core, store, call, city, say = () => {}) {
  const [root] = await call('units.tree', {})
  const idOf = id => (id === city.root.id ? root.id : id)
  await core.transact(store.root, store.raw, async db => {
    for (const { id, parentId, name, position } of city.units)
      if (id !== city.root.id) await core.insertUnit(db, { id, parentId: idOf(parentId), name, position })
  })
  const startedAt = performance.now()
  for (let from = 0; from < city.size; from += SLICE) {
    const to = Math.min(city.size, from + SLICE)
    await core.transact(store.root, store.raw, async db => {
      for (const { cadre } of city.people(from, to)) await core.saveCadre(db, cadre, 1, `${city.on}-01`)
    })
    say(`${to} of ${city.size}, ${Math.round((performance.now() - startedAt) / 1000)} s`)
  }
  core.forget(store.root)
}

/** What one types to find somebody: name, reading, initials, end of the post, unit, number, and two words. */
export function typedFor(city, readingOf, people) {
  return Array.from({ length: people }, (_, n) => {
    const i = (n * 7919) % city.size
    const { unit } = city.slotAt(i)
    const { name, idNumber, form } = city.personAt(i).cadre
    const { pinyin, initials } = readingOf(name)
    const post = form.currentPost.slice(-4)
    return [name, pinyin, initials, post, unit.name, idNumber, `${unit.name.slice(0, 2)} 书记`]
  }).flat()
}

export async function measurePeople() {
  const core = await loadCore()
  const times = []
  let lines = 0
  for (let round = 0; round < ROUNDS; round++) {
    const startedAt = performance.now()
    for (const { cadre } of cityOf(core, INVENTED).people()) lines += cadre.resume.length
    times.push(performance.now() - startedAt)
  }
  const each = Math.round((INVENTED / least(times)) * 1000)
  const note = `${each.toLocaleString('en')} people a second, ${Math.round(lines / ROUNDS / INVENTED)} rows of résumé each`
  return [figure('invent-20k', least(times), 'ms', 1000, `${note}, least of ${ROUNDS}`)]
}

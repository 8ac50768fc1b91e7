// Finding people: how long the core takes, and how that grows with the number of people.
import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { buildStore, loadCore, openCore, person } from './engine.mjs'
import { figure, median } from './figures.mjs'
import { cityOf, fillStore } from './people.mjs'

const SIZES = [1000, 10_000, 100_000]
const ROUNDS = 7
const SAMPLED = 60

const p95 = values => values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1]

async function timed(work) {
  const startedAt = performance.now()
  const value = await work()
  return { ms: performance.now() - startedAt, value }
}

/** What is typed to find somebody, one key after the other: name, reading, post, unit and number. */
function typed(city, readingOf) {
  const texts = []
  for (let n = 0; n < SAMPLED; n++) {
    const i = (n * 7919) % city.size
    const { unit } = city.slotAt(i)
    const { name, idNumber, form } = city.personAt(i).cadre
    const { pinyin, initials } = readingOf(name)
    for (const word of [
      name,
      pinyin,
      initials,
      form.currentPost.slice(-4),
      unit.name,
      idNumber,
      `${unit.name.slice(0, 2)} 书记`,
    ])
      for (let end = 1; end <= word.length; end++) texts.push(word.slice(0, end))
  }
  return texts
}

const is = (field, operator, ...values) => ({ kind: 'is', not: false, field, operator, values })
/** 年轻的科级正职和副职、大学以上、近三年考核好、在班子岗位上的：five conditions of every kind. */
const tree = {
  kind: 'all',
  not: false,
  of: [
    is('age', 'atMost', 45),
    is('postLevel', 'atLeast', '乡科级副职'),
    is('education', 'atLeast', '大学'),
    is('assessments', 'all', 3, '优秀', '称职'),
    is('form.currentPost', 'contains', '书记', '委员', '局长'),
  ],
}
const sort = { by: 'unit', descending: false }
const everyone = { unitId: null, status: [], trashed: false }

async function measureSize(people, work, say) {
  const core = await loadCore()
  const folder = path.join(work, `people-${people}`)
  mkdirSync(folder)
  await buildStore(folder)
  const { gatehouse, call } = openCore(core, folder)
  try {
    await call('session.signIn', { ...person, acceptClock: false })
    const { store } = gatehouse
    const city = cityOf(core, people)
    await fillStore(core, store, call, city, say)
    const searches = []
    for (const text of typed(city, core.readingOf))
      searches.push((await timed(() => call('cadres.search', { text, limit: 20 }))).ms)
    const queries = []
    const again = []
    const lists = []
    const pages = []
    const files = []
    const opened = await call('cadres.list', { filter: everyone, sort, offset: 0, limit: 100 })
    for (let round = 0; round < ROUNDS; round++) {
      // What a change costs whoever asks next: nothing is left of what was worked out before.
      core.forget(store.root)
      const question = { tree, on: '2026-11-23', which: 'matching', sort, limit: 100 }
      const answer = await timed(() => call('queries.run', { ...question, offset: 0 }))
      if (answer.value.total === 0) throw new Error('nobody was found')
      queries.push(answer.ms)
      again.push((await timed(() => call('queries.run', { ...question, offset: 100 }))).ms)
      core.forget(store.root)
      lists.push((await timed(() => call('cadres.list', { filter: everyone, sort, offset: 0, limit: 200 }))).ms)
      for (let n = 1; n <= 9; n++) {
        const offset = Math.floor((people / 10) * n)
        pages.push((await timed(() => call('cadres.list', { filter: everyone, sort, offset, limit: 200 }))).ms)
      }
      for (const { id } of opened.rows.slice(round * 10, round * 10 + 10))
        files.push((await timed(() => call('cadres.get', { id }))).ms)
    }
    return {
      people,
      search: p95(searches),
      query: median(queries),
      again: median(again),
      list: median(lists),
      page: p95(pages),
      open: p95(files),
    }
  } finally {
    gatehouse.close()
    rmSync(folder, { recursive: true })
  }
}

/** With `--million` the last size is a million people; that takes a quarter of an hour and 6 GB. */
export async function measureScale({ work, million, say }) {
  const measured = []
  for (const people of million ? [...SIZES, 1_000_000] : SIZES) measured.push(await measureSize(people, work, say))
  const at = people => measured.find(each => each.people === people)
  const told = what =>
    measured.map(each => `${each.people.toLocaleString('en')}: ${each[what].toFixed(1)} ms`).join(', ')
  const grown = (name, what) => {
    const ratio = at(100_000)[what] / at(10_000)[what]
    return figure(name, ratio, 'ratio', 12, `from 10,000 to 100,000 people; ${told(what)}`)
  }
  const big = at(100_000)
  return [
    figure('search-100k', big.search, 'ms', 20, `95 of 100 keystrokes of a search; ${told('search')}`),
    grown('search-growth', 'search'),
    figure('query-100k', big.query, 'ms', 150, `five conditions, first page, right after a change; ${told('query')}`),
    grown('query-growth', 'query'),
    figure('query-page-100k', big.again, 'ms', 20, `the next page of the answer; ${told('again')}`),
    figure('list-100k', big.list, 'ms', 300, `everyone in the order of units, right after a change; ${told('list')}`),
    figure('list-page-100k', big.page, 'ms', 20, `95 of 100 pages of 200 lines while scrolling; ${told('page')}`),
    figure('open-100k', big.open, 'ms', 50, `95 of 100 files; ${told('open')}`),
  ]
}

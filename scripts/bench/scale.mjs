// Finding people: how long the core takes, and how that grows with the number of people.
import { rmSync } from 'node:fs'
import path from 'node:path'
import { buildPeople, copyMany, MANY, withStore } from './bigstore.mjs'
import { figure, median, p95 } from './figures.mjs'
import { multiply } from './million.mjs'
import { cityOf, typedFor } from './people.mjs'

const SIZES = [1000, 10_000, MANY]
const MILLION = 1_000_000
const ROUNDS = 7
const SAMPLED = 60

async function timed(work) {
  const startedAt = performance.now()
  const value = await work()
  return { ms: performance.now() - startedAt, value }
}

/** One key after the other. */
const keystrokes = words => words.flatMap(word => Array.from(word, (_, end) => word.slice(0, end + 1)))

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

/** Puts a store of so many people into `folder`. */
async function prepare(people, bench, folder) {
  if (people < MANY) return buildPeople(folder, people)
  await copyMany(bench, folder)
  if (people > MANY)
    await withStore(folder, ({ core, store }) => multiply({ core, store, times: people / MANY, say: bench.say }))
}

async function measureIn({ core, call, store }, people) {
  const searches = []
  // The names of a million are those of the hundred thousand.
  const city = cityOf(core, Math.min(people, MANY))
  for (const text of keystrokes(typedFor(city, core.readingOf, SAMPLED)))
    searches.push((await timed(() => call('cadres.search', { text, limit: 20 }))).ms)
  const queries = []
  const again = []
  const lists = []
  const pages = []
  const files = []
  const opened = await call('cadres.list', { filter: everyone, sort, offset: 0, limit: 100 })
  if (opened.total !== people) throw new Error(`${opened.total} people instead of ${people}`)
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
}

async function measureSize(people, bench) {
  const folder = path.join(bench.work, `people-${people}`)
  try {
    await prepare(people, bench, folder)
    return await withStore(folder, opened => measureIn(opened, people))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** With `--million` the last size is a million people: those of the hundred thousand ten times, under other names. */
export async function measureScale(bench) {
  const measured = []
  for (const people of bench.million ? [...SIZES, MILLION] : SIZES) measured.push(await measureSize(people, bench))
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
    grown('list-growth', 'list'),
    figure('open-100k', big.open, 'ms', 50, `95 of 100 files; ${told('open')}`),
    grown('open-growth', 'open'),
  ]
}

// What care is due: the engine over a hundred thousand people, the list and the boards of ten thousand, and the workbench.
import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { launch } from './application.mjs'
import { buildPeople, withStore } from './bigstore.mjs'
import { careEvents, carePeople, fillRecords } from './care-people.mjs'
import { loadCore, person } from './engine.mjs'
import { figure, median, p95 } from './figures.mjs'
import { unlockSelector } from './start.mjs'

const MANY = 100_000
const EVENTS_EACH = 10
const PEOPLE = 10_000
const RECORDS = 200_000
const ROUNDS = 5
const VISITS = 9
const year = new Date().getFullYear()

/** Milliseconds of the processor's time, which what else the computer does changes little, and how much was due. */
function dueOf(core, people) {
  const [folk, events] = [carePeople(people, year), careEvents(people * EVENTS_EACH, people, year)]
  const parameters = {
    rules: core.shippedCareRules,
    calendar: core.calendarOf(core.builtInHolidayYears),
    festivalOn: core.festivalOn,
    since: `${year}-01-01`,
    waived: new Set(),
  }
  const times = []
  let due = 0
  for (let round = 0; round < ROUNDS; round++) {
    const before = process.cpuUsage()
    due = core.careDue(`${year}-11-30`, folk, events, parameters).length
    times.push(process.cpuUsage(before).user / 1000)
  }
  return { ms: median(times), due }
}

async function measureEngine() {
  const core = await loadCore()
  const few = dueOf(core, MANY / 10)
  const many = dueOf(core, MANY)
  return [
    figure(
      'care-due-100k',
      many.ms,
      'ms',
      500,
      `processor's time, median of ${ROUNDS}: ${many.due} matters of ${MANY} people with ${MANY * EVENTS_EACH} events`,
    ),
    figure(
      'care-due-growth',
      many.ms / few.ms,
      'ratio',
      12,
      `ten times the people and events: ${few.ms.toFixed(0)} ms to ${many.ms.toFixed(0)} ms`,
    ),
  ]
}

async function timed(work) {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

const page = { offset: 0, limit: 100 }
const due = {
  states: [],
  unitId: null,
  cadreId: null,
  ruleId: null,
  dimension: null,
  from: null,
  until: null,
  ...page,
}
const missed = { list: 'quiet', whom: '在职', months: 12, unitId: null, level: null, dimension: null }

const note = {
  occasion: '生日',
  form: '走访',
  dimension: '精神',
  measure: null,
  dueKey: null,
  eventId: null,
  visitors: '',
  what: '送上生日祝福',
  moneyFen: 0,
  goods: '',
  standard: '',
  source: null,
  voucher: '',
  approvedBy: '',
  promise: '',
  nextStep: '',
  nextOn: null,
  attachments: [],
}

/**
 * Boards when nothing is left of what was worked out before; what is due when somebody has just written a record, and the first
 * time in a session.
 */
async function measureCore({ core, call, store }) {
  const on = new Date().toISOString().slice(0, 10)
  const period = { whom: '在职', until: on, months: 12, unitId: null }
  const asks = {
    due: () => call('careRules.due', due),
    unit: () => call('careCoverage.board', { ...period, by: 'unit' }),
    measure: () => call('careCoverage.board', { ...period, by: 'measure' }),
    missed: () => call('careCoverage.missed', { of: missed, ...page }),
    figures: () => call('careCoverage.figures', { whom: '在职', months: 12, unitId: null }),
  }
  const people = store.raw.prepare('SELECT id FROM cadres LIMIT ?').pluck().all(ROUNDS)
  const first = await timed(asks.due)
  const times = {}
  for (const [name, ask] of Object.entries(asks)) {
    times[name] = []
    for (let round = 0; round < ROUNDS; round++) {
      if (name === 'due') await call('careRecords.add', { ...note, cadreId: people[round], on })
      else core.forget(store.root)
      times[name].push(await timed(ask))
    }
  }
  const told = name => `${name} ${median(times[name]).toFixed(0)} ms`
  return [
    figure(
      'care-due-page',
      median(times.due),
      'ms',
      300,
      `the core's part of the first page: ${PEOPLE} people with ${RECORDS} records, right after a record was written; the first of the session ${first.toFixed(0)} ms`,
    ),
    figure(
      'care-coverage',
      Math.max(...['unit', 'measure', 'missed', 'figures'].map(name => median(times[name]))),
      'ms',
      300,
      `twelve months, the slowest of: by ${told('unit')}, by ${told('measure')}, ${told('missed')}, ${told('figures')}`,
    ),
  ]
}

async function measureHome(bench, work) {
  const app = launch(
    { ...bench, work },
    {
      folder: bench.folder,
      scenario: 'care',
      awaited: [unlockSelector, '.shell-main'],
      signIn: person,
      task: { visits: VISITS },
      limitSeconds: 300,
    },
  )
  const { times } = await app.mark('came-home')
  await app.end()
  const [first, ...others] = times
  return [
    figure(
      'care-home',
      p95(others),
      'ms',
      300,
      `95 of 100 visits of the workbench, going there to the painted card of care; the first ${first.toFixed(0)} ms`,
    ),
  ]
}

export async function measureCare(bench) {
  const work = path.join(bench.work, 'care')
  mkdirSync(work)
  try {
    const engine = await measureEngine()
    await buildPeople(work, PEOPLE)
    const inCore = await withStore(work, async opened => {
      fillRecords(opened, RECORDS, year, bench.say)
      return measureCore(opened)
    })
    return [...engine, ...inCore, ...(await measureHome(bench, work))]
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

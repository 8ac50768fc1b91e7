// The audit chain: how long the auditor waits for its verification, and what a line adds to a command.
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { loadCore, openCore, person } from './engine.mjs'
import { figure, median } from './figures.mjs'

const LINES = 100_000
const LINES_A_TRANSACTION = 5_000
const COMMANDS = 300

const lineAt = i => ({
  t: Date.parse('2030-01-02T01:00:00Z') + i * 1000,
  m: i * 1000,
  boot: '8a1d2f0e-5b1c-4f7e-9a55-0c6f1b2d3e4f',
  session: '1f0c9d7e-2b3a-4c5d-8e6f-7a8b9c0d1e2f',
  account: '5c4b3a29-1807-4f6e-8d5c-4b3a29180716',
  roles: ['officer'],
  machine: 'BENCH-PC',
  channel: 'cadres.update',
  subject: `cadres:00000000-0000-4000-8000-${String(i).padStart(12, '0')}`,
  outcome: 'done',
  reason: null,
  details: '职务、任职时间',
  version: '0.0.0-bench',
})

async function measureVerify({ work }) {
  const core = await loadCore()
  const folder = path.join(work, 'audit')
  mkdirSync(folder)
  const raw = core.openEncrypted(path.join(folder, 'store.db'), randomBytes(32), { create: true })
  try {
    core.migrate(raw, core.migrations)
    const auditor = { id: 'auditor', ...core.newKeyPair() }
    raw.transaction(() => core.startEpoch(raw, [auditor])).immediate()
    for (let from = 1; from <= LINES; from += LINES_A_TRANSACTION) {
      raw
        .transaction(() => {
          for (let i = from; i < from + LINES_A_TRANSACTION; i++) core.appendLine(raw, lineAt(i))
        })
        .immediate()
    }
    const { mac } = core.readHead(raw)
    const startedAt = performance.now()
    const verdict = await core.verifyLines(raw, auditor, { seq: LINES, mac })
    const seconds = (performance.now() - startedAt) / 1000
    if (verdict.checked !== LINES || verdict.firstProblem) throw new Error(`verified: ${JSON.stringify(verdict)}`)
    return figure('audit-verify-100k', seconds, 's', 10, 'every line, MAC by MAC, in one run')
  } finally {
    core.closeStore(raw)
    rmSync(folder, { recursive: true })
  }
}

/** The same command, committed as the dispatch commits it: once with its audit line and once without. */
async function measureAppend({ work }) {
  const core = await loadCore()
  const { gatehouse, call } = openCore(core, work)
  await call('session.signIn', { ...person, acceptClock: false })
  const { store } = gatehouse
  const [root] = await call('units.tree', {})
  const { id } = await call('units.add', { parentId: root.id, name: '试验单位' })
  const context = { now: Date.now, newId: randomUUID, caller: store.caller, record() {}, isLockedOut: () => false }
  let count = 0
  const command = async audited => {
    const name = `试验单位${++count}`
    const startedAt = performance.now()
    await store.root.transaction().execute(async db => {
      await core.handlers.units.rename({ ...context, db }, { id, name })
      if (audited) core.appendLine(store.raw, store.auditLine('units.rename', 'done', { subject: `units:${id}` }))
    })
    await store.touched()
    return performance.now() - startedAt
  }
  const times = { with: [], without: [] }
  try {
    for (let i = 0; i < COMMANDS; i++) {
      times.with.push(await command(true))
      times.without.push(await command(false))
    }
  } finally {
    gatehouse.close()
  }
  const audited = median(times.with)
  const bare = median(times.without)
  const note = `${audited.toFixed(2)} ms against ${bare.toFixed(2)} ms, medians of ${COMMANDS}`
  return [
    figure('audit-append-overhead', audited / bare, 'ratio', 1.5, note),
    figure('audit-append-ms', audited - bare, 'ms', 0.3, 'what the line adds to a commit'),
  ]
}

export const measureAudit = async bench => [await measureVerify(bench), ...(await measureAppend(bench))]

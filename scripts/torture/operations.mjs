// What is done to a store while it is killed, cut off, filled up or refused. One entry an operation; a new kind is one more.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { readBacked } from './backups.mjs'

/** Writing at any moment: units, people, changes of one file. Each step is one command. */
async function write({ api, random, step }) {
  const root = (await api.units.tree({})).find(unit => unit.parentId === null)
  let file
  for (;;) {
    const name = `试${random.below(1e9)}`
    if (random.chance(0.3)) {
      await step(
        'unit',
        () => api.units.add({ parentId: root.id, name }),
        unit => ({ id: unit.id, name }),
      )
      continue
    }
    if (!file || random.chance(0.4)) {
      file = await step(
        'cadre',
        () => api.cadres.add({ name: '王试', birth: null, unitId: root.id }),
        made => ({ id: made.cadre.id, revision: made.revision, name: '王试' }),
      )
      continue
    }
    const { cadre, revision } = file
    const changed = `王${'试'.repeat(1 + random.below(8))}`
    const changes = [{ field: 'name', value: changed }]
    file = await step(
      'cadre',
      () => api.cadres.change({ id: cadre.id, revision, changes, reason: '试' }),
      made => ({ id: cadre.id, revision: made.revision, name: changed }),
    )
  }
}

/** Forms are read, laid aside and confirmed, again and again: every person is a new one. */
async function importForms({ api, files, step, base }) {
  for (;;) {
    files.grantReading('forms', [path.join(base, 'forms')])
    const batch = await step(
      'staged',
      () => api.imports.stage({ token: 'forms' }),
      ({ id }) => ({ id }),
    )
    const batchId = batch.id
    await api.imports.choose({ batchId, which: { everyone: true }, fate: { kind: 'add' } })
    await step(
      'batch',
      () => api.imports.confirm({ batchId }),
      ({ added }) => ({ id: batchId, added }),
    )
  }
}

/** Closing an account takes its key slot away and gives the store another key. */
async function closeAccounts({ api, step }) {
  for (const { id, change } of await api.accounts.proposals({}))
    if (change.kind === 'close')
      await step(
        'closed',
        () => api.accounts.decide({ id, accept: true, reason: '试' }),
        () => ({ id: change.accountId }),
      )
}

/** Signing in brings an older store to the present version. */
async function migrateStore({ step }) {
  await step(
    'version',
    async () => undefined,
    () => ({}),
  )
}

/** Backups between commands. */
async function makeBackups({ api, step }) {
  const root = (await api.units.tree({})).find(unit => unit.parentId === null)
  for (let n = 0; ; n++) {
    const name = `备${n}-${Date.now()}`
    await step(
      'unit',
      () => api.units.add({ parentId: root.id, name }),
      unit => ({ id: unit.id, name }),
    )
    await step(
      'backup',
      () => api.backups.make({ note: '' }),
      ({ file }) => ({ file }),
    )
  }
}

/** An older backup takes the place of the store, which is put aside. */
async function restoreStore({ api, step, base }) {
  const key = { kind: 'recovery', code: readFileSync(path.join(base, 'recovery.txt'), 'utf8') }
  const { file } = readBacked(base)
  await step(
    'restored',
    () => api.backups.restore({ name: { place: 'main', file }, key, token: null }),
    () => ({}),
  )
}

/** What the officer's password is, one after the other. */
export const passwords = core => [core.PASSWORD, 'Qing9=Song#Bai', 'Lv8#Shui+Qing']
/** How far a worker has come, which tries again after a failure. */
const come = { recovered: false, entered: false }

/** The printed code gives a new password, which is changed once more. Nobody says that the new code was written down. */
async function changeKeys({ api, core, step, base }) {
  const [, first, second] = passwords(core)
  const recoveryCode = readFileSync(path.join(base, 'recovery.txt'), 'utf8')
  if (!come.recovered)
    await step(
      'password',
      () => api.session.recover({ recoveryCode, login: 'ganshi', password: first }),
      () => ({ nth: 1 }),
    )
  come.recovered = true
  if (!come.entered) await api.session.signIn({ login: 'ganshi', password: first, acceptClock: false })
  come.entered = true
  await step(
    'password',
    () => api.session.changePassword({ current: first, next: second }),
    () => ({ nth: 2 }),
  )
}

/** A store is built where there was none. */
async function setUp({ api, core, step }) {
  await step(
    'created',
    () => api.session.create(core.newStore()),
    () => ({}),
  )
}

/**
 * `from` is the prepared store that it begins with, `role` who does it, `share` how often it is chosen, `spanMs` how long
 * an undisturbed run is worth watching. An operation that `ends` by itself is run on a fresh store each time. One that
 * changes the officer's password is `checkedAs` somebody else.
 */
export const operations = {
  write: { from: 'now', role: 'officer', share: 4, spanMs: 900, run: write },
  import: { from: 'now', role: 'officer', share: 3, spanMs: 1500, run: importForms },
  rekey: { from: 'now', role: 'secadmin', share: 3, spanMs: 900, run: closeAccounts, ends: true },
  migrate: { from: 'old', role: 'officer', share: 2, spanMs: 700, run: migrateStore, ends: true },
  backup: { from: 'now', role: 'officer', share: 2, spanMs: 1200, run: makeBackups },
  restore: { from: 'backed', role: null, share: 2, spanMs: 700, run: restoreStore, ends: true },
  keys: { from: 'now', role: null, checkedAs: 'auditor', share: 2, spanMs: 700, run: changeKeys, ends: true },
  setup: { from: null, role: null, share: 0, spanMs: 900, run: setUp, ends: true },
}

/** Who looks at the store after an operation, and whether keys were changed. */
export const lookingAfter = name => {
  const { role, checkedAs } = operations[name]
  return { role: checkedAs ?? role ?? 'officer', keys: checkedAs !== undefined }
}

/** Names of the operations, each as often as its share. */
export const weighted = Object.entries(operations).flatMap(([name, { share }]) => Array(share).fill(name))

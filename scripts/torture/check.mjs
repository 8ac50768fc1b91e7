// Opens what a kill, a cut or a fault has left, on the way that a person goes, and compares it with what was acknowledged.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { backupNames, brokenAside, brokenBackups, isRestored } from './backups.mjs'
import { enter, FORMS } from './core.mjs'
import { passwords } from './operations.mjs'

const one = (raw, sql, ...values) =>
  raw
    .prepare(sql)
    .pluck()
    .get(...values)

/** Whether each fact that was acknowledged stands in the store. */
const stands = {
  created: raw => one(raw, 'SELECT count(*) FROM accounts') === 4,
  unit: (raw, { id, name }) => one(raw, 'SELECT name FROM units WHERE id = ?', id) === name,
  cadre(raw, { id, revision, name }) {
    const row = raw.prepare('SELECT key, name, revision FROM cadres WHERE id = ?').get(id)
    if (!row || row.revision < revision) return false
    const file = JSON.parse(one(raw, 'SELECT file FROM cadre_files WHERE key = ?', row.key))
    return file.name === row.name && (row.revision > revision || row.name === name)
  },
  staged: (raw, { id }) => one(raw, 'SELECT count(*) FROM import_batches WHERE id = ?', id) === 1,
  batch: (raw, { id, added }) =>
    added === FORMS && one(raw, "SELECT added FROM import_batches WHERE id = ? AND state = 'confirmed'", id) === added,
  closed: (raw, { id }, { vault }) =>
    one(raw, 'SELECT state FROM accounts WHERE id = ?', id) === 'closed' && vault.slots.every(slot => slot.id !== id),
  // The rotation takes older ones away.
  backup: (_raw, { file, isLast }, { place }) => !isLast || backupNames(place).includes(file),
  restored: isRestored,
  // Which password counts is tried.
  password: () => true,
  version: (raw, _fact, { core }) => raw.pragma('user_version', { simple: true }) === core.migrations.length,
}

/** One command is one transaction with one line: rows and lines that are not as many are half a command. */
const pairs = [
  ['units.add', 'SELECT count(*) - 1 FROM units'],
  ['cadres.add', "SELECT count(*) FROM cadre_changes WHERE kind = 'add'"],
  ['cadres.change', "SELECT count(*) FROM cadre_changes WHERE kind = 'change'"],
  ['imports.confirm', "SELECT count(*) FROM import_batches WHERE state = 'confirmed'"],
  ['accounts.decide', "SELECT count(*) FROM proposals WHERE state = 'accepted'"],
]
const linesOf = (raw, channel) =>
  one(
    raw,
    "SELECT count(*) FROM audit_lines WHERE json_extract(body, '$.channel') = ? AND json_extract(body, '$.outcome') = 'done'",
    channel,
  )

function halves(raw) {
  const found = pairs
    .filter(([channel, sql]) => linesOf(raw, channel) !== one(raw, sql))
    .map(([channel]) => `half a command: ${channel}`)
  const batches = raw
    .prepare(
      `SELECT state, added, (SELECT count(*) FROM cadre_changes WHERE batch_id = import_batches.id) AS people,
         (SELECT count(*) FROM import_items WHERE batch_id = import_batches.id) AS aside FROM import_batches`,
    )
    .all()
  const whole = ({ state, added, people, aside }) =>
    state === 'confirmed' ? people === added && added === FORMS && aside === 0 : people === 0 && aside === FORMS
  if (!batches.every(whole)) found.push('half an import')
  return found
}

function damages(raw) {
  const found = []
  const whole = raw.prepare('PRAGMA integrity_check(3)').pluck().all()
  if (whole.join() !== 'ok') found.push(`integrity: ${whole.join('; ')}`)
  if (raw.pragma('foreign_key_check').length > 0) found.push('a foreign key leads nowhere')
  return found
}

/** The printed code reads the whole chain, and so does an auditor who is signed in. */
async function audit(core, place, store, { code, acks, restored }) {
  const { privateKey } = code ? await core.unlockWithRecovery(core.readVaultCopies(place.folder), code) : store
  const known = core.readAnchor({ machineDir: place.machineDir, storeId: store.vault.storeId }, store.dek)
  // What was restored lies behind, and that is said elsewhere.
  const anchor = restored ? undefined : known
  const verdict = await core.verifyLines(store.raw, { id: 'reader', privateKey }, anchor)
  const damaged = verdict.firstProblem ? [`audit: ${JSON.stringify(verdict.firstProblem)}`] : []
  if (verdict.unreadableEpochs.length > 0) damaged.push('audit: nobody can read a part')
  const macs = store.raw.prepare('SELECT mac FROM audit_lines WHERE seq = ?').pluck()
  const lost = acks.filter(({ seq, mac }) => seq !== undefined && macs.get(seq)?.toString('base64') !== mac)
  return { damaged, lost: lost.map(({ kind, seq }) => `line ${seq} of ${kind}`) }
}

/** The password that was acknowledged last opens, or the one that was being set; and the printed code goes on opening. */
async function lostKeys(core, { folder }, { machineSecret }, { acks, code }) {
  const copies = core.readVaultCopies(folder)
  const nth = acks.findLast(({ kind }) => kind === 'password')?.nth ?? 0
  const opens = who =>
    core.unlock(copies, { ...who, login: 'ganshi', machineSecret }).then(
      () => true,
      () => false,
    )
  const found = []
  if (!(await any(passwords(core).slice(nth, nth + 2), password => opens({ password })))) found.push(`password ${nth}`)
  await core.unlockWithRecovery(copies, code).catch(() => found.push('the printed code'))
  return found
}
async function any(list, holds) {
  for (const each of list) if (await holds(each)) return true
  return false
}

const nothing = () => ({ lost: [], corrupt: [], half: [], falseAlarms: [] })

async function look(core, place, store, { acks: promised, later = [], code, dek, keys = false }) {
  const found = nothing()
  const { raw, vault } = store
  found.corrupt.push(...damages(raw))
  if (found.corrupt.length > 0) return found
  const restored = isRestored(raw)
  const acks = restored ? promised : [...promised, ...later]
  // A code that has been replaced reads the chain no further: an auditor does.
  const { damaged, lost } = await audit(core, place, store, { code: keys ? undefined : code, acks, restored })
  if (keys) found.lost.push(...(await lostKeys(core, place, store, { acks, code })))
  found.corrupt.push(...damaged)
  found.lost.push(...lost)
  const last = acks.findLast(({ kind }) => kind === 'backup')
  for (const each of acks) {
    const ack = { ...each, isLast: each === last }
    if (!stands[ack.kind](raw, ack, { vault, core, place })) found.lost.push(`${ack.kind} ${JSON.stringify(ack)}`)
  }
  found.half.push(...halves(raw))
  if (code) found.half.push(...(await brokenBackups(core, place, code)))
  const aside = code ? await brokenAside(core, place, code) : { found: [], count: 0 }
  found.corrupt.push(...aside.found)
  if (restored && aside.count === 0) found.lost.push('the store that was replaced')
  if (!core.isVaultWritten(place.folder, vault)) found.corrupt.push('the two copies of the header differ')
  const closed = one(raw, "SELECT count(*) FROM accounts WHERE state = 'closed'")
  if (closed > 0 && dek && store.dek.equals(dek)) found.half.push('an account was closed and the old key still opens')
  if (store.readOnly && !restored) found.falseAlarms.push(`roll-back: ${store.readOnly.missingLines} lines`)
  if (store.tries.lost) found.falseAlarms.push('the book of tries was lost')
  return found
}

/** Which files lay there before anybody opened the store, and the plan of a restore that was under way. */
function lying({ folder }) {
  if (!existsSync(folder)) return 'no folder'
  const plan = path.join(folder, 'restore.json')
  const names = readdirSync(folder, { recursive: true }).join(' ')
  return existsSync(plan) ? `${names}, plan ${readFileSync(plan, 'utf8')}` : names
}

/**
 * @param expected `acks` of the worker; `later`, what was acknowledged after a backup that may have been restored; `code` the printed code; `dek` the key that closing an account has to end;
 *   `byCode` opens with the printed code, which takes no key derivation, in place of a password; `mayBeAbsent` before a set-up is done
 */
export async function check(core, place, { role = 'officer', now, byCode = false, mayBeAbsent = false, ...expected }) {
  if (mayBeAbsent && !existsSync(place.folder)) return nothing()
  const before = lying(place)
  let running
  try {
    if (!byCode) {
      running = await enter(core, place, role, now)
      return await look(core, place, running.gatehouse.store, expected)
    }
    running = core.startCore(place, now)
    return await running.gatehouse.withRecovery(expected.code, 'ganshi', store => look(core, place, store, expected))
  } catch (error) {
    return { ...nothing(), corrupt: [`does not open: ${error.code ?? ''} ${error.message}; before: ${before}`] }
  } finally {
    running?.close()
  }
}

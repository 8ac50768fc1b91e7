// Backups as an operation: a store that has one, and what must hold of it after anything.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { copyPlace, enter, START } from './core.mjs'

const folderOf = place => path.join(place.folder, 'backups')
const ackOf = (core, running, kind, fact) => {
  const { seq, mac } = core.readHead(running.gatehouse.store.raw)
  return { kind, seq, mac: mac.toString('base64'), ...fact }
}

/** Prepares `backed`: units, a backup of them, further units. `backed.json` has what was acknowledged before and after it. */
export async function backStore(core, base) {
  const place = copyPlace(path.join(base, 'now'), path.join(base, 'backed'))
  const running = await enter(core, place, 'officer', START + 1000)
  const { api } = running
  const [root] = await api.units.tree({})
  const add = async name => {
    const { id } = await api.units.add({ parentId: root.id, name })
    return ackOf(core, running, 'unit', { id, name })
  }
  const before = [await add('备份之前一'), await add('备份之前二')]
  const { file } = await api.backups.make({ note: '试' })
  const after = [await add('备份之后一'), await add('备份之后二')]
  running.close()
  writeFileSync(path.join(base, 'backed.json'), JSON.stringify({ file, before, after }))
}

export const readBacked = base => JSON.parse(readFileSync(path.join(base, 'backed.json'), 'utf8'))

export function backupNames(place) {
  try {
    return readdirSync(folderOf(place)).filter(name => name.endsWith('.ddb'))
  } catch {
    return []
  }
}

/** SHA-256 of backups that were found good: a cut leaves most of them as they were. */
const known = new Set()

/** Whatever bears the name of a backup is one, whole, and the printed code opens it. */
export async function brokenBackups(core, place, code) {
  const found = []
  for (const name of backupNames(place)) {
    const file = path.join(folderOf(place), name)
    const digest = createHash('sha256').update(readFileSync(file)).digest('hex')
    if (known.has(digest)) continue
    try {
      const { header } = core.readBackup(file)
      const { dek } = await core.unlockWithRecovery([core.parseVault(header)], code)
      core.verifyBackup(file, dek)
      known.add(digest)
    } catch (error) {
      found.push(`a listed backup is not whole: ${name}, ${error.code} ${error.message}`)
    }
  }
  return found
}

/** Whether the store is the one that came out of a backup. */
export const isRestored = raw =>
  raw
    .prepare("SELECT count(*) FROM audit_lines WHERE json_extract(body, '$.channel') = 'backups.restore'")
    .pluck()
    .get() > 0

/** What was put aside by a restoration is a whole store still. */
export async function brokenAside(core, place, code) {
  const names = readdirSync(place.folder).filter(name => name.startsWith('set-aside-'))
  const found = []
  for (const name of names) {
    const folder = path.join(place.folder, name)
    try {
      const { dek } = await core.unlockWithRecovery(core.readVaultCopies(folder), code)
      const raw = core.openEncrypted(path.join(folder, 'store.db'), dek)
      const whole = raw.pragma('integrity_check', { simple: true }) === 'ok'
      core.closeStore(raw)
      if (!whole) found.push(`what was put aside is damaged: ${name}`)
    } catch (error) {
      found.push(`what was put aside does not open: ${name}, ${error.message}`)
    }
  }
  return { found, count: names.length }
}

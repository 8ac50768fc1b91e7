import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../../helpers/folders'
import { freshStore, signedIn } from '../../helpers/harness'
import { refuse } from '../../helpers/refuse'
import { enters, told } from './accounts'

const PARTIAL = '20300102-010000-daily-1a2b3c4d.ddb.partial'
const DAY_S = 86_400

test.each(['EBUSY', 'EPERM'])('the remains of a backup that a scanner holds (%s) keep nobody out', async code => {
  const { place } = await freshStore()
  const folder = join(place.folder, 'backups')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, PARTIAL), 'half')
  const again = refuse('rmSync', code, path => String(path).endsWith('.ddb.partial'))
  expect(await enters(place)).toBe('opens')
  again()
  expect(await enters(place)).toBe('opens')
  expect(existsSync(join(folder, PARTIAL))).toBe(false)
})

test('an older backup that cannot be removed hinders neither a new one nor an import', async () => {
  const { place } = await freshStore()
  const system = await signedIn('sysadmin', place)
  const { settings } = await system.api.backups.state({})
  await system.api.backups.configure({ ...settings, rotation: { ...settings.rotation, least: 3, beforeChanges: 1 } })
  system.close()
  const officer = await signedIn('officer', place)
  refuse('rmSync', 'EBUSY', path => String(path).endsWith('.ddb'))
  for (let n = 0; n < 5; n++) {
    officer.time.now += 3_600_000
    const followed = { signal: new AbortController().signal, step: () => undefined }
    expect(await told(officer.gatehouse.backups.beforeImport(followed))).toBe('done')
  }
  officer.close()
})

test('at a second place that several write to only what is ours and a day old is swept', async () => {
  const { place } = await freshStore()
  const second = tempFolder()
  const others = ['growing.ddb.partial', '20300102-010000-daily-5e6f7a8b.ddb.partial', '名册.xlsx.partial']
  for (const name of [PARTIAL, ...others]) writeFileSync(join(second, name), 'half')
  const core = await signedIn('sysadmin', place)
  const old = core.time.now / 1000 - 2 * DAY_S
  const now = core.time.now / 1000
  for (const name of [PARTIAL, 'growing.ddb.partial', '名册.xlsx.partial']) utimesSync(join(second, name), old, old)
  utimesSync(join(second, '20300102-010000-daily-5e6f7a8b.ddb.partial'), now, now)
  await core.api.backups.make({ note: '' })
  core.files.grant('t', second)
  await core.api.backups.placeSecond({ token: 't' })
  core.close()
  expect(
    readdirSync(second)
      .filter(name => name.endsWith('.partial'))
      .toSorted(),
  ).toEqual(others.toSorted())
})

test('a second place that cannot take the copy now is kept, on record, and what failed stands in view', async () => {
  const { place } = await freshStore()
  const second = tempFolder()
  const core = await signedIn('sysadmin', place)
  await core.api.backups.make({ note: '' })
  refuse('renameSync', 'ENOSPC', (_from, to) => String(to).startsWith(second))
  core.files.grant('t', second)
  expect(await told(core.api.backups.placeSecond({ token: 't' }))).toBe('done')
  const state = await core.api.backups.state({})
  expect(state.second).toMatchObject({ folder: second, lastGoodAt: null })
  expect(state.failure).toMatch(/没能写入第二备份位置/)
  const lines = core.gatehouse.store?.raw
    .prepare("SELECT count(*) FROM audit_lines WHERE body ->> 'channel' = 'backups.placeSecond'")
    .pluck()
    .get()
  expect(lines).toBe(1)
  core.close()
})

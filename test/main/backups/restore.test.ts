import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { exchangeStore, finishExchange, incomingFolder } from '../../../src/main/store/set-aside'
import { backupsFolder, storeFile } from '../../../src/main/store/store-paths'
import type { BackupName, RestoreKey } from '../../../src/shared/backups/backups'
import { AppError } from '../../../src/shared/result'
import { tempFolder } from '../../helpers/folders'
import {
  type Core,
  freshStore,
  newPlace,
  newStore,
  PASSWORD,
  type Place,
  signedIn,
  startCore,
} from '../../helpers/harness'

const officerKey: RestoreKey = { kind: 'account', login: 'ganshi', password: PASSWORD }
const codeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work
    return 'none'
  } catch (error) {
    return error instanceof AppError ? error.code : String(error)
  }
}
const closing = (core: Core): Core => {
  onTestFinished(() => core.close())
  return core
}
const names = async (core: Core): Promise<string[]> =>
  (core.gatehouse.store?.raw.prepare('SELECT name FROM cadres ORDER BY name').pluck().all() ?? []) as string[]
const add = (core: Core, name: string) => core.api.cadres.add({ name, birth: null, unitId: null })

/** A store with one person in its backup and another one since. */
async function backedUp(): Promise<{ place: Place; recoveryCode: string; name: BackupName; lines: number }> {
  const { place, recoveryCode } = await freshStore()
  const core = await signedIn('officer', place)
  await add(core, '先有')
  const { file, contents } = await core.api.backups.make({ note: '' })
  await add(core, '后有')
  core.close()
  return { place, recoveryCode, name: { place: 'main', file }, lines: contents?.seq ?? 0 }
}

test('in place: what was there is set aside whole, and until somebody answers for the step back all is to be read only', async () => {
  const { place, name, lines } = await backedUp()
  const core = closing(startCore(place))
  expect((await core.api.backups.found({})).map(({ file, contents }) => [file, contents])).toEqual([[name.file, null]])
  const preview = await core.api.backups.preview({ name, key: officerKey })
  expect(preview).toMatchObject({ unit: '测试区委组织部', contents: { people: 1, seq: lines } })
  expect(preview.behind).toBeGreaterThan(0)
  const present = readFileSync(storeFile(place.folder))
  const { name: aside } = await core.api.backups.restore({ name, key: officerKey, token: null })
  expect(readFileSync(join(place.folder, aside, 'store.db')).equals(present)).toBe(true)
  expect(existsSync(join(place.folder, 'restore.json'))).toBe(false)
  await core.api.session.signIn({ login: 'ganshi', password: PASSWORD, acceptClock: false })
  expect(await names(core)).toEqual(['先有'])
  expect(core.gatehouse.store?.readOnly).not.toBeNull()
  expect(await codeOf(add(core, '不行'))).toBe('refused')
  core.close()
  const security = closing(await signedIn('secadmin', place))
  await security.api.session.acknowledgeRollback({ reason: '由备份恢复' })
  security.close()
  const again = closing(await signedIn('officer', place))
  await add(again, '又有')
  again.close()
  const auditor = closing(await signedIn('auditor', place))
  expect(await auditor.api.audit.verify({})).toMatchObject({ problem: null })
  const { entries } = await auditor.api.audit.list({
    from: null,
    to: null,
    accountId: null,
    feature: 'backups',
    outcome: null,
    text: '',
    before: null,
    limit: 20,
  })
  expect(entries.map(({ channel }) => channel)).toEqual(['backups.restore'])
})

test('after a restore the clock backs up what is written, though later backups of the store are there', async () => {
  const { place, name } = await backedUp()
  const later = await signedIn('officer', place)
  await add(later, '更后')
  await later.api.backups.make({ note: '' })
  later.close()
  const core = closing(startCore(place))
  await core.api.backups.restore({ name, key: officerKey, token: null })
  core.close()
  const security = await signedIn('secadmin', place)
  await security.api.session.acknowledgeRollback({ reason: '由备份恢复' })
  security.close()
  const again = closing(await signedIn('officer', place))
  const count = async (): Promise<number> => (await again.api.backups.list({})).length
  expect(await count()).toBe(2)
  expect(await again.api.backups.state({})).toMatchObject({ changed: false })
  await add(again, '又有')
  expect(await again.api.backups.state({})).toMatchObject({ changed: true })
  again.time.now += 2 * 3_600_000
  await again.gatehouse.backups.look()
  expect(await count()).toBe(3)
})

test('looking for backups leaves an empty place empty: a new store can still be made there', async () => {
  const core = closing(startCore(newPlace()))
  expect(await core.api.backups.found({})).toEqual([])
  expect(existsSync(core.place.folder)).toBe(false)
  expect((await core.api.session.create(newStore())).recoveryCode).not.toBe('')
})

test('beside: a second store in a folder of its own, the first untouched', async () => {
  const { place, name } = await backedUp()
  const present = readFileSync(storeFile(place.folder))
  const core = closing(startCore(place))
  const folder = join(tempFolder(), 'beside')
  core.files.grant('t', folder)
  expect(await core.api.backups.restore({ name, key: officerKey, token: 't' })).toEqual({ name: 'beside' })
  expect(readFileSync(storeFile(place.folder)).equals(present)).toBe(true)
  const beside = closing(await signedIn('officer', { ...place, folder }))
  expect(await names(beside)).toEqual(['先有'])
  core.files.grant('again', folder)
  expect(await codeOf(core.api.backups.restore({ name, key: officerKey, token: 'again' }))).toBe('conflict')
})

test('on another computer the printed code restores, and passwords work there again', async () => {
  const { place, recoveryCode, name } = await backedUp()
  const other = newPlace()
  const core = closing(startCore(other))
  core.files.grantReading('f', [join(backupsFolder(place.folder), name.file)])
  const chosen = await core.api.backups.choose({ token: 'f' })
  const there: BackupName = { place: 'chosen', file: chosen.file }
  expect(await codeOf(core.api.backups.preview({ name: there, key: officerKey }))).toBe('machine-unknown')
  const key: RestoreKey = { kind: 'recovery', code: recoveryCode }
  expect(await core.api.backups.preview({ name: there, key })).toMatchObject({ behind: null, contents: { people: 1 } })
  // Where nothing lay nothing is set aside.
  expect(await core.api.backups.restore({ name: there, key, token: null })).toEqual({ name: '' })
  expect(readdirSync(other.folder).filter(file => file.startsWith('set-aside'))).toEqual([])
  await core.api.session.signIn({ login: 'ganshi', password: PASSWORD, acceptClock: false })
  expect(await names(core)).toEqual(['先有'])
  expect(core.gatehouse.store?.readOnly).toBeNull()
})

test('who may not back up may not restore; wrong passwords are counted as at the gate', async () => {
  const { place, name } = await backedUp()
  const core = closing(startCore(place))
  const present = readFileSync(storeFile(place.folder))
  const as = (login: string, password = PASSWORD): RestoreKey => ({ kind: 'account', login, password })
  expect(await codeOf(core.api.backups.restore({ name, key: as('shenji'), token: null }))).toBe('forbidden')
  expect(await codeOf(core.api.backups.restore({ name, key: as('baomi'), token: null }))).toBe('forbidden')
  for (let i = 0; i < 5; i++)
    expect(await codeOf(core.api.backups.preview({ name, key: as('ganshi', 'wrong-Password-1') }))).toBe(
      'wrong-password',
    )
  expect(await codeOf(core.api.backups.preview({ name, key: officerKey }))).toBe('throttled')
  expect(readFileSync(storeFile(place.folder)).equals(present)).toBe(true)
  await core.api.session.signIn({ login: 'xitong', password: PASSWORD, acceptClock: false })
  expect(await codeOf(core.api.backups.found({}))).toBe('conflict')
})

test('a damaged backup restores nothing and leaves the present store as it is', async () => {
  const { place, name } = await backedUp()
  const path = join(backupsFolder(place.folder), name.file)
  const bytes = readFileSync(path)
  bytes[9000] = (bytes[9000] ?? 0) ^ 1
  writeFileSync(path, bytes)
  const present = readFileSync(storeFile(place.folder))
  const core = closing(startCore(place))
  expect(await codeOf(core.api.backups.restore({ name, key: officerKey, token: null }))).toMatch(
    /backup-damaged|store-damaged/,
  )
  expect(readFileSync(storeFile(place.folder)).equals(present)).toBe(true)
  expect(readdirSync(place.folder).filter(file => /restore|set-aside/.test(file))).toEqual([])
})

test('an exchange that is interrupted at any step is finished at the next start', async () => {
  const { place, name } = await backedUp()
  const made = closing(startCore(place))
  const beside = join(tempFolder(), 'made')
  made.files.grant('t', beside)
  await made.api.backups.restore({ name, key: officerKey, token: 't' })
  made.close()
  const parts = ['store.db', 'vault-a.json', 'vault-b.json']
  for (const phase of ['aside', 'in'] as const)
    for (let moved = 0; moved <= parts.length; moved++) {
      const folder = join(tempFolder(), 'store')
      cpSync(place.folder, folder, { recursive: true })
      cpSync(beside, incomingFolder(folder), { recursive: true })
      const aside = join(folder, 'set-aside-x')
      cpSync(place.folder, join(aside, '..', 'set-aside-x'), { recursive: true, filter: () => false })
      writeFileSync(join(folder, 'restore.json'), JSON.stringify({ phase, aside: 'set-aside-x' }))
      const from = phase === 'aside' ? folder : incomingFolder(folder)
      if (phase === 'in') for (const part of parts) rmSync(join(folder, part))
      for (const part of parts.slice(0, moved)) {
        if (phase === 'aside') {
          cpSync(join(from, part), join(aside, part))
          rmSync(join(from, part))
        } else renameSync(join(from, part), join(folder, part))
      }
      expect(finishExchange(folder)).toBe(true)
      for (const part of parts)
        expect(readFileSync(join(folder, part)).equals(readFileSync(join(beside, part)))).toBe(true)
      if (phase === 'aside')
        expect(readFileSync(join(aside, 'store.db')).equals(readFileSync(storeFile(place.folder)))).toBe(true)
      expect(readdirSync(folder).filter(file => file.startsWith('restore'))).toEqual([])
      expect(finishExchange(folder)).toBe(false)
      // The power was cut when all had come in and the plan was still there.
      writeFileSync(join(folder, 'restore.json'), JSON.stringify({ phase: 'in', aside: 'set-aside-x' }))
      expect(finishExchange(folder)).toBe(true)
      for (const part of parts)
        expect(readFileSync(join(folder, part)).equals(readFileSync(join(beside, part)))).toBe(true)
    }
  expect(() => exchangeStore(join(tempFolder(), 'nowhere'), '2030-01-01T00:00:00.000Z')).toThrow(AppError)
})

test('an exchange that the medium refused is gone on with by the same core, and never leaves an empty place', async () => {
  const { place, name } = await backedUp()
  const core = closing(startCore(place))
  expect((await core.api.session.state({})).kind).toBe('locked')
  const beside = join(tempFolder(), 'made')
  core.files.grant('t', beside)
  await core.api.backups.restore({ name, key: officerKey, token: 't' })
  const plan = (folder: string, phase = 'aside'): void =>
    writeFileSync(join(folder, 'restore.json'), JSON.stringify({ phase, aside: 'set-aside-x' }))
  const takeAside = (folder: string): void => {
    mkdirSync(join(folder, 'set-aside-x'))
    for (const part of ['store.db', 'vault-a.json']) renameSync(join(folder, part), join(folder, 'set-aside-x', part))
  }
  const present = readFileSync(storeFile(place.folder))

  // What was to come in has been taken away: the present store comes back.
  for (const phase of ['aside', 'in']) {
    plan(place.folder, phase)
    takeAside(place.folder)
    expect((await core.api.session.state({})).kind).toBe('locked')
    expect(readFileSync(storeFile(place.folder)).equals(present)).toBe(true)
    expect(readdirSync(place.folder).filter(file => /restore|set-aside/.test(file))).toEqual([])
  }

  cpSync(beside, incomingFolder(place.folder), { recursive: true })
  plan(place.folder)
  takeAside(place.folder)
  expect((await core.api.session.state({})).kind).toBe('locked')
  expect(readFileSync(storeFile(place.folder)).equals(readFileSync(join(beside, 'store.db')))).toBe(true)
  expect(readFileSync(join(place.folder, 'set-aside-x', 'store.db')).equals(present)).toBe(true)
})

test('a store that is damaged in the middle is salvaged: what can be read comes over, what was lost is named', async () => {
  const { place } = await freshStore()
  const core = await signedIn('officer', place)
  for (let i = 0; i < 60; i++) await add(core, `某人${i}`)
  core.close()
  const bytes = readFileSync(storeFile(place.folder))
  const pages = bytes.length / 4096
  // Some pages in the middle, as a bad stretch of a disk leaves them.
  for (let page = pages - 18; page < pages - 14; page++) bytes.fill(0x5a, page * 4096, page * 4096 + 4096)
  writeFileSync(storeFile(place.folder), bytes)
  const again = closing(startCore(place))
  const found = await again.api.backups.salvage({ key: officerKey })
  expect(found.rows).toBeGreaterThan(0)
  expect(readFileSync(join(place.folder, found.name, 'store.db')).equals(bytes)).toBe(true)
  await again.api.session.signIn({ login: 'ganshi', password: PASSWORD, acceptClock: false })
  const left = await names(again)
  const lost = found.lost
    .filter(({ table }) => table === 'cadres')
    .reduce((sum, { rows }) => sum + Math.max(0, rows), 0)
  expect(left.length + lost).toBe(60)
  expect((await again.api.backups.damage({})).findings.filter(({ kind }) => kind !== 'chain')).toEqual([])
})

test('a whole store comes over without any loss', async () => {
  const { place } = await freshStore()
  const core = await signedIn('officer', place)
  for (let i = 0; i < 20; i++) await add(core, `某人${i}`)
  core.close()
  const again = closing(startCore(place))
  expect((await again.api.backups.salvage({ key: officerKey })).lost).toEqual([])
  await again.api.session.signIn({ login: 'ganshi', password: PASSWORD, acceptClock: false })
  expect(await names(again)).toHaveLength(20)
  expect((await again.api.cadres.search({ text: '某人7', limit: 5 })).length).toBeGreaterThan(0)
})

test('a store without its first pages cannot be salvaged: that is said, and nothing is changed', async () => {
  const { place } = await freshStore()
  const core = await signedIn('officer', place)
  core.close()
  const bytes = readFileSync(storeFile(place.folder))
  bytes.fill(0x5a, 0, 8192)
  writeFileSync(storeFile(place.folder), bytes)
  const before = readdirSync(place.folder).toSorted()
  const again = closing(startCore(place))
  await expect(again.api.backups.salvage({ key: officerKey })).rejects.toMatchObject({
    code: 'store-damaged',
    message: expect.stringContaining('数据库的开头损坏了') as string,
  })
  expect(readFileSync(storeFile(place.folder)).equals(bytes)).toBe(true)
  expect(readdirSync(place.folder).toSorted()).toEqual(before)
})

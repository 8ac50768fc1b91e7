import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { freshStore, NOW, newPlace, newStore, PASSWORD, type Place, signedIn, startCore } from '../../helpers/harness'

const officer = { login: 'ganshi', password: PASSWORD, acceptClock: false }
const NEW_PASSWORD = 'Qing9=Song#Bai'

test('an empty folder becomes a store, and the store opens with the password that was set', async () => {
  const core = startCore(newPlace())
  expect(await core.api.session.state({})).toEqual({ kind: 'empty' })
  const { recoveryCode } = await core.api.session.create(newStore())
  expect(recoveryCode).toMatch(/^([0-9A-Z]{4}[- ]){9}[0-9A-Z]{4}$/)
  expect(await core.api.session.state({})).toMatchObject({ kind: 'locked', unit: '测试区委组织部', machineKnown: true })
  const session = await core.api.session.signIn(officer)
  expect(session).toMatchObject({
    account: { login: 'ganshi', name: '陆四', roles: ['officer'] },
    idleSeconds: 600,
    demo: false,
  })
  expect(await core.api.session.state({})).toEqual({ kind: 'open', session })
})

test.each([
  ['a weak password', { ...newStore(), accounts: newStore().accounts.map(a => ({ ...a, password: '1234567890' })) }],
  [
    'one person as administrator and auditor',
    { ...newStore(), accounts: newStore().accounts.map(a => ({ ...a, holder: 'X' })) },
  ],
  ['two accounts of one login', { ...newStore(), accounts: newStore().accounts.map(a => ({ ...a, login: 'same' })) }],
])('set-up refuses %s and leaves nothing behind', async (_name, input) => {
  const core = startCore(newPlace())
  await expect(core.api.session.create(input)).rejects.toMatchObject({ code: 'refused' })
  expect(await core.api.session.state({})).toEqual({ kind: 'empty' })
})

test('a folder that holds other files is not built in', async () => {
  const place = newPlace()
  mkdirSync(place.folder, { recursive: true })
  writeFileSync(join(place.folder, 'letter.txt'), 'keep me')
  await expect(startCore(place).api.session.create(newStore())).rejects.toMatchObject({ code: 'conflict' })
  expect(readFileSync(join(place.folder, 'letter.txt'), 'utf8')).toBe('keep me')
})

test('a wrong password is refused, counted across restarts, and the account locks until it is unlocked', async () => {
  const { place } = await freshStore()
  for (let n = 0; n < 5; n++) {
    const core = startCore(place, NOW + n * 1000)
    await expect(core.api.session.signIn({ ...officer, password: 'wrong' })).rejects.toMatchObject({
      code: 'wrong-password',
    })
    core.close()
  }
  const locked = startCore(place)
  await expect(locked.api.session.signIn(officer)).rejects.toMatchObject({
    code: 'throttled',
    details: { lockedOut: true },
  })
  locked.close()

  const security = await signedIn('secadmin', place)
  const account = (await security.api.accounts.list({})).find(({ login }) => login === 'ganshi')
  expect(account?.lockedOut).toBe(true)
  await security.api.accounts.unlock({ id: account?.id ?? '', reason: '本人到场核实' })
  security.close()
  const again = startCore(place)
  expect((await again.api.session.signIn(officer)).account.login).toBe('ganshi')
  again.close()

  const auditor = await signedIn('auditor', place)
  const { entries } = await auditor.api.audit.list({ ...everything, before: null, limit: 100 })
  expect(entries.filter(entry => entry.outcome === 'failed')).toHaveLength(5)
  expect(entries.find(entry => entry.channel === 'accounts.unlock')).toMatchObject({
    reason: '本人到场核实',
    outcome: 'done',
  })
})

const everything = { from: null, to: null, accountId: null, feature: null, outcome: null, text: '' }

test('an unknown login fails like a wrong password', async () => {
  const core = startCore((await freshStore()).place)
  await expect(core.api.session.signIn({ ...officer, login: 'nobody' })).rejects.toMatchObject({
    code: 'wrong-password',
  })
})

test('a password change needs the present one, obeys the policy and its history, and rewraps the key', async () => {
  const { place } = await freshStore()
  const core = await signedIn('officer', place)
  const change = (current: string, next: string) => core.api.session.changePassword({ current, next })
  await expect(change('wrong', NEW_PASSWORD)).rejects.toMatchObject({ code: 'wrong-password' })
  await expect(change(PASSWORD, 'short')).rejects.toMatchObject({ code: 'refused' })
  await expect(change(PASSWORD, PASSWORD)).rejects.toMatchObject({
    code: 'refused',
    message: '不能使用最近 5 次用过的密码',
  })
  await change(PASSWORD, NEW_PASSWORD)
  core.close()
  const again = startCore(place)
  await expect(again.api.session.signIn(officer)).rejects.toMatchObject({ code: 'wrong-password' })
  await again.api.session.signIn({ ...officer, password: NEW_PASSWORD })
})

test('an expired password lets nothing happen before it is changed', async () => {
  const { place } = await freshStore()
  const core = await signedIn('officer', place, NOW + 31 * 86_400_000)
  expect((await core.api.session.state({})) as object).toMatchObject({ session: { passwordDue: 'expired' } })
  await expect(core.api.units.tree({})).rejects.toMatchObject({ code: 'refused' })
  const session = await core.api.session.changePassword({ current: PASSWORD, next: NEW_PASSWORD })
  expect(session.passwordDue).toBeNull()
  expect(await core.api.units.tree({})).toHaveLength(1)
})

test('the printed code gives an account a new password, works once, and also on another computer', async () => {
  const { place, recoveryCode } = await freshStore()
  rmSync(place.machineDir, { recursive: true })
  const core = startCore(place)
  expect(await core.api.session.state({})).toMatchObject({ kind: 'locked', machineKnown: false })
  await expect(core.api.session.signIn(officer)).rejects.toMatchObject({ code: 'machine-unknown' })
  await expect(
    core.api.session.recover({
      recoveryCode: `${recoveryCode.slice(0, -1)}?`,
      login: 'ganshi',
      password: NEW_PASSWORD,
    }),
  ).rejects.toMatchObject({ code: 'invalid-input' })
  const renewed = await core.api.session.recover({ recoveryCode, login: 'ganshi', password: NEW_PASSWORD })
  // Nobody has said yet that the new code was written down: the old one is not void.
  expect(await core.gatehouse.withRecovery(recoveryCode, 'ganshi', async () => 'opens')).toBe('opens')
  await core.api.session.settleRecovery(renewed)
  await core.api.session.signIn({ ...officer, password: NEW_PASSWORD })
  core.close()
  // The other accounts' own passwords work on this computer too, since the code brought the machine secret with it.
  const auditor = await signedIn('auditor', place)
  expect((await auditor.api.audit.verify({})).problem).toBeNull()
  auditor.close()
  const old = startCore(place)
  await expect(
    old.api.session.recover({ recoveryCode, login: 'ganshi', password: 'Lv8#Shui+Qing' }),
  ).rejects.toMatchObject({ code: 'wrong-password' })
  await old.api.session.recover({ recoveryCode: renewed.recoveryCode, login: 'ganshi', password: 'Lv8#Shui+Qing' })
})

test('a clock that was set back is told, and only goes on when the person has checked it', async () => {
  const { place } = await freshStore()
  ;(await signedIn('officer', place, NOW + 3_600_000)).close()
  const core = startCore(place, NOW)
  await expect(core.api.session.signIn(officer)).rejects.toMatchObject({ code: 'clock-set-back' })
  await core.api.session.signIn({ ...officer, acceptClock: true })
  core.close()
  const auditor = await signedIn('auditor', place, NOW + 7_200_000)
  expect((await auditor.api.audit.verify({})).clockSetBack.length).toBeGreaterThan(0)
})

test('a store put back to an older copy opens read-only until the security administrator acknowledges it', async () => {
  const { place } = await freshStore()
  cpSync(place.folder, `${place.folder}-old`, { recursive: true })
  const before = await signedIn('officer', place)
  const [root] = await before.api.units.tree({})
  if (!root) throw new Error('no root')
  await before.api.units.add({ parentId: root.id, name: '后来的单位' })
  before.close()
  rmSync(place.folder, { recursive: true })
  cpSync(`${place.folder}-old`, place.folder, { recursive: true })

  const officerAgain = await signedIn('officer', place)
  await expect(officerAgain.api.units.add({ parentId: root.id, name: '新单位' })).rejects.toMatchObject({
    code: 'refused',
  })
  expect(await officerAgain.api.units.tree({})).toHaveLength(1)
  officerAgain.close()

  const security = await signedIn('secadmin', place)
  expect(security.gatehouse.store?.readOnly?.missingLines).toBeGreaterThan(0)
  await security.api.session.acknowledgeRollback({ reason: '按规定由备份恢复' })
  security.close()
  const free = await signedIn('officer', place)
  expect((await free.api.units.add({ parentId: root.id, name: '新单位' })).name).toBe('新单位')
})

/** Changes of one name, until some pages of the closed file are other ones than in `before`. */
async function changedPages(place: Place, before: Buffer): Promise<number[]> {
  const core = await signedIn('officer', place)
  const [root] = await core.api.units.tree({})
  if (!root) throw new Error('no root')
  await core.api.units.rename({ id: root.id, name: '改过的名称' })
  core.close()
  const after = readFileSync(join(place.folder, 'store.db'))
  const page = (bytes: Buffer, n: number): Buffer => bytes.subarray(n * 4096, (n + 1) * 4096)
  return Array.from({ length: before.length / 4096 }, (_, n) => n).filter(n => !page(before, n).equals(page(after, n)))
}

test('one older page put back into the closed file opens read-only until it is acknowledged', async () => {
  const { place } = await freshStore()
  ;(await signedIn('officer', place)).close()
  const before = readFileSync(join(place.folder, 'store.db'))
  const pages = await changedPages(place, before)
  const present = readFileSync(join(place.folder, 'store.db'))
  expect(pages.length).toBeGreaterThan(1)
  for (const page of pages) {
    const here = newPlace()
    cpSync(place.folder, here.folder, { recursive: true })
    cpSync(place.machineDir, here.machineDir, { recursive: true })
    const mixed = Buffer.from(present)
    before.copy(mixed, page * 4096, page * 4096, (page + 1) * 4096)
    const file = join(here.folder, 'store.db')
    writeFileSync(file, mixed)
    const first = await signedIn('officer', here).catch((error: { code: string }) => error.code)
    if (typeof first === 'string') {
      expect(first).toBe('store-damaged')
      continue
    }
    expect(first.gatehouse.store?.readOnly).not.toBeNull()
    first.close()
    // It stays so until somebody takes responsibility.
    const security = await signedIn('secadmin', here)
    expect(security.gatehouse.store?.readOnly).not.toBeNull()
    await security.api.session.acknowledgeRollback({ reason: '已核对' })
    security.close()
    const free = await signedIn('officer', here)
    expect(free.gatehouse.store?.readOnly).toBeNull()
    free.close()
  }
})

test('a core that is killed, and a store that was used on another computer, raise no alarm', async () => {
  const { place } = await freshStore()
  ;(await signedIn('officer', place)).close()
  // Another computer has its own anchors and the same store.
  const elsewhere = { folder: place.folder, machineDir: `${place.machineDir}-b` }
  cpSync(place.machineDir, elsewhere.machineDir, { recursive: true })
  ;(await signedIn('officer', elsewhere)).close()
  const killed = await signedIn('officer', place)
  expect(killed.gatehouse.store?.readOnly).toBeNull()
  const [root] = await killed.api.units.tree({})
  if (!root) throw new Error('no root')
  await killed.api.units.rename({ id: root.id, name: '改过' })
  const copy = `${place.folder}-killed`
  cpSync(place.folder, copy, { recursive: true })
  const next = await signedIn('officer', { ...place, folder: copy })
  expect(next.gatehouse.store?.readOnly).toBeNull()
})

test.each([
  ['missing data file', (folder: string) => rmSync(join(folder, 'store.db')), 'store-missing'],
  [
    'both headers gone',
    (folder: string) => ['a', 'b'].forEach(copy => rmSync(join(folder, `vault-${copy}.json`))),
    'store-damaged',
  ],
  [
    'both headers torn',
    (folder: string) => ['a', 'b'].forEach(copy => writeFileSync(join(folder, `vault-${copy}.json`), '{"x')),
    'store-damaged',
  ],
] as const)('%s is told before anyone types a password', async (_name, harm, code) => {
  const { place } = await freshStore()
  harm(place.folder)
  expect(await startCore(place).api.session.state({})).toMatchObject({ kind: 'trouble', code })
})

test('a place where a store was is missing one, and an empty one takes a new store', async () => {
  const place = newPlace()
  const state = (expected: boolean) => startCore({ ...place, expected }).api.session.state({})
  expect(await state(true)).toMatchObject({ kind: 'trouble', code: 'store-missing' })
  expect(existsSync(place.folder)).toBe(false)
  expect(await state(false)).toEqual({ kind: 'empty' })
})

test('a data file of garbage is told as damage and nothing is replaced', async () => {
  const { place } = await freshStore()
  const garbage = Buffer.alloc(65_536, 7)
  writeFileSync(join(place.folder, 'store.db'), garbage)
  const core = startCore(place)
  await expect(core.api.session.signIn(officer)).rejects.toMatchObject({ code: 'store-damaged' })
  expect(readFileSync(join(place.folder, 'store.db')).equals(garbage)).toBe(true)
})

test('one torn header is survived and mended', async () => {
  const { place } = await freshStore()
  writeFileSync(join(place.folder, 'vault-a.json'), '{')
  ;(await signedIn('officer', place)).close()
  expect(JSON.parse(readFileSync(join(place.folder, 'vault-a.json'), 'utf8'))).toHaveProperty('storeId')
})

test('nothing answers before sign-in and after closing', async () => {
  const core = startCore((await freshStore()).place)
  await expect(core.api.units.tree({})).rejects.toMatchObject({ code: 'signed-out' })
  await core.api.session.signIn(officer)
  core.close()
  await expect(core.api.units.tree({})).rejects.toMatchObject({ code: 'signed-out' })
})

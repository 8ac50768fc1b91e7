import { closeSync, openSync, readdirSync, readlinkSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { freshStore, PASSWORD, signedIn, signInAs, startCore } from '../../helpers/harness'
import { refuse, refuseFrom } from '../../helpers/refuse'
import { closable, enters, entersByCode, opening, propose, said, told } from './accounts'

const NEXT = 'Qing9=Song#Bai'
const header = /vault-[ab]\.json$/

test.each([
  ['first', 3],
  ['second', 4],
])(
  'a re-key whose settled header cannot be written (the %s copy): what is changed next keeps the store open',
  async (_copy, nth) => {
    const { place, recoveryCode, close } = await closable()
    const open = await propose(place, opening('xinren'))
    const security = await signedIn('secadmin', place)
    const again = refuseFrom(nth, 'renameSync', 'ENOSPC', header)
    await security.api.accounts.decide({ id: close, accept: true, reason: '试' })
    again()
    await security.api.accounts.decide({ id: open, accept: true, reason: '试' })
    security.close()
    expect([await enters(place), await entersByCode(place, recoveryCode)]).toEqual(['opens', 'opens'])
    expect(await enters(place, PASSWORD, 'linshi')).toMatch(/^wrong-password/)
  },
)

test('without room for the backup before it an account is closed all the same, and the next sign-in re-keys', async () => {
  const { place, recoveryCode, close } = await closable()
  const security = await signedIn('secadmin', place)
  const before = security.gatehouse.store?.vault.slots.length ?? 0
  let again = refuse('renameSync', 'ENOSPC', from => String(from).endsWith('.ddb.partial'))
  expect(await told(security.api.accounts.decide({ id: close, accept: true, reason: '试' }))).toBe('done')
  again()
  security.close()
  // At the next sign-in the last header of the re-key finds no room, and somebody changes a password after that.
  again = refuseFrom(3, 'renameSync', 'ENOSPC', header)
  const officer = await signedIn('officer', place)
  again()
  await officer.api.session.changePassword({ current: PASSWORD, next: NEXT })
  expect(officer.gatehouse.store?.vault.slots).toHaveLength(before - 1)
  officer.close()
  expect([await enters(place, NEXT), await entersByCode(place, recoveryCode)]).toEqual(['opens', 'opens'])
})

test('an account is closed on a store with a damaged page: people still get in', async () => {
  const { place, close } = await closable()
  const officer = await signedIn('officer', place)
  for (let n = 0; n < 20; n++) await officer.api.cadres.add({ name: `人${n}`, birth: null, unitId: null })
  const page = officer.gatehouse.store?.raw
    .prepare<[], number>("SELECT rootpage FROM sqlite_master WHERE name = 'cadre_files'")
    .pluck()
    .get()
  officer.close()
  const file = openSync(join(place.folder, 'store.db'), 'r+')
  writeSync(file, Buffer.alloc(512), 0, 512, ((page ?? 0) - 1) * 4096 + 1024)
  closeSync(file)
  expect(await enters(place)).toBe('opens')
  const security = await signedIn('secadmin', place)
  expect(await told(security.api.accounts.decide({ id: close, accept: true, reason: '试' }))).toBe('done')
  security.close()
  expect(await enters(place)).toBe('opens')
})

/** Stands for a commit that a full disk or a power cut ends: nothing of it is in the store. */
async function withoutHistory(place: Awaited<ReturnType<typeof freshStore>>['place'], login = 'officer' as const) {
  const core = await signedIn(login, place)
  core.gatehouse.store?.raw.exec(
    "CREATE TRIGGER refused BEFORE INSERT ON password_history BEGIN SELECT RAISE(ABORT, 'full'); END",
  )
  return core
}

test('a recovery that is not saved leaves the printed code and the old password in force', async () => {
  const { place, recoveryCode } = await freshStore()
  ;(await withoutHistory(place)).close()
  const core = startCore(place)
  expect(await told(core.api.session.recover({ recoveryCode, login: 'ganshi', password: NEXT }))).toMatch(/没有保存/)
  core.close()
  expect(await entersByCode(place, recoveryCode)).toBe('opens')
  expect(await enters(place)).toBe('opens')
  expect(await enters(place, NEXT)).toMatch(/^wrong-password/)
})

test.each([1, 2])('a recovery whose header is refused at its copy %i leaves the printed code in force', async nth => {
  const { place, recoveryCode } = await freshStore()
  const core = startCore(place)
  let seen = 0
  const again = refuse('renameSync', 'EIO', (_from, to) => header.test(String(to)) && ++seen === nth)
  expect(await told(core.api.session.recover({ recoveryCode, login: 'ganshi', password: NEXT }))).toMatch(
    /^store-damaged/,
  )
  again()
  core.close()
  expect(await entersByCode(place, recoveryCode)).toBe('opens')
  expect(await enters(place)).toBe('opens')
})

test('the power goes before anybody has the new code: the paper still opens', async () => {
  const { place, recoveryCode } = await freshStore()
  const core = startCore(place)
  const first = await core.api.session.recover({ recoveryCode, login: 'ganshi', password: NEXT })
  core.close()
  const other = startCore(place)
  const second = await other.api.session.recover({ recoveryCode, login: 'xitong', password: NEXT })
  await other.api.session.settleRecovery(second)
  other.close()
  expect(await entersByCode(place, recoveryCode)).toMatch(/^wrong-password/)
  expect(await entersByCode(place, first.recoveryCode)).toMatch(/^wrong-password/)
  expect(await entersByCode(place, second.recoveryCode)).toBe('opens')
})

test('a password that is told as not saved is not in force', async () => {
  const { place } = await freshStore()
  const core = await withoutHistory(place)
  expect(await told(core.api.session.changePassword({ current: PASSWORD, next: NEXT }))).toMatch(/没有保存/)
  core.close()
  expect(await enters(place)).toBe('opens')
  expect(await enters(place, NEXT)).toMatch(/^wrong-password/)
})

test('a reset that is told as not saved leaves the old password in force', async () => {
  const { place } = await freshStore()
  const officer = await signedIn('officer', place)
  const accountId = officer.gatehouse.store?.caller.id
  officer.close()
  if (!accountId) throw new Error('signed in')
  const reset = await propose(place, { kind: 'reset', accountId })
  ;(await withoutHistory(place)).close()
  const security = await signedIn('secadmin', place)
  expect(await told(security.api.accounts.decide({ id: reset, accept: true, reason: '试' }))).toMatch(/没有保存/)
  security.close()
  expect(await enters(place)).toBe('opens')
})

test.each([
  ['one copy of the header', /vault-a\.json$/],
  ['one copy of the anchor', /anchors.*-a\.json$/],
  ['the book of tries beside the store', /store[\\/]tries\.json$/],
  ['the book of tries of the computer', /machine[\\/]tries[\\/]/],
])('a bad sector under %s: the other copy takes its place', async (_what, file) => {
  const { place, recoveryCode } = await freshStore()
  refuse('readFileSync', 'EIO', path => file.test(String(path)))
  const core = startCore(place)
  expect(await core.api.session.state({})).toMatchObject({ kind: 'locked' })
  core.close()
  expect([await enters(place), await entersByCode(place, recoveryCode)]).toEqual(['opens', 'opens'])
  const other = startCore(place)
  expect(await told(other.api.backups.salvage({ key: { kind: 'recovery', code: recoveryCode } }))).toBe('done')
  other.close()
})

test('a sign-in that fails at its last step leaves nothing open', async () => {
  const { place } = await freshStore()
  const core = startCore(place)
  const again = refuseFrom(4, 'renameSync', 'ENOSPC', /tries\.json$/)
  await expect(
    core.api.session.signIn({ login: 'ganshi', password: PASSWORD, acceptClock: false }).catch(said),
  ).resolves.toMatch(/^disk-full/)
  again()
  expect(core.gatehouse.store).toBeUndefined()
  core.close()
  const open = readdirSync('/proc/self/fd').flatMap(fd => {
    try {
      return [readlinkSync(`/proc/self/fd/${fd}`)]
    } catch {
      return []
    }
  })
  expect(open.filter(name => name.startsWith(place.folder))).toEqual([])
  ;(await signInAs(place, 'ganshi', PASSWORD)).close()
})

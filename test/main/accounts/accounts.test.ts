import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { AccountId, type NewAccount, type ProposedChange } from '../../../src/shared/accounts/accounts'
import { freshStore, PASSWORD, type Place, signedIn, signInAs } from '../../helpers/harness'

const NEXT = 'Qing9=Song#Bai'
const interviewer: NewAccount = {
  login: 'tanhua',
  name: '方五',
  holder: 'A5',
  department: '干部科',
  phone: '0000-1234',
  roles: ['interviewer'],
  scope: null,
}

async function propose(place: Place, change: ProposedChange) {
  const core = await signedIn('sysadmin', place)
  const proposal = await core.api.accounts.propose({ change, reason: '工作需要' })
  core.close()
  return proposal
}
async function accept(place: Place, id: string) {
  const core = await signedIn('secadmin', place)
  const decided = await core.api.accounts.decide({ id, accept: true, reason: '同意' })
  core.close()
  return decided
}
async function open(place: Place, account: NewAccount): Promise<string> {
  const { initialPassword } = await accept(place, (await propose(place, { kind: 'open', account })).id)
  return initialPassword ?? ''
}
async function idOf(place: Place, login: string) {
  const core = await signedIn('sysadmin', place)
  const id = (await core.api.accounts.list({})).find(account => account.login === login)?.id
  core.close()
  return AccountId.parse(id)
}
test('one administrator proposes, another activates, and the holder replaces the one-time password', async () => {
  const { place } = await freshStore()
  const proposal = await propose(place, { kind: 'open', account: interviewer })
  expect(proposal).toMatchObject({ state: 'waiting', proposedByName: '程一' })
  await expect(signInAs(place, 'tanhua', PASSWORD)).rejects.toMatchObject({ code: 'wrong-password' })
  const { initialPassword, proposal: settled } = await accept(place, proposal.id)
  expect(settled).toMatchObject({ state: 'accepted', decidedByName: '沈二' })
  const core = await signInAs(place, 'tanhua', initialPassword ?? '')
  expect(core.gatehouse.store?.passwordDue()).toBe('initial')
  await expect(core.api.units.tree({})).rejects.toMatchObject({ code: 'refused' })
  await core.api.session.changePassword({ current: initialPassword ?? '', next: NEXT })
  expect(await core.api.units.tree({})).toHaveLength(1)
})

test('who proposes cannot decide, and a proposal is decided once', async () => {
  const { place } = await freshStore()
  const proposal = await propose(place, { kind: 'open', account: interviewer })
  const system = await signedIn('sysadmin', place)
  await expect(system.api.accounts.decide({ id: proposal.id, accept: true, reason: '同意' })).rejects.toMatchObject({
    code: 'forbidden',
  })
  system.close()
  const security = await signedIn('secadmin', place)
  await security.api.accounts.decide({ id: proposal.id, accept: false, reason: '材料不全' })
  await expect(security.api.accounts.decide({ id: proposal.id, accept: true, reason: '同意' })).rejects.toMatchObject({
    code: 'refused',
  })
  expect(await security.api.accounts.proposals({})).toMatchObject([{ state: 'rejected', decisionReason: '材料不全' }])
})

test('a disabled account cannot sign in until two administrators enable it', async () => {
  const { place } = await freshStore()
  const id = await idOf(place, 'ganshi')
  const system = await signedIn('sysadmin', place)
  await system.api.accounts.disable({ id, reason: '借调外出' })
  system.close()
  await expect(signedIn('officer', place)).rejects.toMatchObject({ code: 'refused' })
  await accept(place, (await propose(place, { kind: 'enable', accountId: id })).id)
  ;(await signedIn('officer', place)).close()
})

test('a reset password replaces the forgotten one', async () => {
  const { place } = await freshStore()
  const id = await idOf(place, 'ganshi')
  const { initialPassword } = await accept(place, (await propose(place, { kind: 'reset', accountId: id })).id)
  await expect(signedIn('officer', place)).rejects.toMatchObject({ code: 'wrong-password' })
  const core = await signInAs(place, 'ganshi', initialPassword ?? '')
  expect(core.gatehouse.store?.passwordDue()).toBe('initial')
})

test('closing an account re-keys the store: an old copy of the header opens nothing any more', async () => {
  const { place } = await freshStore()
  const initial = await open(place, interviewer)
  const before = await signInAs(place, 'tanhua', initial)
  await before.api.session.changePassword({ current: initial, next: NEXT })
  before.close()
  const headers = join(place.machineDir, 'old-headers')
  for (const copy of ['a', 'b']) cpSync(join(place.folder, `vault-${copy}.json`), join(headers, `vault-${copy}.json`))
  await accept(place, (await propose(place, { kind: 'close', accountId: await idOf(place, 'tanhua') })).id)
  await expect(signInAs(place, 'tanhua', NEXT)).rejects.toMatchObject({ code: 'wrong-password' })
  for (const copy of ['a', 'b']) cpSync(join(headers, `vault-${copy}.json`), join(place.folder, `vault-${copy}.json`))
  await expect(signInAs(place, 'tanhua', NEXT)).rejects.toMatchObject({ code: 'store-damaged' })
})

test('everyone else still signs in after a re-key, and the audit chain is whole', async () => {
  const { place } = await freshStore()
  await open(place, interviewer)
  await accept(place, (await propose(place, { kind: 'close', accountId: await idOf(place, 'tanhua') })).id)
  ;(await signedIn('officer', place)).close()
  const auditor = await signedIn('auditor', place)
  expect(await auditor.api.audit.verify({})).toMatchObject({ problem: null, unreadable: [] })
})

test('a key slot that no account has is dropped at the next sign-in', async () => {
  const { place } = await freshStore()
  await open(place, interviewer)
  const half = await signedIn('secadmin', place)
  const id = (await half.api.accounts.list({})).find(({ login }) => login === 'tanhua')?.id ?? ''
  // As a crash would leave it: the account is closed, its slot is still in the header.
  half.gatehouse.store?.raw.prepare("UPDATE accounts SET state = 'closed', login_key = 'x' WHERE id = ?").run(id)
  half.close()
  const next = await signedIn('officer', place)
  expect(next.gatehouse.store?.vault.slots.map(slot => slot.id)).not.toContain(id)
})

test('an older file that is put back costs no account its key', async () => {
  const { place } = await freshStore()
  const file = join(place.folder, 'store.db')
  cpSync(file, `${file}.old`)
  const initial = await open(place, interviewer)
  cpSync(file, `${file}.right`)
  cpSync(`${file}.old`, file)
  const officer = await signedIn('officer', place)
  expect(officer.gatehouse.store?.readOnly).not.toBeNull()
  officer.close()
  for (const tail of ['-wal', '-shm']) rmSync(file + tail, { force: true })
  cpSync(`${file}.right`, file)
  const again = await signInAs(place, 'tanhua', initial)
  expect(again.gatehouse.store?.readOnly).toBeNull()
})

test('a new auditor reads the earlier log once the first auditor has signed in again', async () => {
  const { place } = await freshStore()
  const second: NewAccount = { ...interviewer, login: 'shenji2', holder: 'A6', roles: ['auditor'], scope: [] }
  const initial = await open(place, second)
  const early = await signInAs(place, 'shenji2', initial)
  await early.api.session.changePassword({ current: initial, next: NEXT })
  expect((await early.api.audit.verify({})).unreadable).toHaveLength(1)
  early.close()
  ;(await signedIn('auditor', place)).close()
  const later = await signInAs(place, 'shenji2', NEXT)
  expect(await later.api.audit.verify({})).toMatchObject({ problem: null, unreadable: [] })
})

test('a phone number is shown with a reason, and the showing is audited', async () => {
  const { place } = await freshStore()
  await open(place, interviewer)
  const id = await idOf(place, 'tanhua')
  const system = await signedIn('sysadmin', place)
  expect(JSON.stringify(await system.api.accounts.list({}))).not.toContain('0000-1234')
  expect(await system.api.accounts.revealPhone({ id, reason: '通知开会' })).toEqual({ phone: '0000-1234' })
  system.close()
  const auditor = await signedIn('auditor', place)
  const { entries } = await auditor.api.audit.list({
    from: null,
    to: null,
    accountId: null,
    feature: 'accounts',
    outcome: 'done',
    text: '通知开会',
    before: null,
    limit: 10,
  })
  expect(entries).toMatchObject([{ channel: 'accounts.revealPhone', subject: `accounts:${id}` }])
})

test('an interviewer of one unit sees that unit and what is below it, and nothing else', async () => {
  const { place } = await freshStore()
  const officer = await signedIn('officer', place)
  const [root] = await officer.api.units.tree({})
  const east = await officer.api.units.add({ parentId: root?.id ?? '', name: '东片' })
  const village = await officer.api.units.add({ parentId: east.id, name: '东一村' })
  await officer.api.units.add({ parentId: root?.id ?? '', name: '西片' })
  officer.close()
  const system = await signedIn('sysadmin', place)
  expect((await system.api.units.tree({})).map(unit => unit.name)).toContain('东一村')
  system.close()
  const initial = await open(place, { ...interviewer, scope: [east.id] })
  const core = await signInAs(place, 'tanhua', initial)
  await core.api.session.changePassword({ current: initial, next: NEXT })
  expect(await core.api.units.tree({})).toEqual([{ ...east, parentId: null }, village])
})

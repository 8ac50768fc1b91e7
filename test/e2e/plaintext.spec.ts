import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AppError } from '../../src/shared/result'
import { SecrecyMark } from '../../src/shared/secrecy/secrecy.rules'
import { expect, type Running, test } from './support/app'
import { topOf, withCore } from './support/core'
import { goTo } from './support/journey'
import { createMarkers, filesBelow, findInFiles } from './support/markers'
import { textNeedles } from './support/scan'
import { placeIn, rememberStore } from './support/store'

const roles = ['sysadmin', 'secadmin', 'auditor', 'officer'] as const
const unit = '云泽检验区委组织部'

const refused = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  )

type Markers = ReturnType<typeof createMarkers>

const peopleWith = (markers: Markers) =>
  roles.map(role => ({
    role,
    login: markers.letters(`login of the ${role}`),
    name: markers.words(`name of the ${role}`),
    holder: markers.words(`holder of the ${role}`),
    department: markers.words(`department of the ${role}`),
    password: markers.password(`password of the ${role}`),
  }))

/** Sets a store up in this home. The core does it here by itself, so that keys are derived at the least cost. */
async function setUp(home: string, markers: Markers) {
  const accounts = peopleWith(markers)
  const place = placeIn(home)
  const { recoveryCode } = await withCore(place, ({ api }) =>
    api.session.create({ unit, profile: 'internal', accounts }),
  )
  markers.keep('recovery code', recoveryCode)
  markers.keep('part of the recovery code', recoveryCode.slice(0, 14))
  rememberStore(home, place.folder, unit)
  return accounts
}

/** A document that the person has dropped is described and looked at. It comes from outside of what is searched. */
async function attach({ api, page }: Running, markers: Markers): Promise<void> {
  const outside = mkdtempSync(join(tmpdir(), 'dd-outside-'))
  try {
    const file = join(outside, `${markers.words('name of an attached file')}.pdf`)
    writeFileSync(file, `%PDF-1.7\n${markers.words('content of an attachment')}`)
    const { cadre } = await api.cadres.add({ name: markers.words('name of a cadre'), birth: null, unitId: null })
    const cadreId = cadre.id
    await page.evaluate(() => {
      const input = document.createElement('input')
      Object.assign(input, { type: 'file', id: 'to-attach', hidden: true })
      document.body.append(input)
    })
    await page.locator('#to-attach').setInputFiles(file)
    const chosen = await page.evaluate(() =>
      window.dandang.drop([...(document.querySelector<HTMLInputElement>('#to-attach')?.files ?? [])]),
    )
    const token = chosen.ok ? (chosen.value?.token ?? '') : ''
    const [added] = await api.attachments.add({ cadreId, token, category: '9' })
    if (!added?.id) throw new Error('nothing was attached')
    const { id } = added
    const facts = {
      category: '9' as const,
      title: markers.words('title of an attachment'),
      documentOn: null,
      documentNumber: markers.words('number of an attachment'),
      note: markers.words('note on an attachment'),
      mark: SecrecyMark.parse('内部'),
    }
    await api.attachments.describe({ cadreId, id, facts })
    await api.attachments.open({ cadreId, id, reason: markers.words('reason to see an attachment') })
    await api.attachments.part({ cadreId, id, part: 0 })
  } finally {
    rmSync(outside, { recursive: true, force: true })
  }
}

/** Writes a marker into every kind of record that the application keeps. */
async function useEverything(
  running: Running,
  accounts: ReturnType<typeof peopleWith>,
  markers: Markers,
): Promise<void> {
  const { api } = running
  const signIn = async (role: (typeof roles)[number]): Promise<void> => {
    const account = accounts.find(each => each.role === role)
    if (!account) throw new Error(role)
    if ((await api.session.state({})).kind === 'open') await running.lock()
    await api.session.signIn({ login: account.login, password: account.password, acceptClock: false })
    // The page did not sign in itself, so it has to ask anew who did.
    await running.page.reload()
  }

  const wrong = { login: accounts[3]?.login ?? '', password: markers.password('wrong password'), acceptClock: false }
  expect(await refused(api.session.signIn(wrong))).toBe('wrong-password')
  const nobody = { ...wrong, login: markers.letters('login of nobody') }
  expect(await refused(api.session.signIn(nobody))).toBe('wrong-password')

  await signIn('officer')
  const group = await api.units.add({ parentId: await topOf(api), name: markers.words('name of a unit') })
  await api.units.rename({ id: group.id, name: markers.words('new name of a unit') })
  const gone = await api.units.add({ parentId: group.id, name: markers.words('name of a unit that is removed') })
  await api.units.remove({ id: gone.id })
  await api.drafts.save({ key: 'units.note', body: JSON.stringify({ note: markers.words('draft') }) })
  await api.drafts.save({ key: 'units.past', body: JSON.stringify({ note: markers.words('draft thrown away') }) })
  await api.drafts.discard({ key: 'units.past' })
  await attach(running, markers)
  await goTo(running.page, '单位')
  await running.page.getByLabel('按名称查找单位').fill(markers.words('search for a unit'))
  await api.shell.copyText({ text: markers.words('copied text') })

  await signIn('sysadmin')
  const open = {
    login: markers.letters('login of a new account'),
    name: markers.words('name of a new account'),
    holder: markers.words('holder of a new account'),
    department: markers.words('department of a new account'),
    phone: markers.letters('phone of a new account'),
    roles: ['interviewer' as const],
    scope: [group.id],
  }
  const propose = (login: string, reason: string) =>
    api.accounts.propose({ change: { kind: 'open', account: { ...open, login } }, reason: markers.words(reason) })
  const accepted = await propose(open.login, 'reason of a proposal')
  const rejected = await propose(markers.letters('login of a rejected account'), 'reason of a rejected proposal')
  const withdrawn = await propose(markers.letters('login of a withdrawn account'), 'reason of a withdrawn proposal')
  await api.accounts.withdraw({ id: withdrawn.id })

  await signIn('secadmin')
  const decided = await api.accounts.decide({
    id: accepted.id,
    accept: true,
    reason: markers.words('reason to accept'),
  })
  markers.keep('initial password', decided.initialPassword ?? '')
  await api.accounts.decide({ id: rejected.id, accept: false, reason: markers.words('reason to reject') })
  const policy = { ...(await api.policy.get({})), idleSeconds: 300 }
  await api.policy.change({ policy, reason: markers.words('reason of a policy') })

  await signIn('sysadmin')
  const opened = (await api.accounts.list({})).find(({ login }) => login === open.login)
  if (!opened) throw new Error('the new account is not there')
  await api.accounts.revealPhone({ id: opened.id, reason: markers.words('reason to see a phone') })
  await api.accounts.disable({ id: opened.id, reason: markers.words('reason to disable') })

  await signIn('auditor')
  await api.audit.review({ note: markers.words('note of a review') })
  await api.audit.seal({ note: markers.words('note of a seal') })
  const filter = { from: null, to: null, accountId: null, feature: null, outcome: null, before: null, limit: 50 }
  await api.audit.list({ ...filter, text: markers.words('search in the audit log') })
  await goTo(running.page, '审计')
  const current = accounts[2]?.password ?? ''
  await api.session.changePassword({ current, next: markers.password('new password') })
}

test('no text of a person is on the disk in the clear, whatever is done and however it ends', async ({
  home,
  start,
}) => {
  const markers = createMarkers()
  const accounts = await setUp(home, markers)
  const running = await start()
  await useEverything(running, accounts, markers)
  running.kill()

  expect(markers.count).toBeGreaterThan(52)
  const files = filesBelow(home)
  expect(files.filter(file => file.endsWith('store.db'))).toHaveLength(1)
  expect(findInFiles(home, markers.needles())).toEqual([])

  // The scan works: the one text that may be read, the unit's name, is found where it may be and nowhere else.
  const found = findInFiles(home, textNeedles('unit', unit)).map(line => line.replace(/^.*\//, ''))
  expect(found.toSorted()).toEqual([
    'settings.json: unit (UTF-8)',
    'vault-a.json: unit (UTF-8)',
    'vault-b.json: unit (UTF-8)',
  ])
  const open = files.filter(file => (statSync(join(home, file)).mode & 0o077) !== 0)
  expect(open.filter(file => /Dandang|担当/.test(file))).toEqual([])
})

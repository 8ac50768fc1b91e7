import { afterAll, beforeAll, expect, test } from 'vitest'
import { Day } from '../../../src/shared/dates/add-months'
import type { OpenedNote } from '../../../src/shared/sealed-notes/sealed-notes'
import { type Core, PASSWORD, signedIn, signInAs } from '../../helpers/harness'
import { contact, decide, markers, OWN, office, ownPassword } from './carers'

let made: Awaited<ReturnType<typeof office>>
let core: Core
let note: OpenedNote
// Accounts are opened one after the other, and each password is stretched: slow on a busy computer.
beforeAll(async () => {
  made = await office()
  core = made.core
  note = await core.api.sealedNotes.add({ cadreId: made.cadre, others: [made.idOf('方一诺')], contact: contact() })
}, 60_000)
afterAll(() => core.close())

/** Ends who sits there and lets another sign in. */
async function sit(login: string, password = OWN): Promise<Core> {
  core.close()
  core = await signInAs(made.place, login, password)
  return core
}

test('a record is opened by its carers; the audit log says so and nothing else', async () => {
  expect(note).toMatchObject({ name: '周启明', revision: 1, cadreId: made.cadre })
  expect(note.carers.map(({ name, state }) => `${name} ${state}`).toSorted((a, b) => a.localeCompare(b, 'zh'))).toEqual(
    ['方一诺 holds', '陆四 holds'],
  )
  const other = await sit('fang')
  const opened = await other.api.sealedNotes.open({ id: note.id })
  expect(opened.contacts[0]).toMatchObject({ asked: contact().asked, byName: '陆四' })
  const next = contact({ form: '电话', nextOn: Day.parse('2030-01-02') })
  note = await other.api.sealedNotes.write({ id: note.id, revision: 1, place: null, contact: next })
  expect(note).toMatchObject({ revision: 2, contacts: [{ byName: '陆四' }, { byName: '方一诺' }] })
  await expect(
    other.api.sealedNotes.write({ id: note.id, revision: 1, place: null, contact: next }),
  ).rejects.toMatchObject({ code: 'conflict' })

  core.close()
  core = await signedIn('auditor', made.place)
  const filter = { from: null, to: null, accountId: null, feature: 'sealedNotes', outcome: null, text: '' }
  const { entries } = await core.api.audit.list({ ...filter, before: null, limit: 50 })
  expect(entries.map(({ title }) => title).toSorted()).toEqual(
    ['写心理关怀记录', '打开心理关怀记录', '新建心理关怀记录'].toSorted(),
  )
  for (const entry of entries)
    expect(entry).toMatchObject({ subject: `sealedNotes:${note.id}`, details: null, reason: null })
  for (const marker of [...markers, '周启明', made.cadre]) expect(JSON.stringify(entries)).not.toContain(marker)
})

test.each([
  ['another officer', 'xu', OWN],
  ['the leader', 'buzhang', OWN],
  ['the 系统管理员', 'xitong', PASSWORD],
  ['the 安全保密管理员', 'baomi', PASSWORD],
  ['the 安全审计员', 'shenji', PASSWORD],
])('to %s there is nothing: every call answers as for an id that never was', async (_who, login, password) => {
  const stranger = await sit(login, password)
  const missing = crypto.randomUUID() as OpenedNote['id']
  const { sealedNotes } = stranger.api
  const answer = (call: Promise<unknown>) =>
    call.then(
      value => ({ value }),
      (error: { code: string; message: string }) => ({ code: error.code, message: error.message }),
    )
  const account = made.idOf('许闻')
  for (const ask of [
    (id: OpenedNote['id']) => sealedNotes.open({ id }),
    (id: OpenedNote['id']) => sealedNotes.write({ id, revision: 2, place: null, contact: contact() }),
    (id: OpenedNote['id']) => sealedNotes.grant({ id, revision: 2, accountId: account }),
    (id: OpenedNote['id']) => sealedNotes.withdraw({ id, revision: 2, accountId: account, why: '本人要求' }),
    (id: OpenedNote['id']) => sealedNotes.remove({ id, revision: 2, why: '登记有误' }),
  ]) {
    const got = await answer(ask(note.id))
    expect(got).toEqual(await answer(ask(missing)))
    expect(got).not.toHaveProperty('value')
  }
  if (login === 'xu') expect(await sealedNotes.list({})).toEqual([])
  else await expect(sealedNotes.list({})).rejects.toMatchObject({ code: 'forbidden' })
  const told = [
    await answer(stranger.api.notices.list({})),
    await answer(stranger.api.cadres.timeline({ id: made.cadre })),
    await answer(stranger.api.cadres.search({ text: '印记', limit: 5 })),
  ]
  expect(JSON.stringify(told)).not.toMatch(/心理|印记/)
})

test('the carer alone is reminded, by a number', async () => {
  const due = await sit('fang')
  const notices = (await due.api.notices.list({})).filter(({ id }) => id === 'sealed-notes')
  expect(notices).toEqual([
    { id: 'sealed-notes', level: 'today', title: '心理关怀', detail: '1 件到期', route: '/care/sealed' },
  ])
  expect((await due.api.sealedNotes.list({}))[0]).toMatchObject({ name: '周启明', nextOn: '2030-01-02' })
})

test("the holder's own change of password keeps it readable; a draft comes back to its author alone", async () => {
  const before = await sit('fang', OWN)
  const { asked, arranged, referredTo, form } = contact()
  const draft = {
    noteId: note.id,
    person: null,
    place: null,
    on: '2030-01-22',
    form,
    asked,
    arranged,
    referredTo,
    nextOn: '',
  }
  await before.api.sealedNotes.keepDraft({ draft })
  await before.api.session.changePassword({ current: OWN, next: 'Lv8#Shui+Qing' })
  expect(await before.api.sealedNotes.draft({})).toEqual(draft)
  const after = await sit('fang', 'Lv8#Shui+Qing')
  expect((await after.api.sealedNotes.open({ id: note.id })).contacts).toHaveLength(2)
  expect(await after.api.sealedNotes.draft({})).toEqual(draft)
  await sit('xu', OWN)
  expect(await core.api.sealedNotes.draft({})).toBeNull()
})

test('a re-key of the store leaves it readable', async () => {
  core.close()
  await decide(made.place, { kind: 'close', accountId: made.idOf('许闻') })
  core = await signedIn('officer', made.place)
  expect((await core.api.sealedNotes.open({ id: note.id })).contacts).toHaveLength(2)
})

test('a reset by administrators takes it from that carer, who is told so; the other names them anew', async () => {
  core.close()
  const initial = await decide(made.place, { kind: 'reset', accountId: made.idOf('方一诺') })
  // Nobody can be named while others know the password.
  core = await signedIn('officer', made.place)
  await expect(
    core.api.sealedNotes.grant({ id: note.id, revision: 2, accountId: made.idOf('方一诺') }),
  ).rejects.toThrow('自己改过密码')
  core.close()
  await ownPassword(made.place, 'fang', initial, 'Ri5&Chu*Dong')
  const lost = await sit('fang', 'Ri5&Chu*Dong')
  const [line] = await lost.api.sealedNotes.list({})
  expect(line).toMatchObject({ state: 'lost', name: '', lastOn: null, nextOn: null })
  expect(
    line?.carers.map(({ name, state }) => `${name} ${state}`).toSorted((a, b) => a.localeCompare(b, 'zh')),
  ).toEqual(['方一诺 lost', '陆四 holds'])
  await expect(lost.api.sealedNotes.open({ id: note.id })).rejects.toThrow('密码被重置过')
  expect(await lost.api.sealedNotes.draft({})).toBeNull()
  expect((await lost.api.notices.list({})).some(({ id }) => id === 'sealed-notes')).toBe(false)
  core.close()
  core = await signedIn('officer', made.place)
  const again = await core.api.sealedNotes.grant({ id: note.id, revision: 2, accountId: made.idOf('方一诺') })
  expect(again.carers.map(({ state }) => state)).toEqual(['holds', 'holds'])
  const back = await sit('fang', 'Ri5&Chu*Dong')
  expect((await back.api.sealedNotes.open({ id: note.id })).contacts).toHaveLength(2)
})

test('the person is found again when files become one', async () => {
  core.close()
  core = await signedIn('officer', made.place)
  const { cadre: other } = await core.api.cadres.add({ name: '周启明', birth: '1988-05', unitId: null })
  const [keep, drop] = [await core.api.cadres.get({ id: other.id }), await core.api.cadres.get({ id: made.cadre })]
  await core.api.duplicates.merge({
    keep: other.id,
    drop: made.cadre,
    revisions: { keep: keep.revision, drop: drop.revision },
    sides: [],
    takePhoto: false,
    reason: '同一人',
  })
  expect((await core.api.sealedNotes.open({ id: note.id })).cadreId).toBe(other.id)
})

test('a carer is taken off under a new key; the last one who can open it stays; then it is removed', async () => {
  const { sealedNotes } = core.api
  const fang = made.idOf('方一诺')
  await sealedNotes.withdraw({ id: note.id, revision: 2, accountId: fang, why: '换人接手' })
  const alone = await sealedNotes.open({ id: note.id })
  expect(alone).toMatchObject({ revision: 3, carers: [{ name: '陆四' }] })
  await expect(
    sealedNotes.withdraw({ id: note.id, revision: 3, accountId: alone.carers[0]?.id ?? fang, why: '本人要求' }),
  ).rejects.toThrow('没有人能打开')
  const gone = await sit('fang', 'Ri5&Chu*Dong')
  expect(await gone.api.sealedNotes.list({})).toEqual([])
  core.close()
  core = await signedIn('officer', made.place)
  await core.api.sealedNotes.remove({ id: note.id, revision: 3, why: '关爱结束' })
  expect(await core.api.sealedNotes.list({})).toEqual([])
})

test('the card for a crisis has the words that the unit has entered, and none before', async () => {
  expect(await core.api.sealedNotes.crisis({})).toBeNull()
  const card = await core.api.sealedNotes.setCrisis({ text: '先陪着，再打区里的值班电话', reason: '部务会定' })
  expect(card).toMatchObject({ text: '先陪着，再打区里的值班电话', byName: '陆四' })
  expect(await core.api.sealedNotes.setCrisis({ text: '', reason: '收回' })).toBeNull()
})

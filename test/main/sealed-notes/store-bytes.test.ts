import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openEncrypted, type Raw } from '../../../src/main/store/open'
import { newKeyPair, seal, unseal, wrap } from '../../../src/main/store/seal'
import { storeFile, vaultFiles } from '../../../src/main/store/store-paths'
import type { OpenedNote } from '../../../src/shared/sealed-notes/sealed-notes'
import { type Core, NOW, PASSWORD, signedIn, signInAs, startCore } from '../../helpers/harness'
import { contact, decide, markers, OWN, office } from './carers'

let made: Awaited<ReturnType<typeof office>>
let core: Core
let notes: OpenedNote[]
/** What the holder of the store's key can take hold of, beside the file. */
let dek: Buffer
// Accounts are opened one after the other, and each password is stretched: slow on a busy computer.
beforeAll(async () => {
  made = await office()
  core = made.core
  const { sealedNotes } = core.api
  const another = await core.api.cadres.add({ name: markers[3] ?? '', birth: null, unitId: null })
  const others = [made.idOf('方一诺')]
  notes = [
    await sealedNotes.add({ cadreId: made.cadre, others, contact: contact() }),
    await sealedNotes.add({ cadreId: made.cadre, others, contact: contact() }),
  ]
  const { form, asked, arranged, referredTo } = contact()
  const person = { id: made.cadre, name: '周启明' }
  await sealedNotes.keepDraft({
    draft: { noteId: null, person, place: null, on: '', form, asked, arranged, referredTo, nextOn: '' },
  })
  await sealedNotes.open({ id: (notes[0] as OpenedNote).id })
  expect(another.cadre.name).toBe(markers[3])
  dek = Buffer.from(core.gatehouse.store?.dek ?? [])
  core.close()
}, 60_000)
afterAll(() => core.close())

const raw = (): Raw => openEncrypted(storeFile(made.place.folder), Buffer.from(dek))
const within = <T>(work: (db: Raw) => T): T => {
  const db = raw()
  try {
    return work(db)
  } finally {
    db.close()
  }
}

/** Every value of every table, those of the search indexes too, as bytes. */
function everything(db: Raw): { table: string; bytes: Buffer }[] {
  const tables = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all() as string[]
  return tables.flatMap(table =>
    (db.prepare(`SELECT * FROM "${table}"`).raw().all() as unknown[][]).flatMap(row =>
      row.flatMap(value =>
        Buffer.isBuffer(value)
          ? [{ table, bytes: value }]
          : typeof value === 'string'
            ? [
                { table, bytes: Buffer.from(value, 'utf8') },
                { table, bytes: Buffer.from(value, 'base64') },
              ]
            : [],
      ),
    ),
  )
}
const spellings = (text: string): Buffer[] => [
  Buffer.from(text, 'utf8'),
  Buffer.from(text, 'utf16le'),
  Buffer.from(Buffer.from(text, 'utf8').toString('base64').slice(2, -4)),
]

test('with the store open under its own key, no word of a record stands in any table', () => {
  within(db => {
    const values = everything(db)
    const found = (text: string) =>
      values.filter(({ bytes }) => spellings(text).some(spelling => bytes.includes(spelling))).map(({ table }) => table)
    for (const marker of markers.slice(0, 3)) expect(found(marker)).toEqual([])
    // The search is no blind one: a name of the register is found where it belongs.
    expect(found(markers[3] ?? '')).toContain('cadres')
    const tables = new Set(['sealed_notes', 'sealed_note_keys', 'sealed_drafts', 'audit_lines', 'drafts'])
    const about = values.filter(({ table }) => tables.has(table))
    for (const text of [made.cadre, '周启明'])
      expect(about.filter(({ table, bytes }) => table !== 'audit_lines' && bytes.includes(text))).toEqual([])
    expect(db.prepare('SELECT count(*) FROM sealed_notes').pluck().get()).toBe(2)
  })
})

test('what stands in clear is a random id, a revision and the carers; lengths are rounded up', () => {
  within(db => {
    const rows = db.prepare('SELECT * FROM sealed_notes').all() as Record<string, string>[]
    expect(Object.keys(rows[0] ?? {})).toEqual(['id', 'revision', 'content'])
    // 12 bytes of iv and 16 of tag around blocks of 2048.
    for (const { content } of rows) expect((Buffer.from(content ?? '', 'base64').length - 28) % 2048).toBe(0)
    const sealed = db.prepare('SELECT * FROM sealed_note_keys').all() as Record<string, string>[]
    expect(Object.keys(sealed[0] ?? {})).toEqual(['note_id', 'account_id', 'key_print', 'sealed'])
  })
})

test.each([
  ['another officer', 'xu', OWN],
  ['the leader', 'buzhang', OWN],
  ['the 系统管理员', 'xitong', PASSWORD],
  ['the 安全保密管理员', 'baomi', PASSWORD],
  ['the 安全审计员', 'shenji', PASSWORD],
])('the private key of %s opens none of the seals', async (_who, login, password) => {
  const stranger = await signInAs(made.place, login, password)
  const own = stranger.gatehouse.store?.privateKey
  if (!own) throw new Error('not signed in')
  const privateKey = Buffer.from(own)
  const { storeId } = stranger.gatehouse.store?.vault ?? { storeId: '' }
  stranger.close()
  const rows = within(db => db.prepare('SELECT * FROM sealed_note_keys').all()) as Record<string, string>[]
  expect(rows).toHaveLength(4)
  for (const { note_id: id, account_id: account, sealed } of rows)
    expect(() => unseal(privateKey, sealed ?? '', `dandang/sealed-note-key/v1|${storeId}|${id}|${account}`)).toThrow(
      '未通过校验',
    )
})

test('the printed recovery code brings no record back: it gives the account another key pair', async () => {
  const { place, recoveryCode } = made
  const before = vaultFiles(place.folder).map(file => readFileSync(file))
  expect(before.every(bytes => !bytes.includes(markers[0] ?? ''))).toBe(true)
  const gate = startCore(place)
  await gate.api.session.recover({ recoveryCode, login: 'fang', password: 'Lv8#Shui+Qing' })
  gate.close()
  const fang = await signInAs(place, 'fang', 'Lv8#Shui+Qing')
  expect((await fang.api.sealedNotes.list({})).map(({ state }) => state)).toEqual(['lost', 'lost'])
  fang.close()
})

test('a password that others knew is no way in: the first own password brings a new key pair', async () => {
  const { place } = made
  const account = {
    login: 'he',
    name: '何苗',
    holder: 'H9',
    department: '',
    phone: '',
    roles: ['officer' as const],
    scope: null,
  }
  const initial = await decide(place, { kind: 'open', account })
  const he = await signInAs(place, 'he', initial)
  const known = Buffer.from(he.gatehouse.store?.privateKey ?? [])
  await he.api.session.changePassword({ current: initial, next: OWN })
  const chosen = Buffer.from(he.gatehouse.store?.privateKey ?? [])
  expect(known.equals(chosen)).toBe(false)
  he.close()
  const again = await signInAs(place, 'he', OWN)
  expect(again.gatehouse.store?.privateKey.equals(chosen)).toBe(true)
  again.close()
})

test('changed, swapped or rolled-back bytes are refused in plain words; nothing is lost', async () => {
  const [first, second] = notes as [OpenedNote, OpenedNote]
  const contentOf = (id: string) =>
    within(db => db.prepare('SELECT content FROM sealed_notes WHERE id = ?').pluck().get(id)) as string
  const put = (id: string, content: string) => {
    within(db => db.prepare('UPDATE sealed_notes SET content = ? WHERE id = ?').run(content, id))
    // Whoever has this computer too takes away what it remembers; the store would open read-only otherwise.
    rmSync(join(made.place.machineDir, 'anchors'), { recursive: true, force: true })
  }
  const [a, b] = [contentOf(first.id), contentOf(second.id)]
  const flipped = Buffer.from(a, 'base64')
  flipped[40] = (flipped[40] ?? 0) ^ 1
  const forged = wrap(newKeyPair().privateKey, Buffer.alloc(2048), 'anything')
  for (const [title, content] of [
    ['a flipped bit', flipped.toString('base64')],
    ['the bytes of another record', b],
    ['bytes under another key', forged],
    ['no base64', '？'],
    ['nothing', ''],
  ] as const) {
    put(first.id, content)
    core = await signedIn('officer', made.place)
    const { sealedNotes } = core.api
    expect((await sealedNotes.list({})).find(({ id }) => id === first.id)?.state, title).toBe('damaged')
    await expect(sealedNotes.open({ id: first.id }), title).rejects.toThrow('没有通过校验')
    await expect(
      sealedNotes.write({ id: first.id, revision: 1, place: null, contact: contact() }),
      title,
    ).rejects.toThrow('没有通过校验')
    expect((await sealedNotes.open({ id: second.id })).contacts, title).toHaveLength(1)
    core.close()
    expect(contentOf(first.id), title).toBe(content)
  }
  put(first.id, a)
  // An older text in the place of a newer one, or a key that was meant for another record.
  within(db => db.prepare('UPDATE sealed_notes SET revision = 2 WHERE id = ?').run(first.id))
  core = await signedIn('officer', made.place)
  await expect(core.api.sealedNotes.open({ id: first.id })).rejects.toThrow('没有通过校验')
  core.close()
  within(db => db.prepare('UPDATE sealed_notes SET revision = 1 WHERE id = ?').run(first.id))
  const swap = within(db => db.prepare('SELECT sealed FROM sealed_note_keys WHERE note_id = ?').pluck().get(second.id))
  const kept = within(db =>
    db.prepare('SELECT account_id, sealed FROM sealed_note_keys WHERE note_id = ?').all(first.id),
  )
  within(db => db.prepare('UPDATE sealed_note_keys SET sealed = ? WHERE note_id = ?').run(swap, first.id))
  core = await signedIn('officer', made.place)
  await expect(core.api.sealedNotes.open({ id: first.id })).rejects.toThrow('没有通过校验')
  core.close()
  for (const { account_id: account, sealed } of kept as Record<string, string>[])
    within(db =>
      db
        .prepare('UPDATE sealed_note_keys SET sealed = ? WHERE note_id = ? AND account_id = ?')
        .run(sealed, first.id, account),
    )
  core = await signedIn('officer', made.place)
  expect((await core.api.sealedNotes.open({ id: first.id })).contacts[0]?.asked).toBe(contact().asked)
})

test('a stranger who seals a key of their own to a carer plants nothing into a record that is there', async () => {
  core.close()
  const [first] = notes as [OpenedNote]
  core = await signedIn('officer', made.place, NOW)
  const { store } = core.gatehouse
  const publicKey = store?.keys.publicKeyOf(store.caller.id)
  const { storeId } = store?.vault ?? { storeId: '' }
  const account = store?.caller.id
  core.close()
  if (!publicKey) throw new Error('no key')
  const planted = seal(publicKey, Buffer.alloc(32, 7), `dandang/sealed-note-key/v1|${storeId}|${first.id}|${account}`)
  within(db =>
    db
      .prepare('UPDATE sealed_note_keys SET sealed = ? WHERE note_id = ? AND account_id = ?')
      .run(planted, first.id, account),
  )
  core = await signedIn('officer', made.place, NOW)
  await expect(core.api.sealedNotes.open({ id: first.id })).rejects.toThrow('没有通过校验')
})

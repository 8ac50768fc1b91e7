import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { Card } from '../../../src/shared/exchange/package'
import { tempFolder } from '../../helpers/folders'
import { signedIn } from '../../helpers/harness'
import { forge } from './forge'
import { openMutated } from './mutated'
import { change, chosen, closeAll, open, opened, pair, person, send, stores, take, target } from './pair'

test('replays, older packages and another of the same number are refused', async () => {
  const [a, b] = await pair()
  const id = await person(a.core, '林岫')
  const first = await send(a, b, { ids: [id] })
  const second = await send(a, b, { ids: [id] })
  await take(b, second.path)
  await expect(open(b, second.path)).rejects.toThrow('这个数据包（第 2 号）已经并入过')
  await expect(open(b, first.path)).rejects.toThrow('这是第 1 号，比已并入的第 2 号旧')
  const third = await send(a, b, { ids: [id] })
  expect(third.number).toBe(3)
  // Opened and not yet applied it is shown again to whoever has opened it, and can be given up.
  const arrival = await opened(b, third.path)
  expect(await opened(b, third.path)).toBe(arrival)
  await b.core.api.exchange.discard({ id: arrival })
  expect(await opened(b, third.path)).not.toBe(arrival)
  closeAll(a, b)
})

test('a package for another store, from an unknown one, or of one that was stopped is refused', async () => {
  const [a, b, c] = await stores(3)
  if (!a || !b || !c) throw new Error('three')
  const id = await person(a.core, '林岫')
  const { path } = await send(a, b, { ids: [id] })
  await expect(open(c, path)).rejects.toThrow('不是加密给本库的')

  const [x, y] = await pair()
  const stranger = await person(x.core, '林岫')
  const theirs = await send(x, y, { ids: [stranger], passphrase: '山高水长路远人稀一二三' })
  await expect(open(a, theirs.path)).rejects.toMatchObject({ details: { needsPassphrase: true } })
  await expect(open(a, theirs.path, '山高水长路远人稀一二四')).rejects.toThrow('口令不对')
  await expect(open(a, theirs.path, '山高水长路远人稀一二三')).rejects.toThrow('发送方不在往来单位里')
  expect((await open(y, theirs.path, '山高水长路远人稀一二三')).kind).toBe('package')

  b.core.close()
  const security = await signedIn('secadmin', b.place)
  await security.api.exchange.setStopped({ id: a.id, stopped: true, reason: '停止往来' })
  security.close()
  const officer = await signedIn('officer', b.place)
  await expect(open({ ...b, core: officer }, path)).rejects.toThrow('往来已经停止')
  officer.close()
  closeAll(a, c, x, y)
}, 120_000)

test('a card counts only once the digits that were read out are the ones of the card', async () => {
  const [a, b] = await pair()
  const { path } = await send(a, b, { ids: [await person(a.core, '林岫')] })
  a.core.close()
  b.core.close()
  const sender = await signedIn('secadmin', a.place)
  const saved = target(sender, 'card.ddcard')
  const { fingerprint } = await sender.api.exchange.saveCard({ target: saved.token })
  await expect(sender.api.exchange.importCard({ token: chosen(sender, saved.path) })).rejects.toThrow('本库自己的名片')
  sender.close()
  const security = await signedIn('secadmin', b.place)
  const { api } = security
  await expect(api.exchange.importCard({ token: chosen(security, path) })).rejects.toThrow('不是单位名片文件')
  // Another card of the same store, as somebody on the way would slip it in, must be confirmed anew.
  const swapped = join(tempFolder(), 'swapped.ddcard')
  const card = Card.parse(JSON.parse(readFileSync(saved.path, 'utf8')))
  writeFileSync(swapped, JSON.stringify({ ...card, unit: '另一个单位' }))
  expect(await api.exchange.importCard({ token: chosen(security, swapped) })).toMatchObject({ confirmedAt: null })
  await expect(api.exchange.confirmPartner({ id: a.id, digits: fingerprint })).rejects.toThrow('与名片上的指纹不符')
  const [partner] = await api.exchange.partners({})
  expect(JSON.stringify(partner)).not.toMatch(/\d{5} \d{5}/)
  security.close()
  const officer = await signedIn('officer', b.place)
  await expect(open({ ...b, core: officer }, path)).rejects.toThrow('还没有核对指纹')
  officer.close()
}, 60_000)

test('whatever byte is another one, the package is refused and nothing is kept', async () => {
  const [a, b] = await pair()
  const id = await person(a.core, '林岫', { nation: '汉族' })
  const { path } = await send(a, b, { ids: [id] })
  const bytes = readFileSync(path)
  const { api } = b.core
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, other) => {
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ other
      expect(await openMutated(b, path, changed)).not.toBe('opened')
    }),
    { numRuns: 150 },
  )
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), async length => {
      expect(await openMutated(b, path, bytes.subarray(0, length))).not.toBe('opened')
    }),
    { numRuns: 40 },
  )
  expect((await api.exchange.received({ offset: 0, limit: 10 })).total).toBe(0)
  expect(await take(b, path)).toMatchObject({ added: 1 })
  closeAll(a, b)
}, 120_000)

test('a newer format, another signature and content that is none are refused, though the encryption is whole', async () => {
  const [a, b] = await pair()
  const forged = await forge(a, b)
  const nobody = { people: [], accounts: {} }
  const of = (value: unknown, key = 'file.nation') => ({
    people: [
      {
        id: crypto.randomUUID(),
        aliases: [],
        name: '林岫',
        sex: null,
        birth: null,
        idNumber: '',
        unitName: '',
        values: { [key]: { value, versions: { [crypto.randomUUID()]: 1 } } },
      },
    ],
    accounts: {},
  })
  const newer = await forged({ people: 0 }, nobody, { twist: packed => ((packed[16] = 2), packed) })
  await expect(open(b, newer)).rejects.toThrow('由更新版本的程序制作')
  const unsigned = await forged({ people: 0 }, nobody, {
    twist: packed => ((packed[40] = (packed[40] ?? 0) ^ 1), packed),
  })
  await expect(open(b, unsigned)).rejects.toThrow('签名与往来单位名片上的不符')
  const elsewhere = await forged({ people: 0, to: a.id }, nobody)
  await expect(open(b, elsewhere)).rejects.toThrow('不是发给本库的')
  await expect(open(b, await forged({ people: 2 }, nobody))).rejects.toThrow('不合数据包的格式')
  await expect(open(b, await forged({ people: 0 }, { people: 'x' }))).rejects.toThrow('不合数据包的格式')
  for (const bad of [
    of(12),
    of('x'.repeat(19)),
    of('x', 'file.id'),
    of('x', 'file.unitId'),
    of('x', 'honours:1'),
    of({}, 'desks:1'),
  ])
    await expect(open(b, await forged({}, bad))).rejects.toThrow('第 1 人的内容不合本程序的格式')
  expect((await open(b, await forged({}, of('汉族')))).kind).toBe('package')
  const junk = join(tempFolder(), 'junk.ddx')
  writeFileSync(junk, 'PK\u0003\u0004')
  await expect(open(b, junk)).rejects.toThrow('这不是数据包或回执')
  closeAll(a, b)
}, 60_000)

test('a receipt for a package that was never sent is refused', async () => {
  const [a, b] = await pair()
  const forged = await forge(a, b)
  const outcome = { added: 0, changed: 0, same: 0, skipped: 0, decidedTaken: 0, decidedKept: 0 }
  const path = await forged({ kind: 'receipt' }, { packageId: crypto.randomUUID(), number: 1, outcome })
  await expect(open(b, path)).rejects.toThrow('不是本库发给这个单位的')
  closeAll(a, b)
})

test('a store that came back from a backup numbers its changes anew, and what it lost is asked about', async () => {
  const [a, b] = await pair()
  const id = await person(a.core, '林岫', { nation: '汉族' })
  await take(b, (await send(a, b, { ids: [id] })).path)
  // As after a backup: the other side has a number that is not known here, and changes of which nothing is left.
  const store = a.core.gatehouse.store
  if (!store) throw new Error('signed in')
  await store.root.updateTable('exchangePartners').set({ lastSent: 0 }).execute()
  const { writer } = await store.root.selectFrom('exchangeIdentity').select('writer').executeTakeFirstOrThrow()
  await change(b.core, id, { nation: '满族' })
  await change(a.core, id, { nation: '回族' })
  const arrival = await opened(a, (await send(b, a, { ids: [id] })).path)
  expect((await store.root.selectFrom('exchangeIdentity').selectAll().executeTakeFirstOrThrow()).writer).not.toBe(
    writer,
  )
  expect(await a.core.api.exchange.arrival({ id: arrival })).toMatchObject({ counts: { conflict: 1 } })
  await a.core.api.exchange.decideAll({ id: arrival, choice: 'keep' })
  await a.core.api.exchange.apply({ id: arrival, unitId: null })
  const again = await send(a, b, { ids: [id] })
  expect(again.number).toBe(2)
  expect(await take(b, again.path)).toMatchObject({ changed: 1, decidedTaken: 0 })
  closeAll(a, b)
}, 60_000)

import { beforeAll, describe, expect, test } from 'vitest'
import { canonicalJson } from '../../../src/main/store/canonical-json'
import { FLOOR_PARAMS } from '../../../src/main/store/kdf'
import { newKeyPair, publicKeyFor, seal, sha256 } from '../../../src/main/store/seal'
import {
  promoted,
  publicKeyOf,
  recoveryPublicKey,
  unlock,
  unlockWithRecovery,
  type Vault,
  withLabel,
  withLogin,
  withNewRecovery,
  withNextDek,
  withoutFormer,
  withoutSlot,
  withPassword,
  withSlot,
} from '../../../src/main/store/vault'
import { parseVault, printVault } from '../../../src/main/store/vault-format'
import { ALICE, alice, BOB, bob, CAROL, codeOf, expectCode, machineSecret, newVault, STORE_ID } from './fixtures'

let made: Awaited<ReturnType<typeof newVault>>
beforeAll(async () => {
  made = await newVault()
})

const open = (vault: Vault | readonly Vault[], { login, password }: { login: string; password: string }) =>
  unlock(vault, { login, password, machineSecret })

/** A header changed by someone without any key: the checksum is made right again, the MAC cannot be. */
function forged(vault: Vault, change: (draft: Record<string, unknown> & Vault) => unknown): Vault {
  const draft = structuredClone(vault) as Vault & Record<string, unknown>
  change(draft)
  const { checksum: _checksum, ...rest } = draft
  return { ...rest, checksum: sha256(canonicalJson(rest)).toString('base64') }
}
type Draft = { -readonly [K in keyof Vault]: Vault[K] }
type DraftSlot = Record<string, unknown>
const slotsOf = (vault: Vault) => vault.slots as unknown as DraftSlot[]

describe('unlocking', () => {
  test('every account reaches the same DEK with a key pair of its own', async () => {
    const a = await open(made.vault, alice)
    const b = await open(made.vault, bob)
    expect([a.slotId, b.slotId]).toEqual([ALICE, BOB])
    expect(a.dek).toEqual(made.dek)
    expect(b.dek).toEqual(made.dek)
    expect(publicKeyFor(a.privateKey)).toEqual(publicKeyOf(made.vault, ALICE))
    expect(a.privateKey).not.toEqual(b.privateKey)
    expect(a.nextDek).toBeUndefined()
  })

  test('the password is the same in any spelling of the input method', async () => {
    expect((await open(made.vault, { login: '张三', password: '口令-甲-A' })).slotId).toBe(ALICE)
  })

  test.each([
    ['wrong password', { ...alice, password: '口令-丙' }],
    ['password of another account', { ...alice, password: bob.password }],
    ['unknown login', { ...alice, login: '王五' }],
    ['empty password', { ...alice, password: '' }],
  ])('%s', (_name, who) => expectCode('wrong-password', () => open(made.vault, who)))

  test('right password, wrong machine secret', () =>
    expectCode('wrong-password', () => unlock(made.vault, { ...alice, machineSecret: Buffer.alloc(32, 8) })))

  test('the header tells neither logins nor secrets', () => {
    const text = printVault(made.vault)
    for (const word of [
      alice.login,
      bob.login,
      alice.password,
      made.dek.toString('base64'),
      made.dek.toString('hex'),
    ]) {
      expect(text).not.toContain(word)
    }
    expect(text).not.toContain(machineSecret.toString('base64'))
    expect(text).not.toContain(made.recoveryCode)
  })
})

describe('recovery', () => {
  test('on a new PC the code brings back the DEK and the machine secret, and with it every password', async () => {
    const recovered = await unlockWithRecovery(parseVault(printVault(made.vault)), made.recoveryCode)
    expect(recovered.dek).toEqual(made.dek)
    expect(recovered.machineSecret).toEqual(machineSecret)
    expect(publicKeyFor(recovered.privateKey)).toEqual(recoveryPublicKey(made.vault))
    const again = await unlock(made.vault, { ...bob, machineSecret: recovered.machineSecret })
    expect(again.slotId).toBe(BOB)
  })

  test('a mistyped code is told from the code of another store', async () => {
    const wrong = made.recoveryCode.replace(/^./, c => (c === 'A' ? 'B' : 'A'))
    await expectCode('invalid-input', () => unlockWithRecovery(made.vault, wrong))
    const other = await newVault([alice])
    await expectCode('wrong-password', () => unlockWithRecovery(made.vault, other.recoveryCode))
  })

  test('a new code ends the old one once it was written down', async () => {
    const first = withNewRecovery(made.vault, made.dek, { machineSecret, isFormer: false })
    expect(await unlockWithRecovery(first.vault, first.recoveryCode)).toMatchObject({ machineSecret, isFormer: false })
    const former = await unlockWithRecovery(first.vault, made.recoveryCode)
    expect(former).toMatchObject({ machineSecret, isFormer: true })
    // Nobody has the first new code: whoever comes with the paper again gets another one, and the paper counts on.
    const second = withNewRecovery(first.vault, made.dek, { machineSecret, isFormer: true })
    await expectCode('wrong-password', () => unlockWithRecovery(second.vault, first.recoveryCode))
    expect((await unlockWithRecovery(second.vault, made.recoveryCode)).isFormer).toBe(true)
    const nextDek = Buffer.alloc(32, 7)
    const turned = promoted(withNextDek(second.vault, made.dek, nextDek), made.dek, nextDek)
    expect((await unlockWithRecovery(turned, made.recoveryCode)).dek).toEqual(nextDek)
    const settled = withoutFormer(turned, nextDek)
    await expectCode('wrong-password', () => unlockWithRecovery(settled, made.recoveryCode))
    expect((await unlockWithRecovery(settled, second.recoveryCode)).dek).toEqual(nextDek)
    expect((await open(settled, alice)).dek).toEqual(nextDek)
  })
})

describe('changes', () => {
  const carol = { id: CAROL, login: '王五', password: '口令-丙', machineSecret, kdf: FLOOR_PARAMS }

  test('an account is added and taken away', async () => {
    const more = await withSlot(made.vault, made.dek, carol)
    expect(more.generation).toBe(made.vault.generation + 1)
    expect((await open(more, carol)).dek).toEqual(made.dek)
    const less = withoutSlot(more, made.dek, ALICE)
    await expectCode('wrong-password', () => open(less, alice))
    expect((await open(less, bob)).slotId).toBe(BOB)
    await expectCode('not-found', () => withoutSlot(less, made.dek, ALICE))
  })

  test('a login is used once', async () => {
    await expectCode('conflict', () => withSlot(made.vault, made.dek, { ...carol, login: alice.login }))
    await expectCode('conflict', () => withSlot(made.vault, made.dek, { ...carol, id: BOB }))
    await expectCode('conflict', () => withLogin(made.vault, made.dek, { id: BOB, login: alice.login, machineSecret }))
  })

  test('the last account stays', async () => {
    const { vault, dek } = await newVault([alice])
    await expectCode('refused', () => withoutSlot(vault, dek, ALICE))
  })

  test('own change of password keeps the key pair, a reset by others makes a new one', async () => {
    const { privateKey } = await open(made.vault, alice)
    const secrets = { id: ALICE, password: '新口令', machineSecret, kdf: FLOOR_PARAMS }
    const own = await withPassword(made.vault, made.dek, { ...secrets, privateKey })
    const reset = await withPassword(made.vault, made.dek, secrets)
    expect((await open(own, { ...alice, password: '新口令' })).privateKey).toEqual(privateKey)
    expect((await open(reset, { ...alice, password: '新口令' })).privateKey).not.toEqual(privateKey)
    await expectCode('wrong-password', () => open(own, alice))
    await expectCode('wrong-password', () => open(reset, alice))
  })

  test('another login, another label', async () => {
    const renamed = withLogin(made.vault, made.dek, { id: BOB, login: '李四', machineSecret })
    expect((await open(renamed, { ...bob, login: '李四' })).slotId).toBe(BOB)
    await expectCode('wrong-password', () => open(renamed, bob))
    expect(withLabel(made.vault, made.dek, '某市委组织部').label).toBe('某市委组织部')
  })

  test('nothing is changed without the DEK', async () => {
    const stranger = Buffer.alloc(32, 5)
    await expectCode('store-damaged', () => withoutSlot(made.vault, stranger, ALICE))
    await expectCode('store-damaged', () => withSlot(made.vault, stranger, carol))
    await expectCode('store-damaged', () => withNextDek(made.vault, stranger, stranger))
  })
})

describe('a new DEK for everyone without any password', () => {
  const nextDek = Buffer.alloc(32, 0xab)

  test('both keys while it lasts, the new one afterwards', async () => {
    const pending = withNextDek(made.vault, made.dek, nextDek)
    const during = await open(pending, bob)
    expect([during.dek, during.nextDek]).toEqual([made.dek, nextDek])
    const after = promoted(pending, made.dek, nextDek)
    expect(await open(after, alice)).toMatchObject({ dek: nextDek })
    expect((await open(after, bob)).nextDek).toBeUndefined()
    expect((await unlockWithRecovery(after, made.recoveryCode)).dek).toEqual(nextDek)
    expect((await unlockWithRecovery(after, made.recoveryCode)).machineSecret).toEqual(machineSecret)
  })

  test('blocks other changes until it is settled', async () => {
    const pending = withNextDek(made.vault, made.dek, nextDek)
    await expectCode('conflict', () => withoutSlot(pending, made.dek, ALICE))
    await expectCode('conflict', () => withNextDek(pending, made.dek, nextDek))
  })

  test('whoever was removed gets nothing from the new header', async () => {
    const without = withoutSlot(made.vault, made.dek, BOB)
    const after = promoted(withNextDek(without, made.dek, nextDek), made.dek, nextDek)
    await expectCode('wrong-password', () => open(after, bob))
    expect((await open(made.vault, bob)).dek).not.toEqual(nextDek)
  })
})

describe('a changed header is rejected', () => {
  const swapField = (field: string) => (draft: Draft) => {
    const [a, b] = slotsOf(draft)
    if (a && b) [a[field], b[field]] = [b[field], a[field]]
  }
  test.each([
    ['slot id', swapField('id')],
    ['login', swapField('loginHash')],
    ['salt', swapField('salt')],
    ['public key', swapField('publicKey')],
    ['private key', swapField('privateKey')],
    ['sealed DEK', swapField('dek')],
    ['order', (draft: Draft) => Object.assign(draft, { slots: slotsOf(draft).toReversed() })],
    ['slot removed', (draft: Draft) => slotsOf(draft).pop()],
    ['label', (draft: Draft) => Object.assign(draft, { label: '另一个部' })],
    ['store id', (draft: Draft) => Object.assign(draft, { storeId: CAROL })],
    ['date', (draft: Draft) => Object.assign(draft, { createdAt: '2031-01-01T09:00:00.000Z' })],
    ['generation', (draft: Draft) => Object.assign(draft, { generation: 99 })],
    ['next DEK added', (draft: Draft) => Object.assign(slotsOf(draft)[0] ?? {}, { nextDek: slotsOf(draft)[0]?.dek })],
    [
      'weaker derivation within the range',
      (draft: Draft) => Object.assign(slotsOf(draft)[0] ?? {}, { kdf: { ...FLOOR_PARAMS, passes: 3 } }),
    ],
  ])('%s', async (_name, change) => {
    expect(['store-damaged', 'wrong-password']).toContain(await codeOf(() => open(forged(made.vault, change), alice)))
  })

  test('a stranger’s slot with a stranger’s DEK', async () => {
    const evil = await newVault([{ id: CAROL, login: '王五', password: '口令-丙' }])
    const planted = forged(made.vault, draft => slotsOf(draft).push(slotsOf(evil.vault)[0] ?? {}))
    await expectCode('store-damaged', () => open(planted, { login: '王五', password: '口令-丙' }))
    await expectCode('store-damaged', () => open(planted, alice))
  })

  test('a public key put in to catch the next DEK', async () => {
    const thief = newKeyPair()
    const planted = forged(made.vault, draft => {
      const [, second] = slotsOf(draft)
      if (!second) return
      second.publicKey = thief.publicKey.toString('base64')
      second.dek = seal(thief.publicKey, made.dek, `dandang/dek/v1|${STORE_ID}|${BOB}`)
    })
    await expectCode('store-damaged', () => open(planted, alice))
    await expectCode('store-damaged', () => withNextDek(planted, made.dek, Buffer.alloc(32, 1)))
  })

  test('derivation out of range is refused before it is run', async () => {
    const cheap = forged(made.vault, draft =>
      Object.assign(slotsOf(draft)[0] ?? {}, { kdf: { name: 'argon2id', memoryKib: 8, passes: 1, lanes: 1 } }),
    )
    await expectCode('store-damaged', () => parseVault(printVault(cheap)))
    await expectCode('store-damaged', () => open(cheap, alice))
  })
})

describe('two copies', () => {
  test('a changed copy gives way to the good one', async () => {
    const bad = forged(made.vault, draft => Object.assign(draft, { generation: 50, label: '改' }))
    expect((await open([bad, made.vault], alice)).vault).toBe(made.vault)
    const swapped = forged(made.vault, draft => Object.assign(slotsOf(draft)[0] ?? {}, { privateKey: 'AAAA' }))
    expect((await open([swapped, made.vault], alice)).vault).toBe(made.vault)
    expect((await unlockWithRecovery([bad, made.vault], made.recoveryCode)).dek).toEqual(made.dek)
  })

  test('an old copy does not bring an old password back', async () => {
    const secrets = { id: ALICE, password: '新口令', machineSecret, kdf: FLOOR_PARAMS }
    const changed = await withPassword(made.vault, made.dek, secrets)
    await expectCode('wrong-password', () => open([changed, made.vault], alice))
  })
})

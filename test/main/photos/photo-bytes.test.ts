import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { migrate } from '../../../src/main/store/migrate'
import { migrations } from '../../../src/main/store/migrations'
import { closeStore, openEncrypted } from '../../../src/main/store/open'
import { signedIn } from '../../helpers/harness'
import { bringIn, forms, grant, laidAside, person, picture } from '../imports/people'
import { dek, tempFolder } from '../store/fixtures'

test('pictures of a store from before move with their rows, those that lie staged too', () => {
  const raw = openEncrypted(join(tempFolder(), 'store.db'), dek, { create: true })
  onTestFinished(() => closeStore(raw))
  migrate(
    raw,
    migrations.filter(({ version }) => version < 14),
  )
  const hash = (letter: string): string => letter.repeat(64)
  raw.pragma('foreign_keys = OFF')
  raw.exec(`
    INSERT INTO photos (rowid, id, cadre_id, kind, sha256, shown, bytes) VALUES
      (3, 'a', 'one', 'jpeg', '${hash('a')}', 0, x'aa'), (7, 'b', 'one', 'png', '${hash('b')}', 1, x'bb');
    INSERT INTO import_photos (rowid, batch_id, place, kind, sha256, bytes) VALUES
      (1, 'batch', 4, 'bmp', '${hash('c')}', x'cc'), (2, 'batch', 5, 'jpeg', '${hash('d')}', x'dd');`)
  raw.pragma('foreign_keys = ON')
  const before = raw.pragma('foreign_key_check')
  expect(before).not.toEqual([])
  // Nobody's people stand in the way of the check alone.
  const up = migrations.find(({ version }) => version === 14)?.up
  raw.pragma('foreign_keys = OFF')
  up?.(raw)
  raw.pragma('foreign_keys = ON')
  const joined = (table: string, key: string) =>
    raw
      .prepare(
        `SELECT ${key}, kind, sha256, hex(bytes) AS bytes FROM ${table} JOIN photo_bytes ON key = bytes_key ORDER BY 1`,
      )
      .all()
  expect(joined('photos', 'id || shown AS id')).toEqual([
    { id: 'a0', kind: 'jpeg', sha256: hash('a'), bytes: 'AA' },
    { id: 'b1', kind: 'png', sha256: hash('b'), bytes: 'BB' },
  ])
  expect(joined('import_photos', 'place')).toEqual([
    { place: 4, kind: 'bmp', sha256: hash('c'), bytes: 'CC' },
    { place: 5, kind: 'jpeg', sha256: hash('d'), bytes: 'DD' },
  ])
})

test('a staged picture becomes the portrait, goes when it is not taken, and is kept once', async () => {
  const core = await signedIn('officer')
  const kept = () => core.gatehouse.store?.raw.prepare('SELECT count(*) FROM photo_bytes').pluck().get()
  const who = { '1.lrmx': person('单雄信', '1984-03') }
  await bringIn(core, forms(who, picture(1)))
  expect(kept()).toBe(1)
  const { rows } = await core.api.imports.history({ offset: 0, limit: 1 })
  expect(rows[0]?.added).toBe(1)

  // The same picture again: nothing to take.
  const same = await core.api.imports.stage(grant(core, forms(who, picture(1))))
  expect(kept()).toBe(2)
  await core.api.imports.discard({ batchId: same.id })
  expect([kept(), laidAside(core)]).toEqual([1, 0])

  // Another one is taken in the first one's place, which stays.
  const other = await core.api.imports.stage(grant(core, forms(who, picture(2))))
  await core.api.imports.choose({ batchId: other.id, which: { places: [0] }, fate: { kind: 'merge', cadreId: null } })
  await core.api.imports.takeAll({ batchId: other.id, which: { places: [0] }, taking: 'everything' })
  await core.api.imports.confirm({ batchId: other.id })
  expect([kept(), laidAside(core)]).toEqual([2, 0])

  // The first one once more: it is shown again and not kept twice.
  const back = await core.api.imports.stage(grant(core, forms(who, picture(1))))
  await core.api.imports.takeAll({ batchId: back.id, which: { places: [0] }, taking: 'everything' })
  await core.api.imports.confirm({ batchId: back.id })
  expect([kept(), laidAside(core)]).toEqual([2, 0])
  const [found] = await core.api.cadres.search({ text: '单雄信', limit: 1 })
  if (!found) throw new Error('nobody was found')
  const { photo } = await core.api.cadres.get({ id: found.id })
  if (!photo) throw new Error('no portrait is shown')
  const { bytes } = await core.api.photos.show({ cadreId: found.id, id: photo })
  expect(Buffer.from(bytes)).toEqual(Buffer.from(picture(1)))
})

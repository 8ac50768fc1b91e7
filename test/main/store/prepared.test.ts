import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { migrate } from '../../../src/main/store/migrate'
import { migrations } from '../../../src/main/store/migrations'
import { closeStore, kyselyOver, openEncrypted } from '../../../src/main/store/open'
import { prepared } from '../../../src/main/store/prepared'
import type { Tables } from '../../../src/main/store/schema'
import { dek, tempFolder } from './fixtures'

function store() {
  const raw = openEncrypted(join(tempFolder(), 'store.db'), dek, { create: true })
  onTestFinished(() => closeStore(raw))
  return { raw, db: kyselyOver<Tables>(raw) }
}
type Kept = Tables['rosterColumns']
const names = { signature: '', columns: '', setAt: '' }
const put = prepared(names, (db, row: Kept) =>
  db
    .insertInto('rosterColumns')
    .values(row)
    .onConflict(conflict => conflict.column('signature').doUpdateSet({ columns: row.columns, setAt: row.setAt }))
    .returning(['setAt']),
)

test('a query that was put together once is filled in with each call’s values, wherever they stand', async () => {
  const { raw, db } = store()
  migrate(raw, migrations)
  expect(await put(db, { signature: 'a', columns: '[]', setAt: '1' })).toEqual([{ setAt: '1' }])
  expect(await put(db, { signature: 'b', columns: '[]', setAt: '2' })).toEqual([{ setAt: '2' }])
  expect(await put(db, { signature: 'a', columns: '[1]', setAt: '3' })).toEqual([{ setAt: '3' }])
  expect(await db.selectFrom('rosterColumns').selectAll().orderBy('signature').execute()).toEqual([
    { signature: 'a', columns: '[1]', setAt: '3' },
    { signature: 'b', columns: '[]', setAt: '2' },
  ])
})

test('statements that are kept see a table that has changed, and more of them than are kept still work', async () => {
  const { raw, db } = store()
  migrate(raw, migrations)
  const all = () => db.selectFrom('rosterColumns').selectAll().execute()
  await put(db, { signature: 'a', columns: '[]', setAt: '1' })
  expect(await all()).toHaveLength(1)
  raw.exec("ALTER TABLE roster_columns ADD COLUMN more TEXT NOT NULL DEFAULT 'x'")
  expect(await all()).toEqual([{ signature: 'a', columns: '[]', setAt: '1', more: 'x' }])
  for (let count = 1; count <= 600; count += 1) {
    const asked = Array.from({ length: count }, (_each, n) => (n === 0 ? 'a' : `${n}`))
    const found = await db.selectFrom('rosterColumns').select('signature').where('signature', 'in', asked).execute()
    expect(found).toEqual([{ signature: 'a' }])
  }
  expect(await put(db, { signature: 'a', columns: '[]', setAt: '4' })).toEqual([{ setAt: '4' }])
})

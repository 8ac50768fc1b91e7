import { join } from 'node:path'
import { expect, test } from 'vitest'
import { migrate } from '../../../src/main/store/migrate'
import { migrations } from '../../../src/main/store/migrations'
import { kyselyOver, openEncrypted } from '../../../src/main/store/open'
import type { Tables } from '../../../src/main/store/schema'
import { toStoreError } from '../../../src/main/store/store-errors'
import { transact } from '../../../src/main/store/transact'
import { tempFolder } from '../../helpers/folders'

function open() {
  const raw = openEncrypted(join(tempFolder(), 'store.db'), Buffer.alloc(32, 5), { create: true })
  migrate(raw, migrations)
  return { raw, root: kyselyOver<Tables>(raw) }
}
const policy = { adoptedAt: '2030-01-01T00:00:00.000Z', body: '{}' }

test('what fails leaves nothing, and what failed is told', async () => {
  const { raw, root } = open()
  const failing = transact(root, raw, async db => {
    await db.insertInto('policies').values(policy).execute()
    throw new Error('the reason')
  })
  await expect(failing).rejects.toThrow('the reason')
  expect(await root.selectFrom('policies').selectAll().execute()).toEqual([])
})

test('a full store says so, whoever rolled back', async () => {
  const { raw, root } = open()
  raw.pragma(`max_page_count = ${String(raw.pragma('page_count', { simple: true }))}`)
  const filling = transact(root, raw, async db => {
    for (let i = 0; i < 1000; i++)
      await db
        .insertInto('policies')
        .values({ ...policy, body: JSON.stringify('x'.repeat(5000)) })
        .execute()
  })
  const error = toStoreError(await filling.catch((reason: unknown) => reason))
  expect(error.code).toBe('disk-full')
  expect(raw.inTransaction).toBe(false)
  raw.pragma('max_page_count = 1000000')
  await transact(root, raw, db => db.insertInto('policies').values(policy).execute())
  expect(await root.selectFrom('policies').selectAll().execute()).toHaveLength(1)
})

import { join } from 'node:path'
import { expect, test } from 'vitest'
import { migrate } from '../../../src/main/store/migrate'
import { migrations } from '../../../src/main/store/migrations'
import { openEncrypted } from '../../../src/main/store/open'
import { declaredColumns } from '../../../src/main/store/schema'
import { tempFolder } from '../../helpers/folders'

const key = Buffer.alloc(32, 3)
const open = () => openEncrypted(join(tempFolder(), 'store.db'), key, { create: true })
const snake = (name: string) => name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)

test('declared tables are the migrated store, column by column', () => {
  const raw = open()
  migrate(raw, migrations)
  const names = raw
    .prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT GLOB '*_search*'",
    )
    .pluck()
    .all()
  expect(Object.keys(declaredColumns).map(snake).toSorted()).toEqual(names.map(String).toSorted())
  for (const [table, columns] of Object.entries(declaredColumns)) {
    const found = raw.pragma(`table_info(${snake(table)})`) as { name: string; type: string }[]
    const real = Object.fromEntries(found.map(column => [column.name, column.type]))
    expect(real, table).toEqual(Object.fromEntries(Object.entries(columns).map(([name, type]) => [snake(name), type])))
  }
})

test('every version can be reached from every earlier one', () => {
  for (let stop = 0; stop <= migrations.length; stop++) {
    const raw = open()
    migrate(raw, migrations.slice(0, stop))
    expect(migrate(raw, migrations)).toBe(migrations.length - stop)
    expect(raw.pragma('integrity_check', { simple: true })).toBe('ok')
  }
})

test('every table is strict', () => {
  const raw = open()
  migrate(raw, migrations)
  const loose = (raw.pragma('table_list') as { name: string; strict: number; schema: string }[]).filter(
    table =>
      table.schema === 'main' &&
      !table.name.startsWith('sqlite_') &&
      !table.name.includes('_search') &&
      table.strict !== 1,
  )
  expect(loose).toEqual([])
})

test.each([
  ['units of a parent', 'SELECT * FROM units WHERE parent_id = ? ORDER BY position', 'units_by_parent'],
  [
    'past passwords',
    'SELECT digest FROM password_history WHERE account_id = ? ORDER BY seq DESC',
    'password_history_by_account',
  ],
  ['waiting proposals', 'SELECT * FROM proposals WHERE state = ?', 'proposals_by_state'],
])('%s are found through an index', (_name, sql, index) => {
  const raw = open()
  migrate(raw, migrations)
  const plan = raw.prepare(`EXPLAIN QUERY PLAN ${sql}`).all('x') as { detail: string }[]
  expect(plan.map(step => step.detail).join()).toContain(index)
})

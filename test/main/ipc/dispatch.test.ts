import { expect, test } from 'vitest'
import { signedIn } from '../../helpers/harness'

const everything = {
  from: null,
  to: null,
  accountId: null,
  feature: null,
  outcome: null,
  text: '',
  before: null,
  limit: 500,
}
const lineCount = (core: Awaited<ReturnType<typeof signedIn>>): number =>
  core.gatehouse.store?.raw.prepare('SELECT count(*) FROM audit_lines').pluck().get() as number

async function rootOf(core: Awaited<ReturnType<typeof signedIn>>) {
  const [root] = await core.api.units.tree({})
  if (!root) throw new Error('no root unit')
  return root
}

test('a command is one line, and announces its feature once it is stored', async () => {
  const core = await signedIn('officer')
  const root = await rootOf(core)
  const before = lineCount(core)
  core.events.length = 0
  const unit = await core.api.units.add({ parentId: root.id, name: '石桥镇' })
  expect(lineCount(core)).toBe(before + 1)
  expect(core.events).toEqual([{ kind: 'changed', feature: 'units' }])
  const body = core.gatehouse.store?.raw.prepare('SELECT body FROM audit_lines ORDER BY seq DESC LIMIT 1').pluck().get()
  expect(JSON.parse(body as string)).toMatchObject({
    channel: 'units.add',
    subject: `units:${unit.id}`,
    outcome: 'done',
    machine: 'TEST-PC',
    roles: ['officer'],
    t: core.time.now,
  })
})

test('a refused command changes nothing, announces nothing and is written down as refused', async () => {
  const core = await signedIn('officer')
  const root = await rootOf(core)
  const before = lineCount(core)
  core.events.length = 0
  await expect(core.api.units.remove({ id: root.id })).rejects.toMatchObject({
    code: 'refused',
    message: '本级单位不能删除',
  })
  expect(await core.api.units.tree({})).toHaveLength(1)
  expect(core.events).toEqual([])
  expect(lineCount(core)).toBe(before + 1)
  const body = core.gatehouse.store?.raw.prepare('SELECT body FROM audit_lines ORDER BY seq DESC LIMIT 1').pluck().get()
  expect(JSON.parse(body as string)).toMatchObject({
    channel: 'units.remove',
    outcome: 'refused',
    details: '本级单位不能删除',
  })
})

test('when the audit line cannot be written the command fails and nothing is stored', async () => {
  const core = await signedIn('officer')
  const root = await rootOf(core)
  core.gatehouse.store?.raw.exec(
    "CREATE TRIGGER broken BEFORE INSERT ON audit_lines BEGIN SELECT RAISE(ABORT, 'no'); END",
  )
  await expect(core.api.units.add({ parentId: root.id, name: '不该有' })).rejects.toMatchObject({ code: 'conflict' })
  core.gatehouse.store?.raw.exec('DROP TRIGGER broken')
  expect(await core.api.units.tree({})).toHaveLength(1)
})

test('no command can change or delete an audit line, nor can SQL', async () => {
  const core = await signedIn('officer')
  const raw = core.gatehouse.store?.raw
  expect(() => raw?.exec("UPDATE audit_lines SET body = '{}' WHERE seq = 1")).toThrow('audit lines are kept')
  expect(() => raw?.exec('DELETE FROM audit_lines')).toThrow('audit lines are kept')
  expect(() => raw?.exec("INSERT OR REPLACE INTO audit_lines VALUES (1, 1, '{}', x'00')")).toThrow(
    'audit lines follow each other',
  )
})

test('twenty commands at once are twenty transactions', async () => {
  const core = await signedIn('officer')
  const root = await rootOf(core)
  const before = lineCount(core)
  const all = await Promise.allSettled(
    Array.from({ length: 20 }, (_, i) => core.api.units.add({ parentId: root.id, name: `单位${i % 10}` })),
  )
  expect(all.filter(result => result.status === 'fulfilled')).toHaveLength(10)
  expect(await core.api.units.tree({})).toHaveLength(11)
  expect(lineCount(core)).toBe(before + 20)
})

test.each(['nope.nope', 'units.nope', 'units.constructor', '__proto__.toString', 'units', '', 'units.tree.x', 7, null])(
  'channel %s is unknown',
  async channel => {
    const core = await signedIn('officer')
    expect(await core.dispatch({ id: 'x', channel: channel as string, input: {} })).toMatchObject({
      ok: false,
      error: { code: 'invalid-input' },
    })
  },
)

test('drafts belong to their account, survive a restart, and leave no audit line', async () => {
  const core = await signedIn('officer')
  const before = lineCount(core)
  await core.api.drafts.save({ key: 'place', body: '"/units"' })
  expect(lineCount(core)).toBe(before)
  core.close()
  const other = await signedIn('sysadmin', core.place)
  expect(await other.api.drafts.get({ key: 'place' })).toBeNull()
  other.close()
  const again = await signedIn('officer', core.place)
  expect(await again.api.drafts.get({ key: 'place' })).toMatchObject({ body: '"/units"' })
  await again.api.drafts.discard({ key: 'place' })
  expect(await again.api.drafts.get({ key: 'place' })).toBeNull()
})

test('a job reports progress, can be cancelled, and leaves nothing behind then', async () => {
  const core = await signedIn('auditor')
  const store = core.gatehouse.store
  if (!store) throw new Error('not open')
  const before = lineCount(core)
  const controller = new AbortController()
  controller.abort()
  const running = core.dispatch({ id: 'job', channel: 'audit.verify', input: {} })
  void core.dispatch({ id: 'stop', channel: 'cancel', input: 'job' })
  const result = await running
  if (result.ok) expect(lineCount(core)).toBe(before + 1)
  else {
    expect(result.error.code).toBe('cancelled')
    expect(lineCount(core)).toBe(before)
  }
  expect(await core.api.audit.verify({})).toMatchObject({ problem: null })
})

test('the log holds channels, codes and durations, never what was typed', async () => {
  const core = await signedIn('officer')
  const root = await rootOf(core)
  await core.api.units.add({ parentId: root.id, name: '机密单位名' })
  await core.api.audit.list(everything).catch(() => {})
  expect(core.logged.every(entry => Object.keys(entry).toSorted().join() === 'channel,ms,outcome')).toBe(true)
  expect(JSON.stringify(core.logged)).not.toContain('机密单位名')
})

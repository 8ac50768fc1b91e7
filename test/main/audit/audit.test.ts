import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../../helpers/folders'
import { freshStore, NOW, signedIn } from '../../helpers/harness'

const everything = { from: null, to: null, accountId: null, feature: null, outcome: null, text: '' }
const page = { ...everything, before: null, limit: 100 }

async function storeWithHistory() {
  const { place } = await freshStore()
  const officer = await signedIn('officer', place)
  const [root] = await officer.api.units.tree({})
  for (const name of ['石桥镇', '云溪街道', '松岭镇']) await officer.api.units.add({ parentId: root?.id ?? '', name })
  officer.close()
  return place
}

test('the auditor sees every line in words, newest first, page by page', async () => {
  const core = await signedIn('auditor', await storeWithHistory())
  const { entries, total } = await core.api.audit.list(page)
  expect(entries).toHaveLength(total)
  expect(entries.map(entry => entry.title)).toEqual(['登录', '新增单位', '新增单位', '新增单位', '登录', '建立数据库'])
  expect(entries[1]).toMatchObject({ accountName: '陆四', roles: ['officer'], outcome: 'done', machine: 'TEST-PC' })
  const older = await core.api.audit.list({ ...page, before: entries[3]?.seq ?? null, limit: 2 })
  expect(older.entries.map(entry => entry.seq)).toEqual([entries[4]?.seq, entries[5]?.seq])
})

test.each([
  ['feature', { feature: 'units' }, 3],
  ['outcome', { outcome: 'refused' as const }, 0],
  ['text', { text: 'units.add' }, 3],
  ['words of the page', { text: '新增单位' }, 3],
  ['the day', { from: '2030-01-02', to: '2030-01-02' }, 6],
  ['another day', { from: '2030-01-03', to: null }, 0],
  ['characters that SQL knows', { text: "%_'［］" }, 0],
])('the log is filtered by %s', async (_name, filter, count) => {
  const core = await signedIn('auditor', await storeWithHistory())
  expect((await core.api.audit.list({ ...page, ...filter })).total).toBe(count)
})

test('a whole chain verifies, and the verification is itself a line', async () => {
  const core = await signedIn('auditor', await storeWithHistory())
  const before = (await core.api.audit.list(page)).total
  expect(await core.api.audit.verify({})).toEqual({ checked: before, problem: null, clockSetBack: [], unreadable: [] })
  expect((await core.api.audit.list(page)).entries[0]).toMatchObject({
    title: '校验审计日志',
    details: `校验 ${before} 行，没有发现问题`,
  })
})

test('a line that was changed behind the application is named', async () => {
  const place = await storeWithHistory()
  const core = await signedIn('auditor', place)
  const raw = core.gatehouse.store?.raw
  raw?.exec(
    "DROP TRIGGER audit_lines_keep; UPDATE audit_lines SET body = replace(body, 'units.add', 'units.map') WHERE seq = 3",
  )
  expect((await core.api.audit.verify({})).problem).toMatchObject({
    kind: 'changed',
    seq: 3,
    message: '第 3 行与当初写下的不一致',
  })
})

test('a seal has a code to keep on paper, and shows when the chain was rewritten', async () => {
  const core = await signedIn('auditor', await storeWithHistory())
  const sealed = await core.api.audit.seal({ note: '每周封存' })
  expect(sealed).toMatchObject({ auditorName: '贺三', note: '每周封存' })
  expect(sealed.code).toMatch(/^([0-9A-F]{4}[- ]){7}[0-9A-F]{4}$/)
  expect(await core.api.audit.seals({})).toEqual([sealed])
  expect((await core.api.audit.verify({})).problem).toBeNull()
})

test('an export is whole or not at all, and says what it holds', async () => {
  const core = await signedIn('auditor', await storeWithHistory())
  const path = join(tempFolder(), 'audit.jsonl')
  core.files.grant('token', path)
  const { lines, sha256 } = await core.api.audit.export({ filter: everything, target: 'token' })
  const text = readFileSync(path, 'utf8')
  expect(text.trimEnd().split('\n')).toHaveLength(lines)
  expect(createHash('sha256').update(text).digest('hex')).toBe(sha256)
  await expect(core.api.audit.export({ filter: everything, target: 'token' })).rejects.toMatchObject({
    code: 'refused',
  })
  const cancelled = join(tempFolder(), 'audit.jsonl')
  core.files.grant('second', cancelled)
  const controller = new AbortController()
  const running = core.api.audit.export({ filter: everything, target: 'second' }, { signal: controller.signal })
  controller.abort()
  await running.catch(error => expect(error).toMatchObject({ code: 'cancelled' }))
  expect(existsSync(`${cancelled}.partial`)).toBe(false)
})

test('the auditor is reminded to review the log, and no longer after a review', async () => {
  const place = await storeWithHistory()
  const core = await signedIn('auditor', place, NOW + 8 * 86_400_000)
  expect(await core.api.notices.list({})).toMatchObject([
    { id: 'audit-review', level: 'late', detail: '逾期 1 天' },
    { id: 'audit-seal', level: 'today' },
  ])
  await core.api.audit.review({ note: '抽查十行，未见异常' })
  await core.api.audit.seal({ note: '首次封存' })
  expect(await core.api.notices.list({})).toEqual([])
})

test('a policy is tightened with a reason, never loosened below its profile', async () => {
  const { place } = await freshStore()
  const core = await signedIn('secadmin', place)
  const policy = await core.api.policy.get({})
  await expect(
    core.api.policy.change({
      policy: {
        ...policy,
        passwordCycleDays: 90,
        maxTries: 5,
        idleSeconds: 900,
        passwordLength: 8,
        auditReviewDays: 31,
      },
      reason: '测试',
    }),
  ).resolves.toMatchObject({ idleSeconds: 900 })
  await core.api.policy.change({ policy: { ...policy, idleSeconds: 120 }, reason: '人来人往' })
  expect((await core.api.session.state({})) as object).toMatchObject({ session: { idleSeconds: 120 } })
  await expect(
    core.api.policy.change({ policy: { ...policy, profile: 'secret' }, reason: '测试' }),
  ).rejects.toMatchObject({ code: 'refused' })
  core.close()
  const auditor = await signedIn('auditor', place)
  const { entries } = await auditor.api.audit.list({ ...page, feature: 'policy', outcome: 'done' })
  expect(entries[0]?.reason).toBe('人来人往')
  expect(entries[0]?.details).toContain('无操作自动锁定 900→120')
})

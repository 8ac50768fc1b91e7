import { expect, test } from 'vitest'
import type { CadreId } from '../../../src/shared/cadres/cadres'
import { SecrecyMark } from '../../../src/shared/secrecy/secrecy.rules'
import { NOW, PASSWORD, signedIn } from '../../helpers/harness'

type Core = Awaited<ReturnType<typeof signedIn>>

async function withPeople(secrecy: readonly string[]): Promise<{ core: Core; ids: CadreId[] }> {
  const core = await signedIn('officer')
  const ids: CadreId[] = []
  for (const [index, mark] of secrecy.entries()) {
    const { cadre } = await core.api.cadres.add({ name: `测试${index}`, birth: null, unitId: null })
    if (mark !== '')
      await core.api.cadres.change({
        id: cadre.id,
        revision: 1,
        reason: '',
        changes: [{ field: 'secrecy', value: mark }],
      })
    ids.push(cadre.id)
  }
  return { core, ids }
}

const order = (ids: readonly CadreId[]) => ({
  kind: 'form-pdf' as const,
  whom: { by: 'ids' as const, ids: [...ids] },
  reason: '任免呈报',
  recipient: '区委办公室',
  mark: null,
  sensitive: [],
  namePattern: '{姓名}',
})
const everything = { year: null, kind: null, text: '', offset: 0, limit: 50 }
const lastLine = (core: Core): Record<string, unknown> =>
  JSON.parse(
    core.gatehouse.store?.raw.prepare('SELECT body FROM audit_lines ORDER BY seq DESC LIMIT 1').pluck().get() as string,
  ) as Record<string, unknown>

test('an export takes the next number of the year with its audit line, and its end is told once', async () => {
  const { core, ids } = await withPeople(['', '工作秘密'])
  expect(await core.api.exports.prepare({ whom: { by: 'ids', ids } })).toEqual({ people: 2, mark: '工作秘密' })
  const act = await core.api.exports.begin({ ...order(ids), sensitive: ['idNumber', 'family'] })
  expect(act).toMatchObject({
    year: 2030,
    number: 1,
    people: 2,
    mark: '工作秘密',
    byName: '陆四',
    outcome: null,
    sensitive: ['idNumber', 'family'],
  })
  expect(lastLine(core)).toMatchObject({
    channel: 'exports.begin',
    subject: `exports:${act.id}`,
    reason: '任免呈报',
    details: '〔2030〕第 1 号，任免审批表（PDF），2 人，工作秘密，含身份证号、家庭成员',
  })
  core.time.now = NOW + 60_000
  expect(await core.api.exports.finish({ id: act.id, outcome: 'done', written: 2 })).toMatchObject({
    outcome: 'done',
    written: 2,
    endedAt: '2030-01-02T01:01:00.000Z',
  })
  expect(lastLine(core)).toMatchObject({ channel: 'exports.finish', details: '〔2030〕第 1 号，完成，写出 2 人' })
  await expect(core.api.exports.finish({ id: act.id, outcome: 'failed', written: 0 })).rejects.toMatchObject({
    code: 'conflict',
  })
})

test('numbers have no gap, whatever was refused between them, and begin anew with the year', async () => {
  const { core, ids } = await withPeople(['秘密★5年'])
  const numbers: string[] = []
  const begin = async (): Promise<void> => {
    const { year, number } = await core.api.exports.begin(order(ids))
    numbers.push(`${year}-${number}`)
  }
  await begin()
  await expect(core.api.exports.begin({ ...order(ids), mark: SecrecyMark.parse('内部') })).rejects.toMatchObject({
    code: 'refused',
    message: expect.stringContaining('秘密★5年') as string,
  })
  await expect(core.api.exports.begin(order([]))).rejects.toMatchObject({ code: 'refused' })
  await Promise.all([begin(), begin(), begin()])
  core.time.now = Date.parse('2031-02-03T04:00:00Z')
  await core.api.session.changePassword({ current: PASSWORD, next: 'Lin4-Yue%Xi' })
  await begin()
  expect(numbers.toSorted()).toEqual(['2030-1', '2030-2', '2030-3', '2030-4', '2031-1'])
  const { entries, total, years } = await core.api.exports.list(everything)
  expect(entries.map(({ year, number }) => `${year}-${number}`)).toEqual([
    '2031-1',
    '2030-4',
    '2030-3',
    '2030-2',
    '2030-1',
  ])
  expect([total, years]).toEqual([5, [2031, 2030]])
})

test('when the audit line cannot be written no number is taken', async () => {
  const { core, ids } = await withPeople([''])
  core.gatehouse.store?.raw.exec(
    "CREATE TRIGGER broken BEFORE INSERT ON audit_lines BEGIN SELECT RAISE(ABORT, 'no'); END",
  )
  await expect(core.api.exports.begin(order(ids))).rejects.toMatchObject({ code: 'conflict' })
  core.gatehouse.store?.raw.exec('DROP TRIGGER broken')
  expect(await core.api.exports.begin(order(ids))).toMatchObject({ number: 1 })
})

test('the register can be added to, and nothing in it rewritten', async () => {
  const { core, ids } = await withPeople([''])
  const { id } = await core.api.exports.begin(order(ids))
  const raw = core.gatehouse.store?.raw
  expect(() => raw?.exec('DELETE FROM exports')).toThrow('exports are kept')
  expect(() => raw?.exec("UPDATE exports SET reason = 'x'")).toThrow('exports are kept')
  expect(() => raw?.exec('UPDATE exports SET people = 9')).toThrow('exports are kept')
  await core.api.exports.finish({ id, outcome: 'cancelled', written: 0 })
  expect(() => raw?.exec("UPDATE exports SET outcome = 'done'")).toThrow('exports are kept')
  expect(() =>
    raw?.exec(
      "INSERT INTO exports SELECT 'x', year, 3, kind, people, mark, reason, recipient, sensitive, name_pattern, by_id, at, NULL, NULL, NULL FROM exports",
    ),
  ).toThrow('export numbers follow each other')
})

test('somebody in the trash or gone is not exported behind the back of who asked', async () => {
  const { core, ids } = await withPeople(['', '机密'])
  await core.api.cadres.trash({ ids: ids.slice(1), reason: '重复' })
  await expect(core.api.exports.begin(order(ids))).rejects.toMatchObject({ code: 'conflict' })
  const filter = { unitId: null, status: [], trashed: true }
  expect(
    await core.api.exports.prepare({ whom: { by: 'list', filter, sort: { by: 'unit', descending: false } } }),
  ).toEqual({ people: 1, mark: '内部' })
})

test('the register is found by reason, recipient, name and number', async () => {
  const { core, ids } = await withPeople([''])
  await core.api.exports.begin({ ...order(ids), kind: 'lrmx', reason: '年度核对', recipient: '' })
  await core.api.exports.begin(order(ids))
  const found = async (text: string, kind: 'lrmx' | null = null): Promise<number[]> =>
    (await core.api.exports.list({ ...everything, text, kind })).entries.map(({ number }) => number)
  expect(await found('核对')).toEqual([1])
  expect(await found('办公室')).toEqual([2])
  expect(await found('陆四')).toEqual([2, 1])
  expect(await found('第 2 号')).toEqual([2])
  expect(await found('', 'lrmx')).toEqual([1])
  expect(await found('没有')).toEqual([])
})

test('the secrecy administrator and the auditor read the register, and register nothing', async () => {
  const { core, ids } = await withPeople([''])
  await core.api.exports.begin(order(ids))
  core.close()
  for (const role of ['secadmin', 'auditor'] as const) {
    const other = await signedIn(role, core.place)
    expect(await other.api.exports.list(everything)).toMatchObject({ total: 1 })
    await expect(other.api.exports.begin(order(ids))).rejects.toMatchObject({ code: 'forbidden' })
    other.close()
  }
})

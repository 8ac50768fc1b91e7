import { expect, test } from 'vitest'
import type { CadreId } from '../../../src/shared/cadres/cadres'
import type { CheckFilter } from '../../../src/shared/checks/checks'
import { PartialDate } from '../../../src/shared/dates/partial-date'
import { NOW, PASSWORD, signedIn, signInAs } from '../../helpers/harness'

const birth = PartialDate.parse('1984-03')
const all: CheckFilter = { unitId: null, rules: [], sureness: [], dismissed: false }
const DAY_MS = 86_400_000

/** An officer with two towns, and a person whose file holds two slips: too young for work, and a wrong ID number. */
async function officer() {
  const core = await signedIn('officer')
  const { api } = core
  const [root] = await api.units.tree({})
  const town = async (name: string) => (await api.units.add({ parentId: root?.id ?? '', name })).id
  const [first, second] = [await town('石桥镇'), await town('云溪街道')]
  const add = async (name: string, unitId: string, values: Record<string, unknown>) => {
    const { cadre } = await api.cadres.add({ name, birth, unitId })
    if (Object.keys(values).length > 0) await change(cadre.id, 1, values)
    return cadre.id
  }
  const change = (id: CadreId, revision: number, values: Record<string, unknown>) =>
    api.cadres.change({
      id,
      revision,
      reason: '',
      changes: Object.entries(values).map(([field, value]) => ({ field, value })),
    })
  const list = (filter: Partial<CheckFilter> = {}) =>
    api.checks.list({ filter: { ...all, ...filter }, offset: 0, limit: 50 })
  return { core, api, first, second, add, change, list }
}
const slips = { workStart: '1996-01', idNumber: '370199198403040025' }

test('what the rules find stands in the list as soon as a file is saved, by the order of the units', async () => {
  const { add, list, first, second } = await officer()
  const late = await add('梁柏舟', second, slips)
  const early = await add('李望舒', first, { workStart: '1996-01' })
  await add('郑知行', first, {})
  const { people, total, findings, counts, due } = await list()
  expect(people.map(({ id }) => id)).toEqual([early, late])
  expect([total, findings, due]).toEqual([2, 3, 0])
  expect(people[0]).toMatchObject({ unitName: '石桥镇', findings: [{ rule: 'age.work', dismissal: null }] })
  expect(Object.fromEntries(counts.map(({ rule, count }) => [rule, count]))).toEqual({ 'age.work': 2, 'id.number': 1 })
  expect((await list({ unitId: second })).total).toBe(1)
  expect((await list({ rules: ['id.number'] })).people.map(({ findings: f }) => f.length)).toEqual([1])
  expect((await list({ sureness: ['certain'] })).findings).toBe(1)
})

test('pages follow one another across units', async () => {
  const { api, add, first, second } = await officer()
  for (const name of ['丁一', '丁二', '丁三']) await add(name, first, slips)
  for (const name of ['丁四', '丁五']) await add(name, second, slips)
  const page = async (offset: number) =>
    (await api.checks.list({ filter: all, offset, limit: 2 })).people.map(({ unitName }) => unitName)
  expect(await page(0)).toEqual(['石桥镇', '石桥镇'])
  expect(await page(2)).toEqual(['石桥镇', '云溪街道'])
  expect(await page(4)).toEqual(['云溪街道'])
})

test('words that hold what is masked are not told', async () => {
  const { api, add, first } = await officer()
  const id = await add('李望舒', first, slips)
  const found = await api.checks.ofCadre({ id })
  expect(found.find(({ rule }) => rule === 'id.number')).toMatchObject({ message: null, masked: ['idNumber'] })
  expect(found.find(({ rule }) => rule === 'age.work')).toMatchObject({ masked: [] })
  expect(JSON.stringify(found)).not.toContain('370199')
})

test('a finding is put aside with a reason, taken back, and comes back when its fields change', async () => {
  const { core, api, add, change, list, first } = await officer()
  const id = await add('李望舒', first, { workStart: '1996-01' })
  const [finding] = await api.checks.ofCadre({ id })
  const fingerprints = [finding?.fingerprint ?? '']
  await api.checks.dismiss({ id, fingerprints, reason: '档案材料齐全，组织已认定' })
  const [aside] = await api.checks.ofCadre({ id })
  expect(aside?.dismissal).toMatchObject({ reason: '档案材料齐全，组织已认定', byName: '陆四' })
  expect((await list()).total).toBe(0)
  expect((await list({ dismissed: true })).people).toMatchObject([{ findings: [{ dismissal: { byName: '陆四' } }] }])

  await change(id, 2, { nation: '汉族' })
  expect((await list()).total).toBe(0)
  await api.checks.reopen({ id, dismissalId: aside?.dismissal?.id ?? '' })
  expect((await list()).total).toBe(1)
  await expect(api.checks.reopen({ id, dismissalId: aside?.dismissal?.id ?? '' })).rejects.toMatchObject({
    code: 'conflict',
  })

  await api.checks.dismiss({ id, fingerprints, reason: '组织已认定' })
  await change(id, 3, { workStart: '1996-02' })
  expect((await list()).total).toBe(1)
  await expect(api.checks.dismiss({ id, fingerprints, reason: '再来' })).rejects.toMatchObject({ code: 'conflict' })
  await change(id, 4, { workStart: '1996-01' })
  expect((await list()).total).toBe(0)
  expect(core.unexpected).toEqual([])
})

test('a trashed file leaves the list, and its findings are not put aside', async () => {
  const { api, add, list, first } = await officer()
  const id = await add('李望舒', first, { workStart: '1996-01' })
  const [finding] = await api.checks.ofCadre({ id })
  await api.cadres.trash({ ids: [id], reason: '重复' })
  expect((await list()).total).toBe(0)
  await expect(
    api.checks.dismiss({ id, fingerprints: [finding?.fingerprint ?? ''], reason: '无' }),
  ).rejects.toMatchObject({ code: 'refused' })
})

test('what time has changed is due the next month and checked anew, in the unit alone', async () => {
  const { core, api, add, list, first, second } = await officer()
  await add('李望舒', first, { workStart: '2006-08', assessments: [{ year: 2028, grade: '称职' }] })
  await add('梁柏舟', second, {})
  const before = (await list()).findings
  core.time.now = NOW + 31 * DAY_MS
  await api.session.changePassword({ current: PASSWORD, next: 'Qiu7-Shui#Chang' })
  expect((await list()).due).toBe(2)
  expect(await api.checks.recheck({ unitId: first })).toEqual({ checked: 1 })
  expect((await list()).due).toBe(1)
  expect(await api.checks.recheck({ unitId: null })).toEqual({ checked: 1 })
  expect((await list()).findings).toBeGreaterThanOrEqual(before)
  expect(await api.checks.recheck({ unitId: null })).toEqual({ checked: 0 })
})

test('what stands open is told on the side of 严管', async () => {
  const { api, add, first } = await officer()
  const id = await add('李望舒', first, slips)
  const told = (await api.cadres.timeline({ id })).find(({ kind }) => kind === '核对')
  expect(told).toMatchObject({ side: 'strict', title: '核对出 2 处待看', tab: 'checks' })
})

test('an account sees the findings of its scope alone', async () => {
  const { core, add, first, second } = await officer()
  await add('李望舒', first, slips)
  const hidden = await add('梁柏舟', second, slips)
  const { place } = core
  core.close()
  const sysadmin = await signedIn('sysadmin', place)
  const change = {
    kind: 'open' as const,
    account: {
      login: 'cun',
      name: '吴五',
      holder: 'B5',
      department: '',
      phone: '',
      roles: ['officer' as const],
      scope: [first],
    },
  }
  const proposal = await sysadmin.api.accounts.propose({ change, reason: '测试' })
  sysadmin.close()
  const security = await signedIn('secadmin', place)
  const { initialPassword } = await security.api.accounts.decide({ id: proposal.id, accept: true, reason: '测试' })
  security.close()
  const narrow = await signInAs(place, 'cun', initialPassword ?? '')
  await narrow.api.session.changePassword({ current: initialPassword ?? '', next: 'Qiu7-Shui#Chang' })
  const { people } = await narrow.api.checks.list({ filter: all, offset: 0, limit: 10 })
  expect(people.map(({ name }) => name)).toEqual(['李望舒'])
  await expect(narrow.api.checks.ofCadre({ id: hidden })).rejects.toMatchObject({ code: 'not-found' })
  narrow.close()
})

import { expect, test } from 'vitest'
import type { CareStandard } from '../../../src/shared/care-standards/care-standards'
import { shippedStandards } from '../../../src/shared/care-standards/care-standards.data'
import { Day } from '../../../src/shared/dates/add-months'
import { department } from '../interviews/department'

const day = (text: string) => Day.parse(text)
type Figures = Partial<CareStandard> & Pick<CareStandard, 'occasion' | 'status'>
async function withStandard(...entered: readonly Figures[]) {
  const found = await department()
  const { core, cadre } = found
  for (const figures of entered) {
    const shipped = shippedStandards.find(({ occasion }) => occasion === figures.occasion)
    if (!shipped) throw new Error('no such occasion')
    const { version: _version, ...bare } = shipped
    const standard = {
      ...bare,
      days: null,
      everyYears: null,
      afterYears: null,
      source: '区委办〔2029〕5号',
      ...figures,
    }
    await core.api.careStandards.put({ standard, version: 0, reason: '按文件录入' })
  }
  const changes = [{ field: 'workStart' as const, value: '2010-07' }]
  await core.api.cadres.change({ id: cadre, revision: 1, reason: '', changes })
  return found
}
const board = { year: 2030, unitId: null, show: 'all' as const, offset: 0, limit: 9 }

test('a confirmed standard refuses until somebody says why, and the reason stays with the entry', async () => {
  const { core, cadre } = await withStandard({
    occasion: '疗休养',
    status: 'CONFIRMED(P)',
    days: 5,
    dailyFen: 60_000,
    places: 1,
  })
  const { entitlements } = core.api
  const take = {
    cadreId: cadre,
    year: 2030,
    kind: '疗休养' as const,
    from: day('2030-01-02'),
    to: day('2030-01-06'),
    days: 5,
    place: '',
    costFen: 310_000,
  }
  await expect(entitlements.add({ takes: [take] })).rejects.toMatchObject({
    code: 'refused',
    details: { overridable: true },
    message: '周启明：5 天费用 3100 元，超出每天 600 元的标准（区委办〔2029〕5号）。确要登记的，写明理由',
  })
  expect((await entitlements.board(board)).places).toEqual({
    used: 0,
    places: 1,
    basis: { source: '区委办〔2029〕5号', status: 'CONFIRMED(P)' },
  })
  const kept = await entitlements.add({ takes: [take], override: '含交通费，经部务会同意' })
  expect(kept.warnings).toHaveLength(1)
  const { takes } = await entitlements.person({ cadreId: cadre, year: 2030 })
  expect(takes).toMatchObject([{ costFen: 310_000, overReason: '含交通费，经部务会同意' }])
  // The only place is used: nobody else gets one without a reason. Leave is measured by none of this.
  const { cadre: second } = await core.api.cadres.add({ name: '林向阳', birth: null, unitId: null })
  const other = { ...take, cadreId: second.id, costFen: null }
  await expect(entitlements.add({ takes: [other] })).rejects.toThrow('2030 年名额 1 人，已用 1 人')
  expect(await entitlements.add({ takes: [{ ...other, kind: '年休假' }] })).toEqual({ added: 1, warnings: [] })
  core.close()
})

test('what is not confirmed warns and is kept; a health check is measured by its own standard', async () => {
  const { core, cadre } = await withStandard(
    { occasion: '疗休养', status: 'MEMORY', everyYears: 3 },
    { occasion: '体检', status: 'CONFIRMED(S)', ceilingFen: 80_000 },
  )
  const { entitlements } = core.api
  const take = { cadreId: cadre, kind: '疗休养' as const, days: 2, place: '' }
  const first = { ...take, year: 2028, from: day('2028-07-01'), to: day('2028-07-02') }
  expect((await entitlements.add({ takes: [first] })).warnings).toEqual([])
  const { warnings } = await entitlements.add({
    takes: [{ ...take, year: 2029, from: day('2029-07-01'), to: day('2029-07-02') }],
  })
  expect(warnings).toEqual([
    '周启明：每 3 年一次，上次在 2028 年，到 2031 年再安排（区委办〔2029〕5号，参考，以文件为准）',
  ])
  const check = { cadreIds: [cadre], on: day('2030-01-02'), place: '', costFen: 90_000 }
  await expect(entitlements.check(check)).rejects.toThrow('体检费用超出标准 100 元（标准 800 元）')
  await entitlements.check({ ...check, override: '含加项' })
  expect((await entitlements.person({ cadreId: cadre, year: 2030 })).facts.checkFen).toBe(90_000)
  core.close()
})

test('一线 is told by the register, by a unit of the grass roots, or by the tag', async () => {
  const { core, cadre } = await withStandard()
  const frontLine = async () =>
    (await core.api.entitlements.board(board)).rows.find(({ cadreId }) => cadreId === cadre)?.frontLine
  expect(await frontLine()).toEqual([])
  const entry = {
    situations: [],
    place: '石桥村',
    details: '',
    contact: '',
    contactPhone: '',
    visitorId: null,
    visitor: '',
  }
  const listed = await core.api.careRegister.add({
    cadreId: cadre,
    kind: '驻村援派挂职',
    from: day('2029-06-01'),
    until: null,
    ...entry,
  })
  expect(await frontLine()).toEqual(['驻村援派挂职'])
  expect((await core.api.entitlements.board({ ...board, show: 'frontline' })).total).toBe(1)
  await core.api.careRegister.end({ id: listed.id, revision: 1, until: day('2029-12-31'), reason: '任满' })
  expect(await frontLine()).toEqual([])
  core.close()
})

test('the unit’s own interval reminds of who has had none, with its basis', async () => {
  const { core, cadre } = await withStandard({ occasion: '疗休养', status: 'LOCAL', everyYears: 2, afterYears: 1 })
  const asked = { states: [], unitId: null, cadreId: cadre, ruleId: 'retreat', dimension: null, offset: 0, limit: 9 }
  const year = { from: day('2030-01-01'), until: day('2030-12-31') }
  const due = async () => (await core.api.careRules.due({ ...asked, ...year })).rows
  expect(await due()).toMatchObject([
    { dueOn: '2030-10-31', state: 'soon', basis: { source: '区委办〔2029〕5号', status: 'LOCAL' } },
  ])
  const take = { cadreId: cadre, year: 2030, kind: '疗休养' as const, days: 1, place: '' }
  await core.api.entitlements.add({ takes: [{ ...take, from: day('2030-01-02'), to: day('2030-01-02') }] })
  expect(await due()).toMatchObject([{ state: 'done' }])
  core.close()
})

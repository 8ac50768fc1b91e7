import { expect, test } from 'vitest'
import { queryFields } from '../../../src/main/queries/fields'
import { Day } from '../../../src/shared/dates/add-months'
import { PartialDate } from '../../../src/shared/dates/partial-date'
import { signedIn } from '../../helpers/harness'

const is = (field: string, operator: 'in' | 'atLeast' | 'filled', ...values: (string | number)[]) => ({
  tree: { kind: 'all' as const, not: false, of: [{ kind: 'is' as const, not: false, field, operator, values }] },
  on: Day.parse('2030-01-02'),
})

test('what happened to somebody, and in which list of need they stand, is found by no question', async () => {
  const core = await signedIn('officer')
  const { cadre } = await core.api.cadres.add({ name: '李望舒', birth: null, unitId: null })
  const event = { cadreId: cadre.id, kind: '重大疾病' as const, whom: '本人' as const, until: null, need: '' }
  await core.api.careRecords.addEvent({ ...event, on: PartialDate.parse('2030-01-01') })
  const entry = { from: Day.parse('2030-01-01'), until: null, situations: [], place: '', details: '', contact: '' }
  const listed = { ...entry, cadreId: cadre.id, contactPhone: '', visitorId: null, visitor: '' }
  await core.api.careRegister.add({ ...listed, kind: '临终关怀' })
  const care = queryFields.filter(({ group }) => group === '关爱')
  expect(care.map(({ key }) => key)).toEqual([
    'lastCareOn',
    'monthsWithoutCare',
    'cares',
    'cares-政治',
    'cares-生活',
    'cares-精神',
    'cares-经济',
    'careMoneyThisYear',
    'careList',
  ])
  expect(care.flatMap(({ choices }) => choices.map(({ value }) => value))).toEqual([
    '老干部',
    '因公牺牲家庭',
    '老党员',
    '退役军人',
    '驻村援派挂职',
    '急难任务',
  ])
  expect(await core.api.queries.count(is('lastCareOn', 'filled'))).toEqual({ matching: 0, open: 0 })
  expect(await core.api.queries.count(is('monthsWithoutCare', 'atLeast', 12))).toEqual({ matching: 1, open: 0 })
  expect(await core.api.queries.count(is('careList', 'in', '临终关怀'))).toEqual({ matching: 0, open: 0 })
  expect(await core.api.queries.count(is('careList', 'filled'))).toEqual({ matching: 0, open: 0 })
  await core.api.careRegister.add({ ...listed, kind: '驻村援派挂职' })
  expect(await core.api.queries.count(is('careList', 'in', '驻村援派挂职'))).toEqual({ matching: 1, open: 0 })
})

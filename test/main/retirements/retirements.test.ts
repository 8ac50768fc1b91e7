import { expect, test } from 'vitest'
import { PartialDate } from '../../../src/shared/dates/partial-date'
import { signedIn } from '../../helpers/harness'

test('a decided month goes before the computed one, everywhere, with its history', async () => {
  const core = await signedIn('officer')
  const { cadres, retirements } = core.api
  const { cadre } = await cadres.add({ name: '周启明', birth: '1970-10', unitId: null })
  const change = { id: cadre.id, revision: 1, reason: '' }
  await cadres.change({
    ...change,
    changes: [
      { field: 'sex', value: '男' },
      { field: 'status', value: '在职' },
    ],
  })
  const soon = async () => (await retirements.list({ months: 18, unitId: null, offset: 0, limit: 9 })).rows
  expect(await soon()).toEqual([])
  const month = PartialDate.parse('2030-06')
  await retirements.decide({ cadreId: cadre.id, month, seen: 0, reason: '区委组织部认定' })
  await expect(retirements.decide({ cadreId: cadre.id, month, seen: 0, reason: '再' })).rejects.toMatchObject({
    code: 'conflict',
  })
  expect(await soon()).toMatchObject([{ name: '周启明', first: '2030-06', last: '2030-06', decided: true }])
  // Whatever else changes in the file, the decision stays.
  await cadres.change({ ...change, revision: 2, changes: [{ field: 'birth', value: '1971-10' }] })
  expect(await soon()).toMatchObject([{ first: '2030-06' }])
  expect((await cadres.timeline({ id: cadre.id })).find(({ id }) => id === 'retirement')).toMatchObject({
    on: '2030-06',
  })
  await retirements.settle({ cadreId: cadre.id, task: '退休谈话', state: '已办', on: null, note: '' })
  expect((await soon())[0]?.tasks).toEqual([{ task: '退休谈话', state: '已办', on: null, note: '' }])
  await retirements.settle({ cadreId: cadre.id, task: '退休谈话', state: null, on: null, note: '' })
  await retirements.decide({ cadreId: cadre.id, month: null, seen: 1, reason: '认定有误' })
  expect(await soon()).toEqual([])
  expect((await retirements.person({ cadreId: cadre.id })).decisions.map(({ reason }) => reason)).toEqual([
    '认定有误',
    '区委组织部认定',
  ])
  core.close()
})

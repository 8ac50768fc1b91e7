import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { shippedSurvey } from '../../../src/shared/care-surveys/care-surveys'
import type { UnitId } from '../../../src/shared/units/units'
import { tempFolder } from '../../helpers/folders'
import { type Core, signedIn } from '../../helpers/harness'

const year = 2029
/** The same answers to every question. */
const sheets = (...counts: [number, number, number, number]) =>
  Object.fromEntries(shippedSurvey.questions.map(({ key }) => [key, counts]))

let core: Core
let units: UnitId[]
beforeAll(async () => {
  core = await signedIn('officer')
  const [root] = await core.api.units.tree({})
  if (!root) throw new Error('no unit')
  units = []
  for (const name of ['云泽街道', '清河街道', '东湖镇'])
    units.push((await core.api.units.add({ parentId: root.id, name })).id)
}, 60_000)
afterAll(() => core.close())

function unitAt(place: number): UnitId {
  const unit = units[place]
  if (!unit) throw new Error('no such unit')
  return unit
}
const put = (at: number, totals: ReturnType<typeof sheets>, revision = 0, reason = '') =>
  core.api.careSurveys.put({ year, unitId: unitAt(at), totals, revision, reason })

test('sums of units are entered; few answers are told in the whole alone, also where they could be reckoned back', async () => {
  await put(0, sheets(20, 10, 6, 4))
  await put(1, sheets(5, 4, 1, 0))
  await put(2, sheets(1, 1, 1, 0))
  const board = await core.api.careSurveys.board({ year })
  expect(board.units.map(({ unitName, answers, shares }) => [unitName, answers, shares?.whole ?? null])).toEqual([
    ['云泽街道', 40, 0.75],
    ['清河街道', null, null],
    ['东湖镇', null, null],
  ])
  expect(board).toMatchObject({ folded: 2, whole: { answers: 53 } })
  expect(board.years).toMatchObject([{ year, content: 41 / 53 }])
  const few = { year, unitId: unitAt(2) }
  expect(await core.api.careSurveys.entry(few)).toEqual({ totals: null, revision: 1 })
  await expect(put(2, sheets(2, 1, 1, 1))).rejects.toMatchObject({ code: 'conflict' })
  await expect(put(2, sheets(2, 1, 1, 1), 1)).rejects.toThrow('先写修改的理由')
  await put(2, sheets(2, 1, 1, 1), 1, '补收两份')
  expect((await core.api.careSurveys.board({ year })).folded).toBe(0)
  expect(await core.api.careSurveys.entry(few)).toEqual({ totals: sheets(2, 1, 1, 1), revision: 2 })
})

test('questions are data from a year on; a year that was answered keeps what was asked', async () => {
  const form = { ...shippedSurvey, fromYear: 2029, questions: [{ key: 'own', text: '有事找得到人' }] }
  await expect(core.api.careSurveys.setForm({ form, version: 0, reason: '部务会定' })).rejects.toThrow('已经录入')
  await core.api.careSurveys.setForm({ form: { ...form, fromYear: 2030 }, version: 0, reason: '部务会定' })
  expect((await core.api.careSurveys.board({ year: 2030 })).form.questions).toEqual(form.questions)
  expect((await core.api.careSurveys.board({ year })).form.questions).toEqual(shippedSurvey.questions)
})

test('the table leaves through the register, without what is folded', async () => {
  await put(2, sheets(1, 1, 0, 0), 2, '更正')
  const path = join(tempFolder(), '满意度.csv')
  core.files.grant('here', path)
  const order = { reason: '年度总结', recipient: '', as: 'csv' as const, target: 'here' }
  const { entry } = await core.api.careSurveys.saveBoard({ year, ...order })
  expect(entry.kind).toBe('care-csv')
  const text = readFileSync(path, 'utf8').replaceAll('"', '')
  expect(text).toContain('云泽街道,40,75%')
  expect(text).toContain('全部,52')
  expect(text).not.toMatch(/东湖镇|清河街道/)
})

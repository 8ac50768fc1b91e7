import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { CareRecordFacts } from '../../../src/shared/care-records/care-records'
import { shippedCareRules } from '../../../src/shared/care-rules/care-rules.data'
import { Day } from '../../../src/shared/dates/add-months'
import { PartialDate } from '../../../src/shared/dates/partial-date'
import { tempFolder } from '../../helpers/folders'
import { type Core, signedIn } from '../../helpers/harness'

const day = (text: string): Day => Day.parse(text)
const care: Omit<CareRecordFacts, 'cadreId' | 'on' | 'what'> = {
  occasion: '住院',
  form: '走访',
  dimension: '生活',
  measure: null,
  dueKey: null,
  eventId: null,
  visitors: '部长',
  moneyFen: 0,
  goods: '',
  standard: '',
  source: null,
  voucher: '',
  approvedBy: '',
  promise: '',
  nextStep: '',
  nextOn: null,
  attachments: [],
}
const entry = {
  until: null,
  details: '失眠，只同部长说过',
  contact: '女儿',
  contactPhone: '13800000000',
  visitorId: null,
}
const dueOf = { states: [], unitId: null, cadreId: null, ruleId: null, dimension: null, from: null, until: null }
const recordsOf = { cadreId: null, unitId: null, from: null, to: null, occasions: [], dimensions: [] }
const registerOf = { kinds: [], cadreId: null, unitId: null, ended: false }

/** Two people in two units: one in hospital, visited in December and in January, the other on a list. */
async function town() {
  const core = await signedIn('officer')
  core.time.now = Date.parse('2030-01-02T02:00:00Z')
  const { api } = core
  await api.careRules.setStart({ since: day('2029-12-01'), reason: '从去年十二月开始' })
  const [root] = await api.units.tree({})
  if (!root) throw new Error('no unit')
  const near = await api.units.add({ parentId: root.id, name: '清河镇' })
  const { cadre: lin } = await api.cadres.add({ name: '林疏影', birth: null, unitId: near.id })
  const { cadre: he } = await api.cadres.add({ name: '何叶舟', birth: null, unitId: null })
  const on = PartialDate.parse('2030-01-01')
  await api.careRecords.addEvent({ cadreId: lin.id, kind: '住院', whom: '本人', on, until: null, need: '' })
  const given = { ...care, cadreId: lin.id, moneyFen: 50_000, source: '党费' as const }
  await api.careRecords.add({ ...given, on: day('2029-12-20'), what: '送去药费' })
  await api.careRecords.add({ ...care, cadreId: he.id, on: day('2030-01-01'), what: '电话问候' })
  const wrong = await api.careRecords.add({ ...given, on: day('2030-01-02'), what: '到医院看望' })
  await api.careRecords.withdraw({ id: wrong.id, revision: 1, reason: '记错了日期' })
  const { careRegister } = api
  const listed = { ...entry, from: day('2029-10-10'), place: '松岭村' }
  await careRegister.add({ ...listed, cadreId: he.id, kind: '老干部', situations: ['独居'], visitor: '柳寒汀' })
  await careRegister.add({ ...listed, cadreId: lin.id, kind: '驻村援派挂职', situations: [], visitor: '' })
  return { core, near, lin, he }
}

const folder = tempFolder()
/** A place that the person chose, and how to read what was written there. */
function place(core: Core, name: string) {
  const path = join(folder, name)
  core.files.grant(name, path)
  return {
    order: { reason: '研究走访安排', recipient: '办公室', as: 'csv' as const, target: name },
    lines: () =>
      readFileSync(path, 'utf8')
        .split(/\r?\n/)
        .filter(line => line !== ''),
  }
}

test('what is due leaves as it is filtered, with its origin and state', async () => {
  const { core, near, lin } = await town()
  const hospital = shippedCareRules.find(({ id }) => id === 'hospital')
  if (!hospital) throw new Error('no rule')
  const { order, lines } = place(core, 'due.csv')
  const of = { ...dueOf, unitId: near.id, ruleId: hospital.id }
  const shown = await core.api.careRules.due({ ...of, offset: 0, limit: 50 })
  const { entry: act } = await core.api.careRules.saveDue({ of, ...order })
  expect(act).toMatchObject({ kind: 'cared-csv', outcome: 'done', people: 1, recipient: '办公室' })
  const named = lines().filter(line => line.includes('林疏影'))
  expect(named).toHaveLength(shown.total)
  expect(named[0]).toContain('2030.01.01 本人住院，3 日内')
  expect(named[0]).toContain('将到期')
  expect(lines().join()).not.toContain('何叶舟')

  const [row] = shown.rows
  if (!row) throw new Error('nothing is due')
  await core.api.careRules.waive({ keys: [{ key: row.key, cadreId: lin.id }], reason: '家里人在照料' })
  const open = place(core, 'open.csv')
  await expect(
    core.api.careRules.saveDue({ of: { ...of, states: ['late', 'due', 'soon'] }, ...open.order }),
  ).rejects.toMatchObject({ message: '没有可以导出的人' })
  const waived = place(core, 'waived.csv')
  await core.api.careRules.saveDue({ of: { ...of, states: ['waived'] }, ...waived.order })
  expect(waived.lines().find(line => line.includes('林疏影'))).toContain('免办：家里人在照料')
  core.close()
})

test('records of a period leave; one that was withdrawn stays with its reason', async () => {
  const { core } = await town()
  const all = place(core, 'records.csv')
  const { entry: act } = await core.api.careRecords.saveList({ of: recordsOf, ...all.order })
  // A person with two records is one of the people in the register.
  expect(act).toMatchObject({ kind: 'cared-csv', outcome: 'done', people: 2 })
  const text = all.lines().join('\n')
  expect(text).toContain('已撤回（记错了日期）')
  expect(text).toContain('慰问金 500 元')

  const january = place(core, 'january.csv')
  const of = { ...recordsOf, from: day('2030-01-01'), to: day('2030-01-01') }
  await core.api.careRecords.saveList({ of, ...january.order })
  expect(january.lines().filter(line => /林疏影|何叶舟/.test(line))).toEqual([expect.stringContaining('电话问候')])
  core.close()
})

test('the register leaves list by list, without telephone numbers and what was confided', async () => {
  const { core } = await town()
  const all = place(core, 'register.csv')
  const { entry: act } = await core.api.careRegister.saveList({ of: registerOf, ...all.order })
  expect(act).toMatchObject({ kind: 'cared-csv', outcome: 'done', people: 2 })
  const text = all.lines().join('\n')
  expect(text).toContain('柳寒汀')
  expect(text).toContain('驻村援派挂职')
  expect(text).not.toContain('13800000000')
  expect(text).not.toContain('失眠')
  const elders = place(core, 'elders.csv')
  await core.api.careRegister.saveList({ of: { ...registerOf, kinds: ['老干部'] }, ...elders.order })
  expect(elders.lines().join('\n')).not.toContain('林疏影')
  core.close()
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { Day } from '../../../src/shared/dates/add-months'
import type { HardshipFacts } from '../../../src/shared/hardships/hardships'
import { type Core, NOW, signedIn, signInAs } from '../../helpers/harness'
import { department, NEXT } from '../interviews/department'

const day = (text: string): Day => Day.parse(text)
const DAY_MS = 86_400_000
const LATER = NOW + 20 * DAY_MS
const page = { offset: 0, limit: 50 }
const anything = { view: 'all' as const, cadreId: null, unitId: null, due: false }
const facts: HardshipFacts = {
  cause: '配偶或子女重病',
  causeText: '透析，每周三次',
  openedOn: day('2030-01-02'),
  level: '困难',
  proofs: [{ what: '诊断证明', seenOn: day('2030-01-02'), keptAt: '干部科铁皮柜' }],
  nextReviewOn: day('2030-01-10'),
}
const household = { members: 4, who: '妻子、两个孩子', costFen: 9_900_000, incomeFen: 8_765_432 }

let made: Awaited<ReturnType<typeof department>>
let core: Core
// Accounts are opened one after the other, and each password is stretched: slow on a busy computer.
beforeAll(async () => {
  made = await department()
  core = made.core
}, 60_000)
afterAll(() => core.close())

/** What the engine asks of the review of a case, and of what was reviewed. */
const reviewsDue = async () => {
  const asked = {
    states: ['late' as const, 'due' as const, 'soon' as const],
    unitId: null,
    cadreId: null,
    dimension: null,
    from: null,
    until: null,
    offset: 0,
    limit: 50,
  }
  return (await core.api.careRules.due({ ...asked, ruleId: 'hardship-review' })).rows
}

test('a case goes its way: paid, taken back, reviewed, ended, opened again', async () => {
  const { hardships } = core.api
  const added = await hardships.add({ cadreId: made.cadre, facts, household })
  expect(added).toMatchObject({ cadreName: '周启明', level: '困难', revision: 1, byName: '陆四' })
  await expect(hardships.add({ cadreId: made.cadre, facts, household })).rejects.toThrow('已经登记在帮')
  const aid = {
    kind: '工会',
    fen: 200_000,
    on: day('2030-01-02'),
    voucher: '工会 12 号',
    approvedBy: '王主席',
    note: '',
  } as const
  const one = { id: added.id }
  const paid = await hardships.pay({ ...one, revision: 1, aid })
  expect(paid.aids).toMatchObject([{ fen: 200_000, byName: '陆四', withdrawnFor: '' }])
  await expect(hardships.pay({ ...one, revision: 1, aid })).rejects.toMatchObject({ code: 'conflict' })
  // One fact: the aid is a record of care, counts in its sum and its coverage, and is told without how much.
  const everything = { unitId: null, from: null, to: null, occasions: [], dimensions: [], offset: 0, limit: 50 }
  const records = await core.api.careRecords.list({ cadreId: made.cadre, ...everything })
  expect(records).toMatchObject({ total: 1, moneyFen: 200_000 })
  const [record] = records.rows
  expect(record).toMatchObject({ occasion: '困难救助', source: '工会', voucher: '工会 12 号', hardshipId: added.id })
  expect(await core.api.careCoverage.figures({ whom: '在职', months: 12, unitId: null })).toMatchObject({ quiet: 0 })
  const told = (await core.api.cadres.timeline({ id: made.cadre })).filter(({ kind }) => kind === '关爱')
  expect(told).toMatchObject([{ title: '困难救助慰问' }])
  if (!record) throw new Error('no record')
  await expect(core.api.careRecords.withdraw({ id: record.id, revision: 1, reason: 'x' })).rejects.toThrow(
    '在那一户里撤销',
  )
  const aidId = paid.aids[0]?.id
  if (!aidId) throw new Error('no aid')
  const back = await hardships.withdrawAid({ ...one, revision: 2, aidId, reason: '重复登记' })
  expect(back.aids).toMatchObject([{ withdrawnFor: '重复登记' }])
  await expect(hardships.withdrawAid({ ...one, revision: 3, aidId, reason: 'x' })).rejects.toThrow('已经撤销')
  expect(await core.api.careRecords.list({ cadreId: made.cadre, ...everything })).toMatchObject({
    total: 1,
    moneyFen: 0,
  })
  expect(await reviewsDue()).toMatchObject([{ dueOn: '2030-01-10', state: 'soon', hardshipId: added.id }])
  const review = { on: day('2030-01-02'), level: '一般', reason: '孩子出院' }
  const moved = await hardships.review({ ...one, revision: 3, ...review, outcome: '调整', nextOn: day('2030-01-10') })
  expect(moved).toMatchObject({ level: '一般', nextReviewOn: '2030-01-10', closedOn: null })
  const ended = await hardships.review({ ...one, revision: 4, ...review, outcome: '退出', nextOn: null })
  expect(ended).toMatchObject({ closedOn: '2030-01-02', closedFor: '孩子出院', level: '一般' })
  await expect(hardships.pay({ ...one, revision: 5, aid })).rejects.toThrow('已经退出')
  const opened = await hardships.reopen({ ...one, revision: 5, nextReviewOn: day('2030-01-10'), reason: '病情反复' })
  expect(opened).toMatchObject({ closedOn: null, reviews: [{ outcome: '调整' }, { outcome: '退出' }] })
})

test('what is masked comes out with a reason alone, which the audit log keeps; what is not seen is not written over', async () => {
  const { hardships } = core.api
  const { rows } = await hardships.list({ filter: anything, ...page })
  const [line] = rows
  if (!line) throw new Error('no case')
  const open = await hardships.get({ id: line.id })
  const timeline = (await core.api.cadres.timeline({ id: made.cadre })).filter(({ kind }) => kind === '帮扶')
  expect(timeline).toHaveLength(1)
  expect(JSON.stringify([rows, open])).not.toMatch(/两个孩子|9900000|8765432/)
  expect(JSON.stringify(timeline)).not.toMatch(/透析|重病|一般|困难"|2000/)
  await hardships.change({
    id: line.id,
    revision: open.revision,
    facts: { ...facts, level: '特困' },
    household: null,
    reason: '更正',
  })
  expect(await hardships.reveal({ id: line.id, reason: '发放前核对' })).toEqual(household)
  const proof = { document: { of: 'hardship' as const, id: line.id } }
  expect(JSON.stringify(await core.api.documents.proof(proof))).not.toMatch(/两个孩子|99000|87654/)
  expect(JSON.stringify(await core.api.documents.wholeProof({ ...proof, reason: '上报' }))).toContain('87654.32 元')
  core.close()
  core = await signedIn('auditor', made.place)
  const filter = { from: null, to: null, accountId: null, feature: 'hardships', outcome: null, text: '' }
  const { entries } = await core.api.audit.list({ ...filter, before: null, limit: 50 })
  expect(entries.find(({ title }) => title === '查看困难家庭收支')).toMatchObject({
    reason: '发放前核对',
    details: '家庭和收支',
  })
  expect(JSON.stringify(entries)).not.toMatch(/两个孩子|87654|透析|周启明/)
  core.close()
  core = await signedIn('officer', made.place)
})

test('a unit sets its levels and its standard from a day on', async () => {
  const settings = {
    levels: ['甲类', '乙类'],
    standardFen: 1_200_000,
    validFrom: day('2030-01-02'),
    source: '区民政局〔2029〕8号',
    status: 'CONFIRMED(S)' as const,
  }
  await core.api.hardships.setSettings({ settings, reason: '部务会定' })
  expect((await core.api.hardships.settings({})).map(({ levels }) => levels.length)).toEqual([3, 2])
  await expect(
    core.api.hardships.setSettings({ settings: { ...settings, levels: ['甲', '甲'] }, reason: 'x' }),
  ).rejects.toThrow('重复')
  const { cadre } = await core.api.cadres.add({ name: '乔木', birth: null, unitId: null })
  await expect(core.api.hardships.add({ cadreId: cadre.id, facts, household })).rejects.toThrow('不在本单位')
})

test('reviews that are due remind by number; a leader and an interviewer learn nothing; cases follow the person', async () => {
  core.close()
  core = await signedIn('officer', made.place, LATER)
  const notice = (await core.api.notices.list({})).find(({ id }) => id === 'care')
  expect(notice).toMatchObject({ level: 'late', detail: '逾期 1 项', route: '/care' })
  const due = await reviewsDue()
  expect(due).toMatchObject([{ dueOn: '2030-01-10', state: 'late', title: '困难帮扶复核' }])
  const [line] = (await core.api.hardships.list({ filter: { ...anything, due: true }, ...page })).rows
  expect(due[0]?.hardshipId).toBe(line?.id)
  expect((await core.api.hardships.list({ filter: { ...anything, due: true }, ...page })).total).toBe(1)
  const { cadre: other } = await core.api.cadres.add({ name: '周启明', birth: '1988-05', unitId: null })
  const [keep, drop] = [await core.api.cadres.get({ id: other.id }), await core.api.cadres.get({ id: made.cadre })]
  await core.api.duplicates.merge({
    keep: other.id,
    drop: made.cadre,
    revisions: { keep: keep.revision, drop: drop.revision },
    sides: [],
    takePhoto: false,
    reason: '同一人',
  })
  expect((await core.api.hardships.list({ filter: { ...anything, cadreId: other.id }, ...page })).total).toBe(1)
  core.close()
  for (const login of ['buzhang', 'tan1']) {
    const stranger = await signInAs(made.place, login, NEXT, LATER)
    await expect(stranger.api.hardships.list({ filter: anything, ...page })).rejects.toMatchObject({
      code: 'forbidden',
    })
    stranger.close()
  }
  core = await signedIn('officer', made.place, LATER)
})

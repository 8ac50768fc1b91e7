import { expect, test } from 'vitest'
import { rowsOfYear } from '../../../src/main/medals/year'
import type { CadreId } from '../../../src/shared/cadres/cadres'
import { wholeRegister } from '../../../src/shared/honours/honours'
import { type Handing, MemberFacts, noMedalFacts, type Ref } from '../../../src/shared/medals/medals'
import type { MedalRow } from '../../../src/shared/medals/medals.contract'
import { type Core, freshStore, PASSWORD, signedIn } from '../../helpers/harness'

const begin = async (): Promise<Core> => signedIn('officer')

async function add({ api }: Core, name: string, more: object = {}): Promise<CadreId> {
  const { cadre, revision } = await api.cadres.add({ name, birth: '1953-05', unitId: null })
  const facts = { status: '退休', partyJoined: '1978-03-12', partyFull: '1979-03-12', ...more }
  const changes = Object.entries(facts).map(([field, value]) => ({ field, value })) as never
  await api.cadres.change({ id: cadre.id, revision, changes, reason: '录入' })
  return cadre.id
}
const member = (more: object = {}): MemberFacts =>
  MemberFacts.parse({
    ...noMedalFacts,
    name: '穆兰溪',
    sex: '女',
    birth: '1950-02',
    unitId: null,
    branch: '石桥村党支部',
    partyJoined: '1978-05',
    partyFull: '1979-05',
    note: '',
    ...more,
  })
const cadreRef = (id: CadreId): Ref => ({ of: 'cadre', id })
async function year({ api }: Core, of = 2029) {
  const { rows, counts, steps } = await api.medals.year({ year: of, unitId: null })
  const row = (name: string): MedalRow => {
    const found = rows.find(each => each.name === name)
    if (!found) throw new Error(`${name} is not on the list`)
    return found
  }
  return { rows, counts, steps, row }
}
const handing = (ref: Ref, more: Partial<Handing> = {}) => ({
  ref,
  medalNo: '',
  on: '2029-06-24' as Handing['on'],
  by: '区委组织部',
  to: '本人' as const,
  receiver: '',
  ...more,
})
const received = (count: number) => ({
  kind: '领取' as const,
  count,
  on: '2029-06-20' as Handing['on'],
  note: '市委组织部',
})

test('files and old members without a file stand where their dates put them', async () => {
  const core = await begin()
  await add(core, '单雄信')
  await add(core, '程咬金', { partyJoined: '1978-07', partyFull: '1979-07' })
  await add(core, '秦叔宝', { partyJoined: '1968-07', partyFull: null })
  await add(core, '罗士信', { partyJoined: '1981-08-12', partyFull: '1982-08-12' })
  await add(core, '徐茂公', { partyJoined: null, partyFull: null, birth: '1990-01', status: '在职' })
  await add(core, '王伯当', {
    punishments: [
      {
        kind: '党纪处分',
        name: '留党察看一年',
        on: '1990-05',
        authority: '',
        documentNumber: '',
        reason: '',
        influenceUntil: null,
        revokedOn: null,
      },
    ],
  })
  await core.api.medals.addMembers({ rows: [member(), member({ name: '穆桂山', partyJoined: null, partyFull: null })] })
  const { counts, row } = await year(core)
  expect(counts).toEqual({ qualifies: 2, review: 2, missing: 2, given: 0, later: 1 })
  expect(row('单雄信')).toMatchObject({ column: 'qualifies', start: '1979-03-12' })
  expect(row('程咬金').reasons[0]?.words).toContain('是否在 1979.07.01 以前')
  expect(row('秦叔宝').asks).toEqual(['没有填转正时间'])
  expect(row('罗士信')).toMatchObject({ column: 'later', soonest: 2033 })
  expect(row('王伯当').reasons[0]?.words).toContain('留党察看')
  expect(row('穆桂山')).toMatchObject({ column: 'missing', post: '石桥村党支部' })
  expect((await year(core, 2033)).counts).toMatchObject({ qualifies: 4 })
})

test('clear cases are decided at once, doubtful ones one by one with words; a decision is taken back with a reason', async () => {
  const core = await begin()
  const [a, b, c] = [
    await add(core, '单雄信'),
    await add(core, '秦叔宝'),
    await add(core, '程咬金', { status: '调出' }),
  ]
  const decide = core.api.medals.decide
  await expect(
    decide({ year: 2029, people: [a, b, c].map(cadreRef), decision: '授予', reason: '都核对过' }),
  ).rejects.toMatchObject({ message: '需要核对的逐个定' })
  await decide({ year: 2029, people: [a, b].map(cadreRef), decision: '授予', reason: '' })
  await expect(decide({ year: 2029, people: [cadreRef(c)], decision: '授予', reason: '' })).rejects.toMatchObject({
    code: 'refused',
  })
  await decide({ year: 2029, people: [cadreRef(c)], decision: '暂缓', reason: '组织关系没有转来' })
  const found = await year(core)
  expect(found.counts).toMatchObject({ given: 2, review: 1, qualifies: 0 })
  expect(found.row('程咬金').decision).toMatchObject({ decision: '暂缓', reason: '组织关系没有转来', byName: '陆四' })
  // Who is given one in a year stands on no other year's list.
  expect((await year(core, 2030)).rows.map(({ name }) => name)).toEqual(['程咬金'])
  await expect(decide({ year: 2029, people: [cadreRef(a)], decision: null, reason: '' })).rejects.toMatchObject({
    message: '撤回决定要写明理由',
  })
  await decide({ year: 2029, people: [cadreRef(a)], decision: null, reason: '选错了人' })
  expect((await year(core)).row('单雄信')).toMatchObject({ column: 'qualifies', decision: null })
})

test('what the file lacks is added with both dates and stays apart from the file', async () => {
  const core = await begin()
  const id = await add(core, '单雄信')
  const facts = MemberFacts.pick({ leftOn: true, rejoinedOn: true, refullOn: true, diedOn: true, concern: true })
  const broken = facts.parse({ ...noMedalFacts, leftOn: '1985', rejoinedOn: '1990-05', refullOn: '1991-05' })
  await core.api.medals.putFacts({ cadreId: id, revision: 0, facts: broken, reason: '本人说明' })
  expect((await year(core)).row('单雄信')).toMatchObject({
    column: 'review',
    revision: 1,
    facts: { leftOn: '1985', rejoinedOn: '1990-05' },
  })
  await expect(
    core.api.medals.putFacts({ cadreId: id, revision: 0, facts: noMedalFacts, reason: 'x' }),
  ).rejects.toMatchObject({ code: 'conflict' })
  expect((await core.api.cadres.get({ id })).cadre.partyJoined).toBe('1978-03-12')
  await core.api.careRecords.addEvent({
    cadreId: id,
    kind: '去世',
    whom: '本人',
    on: '2029-06-01',
    until: null,
    need: '',
  })
  const { reasons } = (await year(core)).row('单雄信')
  expect(reasons.map(({ words }) => words).join('；')).toContain('2029.06.01 去世，在七一以前')
})

test('a medal that is handed becomes an honour, the books balance, and what comes back is revoked or struck', async () => {
  const core = await begin()
  const { api } = core
  const [a, b] = [await add(core, '单雄信'), await add(core, '秦叔宝')]
  await api.medals.addMembers({ rows: [member()] })
  const old = (await year(core)).row('穆兰溪').ref
  const people = [cadreRef(a), cadreRef(b), old]
  await expect(api.medals.hand({ year: 2029, people: [handing(cadreRef(a))] })).rejects.toMatchObject({
    message: '有人还没有决定授予',
  })
  await api.medals.decide({ year: 2029, people, decision: '授予', reason: '' })
  await expect(api.medals.hand({ year: 2029, people: [handing(cadreRef(a))] })).rejects.toThrow('数目不够')
  await api.medals.addLot(received(3))
  await expect(
    api.medals.hand({
      year: 2029,
      people: [handing(cadreRef(a), { medalNo: 'A1' }), handing(cadreRef(b), { medalNo: 'A1' })],
    }),
  ).rejects.toMatchObject({ message: '编号 A1 已经用过' })
  await api.medals.hand({
    year: 2029,
    people: [
      handing(cadreRef(a), { medalNo: 'A1' }),
      handing(cadreRef(b), { medalNo: 'A2', to: '家属', receiver: '长女秦月' }),
      handing(old, { medalNo: 'A3' }),
    ],
  })
  const whole = { ...wholeRegister, revoked: true, offset: 0, limit: 50 }
  const honours = await api.honours.list(whole)
  expect(honours.total).toBe(3)
  expect(honours.rows.find(({ shownName }) => shownName === '秦叔宝')).toMatchObject({
    kind: '纪念章',
    level: '国家',
    authority: '中共中央',
    on: '2029-07-01',
    medalNo: 'A2',
    handedNote: '家属代领：长女秦月',
  })
  expect(honours.rows.find(({ shownName }) => shownName === '穆兰溪')).toMatchObject({ cadreId: null })
  expect((await api.cadres.timeline({ id: a })).find(({ stamp }) => stamp === '章')).toMatchObject({ on: '2029-06-24' })
  await expect(api.medals.decide({ year: 2029, people: [cadreRef(a)], decision: '不授', reason: 'x' })).rejects.toThrow(
    '先在台账里登记收回',
  )

  const { awards, lots } = await api.medals.ledger({})
  const of = (name: string) => {
    const found = awards.find(each => each.name === name)
    if (!found) throw new Error(name)
    return { id: found.id, revision: found.revision }
  }
  const [lot] = lots
  if (!lot) throw new Error('no lot')
  await expect(api.medals.strikeLot({ id: lot.id, reason: '误登' })).rejects.toMatchObject({ code: 'refused' })
  const back = { on: '2029-06-24' as Handing['on'], documentNo: '云纪〔2029〕3号' }
  await api.medals.takeBack({
    ...of('单雄信'),
    ...back,
    how: '撤销',
    ground: '有严重违纪违法等行为，影响称号声誉',
    reason: '决定撤销',
  })
  await api.medals.takeBack({ ...of('穆兰溪'), ...back, how: '误发', ground: null, reason: '同名的另一人' })
  const after = await api.honours.list(whole)
  expect(
    after.rows
      .map(({ shownName, revoked }) => [shownName, revoked !== null])
      .toSorted(([one], [other]) => String(one).localeCompare(String(other))),
  ).toEqual([
    ['单雄信', true],
    ['秦叔宝', false],
  ])
  const list = await year(core)
  expect(list.row('穆兰溪')).toMatchObject({ column: 'qualifies', decision: null, award: null })
  expect(list.row('单雄信')).toMatchObject({ column: 'qualifies', decision: { decision: '不授' } })
  const books = await api.medals.ledger({})
  expect(books.awards.filter(({ back: came }) => came === null)).toHaveLength(1)
  await expect(
    api.medals.takeBack({ ...of('单雄信'), ...back, how: '误发', ground: null, reason: 'x' }),
  ).rejects.toMatchObject({ code: 'conflict' })
})

test('an honour that is revoked in the register leaves the medal unsettled until it comes back', async () => {
  const core = await begin()
  const { api } = core
  const id = await add(core, '单雄信')
  await api.medals.decide({ year: 2029, people: [cadreRef(id)], decision: '授予', reason: '' })
  await api.medals.addLot(received(1))
  await api.medals.hand({ year: 2029, people: [handing(cadreRef(id))] })
  const [honour] = (await api.honours.list({ ...wholeRegister, offset: 0, limit: 5 })).rows
  if (!honour) throw new Error('no honour')
  const revocation = { on: '2029-07-05' as never, ground: '弄虚作假，骗取奖励' as const, documentNo: 'x', note: '' }
  await api.honours.revoke({ id: honour.id, revision: honour.revision, revocation, reason: '查实' })
  const [award] = (await api.medals.ledger({})).awards
  expect(award?.unsettled).toBe(true)
  if (!award) return
  const { id: awardId, revision } = award
  const taking = { how: '误发' as const, on: '2029-07-05' as never, ground: null, documentNo: '' }
  await api.medals.takeBack({ id: awardId, revision, ...taking, reason: '交回' })
  const [still] = (await api.honours.list({ ...wholeRegister, revoked: true, offset: 0, limit: 5 })).rows
  expect(still?.revoked).toMatchObject({ documentNo: 'x' })
})

test('steps are settled and opened again, and remind with numbers alone', async () => {
  const core = await begin()
  const { api } = core
  core.time.now = Date.parse('2030-06-24T01:00:00Z')
  await api.session.changePassword({ current: PASSWORD, next: 'Lin3-Wu#Cheng' })
  const notice = async () => (await api.notices.list({})).find(({ id }) => id === 'medals')
  expect(await notice()).toMatchObject({ level: 'late', detail: '6 步没有办，其中 5 步过了日期' })
  const step = { year: 2030, on: '2030-06-24' as never, note: '' }
  await api.medals.settleStep({ ...step, step: 'screen', done: true })
  await expect(api.medals.settleStep({ ...step, step: 'screen', done: true })).rejects.toMatchObject({
    code: 'conflict',
  })
  expect((await year(core, 2030)).steps).toEqual([{ step: 'screen', on: '2030-06-24', note: '', byName: '陆四' }])
  expect(await notice()).toMatchObject({ detail: '5 步没有办，其中 4 步过了日期' })
  await api.medals.settleStep({ ...step, step: 'screen', done: false })
  expect((await year(core, 2030)).steps).toEqual([])
})

test('an old member is corrected, and taken out only while nothing was decided', async () => {
  const core = await begin()
  const { api } = core
  await api.medals.addMembers({ rows: [member()] })
  const { ref } = (await year(core)).row('穆兰溪')
  if (ref.of !== 'member') throw new Error('a file')
  const facts = member({ partyJoined: '1978-09', partyFull: '1979-09' })
  await api.medals.changeMember({ id: ref.id, revision: 1, facts, reason: '看了入党志愿书' })
  expect((await year(core)).row('穆兰溪')).toMatchObject({ column: 'later', soonest: 2030 })
  expect(await api.medals.member({ id: ref.id })).toMatchObject({ facts: { partyJoined: '1978-09' }, revision: 2 })
  await expect(api.medals.removeMember({ id: ref.id, revision: 1, reason: 'x' })).rejects.toMatchObject({
    code: 'conflict',
  })
  await api.medals.removeMember({ id: ref.id, revision: 2, reason: '重复登记' })
  expect((await year(core)).rows).toEqual([])
})

test('two files of one person become one: facts, decisions and medals follow, and go back', async () => {
  const core = await begin()
  const { api } = core
  const [a, b] = [await add(core, '单雄信'), await add(core, '单雄信')]
  await api.medals.putFacts({
    cadreId: b,
    revision: 0,
    facts: { ...noMedalFacts, concern: '档案在外地' },
    reason: 'x',
  })
  await api.medals.decide({ year: 2029, people: [cadreRef(b)], decision: '授予', reason: '看过档案' })
  await api.medals.addLot(received(1))
  await api.medals.hand({ year: 2029, people: [handing(cadreRef(b))] })
  const revision = async (id: CadreId) => (await api.cadres.get({ id })).revision
  await api.duplicates.merge({
    keep: a,
    drop: b,
    revisions: { keep: await revision(a), drop: await revision(b) },
    sides: [],
    takePhoto: false,
    reason: '同一人',
  })
  const merged = (await year(core)).row('单雄信')
  expect(merged).toMatchObject({ ref: { id: a }, column: 'given', facts: { concern: '档案在外地' }, revision: 1 })
  expect(merged.award).not.toBeNull()
  const [merge] = (await api.cadres.history({ id: a })).filter(({ kind }) => kind === 'merge')
  await api.cadres.undo({ id: a, changeSetId: merge?.id ?? '' })
  const given = (await year(core)).rows.filter(({ column }) => column === 'given')
  expect(given.map(({ ref }) => ref.id)).toEqual([b])
})

test('a leader reads the list and is told nothing of what stands in a file', async () => {
  const { place } = await freshStore()
  const core = await signedIn('officer', place)
  const row = {
    kind: '党纪处分',
    name: '党内警告',
    on: '2010-05',
    authority: '',
    documentNumber: '',
    reason: '',
    influenceUntil: null,
    revokedOn: null,
  }
  await add(core, '单雄信', { punishments: [row] })
  expect((await year(core)).row('单雄信').reasons[0]?.words).toContain('党内警告')
  const { store } = core.gatehouse
  if (!store) throw new Error('closed')
  const caller = { id: '' as never, name: '', roles: ['leader' as const], scope: null }
  const [told] = await rowsOfYear({ db: store.root, caller }, 2029, null)
  expect(told?.reasons.map(({ words }) => words)).toEqual(['档案里有要核对的情况，由管档案的人核对'])
})

test('a certificate is numbered from the decision on, and its number stands in the register once the medal is handed over', async () => {
  const core = await begin()
  const { api } = core
  await api.medals.addMembers({ rows: [member(), member({ name: '穆桂山' })] })
  const list = await year(core)
  const people = ['穆兰溪', '穆桂山'].map(name => list.row(name).ref)
  await api.medals.decide({ year: 2029, people, decision: '授予', reason: '' })
  const { row } = await year(core)
  const ids = [row('穆桂山').decision?.id ?? '', row('穆兰溪').decision?.id ?? '']
  const [template] = await api.certificates.templates({})
  if (!template) throw new Error('no template')
  await api.certificates.number({ of: 'medals', ids, template: template.key, first: 1, gap: '' })
  const { rows } = await api.certificates.proof({ of: 'medals', ids })
  expect(rows.map(({ name, fields }) => [name, fields.年份, fields.日期])).toEqual([
    ['穆桂山', '2029', expect.stringContaining('2029年7月1日')],
    ['穆兰溪', '2029', expect.stringContaining('2029年7月1日')],
  ])
  const number = rows[0]?.number ?? ''
  expect(number).not.toBe('')
  await api.medals.addLot(received(1))
  await api.medals.hand({ year: 2029, people: [handing(row('穆桂山').ref)] })
  const [honour] = (await api.honours.list({ ...wholeRegister, offset: 0, limit: 5 })).rows
  expect(honour).toMatchObject({ shownName: '穆桂山', certificateNo: number })
  await api.medals.decide({ year: 2029, people: [row('穆兰溪').ref], decision: '暂缓', reason: '再核对' })
  await expect(api.certificates.proof({ of: 'medals', ids: [ids[1] ?? ''] })).rejects.toMatchObject({
    code: 'not-found',
  })
})

test('an old member without a file is visited: the year shows it, a struck visit counts no more', async () => {
  const core = await begin()
  const { api } = core
  await api.medals.addMembers({ rows: [member(), member({ name: '穆桂山' })] })
  const ids = (await year(core)).rows.flatMap(({ ref }) => (ref.of === 'member' ? [ref.id] : []))
  const facts = { on: '2029-06-20', visitors: '组织部', moneyFen: 500_00, goods: '', note: '' }
  await expect(api.medals.addVisits({ people: ids, facts: { ...facts, on: '2099-06-20' } })).rejects.toMatchObject({
    message: '走访日期还没有到',
  })
  expect(await api.medals.addVisits({ people: ids, facts })).toEqual({ visited: 2 })
  expect((await year(core)).rows.map(({ visitedOn }) => visitedOn)).toEqual(['2029-06-20', '2029-06-20'])
  expect((await year(core, 2030)).row('穆兰溪').visitedOn).toBeNull()
  const { ref } = (await year(core)).row('穆兰溪')
  if (ref.of !== 'member') throw new Error('a file')
  const [visit] = await api.medals.visits({ id: ref.id })
  expect(visit).toMatchObject({ on: '2029-06-20', moneyFen: 500_00, visitors: '组织部', struckFor: '' })
  await api.medals.strikeVisit({ id: visit?.id ?? '', reason: '登错了人' })
  await expect(api.medals.strikeVisit({ id: visit?.id ?? '', reason: 'x' })).rejects.toMatchObject({
    code: 'conflict',
  })
  expect((await year(core)).row('穆兰溪').visitedOn).toBeNull()
  expect(await api.medals.visits({ id: ref.id })).toMatchObject([{ struckFor: '登错了人' }])
})

test('whoever is to be entered and bears the name and birth of a file or of one entered already is told of', async () => {
  const core = await begin()
  await add(core, '单雄信')
  await core.api.medals.addMembers({ rows: [member()] })
  const people = [
    { name: '单雄信', birth: '1953' },
    { name: '单雄信', birth: '1953-06' },
    { name: '单雄信', birth: null },
    { name: '穆兰溪', birth: '1950-02-11' },
    { name: '程咬金', birth: '1953-05' },
  ].map(each => MemberFacts.pick({ name: true, birth: true }).parse(each))
  const found = await core.api.medals.namesakes({ people })
  expect(found.map(({ place, of }) => [place, of])).toEqual([
    [0, 'cadre'],
    [2, 'cadre'],
    [3, 'member'],
  ])
})

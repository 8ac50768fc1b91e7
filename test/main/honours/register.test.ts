import { expect, test } from 'vitest'
import type { CadreId } from '../../../src/shared/cadres/cadres'
import { addDays, Day } from '../../../src/shared/dates/add-months'
import { todayDay } from '../../../src/shared/dates/today'
import { HonourFacts, wholeRegister } from '../../../src/shared/honours/honours'
import { endingRegister } from '../../../src/shared/honours/validity'
import { type Core, signedIn } from '../../helpers/harness'

const everything = { ...wholeRegister, offset: 0, limit: 50 }
const honour = (more: Partial<Record<keyof HonourFacts, unknown>> = {}): HonourFacts =>
  HonourFacts.parse({
    holder: 'team',
    cadreId: null,
    unitId: null,
    holderName: '云溪河整治专班',
    members: [],
    name: '“出彩型”好团队',
    kind: '出彩型',
    level: '区',
    authority: '中共云泽区委',
    nature: '党委',
    on: '2029-07-01',
    documentNo: '云发〔2029〕12号',
    documentTitle: '',
    ground: '1',
    bonusFen: null,
    certificateNo: '',
    medalNo: '',
    handedOn: null,
    handedNote: '',
    deeds: '三个月完成整治',
    evidence: '',
    publicity: '',
    posthumous: false,
    ...more,
  })

const add = async ({ api }: Core, name: string): Promise<CadreId> =>
  (await api.cadres.add({ name, birth: '1980-05', unitId: null })).cadre.id

test('a team is honoured with its members: each finds it among the own honours', async () => {
  const core = await signedIn('officer')
  const id = await add(core, '单雄信')
  const made = await core.api.honours.add(
    honour({
      members: [
        { cadreId: id, name: '', part: '现场总调度' },
        { cadreId: null, name: '义务监督员若干', part: '' },
      ],
    }),
  )
  expect(made).toMatchObject({ shownName: '云溪河整治专班', members: [{ name: '单雄信' }, { name: '义务监督员若干' }] })
  const own = await core.api.honours.list({ ...everything, cadreId: id })
  expect(own.rows.map(({ name }) => name)).toEqual(['“出彩型”好团队'])
})

test('who holds it must fit: refused with words', async () => {
  const { api } = await signedIn('officer')
  await expect(api.honours.add(honour({ holderName: '' }))).rejects.toMatchObject({ message: '写上团队名称' })
  const members = [{ cadreId: null, name: '甲', part: '' }]
  await expect(api.honours.add(honour({ holder: 'person', members }))).rejects.toMatchObject({ code: 'refused' })
})

test('verified against an original, then revoked: it stays in the register as revoked and is not changed again', async () => {
  const { api, time } = await signedIn('officer')
  const made = await api.honours.add(honour())
  const today = new Date(time.now).toISOString().slice(0, 10)
  const verified = await api.honours.verify({ id: made.id, revision: 1, on: today, original: '表彰决定原件' })
  expect(verified.verified).toEqual({ on: today, byName: '陆四', original: '表彰决定原件' })
  const revocation = {
    on: today,
    ground: '弄虚作假，骗取奖励' as const,
    documentNo: '云发〔2030〕1号',
    note: '',
  }
  await expect(api.honours.revoke({ id: made.id, revision: 1, revocation, reason: '查实' })).rejects.toMatchObject({
    code: 'conflict',
  })
  await expect(
    api.honours.revoke({
      id: made.id,
      revision: 2,
      revocation: { ...revocation, on: '2029-06-30' },
      reason: '查实',
    }),
  ).rejects.toMatchObject({ message: '撤销日期早于授予日期' })
  const revoked = await api.honours.revoke({ id: made.id, revision: 2, revocation, reason: '查实' })
  expect(revoked.revoked).toMatchObject({ ground: '弄虚作假，骗取奖励' })
  expect((await api.honours.list(everything)).total).toBe(0)
  expect((await api.honours.list({ ...everything, revoked: true })).total).toBe(1)
  await expect(api.honours.change({ id: made.id, revision: 3, facts: honour(), reason: '改' })).rejects.toMatchObject({
    message: '已撤销的荣誉不再修改',
  })
})

test('two files of one person become one: honours and memberships follow, and go back', async () => {
  const core = await signedIn('officer')
  const [a, b] = [await add(core, '单雄信'), await add(core, '单雄信')]
  await core.api.honours.add(honour({ holder: 'person', holderName: '', cadreId: b }))
  await core.api.honours.add(honour({ members: [{ cadreId: b, name: '', part: '' }] }))
  const of = async (id: CadreId) => (await core.api.honours.list({ ...everything, cadreId: id })).total
  expect([await of(a), await of(b)]).toEqual([0, 2])
  const revision = async (id: CadreId) => (await core.api.cadres.get({ id })).revision
  await core.api.duplicates.merge({
    keep: a,
    drop: b,
    revisions: { keep: await revision(a), drop: await revision(b) },
    sides: [],
    takePhoto: false,
    reason: '同一人',
  })
  expect(await of(a)).toBe(2)
  const [merge] = (await core.api.cadres.history({ id: a })).filter(({ kind }) => kind === 'merge')
  await core.api.cadres.undo({ id: a, changeSetId: merge?.id ?? '' })
  expect([await of(a), await of(b)]).toEqual([0, 2])
})

test('a title that holds for a time is told when it ends soon or has ended, and found by what the notice leads to', async () => {
  const { api, time } = await signedIn('officer')
  const on = (days: number) => addDays(todayDay(new Date(time.now)), days)
  const notice = async () => (await api.notices.list({})).find(({ id }) => id === 'honours-validity')
  for (const [holderName, days] of [
    ['早就到期的', -61],
    ['刚到期的', -1],
    ['快到期的', 30],
    ['还早的', 31],
  ] as const)
    await api.honours.add(honour({ holderName, on: '2020-07-01', validUntil: on(days) }))
  expect(await notice()).toMatchObject({ level: 'today', detail: '1 项已到期，1 项快到期' })
  const { rows } = await api.honours.list({ ...everything, ...endingRegister(on(0)) })
  expect(rows.map(({ shownName }) => shownName).toSorted()).toEqual(['刚到期的', '快到期的', '早就到期的'])
  const [row] = rows.filter(({ shownName }) => shownName === '刚到期的')
  if (!row) throw new Error('no row')
  await api.honours.revoke({
    id: row.id,
    revision: row.revision,
    revocation: { on: on(0), ground: '弄虚作假，骗取奖励', documentNo: '云发〔2030〕1号', note: '' },
    reason: '查实',
  })
  expect(await notice()).toMatchObject({ level: 'soon', detail: '1 项快到期' })
})

test('a board counts commendations; medals for years of membership stand apart unless they are asked for', async () => {
  const { api } = await signedIn('officer')
  await api.honours.add(honour({ level: '国家' }))
  await api.honours.add(
    honour({ level: '国家', kind: '纪念章', name: '“光荣在党50年”纪念章', holderName: '前进村党支部' }),
  )
  const summed = (cells: readonly { count: number }[]) => cells.reduce((sum, { count }) => sum + count, 0)
  const board = await api.honours.board(wholeRegister)
  expect([summed(board.cells), summed(board.units), board.apart]).toEqual([1, 1, 1])
  const asked = await api.honours.board({ ...wholeRegister, kinds: ['纪念章'] })
  expect([summed(asked.cells), asked.apart]).toEqual([1, 0])
  expect((await api.honours.list(everything)).total).toBe(2)
})

test('what was given since a day is what certainly was; a brand leaves what its campaigns gave', async () => {
  const { api } = await signedIn('officer')
  for (const on of ['2026', '2026-11', '2026-11-20', '2026-12']) await api.honours.add(honour({ on, holderName: on }))
  const since = Day.parse('2026-11-20')
  const { rows } = await api.honours.list({ ...everything, since })
  expect(rows.map(({ on }) => on)).toEqual(['2026-12', '2026-11-20'])
  expect((await api.honours.list({ ...everything, brand: 'chucai' })).total).toBe(0)
})

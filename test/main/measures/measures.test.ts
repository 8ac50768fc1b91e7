import { expect, test } from 'vitest'
import { rowsOf } from '../../../src/main/cadres/moving'
import { Day } from '../../../src/shared/dates/add-months'
import type { MeasureFacts } from '../../../src/shared/measures/measures'
import { signedIn, signInAs } from '../../helpers/harness'
import { department, NEXT, nobody, planOf } from '../interviews/department'

const day = (text: string): Day => Day.parse(text)
const facts: Omit<MeasureFacts, 'cadreId'> = {
  kind: '诫勉',
  on: day('2029-08-31'),
  documentNumber: '云组诫〔2029〕3号',
  authority: '区委',
  matter: '违反会议纪律，擅自变更议题',
  questions: '',
  months: null,
}
const anything = { kinds: [], cadreId: null, offset: 0, limit: 10 }

test('诫勉 enters the file: its restriction, facts and timeline follow, and go when it is revoked', async () => {
  const { core, cadre } = await department()
  const made = await core.api.measures.add({ ...facts, cadreId: cadre })
  expect(made).toMatchObject({ kind: '诫勉', cadreName: '周启明', revision: 1, byName: '陆四' })
  const file = await core.api.cadres.get({ id: cadre })
  expect(file.cadre.punishments).toEqual([
    {
      kind: '诫勉',
      name: '诫勉',
      on: '2029-08-31',
      authority: '区委',
      documentNumber: '云组诫〔2029〕3号',
      reason: '违反会议纪律，擅自变更议题',
      influenceUntil: null,
      revokedOn: null,
    },
  ])
  const asked = { cadreId: cadre, action: '提拔' as const }
  const open = await core.api.measures.restriction({ ...asked, on: day('2030-01-02') })
  expect(open).toMatchObject({ state: 'open', until: { latest: '2030-02-27' } })
  expect(open.by[0]?.basis.status).toBe('CONFIRMED(S)')
  expect((await core.api.measures.restriction({ ...asked, on: day('2030-02-28') })).state).toBe('none')
  const timeline = await core.api.cadres.timeline({ id: cadre })
  expect(timeline.find(({ notice }) => notice !== null)).toMatchObject({ title: '诫勉', side: 'strict' })
  const question = {
    tree: {
      kind: 'all' as const,
      not: false,
      of: [{ kind: 'is' as const, not: false, field: 'restricted', operator: 'in' as const, values: ['yes'] }],
    },
    on: null,
  }
  expect(JSON.stringify(question)).toContain('restricted')

  // Corrected: the same row of the file, with the months of the decision.
  const { kind: _kind, ...changed } = { ...facts, months: 12 }
  const corrected = await core.api.measures.change({ id: made.id, revision: 1, facts: changed, reason: '按决定' })
  const rows = (await core.api.cadres.get({ id: cadre })).cadre.punishments
  expect(rows).toHaveLength(1)
  expect(rows[0]?.influenceUntil).toBe('2030-08-30')
  await expect(
    core.api.measures.change({ id: made.id, revision: 1, facts: changed, reason: 'x' }),
  ).rejects.toMatchObject({
    code: 'conflict',
  })
  const copied = await core.api.measures.copy({
    id: made.id,
    revision: corrected.revision,
    to: '街道党工委书记',
    on: day('2029-09-03'),
  })
  expect(copied).toMatchObject({ copiedTo: '街道党工委书记', copiedOn: '2029-09-03' })
  // What does not change the row leaves the file alone.
  const before = (await core.api.cadres.get({ id: cadre })).revision
  const followed = await core.api.measures.follow({
    id: made.id,
    revision: copied.revision,
    on: day('2030-01-02'),
    correction: '已改正',
    note: '',
  })
  expect((await core.api.cadres.get({ id: cadre })).revision).toBe(before)
  await core.api.measures.revoke({
    id: made.id,
    revision: followed.revision,
    on: day('2030-01-02'),
    reason: '决定撤销',
  })
  expect((await core.api.cadres.get({ id: cadre })).cadre.punishments[0]?.revokedOn).toBe('2030-01-02')
  expect((await core.api.measures.restriction({ ...asked, on: day('2030-01-02') })).state).toBe('none')
  core.close()
})

test('函询: answered late, judged; a talk planned from it stands with it; what is due reminds', async () => {
  const { core, cadre, idOf } = await department()
  const { id } = await core.api.measures.add({
    ...facts,
    kind: '函询',
    cadreId: cadre,
    on: day('2029-12-03'),
    questions: '请说明房产情况。',
  })
  const notices = await core.api.notices.list({})
  expect(notices.find(({ id: notice }) => notice === 'measures')).toMatchObject({ level: 'late', detail: '逾期 1 件' })
  await expect(core.api.measures.judge({ id, revision: 1, verdict: '采信', note: '' })).rejects.toThrow(
    '还没有登记答复',
  )
  await expect(core.api.measures.reply({ id, revision: 1, on: day('2029-12-01'), text: '早了' })).rejects.toThrow(
    '早于',
  )
  await expect(
    core.api.measures.follow({ id, revision: 1, on: day('2030-01-02'), correction: '已改正', note: '' }),
  ).rejects.toThrow('这件是函询')
  const replied = await core.api.measures.reply({ id, revision: 1, on: day('2029-12-31'), text: '已如实说明。' })
  await core.api.measures.judge({ id, revision: replied.revision, verdict: '采信', note: '材料相符' })
  // Nothing of it stands in the file, and the file's timeline tells that there was one.
  expect((await core.api.cadres.get({ id: cadre })).cadre.punishments).toEqual([])
  const timeline = await core.api.cadres.timeline({ id: cadre })
  expect(timeline.find(({ title }) => title === '函询')).toMatchObject({ side: 'strict', state: 'done' })
  expect(JSON.stringify(timeline)).not.toContain('房产')
  await core.api.interviews.plan({
    plans: [planOf(cadre, [idOf('陆四')], { kind: 'inquiry', recorderId: idOf('方汀兰'), dueKey: `measure:${id}` })],
    round: null,
    avoid: nobody,
  })
  expect((await core.api.measures.get({ id })).talks).toMatchObject([{ state: 'planned', readable: true }])
  expect((await core.api.notices.list({})).some(({ id: notice }) => notice === 'measures')).toBe(false)
  core.close()
})

test('who may: the officer all, a leader reads, an interviewer and administrators nothing', async () => {
  const { place, core, cadre } = await department()
  const { id } = await core.api.measures.add({ ...facts, cadreId: cadre })
  core.close()
  const leader = await signInAs(place, 'buzhang', NEXT)
  expect((await leader.api.measures.list(anything)).total).toBe(1)
  expect((await leader.api.measures.get({ id })).measure.matter).toBe(facts.matter)
  await expect(
    leader.api.measures.revoke({ id, revision: 1, on: day('2030-01-02'), reason: 'x' }),
  ).rejects.toMatchObject({
    code: 'forbidden',
  })
  leader.close()
  const talker = await signInAs(place, 'tan1', NEXT)
  await expect(talker.api.measures.list(anything)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(talker.api.measures.get({ id })).rejects.toMatchObject({ code: 'forbidden' })
  talker.close()
  for (const role of ['sysadmin', 'secadmin', 'auditor'] as const) {
    const admin = await signedIn(role, place)
    await expect(admin.api.measures.list(anything)).rejects.toMatchObject({ code: 'forbidden' })
    admin.close()
  }
})

test('two files of one person: the measures follow, and go back', async () => {
  const { core, cadre } = await department()
  const { cadre: other } = await core.api.cadres.add({ name: '周启明', birth: '1988-05', unitId: null })
  await core.api.measures.add({ ...facts, kind: '提醒', cadreId: other.id })
  const moveTo = rowsOf('measures')
  const store = core.gatehouse.store
  if (!store) throw new Error('open')
  const moved = await moveTo(store.root, other.id, cadre)
  expect((await core.api.measures.list({ ...anything, cadreId: cadre })).total).toBe(1)
  await moveTo(store.root, cadre, other.id, moved)
  expect((await core.api.measures.list({ ...anything, cadreId: cadre })).total).toBe(0)
  core.close()
})

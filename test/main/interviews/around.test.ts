import { expect, test } from 'vitest'
import { Day } from '../../../src/shared/dates/add-months'
import { type Core, signedIn, signInAs } from '../../helpers/harness'
import { department, NEXT, planOf, planOne } from './department'

const on = Day.parse('2030-01-02')

/** A talk of an interviewer that is held and locked, with one promise of the officer's. */
async function held() {
  const all = await department()
  const { place, core, idOf, cadre } = all
  const id = await planOne(core, planOf(cadre, [idOf('方汀兰')], { kind: 'reminder', occasion: '了解情况' }))
  core.close()
  const talker = await signInAs(place, 'tan1', NEXT)
  await talker.api.interviews.open({ id, heldOn: null })
  const { revision, details } = await talker.api.interviews.get({ id })
  await talker.api.interviews.keepDetails({ id, revision, details: { ...details, summary: '私下说的那句话' } })
  const promise = await talker.api.promises.add({
    kind: '承诺',
    theme: '工作条件',
    text: '协调增配一名医生',
    cadreId: cadre,
    interviewId: id,
    noteId: null,
    ownerId: idOf('方汀兰'),
    helper: '',
    dueOn: Day.parse('2030-01-09'),
  })
  return { ...all, id, talker, promise }
}

const timelineOf = async (core: Core, id: Awaited<ReturnType<typeof held>>['cadre']) =>
  (await core.api.cadres.timeline({ id })).filter(({ tab }) => tab === 'talks')

test('the file tells who, when and which kind, and nothing of what was said', async () => {
  const { place, talker, cadre } = await held()
  talker.close()
  const core = await signedIn('officer', place)
  const told = await timelineOf(core, cadre)
  expect(told.map(({ kind, title, side, state }) => [kind, title, side, state])).toEqual([
    ['承诺诉求', '承诺：协调增配一名医生', 'care', null],
    ['谈话', '提醒谈话', 'strict', 'today'],
  ])
  expect(JSON.stringify(told)).not.toContain('私下说的')
  core.time.now += 8 * 86_400_000
  expect((await timelineOf(core, cadre)).find(({ kind }) => kind === '承诺诉求')).toMatchObject({
    state: 'late',
    detail: '工作条件，责任人 方汀兰，逾期 1 天',
  })
  core.close()
})

test('whoever answers for a promise is reminded when it is due and when it is late, and nobody else', async () => {
  const { place, talker } = await held()
  expect((await talker.api.notices.list({})).map(({ id }) => id)).toEqual([])
  talker.time.now += 7 * 86_400_000
  expect(await talker.api.notices.list({})).toMatchObject([{ id: 'promises-today', detail: '1 件' }])
  talker.time.now += 86_400_000
  expect(await talker.api.notices.list({})).toMatchObject([{ id: 'promises-late', level: 'late' }])
  const later = talker.time.now
  talker.close()
  const other = await signInAs(place, 'tan2', NEXT)
  other.time.now = later
  expect((await other.api.notices.list({})).map(({ id }) => id)).toEqual([])
  other.close()
})

test('the queries ask about talks by a person’s last talk, months without one, counts and what is open', async () => {
  const { place, talker, cadre, id } = await held()
  const note = (part: string) => ({
    id: crypto.randomUUID() as never,
    revision: 0,
    position: 1,
    part,
    form: '答' as const,
    mark: null,
    text: '记下了',
    sealed: false,
    at: '2030-01-02T02:01:00.000Z',
    soundMs: null,
    removed: false,
  })
  const kinds = await talker.api.interviews.kinds({})
  const outline = kinds.find(({ key }) => key === 'reminder')?.outline ?? []
  await talker.api.interviews.keepNotes({ id, notes: outline.map(({ key }) => note(key)) })
  await talker.api.interviews.finish({ id })
  talker.close()
  const core = await signedIn('officer', place)
  const other = await core.api.cadres.add({ name: '何以宁', birth: null, unitId: null })
  const ask = async (
    field: string,
    operator: 'since' | 'atLeast' | 'atMost' | 'yes',
    ...values: (string | number)[]
  ) => {
    const tree = {
      kind: 'all' as const,
      not: false,
      of: [{ kind: 'is' as const, not: false, field, operator, values }],
    }
    const sort = { by: 'name' as const, descending: false }
    const { ids } = await core.api.queries.ids({ tree, on, which: 'matching', sort })
    const open = await core.api.queries.ids({ tree, on, which: 'open', sort })
    return [ids, open.ids]
  }
  expect(await ask('lastTalkOn', 'since', '2030-01')).toEqual([[cadre], [other.cadre.id]])
  expect(await ask('monthsQuiet', 'atLeast', 6)).toEqual([[other.cadre.id], []])
  expect(await ask('talksThisYear', 'atLeast', 1)).toEqual([[cadre], []])
  expect(await ask('talks', 'atLeast', 0, 1)).toEqual([[cadre], []])
  expect(await ask('promisesOpen', 'yes')).toEqual([[cadre], []])
  expect(await ask('promisesLate', 'yes')).toEqual([[], []])
  const keys = (await core.api.queries.fields({})).filter(({ group }) => group === '谈话').map(({ key }) => key)
  expect(keys).toEqual(['lastTalkOn', 'monthsQuiet', 'talksThisYear', 'talks', 'promisesOpen', 'promisesLate'])
  const plan = core.gatehouse.store?.raw
    .prepare(
      'EXPLAIN QUERY PLAN SELECT (SELECT max(held_on) FROM interview_people WHERE cadre_key = cadre_facts.key AND held_on BETWEEN 0 AND 99999999) FROM cadre_facts',
    )
    .all() as { detail: string }[]
  expect(plan.map(({ detail }) => detail).join('\n')).toContain('interview_people_by_cadre (cadre_key=?)')
  core.close()
})

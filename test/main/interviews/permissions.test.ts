import { expect, test } from 'vitest'
import { contract } from '../../../src/shared/contract'
import { Day } from '../../../src/shared/dates/add-months'
import type { NoteDraft, NoteId } from '../../../src/shared/interviews/interviews'
import { type Core, signedIn, signInAs } from '../../helpers/harness'
import { department, NEXT, planOf, planOne } from './department'

const SAID = '私下说的那句话'
const SEALED = '密封起来的那句话'
const PROMISED = '协调增配一名医生'
const day = Day.parse('2030-01-02')

const line = (text: string, more: Partial<NoteDraft> = {}): NoteDraft => ({
  id: crypto.randomUUID() as NoteId,
  revision: 0,
  position: 1,
  part: 'worries',
  form: '答',
  mark: null,
  text,
  sealed: false,
  at: '2030-01-02T02:01:00.000Z',
  soundMs: null,
  removed: false,
  ...more,
})

/** A talk that is held, with lines, a sealed one, a summary and a promise; nobody but its talker was given it. */
async function held() {
  const all = await department()
  const { place, core, idOf, cadre } = all
  const id = await planOne(core, planOf(cadre, [idOf('方汀兰')]))
  core.close()
  const talker = await signInAs(place, 'tan1', NEXT)
  const { revision, details } = await talker.api.interviews.open({ id, heldOn: null })
  const sealed = line(SEALED, { sealed: true })
  await talker.api.interviews.keepNotes({ id, notes: [line(SAID), sealed] })
  await talker.api.interviews.keepDetails({ id, revision, details: { ...details, summary: SAID } })
  const owner = { ownerId: idOf('方汀兰'), helper: '', dueOn: Day.parse('2030-01-09') }
  const matter = { kind: '承诺' as const, theme: '工作条件' as const, text: PROMISED, cadreId: cadre }
  await talker.api.promises.add({ ...matter, ...owner, interviewId: id, noteId: null })
  const outline = (await talker.api.interviews.kinds({})).find(({ key }) => key === 'everyday')?.outline ?? []
  await talker.api.interviews.keepNotes({ id, notes: outline.map(({ key }) => line(SAID, { part: key })) })
  await talker.api.interviews.finish({ id })
  const filter = { mine: false, from: null, to: null, states: [], kinds: [], cadreId: null, roundId: null }
  const page = { offset: 0, limit: 50 }
  const document = { of: 'interview', id }
  const [by, until, months, unitId] = ['unit', day, 12, null]
  const promised = { states: [], kinds: [], ownerId: null, cadreId: cadre, interviewId: id, unitId: null, late: false }
  /** A request for every read of talks that there is. A new read stands here or the test fails. */
  const reads: Record<string, object> = {
    'interviews.kinds': {},
    'interviews.kindVersions': { key: 'everyday' },
    'interviews.talkers': {},
    'interviews.list': { filter: { ...filter, cadreId: cadre }, ...page },
    'interviews.get': { id },
    'interviews.header': { id },
    'interviews.parties': { id },
    'interviews.photo': { id, cadreId: cadre },
    'interviews.notesSince': { id, since: null },
    'interviews.unseal': { id, noteId: sealed.id, reason: '想看看' },
    'interviews.search': { text: '那句话', limit: 50 },
    'promises.list': { filter: promised, ...page },
    'promises.figures': { from: day, to: day, unitId },
    'talkRules.list': {},
    'talkRules.versions': { id: 'appointed' },
    'talkRules.due': { states: [], unitId, cadreId: null, ...page },
    'talkRules.occasions': { cadreId: cadre },
    'talkRules.coverage': { by, until, months, unitId },
    'talkRules.covered': { by, until, months, unitId, key: '', month: null, reached: true, ...page },
    'talkRules.quiet': { months, unitId, level: null, ...page },
    'talkBriefs.get': { id },
    'handovers.gone': {},
    'handovers.preview': { from: idOf('方汀兰'), to: null },
    'documents.proof': { document },
    'documents.wholeProof': { document, reason: '想看看' },
    'documents.templates': {},
    'talkQuestions.list': {},
    'sound.status': { interviewId: id },
    'sound.open': { interviewId: id, reason: '想听听' },
    'sound.pieces': { id: crypto.randomUUID(), from: 0, count: 1 },
    'scans.list': { interviewId: id },
    'scans.open': { interviewId: id, id: crypto.randomUUID(), reason: '想看看' },
    'scans.part': { interviewId: id, id: crypto.randomUUID(), part: 0 },
  }
  return { ...all, talker, reads }
}

const features = [
  'interviews',
  'promises',
  'talkRules',
  'talkBriefs',
  'handovers',
  'documents',
  'talkQuestions',
  'sound',
  'scans',
] as const

/** What each read gives away of the talk, to whoever asks: its words or the code of the refusal. */
async function told({ bridge }: Core, reads: Record<string, object>): Promise<Record<string, string>> {
  const answers: Record<string, string> = {}
  for (const [channel, input] of Object.entries(reads)) {
    const result = await bridge.invoke({ id: crypto.randomUUID(), channel, input })
    const words = JSON.stringify(result)
    const secrets = [SAID, SEALED, PROMISED].filter(secret => words.includes(secret))
    answers[channel] = result.ok ? secrets.join('、') : result.error.code
    if (!result.ok) expect(secrets, channel).toEqual([])
  }
  return answers
}

test('every read of talks as everybody else: what was said stays with those who hold the talk', async () => {
  const { place, talker, reads } = await held()
  const asked = new Set(Object.keys(reads))
  const all = features.flatMap(feature =>
    Object.entries(contract[feature])
      .filter(([, { kind }]) => kind === 'query')
      .map(([call]) => `${feature}.${call}`),
  )
  expect(all.filter(channel => !asked.has(channel))).toEqual([])

  const own = await told(talker, reads)
  expect(own['interviews.get']).toContain(SAID)
  expect(own['interviews.search']).toBe(SAID)
  expect(own['interviews.unseal']).toBe(SEALED)
  talker.close()

  const silent = (answers: Record<string, string>): string[] =>
    Object.entries(answers).flatMap(([channel, answer]) =>
      [SAID, SEALED].some(secret => answer.includes(secret)) ? [channel] : [],
    )
  const hidden = [
    'interviews.get',
    'interviews.header',
    'interviews.photo',
    'interviews.notesSince',
    'interviews.unseal',
    'talkBriefs.get',
    'documents.proof',
    'documents.wholeProof',
  ]
  for (const [login, sees] of [
    ['tan2', ''],
    // A leader oversees what was promised, and nothing of what was said.
    ['buzhang', PROMISED],
  ] as const) {
    const other = await signInAs(place, login, NEXT)
    const answers = await told(other, reads)
    expect(silent(answers), login).toEqual([])
    for (const channel of hidden) expect(answers[channel], `${login} ${channel}`).toBe('not-found')
    expect(answers['promises.list'], login).toBe(sees)
    other.close()
  }
  const officer = await signedIn('officer', place)
  const planner = await told(officer, reads)
  expect(silent(planner)).toEqual([])
  expect(planner['interviews.header']).toBe('')
  for (const channel of ['interviews.get', 'interviews.notesSince', 'interviews.unseal', 'documents.proof'])
    expect(planner[channel], channel).toBe('refused')
  officer.close()
})

test('administrators are refused every read of talks, and each refusal is written down', async () => {
  const { place, talker, reads } = await held()
  talker.close()
  for (const role of ['sysadmin', 'secadmin', 'auditor'] as const) {
    const admin = await signedIn(role, place)
    const answers = await told(admin, reads)
    expect([...new Set(Object.values(answers))], role).toEqual(['forbidden'])
    const refused = admin.gatehouse.store?.raw
      .prepare(
        `SELECT count(*) FROM audit_lines WHERE body LIKE '%"outcome":"refused"%' AND body LIKE '%interviews.get%'`,
      )
      .pluck()
      .get()
    expect(refused, role).toBeGreaterThan(0)
    admin.close()
  }
})

test('a group talk stands in the file of each who was there', async () => {
  const { core, idOf, cadre } = await department()
  const { cadre: second } = await core.api.cadres.add({ name: '何以宁', birth: null, unitId: null })
  const id = await planOne(
    core,
    planOf(cadre, [idOf('陆四')], { kind: 'group', subjects: [cadre, second.id], occasion: '换届纪律' }),
  )
  await core.api.interviews.open({ id, heldOn: Day.parse('2029-12-28') })
  const kind = (await core.api.interviews.kinds({})).find(({ key }) => key === 'group')
  await core.api.interviews.keepNotes({
    id,
    notes: (kind?.outline ?? []).map(({ key }) => line('记下了', { part: key })),
  })
  const { revision, details } = await core.api.interviews.get({ id })
  const filled = { summary: '都表了态', spirit: '平稳', mindset: '平和', posture: '尽责' }
  await core.api.interviews.keepDetails({ id, revision, details: { ...details, ...filled } })
  await core.api.interviews.finish({ id })
  for (const person of [cadre, second.id]) {
    const entries = await core.api.cadres.timeline({ id: person })
    expect(entries.find(({ kind: lane }) => lane === '谈话')).toMatchObject({ title: '集体谈话', on: '2029-12-28' })
    const filter = { mine: false, from: null, to: null, states: [], kinds: [], cadreId: person, roundId: null }
    const { rows } = await core.api.interviews.list({ filter, offset: 0, limit: 5 })
    expect(rows.map(({ heldOn, subjects }) => [heldOn, subjects.length])).toEqual([['2029-12-28', 2]])
  }
  core.close()
})

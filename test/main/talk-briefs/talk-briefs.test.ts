import { expect, test } from 'vitest'
import { Day } from '../../../src/shared/dates/add-months'
import { signedIn, signInAs } from '../../helpers/harness'
import { department, NEXT, planOf, planOne } from '../interviews/department'

/** A person with a file, a talk that is held and locked, and one to come for another interviewer. */
async function before() {
  const all = await department()
  const { place, core, idOf, cadre } = all
  const changes = [
    { field: 'idNumber', value: '11010519491231002X' },
    { field: 'phone', value: '13800000000' },
    { field: 'form.currentPost', value: '云溪街道党工委副书记' },
    { field: 'rewards', value: [{ on: '2029-05', authority: '区委', name: '优秀党务工作者' }] },
    {
      field: 'punishments',
      value: [
        {
          kind: '党纪处分',
          name: '警告',
          on: '2029-10-01',
          authority: '区纪委',
          documentNumber: '',
          reason: '不该写在前一页上的缘由',
          influenceUntil: null,
          revokedOn: null,
        },
      ],
    },
  ]
  const { revision } = await core.api.cadres.get({ id: cadre })
  await core.api.cadres.change({ id: cadre, revision, changes, reason: '' })
  await core.api.talkRules.addOccasion({ cadreId: cadre, kind: '患病住院', on: Day.parse('2029-12-20'), note: '' })
  const first = await planOne(core, planOf(cadre, [idOf('方汀兰')]))
  const next = await planOne(core, planOf(cadre, [idOf('苏既白')], { startsAt: '2030-01-09T02:00:00.000Z' }))
  core.close()
  const talker = await signInAs(place, 'tan1', NEXT)
  const { revision: at, details } = await talker.api.interviews.open({ id: first, heldOn: null })
  await talker.api.interviews.keepDetails({ id: first, revision: at, details: { ...details, summary: '私下的小结' } })
  const outline = (await talker.api.interviews.kinds({})).find(({ key }) => key === 'everyday')?.outline ?? []
  await talker.api.interviews.keepNotes({
    id: first,
    notes: outline.map(({ key }, position) => ({
      id: crypto.randomUUID() as never,
      revision: 0,
      position,
      part: key,
      form: '答' as const,
      mark: null,
      text: '记下了',
      sealed: false,
      at: '2030-01-02T02:01:00.000Z',
      soundMs: null,
      removed: false,
    })),
  })
  await talker.api.interviews.finish({ id: first })
  const own = await talker.api.talkBriefs.get({ id: first })
  talker.close()
  return { ...all, first, next, own }
}

test('who holds the talk knows honours, restrictions and occasions; of other talks only what was given to them', async () => {
  const { place, next, own } = await before()
  expect(own.people[0]?.talks).toMatchObject([{ on: '2030-01-02', summary: '私下的小结' }])
  const other = await signInAs(place, 'tan2', NEXT)
  const { people } = await other.api.talkBriefs.get({ id: next })
  expect(people[0]).toMatchObject({
    about: '1988.05 生，云溪街道党工委副书记',
    talks: [],
    promises: [],
    occasions: [{ on: '2029.12.20', words: '患病住院' }],
    honours: [{ on: '2029.05', words: '优秀党务工作者，区委' }],
    restrictions: [{ title: '警告影响期内' }],
  })
  const said = JSON.stringify(people)
  for (const masked of ['11010519491231002X', '13800000000', '私下的小结', '不该写在前一页上的缘由'])
    expect(said).not.toContain(masked)
  other.close()
})

test('who plans sees that there were talks and not what was said; a leader and a reader see no page at all', async () => {
  const { place, next } = await before()
  const officer = await signedIn('officer', place)
  const { people } = await officer.api.talkBriefs.get({ id: next })
  expect(people[0]?.talks).toEqual([{ on: '2030-01-02', kindTitle: '日常谈心谈话', talkers: '方汀兰', summary: null }])
  officer.close()
  const leader = await signInAs(place, 'buzhang', NEXT)
  await expect(leader.api.talkBriefs.get({ id: next })).rejects.toMatchObject({ code: 'not-found' })
  leader.close()
  const other = await signInAs(place, 'tan1', NEXT)
  await expect(other.api.talkBriefs.get({ id: next })).rejects.toMatchObject({ code: 'not-found' })
  other.close()
})

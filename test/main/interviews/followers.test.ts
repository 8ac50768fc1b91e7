import { expect, test } from 'vitest'
import type { CadreId } from '../../../src/shared/cadres/cadres'
import { Day } from '../../../src/shared/dates/add-months'
import { sideFor } from '../../../src/shared/duplicates/merge.rules'
import { type Core, PASSWORD, signedIn } from '../../helpers/harness'
import { planOf, planOne } from './department'

const nobody = { offset: 0, limit: 50 }
const filter = { mine: false, from: null, to: null, states: [], kinds: [], roundId: null }

/** What stands in the talk's part of one person's file. */
async function around(core: Core, id: CadreId) {
  const { api } = core
  const { rows } = await api.interviews.list({ filter: { ...filter, cadreId: id }, ...nobody })
  const promises = await api.promises.list({
    filter: { states: [], kinds: [], ownerId: null, cadreId: id, interviewId: null, unitId: null, late: false },
    ...nobody,
  })
  const due = await api.talkRules.due({ states: ['waived'], unitId: null, cadreId: id, ...nobody })
  return {
    talks: rows.map(talk => talk.kind).toSorted(),
    promises: promises.rows.map(({ text }) => text),
    occasions: (await api.talkRules.occasions({ cadreId: id })).map(({ kind }) => kind),
    waived: due.rows.map(({ ruleId, waivedFor }) => [ruleId, waivedFor]),
  }
}
const nothing = { talks: [], promises: [], occasions: [], waived: [] }

test('talks, promises, occasions and waivers follow the person when two files become one, and go back', async () => {
  const core = await signedIn('officer')
  const { api } = core
  const [me] = await api.interviews.talkers({})
  if (!me) throw new Error('the officer may hold talks')
  const [keep, drop] = await Promise.all(
    ['林岫', '林岫'].map(async name => (await api.cadres.add({ name, birth: null, unitId: null })).cadre.id),
  )
  if (!keep || !drop) throw new Error('two people')
  const hour = (n: number) => ({ startsAt: `2030-01-02T0${n}:00:00.000Z` })
  const held = await planOne(core, planOf(drop, [me.id], hour(1)))
  await planOne(core, planOf(keep, [me.id], { ...hour(3), kind: 'care' }))
  // In a group talk both stand already: it stays as it is.
  const group = { kind: 'group', subjects: [keep, drop], occasion: '换届纪律' }
  await planOne(core, planOf(keep, [me.id], { ...hour(5), ...group }))
  await api.interviews.open({ id: held, heldOn: null })
  const outline = (await api.interviews.kinds({})).find(({ key }) => key === 'everyday')?.outline ?? []
  await api.interviews.keepNotes({
    id: held,
    notes: outline.map(({ key: part }, position) => ({
      id: crypto.randomUUID() as never,
      revision: 0,
      position,
      part,
      form: '答' as const,
      mark: null,
      text: '记下了',
      sealed: false,
      at: '2030-01-02T02:01:00.000Z',
      soundMs: null,
      removed: false,
    })),
  })
  const { hash } = await api.interviews.finish({ id: held })
  const owner = { ownerId: me.id, helper: '', dueOn: Day.parse('2030-01-09'), interviewId: null, noteId: null }
  await api.promises.add({ kind: '承诺', theme: '住房', text: '协调周转房', cadreId: drop, ...owner })
  await api.talkRules.addOccasion({ cadreId: drop, kind: '重大困难', on: Day.parse('2030-01-05'), note: '' })
  core.time.now += 4 * 86_400_000
  const [due] = (await api.talkRules.due({ states: [], unitId: null, cadreId: drop, ...nobody })).rows
  await api.talkRules.waive({ key: due?.key ?? '', cadreId: drop, reason: '已电话问过' })

  const { kept, other, relations } = await api.duplicates.compare({ keep, drop })
  const revisions = { keep: kept.revision, drop: other.revision }
  const sides = relations.map(relation => sideFor[relation])
  await api.duplicates.merge({ keep, drop, revisions, sides, takePhoto: false, reason: '同一人' })
  expect(await around(core, keep)).toEqual({
    talks: ['care', 'everyday', 'group'],
    promises: ['协调周转房'],
    occasions: ['重大困难'],
    waived: [['hardship', '已电话问过']],
  })
  // What was locked before is confirmed under the file that it was locked with.
  const confirmed = await api.interviews.confirm({ id: held, accountId: me.id, password: PASSWORD })
  expect([confirmed.header.state, confirmed.hash]).toEqual(['final', hash])

  const [step] = await api.cadres.history({ id: keep })
  await api.cadres.undo({ id: keep, changeSetId: step?.id ?? '' })
  expect(await around(core, keep)).toEqual({ ...nothing, talks: ['care', 'group'] })
  expect(await around(core, drop)).toEqual({
    talks: ['everyday', 'group'],
    promises: ['协调周转房'],
    occasions: ['重大困难'],
    waived: [['hardship', '已电话问过']],
  })
  core.close()
})

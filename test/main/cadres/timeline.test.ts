import { expect, test } from 'vitest'
import { type TimelineSource, timelineOf, timelineSources } from '../../../src/main/cadres/timeline'
import { handlers } from '../../../src/main/handlers'
import { timelineEntry } from '../../../src/shared/cadres/timeline'
import { PartialDate } from '../../../src/shared/dates/partial-date'
import { NOW, signedIn } from '../../helpers/harness'

const birth = PartialDate.parse('1969-11')

async function withPerson(sources: readonly TimelineSource[] = timelineSources) {
  const core = await signedIn('officer', undefined, NOW, {
    cadres: { ...handlers.cadres, timeline: timelineOf(sources) },
  })
  const { cadre } = await core.api.cadres.add({ name: '李望舒', birth, unitId: null })
  const changes = [
    { field: 'sex', value: '男' },
    { field: 'workStart', value: '1992-08' },
    { field: 'rewards', value: [{ on: '2024-07', authority: '区委、区政府', name: '记三等功' }] },
    { field: 'assessments', value: [{ year: 2028, grade: '优秀' }] },
  ]
  await core.api.cadres.change({ id: cadre.id, revision: 1, changes, reason: '' })
  return { core, id: cadre.id }
}

test('a person’s timeline comes from the file, the latest first', async () => {
  const { core, id } = await withPerson()
  expect((await core.api.cadres.timeline({ id })).map(({ on, title, side }) => [on, title, side])).toEqual([
    ['2031-02', '到退休年龄', 'strict'],
    ['2028', '2028 年度考核优秀', null],
    ['2024-07', '记三等功', 'care'],
    ['1992-08', '参加工作', null],
  ])
})

test('an invented module registers one source and is told', async () => {
  const invented: TimelineSource = {
    needs: 'cadres.read',
    find: async (_context, { name }, on) => [
      timelineEntry({ id: '1', kind: '星象', stamp: '星', title: `${name}观星`, on, side: 'care', tab: 'stars' }),
    ],
  }
  const { core, id } = await withPerson([...timelineSources, invented])
  const found = (await core.api.cadres.timeline({ id })).find(({ kind }) => kind === '星象')
  expect(found).toMatchObject({ title: '李望舒观星', on: '2030-01-02', side: 'care', tab: 'stars' })
})

test('a source whose capability is not held tells nothing, and a file out of sight tells nothing at all', async () => {
  const hidden: TimelineSource = { needs: 'accounts.decide', find: () => Promise.reject(new Error('asked')) }
  const { core, id } = await withPerson([hidden])
  expect(await core.api.cadres.timeline({ id })).toEqual([])
  await expect(core.api.cadres.timeline({ id: '00000000-0000-4000-8000-000000000009' })).rejects.toMatchObject({
    code: 'not-found',
  })
})

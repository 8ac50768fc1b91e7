import { expect, test } from 'vitest'
import { openDemo } from '../../../src/main/session/demo'
import { stopping } from '../../../src/shared/campaigns/holds.rules'
import { newPlace, startCore } from '../../helpers/harness'

const now = Date.parse('2026-11-23T01:00:00Z')

test('the demo has two campaigns that were decided, a tour of thirteen universities, and one whose check stops somebody', async () => {
  const core = startCore(newPlace(), now)
  const clock = { now: () => now, newId: () => crypto.randomUUID() }
  const { gatehouse, api } = core
  const { whole } = await openDemo({ gatehouse, clock, size: 'district', emit: () => {}, progress: () => {} })
  await whole
  const list = await api.campaigns.list({})
  expect(list.map(({ year, stage }) => [year, stage])).toEqual([
    [2027, '核查'],
    [2026, '表彰'],
    [2025, '表彰'],
  ])
  const [running, decided] = list
  if (!running || !decided) throw new Error('no campaigns')
  const board = await api.campaigns.board({ id: decided.id })
  expect(board.stops).toHaveLength(13)
  expect(new Set(board.stops.map(({ place }) => place)).size).toBe(13)
  expect(board.stops.every(({ speakers }) => speakers.length === 2 && speakers.every(({ name }) => name !== ''))).toBe(
    true,
  )
  const nominees = await api.campaigns.nominees({ id: running.id })
  expect(nominees.filter(each => stopping(each).length > 0).length).toBeGreaterThan(0)
  // Whatever the register has of that year's decision belongs to the campaign.
  const trace = await api.campaigns.trace({ campaignId: decided.id, year: null, offset: 0, limit: 1 })
  expect(trace.total).toBe(decided.honours)
  expect(trace.total).toBeGreaterThan(200)
  // The page from deeds to use begins with what has become of somebody.
  const { rows } = await api.campaigns.trace({ campaignId: decided.id, year: null, offset: 0, limit: 40 })
  const followed = rows.flatMap(({ people }) => people)
  expect(rows.filter(({ tags }) => tags.length > 0).length).toBeGreaterThanOrEqual(10)
  for (const what of ['talks', 'retreats', 'posts'] as const)
    expect(followed.filter(person => person[what].length > 0).length).toBeGreaterThan(0)
  const [album] = await api.albums.list({})
  expect(album?.people).toBeGreaterThanOrEqual(10)
  core.close()
})

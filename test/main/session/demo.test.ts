import { expect, test } from 'vitest'
import { openDemo } from '../../../src/main/session/demo'
import { newPlace, startCore } from '../../helpers/harness'

test('the demo is a store of invented people with its officer signed in', async () => {
  const core = startCore(newPlace(), Date.parse('2026-11-23T01:00:00Z'))
  await openDemo(core.gatehouse, core.dispatch)
  expect(await core.api.session.state({})).toMatchObject({
    kind: 'open',
    session: { demo: true, account: { login: 'ganshi' } },
  })
  const everyone = {
    filter: { unitId: null, status: [], trashed: false },
    sort: { by: 'name' as const, descending: false },
    offset: 0,
    limit: 50,
  }
  const { rows, total } = await core.api.cadres.list(everyone)
  expect(total).toBe(16)
  expect(rows.every(row => row.unitName !== '' && row.currentPost !== '')).toBe(true)
  expect((await core.api.cadres.search({ text: 'lws', limit: 5 })).map(row => row.name)).toEqual(['李望舒'])
})

import { expect, test } from 'vitest'
import { day, type Season, season } from './season'

const told = async ({ api }: Season) =>
  (await api.notices.list({}))
    .filter(({ id }) => id.startsWith('campaign-'))
    .map(({ level, detail, route }) => ({ level, detail, route }))

test('the end of nominations is told five days ahead, on its day, and until it is checked', async () => {
  const core = await season()
  const route = `/honours/campaigns/${core.campaign.id}`
  expect(await told(core)).toEqual([])
  core.pass(12)
  expect(await told(core)).toEqual([])
  core.pass(1)
  expect(await told(core)).toEqual([{ level: 'soon', detail: '推荐到 2026.03.20 截止，还有 5 天', route }])
  core.pass(5)
  expect(await told(core)).toEqual([{ level: 'today', detail: '推荐今天截止', route }])
  core.pass(1)
  expect(await told(core)).toEqual([{ level: 'late', detail: '推荐 2026.03.20 已截止，还没有转入核查', route }])
  await core.nominate({ cadreId: core.people.clean })
  await core.advance()
  expect(await told(core)).toEqual([])
})

test('a list made public is told until it is decided, with what is objected and not settled; what was removed is not', async () => {
  const core = await season()
  const { api, advance, agree, campaign, nominate, one, panel, pass, people } = core
  const person = await nominate({ cadreId: people.clean })
  await advance()
  await agree(person)
  await advance()
  await panel([person])
  await advance()
  await api.campaigns.publish({ ...(await one()), publicity: { from: day('2026-03-02'), days: 5, where: '区政务网' } })
  expect((await told(core)).map(({ detail }) => detail)).toEqual([])
  pass(2)
  expect((await told(core)).map(({ detail }) => detail)).toEqual(['公示到 2026.03.09 期满，还有 5 天'])
  const facts = { nomineeId: person, on: day('2026-03-04'), content: '整治工期有出入' }
  await api.campaigns.addObjection({ campaignId: campaign.id, facts })
  pass(5)
  expect((await told(core)).map(({ level, detail }) => [level, detail])).toEqual([
    ['today', '公示今天期满'],
    ['today', '1 件异议没有办结'],
  ])
  const [objection] = (await api.campaigns.get({ id: campaign.id })).objections
  await api.campaigns.settleObjection({
    campaignId: campaign.id,
    id: objection?.id ?? '',
    settlement: { on: day('2026-03-09'), handling: '调阅验收材料', result: '不属实' },
    reason: '',
  })
  pass(1)
  expect((await told(core)).map(({ detail }) => detail)).toEqual(['公示 2026.03.09 已期满，可以决定'])
  await api.campaigns.remove({ ...(await one()), reason: '今年不办了' })
  expect(await told(core)).toEqual([])
})

test('a year without a calendar of holidays is said instead of a day', async () => {
  const core = await season()
  const { api, advance, agree, nominate, one, panel, pass, people } = core
  const person = await nominate({ cadreId: people.clean })
  await advance()
  await agree(person)
  await advance()
  await panel([person])
  await advance()
  pass(302)
  await api.campaigns.publish({ ...(await one()), publicity: { from: day('2026-12-29'), days: 5, where: '区政务网' } })
  expect((await told(core)).map(({ detail }) => detail).join()).toMatch(/^2027 年没有节假日安排表/)
})

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { wholeRegister } from '../../../src/shared/honours/honours'
import { day, season } from './season'

const REMARK = '评委私下的话一二三'
const POINTS = 87.65

test('marks of the panel stand in the campaign alone: nothing that tells of a person knows them', async () => {
  const { api, nominate, people, agree, advance, panel, one, pass, campaign } = await season()
  const id = await nominate({ cadreId: people.clean })
  await advance()
  await agree(id)
  await advance()
  await panel([id])
  await api.campaigns.mark({ nomineeId: id, member: '甲', points: [POINTS], remark: REMARK })
  await advance()
  await api.campaigns.publish({ ...(await one()), publicity: { from: day('2026-03-02'), days: 5, where: '' } })
  pass(8)
  await advance()
  await api.campaigns.decide({
    ...(await one()),
    decision: {
      documentNo: '云发〔2026〕9号',
      documentTitle: '',
      authority: '中共云泽区委',
      nature: '党委',
      level: '区',
      on: day('2026-03-10'),
    },
    certificates: [],
  })
  expect(await api.campaigns.marks({ id: campaign.id })).toEqual([
    { nomineeId: id, member: '甲', points: [POINTS], remark: REMARK },
  ])
  const cadreId = people.clean
  const told = {
    file: await api.cadres.get({ id: cadreId }),
    timeline: await api.cadres.timeline({ id: cadreId }),
    history: await api.cadres.history({ id: cadreId }),
    fields: await api.queries.fields({}),
    honours: await api.honours.list({ ...wholeRegister, cadreId, revoked: true, offset: 0, limit: 10 }),
    nominees: await api.campaigns.nominees({ id: campaign.id }),
    campaign: (await api.campaigns.get({ id: campaign.id })).moves,
    trace: await api.campaigns.trace({ campaignId: campaign.id, year: null, offset: 0, limit: 10 }),
    board: await api.campaigns.board({ id: campaign.id }),
  }
  expect(told.honours.total).toBe(1)
  for (const [what, value] of Object.entries(told)) {
    expect(JSON.stringify(value), what).not.toContain(REMARK)
    expect(JSON.stringify(value), what).not.toContain(String(POINTS))
  }
  expect(JSON.stringify(told.fields)).not.toMatch(/评审|campaign/)
})

test('no file but the campaign itself reads the marks', () => {
  const paths = readdirSync('src/main', { recursive: true, encoding: 'utf8' }).filter(path => path.endsWith('.ts'))
  const readers = paths.filter(path =>
    /campaignMarks|campaign_marks/.test(readFileSync(join('src/main', path), 'utf8')),
  )
  expect(readers.map(path => path.replaceAll('\\', '/')).toSorted()).toEqual([
    'campaigns/campaigns.table.ts',
    'campaigns/decision.handlers.ts',
    expect.stringMatching(/^store\/migrations\/\d{4}-campaigns\.ts$/),
  ])
})

test('only whom the panel names marks, within what each criterion counts; criteria stay once somebody has marked', async () => {
  const { api, nominate, people, agree, advance, panel, one, now } = await season()
  const id = await nominate({ cadreId: people.clean })
  await advance()
  await agree(id)
  await expect(api.campaigns.mark({ nomineeId: id, member: '甲', points: [1], remark: '' })).rejects.toMatchObject({
    message: '只在评审阶段评审和定拟表彰名单；要改先退回',
  })
  await advance()
  await panel([id])
  await expect(api.campaigns.mark({ nomineeId: id, member: '丙', points: [1], remark: '' })).rejects.toMatchObject({
    message: '评审组里没有这个人',
  })
  await expect(api.campaigns.mark({ nomineeId: id, member: '甲', points: [101], remark: '' })).rejects.toMatchObject({
    message: '“实绩”最多 100 分',
  })
  await api.campaigns.mark({ nomineeId: id, member: '甲', points: [90], remark: '' })
  const { panel: before } = await now()
  await expect(
    api.campaigns.setPanel({ ...(await one()), panel: { ...before, criteria: [{ title: '公认', most: 10 }] } }),
  ).rejects.toMatchObject({ message: '已经有人评过，评审项目不再改' })
})

import { expect, test } from 'vitest'
import { wholeRegister } from '../../../src/shared/honours/honours'
import { campaignFacts, day, decision, punish, season } from './season'

test('a stage opens when what it needs is there, and says in words what is not', async () => {
  const { api, campaign, now } = await season()
  const bare = await api.campaigns.add(campaignFacts({ callTitle: '', title: '没有文件的行动' }))
  await expect(api.campaigns.advance({ id: bare.id, revision: bare.revision })).rejects.toMatchObject({
    code: 'refused',
    message: '先写发动文件和日期',
  })
  expect(bare.criteria).toEqual(['敢担当、有激情、善攻坚、能成事', '实在、实干、有实绩，群众公认'])
  expect((await now()).stage).toBe('推荐')
  expect((await api.campaigns.get({ id: campaign.id })).next).toEqual({ allowed: false, reason: '还没有推荐人选' })
})

test('criteria are kept in versions, and only until nominations end', async () => {
  const { api, one, now, nominate, people, advance } = await season()
  await api.campaigns.setCriteria({ ...(await one()), rows: ['在一线干了三年以上'], reason: '部务会意见' })
  expect(await now()).toMatchObject({ criteria: ['在一线干了三年以上'], criteriaVersion: 2 })
  await nominate({ cadreId: people.clean })
  await advance()
  await expect(api.campaigns.setCriteria({ ...(await one()), rows: ['又一条'], reason: '再改' })).rejects.toMatchObject(
    {
      message: '推荐已经结束，条件和名额不再改；要改先退回',
    },
  )
})

test('who is nominated fits: one person once, a team with members, nothing that the campaign does not honour', async () => {
  const { api, nominate, people, campaign, facts } = await season()
  await nominate({ cadreId: people.clean })
  await expect(nominate({ cadreId: people.clean })).rejects.toMatchObject({ message: '这个人已经在名单里' })
  await expect(nominate({ kind: 'team', name: '云溪河整治专班' })).rejects.toMatchObject({ message: '写上团队成员' })
  await nominate({ name: '没有档案的劳动者' })
  const members = [{ cadreId: people.clean, name: '', part: '总调度' }]
  await nominate({ kind: 'team', name: '云溪河整治专班', members })
  expect(
    (await api.campaigns.nominees({ id: campaign.id })).map(({ shownName, members: of }) => [
      shownName,
      of.map(({ name }) => name),
    ]),
  ).toEqual([
    ['单雄信', []],
    ['没有档案的劳动者', []],
    ['云溪河整治专班', ['单雄信']],
  ])
  const family = await api.campaigns.add(campaignFacts({ brand: 'family', personHonour: '', title: '出彩人家' }))
  await expect(
    api.campaigns.nominate({ campaignId: family.id, facts: facts({ cadreId: people.clean }) }),
  ).rejects.toMatchObject({ message: '只在推荐阶段增改人选；要改先退回' })
})

test('a running period stops a nominee until somebody lets it pass with a reason; the organ must have answered', async () => {
  const { api, nominate, people, agree, advance, nominee, target } = await season()
  await punish({ api }, people.punished, '2025-09-10')
  const [clean, punished] = [await nominate({ cadreId: people.clean }), await nominate({ cadreId: people.punished })]
  await advance()
  await expect(advance()).rejects.toMatchObject({ message: '单雄信、程咬金还没有纪检监察的意见' })
  await agree(clean)
  await agree(punished)
  expect((await nominee(punished)).holds).toMatchObject([
    {
      words: '党纪处分 党内警告（2025.09.10），影响期至 2026.09.09',
      weight: 'blocks',
      basis: { source: '中国共产党纪律处分条例第十条' },
    },
  ])
  await expect(advance()).rejects.toMatchObject({
    message: '程咬金有党纪处分 党内警告（2025.09.10），影响期至 2026.09.09，写明理由放行，或者止步',
  })
  const [hold] = (await nominee(punished)).holds
  await api.campaigns.pass({ ...(await target(punished)), key: hold?.key ?? '', reason: '区委研究同意' })
  expect((await nominee(punished)).passes).toMatchObject([{ reason: '区委研究同意', byName: '陆四' }])
  expect((await advance()).stage).toBe('评审')
  await punish({ api }, people.punished, '2026-03-01')
  expect((await nominee(punished)).holds).toHaveLength(2)
})

test('from the publicity to the register in one step, and back by a reason', async () => {
  const { api, nominate, people, agree, advance, panel, one, pass, campaign, now, nominee } = await season()
  const [person, team] = [
    await nominate({ cadreId: people.clean }),
    await nominate({
      kind: 'team',
      name: '云溪河整治专班',
      members: [{ cadreId: people.punished, name: '', part: '副组长' }],
    }),
  ]
  await advance()
  await agree(person)
  await agree(team)
  await advance()
  await panel([person, team])
  await advance()
  await expect(advance()).rejects.toMatchObject({ message: '还没有公示，先登记公示' })
  await api.campaigns.publish({ ...(await one()), publicity: { from: day('2026-03-02'), days: 5, where: '区政务网' } })
  expect((await api.campaigns.get({ id: campaign.id })).publicityEnd).toEqual({ kind: 'day', day: '2026-03-09' })
  await expect(advance()).rejects.toMatchObject({ message: '公示到 2026.03.09 才满 5 个工作日，满后再决定' })
  pass(8)
  await api.campaigns.addObjection({
    campaignId: campaign.id,
    facts: { nomineeId: person, on: day('2026-03-09'), content: '整治工期有出入' },
  })
  await expect(advance()).rejects.toMatchObject({ message: '还有 1 件异议没有办结，先办结再决定' })
  const [objection] = (await api.campaigns.get({ id: campaign.id })).objections
  expect(objection?.about).toBe('单雄信')
  await api.campaigns.settleObjection({
    campaignId: campaign.id,
    id: objection?.id ?? '',
    settlement: { on: day('2026-03-10'), handling: '调阅验收材料', result: '不属实' },
    reason: '',
  })
  await advance()
  const made = await api.campaigns.decide({
    ...(await one()),
    decision: { ...decision, on: day('2026-03-10') },
    certificates: [{ nomineeId: person, no: '云彩〔2026〕001' }],
  })
  expect(made).toEqual({ honours: 2 })
  const asked = { ...wholeRegister, offset: 0, limit: 10 }
  expect((await api.honours.list({ ...asked, brand: 'chucai' })).total).toBe(2)
  expect((await api.honours.list({ ...asked, brand: 'family' })).total).toBe(0)
  const register = await api.honours.list({ ...wholeRegister, campaignId: campaign.id, offset: 0, limit: 10 })
  expect(
    register.rows
      .map(({ shownName, name, certificateNo, publicity }) => [shownName, name, certificateNo, publicity])
      .toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1)),
  ).toEqual([
    ['云溪河整治专班', '“出彩型”好团队', '', '2026.03.02 起公示 5 个工作日，区政务网，没有收到异议'],
    ['单雄信', '“出彩型”好干部', '云彩〔2026〕001', '2026.03.02 起公示 5 个工作日，区政务网，收到异议 1 件，均已办结'],
  ])
  expect(await now()).toMatchObject({ stage: '表彰', decision: { documentNo: '云发〔2026〕9号' } })
  const { total } = await api.honours.list({ ...wholeRegister, cadreId: people.punished, offset: 0, limit: 10 })
  expect(total).toBe(1)

  await expect(api.campaigns.goBack({ ...(await one()), to: '公示', reason: '再看' })).rejects.toMatchObject({
    message: '已经表彰，先撤销表彰决定',
  })
  expect(await api.campaigns.undoDecision({ ...(await one()), reason: '文号写错' })).toEqual({ honours: 2 })
  expect((await api.honours.list({ ...wholeRegister, campaignId: campaign.id, offset: 0, limit: 10 })).total).toBe(0)
  expect(await nominee(person)).toMatchObject({ honourId: null, listed: true })
  expect(await now()).toMatchObject({ stage: '决定', decision: null })
})

test('a measure that begins before the decision stops it as a whole: nothing is in the register', async () => {
  const { api, nominate, people, agree, advance, panel, one, pass, campaign } = await season()
  const [clean, late] = [await nominate({ cadreId: people.clean }), await nominate({ cadreId: people.punished })]
  await advance()
  await agree(clean)
  await agree(late)
  await advance()
  await panel([clean, late])
  await advance()
  await api.campaigns.publish({ ...(await one()), publicity: { from: day('2026-03-02'), days: 5, where: '' } })
  pass(8)
  await advance()
  await punish({ api }, people.punished, '2026-03-05')
  await expect(
    api.campaigns.decide({ ...(await one()), decision: { ...decision, on: day('2026-03-10') }, certificates: [] }),
  ).rejects.toMatchObject({
    code: 'refused',
    message: '程咬金有党纪处分 党内警告（2026.03.05），影响期至 2027.03.04，写明理由放行，或者止步',
  })
  expect((await api.honours.list({ ...wholeRegister, campaignId: campaign.id, offset: 0, limit: 10 })).total).toBe(0)
})

test('back to an earlier stage with a reason: everything stays, and the list is made public anew', async () => {
  const { api, nominate, people, agree, advance, panel, one, now, nominee, campaign } = await season()
  const id = await nominate({ cadreId: people.clean })
  await advance()
  await agree(id)
  await advance()
  await panel([id])
  await advance()
  await api.campaigns.publish({ ...(await one()), publicity: { from: day('2026-03-02'), days: 5, where: '' } })
  await api.campaigns.goBack({ ...(await one()), to: '核查', reason: '补听税务意见' })
  expect(await now()).toMatchObject({ stage: '核查', publicity: null })
  expect((await nominee(id)).listed).toBe(true)
  expect((await api.campaigns.get({ id: campaign.id })).moves.at(-1)).toMatchObject({
    from: '公示',
    to: '核查',
    reason: '补听税务意见',
  })
  await agree(id, '不同意', '税务')
  await expect(advance()).rejects.toMatchObject({ message: '单雄信有税务不同意，写明理由放行，或者止步' })
})

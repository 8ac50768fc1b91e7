import type { CadreId } from '../../../src/shared/cadres/cadres'
import type { Campaign, CampaignFacts, NomineeFacts, NomineeId } from '../../../src/shared/campaigns/campaigns'
import { Day } from '../../../src/shared/dates/add-months'
import { PartialDate } from '../../../src/shared/dates/partial-date'
import type { UnitId } from '../../../src/shared/units/units'
import { type Core, freshStore, PASSWORD, startCore } from '../../helpers/harness'

export const day = (text: string) => Day.parse(text)
/** A Monday in a year whose holidays are built in. */
const BEGIN = Date.parse('2026-03-02T02:00:00Z')
const DAY = 86_400_000

export const campaignFacts = (more: Partial<CampaignFacts> = {}): CampaignFacts => ({
  brand: 'chucai',
  year: 2026,
  title: '2026年寻找“出彩型”干部行动',
  personHonour: '“出彩型”好干部',
  teamHonour: '“出彩型”好团队',
  callTitle: '关于开展寻找“出彩型”干部行动的通知',
  callNo: '云组发〔2026〕3号',
  calledOn: day('2026-03-01'),
  deadlineOn: day('2026-03-20'),
  ...more,
})
export const decision = {
  documentNo: '云发〔2026〕9号',
  documentTitle: '关于表扬“出彩型”好干部、好团队的决定',
  authority: '中共云泽区委',
  nature: '党委' as const,
  level: '区' as const,
}

/** An officer on 2 March 2026, with a unit, two people in it, and a campaign that waits for nominations. */
export async function season() {
  const core = startCore((await freshStore()).place, BEGIN)
  // The store was set up by a clock of years later.
  await core.api.session.signIn({ login: 'ganshi', password: PASSWORD, acceptClock: true })
  const { api, time } = core
  const [top] = await api.units.tree({})
  if (!top) throw new Error('no unit')
  const unitId: UnitId = top.id
  const person = async (name: string): Promise<CadreId> =>
    (await api.cadres.add({ name, birth: '1980-05', unitId })).cadre.id
  const people = { clean: await person('单雄信'), punished: await person('程咬金') }
  const added = await api.campaigns.add(campaignFacts())
  const quotas = [{ unitId, persons: 1, teams: 1 }]
  const planned = await api.campaigns.setQuotas({ id: added.id, revision: added.revision, quotas })
  const campaign = await api.campaigns.advance({ id: planned.id, revision: planned.revision })
  const facts = (more: Partial<NomineeFacts> = {}): NomineeFacts => ({
    kind: 'person',
    cadreId: null,
    name: '',
    unitId,
    members: [],
    deeds: '三个月完成云溪河整治',
    tags: ['善攻坚'],
    task: '三大攻坚战',
    evidence: '',
    attachments: [],
    ...more,
  })
  const nominate = async (more: Partial<NomineeFacts>): Promise<NomineeId> =>
    (await api.campaigns.nominate({ campaignId: campaign.id, facts: facts(more) })).id
  const now = async (): Promise<Campaign> => (await api.campaigns.get({ id: campaign.id })).campaign
  const one = async () => {
    const { id, revision } = await now()
    return { id, revision }
  }
  const nominee = async (id: NomineeId) => {
    const found = (await api.campaigns.nominees({ id: campaign.id })).find(each => each.id === id)
    if (!found) throw new Error('no nominee')
    return found
  }
  const target = async (id: NomineeId) => ({ id, revision: (await nominee(id)).revision })
  const agree = async (id: NomineeId, answer: '同意' | '不同意' = '同意', organ = '纪检监察') =>
    api.campaigns.addOpinion({
      ...(await target(id)),
      facts: { organ, on: day(today()), signedBy: '区纪委监委', answer, words: '' },
    })
  const today = (): string => new Date(time.now).toISOString().slice(0, 10)
  const advance = async () => api.campaigns.advance(await one())
  const panel = async (ids: readonly NomineeId[]) => {
    await api.campaigns.setPanel({
      ...(await one()),
      panel: {
        on: day(today()),
        members: [
          { name: '甲', post: '组织部' },
          { name: '乙', post: '纪委' },
        ],
        criteria: [{ title: '实绩', most: 100 }],
      },
    })
    await api.campaigns.setListed({ ...(await one()), nomineeIds: [...ids], reason: '' })
  }
  const pass = (days: number): void => {
    time.now += days * DAY
  }
  return {
    ...core,
    unitId,
    people,
    campaign,
    facts,
    nominate,
    now,
    one,
    nominee,
    target,
    agree,
    advance,
    panel,
    pass,
    today,
  }
}
export type Season = Awaited<ReturnType<typeof season>>

/** 党内警告 in the file of somebody. */
export async function punish({ api }: Pick<Core, 'api'>, id: CadreId, on: string): Promise<void> {
  const { revision, cadre } = await api.cadres.get({ id })
  const row = {
    kind: '党纪处分',
    name: '党内警告',
    on: PartialDate.parse(on),
    authority: '区纪委',
    documentNumber: '',
    reason: '',
    influenceUntil: null,
    revokedOn: null,
  }
  const value = [...cadre.punishments, row]
  await api.cadres.change({ id, revision, changes: [{ field: 'punishments', value }], reason: '处分决定' })
}

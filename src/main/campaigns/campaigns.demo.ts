import { sql } from 'kysely'
import type { CadreId } from '../../shared/cadres/cadres'
import { CampaignId, NomineeId } from '../../shared/campaigns/campaigns'
import { tenActions } from '../../shared/campaigns/campaigns.data'
import { addDays, Day } from '../../shared/dates/add-months'
import type { DemoPart, PartContext } from '../demo/parts'
import type { Random } from '../demo/random'
import { dayNow, instantOf } from '../ipc/clock'
import { putStop } from './boards.repo'
import { feedbacks, jobs, nominations, reports, topics, tourTitle, universities } from './campaigns.demo.data'
import * as campaigns from './campaigns.repo'
import { addFollowed } from './followed.demo'
import * as nominees from './nominees.repo'

const NOMINATED = 8
const QUOTA = 2
const STOP_EVERY = 5
const SPEAKERS = 5

/** The year of the last 七一, when the honours of a campaign are given. */
const decidedYear = (on: Day): number => Number(on.slice(0, 4)) - (Number(on.slice(5, 7)) > 6 ? 0 : 1)
const later = (a: Day, b: Day): Day => (a > b ? a : b)

const factsOf = (year: number, calledOn: Day) => ({
  brand: 'chucai',
  year,
  title: `${year}年寻找“出彩型”干部行动`,
  personHonour: '“出彩型”好干部',
  teamHonour: '“出彩型”好团队',
  callTitle: `关于开展${year}年寻找“出彩型”干部行动的通知`,
  callNo: `云组发〔${year}〕6号`,
  calledOn,
  deadlineOn: addDays(calledOn, 20),
})

async function begin(context: PartContext, random: Random, year: number, calledOn: Day, decidedOn: Day | null) {
  const { db, caller, city } = context
  const id = CampaignId.parse(random.uuid())
  const by = { byId: caller.id, at: instantOf(context) }
  const authority = city.root.name.replace(/组织部$/, '')
  const decision = decidedOn && {
    // As the register of the demo names it.
    documentNo: `${authority.replace(/^中共/, '').slice(0, 1)}委〔${year}〕${year % 7 === 0 ? 21 : 18}号`,
    documentTitle: `关于表扬${year}年度“出彩型”好干部好团队的决定`,
    authority,
    nature: '党委',
    level: authority.includes('市') ? '市' : '区',
    on: decidedOn,
  }
  const publicity = decidedOn && { from: addDays(decidedOn, -16), days: 5, where: '云泽党建网' }
  await campaigns.insert(db, id, factsOf(year, calledOn), by, {
    stage: decidedOn ? '表彰' : '核查',
    publicity: publicity && JSON.stringify(publicity),
    decision: decision && JSON.stringify(decision),
  })
  await campaigns.putCriteria(db, {
    campaignId: id,
    version: 1,
    body: JSON.stringify([
      '敢担当、有激情、善攻坚、能成事',
      '实在、实干、有实绩，群众公认',
      '近三年没有受到处分、处理',
    ]),
    reason: '部务会通过',
    ...by,
  })
  const quotas = city.units.flatMap(({ id: unitId, kind }) => {
    if (!kind) return []
    const isTown = kind === 'town' || kind === 'street'
    return [{ unitId, persons: isTown ? QUOTA : 1, teams: isTown ? 1 : 0 }]
  })
  await campaigns.putQuotas(db, id, quotas)
  return id
}

/** The register's rows of that decision belong to the campaign. @returns people among them who have a file */
async function adopt({ db }: PartContext, campaignId: CampaignId, year: number): Promise<CadreId[]> {
  await db
    .updateTable('honours')
    .set({ campaignId })
    .where('kind', '=', '出彩型')
    .where('year', '=', year)
    .where('campaignId', 'is', null)
    .execute()
  const rows = await db
    .selectFrom('honours')
    .innerJoin('cadres', 'cadres.key', 'honours.cadreKey')
    .select('cadres.id')
    .where('honours.campaignId', '=', campaignId)
    .orderBy('honours.id')
    .limit(SPEAKERS)
    .execute()
  return rows.map(({ id }) => id)
}

async function addTour(context: PartContext, id: CampaignId, speakers: readonly CadreId[], first: Day): Promise<void> {
  const { db, caller, stream } = context
  const today = dayNow(context)
  for (const [at, place] of universities.entries()) {
    const random = stream(100 + at)
    const on = addDays(first, at * STOP_EVERY)
    const held = on <= today
    await putStop(
      db,
      caller,
      {
        id: random.uuid(),
        campaignId: id,
        place,
        onDay: on,
        topic: random.pick(topics),
        audience: held ? random.int(12, 60) * 10 : null,
        feedback: held ? random.pick(feedbacks) : '',
        revision: 1,
      },
      random.sample(speakers, 2).map(cadreId => ({ cadreId, name: '' })),
    )
  }
}

async function addJobs(context: PartContext, id: CampaignId, decidedOn: Day): Promise<void> {
  const { db, stream } = context
  const today = dayNow(context)
  for (const [at, { key }] of tenActions.entries()) {
    const doneOn = jobs[key].state === '已完成' ? addDays(decidedOn, at * 3) : null
    const row = { campaignId: id, action: key, ...jobs[key], dueOn: addDays(decidedOn, 60 + at * 18), revision: 1 }
    await db
      .insertInto('campaignActions')
      .values({ ...row, doneOn: doneOn && doneOn > today ? today : doneOn })
      .execute()
  }
  for (const [at, [media, title]] of reports.entries()) {
    const onDay = addDays(decidedOn, 10 + at * 14)
    if (onDay <= today)
      await db
        .insertInto('campaignReports')
        .values({ id: stream(200 + at).uuid(), campaignId: id, onDay, media, title, revision: 1 })
        .execute()
  }
}

/** Some who are nominated now: one of them with a measure in the file, if anybody has one. */
async function addNominees(context: PartContext, campaignId: CampaignId): Promise<void> {
  const { db, caller, city, stream } = context
  const by = { byId: caller.id, at: instantOf(context) }
  const random = stream(300)
  const marked = await db
    .selectFrom('cadreFiles')
    .innerJoin('cadres', 'cadres.key', 'cadreFiles.key')
    .select('cadres.id')
    .where(sql<boolean>`json_array_length(file, '$.punishments') > 0`)
    .where('cadres.status', '=', '在职')
    .orderBy(sql`json_extract(file, '$.punishments[#-1].on')`, 'desc')
    .limit(1)
    .execute()
  const places = random.sample(
    Array.from({ length: Math.min(city.size, 300) }, (_, place) => place),
    NOMINATED,
  )
  const ids = new Set([...marked.map(({ id }) => id), ...places.map(place => city.idOf(place))])
  const [first, ...others] = await db
    .selectFrom('cadres')
    .select(['id', 'unitId'])
    .where('id', 'in', [...ids])
    .where('unitId', 'is not', null)
    .orderBy('key')
    .execute()
  if (!first) return
  const units = new Map(city.units.map(unit => [unit.id as string, unit.id]))
  for (const [at, { id: cadreId, unitId }] of [first, ...others].entries()) {
    const unit = units.get(unitId ?? '') ?? city.root.id
    const told = nominations[at % nominations.length]
    if (!told) continue
    const id = NomineeId.parse(stream(400 + at).uuid())
    const facts = {
      kind: 'person' as const,
      cadreId,
      name: '',
      unitId: unit,
      members: [],
      ...told,
      evidence: '',
      attachments: [],
    }
    await nominees.insert(db, caller, { id, campaignId, facts, by })
    if (at % 2 === 0)
      await db
        .insertInto('campaignOpinions')
        .values({
          id: stream(500 + at).uuid(),
          nomineeId: id,
          organ: '纪检监察',
          onDay: dayNow(context),
          signedBy: '区纪委监委党风政风监督室',
          answer: '同意',
          words: '没有发现影响评优的问题线索',
          ...by,
        })
        .execute()
  }
  const members = others
    .slice(0, 3)
    .map(({ id }, at) => ({ cadreId: id, name: '', part: at === 0 ? '负责人' : '成员' }))
  await nominees.insert(db, caller, {
    id: NomineeId.parse(stream(600).uuid()),
    campaignId,
    facts: {
      kind: 'team',
      cadreId: null,
      name: '云溪河整治专班',
      unitId: units.get(first.unitId ?? '') ?? city.root.id,
      members,
      deeds: '七个单位十二个人合署办公，九十天完成整治。',
      tags: ['善攻坚'],
      task: '三大攻坚战',
      evidence: '',
      attachments: [],
    },
    by,
  })
}

/** Two campaigns that were decided, the later one with its tour of thirteen universities, and one that is being checked. */
export const campaignsPart: DemoPart = {
  name: 'campaigns',
  channel: 'campaigns.add',
  async add(context) {
    const { db, city, stream } = context
    const today = dayNow(context)
    const year = decidedYear(today)
    const dayIn = (of: number, rest: string): Day => Day.parse(`${of}-${rest}`)
    const before = await begin(context, stream(1), year - 1, dayIn(year - 1, '03-02'), dayIn(year - 1, '07-01'))
    await adopt(context, before, year - 1)
    const last = await begin(context, stream(2), year, dayIn(year, '03-02'), dayIn(year, '07-01'))
    const honoured = await adopt(context, last, year)
    const anybody = stream(10).sample(
      Array.from({ length: Math.min(city.size, 300) }, (_, place) => place),
      SPEAKERS,
    )
    const speakers = honoured.length > 1 ? honoured : anybody.map(place => city.idOf(place))
    await campaigns.update(db, { id: last, revision: 1 }, { tourTitle })
    await addTour(context, last, speakers, later(dayIn(year, '07-06'), addDays(today, -75)))
    await addJobs(context, last, dayIn(year, '07-01'))
    await addFollowed(context, last, dayIn(year, '07-01'))
    const now = await begin(context, stream(3), year + 1, addDays(today, -30), null)
    await addNominees(context, now)
  },
}

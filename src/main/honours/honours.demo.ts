import type { Cadre, CadreId } from '../../shared/cadres/cadres'
import { Day } from '../../shared/dates/add-months'
import { stampOf } from '../../shared/dates/stamps'
import { HonourFacts, HonourId } from '../../shared/honours/honours'
import { kindFromName, levelFrom, natureFrom } from '../../shared/honours/presets.rules'
import type { City } from '../demo/city'
import { drawName } from '../demo/names'
import type { DemoPart, PartContext } from '../demo/parts'
import type { Random } from '../demo/random'
import { cityFigures } from '../demo/rolls'
import { deeds, parts, teams } from './honours.demo.data'
import * as repo from './honours.repo'

/** A district is smaller than its two years: there so many of a hundred people have a file here, the others are in words. */
const filedShare = 0.36
/** So many people's older rewards stand in the register already. */
const MOST_ADOPTED = 40

/** The year of the last 七一, and the one before it. */
const yearsOf = (on: string): readonly [number, number] => {
  const year = Number(on.slice(0, 4)) - (Number(on.slice(5, 7)) > 6 ? 0 : 1)
  return [year - 1, year]
}

interface Around {
  readonly context: PartContext
  readonly city: City
  /** 中共云泽区委 */
  readonly authority: string
  readonly level: '市' | '区'
}
function aroundOf(context: PartContext): Around {
  const authority = context.city.root.name.replace(/组织部$/, '')
  return { context, city: context.city, authority, level: authority.includes('市') ? '市' : '区' }
}

const plain = {
  members: [],
  unitId: null,
  documentTitle: '',
  ground: '1',
  bonusFen: null,
  certificateNo: '',
  medalNo: '',
  handedOn: null,
  handedNote: '',
  deeds: '',
  evidence: '',
  publicity: '',
  posthumous: false,
}
const factsOf = (more: Partial<Record<keyof HonourFacts, unknown>>): HonourFacts =>
  HonourFacts.parse({ ...plain, ...more })

/** One row, compared with the original by most. */
async function put({ context }: Around, random: Random, facts: HonourFacts, verified: boolean): Promise<HonourId> {
  const { db, caller, now } = context
  const id = HonourId.parse(random.uuid())
  await repo.insert(db, id, facts, { caller, at: new Date(now()).toISOString(), campaignId: null })
  if (verified)
    await db
      .updateTable('honours')
      .set({ verifiedOn: stampOf(Day.parse(`${facts.on.slice(0, 4)}-08-${10 + random.int(0, 18)}`)) })
      .set({ verifiedBy: caller.id, verifiedOriginal: random.pick(['表扬决定原件', '荣誉证书原件']) })
      .where('id', '=', id)
      .execute()
  return id
}

/** What all honours of one year's decision share. */
const decisionOf = ({ authority, level }: Around, year: number) => ({
  kind: '出彩型',
  level,
  authority,
  nature: '党委',
  on: `${year}-07-01`,
  documentNo: `${authority.replace(/^中共/, '').slice(0, 1)}委〔${year}〕${year % 7 === 0 ? 21 : 18}号`,
  documentTitle: `关于表扬${year}年度“出彩型”好干部好团队的决定`,
  handedOn: `${year}-07-01`,
  handedNote: '命名大会',
})

/** Who is honoured in a year: numbers of people with a file; the rest of the figure is in words. */
function chosenIn({ context, city }: Around, at: 0 | 1): readonly number[] {
  const most = Math.min(cityFigures.honours.people[at], Math.floor(city.size * filedShare))
  const everybody = Array.from({ length: city.size }, (_, index) => index)
  return context.stream(at).sample(everybody, most)
}

async function addPeople(around: Around, at: 0 | 1, year: number): Promise<void> {
  const { city, context } = around
  const units = city.units.filter(({ kind }) => kind)
  const chosen = chosenIn(around, at)
  for (let place = 0; place < cityFigures.honours.people[at]; place += 1) {
    const random = context.stream(1000 * (at + 1) + place)
    const index = chosen[place]
    const cadre = index === undefined ? undefined : city.personAt(index).cadre
    const unit = random.pick(units)
    const facts = factsOf({
      ...decisionOf(around, year),
      holder: 'person',
      name: '“出彩型”好干部',
      cadreId: cadre?.id ?? null,
      unitId: cadre?.unitId ?? unit.id,
      holderName: cadre ? '' : drawName(random, random.pick(['男', '女']), random.int(1970, 1995), '汉族').name,
      deeds: random.pick(deeds),
      certificateNo: `CC${year}${String(place + 1).padStart(3, '0')}`,
    })
    await put(around, random, facts, random.chance(0.85))
  }
}

async function addTeams(around: Around, at: 0 | 1, year: number): Promise<void> {
  const { city, context } = around
  const chosen = chosenIn(around, at)
  for (let place = 0; place < cityFigures.honours.teams[at]; place += 1) {
    const random = context.stream(5000 * (at + 1) + place)
    const members = random.sample(chosen, random.int(3, 6)).map((index, order) => ({
      cadreId: city.idOf(index),
      name: '',
      part: order === 0 ? '负责人' : random.pick(parts),
    }))
    const facts = factsOf({
      ...decisionOf(around, year),
      holder: 'team',
      cadreId: null,
      name: '“出彩型”好团队',
      unitId: city.slotAt(chosen[place % chosen.length] ?? 0).unit.id,
      holderName: `${city.slotAt(chosen[place % chosen.length] ?? 0).unit.name}${random.pick(teams)}`,
      members,
      deeds: random.pick(deeds),
      certificateNo: `CT${year}${String(place + 1).padStart(3, '0')}`,
    })
    await put(around, random, facts, random.chance(0.85))
  }
}

/** Five who were received by the leaders of party and state, and one honour that was revoked. */
async function addRare(around: Around, year: number): Promise<void> {
  const { city, context } = around
  const [revoked, ...received] = context.stream(2).sample(chosenIn(around, 1), 1 + cityFigures.honours.received)
  for (const index of received)
    await put(
      around,
      context.stream(20_000 + index),
      factsOf({
        kind: '先模',
        level: '国家',
        holder: 'person',
        name: '“时代榜样”，受到党和国家领导人接见',
        authority: '全国先进典型表彰会',
        nature: '其他',
        on: `${year}-06`,
        documentNo: '',
        cadreId: city.idOf(index),
        unitId: city.slotAt(index).unit.id,
        holderName: '',
        publicity: '省、市媒体连续报道先进事迹',
      }),
      true,
    )
  if (revoked === undefined) return
  const facts = factsOf({
    ...decisionOf(around, year - 2),
    holder: 'person',
    name: '“出彩型”好干部',
    cadreId: city.idOf(revoked),
    unitId: city.slotAt(revoked).unit.id,
    holderName: '',
  })
  const id = await put(around, context.stream(30_000), facts, true)
  await context.db
    .updateTable('honours')
    .set({
      revokedOn: stampOf(Day.parse(`${year}-03-12`)),
      revokedGround: '申报奖励时隐瞒严重错误或者严重违反规定程序',
    })
    .set({ revokedDocument: `${around.authority.replace(/^中共/, '').slice(0, 1)}委〔${year}〕6号`, revokedNote: '' })
    .where('id', '=', id)
    .execute()
}

/** Older rewards out of some files, as they were entered when the register began. */
async function adopt(around: Around, { id, unitId, rewards }: Cadre, random: Random): Promise<void> {
  for (const { on, authority, name } of rewards)
    if (on !== null)
      await put(
        around,
        random,
        factsOf({
          holder: 'person',
          cadreId: id,
          unitId,
          holderName: '',
          name,
          kind: kindFromName(name),
          level: levelFrom(authority, name),
          authority,
          nature: natureFrom(authority),
          on,
          documentNo: '',
          ground: null,
        }),
        random.chance(0.5),
      )
}

/** The register of two years of “出彩型”, as the city that gave the idea counts them, and some older honours. */
export const honoursPart: DemoPart = {
  name: 'honours',
  channel: 'honours.add',
  slices: () => 6,
  async add(context, slice) {
    const around = aroundOf(context)
    const [first, second] = yearsOf(context.on)
    if (slice === 0) await addPeople(around, 0, first)
    else if (slice === 1) await addPeople(around, 1, second)
    else if (slice === 2) await addTeams(around, 0, first)
    else if (slice === 3) await addTeams(around, 1, second)
    else if (slice === 4) await addRare(around, second)
    else {
      const seen = new Set<CadreId>()
      for (const index of context.stream(3).sample(chosenIn(around, 0), MOST_ADOPTED)) {
        const { cadre } = around.city.personAt(index)
        if (!seen.has(cadre.id)) await adopt(around, cadre, context.stream(40_000 + index))
        seen.add(cadre.id)
      }
    }
  },
}

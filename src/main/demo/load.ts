import { setImmediate } from 'node:timers/promises'
import { PartialDate } from '../../shared/dates/partial-date'
import { PhotoId } from '../../shared/photos/photos'
import type { UnitFacts, UnitPostId } from '../../shared/posts/posts'
import type { UnitId } from '../../shared/units/units'
import * as cadres from '../cadres/cadres.repo'
import { recordStep } from '../cadres/history'
import type { CommandContext, Commit } from '../ipc/contexts'
import * as photos from '../photos/photos.repo'
import * as posts from '../posts/posts.repo'
import * as units from '../units/units.repo'
import type { City } from './city'
import { type DemoPart, demoParts } from './parts'
import type { CityUnit } from './units'
import { levelNames, type UnitKind } from './units.data'

export interface Loading {
  readonly city: City
  /** One transaction with one audit line under the name of a call. */
  commitAs(channel: `${string}.${string}`): Commit
  /** Called after each slice with the people that are in. */
  readonly progress?: (done: number) => void
  /** Whether the store has been closed meanwhile. */
  isOver(): boolean
}

/** So many people are one transaction: the page waits no longer for its own calls. */
const SLICE = 40
const reason = '演示数据'

const natures: Partial<Record<UnitKind, string>> = {
  town: '镇街',
  street: '镇街',
  school: '事业单位',
  hospital: '事业单位',
  institution: '事业单位',
  company: '国有企业',
  mass: '群众团体',
}
/** 机构级别 by the level of the head's post. */
const unitLevels: Readonly<Record<string, string>> = {
  乡科级正职: '正科级',
  县处级副职: '副处级',
  县处级正职: '正处级',
  厅局级副职: '副厅级',
  厅局级正职: '正厅级',
}
const factsOf = ({ id, kind, level }: CityUnit, approvedStaff: number | null): UnitFacts => ({
  unitId: id,
  kind: kind ? '法人单位' : '机构分组',
  nature: kind ? (natures[kind] ?? '机关') : '',
  level: unitLevels[level] ?? '',
  code: '',
  approvedStaff,
})

/** Of the posts that several hold, those approved for one more than there are, and for one fewer. */
const vacantShare = 0.25
const overShare = 0.05

async function addPosts({ db }: CommandContext, city: City, unit: CityUnit, index: number): Promise<void> {
  const random = city.stream('units.posts')(index)
  const head = unit.posts[0]?.level ?? 0
  const titles = [...new Set(unit.posts.map(({ title }) => title))]
  for (const [position, title] of titles.entries()) {
    const specs = unit.posts.filter(post => post.title === title)
    const count = specs.reduce((sum, spec) => sum + spec.count, 0)
    const level = specs[0]?.level ?? 0
    const off = random.next()
    await posts.savePost(db, {
      id: random.uuid() as UnitPostId,
      unitId: unit.id,
      title,
      level: levelNames[level] ?? '',
      inTeam: level >= head - 1,
      approved: count === 1 ? 1 : off < vacantShare ? count + 1 : off > 1 - overShare ? count - 1 : count,
      position,
    })
  }
}

/** Puts the tree below the store's own unit, with what each unit is and the posts that it has. */
export async function loadUnits({ city, commitAs }: Loading): Promise<void> {
  await commitAs('units.add')(async context => {
    const { db, caller, record } = context
    record({ reason, details: `${city.units.length - 1} 个单位` })
    const root = (await units.listWithin(db, caller.scope)).find(({ parentId }) => parentId === null)
    const idOf = (id: UnitId | null): UnitId | null => (id === city.root.id ? (root?.id ?? null) : id)
    for (const [index, unit] of city.units.entries()) {
      if (unit === city.root) continue
      const { id, parentId, name, position } = unit
      await units.insert(db, { id, parentId: idOf(parentId), name, position })
      const size = city.sizes.get(id)
      await posts.describe(db, factsOf(unit, size === undefined ? null : size + Math.ceil(size / 12)))
      await addPosts(context, city, unit, index)
    }
  })
}

async function addPerson(context: CommandContext, city: City, index: number): Promise<void> {
  const { db } = context
  const { cadre } = city.personAt(index)
  await cadres.save(db, cadre, 1, PartialDate.parse(`${city.on}-01`))
  const id = PhotoId.parse(city.stream('photos')(index).uuid())
  const shown = await photos.put(db, cadre.id, { kind: 'jpeg', bytes: city.portraitAt(index) }, id)
  await recordStep(context, cadre.id, shown ? [shown] : [], { kind: 'add', reason })
}

/** Puts people from one number up to another in, slice by slice: what the page asks for comes between. */
export async function loadPeople(
  { city, commitAs, progress, isOver }: Loading,
  from: number,
  to: number,
): Promise<void> {
  for (let done = from; done < to && !isOver(); done += SLICE) {
    const until = Math.min(done + SLICE, to)
    await commitAs('cadres.add')(async context => {
      context.record({ reason, details: `${until - done} 份档案` })
      for (let index = done; index < until; index += 1) await addPerson(context, city, index)
    })
    progress?.(until)
    await setImmediate()
  }
}

/** The parts of the modules, when all people are in. */
export async function loadParts(
  { city, commitAs, isOver }: Loading,
  parts: readonly DemoPart[] = demoParts,
): Promise<void> {
  const on = PartialDate.parse(`${city.on}-01`)
  for (const part of parts)
    for (let slice = 0; slice < (part.slices?.(city) ?? 1) && !isOver(); slice += 1) {
      await commitAs(part.channel)(context => {
        context.record({ reason, details: part.name })
        return part.add({ ...context, city, stream: city.stream(part.name), on }, slice)
      })
      await setImmediate()
    }
}

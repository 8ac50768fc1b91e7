import { UnitId } from '../../shared/units/units'
import type { Place } from './places'
import type { Stream } from './random'
import { cityPosts, districtPosts, levelNames, type PostSpec, staffTitles, type UnitKind } from './units.data'
import { cityGroups, districtGroups, headsOf, type UnitGroup } from './units.lists'

/** A node of the invented tree. Groups have neither posts nor people. */
export interface CityUnit {
  readonly id: UnitId
  readonly parentId: UnitId | null
  readonly position: number
  readonly name: string
  /** The name as it stands before a post. */
  readonly label: string
  /** undefined for a group. */
  readonly kind: UnitKind | undefined
  /** Number of the district from 0; -1 for the city itself. */
  readonly place: number
  /** 职务层次 of its head; empty for a group. */
  readonly level: string
  readonly posts: readonly PostSpec[]
}

/** A unit in which one may hold a post, with the title that goes with it. */
export interface Seat {
  readonly unit: CityUnit
  readonly title: string
  readonly level: number
}

/** How a unit is named before a post: 云泽区委书记, 云泽区区长, 共青团云泽区委书记. */
const labelOf = (name: string): string =>
  name
    .replace(/^中共(.+)委员会$/, '$1委')
    .replace(/人民政府$/, '')
    .replace(/纪委监委$/, '纪委')
    .replace(/^(共青团.+)委员会$/, '$1委')

/** The posts of a unit by its own name: a 书记 in place of a 主席, a 馆长 in place of a 主任. */
function postsOf(kind: UnitKind, name: string, place: Place): readonly PostSpec[] {
  const specs = (place.suffix === '市' ? cityPosts : districtPosts)[kind]
  const own = headsOf.find(([pattern]) => pattern.test(name))
  return specs.map(spec => {
    const title = spec.title.replaceAll('〇', place.suffix)
    if (!own) return title === spec.title ? spec : { ...spec, title }
    const [, head, deputy] = own
    const plain = title.replace(/^(党组书记|党组成员)、/, '')
    if (plain === '主任' || plain === '主席' || plain === '局长') return { ...spec, title: title.replace(plain, head) }
    if (plain === '副主任' || plain === '副主席' || plain === '副局长')
      return { ...spec, title: title.replace(plain, deputy) }
    return spec
  })
}

const levelOf = (posts: readonly PostSpec[]): string => levelNames[posts[0]?.level ?? 0] ?? ''

function groupsOf(place: Place): readonly UnitGroup[] {
  if (place.suffix === '市') return cityGroups
  const towns = place.towns.map(
    town => [town.endsWith('街道') ? ('street' as const) : ('town' as const), `◇${town}`] as const,
  )
  return districtGroups.map(group => (group.title === '镇街' ? { ...group, units: towns } : group))
}

/** The part of the tree that a place has: a node of its own, its groups and their units. */
export interface PlaceTree {
  readonly place: Place
  readonly index: number
  readonly nodes: readonly CityUnit[]
  /** Its units with people, in the order of the tree. */
  readonly units: readonly CityUnit[]
}

/**
 * @param root where the groups hang
 * @param share of each group's units, from 0 to 1: a small demo has the first of each
 */
export function treeOf(place: Place, index: number, ids: Stream, root: UnitId, share = 1): PlaceTree {
  const random = ids(index + 1)
  const nodes: CityUnit[] = []
  const units: CityUnit[] = []
  const newId = (): UnitId => random.uuid() as UnitId
  for (const [position, { title, units: members }] of groupsOf(place).entries()) {
    const group: CityUnit = {
      id: newId(),
      parentId: root,
      position,
      name: place.suffix === '市' ? `市级${title}` : title,
      label: '',
      kind: undefined,
      place: index,
      level: '',
      posts: [],
    }
    nodes.push(group)
    for (const [at, [kind, pattern]] of members.slice(0, Math.ceil(members.length * share)).entries()) {
      const name = pattern.replace('◇', place.name)
      const posts = postsOf(kind, name, place)
      const unit: CityUnit = {
        id: newId(),
        parentId: group.id,
        position: at,
        name,
        label: labelOf(name),
        kind,
        place: index,
        level: levelOf(posts),
        posts,
      }
      nodes.push(unit)
      units.push(unit)
    }
  }
  return { place, index, nodes, units }
}

/** Every post of a place by level, for the stations of a career; at level 0 those of the staff. */
export type Seats = readonly (readonly Seat[])[]
export function seatsOf(units: readonly CityUnit[]): Seats {
  const seats: Seat[][] = levelNames.map(() => [])
  for (const unit of units) {
    if (!unit.kind) continue
    for (const { title, level } of unit.posts) seats[level]?.push({ unit, title, level })
    for (const title of staffTitles[unit.kind]) seats[0]?.push({ unit, title, level: 0 })
  }
  return seats
}

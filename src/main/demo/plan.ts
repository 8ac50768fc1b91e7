import type { UnitId } from '../../shared/units/units'
import type { Known } from './known'
import type { Slot } from './life'
import { cityPlace, districtAt, type Place } from './places'
import { type Stream, streamOf } from './random'
import { type CityUnit, type PlaceTree, type Seat, treeOf } from './units'
import { staffTitles } from './units.data'
import { staffWeights } from './units.lists'

/** Below this a demo is one district without the city above it. */
const leastForCity = 1200
/** People of a district and of the city's own units, where the city has 10,000. */
const districtSize = 1030
const citySize = 1750

interface Filled {
  readonly unit: CityUnit
  readonly tree: PlaceTree
  /** Number of its first person. */
  readonly first: number
  readonly leading: number
}

const leadingOf = ({ posts }: CityUnit): number => posts.reduce((sum, { count }) => sum + count, 0)

/** How many people each unit has: its posts, and its share of those without one. @throws RangeError when they are too few */
function filledOf(trees: readonly PlaceTree[], people: number): Filled[] {
  const units = trees.flatMap(tree => tree.units.map(unit => ({ unit, tree, leading: leadingOf(unit) })))
  const rest = people - units.reduce((sum, { leading }) => sum + leading, 0)
  if (rest < 0) throw new RangeError(`${people} people are too few for the posts of the units`)
  const weightOf = ({ kind }: CityUnit): number => (kind ? staffWeights[kind] : 0)
  const sum = units.reduce((total, { unit }) => total + weightOf(unit), 0)
  let [next, weight, given] = [0, 0, 0]
  return units.map(({ unit, tree, leading }) => {
    const first = next
    weight += weightOf(unit)
    const until = Math.round((rest * weight) / sum)
    next += leading + until - given
    given = until
    return { unit, tree, leading, first }
  })
}

/** Of each group's units, the share that there are people for. */
const shareOf = (people: number): number =>
  people < 420 ? 0.36 : people < leastForCity ? 0.8 : people < 4800 ? 0.5 : 1

/** Gives each of the known the first place in their unit with their title that nobody has been given yet. */
function settle(
  known: readonly Known[],
  filled: readonly Filled[],
  people: number,
  seatAt: (index: number) => Seat,
): Map<number, Known> {
  const settled = new Map<number, Known>()
  for (const each of known) {
    const place = filled.findIndex(({ unit }) => unit.name === each.unit)
    const [start, end] = place < 0 ? [0, 0] : [filled[place]?.first ?? 0, filled[place + 1]?.first ?? people]
    const fits = ({ title, level }: Seat): boolean => (each.title === '' ? level === 0 : title === each.title)
    let index = start
    while (index < end && (settled.has(index) || !fits(seatAt(index)))) index += 1
    if (index < end) settled.set(index, each)
  }
  return settled
}

export interface Plan {
  readonly isCity: boolean
  readonly root: CityUnit
  /** Parents before children. */
  readonly nodes: readonly CityUnit[]
  readonly places: readonly Place[]
  /** How many people each unit has. */
  readonly sizes: ReadonlyMap<UnitId, number>
  /** The city's own first, where there is one. */
  readonly trees: readonly PlaceTree[]
  /** @throws RangeError where there is no such person */
  slotAt(index: number): Slot & { readonly tree: PlaceTree }
}

/** The units of a city for so many people, and which place each of them fills. */
export function planOf(seed: string, people: number, known: readonly Known[] = []): Plan {
  const ids: Stream = streamOf(seed, 'units.id')
  const names: Stream = streamOf(seed, 'units')
  const isCity = people >= leastForCity
  const count = isCity ? Math.max(1, Math.round((people - Math.min(citySize, people / 3)) / districtSize)) : 1
  const places = Array.from({ length: count }, (_, index) => districtAt(names, index))
  const node = (index: number, parentId: UnitId | null, position: number, name: string, place: number): CityUnit => {
    const id = ids(2_000_000 + index).uuid() as UnitId
    return { id, parentId, position, name, label: '', kind: undefined, place, level: '', posts: [] }
  }
  const seat = isCity ? cityPlace : (places[0] ?? cityPlace)
  const root = node(0, null, 0, `中共${seat.name}委组织部`, -1)
  const share = shareOf(people)
  const city = isCity ? [treeOf(cityPlace, -1, ids, root.id, share)] : []
  const groups = city[0]?.nodes.filter(({ kind }) => kind === undefined).length ?? 0
  const districts = isCity
    ? places.map((place, index) => node(1 + index, root.id, groups + index, place.name, index))
    : []
  const own = places.map((place, index) => treeOf(place, index, ids, districts[index]?.id ?? root.id, share))
  const trees = [...city, ...own]
  const filled = filledOf(trees, people)
  const firsts = Float64Array.from(filled, ({ first }) => first)

  function unitOf(index: number): Filled {
    let [low, high] = [0, firsts.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((firsts[middle] as number) <= index) low = middle
      else high = middle - 1
    }
    const found = filled[low]
    if (!found || index < 0 || index >= people) throw new RangeError(`there is no person ${index}`)
    return found
  }

  function slotAt(index: number): Slot & { readonly tree: PlaceTree } {
    const { unit, tree, first, leading } = unitOf(index)
    const order = index - first
    if (order >= leading) {
      const titles = staffTitles[unit.kind ?? 'bureau']
      const title = titles[order % titles.length] ?? ''
      return { index, unit, tree, seat: { unit, title, level: 0 }, order, teamOrder: null, isHead: false }
    }
    const head = unit.posts[0]?.level ?? 0
    let until = 0
    const spec = unit.posts.find(post => (until += post.count) > order)
    const level = spec?.level ?? 0
    // Heads of sections are no members of the leading team.
    const teamOrder = level >= head - 1 ? order + 1 : null
    return {
      index,
      unit,
      tree,
      seat: { unit, title: spec?.title ?? '', level },
      order,
      teamOrder,
      isHead: level === head,
    }
  }

  const settled = settle(known, filled, people, index => slotAt(index).seat)

  return {
    isCity,
    root,
    nodes: [root, ...districts, ...trees.flatMap(({ nodes }) => nodes)],
    places,
    sizes: new Map(filled.map(({ unit, first }, at) => [unit.id, (filled[at + 1]?.first ?? people) - first])),
    trees,
    slotAt: index => ({ ...slotAt(index), known: settled.get(index) }),
  }
}

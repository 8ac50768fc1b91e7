import type { Cadre, CadreId } from '../../shared/cadres/cadres'
import type { PartialDate } from '../../shared/dates/partial-date'
import { type SeatsOf, seatsByTrack } from './career'
import type { Known } from './known'
import type { Slot } from './life'
import { type Planted, plantIn } from './mistakes'
import { monthOf } from './months'
import { personOf } from './person'
import { planOf } from './plan'
import { portraitOf } from './portrait'
import { type Random, type Stream, streamOf } from './random'
import { cityFigures, cityOfFigures, type Roll } from './rolls'
import { trackOf } from './tracks'
import { type PlaceTree, seatsOf } from './units'

export interface CityOptions {
  /** The same seed makes the same city, to the byte. */
  readonly seed: string
  readonly people: number
  /** The month that everything is told as of: ages, assessments, terms. */
  readonly on: PartialDate
  /** The share of people in whose file a mistake is planted; 0 for none. */
  readonly mistakes?: number
  /** People who stand in places of their own. */
  readonly known?: readonly Known[]
}

/** A person with what was planted in the file, so that checks can be held against the truth. */
export interface Invented {
  readonly cadre: Cadre
  readonly planted: Planted | undefined
}

/** Fewer people than this do not fill the posts of a district. */
export const leastPeople = 300
/** Of the people without a leading post, those who stand in the register twice. */
const twinShare = 0.002
/** A fifth began elsewhere: who is of the city in a district, who is of a district in the city. */
const elsewhereShare = 0.2
/** A bench walks through hundreds of districts, one after the other: the seats of the first ones alone are kept. */
const keptSeats = { most: 24, always: 9 }

const offices: ReadonlySet<string> = new Set(['party', 'bureau', 'mass', 'discipline'])
const isOffice = ({ unit }: Slot): boolean => offices.has(unit.kind ?? '')

export type City = ReturnType<typeof createCity>

/** A city of so many people, or a district where they are few. People are made when they are asked for, each by itself. */
export function createCity({ seed, people, on, mistakes = 0, known = [] }: CityOptions) {
  const now = monthOf(on)
  const plan = planOf(seed, people, known)
  const { trees, slotAt } = plan
  const stream = (name: string): Stream => streamOf(seed, name)
  const streams = {
    id: stream('people.id'),
    life: stream('people'),
    name: stream('people.name'),
    mistake: stream('people.mistake'),
    twin: stream('people.twin'),
    portrait: stream('people.portrait'),
  }

  const seatLists = new Map<PlaceTree, SeatsOf>()
  function seatsIn(tree: PlaceTree): SeatsOf {
    let found = seatLists.get(tree)
    if (!found) {
      if (seatLists.size > keptSeats.most)
        for (const old of [...seatLists.keys()].slice(keptSeats.always)) seatLists.delete(old)
      found = seatsByTrack(seatsOf(tree.units), ({ unit }) => trackOf(unit.kind ?? 'bureau'))
      seatLists.set(tree, found)
    }
    return found
  }

  /**
   * Different people in the order of the tree, drawn under a name of one's own. For a city of another size than 10,000
   * the count is taken in proportion.
   */
  function draw(name: string, count: number, fits: (slot: Slot) => boolean): number[] {
    const fitting: number[] = []
    for (let index = 0; index < people; index += 1) if (fits(slotAt(index))) fitting.push(index)
    const wanted = people === cityOfFigures ? count : Math.ceil((count * people) / cityOfFigures)
    return stream(name)()
      .sample(fitting, wanted)
      .toSorted((a, b) => a - b)
  }

  let rolls: ReadonlyMap<Roll, ReadonlySet<number>> | undefined
  function rollsNow(): ReadonlyMap<Roll, ReadonlySet<number>> {
    rolls ??= new Map<Roll, ReadonlySet<number>>([
      // The city sends first secretaries from its own offices.
      [
        'firstSecretary',
        new Set(
          draw(
            'rolls.firstSecretary',
            cityFigures.firstSecretary,
            slot => isOffice(slot) && slot.seat.level <= 2 && (slot.unit.place < 0 || !plan.isCity),
          ),
        ),
      ],
      [
        'openSelection',
        new Set(
          draw('rolls.openSelection', cityFigures.openSelection, slot => isOffice(slot) && slot.seat.level === 0),
        ),
      ],
    ])
    return rolls
  }

  const idOf = (index: number): CadreId => streams.id(index).uuid() as CadreId

  function beginningElsewhere(random: Random, tree: PlaceTree): PlaceTree {
    if (!plan.isCity || !random.chance(elsewhereShare)) return tree
    const own = trees[0]
    const other = tree === own ? trees[random.int(1, Math.min(8, trees.length - 1))] : own
    return other ?? tree
  }

  /** Whose file this one is once more, if anybody's: what merging is for. */
  function twinOf(index: number): Cadre | undefined {
    const { seat, known: isKnown } = slotAt(index)
    if (mistakes === 0 || seat.level > 0 || isKnown) return undefined
    const random = streams.twin(index)
    const other = index - random.int(20, 90)
    if (other < 0 || !random.chance(twinShare)) return undefined
    const { cadre, planted } = personAt(other)
    return planted ? undefined : cadre
  }

  /** The person of a number from 0, the same however often and in whatever order they are asked for. */
  function personAt(index: number): Invented {
    const { tree, ...slot } = slotAt(index)
    const random = streams.life(index)
    const cadre = personOf(random, streams.name(index), idOf(index), slot, {
      now,
      place: tree.place,
      seatsOf: seatsIn(tree),
      earlierSeatsOf: seatsIn(beginningElsewhere(random, tree)),
      districts: plan.places.slice(0, 8),
      rolls: new Set([...rollsNow()].flatMap(([roll, members]) => (members.has(index) ? [roll] : []))),
    })
    const first = twinOf(index)
    if (first) {
      const { id, unitId, unitOrder } = cadre
      return { cadre: { ...first, id, unitId, unitOrder, phone: '' }, planted: { rules: [], twinOf: first.id } }
    }
    const planting = streams.mistake(index)
    return planting.chance(mistakes) && !slot.known ? plantIn(cadre, planting, on) : { cadre, planted: undefined }
  }

  return {
    seed,
    on,
    size: people,
    root: plan.root,
    /** The tree, parents before children. */
    units: plan.nodes,
    /** How many people each unit has. */
    sizes: plan.sizes,
    slotAt: (index: number): Slot => slotAt(index),
    idOf,
    personAt,
    /** The bytes of a `.jpg`, drawn when it is asked for. */
    portraitAt: (index: number): Uint8Array<ArrayBuffer> => portraitOf(streams.portrait(index)),
    draw,
    /** Numbers of the people on a roll, in order. */
    onRoll: (roll: Roll): readonly number[] => [...(rollsNow().get(roll) ?? [])],
    /** Numbers of one name, for what is made beside the people. */
    stream,
    /** Everybody in the order of the tree, one at a time. */
    *people(from = 0, to = people): Generator<Invented> {
      for (let index = from; index < to; index += 1) yield personAt(index)
    },
  }
}

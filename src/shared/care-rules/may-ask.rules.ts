import { type LifeEventKind, lifeEventKinds } from '../care-records/care-records'
import { type RegisterKind, registerKinds } from '../care-register/care-register'
import type { CarePerson, Happened, Own } from './care-facts'
import type { CareRule } from './care-rules'

/** What a rule is told from, as sets of bits; null where anything may be. */
export interface Needs {
  readonly lists: number | null
  readonly kinds: number | null
  readonly statuses: readonly CarePerson['status'][] | null
  readonly next: boolean
}
/** What is known of a person, as the same sets. */
interface Known {
  readonly status: CarePerson['status']
  readonly lists: number
  readonly kinds: number
  readonly next: boolean
}

const listBits = new Map<RegisterKind, number>(registerKinds.map((kind, at) => [kind, 1 << at]))
const kindBits = new Map<Happened['kind'], number>(
  [...lifeEventKinds, '受处分处理' as const].map((kind, at) => [kind, 1 << at]),
)
const bitsOf = <K>(bits: ReadonlyMap<K, number>, keys: readonly K[]): number => {
  let found = 0
  for (const key of keys) found |= bits.get(key) ?? 0
  return found
}

/** What has to be known of a person so that a rule can ask anything at all. */
export function needsOf({ when, whose }: CareRule): Needs {
  const none: Needs = { lists: null, kinds: null, statuses: null, next: false }
  const lists = bitsOf(listBits, whose.lists)
  if (when.by === 'event')
    return { ...none, kinds: bitsOf<Happened['kind']>(kindBits, when.kinds satisfies LifeEventKind[]) }
  if (when.by === 'next') return { ...none, next: true }
  const isOfList = when.by === 'interval' || when.by === 'entry' || (when.by === 'anniversary' && when.of === 'list')
  if (isOfList) return { ...none, lists }
  return {
    ...none,
    ...(whose.lists.length > 0 ? { lists } : { statuses: whose.statuses }),
    ...(when.by === 'file' && when.fact === '受处分处理'
      ? { kinds: bitsOf<Happened['kind']>(kindBits, ['受处分处理']) }
      : {}),
  }
}

export function knownOf({ status }: CarePerson, { happened, listed, done }: Own): Known {
  let [kinds, lists, next] = [0, 0, false]
  for (const { kind } of happened) kinds |= kindBits.get(kind) ?? 0
  for (const { kind } of listed) lists |= listBits.get(kind) ?? 0
  for (const { nextOn } of done) next ||= nextOn !== null
  return { status, kinds, lists, next }
}

/** Whether a rule has to be asked about a person. Most have nothing to say about most people, and are passed over here. */
export const mayAsk = ({ lists, kinds, statuses, next }: Needs, known: Known): boolean =>
  (lists === null || (lists & known.lists) !== 0) &&
  (kinds === null || (kinds & known.kinds) !== 0) &&
  (statuses === null || statuses.includes(known.status)) &&
  (!next || known.next)

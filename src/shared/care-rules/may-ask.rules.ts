import { type LifeEventKind, lifeEventKinds } from '../care-records/care-records'
import { type RegisterKind, registerKinds } from '../care-register/care-register'
import type { CarePerson, Happened, Own } from './care-facts'
import type { CareRule } from './care-rules'

/** What a rule is told from, as sets of bits, one of which a person has to have. */
export interface Needs {
  readonly lists: number
  readonly kinds: number
  readonly statuses: number
  readonly next: boolean
  readonly reviewed: boolean
}

/** A bit that everyone has: of a rule to which it is all one. */
const ANY = 1 << 30
const bitsOf = <K>(bits: ReadonlyMap<K, number>, keys: readonly K[]): number => {
  let found = 0
  for (const key of keys) found |= bits.get(key) ?? 0
  return found
}
const inBits = <K>(keys: readonly K[]): ReadonlyMap<K, number> => new Map(keys.map((key, at) => [key, 1 << at]))
const listBits = inBits<RegisterKind>(registerKinds)
const kindBits = inBits<Happened['kind']>([...lifeEventKinds, '受处分处理'])
const statusBits = inBits<CarePerson['status']>(['在职', '退休', '去世', '其他'])

/** What has to be known of a person so that a rule can ask anything at all. */
export function needsOf({ when, whose }: CareRule): Needs {
  const none: Needs = { lists: ANY, kinds: ANY, statuses: ANY, next: false, reviewed: false }
  const lists = bitsOf(listBits, whose.lists)
  if (when.by === 'event')
    return { ...none, kinds: bitsOf<Happened['kind']>(kindBits, when.kinds satisfies LifeEventKind[]) }
  if (when.by === 'next') return { ...none, next: true }
  if (when.by === 'hardship') return { ...none, reviewed: true }
  const isOfList = when.by === 'interval' || when.by === 'entry' || (when.by === 'anniversary' && when.of === 'list')
  if (isOfList) return { ...none, lists }
  return {
    ...none,
    ...(whose.lists.length > 0 ? { lists } : { statuses: bitsOf<CarePerson['status']>(statusBits, whose.statuses) }),
    ...(when.by === 'file' && when.fact === '受处分处理' ? { kinds: bitsOf(kindBits, ['受处分处理' as const]) } : {}),
  }
}

/** What is known of a person, as the same sets; it is filled anew for the next person. */
export interface Known extends Needs {
  lists: number
  kinds: number
  statuses: number
  next: boolean
  reviewed: boolean
}
export const nobodyKnown = (): Known => ({ lists: ANY, kinds: ANY, statuses: ANY, next: false, reviewed: false })
export function fillKnown(known: Known, { status }: CarePerson, { happened, listed, done, reviewed }: Own): void {
  known.lists = ANY
  known.kinds = ANY
  known.next = false
  known.reviewed = reviewed.length > 0
  known.statuses = ANY | (statusBits.get(status) ?? 0)
  for (const { kind } of happened) known.kinds |= kindBits.get(kind) ?? 0
  for (const { kind } of listed) known.lists |= listBits.get(kind) ?? 0
  for (const { nextOn } of done) if (nextOn !== null) known.next = true
}

/** Whether a rule has to be asked about a person. Most have nothing to say about most people, and are passed over here. */
export const mayAsk = ({ lists, kinds, statuses, next, reviewed }: Needs, known: Known): boolean =>
  (lists & known.lists) !== 0 &&
  (kinds & known.kinds) !== 0 &&
  (statuses & known.statuses) !== 0 &&
  (!next || known.next) &&
  (!reviewed || known.reviewed)

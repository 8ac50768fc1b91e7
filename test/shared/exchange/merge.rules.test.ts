import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Choice,
  type Judgement,
  judge,
  knows,
  nothingYet,
  observe,
  type Stand,
  settle,
  type Versions,
  type Writer,
} from '../../../src/shared/exchange/merge.rules'

const at = (hash: string, versions: Versions, over?: Versions, by?: string): Stand => ({
  hash,
  versions,
  ...(over && { over }),
  ...(by !== undefined && { by }),
})
const cases: readonly (readonly [why: string, ours: Stand, theirs: Stand, judged: Judgement])[] = [
  ['nobody has filled it in', nothingYet, nothingYet, 'same'],
  ['only they have filled it in', nothingYet, at('x', { b: 1 }), 'take'],
  ['only we have filled it in', at('x', { a: 1 }), nothingYet, 'keep'],
  ['both wrote the same by themselves', at('x', { a: 1 }), at('x', { b: 1 }), 'same'],
  ['both wrote something else', at('x', { a: 1 }), at('y', { b: 1 }), 'conflict'],
  ['they changed what they had from us', at('x', { a: 1 }), at('y', { a: 1, b: 1 }), 'take'],
  ['they emptied what they had from us', at('x', { a: 1 }), at('', { a: 1, b: 1 }), 'take'],
  ['we changed what they still have', at('y', { a: 2 }), at('x', { a: 1 }), 'keep'],
  ['both changed it since', at('y', { a: 2 }), at('z', { a: 1, b: 1 }), 'conflict'],
  ['they went back to the old value knowing ours', at('y', { a: 2 }), at('x', { a: 2, b: 4 }), 'take'],
  ['they went back to the old value, and we went on', at('z', { a: 3 }), at('x', { a: 2, b: 4 }), 'conflict'],
  ['they have a change of ours that was undone here', at('x', { a: 1 }), at('y', { a: 2, b: 1 }), 'conflict'],
  ['we lost everything, and they still have it', nothingYet, at('y', { a: 2 }), 'take'],
  ['one number stands for two values', at('x', { a: 2 }), at('y', { a: 2 }), 'conflict'],
  [
    'both decided at once, and they are higher',
    at('x', { a: 2, b: 1 }, { a: 1, b: 1 }, 'a'),
    at('y', { a: 1, b: 2 }, { a: 1, b: 1 }, 'b'),
    'take',
  ],
  [
    'both decided at once, and we are higher',
    at('y', { a: 1, b: 2 }, { a: 1, b: 1 }, 'b'),
    at('x', { a: 2, b: 1 }, { a: 1, b: 1 }, 'a'),
    'keep',
  ],
  [
    'they decided something else',
    at('x', { a: 2, b: 1 }, { a: 1, b: 1 }, 'a'),
    at('y', { a: 1, b: 3 }, { a: 1, b: 2 }, 'b'),
    'conflict',
  ],
]
test.each(cases)('%s', (_why, ours, theirs, judged) => {
  const own = judged === 'keep' && ours.by === 'b' ? 'b' : 'a'
  expect(judge(ours, theirs, own)).toBe(judged)
})

function writerOf(id: string): Writer {
  let clock = 0
  return { id, next: atLeast => (clock = Math.max(clock + 1, atLeast)) }
}

test('a decision knows both values and is not asked for again on either side', () => {
  const [a, b] = [writerOf('a'), writerOf('b')]
  const [ours, theirs] = [at('x', { a: 1 }), at('y', { b: 1 })]
  expect(settle(ours, theirs, null, a)).toBeUndefined()
  const decided = settle(ours, theirs, 'keep', a)
  expect(decided).toMatchObject({ takes: false, stand: { hash: 'x', over: { a: 1, b: 1 }, by: 'a' } })
  if (!decided) throw new Error('decided')
  const there = settle(theirs, decided.stand, null, b)
  expect(there).toEqual({ takes: true, stand: decided.stand })
  expect(judge(decided.stand, theirs, 'a')).toBe('keep')
})

test('what would be taken by itself may be kept, and that travels back', () => {
  const [a, b] = [writerOf('a'), writerOf('b')]
  const kept = settle(at('x', { a: 1 }), at('y', { a: 1, b: 1 }), 'keep', a)
  expect(kept?.stand.hash).toBe('x')
  expect(settle(at('y', { a: 1, b: 1 }), kept?.stand ?? nothingYet, null, b)).toMatchObject({ takes: true })
})

test('a value that was looked at twice without a change stays as it is known', () => {
  const writer = writerOf('a')
  const once = observe(undefined, 'x', writer)
  expect(once).toEqual(at('x', { a: 1 }))
  expect(observe(once, 'x', writer)).toBe(once)
  expect(observe(undefined, '', writer)).toBe(nothingYet)
  expect(observe({ ...once, over: {}, by: 'a' }, '', writer)).toEqual(at('', { a: 2 }))
})

/** One store with one value, as it really is used: edited now and then, sent, lost, sent twice, decided by whoever sits there. */
interface Store {
  readonly writer: Writer
  value: string
  stand: Stand
  /** The edits that this value was written in the knowledge of. */
  history: Set<string>
  last: string
}
interface Sent {
  readonly value: string
  readonly stand: Stand
  readonly history: ReadonlySet<string>
  readonly last: string
}
const look = (store: Store): void => void (store.stand = observe(store.stand, store.value, store.writer))

describe('stores that exchange', () => {
  let asked = 0
  /** @returns whether somebody was asked */
  function receive(store: Store, sent: Sent, choose: () => Choice): boolean {
    look(store)
    const before = { stand: store.stand, last: store.last }
    let settled = settle(store.stand, sent.stand, null, store.writer)
    const wasAsked = settled === undefined
    if (wasAsked) asked += 1
    settled ??= settle(store.stand, sent.stand, choose(), store.writer)
    if (!settled) throw new Error('a person decides every conflict')
    const isSame = before.stand.hash === sent.stand.hash
    const isOfDecisions = before.stand.over !== undefined && sent.stand.over !== undefined
    // Nothing is written over by itself unless whoever wrote it over knew it, or two people decided about just these two.
    if (!wasAsked && !isSame && settled.takes && !isOfDecisions) expect(sent.history.has(before.last)).toBe(true)
    if (!wasAsked && !isSame && !settled.takes && !isOfDecisions) expect(store.history.has(sent.last)).toBe(true)
    if (settled.takes) Object.assign(store, { value: sent.value, last: sent.last })
    store.history = new Set([...store.history, ...sent.history])
    store.stand = settled.stand
    return wasAsked
  }
  const send = (store: Store): Sent => {
    look(store)
    return { value: store.value, stand: store.stand, history: new Set(store.history), last: store.last }
  }

  const step = fc.oneof(
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('edit' as const), who: fc.nat(2), value: fc.nat(4) }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('send' as const), who: fc.nat(2), up: fc.boolean() }) },
    {
      weight: 4,
      arbitrary: fc.record({ kind: fc.constant('open' as const), which: fc.nat(30), take: fc.boolean() }),
    },
  )

  test.each([2, 3])('%i in a row: what all have exchanged and decided is equal and not asked again', count => {
    asked = 0
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), fc.infiniteStream(fc.boolean()), (steps, coins) => {
        const names = ['m', 'b', 'z'].slice(0, count)
        const stores = names.map(
          (id): Store => ({ writer: writerOf(id), value: '', stand: nothingYet, history: new Set(['']), last: '' }),
        )
        const choose = (): Choice => (coins.next().value === true ? 'take' : 'keep')
        const post: { readonly to: number; readonly sent: Sent }[] = []
        let edits = 0
        const storeAt = (index: number): Store => stores[index] as Store
        for (const each of steps) {
          if (each.kind === 'open') {
            // Any of what was ever sent, in any order, as often as it pleases: a store without numbers.
            const parcel = post[each.which % Math.max(post.length, 1)]
            if (parcel) receive(storeAt(parcel.to), parcel.sent, () => (each.take ? 'take' : 'keep'))
            continue
          }
          const index = each.who % count
          const store = storeAt(index)
          if (each.kind === 'edit') {
            // A change that is changed back before anything leaves was never one for the others.
            look(store)
            const value = each.value === 0 ? '' : `v${each.value}`
            if (value === store.value) continue
            edits += 1
            store.value = value
            store.last = `${store.writer.id}${edits}`
            store.history.add(store.last)
            look(store)
          } else {
            const to = count === 2 ? 1 - index : index === 1 ? (each.up ? 2 : 0) : 1
            post.push({ to, sent: send(store) })
          }
        }
        const round = (): number => {
          let questions = 0
          for (let i = 0; i + 1 < count; i += 1) {
            if (receive(storeAt(i + 1), send(storeAt(i)), choose)) questions += 1
            if (receive(storeAt(i), send(storeAt(i + 1)), choose)) questions += 1
          }
          return questions
        }
        for (let i = 0; i < count * 2; i += 1) round()
        expect(new Set(stores.map(({ value }) => value)).size).toBe(1)
        for (const { stand } of stores) expect(stand.hash).toBe(storeAt(0).stand.hash)
        for (const { stand } of stores) expect(knows(stand.versions, storeAt(0).stand.versions)).toBe(true)
        expect(round()).toBe(0)
        expect(round()).toBe(0)
      }),
      { numRuns: 3000 },
    )
    expect(asked).toBeGreaterThan(100)
  })

  test('two people who decide the same conflict at once are not asked again, whatever they chose', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.boolean(), (first, second) => {
        const [a, b] = [writerOf('a'), writerOf('b')]
        const [x, y] = [observe(undefined, 'x', a), observe(undefined, 'y', b)]
        const here = settle(x, y, first ? 'take' : 'keep', a)
        const there = settle(y, x, second ? 'take' : 'keep', b)
        if (!here || !there) throw new Error('decided')
        const hereAfter = settle(here.stand, there.stand, null, a)
        const thereAfter = settle(there.stand, here.stand, null, b)
        expect(hereAfter?.stand.hash).toBe(thereAfter?.stand.hash)
        expect(hereAfter).toBeDefined()
        expect(settle(hereAfter?.stand ?? nothingYet, thereAfter?.stand ?? nothingYet, null, a)?.takes).toBe(false)
      }),
    )
  })
})

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CareEvent, CarePerson } from '../../../src/shared/care-rules/care-facts'
import { CareRule } from '../../../src/shared/care-rules/care-rules'
import { shippedCareRules } from '../../../src/shared/care-rules/care-rules.data'
import { careKeyForPerson } from '../../../src/shared/care-rules/matters'
import { addDays, Day } from '../../../src/shared/dates/add-months'
import { dayOf } from '../../../src/shared/dates/stamps'
import { at, done, due, happened, items, listed, listOf, person, span } from './days'

const born = { birth: span('1980-03-10') }
const birthday = shippedCareRules.find(({ id }) => id === 'birthday')
const version = (more: Partial<CareRule>): CareRule => CareRule.parse({ ...birthday, ...more })

describe('retirement, from 18 months before on', () => {
  const retire = span('2027-08-01')
  test.each([
    ['2026-02-01', '2026-02-01'],
    ['2026-08-01', '2026-08-01'],
    ['2027-02-01', '2027-02-01'],
    ['2027-05-01', '2027-05-01'],
    ['2027-07-01', '2027-07-01'],
  ])('on %s', (on, dueOn) => {
    expect(due(on, { retire })).toContain(`retirement ${dueOn} due`)
  })
  test('each step is settled by a record of its own', () => {
    const events = [done('退休', '2026-02-01'), done('退休', '2026-08-10')]
    expect(due('2026-09-01', { retire }, events)).toEqual(['retirement 2026-08-01 done'])
    expect(due('2027-01-20', { retire }, events)).toEqual(['retirement 2027-02-01 soon'])
  })
})

describe('days off', () => {
  test('what falls into the Spring Festival is done on the working day before it', () => {
    const [item] = items('2026-02-14', { birth: span('1980-02-18') })
    // 14 February 2026 is a Saturday on which people work.
    expect(item).toMatchObject({ dueOn: '2026-02-18', actOn: '2026-02-14', state: 'due', unknownYear: null })
  })
  test('a year without holidays is said, and nothing is moved', () => {
    const [item] = items('2027-03-14', { birth: span('1980-03-14') })
    expect(item).toMatchObject({ dueOn: '2027-03-14', actOn: '2027-03-14', state: 'due', unknownYear: 2027 })
  })
  test('a visit that is due within days is not moved', () => {
    expect(items('2026-02-16', {}, [happened('住院', '2026-02-15')])[0]).toMatchObject({ actOn: '2026-02-18' })
  })
})

describe('rules', () => {
  test('every shipped one is a rule, each under its own id', () => {
    expect(shippedCareRules.map(rule => CareRule.parse(rule))).toEqual(shippedCareRules)
    expect(new Set(shippedCareRules.map(({ id }) => id)).size).toBe(shippedCareRules.length)
  })
  test('what was due before the unit began is not asked for', () => {
    expect(due('2026-03-11', born, [], { since: Day.parse('2026-03-11') })).toEqual([])
    expect(due('2026-03-11', born, [], { since: Day.parse('2026-03-10') })).toEqual(['birthday 2026-03-10 late'])
  })
  test('one that is off, not yet in force or over asks for nothing', () => {
    for (const more of [{ on: false }, { validFrom: '2026-03-11' }, { validTo: '2026-03-09' }] as const)
      expect(due('2026-03-11', born, [], { rules: [version(more as Partial<CareRule>)] })).toEqual([])
  })
  test('a version asks until the day before the next one', () => {
    const rules = [version({}), version({ title: '生日慰问', validFrom: Day.parse('2026-04-01') })]
    expect(items('2026-03-11', born, [], { rules }).map(({ title }) => title)).toEqual(['生日祝贺'])
    expect(items('2027-03-11', born, [], { rules }).map(({ title }) => title)).toEqual(['生日慰问'])
  })
  test('what is late for longer than the rule says is told as urgent', () => {
    const [early] = items('2026-03-07', {}, [happened('受灾', '2026-03-01')])
    const [late] = items('2026-03-08', {}, [happened('受灾', '2026-03-01')])
    expect([early?.escalated, late?.escalated]).toEqual([false, true])
  })
})

describe('waiving and settling', () => {
  test('a waiver stands for that one matter', () => {
    const [item] = items('2026-03-11', born)
    const waived = new Set([item?.key ?? ''])
    expect(due('2026-03-11', born, [], { waived })).toEqual(['birthday 2026-03-10 waived'])
    expect(due('2027-03-11', born, [], { waived })).toEqual(['birthday 2027-03-10 late'])
  })
  test('a waived visit moves the time on as if somebody had come', () => {
    const events = [listed('老干部', '2026-01-05'), done('老干部走访', '2026-01-05')]
    const rules = shippedCareRules.filter(({ id }) => id === 'elder')
    const [late] = items('2026-04-10', {}, events, { rules })
    expect(late).toMatchObject({ dueOn: '2026-04-05', state: 'late' })
    const waived = new Set([late?.key ?? ''])
    expect(due('2026-07-01', {}, events, { rules, waived })).toEqual([
      'elder 2026-07-05 soon',
      'elder 2026-04-05 waived',
    ])
  })
  test('a record that names a matter settles that one, be it late or early', () => {
    const events = [happened('受灾', '2026-03-01')]
    const [matter] = items('2026-03-09', {}, events)
    const visit = done('其他', '2026-03-09', { dueKey: matter?.key ?? '' })
    expect(due('2026-03-09', {}, [...events, visit])).toEqual(['disaster 2026-03-04 done'])
  })
  test.each([
    ['2026-03-06', ['bereavement 2026-03-31 late', 'bereavement 2026-03-04 done']],
    ['2026-04-02', ['bereavement 2026-03-04 done', 'bereavement 2026-03-31 done']],
  ])('a visit settles what had fallen due by then and not what was still to come: %s', (on, expected) => {
    const events = [happened('去世', '2026-03-01', { whom: '父母' }), done('丧事', on)]
    expect(due('2026-04-03', {}, events)).toEqual(expected)
  })
  test('keys follow the person, and what a key of a merged file named stays settled', () => {
    const [matter] = items('2026-03-11', born)
    expect(careKeyForPerson(matter?.key ?? '', 7, 9)).toBe('birthday:9:2026')
    expect(careKeyForPerson(matter?.key ?? '', 8, 9)).toBe('birthday:7:2026')
    expect(due('2026-03-11', born, [done('生日', '2026-03-10', { dueKey: 'birthday:99:2026' })])).toEqual([
      'birthday 2026-03-10 done',
    ])
  })
  test('days that are looked at bring what is far ahead and what was done long ago', () => {
    const window = { from: Day.parse('2026-01-01'), to: Day.parse('2026-12-31') }
    const events = [done('生日', '2026-03-10')]
    expect(due('2026-03-20', { ...born, party: span('2001-12-01') }, events, { window })).toEqual([
      'party-day 2026-12-01 soon',
      'birthday 2026-03-10 done',
    ])
  })
})

const days = fc.integer({ min: 0, max: 700 }).map(n => addDays(Day.parse('2025-02-01'), n))
const kinds = fc.constantFrom('受处分处理', '住院', '重大疾病', '去世', '受灾', '生育', '家庭矛盾', '澄清正名' as const)
const someEvents: fc.Arbitrary<CareEvent[]> = fc.array(
  fc.oneof(
    fc.tuple(kinds, days).map(([kind, on]) => happened(kind as '住院', on)),
    fc
      .tuple(fc.constantFrom('老干部', '驻村援派挂职', '急难任务', '困难党员', '因公牺牲家庭' as const), days)
      .map(([kind, on]) => listed(kind as '老干部', on)),
    fc
      .tuple(fc.constantFrom('住院', '老干部走访', '元旦春节', '丧事', '生日' as const), days)
      .map(([o, on]) => done(o as '住院', on)),
  ),
  { maxLength: 8 },
)
/** Each event under a name of its own; some records name a matter of the first event. */
const unique = (events: readonly CareEvent[]): CareEvent[] =>
  events.map((event, index) => ({
    ...event,
    id: `n${index}`,
    ...(event.what === 'done' && index % 2 === 1 ? { dueKey: `hospital:7:n0-${index % 4 === 1 ? 3 : 33}` } : {}),
  }))
const somebody: fc.Arbitrary<CarePerson> = fc
  .tuple(days, days, fc.constantFrom('在职', '退休', '其他' as const))
  .map(([birth, post, status]) =>
    person({
      status,
      birth: span(`19${60 + (at(birth) % 30)}${birth.slice(4)}`.replace('02-29', '02-28')),
      post: span(post),
      retire: span(addDays(post, 500)),
    }),
  )

describe('whatever happened', () => {
  test('the same day asked twice gives the same items, in whatever order the events come', () => {
    fc.assert(
      fc.property(days, somebody, someEvents, (on, who, some) => {
        const events = unique(some)
        const first = listOf(on, who, events)
        expect(listOf(on, who, events.toReversed())).toEqual(first)
        expect(new Set(first.map(({ key }) => key)).size).toBe(first.length)
      }),
      { numRuns: 200 },
    )
  })
  test('nothing is lost while the computer was off for three weeks', () => {
    fc.assert(
      fc.property(days, somebody, someEvents, (off, who, some) => {
        // What is recorded or noted later was not known then.
        const events = unique(some).filter(event => (event.what === 'done' ? event.on : 0) <= at(off))
        const back = addDays(off, 21)
        const keys = new Set(listOf(back, who, events).map(({ key }) => key))
        for (let on = off; on <= back; on = addDays(on, 1))
          for (const { key, state, ruleId, dueOn } of listOf(on, who, events)) {
            const keep = shippedCareRules.find(({ id }) => id === ruleId)?.keepDays ?? 0
            if (state === 'done' || state === 'waived' || addDays(dueOn, keep) < back) continue
            expect(keys, `${key} on ${dayOf(at(on))}`).toContain(key)
          }
      }),
      { numRuns: 60 },
    )
  })
})

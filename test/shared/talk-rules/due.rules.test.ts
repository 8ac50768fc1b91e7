import { expect, test } from 'vitest'
import { Day } from '../../../src/shared/dates/add-months'
import { type DuePerson, stampOf, talksDue, windowOf } from '../../../src/shared/talk-rules/due.rules'
import type { TalkRule, Trigger } from '../../../src/shared/talk-rules/talk-rules'
import { shippedTalkRules } from '../../../src/shared/talk-rules/talk-rules.data'

const day = (text: string) => Day.parse(text)
const event = (trigger: Trigger, dueDays: number, more: Partial<TalkRule> = {}): TalkRule => ({
  id: 'r',
  title: '谈话',
  who: '全部干部',
  when: { by: 'event', trigger, dueDays },
  kinds: ['everyday', 'care'],
  talker: '',
  soonDays: 7,
  on: true,
  validFrom: day('2030-01-01'),
  validTo: null,
  basis: { source: '测试', status: 'LOCAL' },
  ...more,
})
const period = (months: '1' | '3' | '6' | '12', times: number, more: Partial<TalkRule> = {}): TalkRule =>
  event('任现职', 0, { when: { by: 'period', months, times }, soonDays: 30, ...more })
const person = (more: Partial<DuePerson> = {}): DuePerson => ({
  key: 7,
  whos: ['全部干部'],
  since: null,
  happenings: [],
  talks: [],
  ...more,
})
const happened = (trigger: Trigger, on: string) => ({ trigger, on: stampOf(day(on)) })
const held = (on: string, kind = 'everyday') => ({ kind, on: stampOf(day(on)) })

test.each([
  ['2030-01-31', 1, '2030-01-01', '2030-01-31'],
  ['2030-02-15', 3, '2030-01-01', '2030-03-31'],
  ['2030-04-01', 3, '2030-04-01', '2030-06-30'],
  ['2030-07-01', 6, '2030-07-01', '2030-12-31'],
  ['2032-02-29', 12, '2032-01-01', '2032-12-31'],
  ['2032-02-10', 1, '2032-02-01', '2032-02-29'],
])('%s lies in a period of %i months', (on, months, from, to) => {
  expect(windowOf(stampOf(day(on)), months)).toEqual({ from: stampOf(day(from)), to: stampOf(day(to)) })
})

type Row = [about: string, on: string, rule: TalkRule, someone: DuePerson, states: string[]]
const appointed = person({ happenings: [happened('任现职', '2030-03-01')] })
const afterThirty = event('任现职', 30)
test.each<Row>([
  ['nobody, nothing', '2030-03-02', afterThirty, person(), []],
  ['not near yet: due on 31 March', '2030-03-23', afterThirty, appointed, []],
  ['the first day on which it is announced', '2030-03-24', afterThirty, appointed, ['soon']],
  ['the day', '2030-03-31', afterThirty, appointed, ['due']],
  ['the day after', '2030-04-01', afterThirty, appointed, ['late']],
  ['held on the day it happened', '2030-04-01', afterThirty, { ...appointed, talks: [held('2030-03-01')] }, []],
  [
    'held late is done, and told for a month',
    '2030-04-20',
    afterThirty,
    { ...appointed, talks: [held('2030-04-10')] },
    ['done'],
  ],
  [
    'held before it happened does not count',
    '2030-04-01',
    afterThirty,
    { ...appointed, talks: [held('2030-02-28')] },
    ['late'],
  ],
  [
    'another kind does not count',
    '2030-04-01',
    afterThirty,
    { ...appointed, talks: [held('2030-03-05', 'inspection')] },
    ['late'],
  ],
  [
    'what happened before the rule was in force',
    '2030-02-01',
    event('任现职', 30),
    person({ happenings: [happened('任现职', '2029-12-31')] }),
    [],
  ],
  [
    'what happened on its first day',
    '2030-01-31',
    event('任现职', 30),
    person({ happenings: [happened('任现职', '2030-01-01')] }),
    ['due'],
  ],
  [
    'what happened after its last day',
    '2030-04-01',
    event('任现职', 30, { validTo: day('2030-02-28') }),
    appointed,
    [],
  ],
  ['a rule that is off', '2030-04-01', event('任现职', 30, { on: false }), appointed, []],
  [
    'a month alone is counted from its last day',
    '2030-04-30',
    afterThirty,
    person({ happenings: [happened('任现职', '2030-03-31')] }),
    ['due'],
  ],
  [
    'due thirty days before retirement',
    '2030-06-01',
    event('到退休年龄', -30),
    person({ happenings: [happened('到退休年龄', '2030-07-01')] }),
    ['due'],
  ],
  [
    'a talk held in time before it',
    '2030-06-01',
    event('到退休年龄', -30),
    person({ happenings: [happened('到退休年龄', '2030-07-01')], talks: [held('2030-05-20')] }),
    ['done'],
  ],
  ['not one of those whom it is about', '2030-04-01', event('任现职', 30, { who: '班子成员' }), appointed, []],
])('%s', (_about, on, rule, someone, states) => {
  expect(talksDue(day(on), [someone], [rule]).map(({ state }) => state)).toEqual(states)
})

const quarterly = period('3', 1)
test.each<Row>([
  ['the quarter has just begun', '2030-04-02', quarterly, person({ talks: [held('2030-02-01')] }), []],
  ['its last thirty days', '2030-06-01', quarterly, person({ talks: [held('2030-02-01')] }), ['soon']],
  ['one was held', '2030-06-20', quarterly, person({ talks: [held('2030-02-01'), held('2030-06-02')] }), ['done']],
  ['the quarter before was missed', '2030-04-02', quarterly, person(), ['late']],
  [
    'and is made up by the next talk',
    '2030-04-20',
    quarterly,
    person({ talks: [held('2030-04-10')] }),
    ['done', 'done'],
  ],
  ['twice in half a year, held once', '2030-06-15', period('6', 2), person({ talks: [held('2030-03-03')] }), ['soon']],
  [
    'twice in half a year, held twice',
    '2030-06-15',
    period('6', 2),
    person({ talks: [held('2030-03-03'), held('2030-06-01')] }),
    ['done'],
  ],
  [
    'who came within the period is not asked for',
    '2030-04-02',
    quarterly,
    person({ since: stampOf(day('2030-02-10')) }),
    [],
  ],
  ['who came before it is', '2030-04-02', quarterly, person({ since: stampOf(day('2029-12-31')) }), ['late']],
  ['the day of the end', '2030-06-30', quarterly, person({ talks: [held('2030-02-01')] }), ['due']],
])('%s', (_about, on, rule, someone, states) => {
  expect(talksDue(day(on), [someone], [rule]).map(({ state }) => state)).toEqual(states)
})

test('what was waived is told as such, under a key that stays the same', () => {
  const [late] = talksDue(day('2030-04-01'), [appointed], [afterThirty])
  expect(late?.key).toBe('r:7:20300301')
  const [waived] = talksDue(day('2030-05-09'), [appointed], [afterThirty], new Set([late?.key ?? '']))
  expect(waived).toMatchObject({ key: 'r:7:20300301', state: 'waived' })
})

test.each([
  ['2030-04-30', false],
  ['2030-05-01', true],
])('thirty days after it was due, %s: escalated %s', (on, escalated) => {
  expect(talksDue(day(on), [appointed], [afterThirty])[0]?.escalated).toBe(escalated)
})

test('the most urgent comes first', () => {
  const someone = person({ happenings: [happened('任现职', '2030-03-01'), happened('受表彰', '2030-03-20')] })
  const found = talksDue(day('2030-04-15'), [someone], [event('受表彰', 30, { id: 'b' }), { ...afterThirty, id: 'a' }])
  expect(found.map(({ ruleId, state }) => [ruleId, state])).toEqual([
    ['a', 'late'],
    ['b', 'soon'],
  ])
})

test('what other places do ships switched off, and every rule names its source', () => {
  expect(shippedTalkRules.filter(({ when, on }) => when.by === 'period' && on)).toEqual([])
  expect(shippedTalkRules.filter(({ basis, on }) => basis.status === 'LOCAL' && on)).toEqual([])
  expect(new Set(shippedTalkRules.map(({ id }) => id)).size).toBe(shippedTalkRules.length)
})

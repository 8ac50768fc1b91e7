import { expect, test } from 'vitest'
import { Day } from '../../../src/shared/dates/add-months'
import { stampOf } from '../../../src/shared/dates/stamps'
import { lookBack, talksDue } from '../../../src/shared/talk-rules/due.rules'
import type { DuePerson, HeldTalk } from '../../../src/shared/talk-rules/matters'
import { windowOf } from '../../../src/shared/talk-rules/periods.rules'
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
const happened = (trigger: Trigger, on: string, from = on) => ({
  trigger,
  from: stampOf(day(from)),
  on: stampOf(day(on)),
})
const held = (on: string, kind = 'everyday', roles?: HeldTalk['roles']) => ({
  kind,
  on: stampOf(day(on)),
  ...(roles && { roles }),
})

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
  [
    'a month alone: a talk on one of its days counts',
    '2030-05-20',
    afterThirty,
    person({ happenings: [happened('任现职', '2030-05-31', '2030-05-01')], talks: [held('2030-05-20')] }),
    ['done'],
  ],
  [
    'a month alone: a talk before its first day does not',
    '2030-07-01',
    afterThirty,
    person({ happenings: [happened('任现职', '2030-05-31', '2030-05-01')], talks: [held('2030-04-30')] }),
    ['late'],
  ],
  [
    'what lies beyond the look-back of thirty months asks for nothing',
    '2033-03-01',
    afterThirty,
    person({ happenings: [happened('任现职', '2030-08-31')] }),
    [],
  ],
  [
    'and its last day does',
    '2033-03-01',
    afterThirty,
    person({ happenings: [happened('任现职', '2030-09-01')] }),
    ['late'],
  ],
  [
    'a month that the look-back cuts asks for nothing',
    '2033-03-15',
    afterThirty,
    person({ happenings: [happened('任现职', '2030-09-30', '2030-09-01')] }),
    [],
  ],
  ...(
    [
      ['before departure', '2030-06-01', ['done']],
      ['on the day', '2030-06-10', ['done']],
      ['too long before it', '2029-12-01', ['late']],
    ] as const
  ).map(
    ([about, on, states]): Row => [
      `due on the day, held ${about}`,
      '2030-06-20',
      event('出国境、长期培训', 0),
      person({ happenings: [happened('出国境、长期培训', '2030-06-10')], talks: [held(on)] }),
      [...states],
    ],
  ),
  ...(
    [
      ['one of them', ['leader'], ['done']],
      ['two, one of them', ['officer', 'leader'], ['done']],
      ['somebody else', ['officer'], ['late']],
      ['nobody who is known', undefined, ['late']],
    ] as const
  ).map(
    ([about, roles, states]): Row => [
      `a rule asks for roles of talkers, held by ${about}`,
      '2030-04-02',
      event('任现职', 30, { talkerRoles: ['leader', 'interviewer'] }),
      { ...appointed, talks: [held('2030-03-20', 'everyday', roles), held('2030-04-01', 'everyday', roles)] },
      [...states],
    ],
  ),
  ['not one of those whom it is about', '2030-04-01', event('任现职', 30, { who: '班子成员' }), appointed, []],
])('%s', (_about, on, rule, someone, states) => {
  expect(talksDue(day(on), [someone], [rule]).map(({ state }) => state)).toEqual(states)
})

const quarterly = period('3', 1)
const talkedInMarch = person({ talks: [held('2030-03-01')] })
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
  ['began after its last day', '2030-06-20', period('3', 1, { validTo: day('2030-03-31') }), talkedInMarch, []],
  ['began on its last day', '2030-06-20', period('3', 1, { validTo: day('2030-04-01') }), talkedInMarch, ['soon']],
  ['a year without any talk is one matter', '2031-01-02', quarterly, person(), ['late']],
  ['and the present period another, once it is near', '2031-03-20', quarterly, person(), ['late', 'soon']],
  [
    'any later talk makes up the whole run',
    '2031-01-20',
    quarterly,
    person({ talks: [held('2031-01-10')] }),
    ['done', 'done'],
  ],
  ['and what it makes up is not told for ever', '2030-12-01', quarterly, person({ talks: [held('2030-10-05')] }), []],
  [
    'twice asked, held once: the run before is made up, its own begins',
    '2030-07-10',
    period('3', 2),
    person({ talks: [held('2030-06-25')] }),
    ['late', 'done'],
  ],
  [
    'after the last day of a rule a talk still makes up what was missed',
    '2030-08-10',
    period('3', 1, { validTo: day('2030-06-30') }),
    person({ talks: [held('2030-08-01')] }),
    ['done'],
  ],
  [
    'talks of somebody who is not asked to talk do not count',
    '2030-06-20',
    period('3', 1, { talkerRoles: ['leader'] }),
    person({ talks: [held('2030-02-01', 'everyday', ['leader']), held('2030-05-01', 'everyday', ['officer'])] }),
    ['soon'],
  ],
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

test.each([
  ['2030-04-02', '2030-03-31', false, '2030.01.01 至 2030.03.31 应谈 1 次，已谈 0 次'],
  ['2030-05-01', '2030-03-31', true, '2030.01.01 至 2030.03.31 应谈 1 次，已谈 0 次'],
  ['2030-12-01', '2030-03-31', true, '2030.01.01 至 2030.09.30 连续 3 个时段没有谈够'],
  // The look-back begins on 1 July 2030: what was missed before it is not looked at.
  ['2033-01-01', '2030-09-30', true, '2030.07.01 至 2032.12.31 连续 10 个时段没有谈够'],
])('never talked to, on %s: late since %s, escalated %s', (on, dueOn, escalated, why) => {
  const [late] = talksDue(day(on), [person()], [quarterly])
  expect(late).toMatchObject({ key: `r:7:${stampOf(day(dueOn))}`, dueOn, state: 'late', escalated, why })
})

test('the period that is missed after one that was waived is another matter', () => {
  const waived = new Set(['r:7:20300331'])
  const found = talksDue(day('2030-11-01'), [person()], [quarterly], waived)
  expect(found.map(({ key, state }) => [key, state])).toEqual([
    ['r:7:20300630', 'late'],
    ['r:7:20300331', 'waived'],
  ])
})

test.each([
  ['a period', quarterly, '2030-01-01'],
  ['an event with a term after it', event('任现职', 30, { validFrom: day('2030-04-10') }), '2030-01-01'],
  ['an event that may be talked about before', event('到退休年龄', -30), '2029-06-05'],
  ['thirty months at most', event('任现职', 30, { validFrom: day('2020-04-10') }), '2028-03-01'],
])('looks back for %s', (_about, rule, first) => {
  expect(lookBack([rule], day('2030-09-01'))).toBe(stampOf(day(first)))
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

import { expect, test } from 'vitest'
import { inForce, switchedOn } from '../../../src/shared/basis/versions.rules'
import { Day } from '../../../src/shared/dates/add-months'
import { quietBound, stampOf } from '../../../src/shared/dates/stamps'
import { talksDue } from '../../../src/shared/talk-rules/due.rules'
import type { TalkRule } from '../../../src/shared/talk-rules/talk-rules'

const day = (text: string) => Day.parse(text)
const version = (from: string, to: string | null, more: Partial<TalkRule> = {}): TalkRule => ({
  id: 'r',
  title: '谈话',
  who: '全部干部',
  when: { by: 'event', trigger: '任现职', dueDays: 30 },
  kinds: ['everyday'],
  talker: '',
  soonDays: 7,
  on: true,
  validFrom: day(from),
  validTo: to === null ? null : day(to),
  basis: { source: '测试', status: 'LOCAL' },
  ...more,
})

test.each([
  ['one alone', [version('2030-01-01', null)], [['2030-01-01', null]]],
  [
    'one that is to come',
    [version('2030-01-01', null), version('2030-06-01', null)],
    [
      ['2030-01-01', '2030-05-31'],
      ['2030-06-01', null],
    ],
  ],
  [
    'the same day anew',
    [version('2030-01-01', null), version('2030-01-01', '2030-12-31')],
    [['2030-01-01', '2030-12-31']],
  ],
  [
    'one that ended before',
    [version('2030-01-01', '2030-03-31'), version('2030-06-01', null)],
    [
      ['2030-01-01', '2030-03-31'],
      ['2030-06-01', null],
    ],
  ],
  [
    'one that is taken back',
    [version('2030-01-01', null), version('2030-06-01', null), version('2030-03-01', null)],
    [
      ['2030-01-01', '2030-02-28'],
      ['2030-03-01', null],
    ],
  ],
] as const)('in force: %s', (_about, versions, reigns) => {
  expect(inForce(versions).map(({ validFrom, validTo }) => [validFrom, validTo])).toEqual(reigns)
})

test.each([
  ['switched on', true, { on: false }, '2030-01-01', '2030-06-15'],
  ['switched on for a later day', true, { on: false }, '2030-07-01', '2030-07-01'],
  ['a new one', true, undefined, '2030-01-01', '2030-06-15'],
  ['on as before', true, { on: true }, '2030-01-01', '2030-01-01'],
  ['switched off', false, { on: true }, '2030-01-01', '2030-01-01'],
])('%s on 15 June', (_about, on, present, from, validFrom) => {
  const before = present && version('2030-01-01', null, present)
  expect(switchedOn(version(from, null, { on }), before, day('2030-06-15')).validFrom).toBe(validFrom)
})

const appointedOn = (on: string) => ({ trigger: '任现职' as const, from: stampOf(day(on)), on: stampOf(day(on)) })
const someone = (happenings: readonly string[]) => ({
  key: 7,
  whos: ['全部干部' as const],
  since: null,
  happenings: happenings.map(appointedOn),
  talks: [],
})
const quarterly = (from: string, more: Partial<TalkRule> = {}) =>
  version(from, null, { when: { by: 'period', months: '3', times: 1 }, soonDays: 30, ...more })

test('a coming version asks for what happens from its day on, the one before it for the rest', () => {
  const coming = version('2030-06-01', null, { when: { by: 'event', trigger: '任现职', dueDays: 10 } })
  const due = (on: string) =>
    talksDue(day(on), [someone(['2030-05-31', '2030-06-01'])], inForce([version('2030-01-01', null), coming])).map(
      ({ dueOn, state }) => [dueOn, state],
    )
  expect(due('2030-06-11')).toEqual([['2030-06-11', 'due']])
  expect(due('2030-06-30')).toEqual([
    ['2030-06-11', 'late'],
    ['2030-06-30', 'due'],
  ])
})

test.each([
  ['a coming version leaves what is late', '2030-04-10', [quarterly('2031-01-01')], '2030-03-31'],
  ['what was missed goes on from one version to the next', '2030-12-10', [quarterly('2030-07-01')], '2030-03-31'],
  ['one that is switched off from a day on', '2030-12-10', [quarterly('2030-04-01', { on: false })], '2030-03-31'],
])('%s', (_about, on, later, dueOn) => {
  const found = talksDue(day(on), [someone([])], inForce([quarterly('2030-01-01'), ...later]))
  expect(found.filter(({ state }) => state === 'late').map(late => [late.dueOn, late.escalated])).toEqual([
    [dueOn, on > '2030-05-01'],
  ])
})

test.each([
  ['2030-07-02', 6, '2030-01-02'],
  ['2030-08-31', 6, '2030-02-28'],
])('on %s nobody has talked for %i months with whoever was last talked to on %s', (on, months, last) => {
  expect(quietBound(day(on), months)).toBe(stampOf(day(last)))
})

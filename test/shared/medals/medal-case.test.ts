import { expect, test } from 'vitest'
import type { PunishmentRow } from '../../../src/shared/cadres/cadres'
import { type MedalPerson, medalCase } from '../../../src/shared/medals/medal-case.rules'
import { type MedalFacts, noMedalFacts } from '../../../src/shared/medals/medals'

const punished = (more: Partial<PunishmentRow>): PunishmentRow => ({
  kind: '党纪处分',
  name: '党内警告',
  on: null,
  authority: '',
  documentNumber: '',
  reason: '',
  influenceUntil: null,
  revokedOn: null,
  ...more,
})
type Dates = Record<string, string | null>
const person = (more: object = {}): MedalPerson => ({
  birth: '1952-03' as MedalPerson['birth'],
  partyJoined: '1976-03-12' as MedalPerson['partyJoined'],
  partyFull: null,
  status: '退休',
  punishments: [],
  member: true,
  ...more,
})
const facts = (more: Dates = {}): MedalFacts => ({ ...noMedalFacts, ...more })
const on = (date: string) => date as PunishmentRow['on']

test.each<[string, object, Dates, string, string | undefined]>([
  ['the day itself', { partyJoined: '1976-07-01' }, {}, 'qualifies', undefined],
  ['a day late', { partyJoined: '1976-07-02' }, {}, 'later', undefined],
  ['years ago', { partyJoined: '1971-02-29'.replace('29', '28') }, {}, 'qualifies', undefined],
  ['a month that lies before the border', { partyJoined: '1976-06' }, {}, 'qualifies', undefined],
  ['the month of the border', { partyJoined: '1976-07' }, {}, 'review', '是否在 1976.07.01 以前'],
  ['the year of the border', { partyJoined: '1976' }, {}, 'review', '是否在 1976.07.01 以前'],
  ['after the border month', { partyJoined: '1976-08' }, {}, 'later', undefined],
  [
    'a probation where there was none, which changes the year',
    { partyJoined: '1976-03', partyFull: '1977-03' },
    {},
    'review',
    '没有预备期',
  ],
  [
    'a probation where there was none, which changes nothing',
    { partyJoined: '1974-03', partyFull: '1975-03' },
    {},
    'qualifies',
    undefined,
  ],
  ['the same date twice', { partyJoined: '1976-03', partyFull: '1976-03' }, {}, 'qualifies', undefined],
  ['the first day without probation', { partyJoined: '1969-04-01' }, {}, 'qualifies', undefined],
  ['the last day with probation, not full', { partyJoined: '1969-03-31' }, {}, 'missing', '转正时间'],
  [
    'the last day with probation, full',
    { partyJoined: '1969-03-31', partyFull: '1970-03-31' },
    {},
    'qualifies',
    undefined,
  ],
  ['the month that probation ended', { partyJoined: '1969-03', partyFull: null }, {}, 'missing', '转正时间'],
  ['a member without a date', { partyJoined: null }, {}, 'missing', '没有填入党时间'],
  ['a member without a date, too young', { partyJoined: null, birth: '1962-01' }, {}, 'later', undefined],
  [
    'a member without a date, eighteen on the border',
    { partyJoined: null, birth: '1958-07-01' },
    {},
    'missing',
    '没有填入党时间',
  ],
  ['nobody of the Party', { partyJoined: null, member: false }, {}, 'none', undefined],
  ['joined before 1945', { partyJoined: '1944-05' }, {}, 'missing', '查档案'],
  ['broken, both dates, both in time', {}, { leftOn: '1971', rejoinedOn: '1975-05' }, 'review', '重新入党'],
  [
    'broken, the later one too late',
    {},
    { leftOn: '1985-01', rejoinedOn: '1990-05', refullOn: '1991-05' },
    'review',
    '按后一次算到 2041 年',
  ],
  ['broken, when it ended is not known', {}, { rejoinedOn: '1975-05' }, 'missing', '脱离党组织的时间'],
  ['broken, when it began again is not known', {}, { leftOn: '1985-01' }, 'missing', '重新入党的时间'],
  [
    'broken, joined again with probation',
    {},
    { leftOn: '1978', rejoinedOn: '1983-05' },
    'missing',
    '重新入党：没有填转正时间',
  ],
  ['died the day before', {}, { diedOn: '2026-06-30' }, 'review', '在七一以前'],
  ['died on the day', {}, { diedOn: '2026-07-01' }, 'qualifies', undefined],
  ['died that year, no more is known', {}, { diedOn: '2026' }, 'review', '核对是否在七一以前'],
  ['dead, no day is known', { status: '去世' }, {}, 'missing', '去世的日期'],
  ['moved away', { status: '调出' }, {}, 'review', '组织关系'],
  ['dismissed', { status: '开除' }, {}, 'review', '核对党籍'],
  ['rights are suspended', {}, { concern: '停止党籍' }, 'review', '停止党籍'],
  [
    '留党察看 long ago',
    { punishments: [punished({ name: '留党察看一年', on: on('1990-05') })] },
    {},
    'review',
    '恢复权利以后党龄继续计算',
  ],
  ['expelled', { punishments: [punished({ name: '开除党籍', on: on('2001-05') })] }, {}, 'review', '核对党籍和党龄'],
  [
    'a warning that still runs',
    { punishments: [punished({ on: on('2025-09-01') })] },
    {},
    'review',
    '影响期到七一未满',
  ],
  ['a warning that may still run', { punishments: [punished({ on: on('2025-07') })] }, {}, 'review', '是否届满不明'],
  ['a warning that is over', { punishments: [punished({ on: on('2010-09-01') })] }, {}, 'review', '影响期已满'],
  ['a warning without a date', { punishments: [punished({})] }, {}, 'review', '没有日期'],
  [
    'a warning that was revoked',
    { punishments: [punished({ on: on('2025-09-01'), revokedOn: on('2025-10-01') })] },
    {},
    'qualifies',
    undefined,
  ],
  [
    'an admonition long ago',
    { punishments: [punished({ kind: '诫勉', name: '诫勉', on: on('2015-01-01') })] },
    {},
    'qualifies',
    undefined,
  ],
])('%s', (_what, more, added, column, words) => {
  const found = medalCase(person(more), 2026, facts(added))
  expect(found.column).toBe(column)
  const told = [...found.asks, ...found.reasons.map(each => each.words)].join('；')
  if (words === undefined) expect(told).toBe('')
  else expect(told).toContain(words)
})

test('every reason is told, each with its basis, and none hides what is missing', () => {
  const row = punished({ name: '留党察看两年', on: on('1990-05') })
  const found = medalCase(
    person({ status: '调出', punishments: [row] }),
    2026,
    facts({ leftOn: '1971', rejoinedOn: '1983-05' }),
  )
  expect(found.column).toBe('missing')
  expect(found.reasons).toHaveLength(3)
  expect(found.reasons.every(({ basis }) => basis.source !== '')).toBe(true)
  expect(found.reasons.map(({ inFile }) => inFile)).toEqual([false, true, false])
})

test.each([
  [2026, 2026, 'given'],
  [2026, 2021, 'none'],
])('in %i, given in %i: %s', (year, given, column) => {
  expect(medalCase(person(), year, noMedalFacts, given).column).toBe(column)
})

test('whoever comes later is told when at the soonest', () => {
  expect(medalCase(person({ partyJoined: '1978-05', partyFull: null }), 2026, noMedalFacts)).toMatchObject({
    column: 'later',
    soonest: 2028,
  })
  expect(medalCase(person({ partyJoined: '1978-05', partyFull: '1979-05' }), 2026, noMedalFacts)).toMatchObject({
    column: 'later',
    soonest: 2029,
  })
})

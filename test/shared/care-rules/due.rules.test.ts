import { expect, test } from 'vitest'
import type { CareEvent, CarePerson } from '../../../src/shared/care-rules/care-facts'
import { at, done, due, happened, items, listed, rest, reviewed, span } from './days'

type Case = readonly [string, string, Partial<CarePerson>, readonly CareEvent[], readonly string[]]
const born = { birth: span('1980-03-10') }
const ill = happened('住院', '2026-03-10')
const cases: readonly Case[] = [
  ['birthday: five days ahead', '2026-03-05', born, [], []],
  ['birthday: the working day on which the three days begin', '2026-03-06', born, [], ['birthday 2026-03-10 soon']],
  ['birthday: the day', '2026-03-10', born, [], ['birthday 2026-03-10 due']],
  ['birthday: the day after', '2026-03-11', born, [], ['birthday 2026-03-10 late']],
  ['birthday: thirty days late', '2026-04-09', born, [], ['birthday 2026-03-10 late']],
  ['birthday: then it leaves the list', '2026-04-10', born, [], []],
  ['birthday on a Saturday: Friday', '2026-03-13', { birth: span('1980-03-14') }, [], ['birthday 2026-03-14 due']],
  ['29 February in a common year', '2027-03-01', { birth: span('1980-02-29') }, [], ['birthday 2027-02-28 late']],
  ['29 February in a leap year', '2028-02-29', { birth: span('1980-02-29') }, [], ['birthday 2028-02-29 due']],
  ['month of birth: by its end', '2026-06-29', { birth: span('1980-06') }, [], ['birthday 2026-06-30 soon']],
  ['month of birth: from its first day on', '2026-06-01', { birth: span('1980-06') }, [], ['birthday 2026-06-30 soon']],
  ['month of birth: not a week before', '2026-05-25', { birth: span('1980-06') }, [], []],
  [
    'month of birth: greeted on its third day',
    '2026-06-29',
    { birth: span('1980-06') },
    [done('生日', '2026-06-03')],
    ['birthday 2026-06-30 done'],
  ],
  ['year of birth says nothing', '2026-06-29', { birth: span('1980') }, [], []],
  ['birthday over the New Year', '2027-01-02', { birth: span('1980-12-31') }, [], ['birthday 2026-12-31 late']],
  ['retired: not each year', '2026-03-10', { status: '退休', birth: span('1952-03-10') }, [], []],
  ['retired: 80', '2026-03-10', { status: '退休', birth: span('1946-03-10') }, [], ['round-birthday 2026-03-10 due']],
  ['retired: 75', '2026-03-10', { status: '退休', birth: span('1951-03-10') }, [], ['round-birthday 2026-03-10 due']],
  ['left the service: nothing', '2026-03-10', { ...born, status: '其他' }, [], []],
  ['party day', '2026-07-01', { party: span('2003-07-01') }, [], ['party-day 2026-07-01 due']],
  ['party day: not in the year of joining', '2026-07-01', { party: span('2026-07-01') }, [], []],
  ['hospital: the day after', '2026-03-11', {}, [ill], ['hospital 2026-03-13 soon']],
  ['hospital: third day', '2026-03-13', {}, [ill], ['hospital 2026-03-13 due']],
  ['hospital: fourth day', '2026-03-14', {}, [ill], ['hospital 2026-03-13 late']],
  [
    'hospital: visited, the next after a month',
    '2026-04-10',
    {},
    [ill, done('住院', '2026-03-12')],
    ['hospital 2026-04-12 soon', 'hospital 2026-03-13 done'],
  ],
  [
    'hospital: a second visit settles the month',
    '2026-04-10',
    {},
    [ill, done('住院', '2026-03-12'), done('住院', '2026-04-09')],
    ['hospital 2026-03-13 done', 'hospital 2026-04-12 done'],
  ],
  [
    'hospital: discharged, a visit within seven days and no month any more',
    '2026-03-22',
    {},
    [happened('住院', '2026-03-10', { until: '2026-03-20' }), done('住院', '2026-03-12')],
    ['hospital 2026-03-27 soon', 'hospital 2026-03-13 done'],
  ],
  [
    'major illness of a parent: 3, 30 and 90 days',
    '2026-05-30',
    {},
    [happened('重大疾病', '2026-03-01', { whom: '父母' })],
    ['major-illness 2026-03-04 late', 'major-illness 2026-03-31 late', 'major-illness 2026-05-30 due'],
  ],
  ['of another relative: nothing', '2026-03-04', {}, [happened('重大疾病', '2026-03-01', { whom: '其他亲属' })], []],
  [
    'bereavement: parents-in-law',
    '2026-03-03',
    {},
    [happened('去世', '2026-03-01', { whom: '配偶父母' })],
    ['bereavement 2026-03-04 soon'],
  ],
  [
    'the person died: the family is visited, and nobody congratulates, whatever the file says',
    '2026-03-31',
    { birth: span('1980-03-31') },
    [happened('去世', '2026-03-01'), done('丧事', '2026-03-02')],
    ['bereavement 2026-03-31 due', 'bereavement 2026-03-04 done'],
  ],
  ['disaster', '2026-03-05', {}, [happened('受灾', '2026-03-01', { whom: '家庭' })], ['disaster 2026-03-04 late']],
  ['disaster known to the month', '2026-03-31', {}, [happened('受灾', '2026-03')], ['disaster 2026-04-03 soon']],
  ['childbirth', '2026-03-15', {}, [happened('生育', '2026-03-01')], ['birth-marriage 2026-03-15 due']],
  ['marriage', '2026-03-16', {}, [happened('结婚', '2026-03-01')], ['birth-marriage 2026-03-15 late']],
  ['family conflict', '2026-03-08', {}, [happened('家庭矛盾', '2026-03-01')], ['family-conflict 2026-03-08 due']],
  [
    'Spring Festival on 17 February 2026',
    '2026-02-10',
    {},
    [listed('老党员', '2025-03-01')],
    ['spring-festival 2026-02-14 soon'],
  ],
  ['1 July', '2026-07-01', {}, [listed('老党员', '2025-03-01')], ['july-first 2026-07-01 due']],
  ['1 July: listed only afterwards', '2026-07-03', {}, [listed('老党员', '2026-07-02')], []],
  [
    'family of the fallen: Qingming',
    '2026-04-05',
    { status: '其他' },
    [listed('因公牺牲家庭', '2024-06-20'), done('元旦春节', '2026-02-02')],
    ['martyr-qingming 2026-04-05 due'],
  ],
  [
    'family of the fallen: 30 September and the day itself',
    '2026-09-30',
    { status: '其他' },
    [listed('因公牺牲家庭', '2024-10-14')],
    ['martyr-day 2026-09-30 due', 'martyr-anniversary 2026-10-14 soon'],
  ],
  ['veterans: announced in July', '2026-07-02', {}, [listed('退役军人', '2025-03-01')], ['veteran 2026-08-01 soon']],
  [
    'elder: at once, then each quarter',
    '2026-06-25',
    {},
    [listed('老干部', '2026-03-01'), done('老干部走访', '2026-04-01')],
    ['elder 2026-07-01 soon'],
  ],
  [
    'elder: a visit of the festival counts',
    '2026-10-20',
    {},
    [listed('老干部', '2026-10-10'), done('重阳', '2026-10-18')],
    ['elder 2026-10-10 done', 'double-ninth 2026-10-18 done'],
  ],
  [
    'elder: nobody came for two years',
    '2027-06-25',
    {},
    [listed('老干部', '2025-02-01'), done('老干部走访', '2025-03-01')],
    ['elder 2025-06-01 late'],
  ],
  ['summer', '2026-07-15', {}, [listed('驻村援派挂职', '2026-07-01')], ['summer 2026-07-15 due']],
  ['winter', '2026-01-16', {}, [listed('驻村援派挂职', '2025-12-01')], ['winter 2026-01-15 late']],
  [
    'leave: 30 of a hundred by July',
    '2026-07-01',
    { rests: [rest(2026, { entitled: 10, taken: 2 })] },
    [],
    ['leave 2026-07-01 due'],
  ],
  ['leave: enough by July', '2026-07-01', { rests: [rest(2026, { entitled: 10, taken: 3 })] }, [], []],
  [
    'leave: the last check asks',
    '2026-12-20',
    { rests: [rest(2026, { entitled: 10, taken: 9, checkedOn: at('2026-05-05') })] },
    [],
    ['leave 2026-12-01 late'],
  ],
  [
    'leave: last year’s is still said in January',
    '2027-01-04',
    { rests: [rest(2026, { entitled: 5, checkedOn: at('2026-05-05') })] },
    [],
    ['leave 2026-12-01 late'],
  ],
  ['health check not done', '2026-09-30', { rests: [rest(2026, {})] }, [], ['health-check 2026-09-30 due']],
  [
    'health check done',
    '2026-09-30',
    { rests: [rest(2026, { checkedOn: at('2026-09-10') })] },
    [],
    ['health-check 2026-09-30 done'],
  ],
  [
    'retirement: what was done late settles all steps before it',
    '2026-12-01',
    { retire: span('2027-01-01') },
    [done('退休', '2026-10-02')],
    ['retirement 2026-12-01 due'],
  ],
  ['new post: thirty days', '2026-03-31', { post: span('2026-03-01') }, [], ['new-post 2026-03-31 due']],
  [
    'new post: a hundred days, the thirty were kept',
    '2026-06-09',
    { post: span('2026-03-01') },
    [done('新任职', '2026-03-20')],
    ['new-post 2026-06-09 due'],
  ],
  ['seconded: half a year', '2026-10-01', {}, [listed('驻村援派挂职', '2026-04-05')], ['away 2026-10-05 soon']],
  ['heavy duty: 90 days', '2026-06-01', {}, [listed('急难任务', '2026-03-03')], ['long-hours 2026-06-01 due']],
  ['heavy duty that ended before', '2026-06-01', {}, [listed('急难任务', '2026-03-03', '2026-05-20')], []],
  [
    'after a punishment: 30 days and half a year',
    '2026-08-28',
    {},
    [happened('受处分处理', '2026-03-01'), done('处分后回访', '2026-03-20')],
    ['after-punishment 2026-08-28 due'],
  ],
  [
    'after a clarification: three months',
    '2026-05-30',
    {},
    [happened('澄清正名', '2026-03-01')],
    ['after-clarification 2026-05-30 due'],
  ],
  [
    'end of life: each month',
    '2026-03-28',
    {},
    [listed('临终关怀', '2026-03-01'), done('临终关怀', '2026-03-02')],
    ['dying 2026-04-02 soon', 'dying 2026-03-01 done'],
  ],
  ['the next step', '2026-03-20', {}, [done('受灾', '2026-03-01', { nextOn: '2026-03-20' })], ['next 2026-03-20 due']],
  [
    'the next step was done before, by a record that names it',
    '2026-03-20',
    {},
    [
      done('受灾', '2026-03-01', { nextOn: '2026-03-20' }),
      done('受灾', '2026-03-15', { dueKey: 'next:7:d2026-03-01' }),
    ],
    ['next 2026-03-20 done'],
  ],
  [
    'the next step is not settled by another visit before its day',
    '2026-03-20',
    {},
    [done('受灾', '2026-03-01', { nextOn: '2026-03-20' }), done('受灾', '2026-03-15')],
    ['next 2026-03-20 due'],
  ],
  [
    'two punishments of one day are one matter',
    '2026-03-31',
    {},
    [happened('受处分处理', '2026-03-01'), { ...happened('受处分处理', '2026-03-01'), id: 'f' }],
    ['after-punishment 2026-03-31 due'],
  ],
  [
    'an elder: a record of the matter counts on whatever occasion it was made',
    '2026-04-10',
    {},
    [
      listed('老干部', '2026-01-05'),
      done('生日', '2026-04-06', { dueKey: 'elder:7:r-20260105' }),
      done('元旦春节', '2026-01-05'),
    ],
    ['elder 2026-04-05 done'],
  ],
  [
    'a clarification of one day keeps its second revisit',
    '2026-08-28',
    {},
    [happened('澄清正名', '2026-03-01', { until: '2026-03-01' }), done('澄清后回访', '2026-05-30')],
    ['after-clarification 2026-08-28 due'],
  ],
  [
    'the injured before the Spring Festival',
    '2026-02-10',
    {},
    [listed('因公伤残', '2025-06-01')],
    ['spring-festival 2026-02-14 soon'],
  ],
]
test.each(cases)('%s', (_title, on, who, events, expected) => {
  expect(due(on, who, events)).toEqual(expected)
})

const review = (on: string, events: readonly CareEvent[]): string[] =>
  due(on, {}, events).filter(each => each.startsWith('hardship-review'))
test.each([
  ['long before', '2026-02-01', [reviewed('2026-03-10')], []],
  ['fifteen days before', '2026-02-23', [reviewed('2026-03-10')], ['soon']],
  ['on the day', '2026-03-10', [reviewed('2026-03-10')], ['due']],
  ['the day after', '2026-03-11', [reviewed('2026-03-10')], ['late']],
  ['years after', '2028-03-11', [reviewed('2026-03-10')], ['late']],
  ['after it was looked at', '2026-03-11', [reviewed('2026-03-10', '2026-03-09')], ['done']],
  ['a visit is not a review', '2026-03-11', [reviewed('2026-03-10'), done('困难走访', '2026-03-11')], ['late']],
  ['the household of one who died', '2026-03-10', [reviewed('2026-03-10'), happened('去世', '2026-01-01')], ['due']],
])('a case of need is looked at anew: %s', (_name, on, events, states) => {
  expect(review(on, events).map(each => each.split(' ')[2])).toEqual(states)
})

test.each([
  ['before the day', '2026-03-01', '2026-03-05', 'soon', '2026-03-05'],
  ['on the day', '2026-03-05', '2026-03-05', 'due', '2026-03-05'],
  ['the day after', '2026-03-06', '2026-03-05', 'late', '2026-03-05'],
  ['long after the rule has let go', '2028-03-06', '2026-03-05', 'late', '2026-03-05'],
])('what a leader has answered is due again on its day: %s', (_name, on, wanted, state, actOn) => {
  const events = [happened('去世', '2026-01-01', { whom: '父母' })]
  const [plain] = items('2026-01-10', {}, events).filter(({ ruleId }) => ruleId === 'bereavement')
  const instructed = new Map([[plain?.key ?? '', { due: at(plain?.dueOn ?? on), wanted: at(wanted) }]])
  const [answered] = items(on, {}, events, { instructed }).filter(each => each.key === plain?.key)
  expect(answered).toMatchObject({ state, actOn, dueOn: plain?.dueOn })
})

import { expect, test } from 'vitest'
import { AccountId } from '../../../src/shared/accounts/accounts'
import { mayInstruct, mayReport } from '../../../src/shared/care-escalations/escalations.rules'
import { Day } from '../../../src/shared/dates/add-months'

const day = (text: string): Day => Day.parse(text)
const leader = AccountId.parse('00000000-0000-4000-8000-000000000001')
const other = AccountId.parse('00000000-0000-4000-8000-000000000002')
const late = { late: true, dueOn: day('2030-01-01'), reported: false }

test.each([
  ['on the day that it was due', { on: '2030-01-01' }, {}, true],
  ['before it was due', { on: '2029-12-31' }, {}, false],
  ['today', { on: '2030-03-01' }, {}, true],
  ['tomorrow', { on: '2030-03-02' }, {}, false],
  ['to nobody', { to: '' }, {}, false],
  ['to an account, without words', { to: '', toId: leader }, {}, true],
  ['what is not late', {}, { late: false }, false],
  ['what was reported already', {}, { reported: true }, false],
])('a matter is reported %s', (_name, report, matter, allowed) => {
  const told = { toId: null, to: '分管领导', on: '2030-02-01', ...report }
  const verdict = mayReport({ ...told, on: day(told.on) }, { ...late, ...matter }, day('2030-03-01'))
  expect(verdict.allowed).toBe(allowed)
})

test.each([
  ['the one it was reported to', leader, leader, '2030-03-01', true],
  ['somebody else', leader, other, '2030-03-08', false],
  ['whoever writes down what was said on paper', null, other, '2030-03-08', true],
  ['for a day that has gone by', leader, leader, '2030-02-28', false],
])('an answer comes from %s', (_name, toId, account, wantedOn, allowed) => {
  const report = { toId, toName: '姜怀瑾', on: day('2030-02-01') }
  expect(mayInstruct(report, { account, wantedOn: day(wantedOn), today: day('2030-03-01') }).allowed).toBe(allowed)
})

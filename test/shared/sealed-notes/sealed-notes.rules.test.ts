import { expect, test } from 'vitest'
import { AccountId } from '../../../src/shared/accounts/accounts'
import { Day } from '../../../src/shared/dates/add-months'
import type { Carer } from '../../../src/shared/sealed-notes/sealed-notes'
import {
  contactStanding,
  lastContactOf,
  mayAddContact,
  mayGrant,
  mayKeepContact,
  mayWithdraw,
  nextContactOf,
} from '../../../src/shared/sealed-notes/sealed-notes.rules'

const day = (text: string): Day => Day.parse(text)
const today = day('2030-01-31')
const dated = (on: string, nextOn: string | null) => ({ on: day(on), nextOn: nextOn === null ? null : day(nextOn) })

test.each<[string, ReturnType<typeof dated>[], string | null]>([
  ['none', [], null],
  ['one', [dated('2030-01-01', '2030-01-15')], '2030-01-15'],
  [
    'the latest, in whatever order they were written',
    [dated('2030-01-09', '2030-02-01'), dated('2030-01-01', '2030-01-05')],
    '2030-02-01',
  ],
  ['two on one day: what was written later', [dated('2030-01-09', '2030-02-01'), dated('2030-01-09', null)], null],
])('the next contact of %s', (_case, contacts, next) => {
  expect(nextContactOf(contacts)).toBe(next)
})

test.each<[string | null, string]>([
  [null, 'none'],
  ['2030-01-30', 'late'],
  ['2030-01-31', 'today'],
  ['2030-02-03', 'soon'],
  ['2030-02-04', 'later'],
])('a contact on %s is %s', (nextOn, standing) => {
  expect(contactStanding(today, nextOn === null ? null : day(nextOn))).toBe(standing)
})

const contact = { on: today, form: '电话', asked: '想找人说说话', arranged: '', referredTo: '', nextOn: null } as const
test.each<[string, Parameters<typeof mayKeepContact>[0], string | null]>([
  ['as it is', contact, null],
  ['tomorrow', { ...contact, on: day('2030-02-01') }, '还没有到'],
  ['empty', { ...contact, asked: ' ' }, '写上'],
  ['only arranged', { ...contact, asked: '', arranged: '陪同就医' }, null],
  ['next on the same day', { ...contact, nextOn: today }, null],
  ['next before it', { ...contact, nextOn: day('2030-01-30') }, '早于'],
])('a contact %s', (_case, given, refusal) => {
  const verdict = mayKeepContact(given, today)
  expect(verdict.allowed ? null : verdict.reason).toEqual(refusal === null ? null : expect.stringContaining(refusal))
})

test('sixty contacts are enough for one record', () => {
  expect([59, 60].map(count => mayAddContact(count).allowed)).toEqual([true, false])
  expect(lastContactOf([dated('2030-01-01', null), dated('2029-12-31', null)])).toBe('2030-01-01')
})

const idOf = (place: number): AccountId => AccountId.parse(`00000000-0000-4000-8000-00000000000${place}`)
const carers = (...states: Carer['state'][]): Carer[] =>
  states.map((state, place) => ({ id: idOf(place), name: '', state }))
test.each<[string, Carer[], number, boolean]>([
  ['a second one', carers('holds'), 1, true],
  ['a fourth one', carers('holds', 'holds', 'holds'), 3, false],
  ['who holds it already', carers('holds', 'holds'), 1, false],
  ['of three, who lost it', carers('holds', 'holds', 'lost'), 2, true],
])('naming %s', (_case, named, place, may) => {
  expect(mayGrant(named, idOf(place)).allowed).toBe(may)
})
test.each<[string, Carer[], number, boolean]>([
  ['the only one', carers('holds'), 0, false],
  ['one of two', carers('holds', 'holds'), 0, true],
  ['oneself, when the other has lost it', carers('holds', 'lost'), 0, false],
  ['oneself, when the other has left', carers('holds', 'gone'), 0, false],
  ['who lost it', carers('holds', 'lost'), 1, true],
  ['a stranger', carers('holds', 'holds'), 2, false],
])('taking off %s', (_case, named, place, may) => {
  expect(mayWithdraw(named, idOf(place)).allowed).toBe(may)
})

import { expect, test } from 'vitest'
import { CadreId } from '../../../src/shared/cadres/cadres'
import { Day } from '../../../src/shared/dates/add-months'
import { hardshipBody } from '../../../src/shared/hardships/hardship-form.rules'
import {
  AidId,
  type Hardship,
  HardshipFacts,
  HardshipId,
  type HardshipSettings,
  usualReviewOn,
} from '../../../src/shared/hardships/hardships'
import {
  hardshipSettingsOn,
  incomePerHead,
  mayPay,
  mayRecordCase,
  mayReview,
  paidFen,
  reviewStanding,
} from '../../../src/shared/hardships/hardships.rules'

const day = (text: string): Day => Day.parse(text)
const today = day('2030-01-31')
const words = (refusal: string | null): unknown => (refusal === null ? null : expect.stringContaining(refusal))
const levels = { levels: ['特困', '困难', '一般'] }

test.each<[number, number | null, number | null]>([
  [3, 3_600_000, 1_200_000],
  [3, 1_000_000, 333_333],
  [1, 0, 0],
  [2, null, null],
])('income of %d heads from %s fen is %s', (members, incomeFen, perHead) => {
  expect(incomePerHead({ members, who: '', costFen: null, incomeFen })).toBe(perHead)
})

const own = (validFrom: string, standardFen: number | null): HardshipSettings => ({
  ...levels,
  standardFen,
  validFrom: day(validFrom),
  source: '区民政局文件',
  status: 'CONFIRMED(S)',
})
test.each<[string, HardshipSettings[], number | null]>([
  ['none of its own', [], null],
  ['one that begins tomorrow', [own('2030-02-01', 900_000)], null],
  ['one that begins today', [own('2030-01-31', 900_000)], 900_000],
  ['the later of two, whichever was set last', [own('2030-01-01', 900_000), own('2029-01-01', 800_000)], 900_000],
])('a unit with %s', (_case, settings, standard) => {
  expect(hardshipSettingsOn(settings, today).standardFen).toBe(standard)
})

const facts = (more: Partial<HardshipFacts> = {}): HardshipFacts => ({
  cause: '突发事件',
  causeText: '',
  openedOn: today,
  level: '困难',
  proofs: [],
  nextReviewOn: usualReviewOn(today),
  ...more,
})
test.each<[string, Partial<HardshipFacts>, string | null]>([
  ['as usual', {}, null],
  ['without a level: nobody has decided', { level: '' }, null],
  ['a level of elsewhere', { level: '甲级' }, '不在本单位'],
  ['tomorrow', { openedOn: day('2030-02-01'), nextReviewOn: day('2031-02-01') }, '还没有到'],
  ['其他 without words', { cause: '其他' }, '写明'],
  ['a proof of tomorrow', { proofs: [{ what: '诊断证明', seenOn: day('2030-02-01'), keptAt: '' }] }, '还没有到'],
  ['a review before it', { nextReviewOn: day('2030-01-30') }, '早于'],
])('a case %s', (_case, more, refusal) => {
  const verdict = mayRecordCase(facts(more), levels, today)
  expect(verdict.allowed ? null : verdict.reason).toEqual(words(refusal))
})
test('a year from the last day of February', () => {
  expect(usualReviewOn(day('2028-02-29'))).toBe('2029-02-28')
})

const aid = { kind: '工会', fen: 100_000, on: today, voucher: '', approvedBy: '', note: '' } as const
test.each<[string, string, string | null, string | null]>([
  ['on its day', '2030-01-31', null, null],
  ['tomorrow', '2030-02-01', null, '还没有到'],
  ['before the case', '2029-12-31', null, '早于'],
  ['after it was closed', '2030-01-31', '2030-01-30', '已经退出'],
])('aid %s', (_case, on, closedOn, refusal) => {
  const dated = { openedOn: day('2030-01-01'), closedOn: closedOn === null ? null : day(closedOn) }
  const verdict = mayPay({ ...aid, on: day(on) }, dated, today)
  expect(verdict.allowed ? null : verdict.reason).toEqual(words(refusal))
})
test('what was taken back is not counted', () => {
  expect(
    paidFen([
      { fen: 5, withdrawnFor: '' },
      { fen: 7, withdrawnFor: '重复' },
      { fen: 1, withdrawnFor: '' },
    ]),
  ).toBe(6)
})

const reviewed = { on: today, outcome: '继续', level: '困难', nextOn: day('2031-01-31') } as const
const before = { openedOn: day('2029-01-31'), closedOn: null, level: '困难' }
test.each<[string, Parameters<typeof mayReview>[1], string | null]>([
  ['goes on', reviewed, null],
  ['goes on at another level', { ...reviewed, level: '一般' }, '选调整'],
  ['is changed to the same level', { ...reviewed, outcome: '调整' }, '没有变'],
  ['is changed', { ...reviewed, outcome: '调整', level: '一般' }, null],
  ['is changed to a level of elsewhere', { ...reviewed, outcome: '调整', level: '甲级' }, '不在本单位'],
  ['goes on without a day', { ...reviewed, nextOn: null }, '下次复核'],
  ['goes on to the same day', { ...reviewed, nextOn: today }, '不晚于'],
  ['ends', { ...reviewed, outcome: '退出', nextOn: null }, null],
  ['ends with a next day', { ...reviewed, outcome: '退出' }, '不再写'],
  ['is looked at tomorrow', { ...reviewed, on: day('2030-02-01') }, '还没有到'],
])('a case that %s', (_case, review, refusal) => {
  const verdict = mayReview(before, review, levels, today)
  expect(verdict.allowed ? null : verdict.reason).toEqual(words(refusal))
})

test.each<[string, string | null, string]>([
  ['2030-01-30', null, 'late'],
  ['2030-01-31', null, 'today'],
  ['2030-02-01', null, 'running'],
  ['2029-01-01', '2029-06-01', 'closed'],
])('a review on %s', (nextReviewOn, closedOn, standing) => {
  expect(
    reviewStanding(today, { nextReviewOn: day(nextReviewOn), closedOn: closedOn === null ? null : day(closedOn) }),
  ).toBe(standing)
})

test('the form bears what is masked only when it was asked for', () => {
  const id = '00000000-0000-4000-8000-000000000001'
  const hardship: Hardship = {
    ...facts(),
    id: HardshipId.parse(id),
    cadreId: CadreId.parse(id),
    cadreName: '周启明',
    cadrePost: '科员',
    closedOn: null,
    closedFor: '',
    byName: '陆四',
    revision: 1,
    reviews: [],
    aids: [
      { ...aid, id: AidId.parse(id), byName: '陆四', withdrawnFor: '' },
      { ...aid, fen: 900, id: AidId.parse(id), byName: '陆四', withdrawnFor: '重复' },
    ],
  }
  const household = { members: 3, who: '母亲和妻子', costFen: 5_000_000, incomeFen: 4_200_000 }
  const masked = JSON.stringify(hardshipBody(hardship, null))
  expect(masked).toContain('未印出')
  expect(masked).not.toMatch(/母亲|42000|50000/)
  expect(masked).toContain('共 1000 元')
  const whole = JSON.stringify(hardshipBody(hardship, household))
  for (const text of ['3 人：母亲和妻子', '50000 元', '42000 元']) expect(whole).toContain(text)
})

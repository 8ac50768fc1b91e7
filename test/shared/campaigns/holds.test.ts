import { describe, expect, test } from 'vitest'
import type { PunishmentRow } from '../../../src/shared/cadres/cadres'
import type { Hold } from '../../../src/shared/campaigns/campaigns'
import { holdsOf, mayGoOn, mayPass, objectionHold } from '../../../src/shared/campaigns/holds.rules'
import { Day } from '../../../src/shared/dates/add-months'
import { PartialDate } from '../../../src/shared/dates/partial-date'

const on = (text: string) => Day.parse(text)
const measure = (
  kind: PunishmentRow['kind'],
  name: string,
  day: string,
  more: Partial<PunishmentRow> = {},
): PunishmentRow => ({
  kind,
  name,
  on: PartialDate.parse(day),
  authority: '',
  documentNumber: '',
  reason: '',
  influenceUntil: null,
  revokedOn: null,
  ...more,
})

describe('what stands against an honour', () => {
  test.each<[string, PunishmentRow[], string, Hold['weight'] | undefined]>([
    ['nothing', [], '2026-06-01', undefined],
    ['党内警告 on its last day', [measure('党纪处分', '党内警告', '2025-06-02')], '2026-06-01', 'blocks'],
    ['党内警告 on the first free day', [measure('党纪处分', '党内警告', '2025-06-02')], '2026-06-02', undefined],
    ['党内警告 known to the month, at its border', [measure('党纪处分', '党内警告', '2025-06')], '2026-06-15', 'warns'],
    ['政务记过', [measure('政务处分', '记过', '2025-12-01')], '2026-06-01', 'blocks'],
    ['诫勉, read second-hand', [measure('诫勉', '诫勉', '2026-03-01')], '2026-06-01', 'warns'],
    [
      '诫勉, whose decision says the day and whose year bars 评优',
      [measure('诫勉', '诫勉', '2026-03-01', { influenceUntil: PartialDate.parse('2026-09-01') })],
      '2026-06-01',
      'bars',
    ],
    ['调整职务, from memory', [measure('组织处理', '调整职务', '2026-01-01')], '2026-06-01', 'warns'],
    [
      'a revoked one',
      [measure('党纪处分', '党内警告', '2026-01-01', { revokedOn: PartialDate.parse('2026-02-01') })],
      '2026-06-01',
      undefined,
    ],
    ['one without a period', [measure('其他', '通报批评', '2026-05-01')], '2026-06-01', undefined],
  ])('%s', (_name, rows, day, weight) => {
    expect(holdsOf(rows, on(day)).map(hold => hold.weight)).toEqual(weight === undefined ? [] : [weight])
  })

  test('says what, until when, what it bars and by which basis', () => {
    const [hold] = holdsOf([measure('党纪处分', '党内警告', '2026-01-10')], on('2026-06-01'), '单雄信')
    expect(hold).toMatchObject({
      who: '单雄信',
      words: '党纪处分 党内警告（2026.01.10），影响期至 2027.01.09',
      basis: { source: '中国共产党纪律处分条例第十条', status: 'CONFIRMED(P)' },
    })
    expect(hold?.actions).toEqual(expect.arrayContaining(['提拔', '进一步使用']))
  })
})

describe('going on', () => {
  const [blocking] = holdsOf([measure('党纪处分', '党内警告', '2026-01-10')], on('2026-06-01'))
  const [warning] = holdsOf([measure('组织处理', '调整职务', '2026-01-01')], on('2026-06-01'))
  const [barring] = holdsOf(
    [measure('诫勉', '诫勉', '2026-03-01', { influenceUntil: PartialDate.parse('2026-09-01') })],
    on('2026-06-01'),
  )
  const [objecting] = objectionHold({
    id: '00000000-0000-4000-8000-000000000001',
    organ: '税务',
    on: on('2026-05-01'),
    signedBy: '区税务局',
    answer: '不同意',
    words: '欠税未缴',
    byName: '',
  })
  if (!blocking || !warning || !barring || !objecting) throw new Error('no holds')
  const passed = (hold: Hold) => [{ key: hold.key, reason: '研究决定', byName: '陆四', on: on('2026-06-01') }]

  test.each<[string, Hold[], ReturnType<typeof passed>, boolean, boolean | undefined]>([
    ['nothing against', [], [], true, undefined],
    ['a warning does not stop and needs no pass', [warning], [], true, false],
    ['a running period stops and may be passed', [blocking], [], false, true],
    ['passed, it goes on and is not passed again', [blocking], passed(blocking), true, false],
    ['a pass covers its own matter alone', [blocking, objecting], passed(objecting), false, true],
    ['what bars 评优 itself stops and is never passed', [barring], [], false, false],
    ['not even by an old pass', [barring], passed(barring), false, false],
    ['an organ that does not agree stops until it is looked into', [objecting], [], false, true],
  ])('%s', (_name, holds, passes, goesOn, passable) => {
    const held = { holds, passes, shownName: '单雄信' }
    expect(mayGoOn(held).allowed).toBe(goesOn)
    const [first] = holds
    expect(first && mayPass(held, first.key).allowed).toBe(passable)
  })

  test('the refusal names whom and what; the log keeps neither', () => {
    expect(mayGoOn({ holds: [objecting], passes: [], shownName: '单雄信' })).toEqual({
      allowed: false,
      reason: '单雄信有税务不同意：欠税未缴，写明理由放行，或者止步',
      logged: '有人选受限制',
    })
  })
})

import { expect, test } from 'vitest'
import { PunishmentRow } from '../../../src/shared/cadres/cadres'
import { influenceOf, influenceStateOn } from '../../../src/shared/restrictions/restrictions.rules'

const row = (kind: string, name: string, on: string | null, more: object = {}) =>
  PunishmentRow.parse({
    kind,
    name,
    on,
    authority: '',
    documentNumber: '',
    reason: '',
    influenceUntil: null,
    revokedOn: null,
    ...more,
  })

test.each<[string, string, string | null, string | undefined, string]>([
  ['党纪处分', '警告', '2024-03-31', '2025-03-30', 'CONFIRMED(P)'],
  ['党纪处分', '党内严重警告', '2024-08-31', '2026-02-27', 'CONFIRMED(P)'],
  ['党纪处分', '撤销党内职务处分', '2024-01-10', '2026-01-09', 'CONFIRMED(S)'],
  ['党纪处分', '留党察看一年', '2024-01-10', '2027-01-09', 'CONFIRMED(S)'],
  ['党纪处分', '留党察看两年', '2024-01-10', '2028-01-09', 'CONFIRMED(S)'],
  ['党纪处分', '开除党籍', '2024-01-10', '2029-01-09', 'CONFIRMED(S)'],
  ['政务处分', '警告', '2024-08-31', '2025-02-27', 'CONFIRMED(P)'],
  ['政务处分', '记过', '2024-02-29', '2025-02-27', 'CONFIRMED(P)'],
  ['政务处分', '记大过', '2024-01-01', '2025-06-30', 'CONFIRMED(P)'],
  ['政务处分', '降级', '2024-01-01', '2025-12-31', 'CONFIRMED(P)'],
  ['政务处分', '撤 职', '2024-01-01', '2025-12-31', 'CONFIRMED(P)'],
  ['政务处分', '开除', '2024-01-01', undefined, ''],
  ['诫勉', '诫勉谈话', '2024-01-31', '2024-07-30', 'CONFIRMED(S)'],
  ['组织处理', '调整职务', '2024-01-31', '2025-01-30', 'MEMORY'],
  ['组织处理', '通报批评', '2024-01-31', undefined, ''],
  ['党纪处分', '警告', null, undefined, ''],
  ['党纪处分', '警告', '1999-01-01', undefined, ''],
])('%s %s of %s lasts until %s', (kind, name, on, last, status) => {
  const influence = influenceOf(row(kind, name, on))
  expect(influence?.lastDay.latest).toBe(last)
  expect(influence?.basis.status ?? '').toBe(status)
})

test('what the decision says goes before what is reckoned, and a revoked one has no influence', () => {
  const decided = influenceOf(row('诫勉', '诫勉', '2024-01-31', { influenceUntil: '2025-01-31' }))
  expect(decided).toMatchObject({ decided: true, lastDay: { latest: '2025-01-31' } })
  expect(influenceOf(row('诫勉', '诫勉', '2024-01-31', { revokedOn: '2024-02' }))).toBeUndefined()
})

test.each([
  ['2024-07-30', 'open'],
  ['2024-07-31', 'open'],
  ['2024-08-01', 'unclear'],
  ['2024-08-28', 'unclear'],
  ['2024-08-29', 'over'],
])('admonished in some day of February 2024 and at the end of January: on %s it is %s', (day, state) => {
  const rows = [row('诫勉', '诫勉', '2024-01-31'), row('诫勉', '诫勉', '2024-02', {})]
  expect(influenceStateOn(rows, day)).toBe(state)
})

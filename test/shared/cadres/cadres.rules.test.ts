import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { basisStatuses } from '../../../src/shared/basis/basis'
import { cadreChecks, checkCadre } from '../../../src/shared/cadres/cadres.rules'
import { surenessTitles } from '../../../src/shared/cadres/checks/check'
import { fieldLabels, labelOf } from '../../../src/shared/cadres/field-labels'
import { anyCadre, anyDate } from './arbitrary'
import { complete, d, person } from './person'

const on = d('2026-04-15')

test('a file of which nothing is known gives no findings', () => {
  expect(checkCadre(person(), on)).toEqual([])
})

test('a file that agrees with itself gives no findings', () => {
  expect(checkCadre(complete(), on)).toEqual([])
})

test('every rule has a name of its own, a title, labelled fields and a basis', () => {
  expect(new Set(cadreChecks.map(({ id }) => id)).size).toBe(cadreChecks.length)
  for (const { title, fields, basis } of cadreChecks) {
    expect(title).not.toBe('')
    expect(fields.length).toBeGreaterThan(0)
    for (const field of fields) expect(Object.hasOwn(fieldLabels, field)).toBe(true)
    expect(basis.source).not.toBe('')
    expect(basisStatuses).toContain(basis.status)
  }
})

test('a finding says which rule, which fields, how sure and on what basis', () => {
  const [finding] = checkCadre(person({ birth: '1972-04', partyJoined: '1989-06' }), on)
  expect(finding).toEqual({
    rule: 'age.party',
    title: '入党时的年龄',
    fields: ['birth', 'partyJoined'],
    sureness: 'likely',
    message: '入党 1989.06 时 17岁（出生年月 1972.04），不满 18 周岁',
    basis: { source: '中国共产党章程第一条“年满十八岁”', status: 'CONFIRMED(S)' },
  })
  expect(labelOf('family.birth')).toBe('家庭成员·出生年月')
  expect(labelOf('form.partyText')).toBe('入党时间')
})

test('no file makes a rule fail, and every message is Chinese without gaps', () => {
  fc.assert(
    fc.property(anyCadre, anyDate, (file, date) => {
      for (const { message, fields, row, sureness } of checkCadre(file, date)) {
        expect(surenessTitles[sureness]).not.toBe('')
        expect(message).not.toMatch(/undefined|null|NaN|Infinity|\[object/)
        for (const field of fields) expect(Object.hasOwn(fieldLabels, field)).toBe(true)
        if (row !== undefined) expect(row).toBeGreaterThanOrEqual(0)
      }
    }),
  )
})

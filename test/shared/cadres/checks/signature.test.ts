import { expect, test } from 'vitest'
import { checkCadre } from '../../../../src/shared/cadres/cadres.rules'
import { maskedOf, signatureOf } from '../../../../src/shared/cadres/checks/signature'
import type { FieldPath } from '../../../../src/shared/cadres/field-labels'
import { complete, d, type Parts, person } from '../person'

const on = d('2026-11-23')
const signatures = (parts: Parts, day = on) => {
  const cadre = person(parts)
  return checkCadre(cadre, day).map(finding => signatureOf(cadre, finding, day))
}
const gap = [
  { from: '2005-07', to: '2010-03', text: '云溪镇科员' },
  { from: '2012-03', to: '2016-12', text: '云泽区司法局副局长' },
]
const before = { from: '2001-09', to: '2005-07', text: '云州大学法学专业学习' }

test('a whole file has nothing to sign', () => {
  expect(checkCadre(complete(), on)).toEqual([])
})

test.each<[string, Parts, Parts, boolean]>([
  ['another field changes', { resume: gap }, { resume: gap, nation: '汉族' }, true],
  ['a row comes before it', { resume: gap }, { resume: [before, ...gap] }, true],
  ['the row itself changes', { resume: gap }, { resume: [gap[0] ?? {}, { ...gap[1], from: '2012-04' }] }, false],
  ['the field changes', { birth: '1990-01', workStart: '2000-01' }, { birth: '1990-01', workStart: '2000-02' }, false],
])('%s: recognised %s', (_case, a, b, same) => {
  const [one] = signatures(a).filter(text => text.includes('resume.gaps') || text.includes('age.'))
  expect(one).toBeDefined()
  expect(signatures(b).includes(one ?? '')).toBe(same)
})

test('the day of the check is no part of it', () => {
  const parts = { birth: '1980-01', workStart: '2040-01' } as const
  expect(signatures(parts, d('2026-11-23'))).toEqual(signatures(parts, d('2026-11-24')))
})

test.each<[readonly string[], readonly string[]]>([
  [['birth', 'idNumber'], ['idNumber']],
  [['family.birth', 'birth'], ['family']],
  [['form.health'], ['form.health']],
  [['form.resume', 'resume'], []],
])('%j hold what is masked: %j', (fields, masked) => {
  expect(maskedOf({ fields: fields as readonly FieldPath[] })).toEqual(masked)
})

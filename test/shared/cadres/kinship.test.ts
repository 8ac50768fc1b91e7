import { expect, test } from 'vitest'
import { familyPlaceOf, isByLaw, kinOf } from '../../../src/shared/cadres/kinship'
import { codeTables } from '../../../src/shared/codes/codes'

test.each([
  ['妻子', 'spouse'],
  ['丈夫', 'spouse'],
  ['爱人', 'spouse'],
  ['父亲', 'parent'],
  ['母 亲', 'parent'],
  ['继父', 'step-parent'],
  ['继父或养父', 'step-parent'],
  ['岳母', 'parent-in-law'],
  ['公公', 'parent-in-law'],
  ['外祖父', 'grandparent'],
  ['曾祖母', 'grandparent'],
  ['儿子', 'child'],
  ['长女', 'child'],
  ['独生子', 'child'],
  ['其他女儿', 'child'],
  ['养子或继子', 'child'],
  ['女婿', 'child-in-law'],
  ['长儿媳', 'child-in-law'],
  ['外孙女', 'grandchild'],
  ['孙女婿或外孙女婿', 'grandchild'],
  ['孙媳妇或外孙媳妇', 'grandchild'],
  ['哥哥', 'elder-sibling'],
  ['妹妹', 'younger-sibling'],
  ['嫂子', 'other'],
  ['伯父', 'other'],
  ['妻弟', 'other'],
  ['侄女', 'other'],
  ['祖父或外祖父', 'grandparent'],
  ['', 'other'],
] as const)('%s is %s', (title, kin) => {
  expect(kinOf(title)).toBe(kin)
})

test('the form’s order: spouse, children, father, mother, step-parents, in-laws, others', () => {
  const titles = ['弟弟', '岳父', '母亲', '继母', '父亲', '次女', '妻子']
  expect(titles.toSorted((a, b) => familyPlaceOf(a) - familyPlaceOf(b))).toEqual([
    '妻子',
    '次女',
    '父亲',
    '母亲',
    '继母',
    '岳父',
    '弟弟',
  ])
  expect(['养子', '继女', '儿子', '父亲'].map(isByLaw)).toEqual([true, true, false, false])
})

test('the editor’s titles of near kin are all known', () => {
  const near = codeTables.familyTitle.entries.slice(0, codeTables.familyTitle.orderOf('曾祖母') ?? 0)
  expect(near.map(({ name }) => name).filter(name => kinOf(name) === 'other')).toEqual([])
})

import { expect, test } from 'vitest'
import { grassrootsMonths, grassrootsOf, isGrassroots } from '../../../src/shared/cadres/grassroots.rules'
import { monthsOf, PartialDate } from '../../../src/shared/dates/partial-date'
import { complete } from './person'

test.each([
  ['石桥镇党委委员、副镇长', true],
  ['云溪街道办事处主任', true],
  ['松岭村党支部第一书记', true],
  ['柳湾社区党委书记', true],
  ['区农业农村局副局长', false],
  ['区乡村振兴局局长', false],
  ['镇江市某局科员', false],
  ['区委组织部干部科科长（其间：挂任石桥镇副镇长）', false],
  ['石桥镇中学学生', false],
  ['区水利局局长', false],
])('%s: %s', (text, expected) => {
  expect(isGrassroots({ text })).toBe(expected)
})

const date = (text: string) => PartialDate.parse(text)
const entry = (from: string, to: string | null, text: string) => ({
  from: date(from),
  to: to === null ? null : date(to),
  text,
  level: '',
})
const yearsOn = (resume: ReturnType<typeof entry>[], on: string) => {
  const found = grassrootsOf({ ...complete(), resume })
  return found && grassrootsMonths(found, monthsOf(date(on)).earliest) / 12
}

test('each month counts once, what lasts counts up to the day', () => {
  const resume = [
    entry('2010-01', '2012-01', '石桥镇科员'),
    entry('2011-01', '2013-01', '石桥镇团委书记'),
    entry('2013-01', '2020-01', '区水利局科员'),
    entry('2020-01', null, '云溪街道党工委书记'),
  ]
  expect(yearsOn(resume, '2022-01')).toBe(5)
  expect(yearsOn(resume, '2019-06')).toBe(3)
})

test('what has ended beside what lasts counts up to its beginning', () => {
  const resume = [entry('2010-01', '2020-01', '石桥镇科员'), entry('2015-01', null, '松岭村第一书记')]
  expect(yearsOn(resume, '2020-01')).toBe(10)
})

test('the form’s text serves where there are no rows, and nothing is known without either', () => {
  const { form } = complete()
  const text = '2010.01--2012.01  石桥镇科员\n2012.01--          区水利局科员'
  expect(grassrootsOf({ resume: [], form: { ...form, resume: text } })).toEqual({ months: 24, since: null })
  expect(grassrootsOf({ resume: [], form: { ...form, resume: '' } })).toBeUndefined()
})

import { expect, test } from 'vitest'
import { type SurveyForm, shippedSurvey } from '../../../src/shared/care-surveys/care-surveys'
import {
  addUp,
  answersOf,
  contentOf,
  foldedUnits,
  mayAsk,
  mayKeepTotals,
  sharesOf,
  surveyIn,
} from '../../../src/shared/care-surveys/surveys.rules'

const form = (fromYear: number, ...texts: string[]): SurveyForm => ({
  ...shippedSurvey,
  fromYear,
  questions: texts.map((text, at) => ({ key: `q${at + 1}`, text })),
})
const two = form(2030, '甲', '乙')

test.each([
  ['nobody', {}, []],
  ['five are enough', { 甲: 5 }, []],
  ['four are not', { 甲: 4 }, ['甲']],
  ['one alone would follow from the whole, so the next smallest goes with it', { 甲: 4, 乙: 9, 丙: 30 }, ['甲', '乙']],
  ['two that are fewer than five together take a third', { 甲: 1, 乙: 2, 丙: 9, 丁: 30 }, ['甲', '乙', '丙']],
  ['two with five together stand alone', { 甲: 2, 乙: 3, 丙: 9 }, ['甲', '乙']],
  ['a unit where nobody answered', { 甲: 0, 乙: 9, 丙: 30 }, ['甲', '乙']],
  ['two that are large', { 甲: 9, 乙: 30 }, []],
])('told in the whole alone: %s', (_name, units, folded) => {
  expect([...foldedUnits(new Map(Object.entries(units)))]).toEqual(folded)
})

test.each([
  ['all content', { q1: [3, 2, 0, 0], q2: [5, 0, 0, 0] }, 5, { q1: 1, q2: 1 }, 1],
  ['half of them', { q1: [2, 1, 2, 1], q2: [1, 2, 0, 3] }, 6, { q1: 0.5, q2: 0.5 }, 0.5],
  ['the question with the fewest answers counts', { q1: [9, 0, 0, 0], q2: [2, 0, 2, 0] }, 4, { q1: 1, q2: 0.5 }, null],
  ['nobody', {}, 0, {}, null],
])('content: %s', (_name, totals, answers, shares, content) => {
  expect(answersOf(totals, two)).toBe(answers)
  expect(sharesOf(totals, two)).toEqual(shares)
  expect(contentOf(totals, two)).toBe(content)
})

test('units add up question by question', () => {
  expect(addUp([{ q1: [1, 2, 3, 4] }, { q1: [1, 1, 1, 1], q2: [0, 0, 0, 1] }])).toEqual({
    q1: [2, 3, 4, 5],
    q2: [0, 0, 0, 1],
  })
})

test.each([
  ['every question', { q1: [1, 0, 0, 0], q2: [1, 0, 0, 0] }, true],
  ['one is missing', { q1: [1, 0, 0, 0] }, false],
  ['one that is not asked', { q1: [1, 0, 0, 0], q2: [1, 0, 0, 0], q3: [1, 0, 0, 0] }, false],
  ['nothing but noughts', { q1: [0, 0, 0, 0], q2: [0, 0, 0, 0] }, false],
])('totals are kept: %s', (_name, totals, allowed) => {
  expect(mayKeepTotals(totals, two).allowed).toBe(allowed)
})

test.each([
  ['before anything was answered', form(2030, '甲'), [], true],
  ['from the year after', form(2031, '甲'), [2029, 2030], true],
  ['from a year that was answered', form(2030, '甲'), [2030], false],
  ['from before a year that was answered', form(2029, '甲'), [2030], false],
  ['twice the same', form(2031, '甲', '甲'), [], false],
])('questions are set %s', (_name, asked, years, allowed) => {
  expect(mayAsk(asked, years).allowed).toBe(allowed)
})

test('a year asks what had been set by then', () => {
  const forms = [form(2030, '甲'), form(2032, '乙')]
  expect([2029, 2030, 2031, 2032].map(year => surveyIn(forms, year).questions[0]?.text)).toEqual([
    shippedSurvey.questions[0]?.text,
    '甲',
    '甲',
    '乙',
  ])
})

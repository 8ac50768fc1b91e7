import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CadreChange } from '../../../src/shared/cadres/diff.rules'
import { mergeDifferences, mergeFiles, relationOf, sideFor, sidesOf } from '../../../src/shared/duplicates/merge.rules'
import { anyCadre } from '../cadres/arbitrary'
import { type Parts, person } from '../cadres/person'

const suggestedSide = (change: CadreChange) => sideFor[relationOf(change)]
const suggestedOf = (kept: Parts, other: Parts) => {
  const [a, b] = [person(kept), person(other)]
  return mergeFiles(a, b, mergeDifferences(a, b).map(suggestedSide))
}

test.each<[string, Parts, Parts, Parts]>([
  ['what is empty is filled', {}, { nation: '汉族', birth: '1984-03' }, { nation: '汉族', birth: '1984-03' }],
  ['what stands stays', { nation: '汉族' }, { nation: '回族' }, { nation: '汉族' }],
  ['the closer date is taken', { birth: '1984' }, { birth: '1984-03' }, { birth: '1984-03' }],
  ['but not another one', { birth: '1984-03' }, { birth: '1984-04-01' }, { birth: '1984-03' }],
  ['nor a vaguer one', { birth: '1984-03' }, { birth: '1984' }, { birth: '1984-03' }],
  ['tags of both', { tags: ['甲'] }, { tags: ['乙'] }, { tags: ['甲', '乙'] }],
  [
    'assessments of both, and where they contradict each other the kept ones',
    {
      assessments: [
        { year: 2022, grade: '称职' },
        { year: 2023, grade: '称职' },
      ],
    },
    {
      assessments: [
        { year: 2021, grade: '优秀' },
        { year: 2023, grade: '优秀' },
      ],
    },
    {
      assessments: [
        { year: 2021, grade: '优秀' },
        { year: 2022, grade: '称职' },
        { year: 2023, grade: '称职' },
      ],
    },
  ],
  [
    'a row that says more',
    { family: [{ title: '母亲', name: '何蕙', birth: '1956' }] },
    { family: [{ title: '母亲', name: '何蕙', birth: '1956-01', politics: '群众' }] },
    { family: [{ title: '母亲', name: '何蕙', birth: '1956-01', politics: '群众' }] },
  ],
])('%s', (_title, kept, other, result) => {
  expect(suggestedOf(kept, other)).toEqual(person(result))
})

test.each<[string, Parts, Parts]>([
  ['only-other', {}, { nation: '汉族' }],
  ['only-kept', { nation: '汉族' }, {}],
  ['other-fuller', { birth: '1984' }, { birth: '1984-03' }],
  ['kept-fuller', { birth: '1984-03' }, { birth: '1984' }],
  ['contradicting', { birth: '1984-03' }, { birth: '1985' }],
  ['only-other', {}, { tags: ['甲'] }],
  ['only-kept', { tags: ['甲'] }, {}],
  ['other-fuller', { rewards: [{ name: '嘉奖' }] }, { rewards: [{ name: '嘉奖', authority: '区委' }] }],
  ['kept-fuller', { rewards: [{ name: '嘉奖', authority: '区委' }] }, { rewards: [{ name: '嘉奖' }] }],
  [
    'contradicting',
    { rewards: [{ name: '嘉奖', authority: '区委' }] },
    { rewards: [{ name: '嘉奖', authority: '市委', on: '2020' }] },
  ],
])('they stand to each other: %s', (relation, kept, other) => {
  expect(mergeDifferences(person(kept), person(other)).map(relationOf)).toEqual([relation])
})

test('two rows that stand against each other can both stay', () => {
  const kept = person({ rewards: [{ name: '嘉奖', authority: '区委' }, { name: '记三等功' }] })
  const other = person({ rewards: [{ name: '嘉奖', authority: '市委' }, { name: '记三等功' }] })
  const differences = mergeDifferences(kept, other)
  expect(differences.map(sidesOf)).toEqual([['kept', 'other', 'both']])
  expect(mergeFiles(kept, other, ['both']).rewards.map(({ authority }) => authority)).toEqual(['区委', '市委', ''])
})

test('the kept file keeps its own number, place and version', () => {
  const kept = person({ unitOrder: 3, formVersion: '3.2' })
  const other = person({ id: '7c8c1d0e-3f52-4d0c-8a55-1f1e2d3c4b5a' as never, unitOrder: 9, formVersion: '4.0' })
  expect(mergeDifferences(kept, other)).toEqual([])
})

test('for any two files: one side alone gives that file, and nothing that is suggested throws', () => {
  fc.assert(
    fc.property(anyCadre, anyCadre, (kept, other) => {
      const differences = mergeDifferences(kept, other)
      const all = (side: 'kept' | 'other') =>
        mergeFiles(
          kept,
          other,
          differences.map(() => side),
        )
      expect(all('kept')).toEqual(kept)
      const { id, unitOrder, formVersion } = kept
      expect(all('other')).toEqual({ ...other, id, unitOrder, formVersion })
      const suggested = mergeFiles(kept, other, differences.map(suggestedSide))
      // Nothing of the kept file is lost: a filled field stays, or is said more closely.
      for (const change of mergeDifferences(kept, suggested)) {
        expect(change.kind).not.toBe('row-removed')
        if (change.kind === 'value') expect(String(change.after).startsWith(String(change.before ?? ''))).toBe(true)
      }
    }),
    { numRuns: 150 },
  )
})

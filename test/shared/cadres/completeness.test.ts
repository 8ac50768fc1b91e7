import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { completenessOf, formRequirements, submissionRequirements } from '../../../src/shared/cadres/completeness.rules'
import { anyCadre } from './arbitrary'
import { complete, type Parts, person } from './person'

const missing = (parts: Parts, toSubmit = false): string[] =>
  completenessOf(complete(parts), { toSubmit }).missing.map(
    ({ label, hint }) => `${label}${hint === '' ? '' : `（${hint}）`}`,
  )

test('a whole file lacks its ID number alone, by our sample', () => {
  expect(missing({})).toEqual(['身份证号'])
  expect(completenessOf(complete({ idNumber: '11010519491231002X' }), { toSubmit: true })).toMatchObject({
    percent: 100,
    missing: [],
    words: '齐全',
  })
})

test.each<[Parts, string]>([
  [{ birth: null }, '出生年月'],
  [{ sex: null }, '性别'],
  [{ nation: ' ' }, '民族（写全称，如汉族）'],
  [{ partyJoined: null, form: { partyText: '' } }, '入党时间（没有入党的写党派、无党派或群众）'],
  [{ form: { fullTimeEducation: '', inServiceEducation: '' } }, '全日制教育学历（全日制教育、在职教育至少填一项）'],
  [{ form: { fullTimeSchool: '' } }, '全日制教育毕业院校系及专业'],
  [{ form: { inServiceSchool: '' } }, '在职教育毕业院校系及专业'],
  [{ resume: [], form: { resume: '' } }, '简历'],
  [{ rewards: [], form: { rewardsAndPunishments: '' } }, '奖惩情况（没有的写“无”）'],
  [{ assessments: [], form: { assessments: '' } }, '年度考核结果（至少最近两年，各地多为三年）'],
  [{ form: { proposedPost: '区政府办公室主任' } }, '任免理由（有拟任、拟免职务的要写）'],
  [{ family: [] }, '家庭成员（配偶、子女、父母等）'],
  [{ family: [{ title: '丈夫', name: '周砚' }] }, '家庭成员第1行丈夫（缺出生年月、政治面貌、工作单位及职务）'],
])('%j lacks %s', (parts, label) => {
  expect(missing({ idNumber: '11010519491231002X', ...parts })).toEqual([label])
})

test.each<[string, Parts]>([
  ['a party instead of a date', { partyJoined: null, form: { partyText: '群众' } }],
  ['a date instead of the cell', { form: { partyText: '' } }],
  ['education in service alone', { form: { fullTimeEducation: '', fullTimeSchool: '' } }],
  [
    'no school up to 高中',
    { form: { fullTimeEducation: '高中', fullTimeSchool: '', inServiceEducation: '', inServiceSchool: '' } },
  ],
  ['rows instead of texts', { form: { resume: '', assessments: '', rewardsAndPunishments: '' } }],
  ['no degree, no title', { form: { fullTimeDegree: '', technicalTitle: '' } }],
  [
    'a member who is dead without a birth',
    { family: [{ title: '父亲', name: '林茂', politics: '群众', unitAndPost: '云泽区农民（已去世）' }] },
  ],
])('%s is enough', (_words, parts) => {
  expect(missing({ idNumber: '11010519491231002X', ...parts })).toEqual([])
})

test('handing in wants more', () => {
  const parts: Parts = { ageOn: null, filledOn: null, form: { reportingUnit: '', filledBy: '' } }
  expect(missing(parts)).toEqual(['身份证号'])
  expect(missing(parts, true)).toEqual([
    '身份证号',
    '呈报单位',
    '计算年龄时间（计算年龄用的时间）',
    '填表时间',
    '填表人',
  ])
})

test('an empty file is told in words', () => {
  const result = completenessOf(person())
  expect(result).toMatchObject({ required: 17, filled: 1, percent: 5 })
  expect(result.words).toBe(
    '还缺 16 项：性别、出生年月、民族、籍贯、出生地、入党时间、参加工作时间、健康状况、熟悉专业有何专长、' +
      '全日制教育学历、现任职务、简历、奖惩情况、年度考核结果、家庭成员、身份证号',
  )
})

test('for any file the figures agree', () => {
  fc.assert(
    fc.property(anyCadre, fc.boolean(), (file, toSubmit) => {
      const { required, filled, percent, missing: lacking } = completenessOf(file, { toSubmit })
      expect(filled + lacking.length).toBe(required)
      expect(percent === 100).toBe(lacking.length === 0)
      expect(percent).toBeGreaterThanOrEqual(0)
      expect(new Set([...formRequirements, ...submissionRequirements].map(({ field }) => field)).size).toBe(24)
    }),
  )
})

import * as fc from 'fast-check'
import { parseAssessments } from '../../../src/shared/cadres/assessment-text'
import { emptyForm } from '../../../src/shared/cadres/cadres'
import type { ImportedFields } from '../../../src/shared/cadres/imported'
import { parsePartyText } from '../../../src/shared/cadres/party-text'
import { parseResume } from '../../../src/shared/cadres/resume-text'
import { parseRewards } from '../../../src/shared/cadres/reward-text'

/** Invented people, with every character that gives a format trouble. */
const tokens = fc.constantFrom(
  ...'历城区委组织部副长财政局党主任农业大学专士、，。“”（）《》；：'.split(''),

  '山东',
  '𠮷',
  '·',
  'R&D',
  'A',
  'b2',
  '100%',
  '<5',
  '>3',
  '"',
  "'",
  ']]>',
  '[',
  ']',
  '&',
  ' ',
  '　',
  '#',
  '@',
  '-',
)
const settled = (text: string): string => text.trim().replaceAll(/[ \u3000]+/g, ' ')
const words = (most: number): fc.Arbitrary<string> =>
  fc.array(tokens, { maxLength: Math.min(20, most) }).map(parts => settled(settled(parts.join('')).slice(0, most)))
const lines = (most: number): fc.Arbitrary<string> =>
  fc.array(words(30), { maxLength: 4 }).map(parts => parts.join('\n').replace(/^\n+/, '').trimEnd().slice(0, most))

const two = (number: number): string => String(number).padStart(2, '0')
const month = fc
  .tuple(fc.integer({ min: 1940, max: 2030 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, number]) => `${year}-${two(number)}`)
const date = fc.oneof(
  { weight: 6, arbitrary: month },
  { weight: 2, arbitrary: month.map(text => `${text}-15`) },
  { weight: 1, arbitrary: month.map(text => text.slice(0, 4)) },
  { weight: 1, arbitrary: fc.constant(null) },
)
const name = fc.constantFrom('王芳', '欧阳建国', '阿依古丽·买买提', '扎西', '𠮷田', 'John Smith', '李㛃')

const resume = fc.array(fc.tuple(month, fc.option(month), words(30), fc.boolean()), { maxLength: 8 }).map(rows =>
  rows
    .map(([from, to, text, sub]) => {
      const shown = (value: string | null): string => (value ?? '').replace('-', '.').padEnd(7)
      const below = sub ? `\n${' '.repeat(18)}（其间：2001.09--2004.07在省委党校学习）` : ''
      return `${shown(from)}--${shown(to)}  任${text}${below}`
    })
    .join('\n'),
)

const member = fc
  .record({
    title: fc.constantFrom('妻子', '丈夫', '儿子', '父亲', ''),
    name,
    birth: date,
    birthText: fc.constant(''),
    politics: fc.constantFrom('中共党员', '群众', '九三', ''),
    unitAndPost: words(60),
  })
  .map(found => (found.birth === null && found.title === '父亲' ? { ...found, birthText: '不详' } : found))

const party = fc.constantFrom(
  '',
  '197204',
  '20010815',
  '民建',
  '九三；民建；民盟',
  '200108；民建',
  '群众',
  '无党派',
  '预备党员',
)
const sentence = fc.constantFrom('', '无', '2019年8月，经中共历城区委批准，记三等功；2022年5月，获先进个人。')
const grades = fc.constantFrom('', '无', '2023年年度考核称职；2024年年度考核优秀；2025年年度考核称职。')
const unknown = fc.uniqueArray(
  fc.record({ tag: fc.constantFrom('DaoLingNianYue', 'ZhengZhiMianMao', 'KuoZhan'), text: lines(60) }),
  { selector: ({ tag }) => tag, maxLength: 3 },
)

const form = fc
  .record({
    health: fc.constantFrom('健康', '一般', ''),
    technicalTitle: words(40),
    speciality: words(60),
    fullTimeEducation: fc.constantFrom('大学', '研究生', ''),
    fullTimeDegree: fc.constantFrom('理学学士', ''),
    fullTimeSchool: words(60),
    fullTimeDegreeSchool: words(30),
    inServiceEducation: fc.constantFrom('中央党校研究生', ''),
    inServiceDegree: fc.constantFrom('工商管理硕士', ''),
    inServiceSchool: words(40),
    inServiceDegreeSchool: words(30),
    currentPost: words(100),
    proposedPost: words(60),
    removedPost: words(60),
    reason: lines(90),
    reportingUnit: lines(60),
    filledBy: words(18),
  })
  .chain(texts =>
    fc.record({
      partyText: party,
      resume,
      rewardsAndPunishments: sentence,
      assessments: grades,
      ...Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, fc.constant(text)])),
    }),
  )
  .map(texts => ({ ...emptyForm, ...texts }))

/** The rows are those that the texts give, as after any import. */
export const person: fc.Arbitrary<ImportedFields> = fc
  .record({
    name,
    sex: fc.constantFrom('男', '女', null),
    birth: date,
    nation: fc.constantFrom('汉族', '壮族', ''),
    nativePlace: fc.constantFrom('山东历城', '上海', ''),
    birthPlace: fc.constantFrom('河北盐山', ''),
    workStart: date,
    idNumber: fc.constantFrom('', '37019919940604396X', '370199197007183018'),
    ageLimit: fc.constantFrom('', '改革前任职年龄界限为60岁'),
    ageOn: date,
    filledOn: date,
    form,
    family: fc.array(member, { maxLength: 7 }),
    unknown,
    formVersion: fc.constantFrom('3.2.1.16', '3.0.2.12', '3.2.1.6'),
  })
  .map(found => ({
    ...found,
    partyJoined: parsePartyText(found.form.partyText)?.partyJoined ?? null,
    resume: parseResume(found.form.resume).entries,
    assessments: parseAssessments(found.form.assessments).rows,
    rewards: parseRewards(found.form.rewardsAndPunishments).rows,
  })) as fc.Arbitrary<ImportedFields>

/** The smallest picture of each kind that counts as one. */
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAFAAAABkCAIAAACemCBBAAAAC0lEQVR4nGNgAAIAAAUAAXpeqz8AAAAASUVORK5CYII=',
  'base64',
)
export const jpeg = Buffer.from([
  0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 11, 8, 0, 100, 0, 80, 1, 1, 0x11, 0, 0xff, 0xd9,
])

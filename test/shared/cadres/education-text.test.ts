import { describe, expect, test } from 'vitest'
import { printSchool, readEducation, readSchool, writeEducation } from '../../../src/shared/cadres/education-text'
import { person } from './person'

describe('毕业院校系及专业', () => {
  test.each([
    ['中国人民大学经济学院政治经济学专业', '中国人民大学经济学院', '政治经济学'],
    ['济南大学土木建筑学院土木工程专业', '济南大学土木建筑学院', '土木工程'],
    ['山东省委党校研究生部经济管理专业', '山东省委党校研究生部', '经济管理'],
    ['中央党校研究生院法学理论专业', '中央党校研究生院', '法学理论'],
    ['云州大学计算机系信息系统专业', '云州大学计算机系', '信息系统'],
    ['云州农业学校农学专业', '云州农业学校', '农学'],
    ['中央党校经济管理', '中央党校', '经济管理'],
    ['云州大学', '云州大学', ''],
    ['云州大学法学院', '云州大学法学院', ''],
    ['剑桥', '剑桥', ''],
    ['', '', ''],
  ])('%s', (text, school, major) => {
    expect(readSchool(text)).toEqual({ school, major })
    if (text.endsWith('专业')) expect(printSchool({ school, major })).toBe(text)
  })
})

const cell = (education: string, degree = '', school = '', degreeSchool = '') => ({
  education,
  degree,
  school,
  degreeSchool,
})
const rows = (...parts: Parameters<typeof person>[0][]) => person({ education: parts as never }).education

describe('the form’s cells become rows', () => {
  test.each([
    ['nothing', cell(''), []],
    [
      'one school',
      cell('大学', '法学学士', '云州大学法学院法学专业'),
      [['大学', '法学学士', '云州大学法学院', '法学']],
    ],
    ['no degree', cell('大专', '', '云州农业学院农学专业'), [['大专', '', '云州农业学院', '农学']]],
    ['a school of no major', cell('高中'), [['高中', '', '', '']]],
    [
      'the degree of another school',
      cell('中央党校研究生', '公共管理硕士', '中央党校法学理论专业', '云州大学管理学院公共管理专业'),
      [
        ['中央党校研究生', '', '中央党校', '法学理论'],
        ['', '公共管理硕士', '云州大学管理学院', '公共管理'],
      ],
    ],
    [
      'the same school written twice',
      cell('大学', '法学学士', '云州大学法学院', '云州大学法学院'),
      [['大学', '法学学士', '云州大学法学院', '']],
    ],
  ])('%s', (_name, text, expected) => {
    const read = readEducation('在职', text)
    expect(read.map(({ education, degree, school, major }) => [education, degree, school, major])).toEqual(expected)
    expect(read.every(({ kind, from, to }) => kind === '在职' && from === null && to === null)).toBe(true)
  })
})

describe('rows become the form’s cells', () => {
  const study = (education: string, degree: string, school: string, major: string, to: string | null = null) =>
    ({ education, degree, school, major, to }) as never
  test.each([
    ['none', [], undefined],
    ['one', [study('大学', '法学学士', '云州大学法学院', '法学')], cell('大学', '法学学士', '云州大学法学院法学专业')],
    [
      'the highest of two, one school for both',
      [study('研究生', '法学硕士', '岚江大学', '法学'), study('大学', '法学学士', '云州大学', '法学')],
      cell('研究生', '法学硕士', '岚江大学法学专业'),
    ],
    [
      'education and degree of different schools',
      [study('大学', '法学学士', '云州大学', '法学'), study('省委党校研究生', '', '省委党校', '经济管理')],
      cell('省委党校研究生', '法学学士', '省委党校经济管理专业', '云州大学法学专业'),
    ],
    [
      'of two of one level the later',
      [study('大学', '', '云州大学', '法学', '2008-07'), study('大学', '', '岚江大学', '农学', '2004-07')],
      cell('大学', '', '云州大学法学专业'),
    ],
    [
      'a degree alone',
      [study('', '公共管理硕士', '云州大学', '公共管理')],
      cell('', '公共管理硕士', '云州大学公共管理专业'),
    ],
  ])('%s', (_name, parts, expected) => {
    expect(writeEducation('全日制', rows(...parts))).toEqual(expected)
  })

  test('a kind is written from its own rows alone', () => {
    expect(writeEducation('在职', rows(study('大学', '', '云州大学', '法学')))).toBeUndefined()
  })

  test('what is written reads back as the rows it came from', () => {
    const own = rows(study('大学', '', '云州大学法学院', '法学'), study('', '公共管理硕士', '岚江大学', '公共管理'))
    const written = writeEducation('全日制', own)
    expect(written && readEducation('全日制', written)).toEqual(own)
  })
})

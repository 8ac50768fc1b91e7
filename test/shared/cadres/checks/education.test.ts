import { describe, expect, test } from 'vitest'
import { degreeLevelOf, educationLevelOf, schoolOf } from '../../../../src/shared/cadres/checks/education.rules'
import { isStudy } from '../../../../src/shared/cadres/checks/resume-chain'
import { casesOf } from './cases'

const studied = [
  { from: '1986-09', to: '1990-07', text: '山东大学经济系经济学专业学习' },
  { from: '1990-07', to: null, text: '县计委干部（其间：1996.09--1999.07在省委党校经济管理专业学习）' },
]

casesOf('education.degree', [
  [{}],
  [{ form: { fullTimeEducation: '大学' } }],
  [{ form: { fullTimeDegree: '理学学士' } }],
  [{ form: { fullTimeEducation: '大学', fullTimeDegree: '理学学士' } }],
  [{ form: { fullTimeEducation: '大专', fullTimeDegree: '理学学士' } }, ['look', '学历是大专，学位是理学学士']],
  [{ form: { fullTimeEducation: '大学', fullTimeDegree: '法学硕士' } }, ['look', '一般不相配']],
  [{ form: { fullTimeEducation: '研究生', fullTimeDegree: '法学硕士' } }],
  [{ form: { inServiceEducation: '大学', inServiceDegree: '公共管理硕士' } }],
  [{ form: { inServiceEducation: '大专', inServiceDegree: '法学学士' } }, ['look', '在职学历是大专']],
  [{ form: { inServiceEducation: '中央党校大学', inServiceDegree: '法学学士' } }],
])

casesOf('education.full-time', [
  [{}],
  [{ form: { fullTimeEducation: '大学', fullTimeSchool: '山东大学经济系经济学专业' } }],
  [{ resume: studied, form: { fullTimeEducation: '大学', fullTimeSchool: '山东大学经济系经济学专业' } }],
  [
    { resume: studied, form: { fullTimeEducation: '大学', fullTimeSchool: '山东师范大学中文系' } },
    ['look', '毕业院校山东师范大学在履历中没有出现'],
  ],
  [{ resume: studied }, ['look', '第1行是学习经历，而学历没有填']],
  [{ resume: studied, form: { inServiceEducation: '省委党校大学' } }],
  [{ form: { fullTimeSchool: '山东大学', resume: '1986.09--1990.07  山东大学经济系学习' } }],
  [{ resume: [{ from: '1990-07', text: '县计委干部' }], form: { fullTimeEducation: '高中' } }],
])

casesOf('education.full-time-order', [
  [{}],
  [{ resume: studied, form: { fullTimeSchool: '山东大学经济系' } }],
  [{ resume: studied, workStart: '1990-07', form: { fullTimeSchool: '山东大学经济系' } }],
  [
    { resume: studied, workStart: '1985-07', form: { fullTimeSchool: '山东大学经济系' } },
    ['look', '晚于参加工作时间 1985.07'],
  ],
  [{ resume: studied, workStart: '1986', form: { fullTimeSchool: '山东大学经济系' } }],
  [{ resume: studied, workStart: '1985-07', form: { fullTimeSchool: '济南大学' } }],
  [{ resume: studied, workStart: '1985', form: { fullTimeSchool: '山东大学' } }, ['look', '是否属于全日制教育']],
])

casesOf('education.in-service', [
  [{}],
  [{ form: { inServiceSchool: '省委党校经济管理专业' } }],
  [{ resume: studied, form: { inServiceSchool: '省委党校经济管理专业' } }],
  [
    { resume: studied, form: { inServiceSchool: '中国人民大学公共管理专业' } },
    ['look', '中国人民大学在履历中没有出现'],
  ],
  [{ form: { inServiceSchool: '中央党校', resume: '1990.07--         县计委干部' } }, ['look', '中央党校']],
  [{ resume: studied, form: { inServiceSchool: '经济管理' } }],
])

describe('words', () => {
  test.each([
    ['研究生', 4],
    ['中央党校研究生', 4],
    ['大学', 3],
    ['大学本科', 3],
    ['省委党校大学', 3],
    ['大专', 2],
    ['中央党校大专', 2],
    ['大学普通班', 2],
    ['中专', 1],
    ['高中', 1],
    ['初中', 0],
    ['', undefined],
  ] as const)('%s is level %s', (text, level) => {
    expect(educationLevelOf(text)).toBe(level)
  })

  test('degrees and schools', () => {
    expect(['工学博士', '工商管理硕士', '理学学士', ''].map(degreeLevelOf)).toEqual([3, 2, 1, undefined])
    expect(schoolOf('哈尔滨工业大学计算机学院软件专业')).toBe('哈尔滨工业大学')
    expect(schoolOf('中共山东省委党校经济管理专业')).toBe('中共山东省委党校')
    expect(schoolOf('函授')).toBeUndefined()
  })

  test.each([
    ['山东大学经济系经济学专业学习', true],
    ['济南师范学校学生', true],
    ['山东大学社会工作专业学习', true],
    ['复旦大学国际政治专业硕士研究生', true],
    ['山东农业管理干部学院农业经济管理专业学习', true],
    ['山东农业管理干部学院农业经济管理专业', true],
    ['山东农业管理干部学院干部', false],
    ['山东大学经济系教师', false],
    ['山东大学团委干事', false],
    ['县委党校教务科科长', false],
    ['县农业局干部（其间：1996.09--1999.07在省委党校学习）', false],
    ['县农业局办事员', false],
  ] as const)('%s is study: %s', (text, expected) => {
    expect(isStudy({ from: null, to: null, text, level: '' })).toBe(expected)
  })
})

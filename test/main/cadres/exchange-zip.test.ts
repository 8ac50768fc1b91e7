import { describe, expect, test } from 'vitest'
import { restoreResumeLines } from '../../../src/main/cadres/exchange-rows'
import { encodeGbk } from '../../../src/main/cadres/gbk'
import { readPackage } from '../../../src/main/cadres/package'
import type { ImportedFile } from '../../../src/shared/cadres/imported'
import { jpeg } from './people'
import { makeZip, type TestEntry } from './zips'

type Row = Record<string, string>
const table = (rows: readonly Row[]): string => {
  const lines = rows.map(
    row =>
      `<row ${Object.entries(row)
        .map(([column, value]) => `${column}="${value}"`)
        .join(' ')}/>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n<xml><data>\n${lines.join('\n')}\n</data></xml>\n`
}
const blank18 = ' '.repeat(18)
const resume = `1990.09--1994.07  山东大学学习\n1994.07--1996.10  "R&D"中心<副>主任\n${blank18}（其间：1995.01--1995.06挂职）\n1996.10--         局长`
const wang: Row = {
  A0000: 'AAAA-1',
  A0101: '王  芳',
  A0104: '2',
  A0107: '197004',
  A0111A: '山东历城',
  A0117: '01',
  A0128: '健康',
  A0134: '1990.07',
  A0140: '(民建、民盟)',
  A0141: '06',
  A0160: '1',
  A0163: '1',
  A0165: '04',
  A0184: '37019919700405124x',
  A0187A: '法律',
  A0192: '区信访局局长',
  A0192A: '历城区委区政府信访局局长',
  A0195: '001.001.015',
  A0221: '1A41',
  A0288: '201504',
  A0192E: '1A17',
  A0192C: '20190601',
  A0120: '18',
  A0121: '1',
  A1701: resume,
  A14Z101: '2010年5月，经区委批准，记三等功。',
  A15Z101: '2021年年度考核优秀；2022年年度考核称职。',
  A0180: '',
}
const unit: Row = { B0101: '历城区信访局', B0111: '001.001.015', B0121: '001.001' }
const family: Row[] = [
  { A0000: 'AAAA-1', A3601: '王小', A3604A: '05', A3607: '200001', A3627: '13', A3611: '学生', SORTID: '2' },
  { A0000: 'AAAA-1', A3601: '李强', A3604A: '丈夫', A3607: '1969.02', A3627: '中共党员', A3611: '教师', SORTID: '1' },
  { A0000: 'other', A3601: '别人', A3604A: '父亲', A3607: '', A3627: '', A3611: '', SORTID: '1' },
]
const degrees: Row[] = [
  {
    A0000: 'AAAA-1',
    A0801A: '大学',
    A0901A: '理学学士',
    A0814: '山东大学数学系',
    A0824: '数学',
    A0837: '1',
    A0831: '1',
    A0832: '1',
  },
  { A0000: 'AAAA-1', A0801B: '1A', A0814: '中央党校', A0824: '法学专业', A0837: '2', A0838: '1', A0839: '0' },
]
const entry = (name: string, rows: readonly Row[]): TestEntry => ({ name: `Table/${name}.xml`, data: table(rows) })
const honest: TestEntry[] = [
  { name: 'gwyinfo.xml', data: '<root><node name="type" value="23"/></root>' },
  entry('A01', [wang]),
  entry('A08', degrees),
  entry('A36', family),
  entry('A57', [{ A0000: 'AAAA-1', A5714: '' }]),
  entry('B01', [unit]),
  { name: 'Photos/AAAA-1.jpg', data: jpeg, method: 0 },
]
const read = async (entries: readonly TestEntry[]): Promise<ImportedFile> => {
  const result = await readPackage(makeZip(entries))
  if (!result.ok) throw new Error(result.failure.why)
  if (!('people' in result.value)) throw new Error('not an exchange package')
  return result.value
}

test('a package of the national system', async () => {
  const { people, warnings } = await read(honest)
  expect(warnings).toEqual([])
  expect(people).toHaveLength(1)
  expect(people[0]).toMatchObject({
    unitName: '历城区信访局',
    warnings: [],
    photo: { kind: 'jpeg', width: 80, height: 100 },
    details: {
      personCategory: '综合管理类公务员',
      managedBy: '县级党委管理干部',
      postLevel: '乡科级正职',
      postLevelSince: '2015-04',
      rank: '一级主任科员',
      rankSince: '2019-06-01',
      wageGrade: '十八级',
      staffing: '行政编制',
      status: '在职',
    },
    fields: {
      name: '王芳',
      sex: '女',
      birth: '1970-04',
      nation: '汉族',
      nativePlace: '山东历城',
      workStart: '1990-07',
      partyJoined: null,
      idNumber: '37019919700405124X',
      form: {
        partyText: '民建；民盟',
        currentPost: '历城区委区政府信访局局长',
        resume,
        fullTimeEducation: '大学',
        fullTimeDegree: '理学学士',
        fullTimeSchool: '山东大学数学系数学专业',
        fullTimeDegreeSchool: '',
        inServiceEducation: '中央党校研究生',
        inServiceDegree: '',
        inServiceSchool: '中央党校法学专业',
      },
      family: [
        { title: '丈夫', name: '李强', birth: '1969-02', politics: '中共党员', unitAndPost: '教师' },
        { title: '儿子', name: '王小', birth: '2000-01', politics: '群众', unitAndPost: '学生' },
      ],
      rewards: [{ on: '2010-05', authority: '区委', name: '记三等功' }],
    },
  })
  expect(people[0]?.fields.resume.map(({ text }) => text)).toEqual([
    '山东大学学习',
    '"R&D"中心<副>主任\n（其间：1995.01--1995.06挂职）',
    '局长',
  ])
})

test('a package in a folder, with names in GBK, is the same', async () => {
  const moved = honest.map(each => ({
    ...each,
    flags: 0,
    name: Buffer.from(encodeGbk(`按机构导出文件_历城\\${String(each.name)}`).bytes),
  }))
  expect((await read(moved)).people).toEqual((await read(honest)).people)
})

test('posts, degrees, punishments and assessments come as rows', async () => {
  const { people } = await read([
    entry('A01', [{ ...wang, A15Z101: '' }]),
    entry('A02', [
      {
        A0000: 'AAAA-1',
        A0201A: '历城区信访局',
        A0201D: '1',
        A0201E: '1',
        A0215A: '局长',
        A0225: '1',
        A0243: '20150401',
        A0247: '11',
        A0255: '1',
        A0279: '1',
      },
      { A0000: 'AAAA-1', A0201A: '历城区委', A0215A: '委员', A0225: '0', A0255: '0', A0265: '201604', A0279: '0' },
      { A0000: 'other', A0201A: '别处', A0215A: '主任' },
    ]),
    entry('A08', degrees),
    entry('A14', [
      { A0000: 'AAAA-1', A1404A: '党内警告', A1404B: '02250', A1407: '20200301', A1411A: '区纪委' },
      { A0000: 'AAAA-1', A1404A: '', A1404B: '02112', A1407: '20200301', A1424: '20210301' },
      { A0000: 'AAAA-1', A1404A: '嘉奖', A1404B: '01115', A1407: '20190301' },
    ]),
    entry('A15', [
      { A0000: 'AAAA-1', A1517: '1', A1521: '2021' },
      { A0000: 'AAAA-1', A1517: '称职', A1521: '2022' },
    ]),
  ])
  expect(people[0]?.details.posts).toMatchObject([
    {
      unitName: '历城区信访局',
      title: '局长',
      role: '主职',
      memberKind: '正职',
      teamOrder: 1,
      appointedOn: '2015-04-01',
      appointMode: '公开选拔',
      status: '在任',
    },
    { unitName: '历城区委', title: '委员', role: '兼职', teamOrder: null, status: '已免', removedOn: '2016-04' },
  ])
  expect(people[0]?.details.education).toMatchObject([
    { kind: '全日制', education: '大学', degree: '理学学士', school: '山东大学数学系', major: '数学' },
    { kind: '在职', education: '中央党校研究生', degree: '', school: '中央党校', major: '法学专业' },
  ])
  expect(people[0]?.details.punishments).toMatchObject([
    { kind: '党纪处分', name: '党内警告', on: '2020-03-01', authority: '区纪委' },
    { kind: '政务处分', name: '记过', revokedOn: '2021-03-01' },
  ])
  expect(people[0]?.fields.assessments).toEqual([
    { year: 2021, grade: '优秀' },
    { year: 2022, grade: '称职' },
  ])
})

test('columns of 2019 win over the table of degrees', async () => {
  const row = {
    ...wang,
    QRZXL: '研究生',
    QRZXLXX: '山东大学',
    QRZXW: '',
    QRZXWXX: '',
    ZZXL: '',
    ZZXLXX: '',
    ZZXW: '',
    ZZXWXX: '',
  }
  const { people } = await read([entry('A01', [row]), entry('A08', degrees)])
  expect(people[0]?.fields.form).toMatchObject({
    fullTimeEducation: '研究生',
    fullTimeSchool: '山东大学',
    inServiceEducation: '',
  })
})

test('a date of joining without its text', async () => {
  const { people } = await read([entry('A01', [{ ...wang, A0140: '', A0141: '01', A0144: '199105' }])])
  expect(people[0]?.fields.partyJoined).toBe('1991-05')
})

test('people without a name do not cost the others', async () => {
  const { people, warnings } = await read([entry('A01', [{ ...wang, A0101: '' }, wang])])
  expect(people).toHaveLength(1)
  expect(warnings[0]?.text).toMatch(/^第 1 人“”未导入：没有姓名/)
})

test('words in place of codes, escapes, and a picture that is none', async () => {
  const row = {
    ...wang,
    A0104: '女',
    A0117: '回族',
    A0160: '选调',
    A0187A: 'A&amp;B &#65; &#x4e2d;',
    A0180: '某事',
    A0163: 'constructor',
  }
  const { people } = await read([entry('A01', [row]), { name: 'Photos/aaaa-1.JPG', data: '无' }])
  expect(people[0]).toMatchObject({
    photo: null,
    details: { personCategory: '选调' },
    fields: { nation: '回族', form: { speciality: 'A&B A 中' } },
  })
  expect(people[0]?.details.status).toBeUndefined()
  expect(people[0]?.warnings.map(({ text }) => text)).toEqual([
    '“备注”未录入：“某事”',
    expect.stringContaining('照片无法识别'),
  ])
})

describe('lost line ends come back', () => {
  test('in a résumé that stands in one line', () => {
    const flat = resume.replaceAll('\n', ' ').replace('"R&D"', '')
    expect(restoreResumeLines(flat)).toBe(resume.replace('"R&D"', ''))
    expect(restoreResumeLines(resume.replaceAll('\n', '  '))).toBe(resume)
  })
  test('and whole texts stay as they are', () => {
    expect(restoreResumeLines(resume)).toBe(resume)
    expect(restoreResumeLines('1990.09--1994.07  学习（其间： 1991.01--1991.02实习）')).toBe(
      '1990.09--1994.07  学习（其间： 1991.01--1991.02实习）',
    )
  })
})

test.each<[string, TestEntry[], string]>([
  ['no table of people', [{ name: 'a.txt', data: '<Person/>' }], 'wrong-kind'],
  ['nobody in it', [entry('A01', [])], 'no-person'],
  ['a table cut short', [{ name: 'Table/A01.xml', data: table([wang]).slice(0, -40) }], 'damaged'],
  ['a row cut short', [{ name: 'Table/A01.xml', data: '<xml><data><row A0000="1' }], 'damaged'],
  [
    'a table with a DTD',
    [{ name: 'Table/A01.xml', data: `<!DOCTYPE xml [<!ENTITY a "b">]>${table([wang])}` }],
    'unsafe',
  ],
  [
    'too many columns',
    [entry('A01', [Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`A${n}`, '1']))])],
    'unsafe',
  ],
])('%s', async (_name, entries, code) => {
  const result = await readPackage(makeZip(entries))
  expect(result.ok ? 'read' : result.failure.code).toBe(code)
})

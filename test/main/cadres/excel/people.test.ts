import { describe, expect, test } from 'vitest'
import { peopleOfTables, splitEducation, splitName } from '../../../../src/main/cadres/excel/roster'
import { findHeader, labelsAt, proposeColumns } from '../../../../src/shared/imports/columns.rules'
import { book, peopleIn, sheetOf, tablesOf } from './books'

/** A roster whose columns are taken as they are proposed. */
async function roster(bytes: Uint8Array) {
  const { tables } = await tablesOf(bytes)
  const [table] = tables
  const header = table && findHeader(table)
  if (!table || !header) throw new Error('no header')
  const matching = { header, columns: proposeColumns(table, header) }
  expect(labelsAt(table, header).length).toBeGreaterThan(1)
  const found = peopleOfTables([{ table, matching }])
  if (!found.ok) throw new Error(found.failure.why)
  return found.value
}

test.each([
  ['大学/法学学士', { education: '大学', degree: '法学学士' }],
  ['大学\n法学学士', { education: '大学', degree: '法学学士' }],
  ['研究生（法学硕士）', { education: '研究生', degree: '法学硕士' }],
  ['大学', { education: '大学', degree: '' }],
  ['工学学士', { education: '工学学士', degree: '' }],
  ['中央党校研究生、大学', { education: '中央党校研究生、大学', degree: '' }],
  ['', { education: '', degree: '' }],
])('%s apart', (text, apart) => {
  expect(splitEducation(text)).toEqual(apart)
})

test.each([
  ['王芳', { name: '王芳', sex: '', nation: '' }],
  ['王  芳（女）', { name: '王  芳', sex: '女', nation: '' }],
  ['王芳(女，回)', { name: '王芳', sex: '女', nation: '回族' }],
  ['王芳（借调）', { name: '王芳（借调）', sex: '', nation: '' }],
])('%s says', (text, said) => {
  expect(splitName(text)).toEqual(said)
})

describe('a roster', () => {
  test('with the columns of the national 干部名册', async () => {
    const { people, warnings } = await roster(
      await book(workbook => {
        const sheet = workbook.addWorksheet('名册')
        sheet.addRow(['干  部  名  册'])
        sheet.mergeCells('A1:O1')
        const top = [
          '姓名',
          '现任职务',
          '性别',
          '民族',
          '籍贯',
          '全日制教育',
          '',
          '在职教育',
          '',
          '出生年月',
          '参加工作年月',
        ]
        sheet.addRow([...top, '入党年月', '任现职年月', '任现职级年月', '备注'])
        sheet.addRow(['', '', '', '', '', '学历', '毕业院校及专业', '学历', '毕业院校及专业'])
        for (const column of [1, 2, 3, 4, 5, 10, 11, 12, 13, 14, 15]) sheet.mergeCells(2, column, 3, column)
        sheet.mergeCells('F2:G2')
        sheet.mergeCells('H2:I2')
        sheet.addRow(['石桥镇（2人）'])
        sheet.mergeCells('A4:O4')
        const first = ['王  芳', '石桥镇镇长', '女', '汉', '山东济南', '大学\n法学学士', '某大学法学院法学专业', '', '']
        sheet.addRow([...first, 1980.04, '2002.07', '200106', new Date(Date.UTC(2021, 5, 1)), '2019.12', '无'])
        sheet.getCell('M5').numFmt = 'yyyy.mm'
        sheet.addRow([
          '李强',
          '石桥镇副镇长',
          '男',
          '回族',
          '',
          '',
          '',
          '研究生',
          '某党校',
          '1985年3月',
          2008.1,
          '民盟',
          '',
          '',
          '',
        ])
      }),
    )
    expect(warnings).toEqual([])
    expect(people).toMatchObject([
      {
        fields: {
          name: '王芳',
          sex: '女',
          birth: '1980-04',
          nation: '汉族',
          nativePlace: '山东济南',
          workStart: '2002-07',
          partyJoined: '2001-06',
          form: {
            currentPost: '石桥镇镇长',
            fullTimeEducation: '大学',
            fullTimeDegree: '法学学士',
            fullTimeSchool: '某大学法学院法学专业',
            partyText: '200106',
          },
        },
        details: { currentPostSince: '2021-06', rankSince: '2019-12' },
        unitName: '石桥镇',
        photo: null,
        warnings: [],
      },
      {
        fields: {
          name: '李强',
          birth: '1985-03',
          workStart: null,
          form: { partyText: '民盟', inServiceEducation: '研究生' },
        },
        warnings: [{ line: 6, text: expect.stringContaining('可能是 2008.01，也可能是 2008.10') as string }],
      },
    ])
    expect(people[0]?.only).toEqual(
      expect.arrayContaining([
        'name',
        'form.fullTimeEducation',
        'form.fullTimeDegree',
        'form.partyText',
        'partyJoined',
      ]),
    )
    expect(people[0]?.only).not.toContain('idNumber')
    expect(people[0]?.only).not.toContain('form.resume')
    expect(people[1]?.only).not.toContain('form.fullTimeDegree')
  })

  test('codes, states and what Excel has spoiled', async () => {
    const { people, warnings } = await roster(
      await sheetOf([
        ['姓名', '身份证号', '职务层次', '职级', '人员类别', '编制', '人员状态', '电话', '单位', '出生年月'],
        [
          '王芳',
          '370199198004010028',
          '正科级',
          '一级主任科员',
          '6',
          '行政编制',
          '在职在编',
          '0531-1',
          '县委办',
          '八零年',
        ],
        ['李强', 370_199_198_503_010_000, '镇长级', '', '', '', '不明', '', '', { formula: 'B2', result: '1985.03' }],
        ['张伟', '', '', '', '', '', '', '', '', { formula: 'B2' }],
      ]),
    )
    const [first, second, third] = people
    expect(first).toMatchObject({
      fields: { idNumber: '370199198004010028', birth: null },
      details: {
        postLevel: '乡科级正职',
        rank: '一级主任科员',
        personCategory: '参照管理的事业工作人员',
        staffing: '行政编制',
        status: '在职',
        phone: '0531-1',
      },
      unitName: '县委办',
      warnings: [{ line: 2, text: expect.stringContaining('不是日期') as string }],
    })
    expect(second).toMatchObject({ fields: { idNumber: '', birth: '1985-03' }, details: { postLevel: '镇长级' } })
    expect(second?.warnings.map(({ text }) => text).join()).toMatch(/存成了数字.*看不出是哪一种/)
    expect(third?.warnings.map(({ text }) => text)).toEqual([expect.stringContaining('没有保存结果')])
    expect(warnings).toEqual([
      { line: 3, text: '工作表“名册”的“出生年月”一列有 1 格是公式，取的是表里保存的结果，没有重新计算；请核对' },
    ])
  })

  test('lines that are no person cost no other', async () => {
    const { people, warnings } = await roster(
      await sheetOf([
        ['姓名', '性别', '出生年月'],
        ['王芳', '女', '1980.04'],
        ['', '男', '1981.05'],
        ['合计', '2', ''],
      ]),
    )
    expect(people.map(({ fields }) => fields.name)).toEqual(['王芳'])
    expect(warnings).toEqual([{ line: 3, text: '工作表“名册”第 3 行没有姓名，没有导入' }])
  })
})

describe('the national 信息采集表', () => {
  const id = '370199198004010028'
  const workbook = () =>
    book(made => {
      made.addWorksheet('填报说明').addRow(['填写说明：日期写 6 位或 8 位'])
      const people = made.addWorksheet('A01人员')
      people.addRow(['人员基本信息'])
      people.addRow(
        '姓名,身份证号,性别,出生年月,籍贯,出生地,成长地,民族,健康状况,参加工作时间,入党时间文字,政治面貌,入党时间,人员类别,人员管理状态,管理类别,熟悉专业有何特长,现工作单位及职务全称,现职务层次,任现职务层次时间,现职级,统计关系所在单位,简历,奖惩综述,年度考核结果综述,级别,编制类型,备注'.split(
          ',',
        ),
      )
      people.addRow(
        `王芳,${id},女,198004,山东济南,山东济南,,汉族,健康,200207,,中共党员,200106,综合管理类公务员,现职人员,县级党委管理干部,,石桥镇镇长,乡科级正职,202106,,石桥镇人民政府,1998.09--2002.07  某大学学生,无,2023年年度考核优秀,二十级,行政编制,`.split(
          ',',
        ),
      )
      const family = made.addWorksheet('A36家庭及社会关系')
      family.addRow(['家庭成员'])
      family.addRow(['姓名', '身份证号', '家庭成员姓名', '称谓', '出生日期', '政治面貌', '工作单位及职务', '排序'])
      family.addRow(['王芳', id, '李强', '丈夫', '197903', '群众', '某小学教师', '1'])
      family.addRow(['无名', '370199197001010000', '某人', '妻子', '', '', '', '1'])
      const education = made.addWorksheet('A08学历学位')
      education.addRow(['学历学位'])
      education.addRow([
        '姓名',
        '身份证号',
        '学历名称',
        '学位名称',
        '入学时间',
        '毕（肄）业时间',
        '学校（单位）名称',
        '所学专业名称',
        '教育类别',
        '最高全日制学历',
        '最高全日制学位',
      ])
      education.addRow(['王芳', id, '大学', '法学学士', '199809', '200207', '某大学', '法学', '全日制教育', '是', '是'])
      const posts = made.addWorksheet('A02职务')
      posts.addRow(['职务'])
      posts.addRow([
        '姓名',
        '身份证号',
        '任职机构名称',
        '是否领导（班子）成员',
        '职务名称',
        '任职时间',
        '任职状态',
        '主职务',
      ])
      posts.addRow(['王芳', id, '石桥镇人民政府', '是', '镇长', '202106', '在任', '是'])
    })

  test('is known by its labels and read with its rows', async () => {
    const { people, warnings } = await peopleIn(await workbook())
    expect(people).toHaveLength(1)
    expect(people[0]).toMatchObject({
      fields: {
        name: '王芳',
        idNumber: id,
        birth: '1980-04',
        partyJoined: '2001-06',
        resume: [{ from: '1998-09', to: '2002-07', text: '某大学学生' }],
        family: [{ title: '丈夫', name: '李强', birth: '1979-03' }],
        assessments: [{ year: 2023, grade: '优秀' }],
        form: {
          currentPost: '石桥镇镇长',
          fullTimeEducation: '大学',
          fullTimeDegree: '法学学士',
          fullTimeSchool: '某大学法学专业',
        },
      },
      details: {
        postLevel: '乡科级正职',
        status: '在职',
        posts: [{ unitName: '石桥镇人民政府', title: '镇长', role: '主职', appointedOn: '2021-06' }],
        education: [{ kind: '全日制', school: '某大学', major: '法学' }],
      },
      unitName: '石桥镇人民政府',
    })
    expect(people[0]?.only).toBeUndefined()
    expect(warnings.map(({ text }) => text)).toEqual([
      '工作表“A36家庭及社会关系”有 1 行的身份证号在人员表里找不到，没有导入',
    ])
  })
})

describe('a form of one person a sheet', () => {
  test('is known by the cells on the right of its labels', async () => {
    const { people } = await peopleIn(
      await book(made => {
        const sheet = made.addWorksheet('王芳')
        sheet.addRow(['干部信息采集表'])
        sheet.mergeCells('A1:G1')
        sheet.addRow(['姓  名', '王  芳', '性  别', '女', '出生年月\n（  岁）', '1980.04', '照片'])
        sheet.addRow(['民  族', '汉族', '籍  贯', '山东济南', '出 生 地', '山东济南'])
        sheet.addRow(['入  党\n时  间', '2001.06', '参加工\n作时间', '2002.07', '健康状况', '健康'])
        sheet.addRow(['学历\n学位', '全日制\n教  育', '大学\n法学学士', '毕业院校\n系及专业', '某大学法学院'])
        sheet.addRow(['', '在  职\n教  育', '', '毕业院校\n系及专业', ''])
        sheet.addRow(['现任职务', '石桥镇镇长'])
        sheet.addRow(['简\n历', '1998.09--2002.07  某大学学生\n2002.07--          石桥镇科员'])
        sheet.addRow(['家庭主要成员', '称谓', '姓名', '出生年月', '政治面貌', '工作单位及职务'])
        sheet.addRow(['', '丈夫', '李强', '1979.03', '群众', '某小学教师'])
        sheet.addRow(['', '女儿', '李小', '2010.01', '', '学生'])
        sheet.addRow(['填表人', '某人'])
      }),
    )
    expect(people).toMatchObject([
      {
        fields: {
          name: '王芳',
          birth: '1980-04',
          partyJoined: '2001-06',
          resume: [{ from: '1998-09' }, { from: '2002-07' }],
          family: [
            { title: '丈夫', name: '李强' },
            { title: '女儿', name: '李小' },
          ],
          form: {
            fullTimeEducation: '大学',
            fullTimeDegree: '法学学士',
            fullTimeSchool: '某大学法学院',
            inServiceEducation: '',
            currentPost: '石桥镇镇长',
          },
        },
      },
    ])
    expect(people[0]?.only).toContain('family')
    expect(people[0]?.only).not.toContain('idNumber')
  })
})

import { describe, expect, test } from 'vitest'
import {
  findHeader,
  labelsAt,
  normalLabel,
  personLines,
  proposeColumns,
  signatureOf,
  targetOf,
  unitHeading,
} from '../../../src/shared/imports/columns.rules'
import { columnNames, type RosterTarget, rosterTargets } from '../../../src/shared/imports/columns.words'
import type { CellNote, ImportedTable, Merge } from '../../../src/shared/imports/table'

/** A sheet from its lines; an empty one keeps its number but holds nothing. */
function table(
  rows: readonly (readonly string[])[],
  merges: readonly string[] = [],
  notes: CellNote[] = [],
): ImportedTable {
  const lines = rows.flatMap((cells, at) =>
    cells.some(text => text !== '') ? [{ line: at + 1, cells: [...cells] }] : [],
  )
  return { sheet: '名册', lines, merges: merges.map(merge), notes }
}
/** A1:C1 as lines and columns. */
function merge(range: string): Merge {
  const [from = [0, 0], to = [0, 0]] = range.split(':').map(ref => [ref.charCodeAt(0) - 65, Number(ref.slice(1))])
  return { left: from[0] ?? 0, top: from[1] ?? 0, right: to[0] ?? 0, bottom: to[1] ?? 0 }
}

test.each<[label: string, target: RosterTarget | undefined]>([
  ['姓名', 'name'],
  ['姓  名', 'name'],
  ['*姓名：', 'name'],
  ['出生年月\n（  岁）', 'birth'],
  ['出生年月（岁）', 'birth'],
  ['参加工作年月', 'workStart'],
  ['入党\n时间', 'form.partyText'],
  ['现任职务（职级）', 'form.currentPost'],
  ['工作单位及职务', 'form.currentPost'],
  ['单位', 'unitId'],
  ['任现职级时间', 'rankSince'],
  ['职称', 'form.technicalTitle'],
  ['全日制教育学历', 'form.fullTimeEducation'],
  ['全日制教育学历/学位', 'form.fullTimeEducation'],
  ['全日制教育', 'form.fullTimeEducation'],
  ['全日制学位', 'form.fullTimeDegree'],
  ['全日制教育毕业院校及专业', 'form.fullTimeSchool'],
  ['在职教育毕业院校系及专业', 'form.inServiceSchool'],
  ['在职学历学位', 'form.inServiceEducation'],
  ['学历', undefined],
  ['年龄', undefined],
  ['序号', undefined],
  ['备注', undefined],
  ['', undefined],
])('%s is %s', (label, target) => {
  expect(targetOf(label)).toBe(target)
})

test('every name is known once and means what the list says', () => {
  const names = Object.values(columnNames).flat()
  expect(new Set(names).size).toBe(names.length)
  for (const [target, own] of Object.entries(columnNames)) {
    expect(rosterTargets).toContain(target)
    for (const name of own) expect([name, targetOf(name)]).toEqual([name, target])
  }
  expect(names.every(name => normalLabel(name) === name)).toBe(true)
})

const plain = table([
  ['某县干部名册'],
  [],
  ['序号', '姓名', '性别', '出生年月', '现任职务'],
  ['1', '王芳', '女', '1980.04', '石桥镇镇长'],
])
const grouped = table(
  [
    ['干部名册', '', '', '', '', ''],
    ['姓名', '性别', '全日制教育', '', '在职教育', ''],
    ['', '', '学历', '毕业院校及专业', '学历', '毕业院校及专业'],
    ['王芳', '女', '大学', '某大学法学', '研究生', '某党校'],
  ],
  ['A1:F1', 'A2:A3', 'B2:B3', 'C2:D2', 'E2:F2'],
)

describe('the header', () => {
  test.each([
    ['under a title', plain, { from: 1, depth: 1 }],
    ['of two lines, merged', grouped, { from: 1, depth: 2 }],
    ['of two lines, not merged', table(grouped.lines.map(({ cells }) => cells)), { from: 1, depth: 2 }],
    [
      'in the first line',
      table([
        ['姓名', '性别'],
        ['王芳', '女'],
      ]),
      { from: 0, depth: 1 },
    ],
    [
      'of a table without names',
      table([
        ['单位', '人数'],
        ['县委办', '12'],
      ]),
      undefined,
    ],
    ['of one column', table([['姓名'], ['王芳']]), undefined],
    ['of nothing', table([]), undefined],
  ])('%s', (_what, sheet, place) => {
    expect(findHeader(sheet)).toEqual(place)
  })

  test('names under groups', () => {
    expect(labelsAt(grouped, { from: 1, depth: 2 })).toEqual([
      '姓名',
      '性别',
      '全日制教育学历',
      '全日制教育毕业院校及专业',
      '在职教育学历',
      '在职教育毕业院校及专业',
    ])
    expect(proposeColumns(grouped, { from: 1, depth: 2 })).toEqual([
      'name',
      'sex',
      'form.fullTimeEducation',
      'form.fullTimeSchool',
      'form.inServiceEducation',
      'form.inServiceSchool',
    ])
  })

  test('a field is proposed once; 级别 by what stands in the column', () => {
    const sheet = (level: string): ImportedTable =>
      table([
        ['姓名', '出生年月', '出生日期', '级别'],
        ['王芳', '1980.04', '1980.04', level],
      ])
    expect(proposeColumns(sheet('正科级'), { from: 0, depth: 1 })).toEqual(['name', 'birth', null, 'postLevel'])
    expect(proposeColumns(sheet('二十级'), { from: 0, depth: 1 })).toEqual(['name', 'birth', null, 'wageGrade'])
  })

  test('the signature stays when blanks, marks and the ages in brackets change', () => {
    expect(signatureOf(['姓 名', '出生年月（岁）', '', ''])).toBe(signatureOf(['姓名', '出生年月\n(  岁)']))
    expect(signatureOf(['姓名', '性别'])).not.toBe(signatureOf(['性别', '姓名']))
  })
})

const columns = ['name', 'unitId', 'birth', 'form.fullTimeEducation'] as const
const head = ['姓名', '单位', '出生年月', '全日制学历']
const people = (rows: string[][], merges: string[] = []): unknown => {
  const found = personLines(table([head, ...rows], merges), { from: 0, depth: 1 }, columns)
  return {
    people: found.people.map(({ line, unit, cells }) => [
      line,
      unit,
      ...columns.flatMap(target => (cells.has(target) ? [`${target}=${cells.get(target)?.text}`] : [])),
    ]),
    nameless: found.nameless,
  }
}

test.each<[what: string, rows: string[][], merges: string[], expected: unknown]>([
  ['nobody', [], [], { people: [], nameless: [] }],
  [
    'one person',
    [['王芳', '县委办', '1980.04', '大学']],
    [],
    { people: [[2, '', 'name=王芳', 'unitId=县委办', 'birth=1980.04', 'form.fullTimeEducation=大学']], nameless: [] },
  ],
  [
    'a unit over its people, with its number and count',
    [
      ['一、县委办公室（2人）'],
      ['王芳', '', '1980.04'],
      ['李强', '', '1981.05'],
      ['县政府办公室'],
      ['张伟', '', '1982.06'],
    ],
    [],
    {
      people: [
        [3, '县委办公室', 'name=王芳', 'birth=1980.04'],
        [4, '县委办公室', 'name=李强', 'birth=1981.05'],
        [6, '县政府办公室', 'name=张伟', 'birth=1982.06'],
      ],
      nameless: [],
    },
  ],
  [
    'a unit merged over the line',
    [
      ['县委办', '', '', ''],
      ['王芳', '', '1980.04'],
    ],
    ['A2:D2'],
    { people: [[3, '县委办', 'name=王芳', 'birth=1980.04']], nameless: [] },
  ],
  [
    'a unit merged down its people',
    [
      ['王芳', '县委办', '1980.04'],
      ['李强', '', '1981.05'],
      ['张伟', '', '1982.06'],
    ],
    ['B2:B3'],
    {
      people: [
        [2, '', 'name=王芳', 'unitId=县委办', 'birth=1980.04'],
        [3, '', 'name=李强', 'unitId=县委办', 'birth=1981.05'],
        [4, '', 'name=张伟', 'birth=1982.06'],
      ],
      nameless: [],
    },
  ],
  [
    'one person in two lines',
    [
      ['王芳', '县委办', '1980.04', '大学'],
      ['', '', '', '法学学士'],
      ['李强', '', '1981.05'],
    ],
    ['A2:A3'],
    {
      people: [
        [2, '', 'name=王芳', 'unitId=县委办', 'birth=1980.04', 'form.fullTimeEducation=大学\n法学学士'],
        [4, '', 'name=李强', 'birth=1981.05'],
      ],
      nameless: [],
    },
  ],
  [
    'sums, notes, repeated headers and empty lines',
    [['王芳', '', '1980.04'], head, [], ['合计', '', '1人'], ['备注：截至六月'], ['', '县委办', '1970.01']],
    [],
    { people: [[2, '', 'name=王芳', 'birth=1980.04']], nameless: [7] },
  ],
  ['a name alone is a person', [['王芳']], [], { people: [[2, '', 'name=王芳']], nameless: [] }],
])('people: %s', (_what, rows, merges, expected) => {
  expect(people(rows, merges)).toEqual(expected)
})

test('without a column of names nobody is found', () => {
  expect(personLines(plain, { from: 1, depth: 1 }, [null, null, 'sex', 'birth', null])).toEqual({
    people: [],
    nameless: [],
  })
})

test.each([
  ['县委办公室', '县委办公室'],
  ['一、县委办公室', '县委办公室'],
  ['（三）石桥镇（共12人）', '石桥镇'],
  ['3.县纪委监委机关 8人', '县纪委监委机关'],
  ['单位：县委组织部', '县委组织部'],
])('the heading %s is the unit %s', (text, unit) => {
  expect(unitHeading(text)).toBe(unit)
})

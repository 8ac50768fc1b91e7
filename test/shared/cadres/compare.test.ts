import { describe, expect, test } from 'vitest'
import { type Cadre, CadreId, emptyCadre, emptyForm } from '../../../src/shared/cadres/cadres'
import { type Compared, comparedRows } from '../../../src/shared/cadres/compare.rules'
import { fileEntries } from '../../../src/shared/cadres/timeline.rules'
import { PartialDate } from '../../../src/shared/dates/partial-date'

const on = PartialDate.parse('2030-01-02')
const date = (text: string) => PartialDate.parse(text)
const person = (values: Partial<Cadre>): Compared => {
  const cadre = { ...emptyCadre(CadreId.parse(crypto.randomUUID()), '某人'), ...values }
  return { cadre, entries: fileEntries(cadre, on), decided: undefined }
}
/** What a row says of each: the facts, with what is quiet in brackets. */
function told(title: string, ...people: readonly Partial<Cadre>[]) {
  const row = comparedRows(people.map(person), on).find(each => each.title === title)
  return (
    row && {
      cells: row.cells.map(lines =>
        lines.map(({ text, quiet }) => (quiet === '' ? text : `${text}（${quiet}）`)).join('；'),
      ),
      differs: row.differs,
    }
  )
}

test.each<[string, readonly [Partial<Cadre>, Partial<Cadre>], string, string, boolean]>([
  ['性别', [{ sex: '女' }, { sex: '女' }], '女', '女', false],
  ['性别', [{ sex: '女' }, {}], '女', '', true],
  ['出生年月', [{ birth: date('1984-03-15') }, { birth: date('1984') }], '1984.03（45岁）', '1984（45至46岁）', true],
  [
    '参加工作',
    [{ workStart: date('2006-08') }, { workStart: date('2006-08') }],
    '2006.08（23年）',
    '2006.08（23年）',
    false,
  ],
  [
    '入党',
    [{ partyJoined: date('2004-06'), partyFull: date('2005-06') }, { form: { ...emptyForm, partyText: '民盟' } }],
    '2004.06（党龄24年）',
    '民盟',
    true,
  ],
  [
    '任现职',
    [{ currentPostSince: date('2024-12') }, { currentPostSince: date('2025-02') }],
    '2024.12（5年）',
    '2025.02（4年）',
    true,
  ],
  ['职务层次', [{ postLevel: '乡科级正职' }, { postLevel: '乡科级正职' }], '乡科级正职', '乡科级正职', false],
  [
    '乡镇街道和村（社区）',
    [
      { resume: [{ from: date('2020-01'), to: date('2022-05'), text: '石桥镇科员', level: '' }] },
      { resume: [{ from: date('2029-01'), to: null, text: '松岭村第一书记', level: '' }] },
    ],
    '2年4个月',
    '1年（现仍在）',
    true,
  ],
  [
    '2029年',
    [{ assessments: [{ year: 2029, grade: '优秀' }] }, { form: { ...emptyForm, assessments: '2029年年度考核称职。' } }],
    '优秀',
    '称职',
    true,
  ],
  [
    '奖励',
    [
      {
        rewards: [
          { on: date('2020'), authority: '', name: '嘉奖' },
          { on: date('2025-01'), authority: '', name: '三等功' },
        ],
      },
      {},
    ],
    '三等功（2025.01）；嘉奖（2020）',
    '',
    true,
  ],
])('%s: %#', (title, people, first, second, differs) => {
  expect(told(title, ...people)).toEqual({ cells: [first, second], differs })
})

describe('what is not said', () => {
  test('a row of which nobody’s file tells anything', () => {
    expect(comparedRows([person({}), person({})], on).map(({ title }) => title)).toEqual(['状态'])
  })
  test('what is masked in a file', () => {
    const secret = { idNumber: '370199198403040024', phone: '13800000000', form: { ...emptyForm, health: '良好' } }
    const rows = comparedRows([person(secret), person({ sex: '女' })], on)
    expect(JSON.stringify(rows)).not.toMatch(/370199|1380000|良好/)
  })
  test('a rank, a sum or a best of anybody', () => {
    const rows = comparedRows([person({ sex: '女' }), person({ sex: '男' })], on)
    for (const row of rows) expect(Object.keys(row).toSorted()).toEqual(['cells', 'differs', 'group', 'hint', 'title'])
  })
})

test('a restriction in force is told with where it comes from, an ended one is not', () => {
  const warned = (day: string) => [
    {
      kind: '党纪处分' as const,
      name: '党内警告',
      on: date(day),
      authority: '',
      documentNumber: '',
      reason: '',
      influenceUntil: null,
      revokedOn: null,
    },
  ]
  const rows = comparedRows(
    [person({ punishments: warned('2029-06-01') }), person({ punishments: warned('2020-06-01') })],
    on,
  )
  const row = rows.find(({ title }) => title === '现有限制')
  expect(row?.cells[0]?.[0]).toMatchObject({
    text: '党内警告影响期内',
    basis: { source: expect.stringContaining('纪律处分条例') as string },
  })
  expect(row?.cells[1]).toEqual([])
})

test('a month that the organisation decided stands with its mark, whatever would be reckoned', () => {
  const decided = { month: date('2031-06'), reason: '区委组织部认定' }
  const [first, second] = [person({ birth: date('1970-10'), sex: '男' }), person({})]
  const rows = comparedRows([first, second, { ...second, decided }], on)
  expect(
    rows.find(({ title }) => title === '到龄年月')?.cells.map(lines => lines.map(each => [each.text, each.quiet])),
  ).toEqual([[['2032.04', '']], [], [['2031.06', '组织认定']]])
})

import { expect, test } from 'vitest'
import { otherColumns, tableText } from '../../../src/renderer/cadres/columns'
import { type RawRow, type RowsFieldName, rowsSpecs } from '../../../src/renderer/cadres/edit/edit.rows'
import { blankRow, editedOf, rawOf } from '../../../src/renderer/cadres/edit/edit.values'
import { rungOf, spanWords, stepsOf } from '../../../src/renderer/cadres/resume/stair'
import type { CadreRow } from '../../../src/shared/cadres/cadres.contract'
import { PartialDate } from '../../../src/shared/dates/partial-date'
import { complete, person } from '../../shared/cadres/person'

const on = PartialDate.parse('2026-11-23')

test.each([
  ['', '区委组织部副科级组织员', '副科'],
  ['乡科级正职', '石桥镇镇长', '正科'],
  ['', '云溪镇科员（选调生）', '科员'],
  ['', '云州大学行政管理专业学习', '学习'],
  ['', '石桥镇党委书记', undefined],
])('%s %s stands on %s', (level, text, rung) => {
  expect(rungOf({ level, text })).toBe(rung)
})

test('a career in time: the post that lasts is at the level of the file, and nothing is guessed', () => {
  const resume = [
    { from: PartialDate.parse('2017-12'), to: PartialDate.parse('2021-02'), text: '云溪街道办事处主任', level: '' },
    { from: PartialDate.parse('2021-02'), to: null, text: '石桥镇党委书记', level: '' },
  ]
  const steps = stepsOf(person({ resume, postLevel: '乡科级正职' }), on)
  expect(steps.map(({ rung, open, from, to }) => [rung, open, spanWords(to - from)])).toEqual([
    ['未注明', false, '3年2月'],
    ['正科', true, '5年9月'],
  ])
})

test('a table for a spreadsheet has one line a person', () => {
  const row = { name: '李望舒', sex: '女', birth: '1984-03', currentPost: '甲\n乙', unitName: '石桥镇' } as CadreRow
  const columns = otherColumns.filter(({ key }) => ['sex', 'birth', 'post'].includes(key))
  expect(tableText([row], columns, on)).toBe('姓名\t性别\t出生年月\t现任职务\n李望舒\t女\t1984.03（42岁）\t甲 乙')
})

test('what is typed becomes what is stored, and back', () => {
  expect(editedOf('birth', '1984年3月')).toEqual({ value: '1984-03' })
  expect(editedOf('birth', '')).toEqual({ value: null })
  expect(editedOf('birth', '1984.')).toHaveProperty('wrong')
  expect(editedOf('tags', '选调生、 狮子型，')).toEqual({ value: ['选调生', '狮子型'] })
  const member = { title: '父亲', name: '李德山', birth: '不详', politics: '群众', unitAndPost: '农民' }
  const family = editedOf('family', [member, { title: '', name: '', birth: '', politics: '', unitAndPost: '' }])
  expect(family).toEqual({ value: [{ ...member, birth: null, birthText: '不详' }] })
  expect(editedOf('assessments', [{ year: '25', grade: '优秀' }])).toEqual({
    wrong: '第1行年度：写作四位数字，如 2025',
  })
  const whole = complete({
    posts: [{ unitName: '石桥镇', title: '镇长', memberKind: '正职', teamOrder: 2, appointedOn: '2021-03' }],
    education: [{ kind: '在职', education: '大学', school: '云州大学法学院', from: '2004', to: '2008-07-01' }],
    training: [{ name: '春季班', days: 30, from: '2024-03' }],
    punishments: [{ kind: '诫勉', name: '诫勉', on: '2019-05-06', influenceUntil: '2019-11' }],
  })
  for (const field of Object.keys(rowsSpecs) as RowsFieldName[]) {
    expect(whole[field].length, field).toBeGreaterThan(0)
    expect(editedOf(field, rawOf(whole, field))).toEqual({ value: whole[field] })
  }
})

test.each<[field: RowsFieldName, row: RawRow, wrong: string]>([
  ['posts', { title: '副镇长', teamOrder: '一' }, '第1行班子内排序：写 1 到 999 的整数'],
  ['posts', { title: '副镇长', appointedOn: '2021.13' }, '第1行任职时间：日期写作 1984、1984.03 或 1984.03.15'],
  ['posts', { title: '长'.repeat(121) }, '第1行职务名称：最多 120 个字，现有 121 个'],
  ['training', { name: '春季班', days: '3.5' }, '第1行天数：写整天数，最多 3660'],
  ['training', { name: '春季班', hours: '20001' }, '第1行学时：写整学时数，最多 20000'],
])('%s %j: the place and what to write', (field, row, wrong) => {
  expect(editedOf(field, [{ ...blankRow(field, []), ...row }])).toEqual({ wrong })
})

test('a new row says nothing until something is typed; a second post in office is no second 主职', () => {
  for (const field of Object.keys(rowsSpecs) as RowsFieldName[])
    expect(editedOf(field, [blankRow(field, [])])).toEqual({ value: [] })
  const first: RawRow = { ...blankRow('posts', []), title: '副镇长' }
  expect([first.role, blankRow('posts', [first]).role]).toEqual(['主职', '兼职'])
  expect(blankRow('posts', [{ ...first, status: '已免' }]).role).toBe('主职')
  expect(editedOf('posts', [first, { ...first, title: '党委委员' }])).toEqual({
    wrong: '在任的职务里有 2 个主职，留一个，其余改为兼职',
  })
})

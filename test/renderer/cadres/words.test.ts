import { expect, test } from 'vitest'
import { otherColumns, tableText } from '../../../src/renderer/cadres/columns'
import { editedOf, rawOf } from '../../../src/renderer/cadres/edit/edit.values'
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
  expect(editedOf('assessments', [{ year: '25', grade: '优秀' }])).toEqual({ wrong: '第1行年度写作四位数字，如 2025' })
  const whole = complete()
  for (const field of ['resume', 'rewards', 'assessments', 'family'] as const)
    expect(editedOf(field, rawOf(whole, field))).toEqual({ value: whole[field] })
})

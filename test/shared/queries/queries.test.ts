import { expect, test } from 'vitest'
import { newCondition, operatorsOf, operatorTitle } from '../../../src/shared/queries/operators'
import {
  type Condition,
  FieldType,
  type Group,
  MOST_CONDITIONS,
  type QueryField,
  type QueryNode,
  QueryTree,
} from '../../../src/shared/queries/queries'
import { fieldsByKey, mayAsk, mayNameQuery, problemsOf } from '../../../src/shared/queries/queries.rules'
import { sentenceOf } from '../../../src/shared/queries/sentence'

const labels: Record<FieldType, [label: string, unit: string, choices: string[]]> = {
  text: ['现任职务', '', []],
  choice: ['性别', '', ['男', '女']],
  order: ['现职务层次', '', ['乡科级正职', '乡科级副职']],
  date: ['出生年月', '', []],
  number: ['年龄', '岁', []],
  years: ['党龄', '年', []],
  grades: ['年度考核', '', []],
  count: ['受奖励次数', '次', []],
  flag: ['在处分、处理影响期内', '', []],
  unit: ['所在单位', '', []],
}
const fields = fieldsByKey(
  FieldType.options.map((type): QueryField => {
    const [label, unit, choices] = labels[type]
    const operators = [...operatorsOf[type]]
    return {
      key: type,
      label,
      unit,
      type,
      operators,
      group: '',
      hint: '',
      choices: choices.map(value => ({ value, label: value })),
    }
  }),
)
const is = (field: FieldType, operator: Condition['operator'], ...values: (string | number)[]): Condition => ({
  kind: 'is',
  not: false,
  field,
  operator,
  values,
})
const not = <N extends QueryNode>(node: N): N => ({ ...node, not: true })
const all = (...of: QueryNode[]): Group => ({ kind: 'all', not: false, of })
const any = (...of: QueryNode[]): Group => ({ kind: 'any', not: false, of })
const told = (tree: Group) => sentenceOf(tree, fields, id => (id === 'u1' ? '石桥镇' : undefined))

test.each<[string, Group]>([
  ['性别是女', all(is('choice', 'in', '女'))],
  ['性别是男或女', all(is('choice', 'in', '男', '女'))],
  ['不是“性别是女”', all(not(is('choice', 'in', '女')))],
  ['年龄 40 到 45 岁，并且党龄满 3 年', all(is('number', 'between', 40, 45), is('years', 'atLeast', 3))],
  [
    '性别是女，并且（现职务层次在乡科级正职及以上，或者近 3 年年度考核均为优秀或称职）',
    all(is('choice', 'in', '女'), any(is('order', 'atLeast', '乡科级正职'), is('grades', 'all', 3, '优秀', '称职'))),
  ],
  ['不是（现任职务包含“书记”，或者没有填现任职务）', not(any(is('text', 'contains', '书记'), is('text', 'empty')))],
  ['出生年月不早于 1980.01', all(is('date', 'since', '1980-01'))],
  ['出生年月在 1980 到 1985.12 之间', all(is('date', 'between', '1980', '1985-12'))],
  ['党龄满 3 年、不满 5 年', all(is('years', 'between', 3, 5))],
  ['近 5 年受奖励次数不少于 2 次，或者在处分、处理影响期内', any(is('count', 'atLeast', 5, 2), is('flag', 'yes'))],
  ['受奖励次数不多于 0 次', all(is('count', 'atMost', 0, 0))],
  ['所在单位在石桥镇（含下级）', all(is('unit', 'within', 'u1'))],
  ['所在单位就在看不到的单位', all(is('unit', 'in', 'u2'))],
  ['性别是？', all(newCondition('choice', 'choice'))],
  ['', all()],
])('%s', (sentence, tree) => {
  expect(told(tree)).toBe(sentence)
})

test.each<[string, QueryNode, string]>([
  ['an empty bracket', all(), '括号里还没有条件'],
  ['nothing chosen', is('choice', 'in'), '性别：还没有填完'],
  ['an empty word', is('text', 'contains', ''), '现任职务：还没有填完'],
  ['a field that is gone', { ...is('text', 'empty'), field: 'gone' }, '这个项目已经没有了，换一个或删掉'],
  ['another kind’s question', is('text', 'since', '1980'), '现任职务不能这样问，换一个问法'],
  ['no date', is('date', 'since', '1980-13'), '出生年月：日期写作 1972、1972.04 或 1972.04.15'],
  ['dates turned round', is('date', 'between', '1990', '1980'), '出生年月：前一个日期晚于后一个'],
  ['half a year of age', is('number', 'atLeast', 40.5), '年龄：要填整数'],
  ['a text for a number', is('number', 'atLeast', '40'), '年龄：要填整数'],
  ['numbers turned round', is('number', 'between', 45, 40), '年龄：前一个数大于后一个'],
  ['a third of a year', is('years', 'atLeast', 0.3), '党龄：年数填 0 到 100，可以填半年（0.5）'],
  ['no time between', is('years', 'between', 3, 3), '党龄：前一个年数要小于后一个'],
  ['no years', is('grades', 'all', 0, '优秀'), '年度考核：近几年填 1 到 10'],
  ['no such grade', is('grades', 'all', 3, '良'), '年度考核：没有这个等次'],
  ['no such level', is('order', 'atLeast', '村级'), '现职务层次：没有这一项'],
  ['a broken count', is('count', 'atLeast', 1, -1), '受奖励次数：次数要填不小于 0 的整数'],
])('%s is told in words', (_name, node, message) => {
  expect(problemsOf(all(is('flag', 'yes'), node), fields)).toEqual([{ path: [1], message }])
})

test('brackets go five deep and no deeper, and conditions are counted', () => {
  let tree = all(is('flag', 'yes'))
  for (let depth = 1; depth < 5; depth++) tree = all(tree)
  expect(mayAsk(tree, fields).allowed).toBe(true)
  expect(QueryTree.safeParse(tree).success).toBe(true)
  expect(mayAsk(all(tree), fields)).toMatchObject({ reason: '括号最多套 5 层' })
  expect(QueryTree.safeParse(all(tree)).success).toBe(false)
  const many = all(...Array.from({ length: MOST_CONDITIONS + 1 }, () => is('flag', 'yes')))
  expect(mayAsk(many, fields)).toMatchObject({ reason: '最多写 60 个条件' })
})

test('a question fresh from the builder asks for what is missing and for nothing else', () => {
  for (const type of FieldType.options) {
    const [problem] = problemsOf(all(newCondition(type, type)), fields)
    expect(problem?.message ?? '还没有填完').toContain('还没有填完')
  }
})

test('every question has a title, and no two of a field the same', () => {
  for (const type of FieldType.options) {
    const titles = operatorsOf[type].map(operator => operatorTitle(type, operator))
    expect(new Set(titles).size).toBe(titles.length)
    expect(titles).not.toContain('')
  }
})

test('a name is used once by the same person', () => {
  const mine = [{ id: 'a', name: '年轻干部' }]
  expect(mayNameQuery(mine, ' 年轻干部', null).allowed).toBe(false)
  expect(mayNameQuery(mine, '年轻干部', 'a').allowed).toBe(true)
})

import { PartialDate, showDate } from '../dates/partial-date'
import type { Condition, Group, QueryField, QueryNode } from './queries'
import type { Fields } from './queries.rules'

const quoted = (text: unknown): string => `“${String(text)}”`
const listed = (items: readonly string[]): string =>
  items.length > 6 ? `${items.slice(0, 5).join('、')}等 ${items.length} 项` : items.join('或')

const date = (value: unknown): string => {
  const parsed = PartialDate.safeParse(value)
  return parsed.success ? showDate(parsed.data) : '？'
}

/** How a unit of the tree is called, for whoever may see it. */
export type UnitNames = (id: string) => string | undefined

function told({ operator, values }: Condition, field: QueryField, unitName: UnitNames): string {
  const { label, type, unit, choices } = field
  const labelOf = (value: unknown): string => choices.find(choice => choice.value === value)?.label ?? String(value)
  const unitOf = (value: unknown): string => unitName(String(value)) ?? '看不到的单位'
  const [first = '？', second = '？'] = values
  if (operator === 'empty') return type === 'unit' ? `没有${label}` : `没有填${label}`
  if (operator === 'filled') return `填了${label}`
  switch (type) {
    case 'text': {
      const verb = { contains: '包含', starts: '的开头是' }[operator as 'contains' | 'starts'] ?? '是'
      return `${label}${verb}${values.length === 0 ? '？' : listed(values.map(quoted))}`
    }
    case 'choice':
      return `${label}是${values.length === 0 ? '？' : listed(values.map(labelOf))}`
    case 'order':
      if (operator === 'in') return `${label}是${values.length === 0 ? '？' : listed(values.map(labelOf))}`
      return `${label}在${labelOf(first)}及以${operator === 'atLeast' ? '上' : '下'}`
    case 'unit':
      return `${label}${operator === 'within' ? '在' : '就在'}${values.length === 0 ? '？' : listed(values.map(unitOf))}${operator === 'within' ? '（含下级）' : ''}`
    case 'date':
      if (operator === 'between') return `${label}在 ${date(first)} 到 ${date(second)} 之间`
      return `${label}不${operator === 'since' ? '早' : '晚'}于 ${date(first)}`
    case 'number':
      if (operator === 'between') return `${label} ${first} 到 ${second} ${unit}`
      return `${label}不${operator === 'atLeast' ? '小' : '大'}于 ${first} ${unit}`
    case 'years':
      if (operator === 'between') return `${label}满 ${first} 年、不满 ${second} 年`
      return `${label}${operator === 'atLeast' ? '满' : '不满'} ${first} 年`
    case 'count':
      return `${first === 0 ? '' : `近 ${first} 年`}${label}${operator === 'atLeast' ? '不少于' : '不多于'} ${second} ${unit}`
    case 'grades': {
      const verb = { all: '均为', any: '有', none: '没有' }[operator as 'all' | 'any' | 'none']
      const grades = values.slice(1).map(String)
      return `近 ${first} 年${label}${verb}${grades.length === 0 ? '？' : listed(grades)}`
    }
    case 'flag':
      return label
  }
}

/** One condition in words: 年龄不小于 50 岁. What is not yet filled is a question mark. */
function conditionWords(condition: Condition, fields: Fields, unitName: UnitNames): string {
  const field = fields.get(condition.field)
  const question = field ? told(condition, field, unitName) : '已经没有的项目'
  return condition.not ? `不是“${question}”` : question
}

function words(node: QueryNode, fields: Fields, unitName: UnitNames, isInner: boolean): string {
  if (node.kind === 'is') return conditionWords(node, fields, unitName)
  if (node.of.length === 0) return isInner ? '（还没有条件）' : ''
  const joined = node.of
    .map(each => words(each, fields, unitName, node.of.length > 1 || node.not))
    .join(node.kind === 'all' ? '，并且' : '，或者')
  if (node.not) return `不是（${joined}）`
  return isInner && node.of.length > 1 ? `（${joined}）` : joined
}

/** A question as a sentence: 性别是女，并且（年龄不大于 40 岁，或者近 3 年年度考核均为优秀）. */
export const sentenceOf = (tree: Group, fields: Fields, unitName: UnitNames): string =>
  words(tree, fields, unitName, false)

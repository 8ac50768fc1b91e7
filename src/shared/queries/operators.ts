import type { Choice, Condition, FieldType, Operator } from './queries'

/** The questions that each kind of field can be asked, the most used first. */
export const operatorsOf: Readonly<Record<FieldType, readonly Operator[]>> = {
  text: ['contains', 'equals', 'starts', 'empty', 'filled'],
  choice: ['in', 'empty', 'filled'],
  order: ['atLeast', 'atMost', 'in', 'empty', 'filled'],
  date: ['since', 'until', 'between', 'empty', 'filled'],
  number: ['atLeast', 'atMost', 'between'],
  years: ['atLeast', 'lessThan', 'between'],
  grades: ['all', 'any', 'none'],
  count: ['atLeast', 'atMost'],
  flag: ['yes'],
  unit: ['within', 'in', 'empty'],
}

const common: Readonly<Record<Operator, string>> = {
  contains: '包含',
  equals: '就是',
  starts: '开头是',
  in: '是',
  within: '在（含下级）',
  atLeast: '不小于',
  atMost: '不大于',
  lessThan: '小于',
  between: '介于',
  since: '不早于',
  until: '不晚于',
  all: '均为',
  any: '有',
  none: '没有',
  yes: '是',
  empty: '没有填写',
  filled: '已填写',
}
const own: Partial<Record<FieldType, Partial<Record<Operator, string>>>> = {
  order: { atLeast: '及以上', atMost: '及以下' },
  years: { atLeast: '满', lessThan: '不满', between: '满…不满…' },
  count: { atLeast: '不少于', atMost: '不多于' },
  unit: { in: '就在（不含下级）', empty: '没有单位' },
}
/** What stands on the button that chooses the question. */
export const operatorTitle = (type: FieldType, operator: Operator): string => own[type]?.[operator] ?? common[operator]

/** How many values a question takes; a choice takes one or more. */
export function arityOf(type: FieldType, operator: Operator): { least: number; most: number } {
  if (operator === 'empty' || operator === 'filled' || operator === 'yes') return { least: 0, most: 0 }
  if (operator === 'in' || operator === 'within') return { least: 1, most: 500 }
  if (type === 'grades') return { least: 2, most: 5 }
  if (operator === 'between' || type === 'count') return { least: 2, most: 2 }
  // Any of several words.
  return operator === 'contains' ? { least: 1, most: 20 } : { least: 1, most: 1 }
}

/** The four grades and what is none of them, as the form writes them. */
export const gradeChoices: readonly (Choice & { readonly letter: string })[] = [
  { value: '优秀', label: '优秀', letter: 'A' },
  { value: '称职', label: '称职', letter: 'B' },
  { value: '基本称职', label: '基本称职', letter: 'C' },
  { value: '不称职', label: '不称职', letter: 'D' },
  { value: '其他', label: '不定等次、未考核', letter: 'E' },
]

/** A new condition on a field: its first question, still without a value. */
export const newCondition = (field: string, type: FieldType): Condition => ({
  kind: 'is',
  not: false,
  field,
  operator: operatorsOf[type][0] ?? 'filled',
  values: type === 'grades' ? [3] : type === 'count' ? [0, 1] : [],
})

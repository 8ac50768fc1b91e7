import type { Condition, Group, Operator, QueryNode } from './queries'

/** A question to begin with. It is nobody's: whoever opens it changes it and keeps it under a name of their own. */
export interface Starter {
  readonly name: string
  readonly tree: Group
}

const is = (field: string, operator: Operator, ...values: Condition['values']): Condition => ({
  kind: 'is',
  not: false,
  field,
  operator,
  values,
})
const not = (condition: Condition): Condition => ({ ...condition, not: true })
const all = (...of: QueryNode[]): Group => ({ kind: 'all', not: false, of })
const any = (...of: QueryNode[]): Group => ({ kind: 'any', not: false, of })
const inOffice = is('status', 'in', '在职')

/** What offices ask again and again. */
export const starters: readonly Starter[] = [
  { name: '任现职满 5 年', tree: all(inOffice, is('postYears', 'atLeast', 5)) },
  { name: '任现职务层次满 10 年', tree: all(inOffice, is('levelYears', 'atLeast', 10)) },
  { name: '近三年考核均为优秀', tree: all(inOffice, is('assessments', 'all', 3, '优秀')) },
  {
    name: '45 岁及以下的正科级',
    tree: all(inOffice, is('age', 'atMost', 45), is('postLevel', 'in', '乡科级正职')),
  },
  {
    name: '35 岁及以下的副科级及以上',
    tree: all(inOffice, is('age', 'atMost', 35), is('postLevel', 'atLeast', '乡科级副职')),
  },
  {
    name: '女性、少数民族或非中共党员',
    tree: all(inOffice, any(is('sex', 'in', '女'), not(is('nation', 'in', '汉族')), is('partyJoined', 'empty'))),
  },
  { name: '党龄满 30 年', tree: all(is('partyYears', 'atLeast', 30)) },
  {
    name: '基层工作经历不满两年',
    tree: all(inOffice, is('postLevel', 'filled'), is('grassrootsYears', 'lessThan', 2)),
  },
  {
    name: '40 岁及以下的研究生或硕士',
    tree: all(inOffice, is('age', 'atMost', 40), any(is('education', 'in', '研究生'), is('degree', 'atLeast', '硕士'))),
  },
  { name: '一年内到龄', tree: all(inOffice, is('monthsToRetirement', 'between', 0, 12)) },
  { name: '在处分、处理影响期内', tree: all(is('restricted', 'yes')) },
  { name: '档案还没有填全', tree: all(inOffice, is('completeness', 'atMost', 89)) },
]

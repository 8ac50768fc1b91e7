import { compareMonths, PartialDate } from '../dates/partial-date'
import { allowed, refused, type Verdict } from '../result'
import { arityOf, gradeChoices } from './operators'
import { type Condition, type Group, MOST_CONDITIONS, MOST_DEPTH, type QueryField, type QueryNode } from './queries'

/** What keeps a question from being asked, and where in the tree it stands: the place in each group on the way. */
export interface QueryProblem {
  readonly path: readonly number[]
  readonly message: string
}

export type Fields = ReadonlyMap<string, QueryField>
export const fieldsByKey = (fields: readonly QueryField[]): Fields => new Map(fields.map(field => [field.key, field]))

const conditionsIn = (node: QueryNode): Condition[] => (node.kind === 'is' ? [node] : node.of.flatMap(conditionsIn))

const depthOf = (node: QueryNode): number =>
  node.kind === 'is' ? 0 : 1 + Math.max(0, ...node.of.map(each => depthOf(each)))

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)
const partialDate = (value: unknown): PartialDate | undefined => PartialDate.safeParse(value).data

/** What is wrong with the values of one condition, in words; undefined when nothing is. */
function wrongValues({ values, operator }: Condition, { type, choices, unit }: QueryField): string | undefined {
  const { least, most } = arityOf(type, operator)
  if (values.length < least || values.some(value => value === '')) return '还没有填完'
  if (values.length > most) return '填的值太多'
  if (least === 0) return undefined
  const [first, second] = values
  switch (type) {
    case 'date': {
      const dates = values.map(partialDate)
      if (dates.includes(undefined)) return '日期写作 1972、1972.04 或 1972.04.15'
      const [from, to] = dates
      return from && to && compareMonths(from, to) === 1 ? '前一个日期晚于后一个' : undefined
    }
    case 'number':
      if (!values.every(value => Number.isInteger(value) && Math.abs(Number(value)) <= 100_000)) return '要填整数'
      return operator === 'between' && Number(first) > Number(second) ? '前一个数大于后一个' : undefined
    case 'years':
      if (!values.every(value => isNumber(value) && Number.isInteger(value * 2) && value >= 0 && value <= 100))
        return '年数填 0 到 100，可以填半年（0.5）'
      return operator === 'between' && Number(first) >= Number(second) ? '前一个年数要小于后一个' : undefined
    case 'count':
      if (!isNumber(first) || !Number.isInteger(first) || first < 0 || first > 50) return '近几年填 0 到 50，0 是不限'
      return isNumber(second) && Number.isInteger(second) && second >= 0 && second <= 100_000
        ? undefined
        : `${unit === '' ? '数目' : `${unit}数`}要填不小于 0 的整数`
    case 'grades':
      if (!isNumber(first) || !Number.isInteger(first) || first < 1 || first > 10) return '近几年填 1 到 10'
      return values.slice(1).every(value => gradeChoices.some(grade => grade.value === value))
        ? undefined
        : '没有这个等次'
    case 'order':
      return values.every(value => choices.some(choice => choice.value === value)) ? undefined : '没有这一项'
    default:
      return values.every(value => typeof value === 'string') ? undefined : '要填文字'
  }
}

function problemsIn(node: QueryNode, fields: Fields, path: readonly number[]): QueryProblem[] {
  if (node.kind !== 'is') {
    if (node.of.length === 0) return [{ path, message: '括号里还没有条件' }]
    return node.of.flatMap((each, index) => problemsIn(each, fields, [...path, index]))
  }
  const field = fields.get(node.field)
  if (!field) return [{ path, message: '这个项目已经没有了，换一个或删掉' }]
  if (!field.operators.includes(node.operator)) return [{ path, message: `${field.label}不能这样问，换一个问法` }]
  const message = wrongValues(node, field)
  return message === undefined ? [] : [{ path, message: `${field.label}：${message}` }]
}

/** Why a question has become too large, in words; undefined while it has not. */
export function outgrown(tree: Group): string | undefined {
  if (depthOf(tree) > MOST_DEPTH) return `括号最多套 ${MOST_DEPTH} 层`
  return conditionsIn(tree).length > MOST_CONDITIONS ? `最多写 ${MOST_CONDITIONS} 个条件` : undefined
}

/** Everything that keeps a question from being asked, in the order of the tree. */
export function problemsOf(tree: Group, fields: Fields): QueryProblem[] {
  const message = outgrown(tree)
  return message === undefined ? problemsIn(tree, fields, []) : [{ path: [], message }]
}

export function mayAsk(tree: Group, fields: Fields): Verdict {
  const [problem] = problemsOf(tree, fields)
  return problem ? refused(problem.message) : allowed
}

/** A name is one's own: what others share may bear the same. */
export const mayNameQuery = (mine: readonly { id: string; name: string }[], name: string, except: string | null) =>
  mine.some(query => query.name === name.trim() && query.id !== except)
    ? refused('您已有同名的查询，换一个名称')
    : allowed

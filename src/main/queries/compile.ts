import { sql } from 'kysely'
import type { QueryNode } from '../../shared/queries/queries'
import { AppError } from '../../shared/result'
import type { Asked, RegisteredField, Truth } from './field-kinds'

/**
 * A checked question as SQL over `cadre_facts`: 1, 0, or NULL where the file does not tell, all the way through the brackets.
 * No value becomes part of the statement.
 */
export function compile(node: QueryNode, fields: ReadonlyMap<string, RegisteredField>, asked: Asked): Truth {
  if (node.kind === 'is') {
    const field = fields.get(node.field)
    if (!field) throw new AppError('refused', '查询里有已经没有的项目')
    const truth = field.truth(node, asked)
    return node.not ? sql`(NOT ${truth})` : truth
  }
  const parts = node.of.map(each => compile(each, fields, asked))
  const joined: Truth = sql`(${sql.join(parts, node.kind === 'all' ? sql` AND ` : sql` OR `)})`
  return node.not ? sql`(NOT ${joined})` : joined
}

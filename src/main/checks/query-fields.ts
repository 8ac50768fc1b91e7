import { sql } from 'kysely'
import { numberField, type RegisteredField, type Value } from '../queries/field-kinds'

const found = (columns: Value): Value =>
  sql`(SELECT ${columns} FROM cadre_checks WHERE cadre_checks.key = cadre_facts.key)`
const hint = '核对规则找出、没有搁置的；还没有核对过的无法判断'

/** How much the rules found in a file. */
export const checkQueryFields: readonly RegisteredField[] = [
  numberField({ key: 'findings', label: '核对问题数', group: '管理', hint }, '个', found(sql`certain + likely + look`)),
  numberField({ key: 'certainFindings', label: '“必有一误”问题数', group: '管理', hint }, '个', found(sql`certain`)),
]

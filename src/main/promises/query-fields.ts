import { type RawBuilder, sql } from 'kysely'
import { flagField, type RegisteredField } from '../queries/field-kinds'

const named = (key: string, label: string, hint: string) => ({ key, label, group: '谈话', hint })

/** What was promised to a person or asked for by them and is still open; what was asked of them is not among it. */
const open = (more: RawBuilder<unknown>): RawBuilder<number | null> => sql`EXISTS (
  SELECT 1 FROM promises
  WHERE promises.cadre_key = cadre_facts.key AND promises.state = 'open' AND promises.kind IN ('承诺', '诉求') AND ${more})`

export const promiseQueryFields: readonly RegisteredField[] = [
  flagField(named('promisesOpen', '有未了结的承诺或诉求', '谈话中登记、还没有办结或撤回的'), () => open(sql`1`)),
  flagField(named('promisesLate', '有逾期的承诺或诉求', '过了办理期限还没有办结的'), ({ on }) =>
    open(sql`promises.due_on < ${on}`),
  ),
]

import { type RawBuilder, sql } from 'kysely'
import { archiveClassCodes } from '../../shared/codes/archive-class'
import { among, field, type RegisteredField } from '../queries/field-kinds'

const holds = (which: RawBuilder<unknown>): RawBuilder<number | null> => sql`EXISTS (
  SELECT 1 FROM attachments JOIN cadres ON cadres.id = attachments.cadre_id
  WHERE cadres.key = cadre_facts.key AND attachments.removed_at IS NULL AND ${which})`

/** Which classes of material a file holds as attachments. */
export const attachmentQueryFields: readonly RegisteredField[] = [
  field(
    { key: 'attachments', label: '附件类别', group: '管理', hint: '有任一类即符合；移出的不算' },
    'choice',
    ({ operator, values }) =>
      operator === 'empty'
        ? sql`(NOT ${holds(sql`1`)})`
        : holds(operator === 'filled' ? sql`1` : among(sql.ref('attachments.category'), values)),
    { choices: archiveClassCodes.entries.map(({ code, name }) => ({ value: code, label: name })) },
  ),
]

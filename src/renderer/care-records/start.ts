import type { CareDueRow } from '../../shared/care-rules/care-rules.contract'
import { type RecordStart, recordStart } from './record.form'

/** Where the record of a matter begins: at the person, the occasion and what made it due. */
export const startOf = (row: CareDueRow): RecordStart =>
  recordStart({
    person: { id: row.cadreId, name: row.name },
    title: row.title,
    why: row.why,
    occasion: row.occasion,
    dimension: row.dimension,
    dueKey: row.key,
    eventId: row.eventId,
  })

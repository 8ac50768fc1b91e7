import type { CareDueRow } from '../../shared/care-rules/care-rules.contract'
import { api } from '../api/client'
import { factsOf, startForm } from './record.form'
import { startOf } from './start'

/** Birthdays in service and in the party: there is nothing to say but that it was done. */
export const isCongratulated = ({ occasion }: CareDueRow): boolean => occasion === '生日' || occasion === '政治生日'

/** Records that congratulations were given today, with one click. */
export async function congratulate(row: CareDueRow): Promise<void> {
  const start = startOf(row)
  const facts = factsOf(startForm(start), { dueKey: start.dueKey, eventId: start.eventId })
  if (typeof facts === 'object') await api.careRecords.add(facts)
}

import { capabilitiesOf } from '../../shared/accounts/roles'
import type { Caller } from '../ipc/contexts'

/** Whether an account plans talks and so sees who talks to whom and when; what was said stays with those who hold it. */
export const plansTalks = ({ roles }: Pick<Caller, 'roles'>): boolean =>
  capabilitiesOf(roles).includes('interviews.plan')

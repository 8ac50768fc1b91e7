import { capabilitiesOf } from '../../shared/accounts/roles'
import type { QueryContext } from '../ipc/contexts'

/** Whether an account sees what is open of everyone in its scope, and not only what is its own. */
export const oversees = ({ caller }: Pick<QueryContext, 'caller'>): boolean =>
  capabilitiesOf(caller.roles).includes('interviews.oversee')

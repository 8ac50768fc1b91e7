import type { CadreId } from '../../shared/cadres/cadres'
import type { Day } from '../../shared/dates/add-months'
import { type Action, type Restriction, restrictionOn } from '../../shared/restrictions/restrictions.rules'
import { get } from '../cadres/cadres.repo'
import type { QueryContext } from '../ipc/contexts'

/**
 * Whether measures bear on what is intended for a person on a day: asked by every module before it proposes somebody. A prompt
 * with its bases; whether it bars is for people to say. @throws AppError not-found outside of the caller's scope
 */
export async function restrictionOf(
  { db, caller }: Pick<QueryContext, 'db' | 'caller'>,
  cadreId: CadreId,
  on: Day,
  action: Action,
): Promise<Restriction> {
  const { cadre } = await get(db, caller.scope, cadreId)
  return restrictionOn(cadre, on, action)
}

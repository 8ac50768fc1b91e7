import { AppError } from '../../shared/result'
import type { CommandContext } from '../ipc/contexts'
import { listWithin } from '../units/units.repo'

/** @throws AppError refused for a unit that the account does not see */
export async function insistUnitSeen({ db, caller }: CommandContext, unitId: string | null): Promise<string> {
  if (unitId === null) return ''
  const unit = (await listWithin(db, caller.scope)).find(({ id }) => id === unitId)
  if (!unit) throw new AppError('refused', '所在单位不在您的查看范围内')
  return unit.name
}

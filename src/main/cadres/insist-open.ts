import type { CadreId } from '../../shared/cadres/cadres'
import { AppError } from '../../shared/result'
import type { CommandContext } from '../ipc/contexts'
import * as cadres from './cadres.repo'

/** The file must be seen by the caller and must not lie in the trash. */
export async function insistOpen({ db, caller, record }: CommandContext, id: CadreId): Promise<void> {
  record({ subject: `cadres:${id}` })
  const { trashedAt } = await cadres.get(db, caller.scope, id)
  if (trashedAt !== null) throw new AppError('refused', '档案在回收站里，先恢复再改')
}

import { sql } from 'kysely'
import { capabilitiesOf } from '../../shared/accounts/roles'
import { hardshipBody } from '../../shared/hardships/hardship-form.rules'
import type { HardshipId } from '../../shared/hardships/hardships'
import { AppError } from '../../shared/result'
import { highestMark } from '../../shared/secrecy/secrecy.rules'
import * as hardships from '../hardships/hardships.repo'
import type { QueryContext } from '../ipc/contexts'
import type { DocumentSource } from './sources'

/** Size of the household, its cost and its income. */
const MASKED_FIELDS = 3

/** The form of a case of need, for those who may read care. What is masked stands on it only when asked for with a reason. */
export async function hardshipSource(
  { db, caller }: QueryContext,
  id: HardshipId,
  unseal: boolean,
): Promise<DocumentSource> {
  if (!capabilitiesOf(caller.roles).includes('care.read')) throw new AppError('refused', '没有查看关爱的权限')
  const { hardship, household } = await hardships.get(db, caller, id)
  const file = await db
    .selectFrom('cadreFiles')
    .innerJoin('cadres', 'cadres.key', 'cadreFiles.key')
    .select(sql<string | null>`json_extract(file, '$.secrecy')`.as('secrecy'))
    .where('cadres.id', '=', hardship.cadreId)
    .executeTakeFirst()
  return {
    body: hardshipBody(hardship, unseal ? household : null),
    people: 1,
    mark: highestMark([file?.secrecy ?? '']),
    sealed: unseal ? 0 : MASKED_FIELDS,
    unsealed: unseal ? MASKED_FIELDS : 0,
    subject: `hardships:${id}`,
    kinds: { pdf: 'hardship-pdf', print: 'hardship-print' },
    word: null,
  }
}

import * as z from 'zod'
import { Reason } from '../accounts/accounts'
import { command, query } from '../ipc/define'
import { CareStandard, Occasion, VersionedStandard } from './care-standards'

export const careStandardsContract = {
  /** Every version of every standard, so that any day can be asked about; `standardOn` picks. */
  list: query(z.object({}), z.array(VersionedStandard), { title: '查看慰问标准', needs: 'care.read' }),
  versions: query(
    z.object({ occasion: Occasion }),
    z.array(
      z.object({
        version: z.int(),
        standard: CareStandard,
        changedAt: z.string(),
        byName: z.string(),
        reason: z.string(),
      }),
    ),
    { title: '查看慰问标准的历次修改', needs: 'care.configure' },
  ),
  put: command(z.object({ standard: CareStandard, version: z.int().min(0), reason: Reason }), VersionedStandard, {
    title: '修改慰问标准',
    needs: 'care.configure',
  }),
}

import * as z from 'zod'
import { Reason } from '../accounts/accounts'
import { CadreId } from '../cadres/cadres'
import { command, job, query } from '../ipc/define'
import { CheckedPerson, CheckFilter, Fingerprint, Sureness, ToldFinding } from './checks'

export const checksContract = {
  /** What the rules find in one file now, in their order, those put aside too. */
  ofCadre: query(z.object({ id: CadreId }), z.array(ToldFinding), { title: '核对一份档案', needs: 'cadres.read' }),
  /** People with findings, in the order of the units; `total` counts people, `counts` findings by rule and sureness. */
  list: query(
    z.object({ filter: CheckFilter, offset: z.int().min(0), limit: z.int().min(1).max(500) }),
    z.object({
      people: z.array(CheckedPerson),
      total: z.int(),
      findings: z.int(),
      counts: z.array(z.object({ rule: z.string(), title: z.string(), sureness: Sureness, count: z.int() })),
      /** Files that have not been checked this month: what depends on time may have changed. */
      due: z.int(),
    }),
    { title: '查看核对结果', needs: 'cadres.read' },
  ),
  /** Puts findings of one file aside. They come back when the fields concerned change. */
  dismiss: command(
    z.object({ id: CadreId, fingerprints: z.array(Fingerprint).min(1).max(200), reason: Reason }),
    z.object({}),
    { title: '核对结果不再提示', needs: 'cadres.edit' },
  ),
  reopen: command(z.object({ id: CadreId, dismissalId: z.uuid() }), z.object({}), {
    title: '核对结果恢复提示',
    needs: 'cadres.edit',
  }),
  /** Checks anew what is due, in the unit and below. */
  recheck: job(z.object({ unitId: z.uuid().nullable() }), z.object({ checked: z.int() }), {
    title: '重新核对',
    needs: 'cadres.edit',
  }),
}

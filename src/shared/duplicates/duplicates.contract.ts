import * as z from 'zod'
import { Reason } from '../accounts/accounts'
import { Cadre, CadreId } from '../cadres/cadres'
import { CadreFile, ShownDifference } from '../cadres/cadres.contract'
import { command, query } from '../ipc/define'
import { DuplicatePair, DuplicatePerson, DuplicateSureness } from './duplicates'
import { Relation, Side } from './merge.rules'

const pair = z.object({ keep: CadreId, drop: CadreId })
const count = z.int().min(0)

export const duplicatesContract = {
  /** Pairs that may be one person, the surest first; those that were dismissed apart from the others. */
  list: query(
    z.object({
      sureness: DuplicateSureness.nullable(),
      dismissed: z.boolean(),
      offset: count,
      limit: z.int().min(1).max(100),
    }),
    z.object({
      pairs: z.array(DuplicatePair),
      total: count,
      counts: z.object({ certain: count, likely: count, look: count, dismissed: count }),
    }),
    { title: '查找重复档案', needs: 'cadres.read' },
  ),
  /** Other files that may be of this person. */
  of: query(z.object({ id: CadreId }), z.array(DuplicatePair), { title: '查看可能重复的档案', needs: 'cadres.read' }),
  /** Files that a new one may repeat. */
  like: query(z.object({ name: Cadre.shape.name, birth: Cadre.shape.birth }), z.array(DuplicatePerson), {
    title: '查看同名的档案',
    needs: 'cadres.read',
  }),
  /** Two files side by side, with how they stand to each other in each difference. */
  compare: query(
    pair,
    z.object({
      kept: CadreFile,
      other: CadreFile,
      differences: z.array(ShownDifference),
      relations: z.array(Relation),
    }),
    { title: '对照两份档案', needs: 'cadres.read' },
  ),
  /** One file takes what is chosen of the other, which goes to the trash. One step, which can be undone. */
  merge: command(
    pair.extend({
      /** What was looked at: a file that changed since is looked at again. */
      revisions: z.object({ keep: z.int(), drop: z.int() }),
      sides: z.array(Side).max(2000),
      takePhoto: z.boolean(),
      reason: Reason,
    }),
    CadreFile,
    { title: '合并重复档案', needs: 'cadres.edit' },
  ),
  dismiss: command(z.object({ ids: z.tuple([CadreId, CadreId]), reason: Reason }), z.object({}), {
    title: '认定不是同一人',
    needs: 'cadres.edit',
  }),
  relist: command(z.object({ ids: z.tuple([CadreId, CadreId]) }), z.object({}), {
    title: '重新列为可能重复',
    needs: 'cadres.edit',
  }),
}

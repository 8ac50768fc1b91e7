import * as z from 'zod'
import { CadreId } from '../cadres/cadres'
import { command, query } from '../ipc/define'
import { UnitId } from '../units/units'
import { HeldPost, Holder, PostNumbers, UnitFacts, UnitPost, UnitPostId } from './posts'

const WrittenPost = UnitPost.pick({ title: true, level: true, inTeam: true, approved: true })

export const postsContract = {
  /** One unit: what it is, its posts with who holds them, who is in office without a post of it, and its team in order. */
  unit: query(
    z.object({ unitId: UnitId }),
    z.object({
      facts: UnitFacts,
      posts: z.array(HeldPost),
      others: z.array(Holder),
      team: z.array(Holder),
      numbers: PostNumbers,
      /** Files that stand under the unit and have no row of a post in office at it. */
      withoutPost: z.int(),
    }),
    { title: '查看单位职位和班子', needs: 'cadres.read' },
  ),
  /** Numbers of every unit in scope that has posts. */
  numbers: query(z.object({}), z.array(PostNumbers.extend({ unitId: UnitId })), {
    title: '查看职数',
    needs: 'cadres.read',
  }),
  describe: command(UnitFacts, z.object({}), { title: '修改单位信息', needs: 'units.edit' }),
  add: command(WrittenPost.extend({ unitId: UnitId }), UnitPost, { title: '新增职位', needs: 'units.edit' }),
  change: command(WrittenPost.extend({ id: UnitPostId }), UnitPost, { title: '修改职位', needs: 'units.edit' }),
  move: command(z.object({ id: UnitPostId, position: z.int().min(0) }), z.object({}), {
    title: '调整职位顺序',
    needs: 'units.edit',
  }),
  remove: command(z.object({ id: UnitPostId }), z.object({}), { title: '删除职位', needs: 'units.edit' }),
  /** Numbers the members of a team anew, from 1, in the order given. */
  arrange: command(z.object({ unitId: UnitId, ids: z.array(CadreId).min(1).max(200) }), z.object({}), {
    title: '调整班子成员顺序',
    needs: 'cadres.edit',
  }),
}

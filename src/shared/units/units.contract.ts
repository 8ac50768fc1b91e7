import * as z from 'zod'
import { command, query } from '../ipc/define'
import { line } from '../text'
import { Unit, UnitId } from './units'

export const unitsContract = {
  /** The units inside the account's scope, parents before children. */
  tree: query(z.object({}), z.array(Unit), { title: '查看单位', needs: 'units.read' }),
  add: command(z.object({ parentId: UnitId, name: line(60).min(1) }), Unit, { title: '新增单位', needs: 'units.edit' }),
  rename: command(z.object({ id: UnitId, name: line(60).min(1) }), Unit, { title: '单位改名', needs: 'units.edit' }),
  move: command(z.object({ id: UnitId, parentId: UnitId, position: z.int().min(0) }), Unit, {
    title: '移动单位',
    needs: 'units.edit',
  }),
  remove: command(z.object({ id: UnitId }), z.object({}), { title: '删除单位', needs: 'units.edit' }),
}

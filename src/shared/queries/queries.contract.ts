import * as z from 'zod'
import { CadreId } from '../cadres/cadres'
import { CadreSort, ListColumns, ListRow, MOST_IDS } from '../cadres/cadres.contract'
import { command, query } from '../ipc/define'
import { QueryField, QueryId, Question, SavedQuery, Which } from './queries'

const ResultSet = Question.extend({ which: Which, sort: CadreSort })

export const queriesContract = {
  /** What can be asked about, in groups. */
  fields: query(z.object({}), z.array(QueryField), { title: '查看查询项目', needs: 'cadres.read' }),
  /** A page of those that are found. The order is worked out once until the data changes. */
  run: query(
    ResultSet.extend({ offset: z.int().min(0), limit: z.int().min(1).max(500), columns: ListColumns.optional() }),
    z.object({ rows: z.array(ListRow), total: z.int() }),
    { title: '组合查询', needs: 'cadres.read' },
  ),
  /** Of how many it holds, and of how many the files do not tell. */
  count: query(Question, z.object({ matching: z.int(), open: z.int() }), {
    title: '组合查询计数',
    needs: 'cadres.read',
  }),
  /** Those that are found, in order, for what is done with all of them. */
  ids: query(ResultSet, z.object({ ids: z.array(CadreId).max(MOST_IDS), total: z.int() }), {
    title: '取用查询结果',
    needs: 'cadres.read',
  }),
  /** One's own and those that others share, by name. */
  list: query(z.object({}), z.array(SavedQuery), { title: '查看常用查询', needs: 'cadres.read' }),
  save: command(
    Question.extend({ id: QueryId.nullable(), name: SavedQuery.shape.name, shared: z.boolean() }),
    SavedQuery,
    { title: '保存查询', needs: 'cadres.read' },
  ),
  rename: command(z.object({ id: QueryId, name: SavedQuery.shape.name }), SavedQuery, {
    title: '查询改名',
    needs: 'cadres.read',
  }),
  share: command(z.object({ id: QueryId, shared: z.boolean() }), SavedQuery, {
    title: '共享查询',
    needs: 'cadres.read',
  }),
  remove: command(z.object({ id: QueryId }), z.object({}), { title: '删除查询', needs: 'cadres.read' }),
}

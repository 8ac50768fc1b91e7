import * as z from 'zod'
import { Reason } from '../accounts/accounts'
import { command, query } from '../ipc/define'
import { Commendation, CommendationFacts, CommendationId } from './commendations'

const read = { needs: 'honours.read' } as const
const edit = { needs: 'honours.edit' } as const
const one = { id: CommendationId, revision: z.int().min(1) }

/** Its paper goes out through documents. */
export const commendationsContract = {
  /** The latest first. */
  list: query(z.object({}), z.array(Commendation), { title: '查看表扬决定', ...read }),
  add: command(CommendationFacts, Commendation, { title: '起草表扬决定', ...edit }),
  change: command(z.object({ ...one, facts: CommendationFacts }), Commendation, { title: '修改表扬决定', ...edit }),
  remove: command(z.object({ ...one, reason: Reason }), z.object({}), { title: '删除表扬决定', ...edit }),
}

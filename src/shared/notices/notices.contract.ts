import * as z from 'zod'
import { query } from '../ipc/define'

export const Notice = z.object({
  /** Stable for the same matter, so that the list does not jump. */
  id: z.string(),
  level: z.enum(['late', 'today', 'soon']),
  title: z.string(),
  detail: z.string(),
  /** Route of the page where it is dealt with. */
  route: z.string().nullable(),
})
export type Notice = z.infer<typeof Notice>

export const noticesContract = {
  list: query(z.object({}), z.array(Notice), { title: '查看提醒', needs: 'signed-in' }),
}

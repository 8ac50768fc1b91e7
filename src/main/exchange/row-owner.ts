import { AppError } from '../../shared/result'
import type { Reads } from '../store/schema'

/** A row under an id that is known here belongs to the same person, or to one who lies in the trash. */
export async function insistOwner(db: Reads, known: number | null, cadreKey: number): Promise<void> {
  if (known === cadreKey) return
  const owner = await db.selectFrom('cadres').select('trashedAt').where('key', '=', known).executeTakeFirst()
  if (!owner || owner.trashedAt === null)
    throw new AppError('conflict', '数据包里有一条记录在本库属于另一个人，没有并入任何内容。请先核对是否有重复档案')
}

import { SecurityPolicy } from '../../shared/policy/policy'
import { AppError } from '../../shared/result'
import type { Reads, Writes } from '../store/schema'

/** The policy in force: the one adopted last. */
export async function current(db: Reads): Promise<SecurityPolicy> {
  const row = await db.selectFrom('policies').select('body').orderBy('seq', 'desc').executeTakeFirst()
  if (!row) throw new AppError('store-damaged', '数据库中没有安全策略')
  return SecurityPolicy.parse(JSON.parse(row.body))
}

export async function adopt(db: Writes, adoptedAt: string, policy: SecurityPolicy): Promise<SecurityPolicy> {
  await db
    .insertInto('policies')
    .values({ adoptedAt, body: JSON.stringify(policy) })
    .execute()
  return policy
}

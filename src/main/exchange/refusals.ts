import { AppError } from '../../shared/result'
import type { Reads } from '../store/schema'
import type { ArrivalRow } from './arrivals.repo'
import * as partners from './partners.repo'

/** A package that was not applied yet and is no older than what was. @throws AppError refused with the reason */
export async function insistNext(
  db: Reads,
  { packageId, partnerId, number }: Pick<ArrivalRow, 'packageId' | 'partnerId' | 'number'>,
): Promise<void> {
  const applied = db
    .selectFrom('exchangeArrivals')
    .innerJoin('importBatches', 'importBatches.id', 'exchangeArrivals.id')
    .where('partnerId', '=', partnerId)
    .where('importBatches.state', '=', 'confirmed')
  const same = await applied.select('number').where('packageId', '=', packageId).executeTakeFirst()
  if (same) throw new AppError('refused', `这个数据包（第 ${number} 号）已经并入过，不能再并入一次`)
  const last = await partners.lastReceived(db, partnerId)
  if (number === last)
    throw new AppError(
      'refused',
      `对方用第 ${number} 号发出过另一个数据包：对方的数据可能从备份恢复过，或在两台计算机上同时使用。请与对方核实`,
    )
  if (number < last)
    throw new AppError('refused', `这是第 ${number} 号，比已并入的第 ${last} 号旧，没有打开。请让对方重新发一份`)
}

export const changedOnTheWay = (): AppError =>
  new AppError('refused', '文件在途中被改动过，或者没有复制完整，没有打开。请让对方重新发一份')
export const notOurs = (): AppError =>
  new AppError('refused', '内容不合数据包的格式，没有打开。请让对方升级程序后重新发一份')

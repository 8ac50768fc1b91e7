import { AppError } from '../../shared/result'
import { type Anchor, compareAnchor, hasPages, readAnchor, writeAnchor } from '../store/anchor'
import { assertOneEnd, readHead } from '../store/audit'
import type { OpenedStore } from '../store/rekey'
import type { Unlocked } from '../store/vault'
import type { GatehouseOptions } from './gatehouse'
import type { OpenStore } from './open-store'

/** The clock may run this much behind what the store has seen before it counts as set back. */
const CLOCK_TOLERANCE_MS = 5 * 60_000

type Options = Pick<GatehouseOptions, 'machineDir' | 'clock'>
type ReadOnly = OpenStore['readOnly']

const placeOf = ({ machineDir }: Options, { storeId }: Unlocked['vault']) => ({ machineDir, storeId })

/**
 * What this computer remembers of the store, before its file is opened.
 * @param pages of the closed file, from `digestPages`
 */
export function recall(options: Options, unlocked: Unlocked, pages: Buffer | undefined): Anchor | undefined {
  const place = placeOf(options, unlocked.vault)
  const anchor = readAnchor(place, ...(unlocked.nextDek ? [unlocked.nextDek, unlocked.dek] : [unlocked.dek]))
  // From here on the file is not the one that was closed; a kill in a moment must not look like somebody's deed.
  if (anchor?.pages && hasPages(anchor, pages)) writeAnchor(place, unlocked.dek, { ...anchor, pages: undefined })
  return anchor
}

/**
 * Compares the opened file with that. @returns why it must not be written to, or null
 * @throws AppError clock-set-back, store-damaged when the chain does not end where the file says
 */
export function judge(
  options: Options,
  { raw, vault, dek }: OpenedStore,
  anchor: Anchor | undefined,
  pages: Buffer | undefined,
  acceptClock: boolean,
): ReadOnly {
  assertOneEnd(raw)
  const now = options.clock.now()
  const lastSeen = Math.max(readHead(raw)?.maxSeenMs ?? 0, anchor?.maxSeenMs ?? 0)
  if (now < lastSeen - CLOCK_TOLERANCE_MS && !acceptClock)
    throw new AppError('clock-set-back', '电脑的时间比上次使用时还早', { lastSeen, now })
  const verdict = compareAnchor(raw, anchor, pages)
  if (verdict === 'ok' || verdict === 'none') return null
  // The sign-in that follows adds a line, and the file would then pass for one that has gone on elsewhere.
  if (anchor && verdict === 'changed')
    writeAnchor(placeOf(options, vault), dek, { ...anchor, pages: undefined, changed: true })
  return { missingLines: typeof verdict === 'string' ? 0 : verdict.missingLines }
}

/** As the audit line of the sign-in says it. */
export const differenceWords = ({ missingLines }: NonNullable<ReadOnly>): string =>
  missingLines > 0 ? `数据落后于本机记录 ${missingLines} 行` : '数据文件与本机记录不符'

import type { BackupSettings, BackupState } from './backups'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** A calendar day at this computer's place. */
const dayOf = (ms: number): string => new Date(ms).toDateString()

/**
 * Which automatic backup is due now: the first of a day, or one an hour after the last while something was written.
 * @param lastAt when the newest good one was made; null when there is none
 * @param changed whether anything was written since
 */
export function dueBackup(
  now: number,
  lastAt: string | null,
  changed: boolean,
  { hourly, daily }: Pick<BackupSettings, 'hourly' | 'daily'>,
): 'hourly' | 'daily' | null {
  if (!changed) return null
  const last = lastAt === null ? Number.NEGATIVE_INFINITY : Date.parse(lastAt)
  if (daily && (lastAt === null || dayOf(last) !== dayOf(now))) return 'daily'
  // A clock that was set back must not hold backups off until it has caught up.
  return hourly && (now - last >= HOUR_MS || now < last) ? 'hourly' : null
}

/** After so many days the whole store is looked through again, beside the work. */
const LOOK_AFTER_DAYS = 7

/** Whether it is time to look for damage. A clock that was set back does not put it off. */
export const isLookDue = (now: number, lastAt: string | null): boolean =>
  lastAt === null || now < Date.parse(lastAt) || now - Date.parse(lastAt) >= LOOK_AFTER_DAYS * DAY_MS

export interface Warning {
  readonly text: string
  readonly alarm: boolean
}

/** Whole days since an instant; a future one counts as today. */
const daysSince = (at: string, now: number): number => Math.max(0, Math.floor((now - Date.parse(at)) / DAY_MS))

/** What has to be said about the copies, the most serious first; none when all is well. */
export function backupWarnings(
  state: Pick<BackupState, 'lastGoodAt' | 'changed' | 'second' | 'failure' | 'damage' | 'settings'>,
  now: number,
): readonly Warning[] {
  const { lastGoodAt, changed, second, failure, damage, settings } = state
  const found: Warning[] = []
  if (damage !== null && !damage.good) found.push({ text: `数据库有损坏：${damage.finding}`, alarm: true })
  if (failure !== null) found.push({ text: failure, alarm: true })
  if (lastGoodAt === null) {
    if (changed) found.push({ text: '还没有备份', alarm: false })
  } else if (changed && daysSince(lastGoodAt, now) >= settings.warnAfterDays)
    found.push({ text: `最近一份完好的备份是 ${daysSince(lastGoodAt, now)} 天前的`, alarm: true })
  if (second === null) return found
  if (second.lastGoodAt === null)
    found.push({ text: second.there ? '第二备份位置还没有备份' : '第二备份位置没有接上，还没有备份', alarm: false })
  else if (daysSince(second.lastGoodAt, now) >= settings.warnAfterDays)
    found.push({
      text: `第二备份位置的备份是 ${daysSince(second.lastGoodAt, now)} 天前的${second.there ? '' : '，请接上移动盘'}`,
      alarm: true,
    })
  return found
}

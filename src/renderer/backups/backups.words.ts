import type { BackupState, ListedBackup } from '../../shared/backups/backups'
import { backupWarnings } from '../../shared/backups/due.rules'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** 刚刚, 25 分钟前, 3 小时前, 12 天前. */
export function agoWords(at: string, now: number): string {
  const ms = Math.max(0, now - Date.parse(at))
  if (ms < MINUTE_MS) return '刚刚'
  if (ms < HOUR_MS) return `${Math.floor(ms / MINUTE_MS)} 分钟前`
  return ms < DAY_MS ? `${Math.floor(ms / HOUR_MS)} 小时前` : `${Math.floor(ms / DAY_MS)} 天前`
}

const units = ['KB', 'MB', 'GB'] as const
/** 3.2 MB. */
export function bytesWords(bytes: number): string {
  let [value, unit] = [bytes / 1024, 0]
  while (value >= 1000 && unit < units.length - 1) [value, unit] = [value / 1024, unit + 1]
  return `${value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('zh-CN')} ${units[unit]}`
}

/** How long something took: 0.8 秒, 12 秒, 3 分 05 秒. */
export function msWords(ms: number): string {
  const seconds = ms / 1000
  if (seconds < 10) return `${seconds.toFixed(1)} 秒`
  if (seconds < 60) return `${Math.round(seconds)} 秒`
  return `${Math.floor(seconds / 60)} 分 ${String(Math.round(seconds % 60)).padStart(2, '0')} 秒`
}

/** What stands in the header all day. */
export function headWords(state: BackupState, now: number): { text: string; alarm: boolean } {
  const [first] = backupWarnings(state, now).toSorted((a, b) => Number(b.alarm) - Number(a.alarm))
  if (state.running) return { text: '正在备份', alarm: false }
  const text = state.lastGoodAt === null ? '还没有备份' : `备份 ${agoWords(state.lastGoodAt, now)}`
  return { text, alarm: first?.alarm ?? false }
}

/** What is known of a listed file, in one word. */
export function goodWords({ head, good, check, contents }: ListedBackup): string {
  if (head === null) return '文件损坏'
  if (!good) return '检查未通过'
  if (contents === null) return '换密钥前'
  return check ? '已复查' : '完好'
}

import type { BackupKind, BackupSettings, Rotation } from './backups'

/** 24 hours, 14 days, 8 weeks, 12 months; three verified ones always. */
export const defaultRotation: Rotation = { hours: 24, days: 14, weeks: 8, months: 12, least: 3, beforeChanges: 5 }

/** What a new store starts with. */
export const defaultBackupSettings: BackupSettings = {
  hourly: true,
  daily: true,
  onQuit: true,
  rotation: defaultRotation,
  warnAfterDays: 7,
}

export interface Kept {
  readonly id: string
  readonly kind: BackupKind
  /** ISO instant. */
  readonly at: string
  /** Whether its last check found it whole. */
  readonly good: boolean
}

const DAY_MS = 86_400_000
/** Monday the 5th of January 1970 is day 4. */
const weekOf = (at: string): string => String(Math.floor((Math.floor(Date.parse(at) / DAY_MS) + 3) / 7))
const periods: readonly (readonly [keyof Rotation, (at: string) => string])[] = [
  ['hours', at => at.slice(0, 13)],
  ['days', at => at.slice(0, 10)],
  ['weeks', weekOf],
  ['months', at => at.slice(0, 7)],
]
const automatic: readonly BackupKind[] = ['hourly', 'daily', 'quit']

/**
 * Which backups may go. Made by hand they never go by themselves; of the automatic ones the newest good one of each period
 * stays, so a damaged one never takes a place.
 * @returns ids, the oldest first
 */
export function outdated(backups: readonly Kept[], rotation: Rotation): string[] {
  const newest = backups.toSorted((a, b) => b.at.localeCompare(a.at))
  const stay = new Set(newest.filter(({ kind }) => kind === 'manual').map(({ id }) => id))
  for (const { id } of newest.filter(({ good }) => good).slice(0, rotation.least)) stay.add(id)
  const rotated = newest.filter(({ kind, good }) => good && automatic.includes(kind))
  for (const [limit, periodOf] of periods) {
    const taken = new Set<string>()
    for (const { id, at } of rotated) {
      const period = periodOf(at)
      if (taken.has(period) || taken.size >= rotation[limit]) continue
      taken.add(period)
      stay.add(id)
    }
  }
  const changes = new Map<BackupKind, number>()
  for (const { id, kind, good } of newest) {
    if (automatic.includes(kind) || kind === 'manual' || !good) continue
    const already = changes.get(kind) ?? 0
    changes.set(kind, already + 1)
    if (already < rotation.beforeChanges) stay.add(id)
  }
  // One that is damaged says where a disk went bad: it stays until a newer good one has taken its place.
  const lastGood = newest.find(({ good }) => good)?.at ?? ''
  for (const { id, at, good } of newest) if (!good && at > lastGood) stay.add(id)
  return newest
    .filter(({ id }) => !stay.has(id))
    .map(({ id }) => id)
    .toReversed()
}

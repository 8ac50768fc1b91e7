import * as z from 'zod'
import { Login, Password } from '../accounts/accounts'

/** Why a backup was made. */
const backupKinds = ['manual', 'hourly', 'daily', 'quit', 'migration', 'rekey', 'import', 'restore'] as const
export const BackupKind = z.enum(backupKinds)
export type BackupKind = z.infer<typeof BackupKind>

export const backupKindTitles: Record<BackupKind, string> = {
  manual: '手工备份',
  hourly: '每小时',
  daily: '每日',
  quit: '退出时',
  migration: '升级前',
  rekey: '换密钥前',
  import: '导入前',
  restore: '恢复前',
}

/** What anybody may know of a backup who has the file: no name, no number of people. */
export const BackupHead = z.strictObject({
  format: z.literal(1),
  id: z.uuid(),
  storeId: z.uuid(),
  kind: BackupKind,
  at: z.iso.datetime(),
  /** The application that made it. */
  version: z.string().max(40),
  /** The version of the tables. */
  schema: z.int().min(0),
  /** Of the data file within the backup. */
  dataBytes: z.int().min(0),
  dataSha256: z.string().length(64),
  headerSha256: z.string().length(64),
})
export type BackupHead = z.infer<typeof BackupHead>

/** What only a holder of the key learns. */
export const BackupContents = z.strictObject({
  note: z.string().max(200),
  people: z.int().min(0),
  /** Rows of each table. */
  counts: z.record(z.string(), z.int().min(0)),
  /** The last line of the audit chain. */
  seq: z.int().min(0),
  mac: z.string().max(64),
  /** When that line was written; null for an empty chain. */
  lastChangeAt: z.iso.datetime().nullable(),
})
export type BackupContents = z.infer<typeof BackupContents>

/** Where a backup lies: in the store's own folder, in the second one, or where a person chose it. */
const backupPlaces = ['main', 'second', 'chosen'] as const
export const BackupPlace = z.enum(backupPlaces)
export type BackupPlace = z.infer<typeof BackupPlace>
export const backupPlaceTitles: Record<BackupPlace, string> = {
  main: '本机备份文件夹',
  second: '第二备份位置',
  chosen: '另行选择的文件',
}

/** The last check of one backup. */
export const BackupCheck = z.object({ at: z.iso.datetime(), good: z.boolean(), finding: z.string() })
export type BackupCheck = z.infer<typeof BackupCheck>

/** A file of the backup folder, as it is listed. */
export const ListedBackup = z.object({
  /** The file's name, which is its key within its place. */
  file: z.string(),
  place: BackupPlace,
  bytes: z.int(),
  /** Null for a file whose end cannot be read: damaged, or cut off. */
  head: BackupHead.nullable(),
  /** Null for a backup that another key seals: of before a re-key. */
  contents: BackupContents.nullable(),
  check: BackupCheck.nullable(),
  /** Whole as far as its end tells, and not found damaged by its last check. */
  good: z.boolean(),
})
export type ListedBackup = z.infer<typeof ListedBackup>

export const Rotation = z.object({
  hours: z.int().min(0).max(240),
  days: z.int().min(1).max(366),
  weeks: z.int().min(0).max(260),
  months: z.int().min(0).max(240),
  least: z.int().min(3).max(50),
  beforeChanges: z.int().min(1).max(50),
})
/** How many automatic backups are kept: one for each of so many hours, days, weeks, months that have any. */
export type Rotation = z.infer<typeof Rotation>

export const BackupSettings = z.object({
  hourly: z.boolean(),
  daily: z.boolean(),
  onQuit: z.boolean(),
  rotation: Rotation,
  /** After so many days without a good copy in the second place it is time to say so. */
  warnAfterDays: z.int().min(1).max(60),
})
export type BackupSettings = z.infer<typeof BackupSettings>

/** The second place: a folder on another disk or a removable medium, as this computer knows it. */
export const SecondPlace = z.object({
  folder: z.string(),
  /** Whether it can be reached now. */
  there: z.boolean(),
  lastGoodAt: z.iso.datetime().nullable(),
})
export type SecondPlace = z.infer<typeof SecondPlace>

/** What stands in view all day. */
export const BackupState = z.object({
  lastGoodAt: z.iso.datetime().nullable(),
  /** Whether anything was written since. */
  changed: z.boolean(),
  second: SecondPlace.nullable(),
  running: z.boolean(),
  /** What went wrong last, as it is said: no automatic backup, or none in the second place; null when all went well. */
  failure: z.string().nullable(),
  /** What the last look through the whole store found; null before the first. */
  damage: BackupCheck.nullable(),
  settings: BackupSettings,
})
export type BackupState = z.infer<typeof BackupState>

/** What is damaged, by name. */
export const Finding = z.object({
  kind: z.enum(['pages', 'table', 'references', 'file', 'chain']),
  /** The table, or whose file it is. */
  name: z.string(),
  detail: z.string(),
})
export type Finding = z.infer<typeof Finding>

/** A check or a drill that was run, and what came of it. */
export const BackupRun = BackupCheck.extend({
  kind: z.enum(['check', 'drill', 'damage']),
  backupId: z.uuid().nullable(),
  ms: z.int(),
  by: z.string(),
})
export type BackupRun = z.infer<typeof BackupRun>

/** A listed file is named by its place and its name. */
export const BackupName = z.object({ place: BackupPlace, file: z.string().max(125) })
export type BackupName = z.infer<typeof BackupName>

/** What could not be brought over from a damaged store. */
export const Lost = z.object({
  table: z.string(),
  /** -1 when it cannot be told how many. */
  rows: z.int(),
  what: z.string(),
})
export type Lost = z.infer<typeof Lost>

/** Opens a backup or a store before anybody has signed in: an account of its own time, or the printed code. */
export const RestoreKey = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('account'), login: Login, password: Password }),
  z.object({ kind: z.literal('recovery'), code: z.string().min(1).max(80) }),
])
export type RestoreKey = z.infer<typeof RestoreKey>

/** What a backup holds, before it is restored. */
export const BackupPreview = z.object({
  head: BackupHead,
  unit: z.string(),
  contents: BackupContents,
  /** Lines of the audit log that this computer remembers beyond it; null when it remembers nothing of this store. */
  behind: z.int().nullable(),
})
export type BackupPreview = z.infer<typeof BackupPreview>

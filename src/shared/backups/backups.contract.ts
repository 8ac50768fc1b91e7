import * as z from 'zod'
import { Reason } from '../accounts/accounts'
import { command, gate, job, query } from '../ipc/define'
import { text } from '../text'
import {
  BackupCheck,
  BackupName,
  BackupPreview,
  BackupRun,
  BackupSettings,
  BackupState,
  Finding,
  ListedBackup,
  Lost,
  RestoreKey,
} from './backups'

const read = { needs: 'backups.read', always: true } as const
const make = { needs: 'backups.make', always: true } as const
const configure = { needs: 'backups.configure' } as const
/** Before anybody has signed in; who may is asked of the backup itself. */
const outside = { needs: 'anyone', always: true } as const
const nothing = z.object({})
const Opening = z.object({ name: BackupName, key: RestoreKey })
const Token = z.string().max(64)

/** What looks into folders is a job, for no query touches a disk but through the store. */
export const backupsContract = {
  state: job(nothing, BackupState, { title: '查看备份状态', ...read }),
  /** Newest first; of both places, the second while it is there. */
  list: job(nothing, z.array(ListedBackup), { title: '查看备份', ...read }),
  runs: query(nothing, z.array(BackupRun), { title: '查看检查和演练记录', ...read }),
  make: job(z.object({ note: text(200) }), ListedBackup, { title: '手工备份', ...make }),
  /** Reads a backup from its first byte to its last. */
  verify: job(BackupName, BackupCheck, { title: '检查备份', ...make }),
  /** Restores a backup into a folder of its own, opens it, and throws it away. */
  drill: job(BackupName, BackupCheck.extend({ ms: z.int() }), { title: '恢复演练', ...make }),
  /** Writes a copy to a place that the person chose. */
  saveCopy: job(BackupName.extend({ token: Token }), nothing, { title: '另存备份', ...make }),
  /** Looks for damage in the store itself. */
  damage: job(nothing, z.object({ findings: z.array(Finding), ms: z.int() }), { title: '检查数据库', ...make }),
  configure: command(BackupSettings, nothing, { title: '更改备份设置', ...configure }),
  /** The second place is this computer's; null forgets it and leaves its files. */
  placeSecond: job(z.object({ token: Token.nullable() }), nothing, { title: '设定第二备份位置', ...configure }),
  remove: job(BackupName.extend({ reason: Reason }), nothing, { title: '删除备份', ...configure }),

  /** What a locked or damaged store can be restored from; without a key, so without what is in them. */
  found: gate(nothing, z.array(ListedBackup), { title: '查找可恢复的备份', ...outside }),
  choose: gate(z.object({ token: Token }), ListedBackup, { title: '选择备份文件', ...outside }),
  preview: gate(Opening, BackupPreview, { title: '预览备份', ...outside }),
  /** With a token the store is restored into the folder that was chosen, otherwise in place. */
  /** The name is that of the folder which the present store was set aside in, empty where there was none, or of the new one. */
  restore: gate(Opening.extend({ token: Token.nullable() }), z.object({ name: z.string() }), {
    title: '从备份恢复',
    ...outside,
  }),
  salvage: gate(z.object({ key: RestoreKey }), z.object({ name: z.string(), rows: z.int(), lost: z.array(Lost) }), {
    title: '抢救损坏的数据库',
    ...outside,
  }),
}

import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { BackupName, BackupRun, ListedBackup } from '../../shared/backups/backups'
import { AppError } from '../../shared/result'
import { instantOf } from '../ipc/clock'
import type { CoreHandlers, JobContext } from '../ipc/contexts'
import { toStoreError } from '../store/store-errors'
import * as repo from './backups.repo'
import type { Followed } from './long-work'
import { DRILL } from './shelf'

const stepTitles: Readonly<Record<string, string>> = {
  copy: '正在复制',
  hash: '正在核对哈希',
  check: '正在逐页检查',
  write: '正在写入并核对',
  salvage: '正在逐表读出',
}
const followed = ({ signal, progress }: Pick<JobContext, 'signal' | 'progress'>): Followed => ({
  signal,
  step: (step, done, total) => progress({ done, total, note: stepTitles[step] ?? step }),
})

async function listedOf({ gatehouse }: JobContext, { place, file }: BackupName): Promise<ListedBackup> {
  const found = (await gatehouse.backups.list()).find(one => one.place === place && one.file === file)
  if (!found) throw new AppError('not-found', '这份备份已经不在了')
  return found
}

/** What a check or a drill found is kept, good or bad; a cancelled one found nothing. */
async function recorded(
  context: JobContext,
  kind: BackupRun['kind'],
  backup: ListedBackup,
  look: () => Promise<string>,
): Promise<{ at: string; good: boolean; finding: string; ms: number }> {
  const started = performance.now()
  let [good, finding] = [true, '']
  try {
    finding = await look()
  } catch (error) {
    const known = toStoreError(error)
    if (!['backup-damaged', 'store-damaged'].includes(known.code)) throw error
    good = false
    finding = known.message
  }
  const run = { at: instantOf(context), good, finding, ms: Math.round(performance.now() - started) }
  await context.commit(async ({ db, caller, record }) => {
    record({ subject: `backups:${backup.head?.id ?? backup.file}`, details: `${good ? '完好' : '有损坏'}：${finding}` })
    await repo.record(db, { ...run, kind, backupId: backup.head?.id ?? null, accountId: caller.id })
  })
  return run
}

/** Restores into a folder of its own, where what came out is opened and compared, and throws it away. */
async function tryOut(context: JobContext, backup: ListedBackup): Promise<string> {
  const { gatehouse, newId } = context
  const folder = join(gatehouse.backups.folderOf('main'), `${DRILL}${newId()}`)
  mkdirSync(folder, { mode: 0o700 })
  try {
    const { contents } = await gatehouse.backups.extract(backup, join(folder, 'store.db'), followed(context))
    return `恢复出 ${contents.people} 人、审计日志 ${contents.seq} 行`
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export const backupsHandlers: CoreHandlers['backups'] = {
  state: ({ gatehouse }) => gatehouse.backups.state(),
  list: ({ gatehouse }) => gatehouse.backups.list(),
  runs: ({ db }) => repo.runs(db),

  async make(context, { note }) {
    const { gatehouse, commit } = context
    const { id } = await gatehouse.backups.make('manual', note, followed(context))
    await commit(async ({ record }) => record({ subject: `backups:${id}` }))
    const made = (await gatehouse.backups.list()).find(({ head, place }) => head?.id === id && place === 'main')
    if (!made) throw new AppError('not-found', '备份写好后又不见了，请检查备份文件夹')
    return made
  },

  async verify(context, name) {
    const backup = await listedOf(context, name)
    const { ms: _ms, ...check } = await recorded(context, 'check', backup, async () => {
      const { contents } = await context.gatehouse.backups.verify(name, followed(context))
      return `逐页检查 ${contents.people} 人、审计日志 ${contents.seq} 行`
    })
    return check
  },

  async drill(context, name) {
    const backup = await listedOf(context, name)
    return recorded(context, 'drill', backup, () => tryOut(context, backup))
  },

  async saveCopy(context, { token, ...name }) {
    const { gatehouse, commit } = context
    const { head } = await listedOf(context, name)
    const target = gatehouse.options.files.takePlace(token)
    await gatehouse.backups.copy(name, target, followed(context))
    await commit(async ({ record }) => record({ subject: `backups:${head?.id ?? name.file}` }))
    return {}
  },

  async damage(context) {
    const { findings, run } = await context.gatehouse.backups.findDamage(followed(context))
    await context.commit(async ({ db, caller, record }) => {
      record({ details: run.good ? '没有发现损坏' : `发现 ${findings.length} 处损坏` })
      await repo.record(db, { ...run, accountId: caller.id })
    })
    return { findings, ms: run.ms }
  },

  async configure({ db, record }, settings) {
    const { rotation } = settings
    record({
      details: `保留 ${rotation.hours} 小时、${rotation.days} 天、${rotation.weeks} 周、${rotation.months} 月，至少 ${rotation.least} 份`,
    })
    await repo.adopt(db, settings)
    return {}
  },

  async placeSecond({ gatehouse, commit }, { token }) {
    await gatehouse.backups.placeSecond(token === null ? null : gatehouse.options.files.takePlace(token))
    await commit(async ({ record }) => record({ details: token === null ? '不再使用' : '已设定' }))
    return {}
  },

  async remove(context, { reason, ...name }) {
    const { gatehouse, commit } = context
    const { head, good } = await listedOf(context, name)
    const left = (await gatehouse.backups.list()).filter(one => one.place === name.place && one.good)
    const { rotation } = await repo.settingsOf(context.db)
    if (good && left.length <= rotation.least)
      throw new AppError('refused', `完好的备份至少保留 ${rotation.least} 份，这一份不能删`)
    await commit(async ({ record }) => record({ subject: `backups:${head?.id ?? name.file}`, reason }))
    rmSync(gatehouse.backups.pathOf(name), { force: true })
    return {}
  },

  found: ({ gatehouse }) => gatehouse.restoring(false, async restorer => restorer.found()),
  choose: ({ gatehouse }, { token }) =>
    gatehouse.restoring(false, async restorer => {
      const [path] = gatehouse.options.files.takeReading(token)
      if (path === undefined) throw new AppError('invalid-input', '没有选择文件')
      return restorer.choose(path)
    }),
  preview: ({ gatehouse }, { name, key }) => gatehouse.restoring(false, restorer => restorer.preview(name, key)),
  restore: (context, { name, key, token }) =>
    context.gatehouse.restoring(token === null, restorer =>
      restorer.restore(
        name,
        key,
        token === null
          ? { kind: 'place' }
          : { kind: 'beside', folder: context.gatehouse.options.files.takePlace(token) },
        followed(context),
      ),
    ),
  salvage: (context, { key }) =>
    context.gatehouse.restoring(true, restorer => restorer.salvage(key, followed(context))),
}

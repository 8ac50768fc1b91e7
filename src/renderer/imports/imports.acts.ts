import type { BatchId } from '../../shared/imports/imports'
import type { HeaderChoice, RosterColumns } from '../../shared/imports/sheets'
import type { JobOptions } from '../../shared/ipc/define'
import { AppError } from '../../shared/result'
import type { ChosenFiles } from '../../shared/shell/shell.contract'
import { api } from '../api/client'
import { useImportsStore } from './imports.store'

const { setState: put, getState: now } = useImportsStore

/** Runs a job in sight, one at a time. A job that was stopped has left nothing and says so by itself. */
async function inSight<T>(title: string, job: (options: JobOptions) => Promise<T>): Promise<T | undefined> {
  if (now().running) return undefined
  const stopping = new AbortController()
  put({ running: { title, progress: null, stop: () => stopping.abort() }, error: null, done: null })
  try {
    return await job({
      signal: stopping.signal,
      onProgress: progress => put(({ running }) => ({ running: running && { ...running, progress } })),
    })
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'cancelled')) put({ error })
    return undefined
  } finally {
    put({ running: null })
  }
}

/** Until no job runs. */
const idle = (): Promise<void> =>
  new Promise(resolve => {
    const stop = useImportsStore.subscribe(({ running }) => {
      if (running) return
      stop()
      resolve()
    })
  })

/** Reads what was chosen into a staging and opens it. What comes while a job runs, such as a double-click, waits for it. */
export async function stage(chosen: ChosenFiles | null): Promise<void> {
  if (!chosen) return
  while (now().running) await idle()
  const batch = await inSight('正在读入', options => api.imports.stage({ token: chosen.token }, options))
  if (!batch) return
  now().open(batch.id)
  if (batch.sheets > 0) now().show('sheets')
}

export async function choose(what: 'files' | 'folder'): Promise<void> {
  try {
    await stage(await api.shell.chooseImport({ what }))
  } catch (error) {
    put({ error })
  }
}

/** Makes people of a sheet, or leaves it out, and goes on to the next one or to the people. */
export async function match(
  batchId: BatchId,
  place: number,
  matching: { header: HeaderChoice; columns: RosterColumns } | null,
): Promise<void> {
  const batch = await inSight(matching ? '正在读入名册' : '正在跳过这张表', options =>
    api.imports.match({ batchId, place, matching }, options),
  )
  if (batch) now().show(batch.sheets > 0 ? 'sheets' : 'all')
}

export async function forget(signature: string): Promise<void> {
  try {
    await api.imports.forget({ signature })
  } catch (error) {
    put({ error })
  }
}

export async function confirm(batchId: BatchId): Promise<void> {
  const made = await inSight('正在导入', options => api.imports.confirm({ batchId }, options))
  if (!made) return
  const { added, changed, units } = made
  const parts = [`新增 ${added} 人`, `更新 ${changed} 人`, ...(units > 0 ? [`新建 ${units} 个单位`] : [])]
  now().open(null)
  put({ done: { words: `已导入：${parts.join('，')}`, batchId } })
}

export async function undo(batchId: BatchId, reason: string): Promise<void> {
  const undone = await inSight('正在撤销', options => api.imports.undo({ batchId, reason }, options))
  if (undone) put({ done: { words: `已撤销这次导入，${undone.people} 人回到导入以前的样子`, batchId: null } })
}

import { randomUUID } from 'node:crypto'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Check } from '../../shared/self-check/report'
import { freeBytes } from '../store/disk'
import { holdsStore } from '../store/store-paths'

const MIB = 2 ** 20
const LITTLE_MIB = 2048
const TOO_LITTLE_MIB = 256

function isWritable(folder: string): boolean {
  const probe = join(folder, `.dandang-check-${randomUUID()}`)
  try {
    writeFileSync(probe, '', { mode: 0o600, flag: 'wx' })
    return true
  } catch {
    return false
  } finally {
    rmSync(probe, { force: true })
  }
}

function checkWritable(title: string, folder: string): Check {
  const group = 'folders'
  if (!existsSync(folder)) return { group, title, state: 'fail', detail: `没有这个文件夹：${folder}` }
  if (!isWritable(folder)) return { group, title, state: 'fail', detail: `不能写入，请检查权限：${folder}` }
  return { group, title, state: 'ok', detail: folder }
}

function checkSpace(title: string, folder: string): Check[] {
  if (!existsSync(folder)) return []
  const free = Math.floor(freeBytes(folder) / MIB)
  const state = free < TOO_LITTLE_MIB ? 'fail' : free < LITTLE_MIB ? 'warn' : 'ok'
  const advice = state === 'ok' ? '' : '，请腾出空间：升级和备份要另存一份完整的数据'
  return [{ group: 'space', title, state, detail: `可用 ${free} MB${advice}` }]
}

/** A store on a stick that is not plugged in is no fault of the installation: only the first, the one in use, must be there. */
function checkStore(folder: string, isInUse: boolean): Check {
  const title = isInUse ? '正在使用的数据库' : '用过的数据库'
  if (!isInUse && !existsSync(folder)) return { group: 'folders', title, state: 'warn', detail: `找不到：${folder}` }
  const writable = checkWritable(title, folder)
  if (writable.state !== 'ok' || holdsStore(folder)) return writable
  return { ...writable, state: 'fail', detail: `文件夹里没有数据库：${folder}` }
}

/** Whether the folders of the application and of its stores are there, can be written to and have room. */
export function checkFolders(userData: string, storeFolders: readonly string[]): Check[] {
  const none: Check = { group: 'folders', title: '数据库', state: 'ok', detail: '这个账户还没有建立或打开过数据库' }
  return [
    checkWritable('程序设置', userData),
    ...(storeFolders.length === 0 ? [none] : storeFolders.map((folder, i) => checkStore(folder, i === 0))),
    ...checkSpace('程序设置所在磁盘', userData),
    ...storeFolders.flatMap(folder => checkSpace('数据库所在磁盘', folder)),
  ]
}

import { createHash } from 'node:crypto'
import { createReadStream, existsSync, lstatSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../../shared/result'
import { ModelManifest } from '../../shared/sound/transcript'

/** Where IT puts a speech model: beside the machine secret, in the folder that belongs to this computer. None ships. */
export const modelFolder = (machineDir: string): string => join(machineDir, 'speech')

const damaged = (why: string): AppError => new AppError('refused', `语音转写模型不能用：${why}。请由信息科重新放入`)

/** What stands in the folder; undefined where there is no model. @throws AppError refused for one that says nothing sensible */
export function readManifest(folder: string): ModelManifest | undefined {
  const path = join(folder, 'manifest.json')
  if (!existsSync(path)) return undefined
  try {
    return ModelManifest.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    throw damaged('说明文件 manifest.json 不合要求')
  }
}

/** Compares every file with the manifest. @throws AppError refused for the first that is missing, a link, or another one */
export async function insistWhole(folder: string, { files }: ModelManifest): Promise<void> {
  for (const { path, sha256 } of files) {
    const file = join(folder, path)
    if (!lstatSync(file, { throwIfNoEntry: false })?.isFile()) throw damaged(`缺少 ${path}`)
    const hash = createHash('sha256')
    for await (const part of createReadStream(file)) hash.update(part as Buffer)
    if (hash.digest('hex') !== sha256) throw damaged(`${path} 与说明文件不一致`)
  }
}

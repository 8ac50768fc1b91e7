import { type Dirent, promises as fs } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { ImportFailure } from '../../shared/cadres/imported'
import { isForm, isMeant, isNoise, isPicture, stem } from '../cadres/file-names'

/** A file to be read, or that cannot be. */
export interface FoundFile {
  /** Its name with the folders below the one that was chosen, parted by /. */
  readonly name: string
  readonly path: string
  /** The picture of the same name beside a `.lrm`. */
  readonly picturePath: string | null
  readonly failure: ImportFailure | null
}
export interface Found {
  readonly files: readonly FoundFile[]
  /** Files in the folders that are of no kind to import. */
  readonly ignored: number
}

/** More than a province keeps of people, and deeper than anybody files them. */
const most = { entries: 200_000, files: 50_000, depth: 16 }

/** Why a path cannot be read, and what to do. */
export function pathFailure(error: unknown): ImportFailure {
  const code = (error as { code?: unknown } | null)?.code
  const why =
    code === 'ENOENT' || code === 'ENOTDIR'
      ? '已不在原处，可能被移走、改名，或者 U 盘已拔出。请重新选择后再导入。'
      : code === 'EACCES' || code === 'EPERM' || code === 'EBUSY'
        ? '正被其他程序占用，或者没有读取权限。请关闭打开它的程序后再导入。'
        : '读取磁盘时出错。请把它复制到本机硬盘后再导入。'
  return { code: 'not-readable', line: null, why }
}
const tooMany: ImportFailure = {
  code: 'too-large',
  line: null,
  why: `文件超过 ${most.files} 个，其余没有读入。请分批选择文件夹。`,
}

/**
 * Everything to be read behind the paths that a person chose: files themselves, folders with all below them. Links are not
 * followed. What cannot be looked at is told in its place, and the rest goes on.
 */
export async function findFiles(paths: readonly string[], signal: AbortSignal): Promise<Found> {
  const files: FoundFile[] = []
  let ignored = 0
  let entries = 0
  const isFull = (): boolean => files.length >= most.files || entries >= most.entries
  const add = (path: string, name: string, picturePath: string | null, failure: ImportFailure | null): void => {
    if (!isFull()) files.push({ path, name, picturePath, failure })
  }

  function addFolderFiles(folder: string, prefix: string, names: readonly string[]): void {
    const pictures = new Map<string, string>()
    for (const name of names) if (isPicture(name)) pictures.set(stem(name), join(folder, name))
    const used = new Set<string>()
    for (const name of names) {
      if (isMeant(name)) {
        const picture = isForm(name) ? (pictures.get(stem(name)) ?? null) : null
        if (picture !== null) used.add(picture)
        add(join(folder, name), prefix + name, picture, null)
      }
    }
    ignored += names.filter(name => !isMeant(name) && !isNoise(name) && !used.has(join(folder, name))).length
  }

  async function walk(folder: string, prefix: string, depth: number): Promise<void> {
    if (signal.aborted || isFull()) return
    let found: Dirent[]
    try {
      found = await fs.readdir(folder, { withFileTypes: true })
    } catch (error) {
      return add(folder, prefix.slice(0, -1), null, pathFailure(error))
    }
    entries += found.length
    found.sort((a, b) => a.name.localeCompare(b.name, 'zh-CN', { numeric: true }))
    addFolderFiles(
      folder,
      prefix,
      found.filter(entry => entry.isFile()).map(({ name }) => name),
    )
    for (const entry of found.filter(each => each.isDirectory() && !isNoise(each.name))) {
      const name = `${prefix}${entry.name}/`
      if (depth < most.depth) await walk(join(folder, entry.name), name, depth + 1)
      else
        add(join(folder, entry.name), name.slice(0, -1), null, {
          code: 'too-large',
          line: null,
          why: `文件夹套了 ${most.depth} 层以上，里面的文件没有读入。请直接选择它。`,
        })
    }
  }

  const chosen = [...new Set(paths)]
  const stems = new Set(chosen.filter(isForm).map(stem))
  for (const path of chosen) {
    try {
      const stat = await fs.stat(path)
      if (stat.isDirectory()) await walk(path, chosen.length > 1 ? `${basename(path)}/` : '', 1)
      else if (!stat.isFile()) add(path, basename(path), null, pathFailure(undefined))
      else if (!(isPicture(path) && stems.has(stem(path))))
        add(path, basename(path), isForm(path) ? await pictureBeside(path) : null, null)
    } catch (error) {
      add(path, basename(path), null, pathFailure(error))
    }
  }
  if (isFull()) files.push({ path: '', name: '其余文件', picturePath: null, failure: tooMany })
  return { files, ignored }
}

/** A single `.lrm` brings the picture along that lies beside it under its name. */
async function pictureBeside(path: string): Promise<string | null> {
  const names = await fs.readdir(dirname(path)).catch((): string[] => [])
  const own = stem(basename(path))
  const picture = names.find(name => isPicture(name) && stem(name) === own)
  return picture === undefined ? null : join(dirname(path), picture)
}

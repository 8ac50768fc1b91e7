import { closeSync, fstatSync, openSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname, join, parse } from 'node:path'
import { ItLimits, ItPolicyFile, type ItPolicyState } from '../../shared/it-policy/it-policy'
import { whileRefused } from '../../shared/it-policy/it-policy.rules'

/** A policy is a few lines; what is larger is something else. */
const MOST_BYTES = 65_536
const OTHERS_WRITE = 0o022
const mender = '请单位信息部门的管理员改正后重新启动担当'

/**
 * Where a policy may lie, the first that exists counts. On Windows the person may change what `ProgramData` says, so the
 * folder is looked for beside the profile's own drive as well: another place can be added that way, and none taken away.
 */
export function policyPlaces(platform: NodeJS.Platform, appData: string, programData: string | undefined): string[] {
  if (platform !== 'win32') return ['/etc/dandang/policy.json']
  const folders = [join(parse(appData).root, 'ProgramData'), 'C:\\ProgramData', ...(programData ? [programData] : [])]
  return [...new Set(folders.map(folder => join(folder, 'Dandang', 'policy.json')))]
}

/** The first line after which no ending would make JSON of it. V8 tells the place of some faults only. */
function lineOfFault(text: string): number {
  const lines = text.replace(/^\uFEFF/, '').split('\n')
  const broken = lines.findIndex((_line, index) => {
    const soFar = lines.slice(0, index + 1).join('\n')
    try {
      JSON.parse(soFar)
      return false
    } catch (error) {
      const message = error instanceof Error ? error.message : ''
      return !/Unexpected end/.test(message) && !message.includes(`position ${soFar.length}`)
    }
  })
  return broken === -1 ? lines.length : broken + 1
}

/** What a file says, or why it is refused as a whole. The words name the place in it and what to write there. */
export function readPolicy(text: string): { policy: ItPolicyFile } | { problems: string[] } {
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return {
      problems: [
        text.trim() === ''
          ? '文件是空的：至少应有一对花括号 { }，没有要统一的就删去文件'
          : `第 ${lineOfFault(text)} 行附近不是正确的 JSON：检查逗号、引号和括号，用英文标点，最后一项后面不加逗号`,
      ],
    }
  }
  const parsed = ItPolicyFile.safeParse(value)
  if (parsed.success) return { policy: parsed.data }
  return {
    problems: parsed.error.issues.map(issue =>
      issue.code === 'unrecognized_keys'
        ? `不认识的项 ${issue.keys.map(key => `“${key.slice(0, 40)}”`).join('、')}：核对拼写和大小写，或者删去`
        : issue.path.length === 0
          ? issue.message
          : `“${issue.path.join('.')}”${issue.message}`,
    ),
  }
}

interface Reading {
  readonly platform: NodeJS.Platform
  /** Whose file counts on Linux: 0, root; in a source checkout also the one who tests. */
  readonly owners: readonly number[]
}

/** Reads the policy of this computer. Never throws: the application starts whatever lies there. */
export function loadItPolicy(places: readonly string[], { platform, owners }: Reading): ItPolicyState {
  for (const place of places) {
    const text = readAt(place, platform === 'win32' ? undefined : owners)
    if (text === undefined) continue
    const found = 'problem' in text ? { problems: [text.problem] } : readPolicy(text.text)
    if ('problems' in found)
      return { state: 'refused', place, problems: found.problems.slice(0, 8), notes: [mender], inForce: whileRefused }
    const notes = platform === 'win32' ? ['本程序不能核对这个文件夹的权限，请信息部门确认普通用户不能改动它'] : []
    return { state: 'in-force', place, problems: [], notes, inForce: found.policy }
  }
  return { state: 'none', place: places[0] ?? '', problems: [], notes: [], inForce: {} }
}

/** Notepad may save Chinese in another encoding: read as UTF-8, a folder would get another name and be used. */
function decoded(bytes: Buffer): { text: string } | { problem: string } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return { problem: '文件不是 UTF-8 编码：用记事本打开，“另存为”时编码选“UTF-8”' }
  }
}

/** The text, why it may not count, or undefined where nothing lies. What was opened is what is judged. */
function readAt(
  place: string,
  owners: readonly number[] | undefined,
): { text: string } | { problem: string } | undefined {
  let handle: number | undefined
  try {
    handle = openSync(place, 'r')
    const { size, uid, mode } = fstatSync(handle)
    if (size > MOST_BYTES) return { problem: '文件太大，不像是策略文件' }
    if (owners) {
      const folder = statSync(dirname(realpathSync(place)))
      if ([{ uid, mode }, folder].some(each => !owners.includes(each.uid) || (each.mode & OTHERS_WRITE) !== 0))
        return {
          problem:
            '文件或所在的文件夹能被普通用户改动，不能算数：所有者应为 root，别人不能写（chown root:root，chmod 644；文件夹 755）',
        }
    }
    return decoded(readFileSync(handle))
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    return { problem: `文件读不出来（${code ?? '未知原因'}）：检查文件和文件夹的权限，普通用户要能读` }
  } finally {
    if (handle !== undefined) closeSync(handle)
  }
}

export const limitsOf = ({ inForce }: ItPolicyState): ItLimits => ItLimits.parse(inForce)

import { failed, type ImportedFile, type Parsed, parsed } from '../../shared/cadres/imported'
import type { ImportedPackage } from '../../shared/cadres/reader-protocol'
import { isExchange, parseExchangeZip } from './exchange-zip'
import { isForm, isMeant, isNoise, isPicture, stem } from './file-names'
import { type OpenedZip, openZip } from './zip-guard'

/** Everybody of an exchange package, or what a package of loose files holds. */
export async function readPackage(bytes: Uint8Array): Promise<Parsed<ImportedFile | ImportedPackage>> {
  const zip = await openZip(bytes)
  if (!zip.ok) return zip
  return isExchange(zip.value) ? parseExchangeZip(zip.value) : listFiles(zip.value)
}

const isNoisy = (path: string): boolean => path.split('/').some(isNoise)

/** In the order of their names, so that the lines of one folder stand together. */
function listFiles({ entries }: OpenedZip): Parsed<ImportedPackage> {
  const names = [...entries.keys()].filter(name => !isNoisy(name))
  const meant = names.filter(name => isMeant(name))
  if (meant.length === 0)
    return failed(
      'wrong-kind',
      '压缩包里没有可以导入的文件：没有 .lrmx、.lrm 或 Excel 名册，也不是数据交换通用格式（没有 Table/A01.xml）。请确认选对了文件。',
    )
  const pictures = picturesOf(names)
  const used = new Set(meant.flatMap(name => (isForm(name) ? (pictures.get(stem(name)) ?? []) : [])))
  const ignored = names.filter(name => !isMeant(name) && !used.has(name)).length
  const listed = meant.toSorted((a, b) => a.localeCompare(b, 'zh-CN', { numeric: true }))
  return parsed({ entries: listed.map(name => ({ name, bytes: entries.get(name) ?? 0 })), ignored })
}

/** The pictures by their stems: each lies beside a `.lrm` under its name. */
export const picturesOf = (names: Iterable<string>): ReadonlyMap<string, string> =>
  new Map([...names].filter(isPicture).map(name => [stem(name), name]))

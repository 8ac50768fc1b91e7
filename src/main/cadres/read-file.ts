import { failed, type ImportedCadre, type ImportedFile, type Parsed, parsed } from '../../shared/cadres/imported'
import type { FileToRead, ReadAnswer } from '../../shared/cadres/reader-protocol'
import { readExcel } from './excel/read-excel'
import { parseLrm } from './lrm'
import { parseLrmx } from './lrmx'
import { readPackage } from './package'

/** No package that a district exports is larger, packed. */
const largestFile = 200_000_000

/** Files that people take for a form, by their first bytes, and what to do with each. */
const foreign: readonly (readonly [magic: string, what: string])[] = [
  [
    '377abcaf271c',
    '7z 压缩包（.hzb 也是这一种），设有密码，无法读取。请在原来的系统中导出“数据交换通用格式（zip）”后再导入',
  ],
  ['526172211a07', 'RAR 压缩包。请先解压，再选择解压出来的文件夹'],
  ['1f8b', 'gzip 压缩包。请先解压，再选择其中的任免表文件'],
  ['d0cf11e0a1b11ae1', 'Word 或 Excel 文件。请在任免表编辑器中打开原表，另存为 .lrmx 后再导入'],
  ['25504446', 'PDF 文件。请在任免表编辑器中打开原表，另存为 .lrmx 后再导入'],
  ['ffd8ff', '照片。照片要和同名的 .lrm 文件放在同一个文件夹里，一起导入'],
  ['89504e47', '照片。照片要和同名的 .lrm 文件放在同一个文件夹里，一起导入'],
  ['53514c69746520666f726d6174', '数据库文件'],
  ['4d5a', '程序文件'],
  ['7f454c46', '程序文件'],
]
const startsWith = (bytes: Uint8Array, hex: string): boolean =>
  Buffer.from(bytes.subarray(0, hex.length / 2)).toString('hex') === hex

type Kind = 'lrmx' | 'lrm' | 'zip' | 'xlsx'
const kindByName: readonly (readonly [RegExp, Kind])[] = [
  [/\.(lrmx|xml)$/i, 'lrmx'],
  [/\.lrm$/i, 'lrm'],
  [/\.zip$/i, 'zip'],
  [/\.xls[xm]$/i, 'xlsx'],
]
/** Tables of other kinds, also web pages that systems export under such a name: none of them is guessed at. */
const otherTable = /\.(xls|xlt|xlsb|et|ett|csv|ods)$/i
const saveAsXlsx = '请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入'
const isZip = (bytes: Uint8Array): boolean => startsWith(bytes, '504b0304') || startsWith(bytes, '504b0506')

/** The first sign of a text that is no blank and no mark, in any of the encodings. */
function firstSign(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1').replaceAll('\0', '')
  return start
    .replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .trimStart()
    .slice(0, 1)
}

const single = (person: Parsed<ImportedCadre>): Parsed<ImportedFile> =>
  person.ok ? parsed({ people: [person.value], warnings: [] }) : person

const withWarning = (file: Parsed<ImportedFile>, text: string): Parsed<ImportedFile> =>
  file.ok ? parsed({ ...file.value, warnings: [{ line: null, text }, ...file.value.warnings] }) : file

/**
 * Reads a file by its name and its first bytes. A pure function of the bytes: the reader process and the tests call it.
 * Nothing in a file makes it throw.
 */
export async function readCadreFile({ name, bytes, picture }: FileToRead): Promise<ReadAnswer> {
  try {
    return await dispatch(name, bytes, picture)
  } catch {
    // The error could quote the file, so it goes no further than this.
    return failed('damaged', '文件无法读取。请在原来的程序中重新导出后再导入。')
  }
}

function dispatch(name: string, bytes: Uint8Array, picture: Uint8Array | null): Promise<ReadAnswer> | ReadAnswer {
  if (bytes.length === 0) return failed('empty', '文件是空的。请重新复制或重新导出后再导入。')
  if (bytes.length > largestFile) return failed('too-large', '文件超过 200 MB，已拒绝读取。请分批导出后再导入。')
  if (otherTable.test(name)) return failed('wrong-kind', `这种表格文件不能直接导入。${saveAsXlsx}。`)
  if (/\.xls[xm]$/i.test(name) && startsWith(bytes, 'd0cf11e0a1b11ae1'))
    return failed('encrypted', `表格设有打开密码，或者其实是旧版的 .xls。${saveAsXlsx}（不设密码）。`)
  const what = foreign.find(([magic]) => startsWith(bytes, magic))?.[1]
  if (what !== undefined) return failed('wrong-kind', `这其实是${what}。`)
  const kind = kindByName.find(([pattern]) => pattern.test(name))?.[1]
  if (kind === undefined)
    return failed(
      'wrong-kind',
      '不是能导入的文件。可以导入 .lrmx、.lrm（带照片）、它们的压缩包 .zip、通用格式 .zip 和 Excel 表格 .xlsx。',
    )
  if (kind === 'xlsx' && !isZip(bytes))
    return failed('wrong-kind', `扩展名是 .xlsx，内容却不是 Excel 表格，可能已损坏。${saveAsXlsx}。`)
  if (kind === 'xlsx') return readExcel(bytes)
  if (isZip(bytes) !== (kind === 'zip')) {
    const why =
      kind === 'zip'
        ? '扩展名是 .zip，内容却不是压缩包，可能已损坏'
        : '这其实是压缩包或新版 Office 文件，不是任免表文件'
    return failed('wrong-kind', `${why}。请确认选对了文件。`)
  }
  if (kind === 'zip') return readPackage(bytes)
  const isXml = firstSign(bytes) === '<'
  if (kind === 'lrmx' && !isXml && firstSign(bytes) === '"')
    return withWarning(single(parseLrm(bytes, picture)), '扩展名是 .lrmx，内容却是 .lrm，已按内容读取')
  if (kind === 'lrmx') return single(parseLrmx(bytes))
  if (isXml) return withWarning(single(parseLrmx(bytes)), '扩展名是 .lrm，内容却是 .lrmx，已按内容读取')
  return single(parseLrm(bytes, picture))
}

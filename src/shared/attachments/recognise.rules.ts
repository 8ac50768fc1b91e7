import type { AttachmentFormat } from './attachments'

export const formatTitles: Record<AttachmentFormat, string> = {
  pdf: 'PDF',
  jpeg: 'JPG',
  png: 'PNG',
  tiff: 'TIFF',
  ofd: 'OFD',
  docx: 'DOCX',
  xlsx: 'XLSX',
}
export const formatExtensions: Record<AttachmentFormat, readonly [usual: string, ...others: string[]]> = {
  pdf: ['pdf'],
  jpeg: ['jpg', 'jpeg', 'jpe', 'jfif'],
  png: ['png'],
  tiff: ['tif', 'tiff'],
  ofd: ['ofd'],
  docx: ['docx'],
  xlsx: ['xlsx'],
}
/** What the window itself can show; anything else is saved out to be looked at. */
const shown: readonly AttachmentFormat[] = ['jpeg', 'png']
export const isShown = (format: AttachmentFormat): boolean => shown.includes(format)

/** Of a file's beginning, as many bytes as are looked at. */
export const HEAD_BYTES = 1024

export type Recognised = { readonly format: AttachmentFormat } | { readonly why: string }

const only = '附件可以是 PDF、JPG、PNG、TIFF、OFD、DOCX、XLSX'
const hexOf = (bytes: Uint8Array): string => Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')

/** By the first bytes. A zip may be three of the formats: its entries tell. */
const beginnings: readonly (readonly [hex: RegExp, format: AttachmentFormat | 'zip'])[] = [
  [/^255044462d/, 'pdf'],
  [/^ffd8ff/, 'jpeg'],
  [/^89504e470d0a1a0a/, 'png'],
  [/^(49492a00|4d4d002a|49492b00|4d4d002b)/, 'tiff'],
  [/^504b0304/, 'zip'],
]

/** What is known and not taken, and why. */
const refusals: readonly (readonly [hex: RegExp, why: string])[] = [
  [/^(4d5a|7f454c46|feedfac|cefaedfe|cffaedfe|cafebabe|2321|4c00000001140200)/, '是程序或快捷方式，不能作为附件'],
  [/^d0cf11e0a1b11ae1/, '是旧版 Office 文件或加密的 Office 文件，可能带宏。请另存为 PDF、DOCX 或 XLSX 再加入'],
  [/^(526172211a07|377abcaf271c|1f8b|425a68|fd377a585a00|4d534346)/, '是压缩包。请解开以后把里面的文件逐个加入'],
  [/^(474946383|424d|52494646)/, '是这里不收的图片格式。请另存为 JPG 或 PNG 再加入'],
]

const runs = /(^|\/)vbaProject\.bin$|\.(exe|dll|com|scr|bat|cmd|ps1|vbs|js|jar|lnk)$/i

/** What a zip is by the names in it. */
function zipFormat(names: readonly string[] | undefined): Recognised {
  if (!names) return { why: '是损坏或不完整的压缩格式文件，没有读懂' }
  if (names.some(name => runs.test(name))) return { why: '里面带有宏或程序。请去掉宏，或另存为 PDF 再加入' }
  const has = (name: string): boolean => names.includes(name)
  if (has('OFD.xml')) return { format: 'ofd' }
  if (has('[Content_Types].xml') && has('word/document.xml')) return { format: 'docx' }
  if (has('[Content_Types].xml') && has('xl/workbook.xml')) return { format: 'xlsx' }
  return { why: '是压缩包。请解开以后把里面的文件逐个加入' }
}

const extensionOf = (name: string): string => /\.([a-z\d]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? ''

/** Markup that a program would run is found however it is disguised. */
const textThatRuns = /^[\s\u00ef\u00bb\u00bf]*(<(!doctype|html|script|svg|\?php|hta:)|@echo|MZ)/i

/**
 * What a file is, by its own first bytes whatever it calls itself; its name must then agree.
 * @param entries the names inside a zip; undefined when it could not be listed
 * @returns the format, or why it is not taken, as the second half of a sentence about the file
 */
export function recognise(name: string, head: Uint8Array, entries: () => readonly string[] | undefined): Recognised {
  if (head.byteLength === 0) return { why: '是空文件' }
  const hex = hexOf(head.subarray(0, 16))
  const refusal = refusals.find(([pattern]) => pattern.test(hex))
  if (refusal) return { why: refusal[1] }
  const begun = beginnings.find(([pattern]) => pattern.test(hex))?.[1]
  if (!begun)
    return textThatRuns.test(String.fromCharCode(...head.subarray(0, 256)))
      ? { why: '是网页或脚本，不能作为附件' }
      : { why: `认不出是什么文件。${only}` }
  const found = begun === 'zip' ? zipFormat(entries()) : { format: begun }
  if ('why' in found) return found
  const extension = extensionOf(name)
  return extension === '' || formatExtensions[found.format].includes(extension)
    ? found
    : {
        why: `名称写的是 .${extension}，内容其实是 ${formatTitles[found.format]}，名称和内容不符。请核实来源，改名后再加入`,
      }
}

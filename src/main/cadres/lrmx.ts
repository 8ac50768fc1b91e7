import {
  failed,
  type ImportedCadre,
  type ImportedPhoto,
  type ImportWarning,
  type Parsed,
  quote,
} from '../../shared/cadres/imported'
import { type CutForm, cutPhoto, isStub } from './cut-photo'
import { decodeText } from './decode-text'
import { findField } from './form-fields'
import { buildRecord, type RawForm, type RawText } from './form-record'
import { cleanLines } from './form-values'
import { fromBase64, readPhoto } from './photo'
import { personLimits, readXml, type XmlNode } from './xml-guard'
import { unescapeOnce } from './xml-repair'

/** A photo of 10 MB in base64 is the most that such a file can hold. */
const longestFile = 15_000_000
const longestPhoto = 10_000_000
/** Characters outside the photo: ten times what any person's file has, and far below what takes a second to go through. */
const longestText = 500_000

/** How much of the text is no photo: that is one long text in base64, perhaps in CDATA. */
function lengthWithoutPhoto(text: string): number {
  const start = text.indexOf('<ZhaoPian')
  const end = start === -1 ? -1 : text.indexOf('</ZhaoPian>', start)
  if (end === -1 || end - start > longestPhoto) return text.length
  const [, inside = ''] = /^<!\[CDATA\[(.*)\]\]>$/s.exec(text.slice(text.indexOf('>', start) + 1, end).trim()) ?? []
  const photo = inside || text.slice(text.indexOf('>', start) + 1, end)
  return /^[A-Za-z0-9+/=:;, \t\r\n]*$/.test(photo) ? text.length - photo.length : text.length
}

/** Reads one person's `.lrmx` in any of the dialects seen. Source: formats §1. */
export function parseLrmx(bytes: Uint8Array): Parsed<ImportedCadre> {
  if (bytes.length === 0) return failed('empty', '文件是空的。请重新导出后再导入。')
  if (bytes.length > longestFile) return failed('too-large', '文件超过 15 MB，这不是正常的任免表文件，已拒绝读取。')
  return parse(bytes, cutPhoto(bytes))
}

/** @param cut the file without its picture, when that could be taken out */
function parse(bytes: Uint8Array, cut: CutForm | undefined): Parsed<ImportedCadre> {
  const decoded = decodeText(cut?.bytes ?? bytes)
  if (!decoded.ok) return decoded
  if (lengthWithoutPhoto(decoded.value.text) > longestText)
    return failed('too-large', `照片之外的内容超过 ${longestText / 10_000} 万字，这不是正常的任免表文件，已拒绝读取。`)
  const xml = readXml(decoded.value.text, personLimits)
  if (!xml.ok) return xml
  const { root, repaired } = xml.value
  if (root.name !== 'Person')
    return failed(
      'wrong-kind',
      `不是任免表文件：最外层是${quote(root.name)}，不是“Person”。请确认选对了文件。`,
      root.line,
    )
  // What was cut out of another place than the picture's is text like any other.
  if (cut && !root.children.some(({ name, text }) => name === 'ZhaoPian' && isStub(text)))
    return parse(bytes, undefined)
  const form = readPerson(root, repaired, cut?.picture)
  const warnings = [...form.warnings]
  if (decoded.value.damaged > 0)
    warnings.unshift({ line: null, text: `有 ${decoded.value.damaged} 个字损坏，显示为“�”，请对照原件改正` })
  if (repaired) warnings.unshift({ line: null, text: '文件的格式有误，已自动修复，请核对各栏内容' })
  return buildRecord({ ...form, warnings })
}

/**
 * 综合干部系统 leaves out the version and escapes some text twice; so do files that needed mending. Anywhere else &lt;
 * is what the person wrote.
 */
const isEscapedTwice = (root: XmlNode, repaired: boolean): boolean =>
  repaired || !root.children.some(({ name }) => name === 'Version')

function readPerson(root: XmlNode, repaired: boolean, picture: Uint8Array | undefined): RawForm {
  const texts = new Map<string, RawText>()
  const family: Map<string, RawText>[] = []
  const unknown: { tag: string; text: string; line: number }[] = []
  const warnings: ImportWarning[] = []
  const plain = isEscapedTwice(root, repaired) ? unescapeOnce : (text: string): string => text
  const addUnknown = (node: XmlNode, path: string): void => {
    const text = cleanLines(plain(node.text))
    if (text !== '' || node.children.length === 0) unknown.push({ tag: path, text, line: node.line })
    for (const child of node.children) addUnknown(child, `${path}/${child.name}`)
  }
  let photo: ImportedPhoto | null = null
  if (root.text.trim() !== '')
    warnings.push({ line: root.line, text: `各栏之外有文字${quote(root.text)}，未录入，请核对原文件` })
  for (const node of root.children) {
    const field = findField(node.name)
    if (Object.keys(node.attributes).length > 0)
      warnings.push({ line: node.line, text: `“${field?.label ?? node.name}”带有本程序不认识的属性，未保留` })
    if (!field) addUnknown(node, node.name)
    else if (field.kind === 'family') {
      family.push(...node.children.map(item => readMember(item, plain)))
      if (node.text.trim() !== '')
        warnings.push({ line: node.line, text: `家庭成员表之外有文字${quote(node.text, 100)}，未录入，请核对原文件` })
    } else if (field.kind === 'photo') photo ??= readPhotoNode(node, picture, warnings)
    else {
      const text = plain(node.text)
      const before = texts.get(node.name)
      if (node.children.length > 0)
        warnings.push({ line: node.line, text: `“${field.label}”里面还有标签，其中的内容未录入，请核对原文件` })
      if (!before || before.text.trim() === '') texts.set(node.name, { text, line: node.line })
      else if (text.trim() !== '' && text.trim() !== before.text.trim())
        warnings.push({
          line: node.line,
          text: `“${field.label}”出现了两次，采用第一次的内容；第二次是${quote(text, 100)}`,
        })
    }
  }
  return { texts, family, unknown, photo, warnings }
}

const readMember = (item: XmlNode, plain: (text: string) => string): Map<string, RawText> =>
  new Map(item.children.map(({ name, text, line }) => [name, { text: cleanLines(plain(text)), line }]))

function readPhotoNode(
  node: XmlNode,
  picture: Uint8Array | undefined,
  warnings: ImportWarning[],
): ImportedPhoto | null {
  if (node.text.trim() === '') return null
  const bytes = picture && isStub(node.text) ? picture : fromBase64(node.text)
  const photo = bytes && readPhoto(bytes)
  if (!photo) warnings.push({ line: node.line, text: '照片无法识别（不是 JPG、PNG 或 BMP，或已损坏），未导入' })
  return photo ?? null
}

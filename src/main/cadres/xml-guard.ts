import { SaxesParser } from 'saxes'
import { failed, type ImportFailure, type Parsed, parsed } from '../../shared/cadres/imported'
import { prepareXml, repairXml } from './xml-repair'

export interface XmlNode {
  readonly name: string
  /** Where it begins in the file, from 1. */
  readonly line: number
  readonly attributes: Readonly<Record<string, string>>
  readonly children: XmlNode[]
  /** Its own text and CDATA, without that of its children. */
  text: string
}
export interface XmlLimits {
  readonly depth: number
  readonly elements: number
  readonly attributesEach: number
  /** Characters of text and attributes together. */
  readonly text: number
}
/** What an honest file of one person stays far below. */
export const personLimits: XmlLimits = { depth: 64, elements: 5000, attributesEach: 32, text: 10_000_000 }

/** Thrown inside this file to leave the parser at once. */
class Refusal extends Error {
  constructor(readonly failure: ImportFailure) {
    super(failure.code)
  }
}

/** The parser's complaints in words that help; what is not listed here is 格式有误. */
const complaints: readonly (readonly [RegExp, string])[] = [
  [/unclosed tag|unexpected end|must contain a root/, '文件不完整，后半部分丢失'],
  [/close tag|closing tag|malformed name/, '标签前后不配对'],
  [/outside of root|only one root/, '正文之外还有别的内容'],
  [/entity|disallowed character|\]\]>/, '有不该出现的字符'],
  [/attribute|equal|quoted|value/, '标签里的属性写错了'],
]
const advice = '。请在原来的程序中重新导出，或用任免表编辑器打开并另存后再导入。'

/** What is heard of a text while it is read. */
export interface XmlEvents {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>, line: number) => void
  readonly text: (piece: string) => void
  readonly close: (name: string) => void
}

function scanOnce(text: string, limits: XmlLimits, events: XmlEvents): void {
  const parser = new SaxesParser({ xmlns: false })
  // The parser's own table inherits from Object: &constructor; would be text.
  parser.ENTITIES = Object.assign(Object.create(null), { amp: '&', gt: '>', lt: '<', quot: '"', apos: "'" }) as Record<
    string,
    string
  >
  const refuse = (code: ImportFailure['code'], why: string): never => {
    throw new Refusal({ code, line: parser.line, why: `${why}，这不是正常的任免表文件，已拒绝读取。` })
  }
  let depth = 0
  let elements = 0
  let attributes = 0
  let length = 0
  const count = (piece: string): void => {
    length += piece.length
    if (length > limits.text) refuse('too-large', `文字超过 ${Math.floor(limits.text / 10_000)} 万字`)
  }
  parser.on('error', error => {
    const why = complaints.find(([pattern]) => pattern.test(error.message))?.[1] ?? '格式有误'
    throw new Refusal({ code: 'damaged', line: parser.line, why: why + advice })
  })
  parser.on('doctype', () => refuse('unsafe', '文件里有 DTD 声明'))
  parser.on('opentagstart', () => {
    attributes = 0
    elements += 1
    if (elements > limits.elements) refuse('unsafe', `标签超过 ${limits.elements} 个`)
    if (depth >= limits.depth) refuse('unsafe', `标签套了 ${limits.depth} 层以上`)
  })
  parser.on('attribute', ({ value }) => {
    attributes += 1
    if (attributes > limits.attributesEach) refuse('unsafe', '一个标签里的属性太多')
    count(value)
  })
  parser.on('opentag', ({ name, attributes: found }) => {
    depth += 1
    events.open(name, found, parser.line)
  })
  const addText = (piece: string): void => {
    count(piece)
    events.text(piece)
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', ({ name }) => {
    depth -= 1
    events.close(name)
  })
  parser.write(text).close()
}

/**
 * Tells what stands in XML from outside, piece by piece: no DTD, no entity but the five and character references, and never
 * more than `limits` allow. What an event throws passes through.
 */
export function scanXml(text: string, limits: XmlLimits, events: XmlEvents): Parsed<null> {
  try {
    scanOnce(text, limits, events)
    return parsed(null)
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, failure: error.failure }
    throw error
  }
}

function readOnce(text: string, limits: XmlLimits): Parsed<XmlNode> {
  const open: XmlNode[] = []
  let root: XmlNode | undefined
  const read = scanXml(text, limits, {
    open: (name, attributes, line) => {
      const node: XmlNode = { name, line, attributes, children: [], text: '' }
      open.at(-1)?.children.push(node)
      root ??= node
      open.push(node)
    },
    text: piece => {
      const node = open.at(-1)
      if (node) node.text += piece
    },
    close: () => void open.pop(),
  })
  if (!read.ok) return read
  return root ? parsed(root) : failed('damaged', `文件里没有内容${advice}`)
}

function attempt(text: string, limits: XmlLimits): Parsed<XmlNode> {
  try {
    return readOnce(text, limits)
  } catch {
    return failed('damaged', `格式有误${advice}`)
  }
}

/**
 * Reads XML from outside: no DTD, no entity but the five and character references, and never more than `limits` allow.
 * A file that is only badly written (stray & and <, 宏景 and HZB exports) is repaired and read once more.
 */
export function readXml(text: string, limits: XmlLimits): Parsed<{ root: XmlNode; repaired: boolean }> {
  const prepared = prepareXml(text)
  const first = attempt(prepared, limits)
  if (first.ok) return parsed({ root: first.value, repaired: false })
  if (first.failure.code !== 'damaged') return first
  const mended = repairXml(prepared)
  const second = mended === prepared ? first : attempt(mended, limits)
  if (second.ok) return parsed({ root: second.value, repaired: true })
  // The first complaint names the place that the person will find in the file.
  return second.failure.code === 'damaged' ? first : second
}

import { type Parsed, parsed } from '../../shared/cadres/imported'
import { scanXml } from '../cadres/xml-guard'

/** An element of a Word part with everything in it in its order; text stands as strings. */
export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  children: (Element | string)[]
}

/** A long document of a unit stays far below. */
const limits = { depth: 120, elements: 200_000, attributesEach: 64, text: 10_000_000 }

/** Reads one part of a Word file: no DTD, no entities of its own. */
export function readTree(text: string): Parsed<Element> {
  const root: Element = { name: '', attributes: {}, children: [] }
  const open = [root]
  const read = scanXml(text, limits, {
    open(name, attributes) {
      const element: Element = { name, attributes, children: [] }
      open.at(-1)?.children.push(element)
      open.push(element)
    },
    text: piece => void open.at(-1)?.children.push(piece),
    close: () => void open.pop(),
  })
  return read.ok ? parsed(root) : read
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/** What XML cannot hold at all is left out. */
const escaped = (text: string): string =>
  text
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll(/[&<>"]/g, character => escapes[character] ?? '')

function write(node: Element | string): string {
  if (typeof node === 'string') return escaped(node)
  const attributes = Object.entries(node.attributes)
    .map(([name, value]) => ` ${name}="${escaped(value).replaceAll('\n', '&#10;')}"`)
    .join('')
  const inner = node.children.map(write).join('')
  return inner === '' ? `<${node.name}${attributes}/>` : `<${node.name}${attributes}>${inner}</${node.name}>`
}

export const writeTree = (root: Element): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${root.children
    .filter(node => typeof node !== 'string')
    .map(write)
    .join('')}`

export const isElement = (node: Element | string): node is Element => typeof node !== 'string'
export const cloned = (node: Element | string): Element | string =>
  isElement(node) ? { ...node, children: node.children.map(cloned) } : node

/** Texts of a paragraph, without those of text boxes that hang on it. */
export function textsIn(node: Element): Element[] {
  if (node.name === 'w:t') return [node]
  return node.children.flatMap(child => (isElement(child) && child.name !== 'w:txbxContent' ? textsIn(child) : []))
}
export const textOf = (node: Element): string => node.children.map(child => (isElement(child) ? '' : child)).join('')
/** Everything that can be read in an element, text boxes with it. */
export const wordsIn = (node: Element): string =>
  node.name === 'w:t' ? textOf(node) : node.children.map(child => (isElement(child) ? wordsIn(child) : '')).join('')

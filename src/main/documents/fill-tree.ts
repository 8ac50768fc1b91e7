import type { Values } from '../../shared/documents/templates.rules'
import { AppError } from '../../shared/result'
import { cloned, type Element, isElement, textOf, textsIn, wordsIn } from './docx-tree'

const anyTag = /\{([#/]?)([\p{L}\p{N}]{1,20})\}/gu
const refuse = (why: string): never => {
  throw new AppError('refused', why)
}

/**
 * Word cuts a text into runs wherever somebody paused while typing. A placeholder that is cut is put together in the run in
 * which it begins.
 */
function gather(paragraph: Element): void {
  const texts = textsIn(paragraph)
  const owners = texts.flatMap((each, index) => Array.from(textOf(each), () => index))
  const characters = texts.flatMap(each => [...textOf(each)])
  // Characters are counted, and not halves of them, as in what a match tells.
  const places = new Map<number, number>()
  let units = 0
  for (const [index, character] of characters.entries()) {
    places.set(units, index)
    units += character.length
  }
  places.set(units, characters.length)
  for (const { index, 0: tag } of characters.join('').matchAll(anyTag)) {
    const [from = 0, to = 0] = [places.get(index), places.get(index + tag.length)]
    owners.fill(owners[from] ?? 0, from, to)
  }
  for (const [index, each] of texts.entries()) {
    const text = characters.filter((_character, at) => owners[at] === index).join('')
    each.children = text === '' ? [] : [text]
  }
}

/** Every paragraph below a node, text boxes with it. */
function paragraphsIn(node: Element): Element[] {
  const below = node.children.flatMap(child => (isElement(child) ? paragraphsIn(child) : []))
  return node.name === 'w:p' ? [node, ...below] : below
}

export interface Tag {
  readonly sign: '' | '#' | '/'
  readonly name: string
}
const tagsOf = (text: string): Tag[] =>
  [...text.matchAll(anyTag)].map(([, sign = '', name = '']) => ({ sign: sign as Tag['sign'], name }))

/** Placeholders of a part in their order; those that Word has cut are put together first. */
export function tagsIn(root: Element): Tag[] {
  for (const paragraph of paragraphsIn(root)) gather(paragraph)
  return tagsOf(wordsIn(root))
}

/** Takes a tag out of the first text in which it stands. @returns whether it was there */
function strip(node: Element, tag: string, from: 'start' | 'end'): void {
  const texts = paragraphsIn(node).flatMap(textsIn)
  const holds = (each: Element): boolean => textOf(each).includes(tag)
  const text = from === 'start' ? texts.find(holds) : texts.findLast(holds)
  if (!text) return
  const words = textOf(text)
  const at = from === 'start' ? words.indexOf(tag) : words.lastIndexOf(tag)
  text.children = [words.slice(0, at) + words.slice(at + tag.length)]
}

/** The place of the sibling in which a loop ends that begins in the one at `from`; nested ones of its name are passed. */
function endOf(nodes: readonly Element[], from: number, name: string): number {
  let depth = 0
  for (let at = from; at < nodes.length; at += 1) {
    const node = nodes[at]
    for (const tag of node ? tagsOf(wordsIn(node)) : []) {
      if (tag.name !== name) continue
      if (tag.sign === '#') depth += 1
      if (tag.sign === '/') depth -= 1
      if (tag.sign === '/' && depth === 0) return at
    }
  }
  return refuse(`模板里 {#${name}} 没有对应的 {/${name}}`)
}

function itemsOf(values: Values, name: string): readonly Values[] {
  const value = values[name]
  if (value === undefined || value === '') return []
  return typeof value === 'string' ? [{}] : value
}

function repeated(slice: readonly Element[], name: string, values: Values): Element[] {
  return itemsOf(values, name).flatMap(item => {
    const copies = slice.map(node => cloned(node) as Element)
    const [first, last] = [copies[0], copies.at(-1)]
    if (first) strip(first, `{#${name}}`, 'start')
    if (last) strip(last, `{/${name}}`, 'end')
    // A paragraph that held nothing but the tag stands for nothing.
    const kept = copies.filter(
      (node, at) => node.name !== 'w:p' || wordsIn(node).trim() !== '' || (at > 0 && at < copies.length - 1),
    )
    return filledSiblings(kept, { ...values, ...item })
  })
}

/** Where a loop stands within one sibling, it is that sibling that is repeated, or something inside of it. */
function isRepeatedWhole(node: Element, name: string): boolean {
  if (node.name === 'w:p') {
    const words = wordsIn(node).trim()
    if (!words.startsWith(`{#${name}}`) || !words.endsWith(`{/${name}}`))
      refuse(`模板里 {#${name}} 和 {/${name}} 要放在一段的开头和结尾，或者各占一段`)
    return true
  }
  if (node.name !== 'w:tr') return false
  return !node.children.some(
    child => isElement(child) && wordsIn(child).includes(`{#${name}}`) && wordsIn(child).includes(`{/${name}}`),
  )
}

function filledSiblings(nodes: readonly Element[], values: Values): Element[] {
  const made: Element[] = []
  for (let at = 0; at < nodes.length; at += 1) {
    const node = nodes[at]
    if (!node) continue
    const [tag] = tagsOf(wordsIn(node)).filter(({ sign }) => sign !== '')
    if (tag?.sign === '/') refuse(`模板里 {/${tag.name}} 前面没有 {#${tag.name}}`)
    const end = tag ? endOf(nodes, at, tag.name) : at
    if (tag && (end > at || isRepeatedWhole(node, tag.name))) {
      made.push(...repeated(nodes.slice(at, end + 1), tag.name, values))
      at = end
    } else made.push(...filled(node, values))
  }
  return made
}

const valueOf = (values: Values, name: string): string => {
  const value = values[name]
  return typeof value === 'string' ? value : ''
}

/** A paragraph that is one placeholder becomes as many as its value has lines: each keeps its indent. */
function paragraphsOf(paragraph: Element, values: Values): Element[] {
  const only = /^\{([\p{L}\p{N}]{1,20})\}$/u.exec(wordsIn(paragraph).trim())?.[1]
  const lines = only === undefined ? [] : valueOf(values, only).split('\n')
  if (only === undefined || lines.length < 2) return [withValues(paragraph, values)]
  return lines.map(line => withValues(cloned(paragraph) as Element, { ...values, [only]: line }))
}

const spaced = (text: string): Element => ({ name: 'w:t', attributes: { 'xml:space': 'preserve' }, children: [text] })

/** Fills in values below a node; a line end becomes one of Word's. */
function withValues(node: Element, values: Values): Element {
  const children = node.children.flatMap((child): (Element | string)[] => {
    if (!isElement(child)) return [child]
    if (child.name === 'w:txbxContent') return [{ ...child, children: filledChildren(child, values) }]
    if (child.name !== 'w:t') return [withValues(child, values)]
    const text = textOf(child)
    if (!text.includes('{')) return [child]
    const words = text.replaceAll(anyTag, (tag, sign: string, name: string) =>
      sign === '' ? valueOf(values, name) : tag,
    )
    return words
      .split('\n')
      .flatMap((line, index) => [...(index > 0 ? [{ name: 'w:br', attributes: {}, children: [] }] : []), spaced(line)])
  })
  return { ...node, children }
}

const filledChildren = (node: Element, values: Values): (Element | string)[] =>
  filledSiblings(node.children.filter(isElement), values)

function filled(node: Element, values: Values): Element[] {
  if (node.name === 'w:p') return paragraphsOf(node, values)
  const children = filledChildren(node, values)
  // Word takes a cell without a paragraph for damage.
  if (node.name === 'w:tc' && !children.some(child => isElement(child) && child.name === 'w:p'))
    children.push({ name: 'w:p', attributes: {}, children: [] })
  return [{ ...node, children }]
}

/** A part with its placeholders filled in. Call `tagsIn` first. @throws AppError refused for loops that do not fit */
export function filledTree(root: Element, values: Values): Element {
  return { ...root, children: filledSiblings(root.children.filter(isElement), values) }
}

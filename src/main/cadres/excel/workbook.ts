import { failed, type ImportWarning, type Parsed, parsed } from '../../../shared/cadres/imported'
import { type ImportedTable, tableLimits } from '../../../shared/imports/table'
import { type NumberFormat, readFormat } from './number-format'
import { readParts, readRelations, relationsPart, scanPart } from './parts'
import { type CellStock, readSheet, unescapeExcel } from './sheet'

export interface Workbook {
  /** Sheets with something in them, without those that are hidden. */
  readonly tables: readonly ImportedTable[]
  readonly warnings: readonly ImportWarning[]
}

const rootRelations = '_rels/.rels'
const notAWorkbook = '扩展名是 .xlsx，内容却不是 Excel 表格。请确认选对了文件，或用 Excel、WPS 打开后另存为 .xlsx。'
const mostStrings = 1_000_000

interface SheetPlace {
  readonly name: string
  readonly isHidden: boolean
  readonly part: string
}

/** The texts that cells share. Their pronunciations are no part of them. */
function readStrings(text: string | undefined): Parsed<string[]> {
  const strings: string[] = []
  if (text === undefined) return parsed(strings)
  let own = ''
  const path: string[] = []
  const scanned = scanPart(text, {
    open: tag => {
      path.push(tag)
      if (tag === 'si') own = ''
    },
    text: piece => {
      if (path.at(-1) === 't' && !path.includes('rPh')) own += piece
    },
    close: tag => {
      path.pop()
      if (tag === 'si' && strings.length < mostStrings) strings.push(unescapeExcel(own))
    },
  })
  return scanned.ok ? parsed(strings) : scanned
}

/** The number formats in the order in which cells name their styles. */
function readFormats(text: string | undefined): Parsed<NumberFormat[]> {
  const codes = new Map<number, string>()
  const ids: number[] = []
  let isInCells = false
  const scanned = scanPart(text ?? '<styleSheet/>', {
    open: (tag, { numFmtId, formatCode }) => {
      if (tag === 'cellXfs') isInCells = true
      else if (tag === 'numFmt' && formatCode !== undefined) codes.set(Number(numFmtId), formatCode)
      else if (tag === 'xf' && isInCells) ids.push(Number(numFmtId ?? 0))
    },
    close: tag => {
      if (tag === 'cellXfs') isInCells = false
    },
  })
  return scanned.ok ? parsed(ids.map(id => readFormat(id, codes.get(id)))) : scanned
}

/** Reads the sheets of an .xlsx or .xlsm: texts alone, no macro, no formula, no link. Source: ECMA-376. */
export async function readWorkbook(bytes: Uint8Array): Promise<Parsed<Workbook>> {
  const outer = await readParts(bytes, name => name === rootRelations || /^xl\/workbook\.bin$/i.test(name))
  if (!outer.ok) return outer
  if ([...outer.value.keys()].some(name => name.endsWith('.bin')))
    return failed('wrong-kind', '这是二进制工作簿（.xlsb），不能直接导入。请用 Excel 打开，另存为 .xlsx 后再导入。')
  const root = readRelations(outer.value.get(rootRelations), '')
  if (!root.ok) return root
  const book = root.value.find(({ kind }) => kind === 'officeDocument')?.target
  if (book === undefined) return failed('wrong-kind', notAWorkbook)
  const middle = await readParts(bytes, name => name === book || name === relationsPart(book))
  if (!middle.ok) return middle
  const relations = readRelations(middle.value.get(relationsPart(book)), book)
  if (!relations.ok) return relations
  const partOf = (kind: string): string | undefined => relations.value.find(each => each.kind === kind)?.target

  const places: SheetPlace[] = []
  let from1904 = false
  let isWorkbook = false
  const scanned = scanPart(middle.value.get(book) ?? '<none/>', {
    open: (tag, attributes) => {
      if (tag === 'workbook') isWorkbook = true
      if (tag === 'workbookPr') from1904 = /^(1|true)$/.test(attributes['date1904'] ?? '')
      if (tag !== 'sheet') return
      const id = Object.entries(attributes).find(([name]) => /^(\w+:)?id$/.test(name))?.[1]
      const part = relations.value.find(each => each.id === id && each.kind === 'worksheet')?.target
      if (part !== undefined)
        places.push({ name: attributes['name'] ?? '', isHidden: /hidden/i.test(attributes['state'] ?? ''), part })
    },
  })
  if (!scanned.ok) return scanned
  if (!isWorkbook) return failed('wrong-kind', notAWorkbook)
  if (places.length > tableLimits.sheets)
    return failed('too-large', `工作表超过 ${tableLimits.sheets} 张。请分成几个文件后再导入。`)
  const visible = places.filter(({ isHidden }) => !isHidden)
  const named = new Set([partOf('sharedStrings'), partOf('styles'), ...visible.map(({ part }) => part)])
  const inner = await readParts(bytes, name => named.has(name))
  if (!inner.ok) return inner
  const textOf = (part: string | undefined): string | undefined =>
    part === undefined ? undefined : inner.value.get(part)
  const strings = readStrings(textOf(partOf('sharedStrings')))
  if (!strings.ok) return strings
  const formats = readFormats(textOf(partOf('styles')))
  if (!formats.ok) return formats
  const hidden = places.filter(({ isHidden }) => isHidden).map(({ name }) => `“${name.slice(0, 40)}”`)
  return readSheets(visible, textOf, { strings: strings.value, formats: formats.value, from1904 }, hidden)
}

function readSheets(
  places: readonly SheetPlace[],
  textOf: (part: string) => string | undefined,
  stock: CellStock,
  hidden: readonly string[],
): Parsed<Workbook> {
  const tables: ImportedTable[] = []
  const warnings: ImportWarning[] = []
  const warn = (text: string): void => void warnings.push({ line: null, text: text.slice(0, 2000) })
  if (hidden.length > 0) warn(`隐藏的工作表没有读取：${hidden.join('、')}。需要时请取消隐藏后再导入`)
  for (const { name, part } of places) {
    const text = textOf(part)
    if (text === undefined) continue
    const sheet = readSheet(name, text, stock)
    if (!sheet.ok) return sheet
    const { table, hiddenLines, isWider } = sheet.value
    const label = `工作表“${name.slice(0, 40)}”`
    if (hiddenLines > 0) warn(`${label}有 ${hiddenLines} 行被隐藏（可能是筛选），也一并读取了`)
    if (isWider) warn(`${label}第 ${tableLimits.columns} 列以后的内容没有读取`)
    if (table.lines.length > 0) tables.push(table)
  }
  if (tables.length === 0)
    return failed(
      'empty',
      hidden.length > 0 ? '表格里只有隐藏的工作表有内容。请取消隐藏，保存后再导入。' : '表格是空的。请确认选对了文件。',
    )
  return parsed({ tables, warnings })
}

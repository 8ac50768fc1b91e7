import ExcelJS from 'exceljs'
import { readCadreFile } from '../../../../src/main/cadres/read-file'
import type { ImportedFile } from '../../../../src/shared/cadres/imported'
import type { ReadAnswer } from '../../../../src/shared/cadres/reader-protocol'
import type { ImportedWorkbook } from '../../../../src/shared/imports/table'
import { makeZip } from '../zips'

/** A workbook as the program of another maker writes it. */
export async function book(fill: (workbook: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  fill(workbook)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
export const sheetOf = (rows: readonly (readonly ExcelJS.CellValue[])[], name = '名册') =>
  book(workbook => void workbook.addWorksheet(name).addRows(rows.map(row => [...row])))

export const read = (bytes: Uint8Array, name = '名册.xlsx'): Promise<ReadAnswer> =>
  readCadreFile({ name, bytes, picture: null })

/** The sheets of a workbook whose columns have to be matched. */
export async function tablesOf(bytes: Uint8Array): Promise<ImportedWorkbook> {
  const answer = await read(bytes)
  if (!answer.ok) throw new Error(answer.failure.why)
  if (!('tables' in answer.value)) throw new Error('people, not sheets')
  return answer.value
}
export async function peopleIn(bytes: Uint8Array): Promise<ImportedFile> {
  const answer = await read(bytes)
  if (!answer.ok) throw new Error(answer.failure.why)
  if (!('people' in answer.value)) throw new Error('sheets, not people')
  return answer.value
}

const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relations = (targets: readonly (readonly [kind: string, target: string])[]): string =>
  `<Relationships>${targets.map(([kind, target], n) => `<Relationship Id="r${n}" Type="${types}/${kind}" Target="${target}"/>`).join('')}</Relationships>`

interface RawBook {
  readonly strings?: string
  readonly styles?: string
  readonly head?: string
  readonly method?: 0 | 8
}
/** A workbook by hand, with whatever its sheet, texts and styles hold: no honest writer makes them. */
export function rawBook(sheet: string, { strings = '', styles = '', head = '', method = 8 }: RawBook = {}): Uint8Array {
  const parts: [string, string][] = [
    ['[Content_Types].xml', '<Types/>'],
    ['_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])],
    ['xl/workbook.xml', `${head}<workbook><sheets><sheet name="名册" sheetId="1" id="r0"/></sheets></workbook>`],
    [
      'xl/_rels/workbook.xml.rels',
      relations([
        ['worksheet', 'worksheets/sheet1.xml'],
        ['sharedStrings', 'sharedStrings.xml'],
        ['styles', '/xl/styles.xml'],
      ]),
    ],
    ['xl/worksheets/sheet1.xml', sheet],
    ['xl/sharedStrings.xml', strings || '<sst/>'],
    ['xl/styles.xml', styles || '<styleSheet/>'],
  ]
  return makeZip(parts.map(([name, data]) => ({ name, data, method })))
}
export const sheetXml = (rows: string, rest = ''): string =>
  `<worksheet><sheetData>${rows}</sheetData>${rest}</worksheet>`
/** One line of texts from column A. */
export const textRow = (line: number, ...texts: readonly string[]): string =>
  `<row r="${line}">${texts.map((text, at) => `<c r="${String.fromCharCode(65 + at)}${line}" t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`

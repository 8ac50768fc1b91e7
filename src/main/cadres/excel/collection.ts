import { type ImportedFile, type ImportWarning, type Parsed, parsed } from '../../../shared/cadres/imported'
import { codeTables } from '../../../shared/codes/codes'
import { labelsAt, normalLabel } from '../../../shared/imports/columns.rules'
import type { CellNoteKind, ImportedTable } from '../../../shared/imports/table'
import type { ExchangeRow } from '../exchange-rows'
import { peopleOf, type TableName } from '../exchange-zip'

type Names = Readonly<Record<string, string>>

/** The headers of the national 信息采集表, sheet by sheet, and the columns of the exchange package they are. Source: formats §5.2, §5.3. */
const sheets: Readonly<Partial<Record<TableName, Names>>> = {
  A01: {
    姓名: 'A0101',
    身份证号: 'A0184',
    性别: 'A0104',
    出生年月: 'A0107',
    籍贯: 'A0111A',
    出生地: 'A0114A',
    民族: 'A0117',
    健康状况: 'A0128',
    参加工作时间: 'A0134',
    入党时间文字: 'A0140',
    政治面貌: 'A0141',
    入党时间: 'A0144',
    人员类别: 'A0160',
    人员管理状态: 'A0163',
    管理类别: 'A0165',
    熟悉专业有何特长: 'A0187A',
    现工作单位及职务: 'A0192A',
    现工作单位及职务全称: 'A0192A',
    现工作单位及职务简称: 'A0192',
    现职务层次: 'A0221',
    任现职务层次时间: 'A0288',
    现职级: 'A0192E',
    任现职级时间: 'A0192C',
    专业技术职务: 'A0196',
    统计关系所在单位: 'A0195',
    简历: 'A1701',
    奖惩综述: 'A14Z101',
    年度考核结果综述: 'A15Z101',
    级别: 'A0120',
    编制类型: 'A0121',
    备注: 'A0180',
  },
  A02: {
    任职机构名称: 'A0201A',
    是否领导成员: 'A0201D',
    是否班子成员: 'A0201D',
    成员类别: 'A0201E',
    职务名称: 'A0215A',
    集体内排序: 'A0225',
    任职时间: 'A0243',
    任职文号: 'A0245',
    选拔任用方式: 'A0247',
    任职状态: 'A0255',
    免职时间: 'A0265',
    免职文号: 'A0267',
    主职务: 'A0279',
  },
  A08: {
    学历名称: 'A0801A',
    学历代码: 'A0801B',
    学位名称: 'A0901A',
    学位代码: 'A0901B',
    入学时间: 'A0804',
    毕业时间: 'A0807',
    学位授予时间: 'A0904',
    学校名称: 'A0814',
    所学专业名称: 'A0824',
    教育类别: 'A0837',
    最高全日制学历: 'A0831',
    最高全日制学位: 'A0832',
    最高在职学历: 'A0838',
    最高在职学位: 'A0839',
  },
  A14: {
    奖惩名称: 'A1404A',
    奖惩名称代码: 'A1404B',
    批准日期: 'A1407',
    批准机关: 'A1411A',
    撤销日期: 'A1424',
  },
  A15: { 考核年度: 'A1521', 考核结论: 'A1517', 考核结论类别: 'A1517' },
  A36: {
    家庭成员姓名: 'A3601',
    称谓: 'A3604A',
    出生日期: 'A3607',
    政治面貌: 'A3627',
    工作单位及职务: 'A3611',
    排序: 'SORTID',
  },
}
/** Every sheet of people begins with these; the number joins them. */
const joint: Names = { 姓名: 'name', 身份证号: 'A0000' }
/** Only the collection workbook has these names; three of them tell it from a roster. */
const marks = [
  '入党时间文字',
  '人员管理状态',
  '统计关系所在单位',
  '奖惩综述',
  '年度考核结果综述',
  '现工作单位及职务全称',
  '现工作单位及职务简称',
]
const searched = 6

/** A flag asks, or is named for what it flags. */
const plain = (label: string): string => normalLabel(label).replace(/^是否(?=最高)/, '')

interface FoundSheet {
  readonly kind: TableName
  readonly table: ImportedTable
  readonly header: number
  readonly columns: readonly (string | undefined)[]
}

/** A sheet is what its labels say, whatever its tab is called. */
function recognise(table: ImportedTable): FoundSheet | undefined {
  for (let header = 0; header < Math.min(searched, table.lines.length); header++) {
    const labels = labelsAt(table, { from: header, depth: 1 }).map(plain)
    if (!labels.includes('姓名') || !labels.includes('身份证号')) continue
    if (marks.filter(mark => labels.includes(mark)).length >= 3) return sheetOf('A01', table, header, labels)
    const kinds = (Object.entries(sheets) as [TableName, Names][])
      .filter(([kind]) => kind !== 'A01')
      .map(([kind, names]) => ({ kind, known: labels.filter(label => label in names).length }))
      .toSorted((a, b) => b.known - a.known)
    const [best] = kinds
    if (best && best.known >= 2) return sheetOf(best.kind, table, header, labels)
  }
  return undefined
}

const sheetOf = (kind: TableName, table: ImportedTable, header: number, labels: readonly string[]): FoundSheet => ({
  kind,
  table,
  header,
  columns: labels.map(label => sheets[kind]?.[label] ?? joint[label]),
})

/** What drop-downs show in place of the codes that the package has. */
const coded: Readonly<Record<string, (name: string) => string | undefined>> = {
  A0141: name => codeTables.political.byName(name.replace('中共预备', '预备'))?.code,
  A0163: name => codeTables.personStatus.byName(name)?.code,
}

const worthless: Readonly<Partial<Record<CellNoteKind, string>>> = {
  error: '是公式错误',
  'formula-empty': '是没有保存结果的公式',
  'lost-digits': '存成了数字，后几位已被 Excel 改成 0',
}

function rowsOf({ kind, table, header, columns }: FoundSheet, warnings: ImportWarning[]): ExchangeRow[] {
  const notes = new Map(table.notes.map(note => [`${note.line}:${note.column}`, note.kind]))
  const say = (line: number, at: number, what: string): void => {
    const label = labelsAt(table, { from: header, depth: 1 })[at] ?? ''
    if (warnings.length < 200) warnings.push({ line, text: `工作表“${table.sheet}”第 ${line} 行“${label}”${what}` })
  }
  return table.lines.slice(header + 1).flatMap(({ line, cells }) => {
    const row = new Map<string, string>()
    for (const [at, column] of columns.entries()) {
      const text = cells[at]?.trim() ?? ''
      if (column === undefined) continue
      const note = notes.get(`${line}:${at}`)
      const why = note === undefined ? undefined : worthless[note]
      if (why !== undefined) say(line, at, `${why}，未录入；请核对后补填`)
      else if (text !== '') row.set(column, coded[column]?.(text) ?? text)
      if (note === 'formula') say(line, at, '是公式，取的是表里保存的结果，没有重新计算；请核对')
    }
    if (kind === 'A01') row.set('A0000', row.get('A0184') ?? `line ${line}`)
    return row.size > 1 ? [row] : []
  })
}

/** Reads the national 信息采集表 by its labels; undefined for any other workbook. */
export function readCollection(tables: readonly ImportedTable[]): Parsed<ImportedFile> | undefined {
  const found = tables.map(recognise).filter(sheet => sheet !== undefined)
  if (!found.some(({ kind }) => kind === 'A01')) return undefined
  const rows = new Map<TableName, ExchangeRow[]>()
  const warnings: ImportWarning[] = []
  for (const sheet of found) rows.set(sheet.kind, [...(rows.get(sheet.kind) ?? []), ...rowsOf(sheet, warnings)])
  const people = new Set((rows.get('A01') ?? []).map(row => row.get('A0000')))
  for (const { kind, table } of found) {
    const stray = kind === 'A01' ? [] : (rows.get(kind) ?? []).filter(row => !people.has(row.get('A0000')))
    if (stray.length > 0)
      warnings.push({
        line: null,
        text: `工作表“${table.sheet}”有 ${stray.length} 行的身份证号在人员表里找不到，没有导入`,
      })
  }
  // The workbook names units by their names: each is its own code.
  const units = new Set((rows.get('A01') ?? []).map(row => row.get('A0195') ?? ''))
  rows.set(
    'B01',
    [...units].map(
      name =>
        new Map([
          ['B0111', name],
          ['B0101', name],
        ]),
    ),
  )
  const read = peopleOf(rows, new Map())
  return read.ok ? parsed({ ...read.value, warnings: [...warnings, ...read.value.warnings].slice(0, 500) }) : read
}

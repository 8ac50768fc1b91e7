import { type ImportedFile, type ImportWarning, type Parsed, parsed } from '../../../shared/cadres/imported'
import type { ImportedWorkbook } from '../../../shared/imports/table'
import { readCollection } from './collection'
import { readPersonSheet } from './person-sheet'
import { readWorkbook } from './workbook'

/**
 * Reads an Excel file: people where its labels say that it is the 信息采集表 or a form of one person a sheet, and otherwise
 * its sheets, for the officer to say what their columns are.
 */
export async function readExcel(bytes: Uint8Array): Promise<Parsed<ImportedFile | ImportedWorkbook>> {
  const workbook = await readWorkbook(bytes)
  if (!workbook.ok) return workbook
  const { tables } = workbook.value
  const warnings: ImportWarning[] = [...workbook.value.warnings]
  const collection = readCollection(tables)
  if (collection)
    return collection.ok
      ? parsed({ ...collection.value, warnings: [...warnings, ...collection.value.warnings].slice(0, 500) })
      : collection
  const forms = tables.map(table => ({ table, person: readPersonSheet(table) }))
  if (forms.every(({ person }) => person === undefined)) return parsed({ tables: [...tables], warnings })
  const people = forms.flatMap(({ table, person }) => {
    if (person?.ok) return [person.value]
    const why = person ? person.failure.why : '不像干部信息采集表，没有读取'
    warnings.push({ line: null, text: `工作表“${table.sheet}”：${why}` })
    return []
  })
  const [first] = forms.flatMap(({ person }) => (person && !person.ok ? [person] : []))
  return people.length === 0 && first ? first : parsed({ people, warnings: warnings.slice(0, 500) })
}

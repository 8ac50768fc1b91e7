import { basename } from 'node:path'
import { AppError } from '../../shared/result'
import type { JobContext } from '../ipc/contexts'
import { readWhole } from './read-whole'

interface Most {
  readonly lines: number
  readonly columns: number
  readonly cell: number
}
const refuse = (why: string): never => {
  throw new AppError('refused', why)
}

/** The first sheet of a workbook as texts, read in the disposable reader: what comes of it is looked at before it is taken. */
export async function firstSheet({ gatehouse }: Pick<JobContext, 'gatehouse'>, token: string, most: Most) {
  const { files, reader } = gatehouse.options
  const [path, another] = files.takeReading(token)
  if (path === undefined || another !== undefined || !/\.xls[xm]$/i.test(path))
    return refuse('请选一个 Excel 文件（.xlsx）')
  const { file, failure } = await readWhole({ name: basename(path), path, picturePath: null, failure: null })
  if (!file) return refuse(failure?.why ?? '文件读不出来')
  const [answer] = await reader.read([file])
  if (!answer?.ok) return refuse(answer?.failure.why ?? '文件读不出来')
  if (!('tables' in answer.value)) return refuse('这个文件里没有表格')
  const [table] = answer.value.tables
  const lines = table?.lines ?? []
  if (lines.length > most.lines) return refuse(`一次最多读 ${most.lines - 1} 行，请分成几个文件`)
  return {
    sheet: table?.sheet ?? '',
    rows: lines.map(({ line, cells }) => ({
      line,
      cells: cells.slice(0, most.columns).map(cell => cell.slice(0, most.cell)),
    })),
  }
}

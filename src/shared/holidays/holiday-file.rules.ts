import { Day } from '../dates/add-months'
import { parsePartialDate } from '../dates/partial-date'
import { HolidayYear } from '../dates/work-days'
import { type ReadHolidays, readNotice } from './notice-text.rules'

const head = '类别,名称,开始,结束'

/** A year as a small table that Excel opens: one row a holiday or a weekend worked, the notice in the first. */
export function holidayCsv({ source, off, workedWeekends }: HolidayYear): string {
  const rows = [
    ['来源', source.replaceAll(',', '，'), '', ''],
    ...off.map(({ name, from, to }) => ['放假', name.replaceAll(',', '，'), from, to]),
    ...workedWeekends.map(day => ['上班', '', day, day]),
  ]
  return [head, ...rows.map(row => row.join(','))].join('\r\n')
}

const dayOf = (text: string | undefined): Day | undefined => Day.safeParse(parsePartialDate(text ?? '')).data

function readCsv(text: string): ReadHolidays {
  const doubts: string[] = []
  const off: HolidayYear['off'] = []
  const workedWeekends: Day[] = []
  let source = ''
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    const [kind, name = '', first, last] = line.split(/[,，\t]/).map(cell => cell.trim())
    if (line.trim() === '' || kind === '类别') continue
    const [from, to] = [dayOf(first), dayOf(last === undefined || last === '' ? first : last)]
    if (kind === '来源') source = name
    else if ((kind !== '放假' && kind !== '上班') || !from || !to)
      doubts.push(`第 ${at + 1} 行读不懂，应为“放假,春节,2027-02-05,2027-02-11”`)
    else if (kind === '上班') workedWeekends.push(from)
    else off.push({ name: name === '' ? '放假' : name, from, to })
  }
  const year = Number((off[0]?.from ?? workedWeekends[0] ?? '').slice(0, 4))
  const table = HolidayYear.safeParse({ year, source: source === '' ? '导入的表格' : source, off, workedWeekends })
  return {
    table: table.success ? table.data : null,
    doubts: table.success ? doubts : [...doubts, '表格里没有放假日期'],
  }
}

function readJson(text: string): ReadHolidays {
  try {
    const table = HolidayYear.safeParse(JSON.parse(text))
    return table.success
      ? { table: table.data, doubts: [] }
      : { table: null, doubts: ['文件不是放假安排，应有 year、source、off、workedWeekends'] }
  } catch {
    return { table: null, doubts: ['文件不是完整的 JSON'] }
  }
}

/** Reads whatever a person pastes or opens: the notice's own words, the table of `holidayCsv`, or JSON of a HolidayYear. */
export function readHolidays(text: string, fallback: number | null): ReadHolidays {
  const bare = text.replace(/^\uFEFF/, '').trim()
  if (bare.startsWith('{')) return readJson(bare)
  return /^类别\s*[,，\t]/.test(bare) ? readCsv(bare) : readNotice(bare, fallback)
}

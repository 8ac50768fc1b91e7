import { addDays, Day, weekdayOf } from '../dates/add-months'
import { showDate } from '../dates/partial-date'
import type { HolidayYear } from '../dates/work-days'

/** What was read of a text, and what a person has to look at before it is taken in. */
export interface ReadHolidays {
  readonly table: HolidayYear | null
  /** In words, each about one place of the text. */
  readonly doubts: readonly string[]
}

const weekdays = '日一二三四五六'
/** 2月15日, with or without its year, its month, and what stands in brackets after it. */
const dayPattern = /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:\(([^)]*)\))?/g
const headPattern = /^(?:[一二三四五六七八九十]+、)?([\p{Script=Han}、]{2,15}):(.+)$/u

interface Said {
  readonly day: Day
  readonly doubt: string | undefined
}

/** The days of one sentence in their order; a day without month or year goes on from the one before it. */
function daysSaid(sentence: string, year: number): Said[] {
  let month = 0
  let inYear = year
  return [...sentence.matchAll(dayPattern)].flatMap(([text, ownYear, ownMonth, date, aside]) => {
    inYear = ownYear === undefined ? inYear : Number(ownYear)
    month = ownMonth === undefined ? month : Number(ownMonth)
    const day = Day.safeParse(`${inYear}-${String(month).padStart(2, '0')}-${String(Number(date)).padStart(2, '0')}`)
    if (!day.success) return []
    const said = /(?:周|星期)([日天一二三四五六])/.exec(aside ?? '')?.[1]?.replace('天', '日')
    const real = weekdays[weekdayOf(day.data)] ?? ''
    const wrong = said !== undefined && said !== real
    return [{ day: day.data, doubt: wrong ? `${text}是周${real}，原文写的是周${said}` : undefined }]
  })
}

const lengthOf = (from: Day, to: Day): number => (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1

/** One paragraph, such as 春节：2月15日（周日）至23日（周一）放假调休，共9天。2月14日（周六）上班。 */
function readParagraph(name: string, text: string, year: number) {
  const doubts: string[] = []
  const off: HolidayYear['off'] = []
  const worked: Day[] = []
  for (const sentence of text.split(/[。;]/)) {
    const free = /^[^。]*?放假/.exec(sentence)?.[0]
    const days = daysSaid(free ?? sentence, year)
    doubts.push(...days.flatMap(({ doubt }) => (doubt === undefined ? [] : [`${name}：${doubt}`])))
    const [first, second] = days.map(({ day }) => day)
    if (free !== undefined && first !== undefined) {
      const to = second ?? first
      const told = /(?:共|放假)(\d{1,2})天/.exec(sentence)?.[1]
      if (to < first) doubts.push(`${name}：结束日期早于开始日期`)
      else {
        if (told !== undefined && Number(told) !== lengthOf(first, to))
          doubts.push(`${name}：原文写共 ${told} 天，按日期算是 ${lengthOf(first, to)} 天`)
        if (/连休/.test(sentence)) doubts.push(`${name}：原文写“连休”，周末仍按周末休息`)
        off.push(...insideYear({ name, from: first, to }, year, doubts))
      }
    } else if (/上班/.test(sentence)) worked.push(...days.map(({ day }) => day))
  }
  if (off.length === 0) doubts.push(`${name}：没有读出放假日期`)
  return { off, worked, doubts }
}

/** A holiday that begins in the year before or ends in the one after is cut at the year's end: each year has its own table. */
function insideYear(
  { name, from, to }: HolidayYear['off'][number],
  year: number,
  doubts: string[],
): HolidayYear['off'] {
  const [first, last] = [Day.parse(`${year}-01-01`), Day.parse(`${year}-12-31`)]
  if (from >= first && to <= last) return [{ name, from, to }]
  const outside =
    from < first ? [from, to < first ? to : addDays(first, -1)] : [from > last ? from : addDays(last, 1), to]
  doubts.push(
    `${name}：${outside.map(day => showDate(day)).join(' 至 ')} 不在 ${year} 年内，没有列入，请补进那一年的表`,
  )
  if (to < first || from > last) return []
  return [{ name, from: from < first ? first : from, to: to > last ? last : to }]
}

/**
 * Reads the yearly notice as it is published. Days that are only suggested (“安排职工在除夕休息”) are not taken.
 * @param fallback the year to take where the text does not name its own
 */
export function readNotice(text: string, fallback: number | null): ReadHolidays {
  const bare = text.normalize('NFKC').replaceAll(/[^\S\n]/g, '')
  const named = /(\d{4})年(?:部分)?节假日/.exec(bare.replaceAll('\n', ''))?.[1]
  const year = named === undefined ? fallback : Number(named)
  if (year === null) return { table: null, doubts: ['文字里没有写是哪一年的放假安排，请先选年份'] }
  const paragraphs = bare.split('\n').flatMap(line => {
    const [, name, words] = headPattern.exec(line) ?? []
    return name !== undefined && words?.includes('放假') ? [readParagraph(name, words, year)] : []
  })
  if (paragraphs.length === 0)
    return { table: null, doubts: ['没有读出节日，每个节日应另起一行，写作“春节：2月15日至23日放假调休，共9天。”'] }
  const number = /国办发(?:明电)?[〔[](\d{4})[〕\]](\d+)号/.exec(bare)
  const table: HolidayYear = {
    year,
    source: `国务院办公厅关于${year}年部分节假日安排的通知${number ? `（${number[0].replace('[', '〔').replace(']', '〕')}）` : ''}`,
    off: paragraphs.flatMap(({ off }) => off).toSorted((a, b) => (a.from < b.from ? -1 : 1)),
    workedWeekends: [...new Set(paragraphs.flatMap(({ worked }) => worked))].toSorted(),
  }
  return { table, doubts: paragraphs.flatMap(({ doubts }) => doubts) }
}

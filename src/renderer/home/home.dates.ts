const weekdays = ['日', '一', '二', '三', '四', '五', '六'] as const
const lunarDigits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const

/** The calendar day of an instant on this computer, as YYYY-MM-DD. */
export function dayKey(date: Date): string {
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** The day as the page's title says it: 11月23日, then the weekday. */
export const headingOf = (date: Date): string =>
  `${date.getMonth() + 1}月${date.getDate()}日　星期${weekdays[date.getDay()] ?? ''}`

/** The lunar day in the words of a wall calendar: 农历十月十五. */
export function lunarOf(date: Date): string {
  const parts = new Intl.DateTimeFormat('zh-CN-u-ca-chinese', { month: 'long', day: 'numeric' }).formatToParts(date)
  const month = parts.find(({ type }) => type === 'month')?.value ?? ''
  const day = Number.parseInt(parts.find(({ type }) => type === 'day')?.value ?? '', 10)
  return month === '' || Number.isNaN(day) ? '' : `农历${month}${lunarDay(day)}`
}

function lunarDay(day: number): string {
  if (day === 10) return '初十'
  if (day === 20) return '二十'
  if (day === 30) return '三十'
  const tens = ['初', '十', '廿'][Math.floor(day / 10)] ?? ''
  return tens + (lunarDigits[day % 10] ?? '')
}

export interface WeekDay {
  readonly key: string
  readonly day: number
  /** Set on the first day shown of a new month, so that 1 after 30 explains itself. */
  readonly month: string | null
  readonly weekday: string
  readonly weekend: boolean
}

/** Today and the six days to come: what lies behind is not work any more. */
export function weekFrom(today: Date): WeekDay[] {
  return Array.from({ length: 7 }, (_, offset) => {
    const date = new Date(today.getFullYear(), today.getMonth(), today.getDate() + offset)
    return {
      key: dayKey(date),
      day: date.getDate(),
      month: offset > 0 && date.getDate() === 1 ? `${date.getMonth() + 1}月` : null,
      weekday: `周${weekdays[date.getDay()] ?? ''}`,
      weekend: date.getDay() === 0 || date.getDay() === 6,
    }
  })
}

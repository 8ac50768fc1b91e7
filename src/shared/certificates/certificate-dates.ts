import type { PartialDate } from '../dates/partial-date'

const digits = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const
const inTens = (n: number): string => {
  const [tens, ones] = [Math.floor(n / 10), n % 10]
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? digits[ones] : ''}`
}
const parts = (date: PartialDate): number[] => date.split('-').map(Number)

/** 2026年7月1日, as precise as the date is. */
export const certificateDate = (date: PartialDate): string =>
  parts(date)
    .map((part, index) => `${part}${'年月日'.charAt(index)}`)
    .join('')

/** 二〇二六年七月一日, for what is written from above to below. */
export const certificateDateInCharacters = (date: PartialDate): string =>
  parts(date)
    .map((part, index) => {
      const words = index === 0 ? [...String(part)].map(digit => digits[Number(digit)] ?? digit).join('') : inTens(part)
      return `${words}${'年月日'.charAt(index)}`
    })
    .join('')

import * as z from 'zod'

/** What is written down in a field, of one line or several. It may be empty; what must be filled in adds `.min(1)`. */
export const text = (max: number) => z.string().trim().max(max)

/** The same on one line: no line breaks, no control characters. */
export const line = (max: number) => text(max).regex(/^[^\p{Cc}]*$/u, '不能含有换行或控制字符')

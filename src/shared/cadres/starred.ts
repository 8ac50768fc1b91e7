/** A text with nothing of it shown but its first and last characters. */
const starred = (text: string, head: number, tail: number): string =>
  text.length <= head + tail
    ? '*'.repeat(text.length)
    : text.slice(0, head) + '*'.repeat(text.length - head - tail) + text.slice(-tail)

export const starredIdNumber = (text: string): string => starred(text, 2, 2)
export const starredPhone = (text: string): string => starred(text, 0, 2)

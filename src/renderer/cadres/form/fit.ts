/** Point sizes that the form's own editor steps down through. */
const ladder = [14, 13.5, 13, 12.5, 12, 11.5, 11, 10.5, 10, 9.5, 9, 8.5, 8, 7.5, 7] as const
const MM_PER_PT = 0.3528
const LINE = 1.3

/** Columns of half a character that a text takes. */
const columnsOf = (text: string): number => {
  let columns = 0
  for (const character of text) columns += /[\u0020-\u007E]/.test(character) ? 1 : 2
  return columns
}

/** The largest size at which a text fits a cell of the form, in points. Source: formats 3, shrink to fit from 14 pt. */
export function fitPt(text: string, widthMm: number, heightMm: number): number {
  const fits = (pt: number): boolean => {
    const perLine = Math.max(2, Math.floor(((widthMm - 2) / (pt * MM_PER_PT)) * 2))
    const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(columnsOf(line) / perLine)), 0)
    return lines * pt * MM_PER_PT * LINE <= heightMm
  }
  return ladder.find(fits) ?? 7
}

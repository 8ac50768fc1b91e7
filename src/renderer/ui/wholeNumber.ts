/** A whole number from 0 as a person types it, with separators or not; null for nothing, undefined for what is none. */
export function wholeNumber(text: string): number | null | undefined {
  const plain = text.normalize('NFKC').replaceAll(/[\s,]/g, '')
  if (plain === '') return null
  return /^\d{1,9}$/.test(plain) ? Number(plain) : undefined
}

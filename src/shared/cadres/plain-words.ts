/** Words alone, to compare by: blanks, full-width forms and marks of punctuation apart. */
export const plainWords = (text: string): string => text.normalize('NFKC').replaceAll(/[\s\p{P}]/gu, '')

/** A reason is no longer than this. */
export const MOST_REASON = 200
/** A reason is one line: what was typed in several stands with spaces between. */
export const oneLine = (text: string): string => text.trim().replace(/\s*\n\s*/g, ' ')

import type { PartialDate } from '../../../shared/dates/partial-date'
import { dateWords } from '../cadres.words'

/** 2004.09—2008.07, as precise as it is written; an end that is missing is left open. */
export const spanOf = ({ from, to }: { from: PartialDate | null; to: PartialDate | null }): string =>
  from === null && to === null ? '' : from === to ? dateWords(from) : `${dateWords(from)}—${dateWords(to)}`

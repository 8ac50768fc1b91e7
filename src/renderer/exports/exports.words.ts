import type { ExportEntry } from '../../shared/exports/exports'
import type { MarkState } from '../ui/marks'

const two = (n: number): string => String(n).padStart(2, '0')

/** 20261123, for names of files. */
export const compactDay = (date: Date): string =>
  `${date.getFullYear()}${two(date.getMonth() + 1)}${two(date.getDate())}`

export const count = (n: number): string => n.toLocaleString('zh-CN')

/** The mark beside how an act ended. */
export const outcomeState = ({ outcome }: Pick<ExportEntry, 'outcome'>): MarkState =>
  outcome === 'done' ? 'done' : 'late'

import type { SensitiveField } from '../../shared/cadres/cadres.contract'
import { fieldLabels } from '../../shared/cadres/field-labels'
import { type ExportEntry, outcomeTitles } from '../../shared/exports/exports'
import type { MarkState } from '../ui/marks'

const two = (n: number): string => String(n).padStart(2, '0')

/** 20261123, for names of files. */
export const compactDay = (date: Date): string =>
  `${date.getFullYear()}${two(date.getMonth() + 1)}${two(date.getDate())}`

/** 2026.11.23 09:42, in this computer's time. */
export function minuteWords(at: string): string {
  const date = new Date(at)
  return `${date.getFullYear()}.${two(date.getMonth() + 1)}.${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}`
}

export const count = (n: number): string => n.toLocaleString('zh-CN')

export const sensitiveWords = (fields: readonly SensitiveField[]): string =>
  fields.map(field => fieldLabels[field]).join('、') || '—'

/** How an act ended. One that never said so ended with the application, and what it left is not known. */
export function outcomeWords({ outcome, written, people }: Pick<ExportEntry, 'outcome' | 'written' | 'people'>): {
  readonly state: MarkState
  readonly words: string
} {
  if (outcome === null) return { state: 'late', words: '没有记下结果' }
  if (outcome !== 'done') return { state: 'late', words: outcomeTitles[outcome] }
  return { state: 'done', words: written === people ? outcomeTitles.done : `完成 ${count(written ?? 0)} 人` }
}

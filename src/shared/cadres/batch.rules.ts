import * as z from 'zod'
import { text } from '../text'
import type { Cadre } from './cadres'
import { CadreStatus } from './cadres'
import { type CadreField, labelOf } from './field-labels'
import { withValue } from './field-value'

const tag = text(20).min(1)

/** What can be the same for many: never what tells of one person's life. */
export const batchFields = [
  'status',
  'unitId',
  'personCategory',
  'managedBy',
  'staffing',
  'secrecy',
] as const satisfies readonly CadreField[]
export type BatchField = (typeof batchFields)[number]

/** One change of many files. An empty text clears the field. */
export const BatchChange = z.union([
  z.object({ act: z.literal('tag'), tag }),
  z.object({ act: z.literal('untag'), tag }),
  z.object({ act: z.literal('set'), field: z.literal('status'), value: CadreStatus }),
  z.object({ act: z.literal('set'), field: z.literal('unitId'), value: z.uuid().nullable() }),
  z.object({
    act: z.literal('set'),
    field: z.enum(['personCategory', 'managedBy', 'staffing', 'secrecy']),
    value: text(40),
  }),
])
export type BatchChange = z.infer<typeof BatchChange>

/** The file after the change; the same object where nothing changes. */
export function afterBatch(cadre: Cadre, change: BatchChange): Cadre {
  if (change.act === 'tag')
    return cadre.tags.includes(change.tag) ? cadre : { ...cadre, tags: [...cadre.tags, change.tag] }
  if (change.act === 'untag')
    return cadre.tags.includes(change.tag) ? { ...cadre, tags: cadre.tags.filter(each => each !== change.tag) } : cadre
  return cadre[change.field] === change.value ? cadre : withValue(cadre, change.field, change.value)
}

/** The change in words, as the audit log has it. A unit is told apart by its own name. */
export function batchWords(change: BatchChange, unitName = ''): string {
  if (change.act === 'tag') return `加标签“${change.tag}”`
  if (change.act === 'untag') return `去掉标签“${change.tag}”`
  const value = change.field === 'unitId' ? unitName : change.value
  return value === '' || value === null ? `清空${labelOf(change.field)}` : `${labelOf(change.field)}改为“${value}”`
}

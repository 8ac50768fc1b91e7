import type * as z from 'zod'
import type { BesideChange } from '../../shared/cadres/step'
import type { CommandContext } from '../ipc/contexts'
import type { Reads } from '../store/schema'
import { attachmentRows } from './rows-attachments'
import { careRecordRows, lifeEventRows } from './rows-care'
import { honourRows } from './rows-honours'
import { talkRows } from './rows-talks'

/** A row as it stands: whose it is, and what of it travels; null where it was taken out. */
export interface StandingRow {
  readonly cadreKey: number
  readonly value: unknown
}

/** Rows of a module that belong to a person and travel one by one, under the ids they were made with. */
export interface RowKind {
  readonly name: 'honours' | 'lifeEvents' | 'careRecords' | 'talks' | 'attachments'
  readonly module: 'honours' | 'care' | 'talks' | 'attachments'
  /** What of a row travels. What is read after it was put is the same again. */
  readonly value: z.ZodType
  /** Ids of the rows of some people; those that were taken out are left out. */
  of(db: Reads, keys: readonly number[]): Promise<readonly { readonly cadreKey: number; readonly id: string }[]>
  find(db: Reads, id: string): Promise<StandingRow | undefined>
  /**
   * Writes a row as it came or as it was before; null takes it away again.
   * @returns what the history of the file itself keeps of it and takes back; otherwise an image keeps it
   */
  put(context: CommandContext, cadreKey: number, id: string, value: unknown): Promise<BesideChange | void>
  /** What it is called, and what it says, for the eye. */
  words(value: unknown): { readonly title: string; readonly lines: readonly (readonly [label: string, text: string])[] }
}

export const rowKinds: readonly RowKind[] = [honourRows, lifeEventRows, careRecordRows, talkRows, attachmentRows]

/** The kind of a key such as `honours:<id>`, and the row's id. */
export function rowOfKey(key: string): { readonly kind: RowKind; readonly id: string } | undefined {
  const [name, id] = key.split(':')
  const kind = rowKinds.find(each => each.name === name)
  return kind && id !== undefined ? { kind, id } : undefined
}
export const keyOfRow = (kind: Pick<RowKind, 'name'>, id: string): string => `${kind.name}:${id}`

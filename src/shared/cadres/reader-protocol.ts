import * as z from 'zod'
import { ImportedWorkbook } from '../imports/table'
import { ImportedFile, ImportFailure } from './imported'

/**
 * Between the core and the disposable reader, over a port of their own, one message at a time. The reader gets bytes and
 * names to tell the kind by: no path, no key, no store. What it answers comes from a process that has just handled a
 * stranger's files, so it is checked again in the core.
 */
export interface FileToRead {
  /** The name alone, without the folder. */
  readonly name: string
  readonly bytes: Uint8Array
  /** The picture beside a `.lrm`, of the same name with `.pic` or `.jpg`. */
  readonly picture: Uint8Array | null
}
export type ToReader = { readonly kind: 'read'; readonly id: number; readonly files: readonly FileToRead[] }

export const ReadAnswer = z.discriminatedUnion('ok', [
  /** People, or sheets whose columns the officer has to match first. */
  z.object({ ok: z.literal(true), value: z.union([ImportedFile, ImportedWorkbook]) }),
  z.object({ ok: z.literal(false), failure: ImportFailure }),
])
export type ReadAnswer = z.infer<typeof ReadAnswer>

/** One answer for each file, in their order. */
export const FromReader = z.object({ kind: z.literal('answer'), id: z.int(), answers: z.array(ReadAnswer) })
export type FromReader = z.infer<typeof FromReader>

/** Source: security design T5. */
export const readerLimits = { wallMs: 20_000, heapMegabytes: 512, idleMs: 15_000 } as const

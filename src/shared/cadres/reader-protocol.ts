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
export type ToReader =
  | { readonly kind: 'read'; readonly id: number; readonly files: readonly FileToRead[] }
  /** Files of a package by their names in it. The package comes along unless the reader still has it. */
  | {
      readonly kind: 'inside'
      readonly id: number
      readonly package: Uint8Array | null
      readonly names: readonly string[]
    }

/** A package of files as they lie in folders: what is in it, to be asked for some at a time. */
export const ImportedPackage = z.object({
  entries: z
    .array(z.object({ name: z.string().max(255), bytes: z.int().min(0) }))
    .min(1)
    .max(2000),
  /** Files in it that are of no kind to import. */
  ignored: z.int().min(0),
})
export type ImportedPackage = z.infer<typeof ImportedPackage>

/** Of a file inside a package, which the core never has in its hands. Hex. */
const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .optional()

export const ReadAnswer = z.discriminatedUnion('ok', [
  /** People, or sheets whose columns the officer has to match first, or a package of files. */
  z.object({ ok: z.literal(true), value: z.union([ImportedFile, ImportedWorkbook, ImportedPackage]), sha256 }),
  z.object({ ok: z.literal(false), failure: ImportFailure, sha256 }),
])
export type ReadAnswer = z.infer<typeof ReadAnswer>

/** One answer for each file, in their order; none at all for files of a package that the reader does not have. */
export const FromReader = z.object({ kind: z.literal('answer'), id: z.int(), answers: z.array(ReadAnswer) })
export type FromReader = z.infer<typeof FromReader>

/** Source: security design T5. */
export const readerLimits = { wallMs: 20_000, heapMegabytes: 512, idleMs: 15_000 } as const

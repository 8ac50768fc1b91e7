import * as z from 'zod'
import { AttachmentChange } from '../attachments/attachments'
import { PhotoChange } from '../photos/photos'
import { CadreId } from './cadres'
import { CadreChange, inverseOf } from './diff.rules'

/** Another file of the same person was merged into this one, or parted from it again. */
const merging = {
  other: CadreId,
  /** The other file's, as it was then. */
  revision: z.int(),
  /** The ids of other modules' rows that have followed, by module. */
  moved: z.record(z.string(), z.array(z.string())),
}
const MergeChange = z.object({ kind: z.literal('merged'), ...merging })
const PartChange = z.object({ kind: z.literal('parted'), ...merging })
/** The same in the history of the file that was merged. It is undone in the one that was kept. */
const MergedInto = z.object({ kind: z.literal('merged-into'), other: CadreId })
const PartedFrom = z.object({ kind: z.literal('parted-from'), other: CadreId })

/** Rows of other modules came with a package of another store, or went back: what they are lies in the image. */
const ExchangeChange = z.object({ kind: z.literal('exchange'), image: z.uuid(), to: z.enum(['before', 'after']) })

/** Everything that a step can change: the file's own fields and rows, and what stands beside them. */
export const StepChange = z.discriminatedUnion('kind', [
  ...CadreChange.options,
  PhotoChange,
  AttachmentChange,
  MergeChange,
  PartChange,
  MergedInto,
  PartedFrom,
  ExchangeChange,
])
export type StepChange = z.infer<typeof StepChange>
/** What stands beside the fields. */
export type BesideChange = Exclude<StepChange, CadreChange>

const beside = {
  photo: true,
  attachment: true,
  merged: true,
  parted: true,
  'merged-into': true,
  'parted-from': true,
  exchange: true,
} as const satisfies Record<BesideChange['kind'], true>
export const isBeside = (change: { readonly kind: string }): change is BesideChange =>
  Object.hasOwn(beside, change.kind)

const isField = (change: StepChange): change is CadreChange => !isBeside(change)
export const fieldChanges = (changes: readonly StepChange[]): CadreChange[] => changes.filter(isField)
export const besideChanges = (changes: readonly StepChange[]): BesideChange[] => changes.filter(isBeside)

function inverseBeside(change: BesideChange): BesideChange {
  switch (change.kind) {
    case 'photo':
      return { ...change, before: change.after, after: change.before }
    case 'attachment':
      return { ...change, before: change.after, after: change.before }
    case 'merged':
      return { ...change, kind: 'parted' }
    case 'parted':
      return { ...change, kind: 'merged' }
    case 'merged-into':
      return { ...change, kind: 'parted-from' }
    case 'parted-from':
      return { ...change, kind: 'merged-into' }
    case 'exchange':
      return { ...change, to: change.to === 'after' ? 'before' : 'after' }
  }
}

/** The changes that lead back from where these have led. */
export const inverseOfStep = (changes: readonly StepChange[]): StepChange[] => [
  ...inverseOf(fieldChanges(changes)),
  ...besideChanges(changes).map(inverseBeside),
]

import * as z from 'zod'
import { PhotoChange } from '../photos/photos'
import { CadreChange, inverseOf } from './diff.rules'

/** Everything that a step can change: the file's own fields and rows, and what stands beside them. */
export const StepChange = z.discriminatedUnion('kind', [...CadreChange.options, PhotoChange])
export type StepChange = z.infer<typeof StepChange>
/** What stands beside the fields. */
export type BesideChange = Exclude<StepChange, CadreChange>

const beside = { photo: true } as const satisfies Record<BesideChange['kind'], true>
export const isBeside = (change: StepChange): change is BesideChange => Object.hasOwn(beside, change.kind)

const isField = (change: StepChange): change is CadreChange => !isBeside(change)
export const fieldChanges = (changes: readonly StepChange[]): CadreChange[] => changes.filter(isField)
export const besideChanges = (changes: readonly StepChange[]): BesideChange[] => changes.filter(isBeside)

function inverseBeside(change: BesideChange): BesideChange {
  switch (change.kind) {
    case 'photo':
      return { ...change, before: change.after, after: change.before }
  }
}

/** The changes that lead back from where these have led. */
export const inverseOfStep = (changes: readonly StepChange[]): StepChange[] => [
  ...inverseOf(fieldChanges(changes)),
  ...besideChanges(changes).map(inverseBeside),
]

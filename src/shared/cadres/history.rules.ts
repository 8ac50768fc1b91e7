import type { PhotoId } from '../photos/photos'
import type { Cadre } from './cadres'
import { applyChanges, movedSince } from './diff.rules'
import { labelOf } from './field-labels'
import { type BesideChange, besideChanges, fieldChanges, inverseOfStep, type StepChange } from './step'

/** What was done to a file at once: by one person, at one time, for one reason. */
export interface Step {
  readonly id: string
  readonly changes: readonly StepChange[]
  /** The step that this one has undone. */
  readonly undoes: string | null
}

/** A file with what stands beside its fields. */
export interface FileState {
  readonly cadre: Cadre
  readonly photo: PhotoId | null
}

/** The steps that are undone now: one that was undone, and whose undoing was undone in turn, stands again. */
export function undoneAmong(steps: readonly Pick<Step, 'id' | 'undoes'>[]): Set<string> {
  const undoing = new Map<string, string[]>()
  for (const { id, undoes } of steps) if (undoes !== null) undoing.set(undoes, [...(undoing.get(undoes) ?? []), id])
  const isUndone = (id: string): boolean => (undoing.get(id) ?? []).some(by => !isUndone(by))
  return new Set(steps.filter(({ id }) => isUndone(id)).map(({ id }) => id))
}

/** What is no longer as it was before this change, in words; undefined when it still is. */
function besideMoved(state: FileState, change: BesideChange): string | undefined {
  switch (change.kind) {
    case 'photo':
      return state.photo === change.before ? undefined : '照片'
  }
}

/** The name of the first thing that is no longer in the state that the changes start from. */
function stepMoved(state: FileState, changes: readonly StepChange[]): string | undefined {
  const field = movedSince(state.cadre, fieldChanges(changes))
  if (field) return labelOf(field)
  return besideChanges(changes)
    .map(change => besideMoved(state, change))
    .find(label => label !== undefined)
}

/**
 * Why a step cannot be undone; undefined when it can. A step is taken back whole or not at all, and never over what was
 * written after it. The first step of a file is what made it.
 */
export function undoRefusal(state: FileState, steps: readonly Step[], step: Step): string | undefined {
  if (step.id === steps.at(-1)?.id) return '这一步建立了档案。不要这份档案时，移入回收站'
  if (step.changes.length === 0) return '这一步没有改动内容'
  if (undoneAmong(steps).has(step.id)) return '这一步已经撤销'
  const moved = stepMoved(state, inverseOfStep(step.changes))
  return moved && `“${moved}”后来又改过，先撤销后面的修改`
}

/** What a file shows after changes that may be applied to it. */
export const afterChanges = <S extends FileState>(state: S, changes: readonly StepChange[]): S =>
  besideChanges(changes).reduce((next, change) => ({ ...next, photo: change.after }), {
    ...state,
    cadre: applyChanges(state.cadre, fieldChanges(changes)),
  })

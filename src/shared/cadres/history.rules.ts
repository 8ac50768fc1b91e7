import type { Cadre } from './cadres'
import { type CadreChange, inverseOf, movedSince } from './diff.rules'
import { labelOf } from './field-labels'

/** What was done to a file at once: by one person, at one time, for one reason. */
export interface Step {
  readonly id: string
  readonly changes: readonly CadreChange[]
  /** The step that this one has undone. */
  readonly undoes: string | null
}

/** The steps that are undone now: one that was undone, and whose undoing was undone in turn, stands again. */
export function undoneAmong(steps: readonly Pick<Step, 'id' | 'undoes'>[]): Set<string> {
  const undoing = new Map<string, string[]>()
  for (const { id, undoes } of steps) if (undoes !== null) undoing.set(undoes, [...(undoing.get(undoes) ?? []), id])
  const isUndone = (id: string): boolean => (undoing.get(id) ?? []).some(by => !isUndone(by))
  return new Set(steps.filter(({ id }) => isUndone(id)).map(({ id }) => id))
}

/**
 * Why a step cannot be undone; undefined when it can. A step is taken back whole or not at all, and never over what was
 * written after it. The first step of a file is what made it.
 */
export function undoRefusal(cadre: Cadre, steps: readonly Step[], step: Step): string | undefined {
  if (step.id === steps.at(-1)?.id) return '这一步建立了档案。不要这份档案时，移入回收站'
  if (step.changes.length === 0) return '这一步没有改动内容'
  if (undoneAmong(steps).has(step.id)) return '这一步已经撤销'
  const moved = movedSince(cadre, inverseOf(step.changes))
  return moved && `“${labelOf(moved)}”后来又改过，先撤销后面的修改`
}

import type { AttachmentFacts, AttachmentId } from '../attachments/attachments'
import { saySame } from '../attachments/attachments.rules'
import type { PhotoId } from '../photos/photos'
import type { Cadre, CadreId } from './cadres'
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

/** Another file that was once merged into this one. */
interface OtherFile {
  readonly revision: number
  readonly trashed: boolean
  readonly mergedHere: boolean
}

/** A file with what stands beside its fields. */
export interface FileState {
  readonly cadre: Cadre
  readonly photo: PhotoId | null
  /** What the file says of each attachment; null of those that were taken out. */
  readonly attachments: ReadonlyMap<AttachmentId, AttachmentFacts | null>
  readonly others: ReadonlyMap<CadreId, OtherFile>
  /** As which side of an image the rows that came from another store stand; null where they were changed since. */
  readonly images: ReadonlyMap<string, 'before' | 'after' | null>
}

/** The steps that are undone now: one that was undone, and whose undoing was undone in turn, stands again. */
export function undoneAmong(steps: readonly Pick<Step, 'id' | 'undoes'>[]): Set<string> {
  const undoing = new Map<string, string[]>()
  for (const { id, undoes } of steps) if (undoes !== null) undoing.set(undoes, [...(undoing.get(undoes) ?? []), id])
  const isUndone = (id: string): boolean => (undoing.get(id) ?? []).some(by => !isUndone(by))
  return new Set(steps.filter(({ id }) => isUndone(id)).map(({ id }) => id))
}

const changedSince = (what: string): string => `“${what}”后来又改过，先撤销后面的修改`

/** Why something beside the fields is no longer as it was before this change; undefined when it still is. */
function besideRefusal({ photo, attachments, others, images }: FileState, change: BesideChange): string | undefined {
  switch (change.kind) {
    case 'photo':
      return photo === change.before ? undefined : changedSince('照片')
    case 'attachment': {
      const now = attachments.get(change.id)
      if (now === undefined) return '附件已随合并转到另一份档案'
      return saySame(now, change.before) ? undefined : changedSince('附件')
    }
    case 'parted':
      return others.get(change.other)?.mergedHere ? undefined : '并入的档案已经单独恢复，不能再撤销合并'
    case 'merged': {
      const other = others.get(change.other)
      if (!other || other.trashed) return '另一份档案在回收站里，先恢复再合并'
      return other.revision === change.revision ? undefined : '另一份档案后来又改过，请重新对照再合并'
    }
    case 'merged-into':
    case 'parted-from':
      return '要在合并时保留的那份档案里撤销'
    case 'exchange': {
      const side = images.get(change.image)
      return side && side !== change.to ? undefined : changedSince('随数据包来的记录')
    }
  }
}

/**
 * Why a step cannot be undone; undefined when it can. A step is taken back whole or not at all, and never over what was
 * written after it. The first step of a file is what made it.
 */
export function undoRefusal(state: FileState, steps: readonly Step[], step: Step): string | undefined {
  if (step.id === steps.at(-1)?.id) return '这一步建立了档案。不要这份档案时，移入回收站'
  if (step.changes.length === 0) return '这一步没有改动内容'
  if (undoneAmong(steps).has(step.id)) return '这一步已经撤销'
  const changes = inverseOfStep(step.changes)
  const moved = movedSince(state.cadre, fieldChanges(changes))
  if (moved) return changedSince(labelOf(moved))
  return besideChanges(changes)
    .map(change => besideRefusal(state, change))
    .find(refusal => refusal !== undefined)
}

/** What a file shows after changes that may be applied to it. */
export const afterChanges = <S extends Pick<FileState, 'cadre' | 'photo'>>(
  state: S,
  changes: readonly StepChange[],
): S => {
  const photo = besideChanges(changes).find(change => change.kind === 'photo')
  return {
    ...state,
    cadre: applyChanges(state.cadre, fieldChanges(changes)),
    photo: photo ? photo.after : state.photo,
  }
}

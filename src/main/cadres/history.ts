import type { Cadre, CadreId } from '../../shared/cadres/cadres'
import { diffCadres } from '../../shared/cadres/diff.rules'
import { afterChanges, type FileState, type Step } from '../../shared/cadres/history.rules'
import { type BesideChange, besideChanges, fieldChanges, inverseOfStep, StepChange } from '../../shared/cadres/step'
import * as attachments from '../attachments/attachments.repo'
import * as merges from '../duplicates/merges.repo'
import * as images from '../exchange/images.repo'
import { dayNow } from '../ipc/clock'
import type { CommandContext } from '../ipc/contexts'
import * as photos from '../photos/photos.repo'
import type { Reads } from '../store/schema'
import * as cadres from './cadres.repo'
import type { CadreChangesTable } from './cadres.table'
import { moveRows } from './followers'

interface Fact {
  readonly kind: CadreChangesTable['kind']
  readonly reason: string
  /** The import that this step is a part of. */
  readonly batchId?: string
  /** The step that this one undoes. */
  readonly undoes?: string
}

/** A step as it was stored: who did it, when and why, and what it changed. */
type StoredStep = Step & Omit<CadreChangesTable, 'seq' | 'changes'>

/** Every step of a file, newest first. */
export async function stepsOf(db: Reads, id: CadreId): Promise<StoredStep[]> {
  const rows = await cadres.changesOf(db, id)
  return rows.map(({ changes, ...row }) => ({ ...row, changes: StepChange.array().parse(JSON.parse(changes)) }))
}

const imagesIn = (steps: readonly Step[]): string[] => [
  ...new Set(
    steps.flatMap(({ changes }) => changes.flatMap(change => (change.kind === 'exchange' ? [change.image] : []))),
  ),
]

/** A file with everything that undoing one of its steps depends on. */
export async function stateOf(
  db: Reads,
  stored: cadres.StoredCadre,
  steps: readonly Step[],
): Promise<cadres.StoredCadre & FileState> {
  const others = steps.flatMap(({ changes }) =>
    changes.flatMap(change => (change.kind === 'merged' || change.kind === 'parted' ? [change.other] : [])),
  )
  return {
    ...stored,
    attachments: await attachments.states(db, stored.cadre.id),
    others: await merges.othersOf(db, stored.cadre.id, others),
    images: await images.sidesOf(db, stored.cadre.id, imagesIn(steps)),
  }
}

/** Keeps what was done to a file: who, when, why and what. */
export async function recordStep(
  { db, caller, now, newId }: CommandContext,
  cadreId: CadreId,
  changes: readonly StepChange[],
  { kind, reason, batchId, undoes }: Fact,
): Promise<void> {
  await cadres.record(db, {
    id: newId(),
    cadreId,
    batchId: batchId ?? null,
    at: new Date(now()).toISOString(),
    byId: caller.id,
    kind,
    reason,
    changes: JSON.stringify(changes),
    undoes: undoes ?? null,
  })
}

/**
 * Stores the next state of a file with the step that led to it. A file that is new has no earlier state.
 * @param beside what the same step has already changed beside the fields
 */
export async function keep(
  context: CommandContext,
  before: Cadre | undefined,
  after: Cadre,
  revision: number,
  fact: Fact,
  beside: readonly BesideChange[] = [],
): Promise<void> {
  await cadres.save(context.db, after, revision, dayNow(context))
  await recordStep(context, after.id, [...(before ? diffCadres(before, after) : []), ...beside], fact)
}

/** The file as it was before these steps, which are its last ones, newest first. */
export const before = (stored: cadres.StoredCadre, steps: readonly Step[]): cadres.StoredCadre =>
  steps.reduce((state, { changes }) => afterChanges(state, inverseOfStep(changes)), stored)

/** Puts another file of the same person into the trash, and gives its rows of other modules to this one. */
export async function absorb(
  context: CommandContext,
  id: CadreId,
  { other, revision }: { other: CadreId; revision: number },
  fact: Fact,
): Promise<BesideChange> {
  const { db, now } = context
  await cadres.setTrashed(db, [other], new Date(now()).toISOString())
  await merges.link(db, other, id)
  await recordStep(context, other, [{ kind: 'merged-into', other: id }], fact)
  return { kind: 'merged', other, revision, moved: await moveRows(db, other, id) }
}

/** Takes the other file out of the trash again, and gives it back the rows that came with it. */
async function part(
  context: CommandContext,
  id: CadreId,
  change: Extract<BesideChange, { kind: 'parted' }>,
  fact: Fact,
): Promise<BesideChange> {
  const { db, caller } = context
  await cadres.get(db, caller.scope, change.other)
  await cadres.setTrashed(db, [change.other], null)
  await merges.unlink(db, [change.other])
  await recordStep(context, change.other, [{ kind: 'parted-from', other: id }], fact)
  return { ...change, moved: await moveRows(db, id, change.other, change.moved) }
}

/** @returns the change as it was made: of other modules' rows perhaps fewer, where some are gone */
async function applyBeside(
  context: CommandContext,
  id: CadreId,
  change: BesideChange,
  fact: Fact,
): Promise<BesideChange> {
  switch (change.kind) {
    case 'photo':
      await photos.show(context.db, id, change.after)
      return change
    case 'attachment':
      await attachments.put(context.db, id, change.id, change.after, new Date(context.now()).toISOString())
      return change
    case 'merged':
      return absorb(context, id, change, { ...fact, kind: 'merge' })
    case 'parted':
      return part(context, id, change, fact)
    case 'exchange':
      await images.put(context, id, change.image, change.to)
      return change
    case 'merged-into':
    case 'parted-from':
      return change
  }
}

/** Takes a step back that may be taken back. Doing so is a step too. */
export async function undoStep(context: CommandContext, stored: cadres.StoredCadre, step: StoredStep): Promise<void> {
  const { id } = stored.cadre
  const changes = inverseOfStep(step.changes)
  const fields = fieldChanges(changes)
  if (fields.length > 0)
    await cadres.save(context.db, afterChanges(stored, changes).cadre, stored.revision + 1, dayNow(context))
  const done: StepChange[] = [...fields]
  for (const change of besideChanges(changes))
    done.push(await applyBeside(context, id, change, { kind: 'undo', reason: '' }))
  await recordStep(context, id, done, { kind: 'undo', reason: '', undoes: step.id })
}

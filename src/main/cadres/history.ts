import type { Cadre, CadreId } from '../../shared/cadres/cadres'
import { diffCadres } from '../../shared/cadres/diff.rules'
import { afterChanges, type Step } from '../../shared/cadres/history.rules'
import { type BesideChange, besideChanges, fieldChanges, inverseOfStep, StepChange } from '../../shared/cadres/step'
import { today } from '../../shared/dates/today'
import type { CommandContext } from '../ipc/contexts'
import * as photos from '../photos/photos.repo'
import type { Reads, Writes } from '../store/schema'
import * as cadres from './cadres.repo'
import type { CadreChangesTable } from './cadres.table'

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
  await cadres.save(context.db, after, revision, today(new Date(context.now())))
  await recordStep(context, after.id, [...(before ? diffCadres(before, after) : []), ...beside], fact)
}

/** The file as it was before these steps, which are its last ones, newest first. */
export const before = (stored: cadres.StoredCadre, steps: readonly Step[]): cadres.StoredCadre =>
  steps.reduce((state, { changes }) => afterChanges(state, inverseOfStep(changes)), stored)

async function applyBeside(db: Writes, id: CadreId, change: BesideChange): Promise<void> {
  switch (change.kind) {
    case 'photo':
      return photos.show(db, id, change.after)
  }
}

/** Takes a step back that may be taken back. Doing so is a step too. */
export async function undoStep(context: CommandContext, stored: cadres.StoredCadre, step: StoredStep): Promise<void> {
  const { db } = context
  const { id } = stored.cadre
  const changes = inverseOfStep(step.changes)
  if (fieldChanges(changes).length > 0) await cadres.save(db, afterChanges(stored, changes).cadre, stored.revision + 1)
  for (const change of besideChanges(changes)) await applyBeside(db, id, change)
  await recordStep(context, id, changes, { kind: 'undo', reason: '', undoes: step.id })
}

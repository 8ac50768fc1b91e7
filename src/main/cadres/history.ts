import type { Cadre, CadreId } from '../../shared/cadres/cadres'
import { applyChanges, CadreChange, diffCadres, inverseOf } from '../../shared/cadres/diff.rules'
import type { Step } from '../../shared/cadres/history.rules'
import type { CommandContext } from '../ipc/contexts'
import type { Reads } from '../store/schema'
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
  return rows.map(({ changes, ...row }) => ({ ...row, changes: CadreChange.array().parse(JSON.parse(changes)) }))
}

/** Keeps what was done to a file: who, when, why and what. */
export async function recordStep(
  { db, caller, now, newId }: CommandContext,
  cadreId: CadreId,
  changes: readonly CadreChange[],
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

/** Stores the next state of a file with the step that led to it. A file that is new has no earlier state. */
export async function keep(
  context: CommandContext,
  before: Cadre | undefined,
  after: Cadre,
  revision: number,
  fact: Fact,
): Promise<void> {
  await cadres.save(context.db, after, revision)
  await recordStep(context, after.id, before ? diffCadres(before, after) : [], fact)
}

/** The file as it was before these steps, which are its last ones, newest first. */
export const before = (cadre: Cadre, steps: readonly Step[]): Cadre =>
  steps.reduce((file, { changes }) => applyChanges(file, inverseOf(changes)), cadre)

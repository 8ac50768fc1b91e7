import type { BatchId, UnitChoice } from '../../shared/imports/imports'
import { type Unit, UnitId } from '../../shared/units/units'
import type { Reads, Writes } from '../store/schema'
import type { ImportItemsTable, ImportUnitsTable } from './imports.table'

/** What becomes of each unit's name of a batch. */
export type Choices = ReadonlyMap<string, Omit<ImportUnitsTable, 'batchId'>>

export async function choicesOf(db: Reads, batchId: BatchId): Promise<Map<string, Omit<ImportUnitsTable, 'batchId'>>> {
  const rows = await db.selectFrom('importUnits').selectAll().where('batchId', '=', batchId).orderBy('name').execute()
  return new Map(rows.map(row => [row.name, row]))
}

/** The one unit of this name that the account sees; with several or none the officer chooses. */
export function usualChoice(units: readonly Unit[], name: string): Omit<ImportUnitsTable, 'batchId'> {
  const same = name === '' ? [] : units.filter(unit => unit.name === name)
  const [only] = same
  return {
    name,
    choice: same.length === 1 ? 'unit' : 'none',
    unitId: same.length === 1 && only ? only.id : null,
    parentId: null,
    newName: '',
  }
}

/** The unit that a person gets. A folder's name puts nobody into another unit than the store has. */
export function unitFor(
  choices: Choices,
  { unitName, unitFrom }: Pick<ImportItemsTable, 'unitName' | 'unitFrom'>,
  stored: string | null,
): string | undefined {
  if (unitFrom === 'folder' && stored !== null) return undefined
  return choices.get(unitName)?.unitId ?? undefined
}

export const shownChoice = ({ choice, unitId, parentId, newName }: Omit<ImportUnitsTable, 'batchId'>): UnitChoice => {
  if (choice === 'unit' && unitId !== null) return { kind: 'unit', unitId: UnitId.parse(unitId) }
  if (choice === 'create' && parentId !== null)
    return { kind: 'create', parentId: UnitId.parse(parentId), name: newName }
  return { kind: 'none' }
}

export async function insertChoices(
  db: Writes,
  batchId: BatchId,
  choices: readonly Omit<ImportUnitsTable, 'batchId'>[],
): Promise<void> {
  if (choices.length === 0) return
  await db
    .insertInto('importUnits')
    .values(choices.map(choice => ({ ...choice, batchId })))
    .onConflict(conflict =>
      conflict.columns(['batchId', 'name']).doUpdateSet(({ ref }) => ({
        choice: ref('excluded.choice'),
        unitId: ref('excluded.unitId'),
        parentId: ref('excluded.parentId'),
        newName: ref('excluded.newName'),
      })),
    )
    .execute()
}

import type { Scope } from '../../shared/accounts/accounts'
import type { CadreId } from '../../shared/cadres/cadres'
import type { CadreChange } from '../../shared/cadres/diff.rules'
import type { CadreField } from '../../shared/cadres/field-labels'
import type { Taking } from '../../shared/imports/imports'
import type { FateChoice } from '../../shared/imports/imports.contract'
import { AppError } from '../../shared/result'
import * as cadres from '../cadres/cadres.repo'
import type { Writes } from '../store/schema'
import { matchesOf } from './candidates'
import { columnsOf, compare } from './compare'
import type { ImportItemsTable } from './imports.table'
import * as items from './items.repo'
import type { Choices } from './unit-choices'

/** What the officer decides about staged people. Nothing here touches a cadre's file. */
export interface Deciding {
  readonly db: Writes
  readonly scope: Scope
  readonly choices: Choices
}

type Columns = Partial<ImportItemsTable>
/** A decision about the person makes an earlier one about single differences void. */
const anew: Columns = { keys: null, duplicateOf: null }

async function merged({ db, scope, choices }: Deciding, item: items.StagedItem, cadreId: CadreId): Promise<Columns> {
  const columns = columnsOf(await compare(db, scope, item, cadreId, choices))
  return { ...columns, fate: 'merge', cadreId, state: columns.taken > 0 ? 'changed' : 'unchanged' }
}

/** The file named, which must be there and not in the trash, or else the one that fits best. */
async function targetOf({ db, scope }: Deciding, item: items.StagedItem, wanted: CadreId | null): Promise<CadreId> {
  if (wanted !== null) {
    const { trashedAt } = await cadres.get(db, scope, wanted)
    if (trashedAt !== null) throw new AppError('refused', '这份档案在回收站里，先恢复再并入')
    return wanted
  }
  const best = (await matchesOf(db, scope, item)).find(({ person }) => !person.trashed)
  if (!best) throw new AppError('refused', '库中没有与此人相符的档案，请选“新增”或指定并入哪一份')
  return best.person.id
}

export async function settle(deciding: Deciding, item: items.StagedItem, fate: FateChoice): Promise<void> {
  const { db } = deciding
  switch (fate.kind) {
    case 'skip':
      return items.update(db, item, { fate: 'skip' })
    case 'merge': {
      const cadreId = await targetOf(deciding, item, fate.cadreId)
      return items.update(db, item, { ...anew, ...(await merged(deciding, { ...item, keys: null }, cadreId)) })
    }
    case 'add': {
      const columns = columnsOf(await compare(db, deciding.scope, { ...item, keys: null }, null, deciding.choices))
      return items.update(db, item, { ...anew, ...columns, fate: 'add', cadreId: null, state: 'new' })
    }
  }
}

/** Compares a person anew with the file they are merged into, as after a change of units or of that file. */
export async function refresh(deciding: Deciding, item: items.StagedItem): Promise<void> {
  if (item.fate !== 'merge' || item.cadreId === null) return
  await items.update(deciding.db, item, await merged(deciding, item, item.cadreId))
}

/** Exactly these differences, with the photo or without. */
interface Chosen {
  readonly keys: readonly number[]
  readonly photo: boolean
}

/** Takes some of the differences: a rule for all of them, or exactly those named. */
export async function take(deciding: Deciding, item: items.StagedItem, how: Taking | Chosen): Promise<void> {
  if (item.fate !== 'merge' || item.cadreId === null)
    throw new AppError('refused', '只有并入现有档案时才能逐项选择，新增的人全部采用')
  const chosen =
    typeof how === 'string'
      ? { taking: how, keys: null, photoTaken: item.photoTaken }
      : { taking: item.taking, keys: [...new Set(how.keys)].toSorted((a, b) => a - b), photoTaken: Number(how.photo) }
  const comparison = await compare(deciding.db, deciding.scope, { ...item, ...chosen }, item.cadreId, deciding.choices)
  if (comparison.taken.some(key => key >= comparison.changes.length))
    throw new AppError('conflict', '这个人的内容已经变了，请看过新的内容再选')
  await items.update(deciding.db, item, {
    ...columnsOf(comparison),
    taking: chosen.taking,
    keys: chosen.keys === null ? null : JSON.stringify(chosen.keys),
  })
}

/** Takes or leaves what is named, and leaves the rest as it was chosen. */
export async function takeSome(
  deciding: Deciding,
  item: items.StagedItem,
  named: (changes: readonly CadreChange[]) => Chosen,
  isTaken: boolean,
): Promise<void> {
  const { db, scope, choices } = deciding
  const { changes, taken, photoTaken } = await compare(db, scope, item, item.cadreId, choices)
  const { keys, photo } = named(changes)
  if (keys.length === 0 && !photo) return
  const others = taken.filter(key => !keys.includes(key))
  await take(deciding, item, {
    keys: isTaken ? [...others, ...keys] : others,
    photo: photo ? isTaken : photoTaken,
  })
}

/** The differences of one field. */
export const ofField =
  (field: CadreField) =>
  (changes: readonly CadreChange[]): Chosen => ({
    keys: changes.flatMap((change, key) => (change.field === field ? [key] : [])),
    photo: false,
  })

import type { Scope } from '../../shared/accounts/accounts'
import { type Cadre, CadreId, emptyCadre } from '../../shared/cadres/cadres'
import type { CadreChange } from '../../shared/cadres/diff.rules'
import type { PhotoState } from '../../shared/imports/imports'
import { type Brought, differencesOf, isPhotoTaken, takenOf } from '../../shared/imports/imports.rules'
import type { PhotoId } from '../../shared/photos/photos'
import * as cadres from '../cadres/cadres.repo'
import type { Reads } from '../store/schema'
import type { ImportItemsTable } from './imports.table'
import type { StagedItem } from './items.repo'
import { type Choices, unitFor } from './unit-choices'

type Comparable = Pick<
  StagedItem,
  | 'batchId'
  | 'place'
  | 'name'
  | 'fields'
  | 'details'
  | 'only'
  | 'unitName'
  | 'unitFrom'
  | 'taking'
  | 'keys'
  | 'photo'
  | 'photoTaken'
>

/** A staged person against a file of the store, or against an empty one. */
export interface Comparison {
  readonly stored: Cadre
  readonly brought: Brought
  readonly revision: number | null
  readonly changes: readonly CadreChange[]
  readonly taken: readonly number[]
  readonly photo: PhotoState
  readonly photoTaken: boolean
}

/** Stands in for the id of a person who is not in the store yet. */
const nobody = CadreId.parse('00000000-0000-4000-8000-000000000000')

/** Against the portrait that is shown; one that was shown before counts as another. */
async function photoState(db: Reads, item: Comparable, shown: PhotoId | null): Promise<PhotoState> {
  const own = item.photo !== 'none' && item.photo !== 'kept'
  if (shown === null) return own ? 'new' : 'none'
  if (!own) return 'kept'
  const same = await db
    .selectFrom('photos')
    .innerJoin('importPhotos', 'importPhotos.sha256', 'photos.sha256')
    .where('photos.id', '=', shown)
    .where('importPhotos.batchId', '=', item.batchId)
    .where('importPhotos.place', '=', item.place)
    .select('photos.id')
    .executeTakeFirst()
  return same ? 'same' : 'changed'
}

/** @throws AppError not-found when the file is not in the store or not to be seen */
export async function compare(
  db: Reads,
  scope: Scope,
  item: Comparable,
  cadreId: CadreId | null,
  choices: Choices,
): Promise<Comparison> {
  const found = cadreId === null ? undefined : await cadres.get(db, scope, cadreId)
  const stored = found?.cadre ?? emptyCadre(nobody, item.name)
  const brought: Brought = {
    fields: item.fields,
    details: item.details,
    only: item.only,
    unitId: unitFor(choices, item, stored.unitId),
  }
  const changes = differencesOf(stored, brought)
  const photo = await photoState(db, item, found?.photo ?? null)
  const isUsual = (photo === 'new' || photo === 'changed') && isPhotoTaken(photo, item.taking)
  return {
    stored,
    brought,
    revision: found?.revision ?? null,
    changes,
    taken: item.keys ?? takenOf(changes, item.taking, stored, brought),
    photo,
    photoTaken: item.keys === null ? isUsual : item.photoTaken === 1 && (photo === 'new' || photo === 'changed'),
  }
}

/** What of a comparison the lists show. A new person is taken whole, so there is nothing to count. */
export function columnsOf({
  changes,
  taken,
  photo,
  photoTaken,
  revision,
}: Comparison): Pick<ImportItemsTable, 'cadreRevision' | 'changes' | 'taken' | 'photo' | 'photoTaken'> {
  const differs = photo === 'new' || photo === 'changed' ? 1 : 0
  const counted = revision !== null
  return {
    cadreRevision: revision,
    changes: counted ? changes.length + differs : 0,
    taken: counted ? taken.length + Number(photoTaken) : 0,
    photo,
    photoTaken: Number(photoTaken),
  }
}

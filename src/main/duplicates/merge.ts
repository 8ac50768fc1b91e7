import type * as z from 'zod'
import type { Cadre, CadreId } from '../../shared/cadres/cadres'
import type { BesideChange } from '../../shared/cadres/step'
import type { duplicatesContract } from '../../shared/duplicates/duplicates.contract'
import { mergeDifferences, mergeFiles, sidesOf } from '../../shared/duplicates/merge.rules'
import { PhotoId } from '../../shared/photos/photos'
import { AppError } from '../../shared/result'
import { get, type StoredCadre } from '../cadres/cadres.repo'
import { absorb, keep as keepFile } from '../cadres/history'
import type { CommandContext, QueryContext } from '../ipc/contexts'
import * as photos from '../photos/photos.repo'

/** Two files that can be merged. @throws AppError refused for one and the same, or when one lies in the trash */
export async function readBoth(
  { db, caller }: QueryContext,
  keep: CadreId,
  drop: CadreId,
): Promise<{ kept: StoredCadre; other: StoredCadre }> {
  if (keep === drop) throw new AppError('refused', '这是同一份档案')
  const [kept, other] = [await get(db, caller.scope, keep), await get(db, caller.scope, drop)]
  if (kept.trashedAt !== null || other.trashedAt !== null)
    throw new AppError('refused', '有一份档案在回收站里，先恢复再合并')
  return { kept, other }
}

function merged(kept: Cadre, other: Cadre, sides: z.output<typeof duplicatesContract.merge.input>['sides']): Cadre {
  const differences = mergeDifferences(kept, other)
  const fits =
    differences.length === sides.length &&
    differences.every((change, place) => sidesOf(change).some(side => side === sides[place]))
  if (!fits) throw new AppError('invalid-input', '每一处不同都要选定一份')
  try {
    return mergeFiles(kept, other, sides)
  } catch {
    throw new AppError('refused', '两份合在一起行数太多，请少留几行再合并')
  }
}

/** Takes the other file's portrait; its bytes stay with the other file too. */
async function takePhoto(
  { db, newId }: CommandContext,
  keep: CadreId,
  other: StoredCadre,
): Promise<BesideChange | undefined> {
  if (other.photo === null) throw new AppError('invalid-input', '另一份档案没有照片')
  return photos.put(db, keep, await photos.get(db, other.cadre.id, other.photo), PhotoId.parse(newId()))
}

/** Merges one file into another: fields, rows, photo and the rows of other modules, in one step of the kept file. */
export async function merge(
  context: CommandContext,
  input: z.output<typeof duplicatesContract.merge.input>,
): Promise<void> {
  const { keep, drop, revisions, sides, reason } = input
  context.record({ subject: `cadres:${keep}`, reason, details: `并入 cadres:${drop}` })
  const { kept, other } = await readBoth(context, keep, drop)
  if (kept.revision !== revisions.keep || other.revision !== revisions.drop)
    throw new AppError('conflict', '有一份档案刚被改过，请重新对照再合并')
  const after = merged(kept.cadre, other.cadre, sides)
  const fact = { kind: 'merge', reason } as const
  const photo = input.takePhoto ? await takePhoto(context, keep, other) : undefined
  const absorbed = await absorb(context, keep, { other: drop, revision: other.revision }, fact)
  await keepFile(context, kept.cadre, after, kept.revision + 1, fact, [...(photo ? [photo] : []), absorbed])
  const followed = absorbed.kind === 'merged' ? Object.values(absorbed.moved).flat().length : 0
  const taken = sides.filter(side => side !== 'kept').length
  context.record({ details: `并入 cadres:${drop}，取另一份 ${taken} 处，随转 ${followed} 件` })
}

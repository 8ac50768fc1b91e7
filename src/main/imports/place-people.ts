import type { Scope } from '../../shared/accounts/accounts'
import type { BatchId, UnitSuggestion } from '../../shared/imports/imports'
import { unitByPost } from '../../shared/imports/unit-by-post.rules'
import { AppError } from '../../shared/result'
import type { Unit, UnitId } from '../../shared/units/units'
import type { CommandContext } from '../ipc/contexts'
import type { Reads } from '../store/schema'
import { listWithin } from '../units/units.repo'
import { refresh } from './decide'
import * as items from './items.repo'
import { choicesOf, insertChoices } from './unit-choices'

/** Posts that show what a suggestion rests on. */
const shownPosts = 3

/** People who would come or stay without a unit, by the unit with whose name their post begins. */
async function byPost(db: Reads, scope: Scope, batchId: BatchId) {
  const unitOf = unitByPost(await listWithin(db, scope))
  const found = new Map<UnitId, { place: number; post: string }[]>()
  for (const { place, currentPost } of await items.homeless(db, batchId)) {
    const unitId = unitOf(currentPost)
    if (unitId === undefined) continue
    const own = found.get(unitId)
    if (own) own.push({ place, post: currentPost })
    else found.set(unitId, [{ place, post: currentPost }])
  }
  return found
}

/** Where people without a unit seem to belong. Nobody is put there before the officer says so. */
export async function suggestUnits(db: Reads, scope: Scope, batchId: BatchId): Promise<UnitSuggestion[]> {
  return [...(await byPost(db, scope, batchId))]
    .map(([unitId, people]) => ({
      unitId,
      people: people.length,
      posts: [...new Set(people.map(({ post }) => post))].slice(0, shownPosts),
    }))
    .toSorted((a, b) => b.people - a.people)
}

export async function takeSuggested(context: CommandContext, batchId: BatchId, unitIds: readonly UnitId[]) {
  const found = await byPost(context.db, context.caller.scope, batchId)
  for (const unitId of unitIds) {
    const places = (found.get(unitId) ?? []).map(({ place }) => place)
    // SQLite takes a bounded number of values in one statement.
    for (let from = 0; from < places.length; from += 500)
      await putInto(context, batchId, { places: places.slice(from, from + 500) }, unitId, 'folder')
  }
}

/** A name that stands for this unit alone among those of the batch: its own, or that of the unit above it before it. */
function keyFor(units: readonly Unit[], unit: Unit, taken: (name: string) => boolean): string {
  const above = units.find(({ id }) => id === unit.parentId)?.name ?? ''
  return [unit.name, `${above}${unit.name}`, `${unit.name}（${unit.id}）`].find(name => !taken(name)) ?? unit.id
}

/** @param from as a file that names the unit, which also moves those who have one, or as a folder, which does not */
export async function putInto(
  { db, caller }: CommandContext,
  batchId: BatchId,
  among: items.Among,
  unitId: UnitId,
  from: 'file' | 'folder',
): Promise<void> {
  const units = await listWithin(db, caller.scope)
  const unit = units.find(({ id }) => id === unitId)
  if (!unit) throw new AppError('refused', '所选单位不在您的查看范围内，或已被删除')
  const choices = await choicesOf(db, batchId)
  const name = keyFor(units, unit, key => choices.has(key) && choices.get(key)?.unitId !== unitId)
  const choice = { name, choice: 'unit', unitId, parentId: null, newName: '' } as const
  choices.set(name, choice)
  await insertChoices(db, batchId, [choice])
  for await (const some of items.slices(db, batchId, among)) {
    for (const item of some) {
      const placed = { unitName: name, unitFrom: from }
      await items.update(db, item, placed)
      await refresh({ db, scope: caller.scope, choices }, { ...item, ...placed })
    }
  }
}

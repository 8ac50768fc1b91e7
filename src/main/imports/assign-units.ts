import type { BatchId, FoundUnit, UnitChoice } from '../../shared/imports/imports'
import { AppError, insist } from '../../shared/result'
import { UnitId } from '../../shared/units/units'
import { mayAdd } from '../../shared/units/units.rules'
import type { CommandContext } from '../ipc/contexts'
import type { Reads } from '../store/schema'
import { listWithin } from '../units/units.repo'
import { refresh } from './decide'
import * as items from './items.repo'
import { choicesOf, insertChoices, shownChoice } from './unit-choices'

/** Every unit's name of a batch with how many people bear it, the most first. */
export async function foundUnits(db: Reads, batchId: BatchId): Promise<FoundUnit[]> {
  const people = await db
    .selectFrom('importItems')
    .where('batchId', '=', batchId)
    .groupBy('unitName')
    .select('unitName')
    .select(({ fn }) => fn.countAll<number>().as('people'))
    .execute()
  const counts = new Map(people.map(row => [row.unitName, row.people]))
  return [...(await choicesOf(db, batchId)).values()]
    .filter(({ name }) => counts.has(name))
    .map(choice => ({ name: choice.name, people: counts.get(choice.name) ?? 0, to: shownChoice(choice) }))
    .toSorted((a, b) => b.people - a.people || a.name.localeCompare(b.name, 'zh-CN'))
}

/** Keeps what becomes of some names, and compares those anew whom it concerns. */
export async function assign(
  { db, caller, newId }: CommandContext,
  batchId: BatchId,
  assignments: readonly { readonly name: string; readonly to: UnitChoice }[],
): Promise<void> {
  const units = await listWithin(db, caller.scope)
  const choices = await choicesOf(db, batchId)
  for (const { name, to } of assignments) {
    if (!choices.has(name)) throw new AppError('not-found', '这批内容里没有这个单位名称')
    if (to.kind === 'unit' && !units.some(({ id }) => id === to.unitId))
      throw new AppError('refused', '所选单位不在您的查看范围内，或已被删除')
    if (to.kind === 'create') insist(mayAdd(units, to.parentId, to.name))
    // Two names of the files may stand for one new unit.
    const same = [...choices.values()].find(
      other =>
        to.kind === 'create' &&
        other.choice === 'create' &&
        other.parentId === to.parentId &&
        other.newName === to.name &&
        other.name !== name,
    )
    choices.set(name, {
      name,
      choice: to.kind,
      unitId: to.kind === 'unit' ? to.unitId : to.kind === 'create' ? (same?.unitId ?? UnitId.parse(newId())) : null,
      parentId: to.kind === 'create' ? to.parentId : null,
      newName: to.kind === 'create' ? to.name : '',
    })
  }
  const names = assignments.map(({ name }) => name)
  await insertChoices(
    db,
    batchId,
    [...choices.values()].filter(({ name }) => names.includes(name)),
  )
  for await (const some of items.slices(db, batchId, { unitNames: names }))
    for (const item of some) await refresh({ db, scope: caller.scope, choices }, item)
}

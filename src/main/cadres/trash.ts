import type { Scope } from '../../shared/accounts/accounts'
import type { CadreId } from '../../shared/cadres/cadres'
import type { TrashedRow } from '../../shared/cadres/cadres.contract'
import { nameKey } from '../../shared/cadres/duplicates.rules'
import { PartialDate } from '../../shared/dates/partial-date'
import { AppError } from '../../shared/result'
import * as accounts from '../accounts/accounts.repo'
import * as merges from '../duplicates/merges.repo'
import type { CommandContext } from '../ipc/contexts'
import type { Reads } from '../store/schema'
import * as cadres from './cadres.repo'
import { recordStep } from './history'
import { factsWithin } from './list'

interface Page {
  /** A part of the name, or the first initials of its reading. */
  readonly text: string
  readonly offset: number
  readonly limit: number
}

/** Found by the facts, which are small: there is no other way to the trash than past everyone. */
async function lying(db: Reads, scope: Scope, text: string) {
  const from = (await factsWithin(db, scope, true)).innerJoin('cadres', 'cadres.key', 'cadreFacts.key')
  const key = nameKey(text)
  if (key === '') return from
  return from.where(({ eb, or, fn, val }) =>
    or([
      eb(fn<number>('instr', ['cadres.nameKey', val(key)]), '>', 0),
      eb(fn<number>('instr', ['cadres.initials', val(key.toLowerCase())]), '=', 1),
    ]),
  )
}

/** What lies in the trash as far as an account sees, the latest first. Nothing changes a file there: its last step is what put it there. */
export async function trashed(db: Reads, scope: Scope, { text, offset, limit }: Page) {
  const units = await cadres.seenUnits(db, scope)
  const from = await lying(db, scope, text)
  const { total } = await from.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const found = await from
    .innerJoin('cadreChanges as step', join =>
      join.on('step.seq', '=', eb =>
        eb
          .selectFrom('cadreChanges as each')
          .whereRef('each.cadreId', '=', 'cadres.id')
          .select(({ fn }) => fn.max('each.seq').as('seq')),
      ),
    )
    .leftJoin('units', 'units.id', 'cadres.unitId')
    .leftJoin('merges', 'merges.goneId', 'cadres.id')
    .leftJoin('cadres as kept', 'kept.id', 'merges.keptId')
    .select(['cadres.id', 'cadres.name', 'cadres.sex', 'cadres.birth', 'cadres.currentPost', 'cadres.trashedAt'])
    .select(['units.name as unitName', 'step.byId', 'step.kind as how', 'step.reason'])
    .select(['kept.id as keptId', 'kept.name as keptName', 'kept.unitId as keptUnitId'])
    .orderBy('cadres.trashedAt', 'desc')
    .orderBy('cadres.key', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  const names = await accounts.names(db)
  const rows = found.map(({ byId, birth, unitName, trashedAt, keptId, keptName, keptUnitId, ...row }): TrashedRow => {
    const seen = units === null || (keptUnitId !== null && units.includes(keptUnitId))
    return {
      ...row,
      birth: birth === null ? null : PartialDate.parse(birth),
      unitName: unitName ?? '',
      trashedAt: trashedAt ?? '',
      byName: names.get(byId) ?? '',
      mergedInto: keptId !== null && keptName !== null && seen ? { id: keptId, name: keptName } : null,
    }
  })
  return { rows, total }
}

/** Puts files into the trash or takes them out, with a step in the history of each. */
async function move(context: CommandContext, ids: readonly CadreId[], at: string | null, reason: string) {
  const { db, caller, record } = context
  const [first] = ids
  record({ subject: ids.length === 1 && first ? `cadres:${first}` : 'cadres', details: `${ids.length} 份档案`, reason })
  for (const id of ids) {
    const { trashedAt } = await cadres.get(db, caller.scope, id)
    if ((trashedAt !== null) === (at !== null))
      throw new AppError('conflict', at === null ? '有档案已不在回收站里' : '有档案已在回收站里')
    await recordStep(context, id, [], { kind: at === null ? 'restore' : 'trash', reason })
  }
  await cadres.setTrashed(db, ids, at)
  return {}
}

export const moveToTrash = (context: CommandContext, ids: readonly CadreId[], reason: string) =>
  move(context, ids, new Date(context.now()).toISOString(), reason)

/** Whoever is taken out of the trash by itself is parted from the file that it was merged into. */
export async function restore(context: CommandContext, ids: readonly CadreId[]) {
  const done = await move(context, ids, null, '')
  await merges.unlink(context.db, ids)
  return done
}

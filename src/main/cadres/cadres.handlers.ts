import { type Cadre, CadreId, emptyCadre } from '../../shared/cadres/cadres'
import type { CadreFile, ChangeSet } from '../../shared/cadres/cadres.contract'
import { labelOf } from '../../shared/cadres/field-labels'
import { AppError } from '../../shared/result'
import * as accounts from '../accounts/accounts.repo'
import type { CommandContext, CoreHandlers } from '../ipc/contexts'
import { listWithin } from '../units/units.repo'
import * as cadres from './cadres.repo'
import type { CadreChangesTable } from './cadres.table'
import { type Changed, differences, isSensitive, masked, valueOf, withChanges, withoutChanges } from './fields'

const toFile = ({ cadre, revision, trashedAt, hasPhoto }: cadres.StoredCadre): CadreFile => ({
  ...masked(cadre),
  hasPhoto,
  revision,
  trashedAt,
})

const subject = (id: CadreId): string => `cadres:${id}`
const changesOf = (row: Pick<CadreChangesTable, 'changes'>): Changed[] => JSON.parse(row.changes) as Changed[]

/** Stores the next state of a file with what changed, who did it and why. */
async function keep(
  { db, caller, now, newId }: CommandContext,
  before: Cadre | undefined,
  after: Cadre,
  revision: number,
  fact: { kind: CadreChangesTable['kind']; reason: string; batchId?: string },
): Promise<void> {
  await cadres.save(db, after, revision)
  await cadres.record(db, {
    id: newId(),
    cadreId: after.id,
    batchId: fact.batchId ?? null,
    at: new Date(now()).toISOString(),
    byId: caller.id,
    kind: fact.kind,
    reason: fact.reason,
    changes: JSON.stringify(before ? differences(before, after) : []),
  })
}

async function insistUnitSeen({ db, caller }: CommandContext, unitId: string | null): Promise<void> {
  if (unitId === null) return
  const seen = await listWithin(db, caller.scope)
  if (!seen.some(unit => unit.id === unitId)) throw new AppError('refused', '所在单位不在您的查看范围内')
}

export const cadresHandlers: CoreHandlers['cadres'] = {
  list: ({ db, caller }, question) => cadres.page(db, caller.scope, question),
  search: ({ db, caller }, { text, limit }) => cadres.search(db, caller.scope, text, limit),
  get: async ({ db, caller }, { id }) => toFile(await cadres.get(db, caller.scope, id)),

  async reveal({ db, caller, record }, { id, field, reason }) {
    record({ subject: subject(id), reason, details: labelOf(field) })
    const value = valueOf((await cadres.get(db, caller.scope, id)).cadre, field)
    return { value: typeof value === 'string' ? value : JSON.stringify(value) }
  },

  async history({ db, caller }, { id }) {
    await cadres.get(db, caller.scope, id)
    const names = await accounts.names(db)
    const rows = await cadres.changesOf(db, id)
    return rows.map(
      (row): ChangeSet => ({
        id: row.id,
        at: row.at,
        byName: names.get(row.byId) ?? '',
        kind: row.kind,
        reason: row.reason,
        changes: changesOf(row).map(({ field, before, after }) => ({
          field,
          label: labelOf(field),
          before: isSensitive(field) ? null : JSON.stringify(before),
          after: isSensitive(field) ? null : JSON.stringify(after),
        })),
      }),
    )
  },

  async asOf({ db, caller }, { id, on }) {
    const stored = await cadres.get(db, caller.scope, id)
    const end = new Date(`${on}T23:59:59.999`).toISOString()
    const rows = await cadres.changesOf(db, id)
    const later = rows.filter(row => row.at > end)
    if (later.length === rows.length) throw new AppError('not-found', '那一天还没有这份档案')
    const cadre = later.reduce((file, row) => withoutChanges(file, changesOf(row)), stored.cadre)
    return toFile({ ...stored, cadre })
  },

  async add(context, { name, birth, unitId }) {
    await insistUnitSeen(context, unitId)
    const id = CadreId.parse(context.newId())
    context.record({ subject: subject(id) })
    await keep(context, undefined, { ...emptyCadre(id, name), birth, unitId }, 1, { kind: 'add', reason: '' })
    return toFile(await cadres.get(context.db, null, id))
  },

  async change(context, { id, revision, changes, reason }) {
    const { db, caller, record } = context
    record({
      subject: subject(id),
      reason,
      details: changes.map(({ field }) => labelOf(field as Changed['field'])).join('、'),
    })
    const stored = await cadres.get(db, caller.scope, id)
    if (stored.revision !== revision) throw new AppError('conflict', '这份档案刚被改过，请看过新的内容再改')
    if (stored.trashedAt !== null) throw new AppError('refused', '档案在回收站里，先恢复再改')
    const after = withChanges(stored.cadre, changes)
    if (after.unitId !== stored.cadre.unitId) await insistUnitSeen(context, after.unitId)
    await keep(context, stored.cadre, after, revision + 1, { kind: 'change', reason })
    return toFile(await cadres.get(db, caller.scope, id))
  },

  async undo(context, { id, changeSetId }) {
    const { db, caller, record } = context
    record({ subject: subject(id) })
    const stored = await cadres.get(db, caller.scope, id)
    const row = (await cadres.changesOf(db, id)).find(change => change.id === changeSetId)
    if (!row || row.kind === 'add') throw new AppError('refused', '这一步不能撤销')
    const after = withoutChanges(stored.cadre, changesOf(row))
    await keep(context, stored.cadre, after, stored.revision + 1, { kind: 'undo', reason: '' })
    return toFile(await cadres.get(db, caller.scope, id))
  },

  trash: (context, { ids, reason }) => moveToTrash(context, ids, new Date(context.now()).toISOString(), reason),
  restore: (context, { ids }) => moveToTrash(context, ids, null, ''),
}

async function moveToTrash(context: CommandContext, ids: readonly CadreId[], at: string | null, reason: string) {
  const { db, caller, record, now, newId } = context
  record({ subject: ids.length === 1 && ids[0] ? subject(ids[0]) : 'cadres', details: `${ids.length} 份档案`, reason })
  for (const id of ids) {
    await cadres.get(db, caller.scope, id)
    await cadres.record(db, {
      id: newId(),
      cadreId: id,
      batchId: null,
      at: new Date(now()).toISOString(),
      byId: caller.id,
      kind: at === null ? 'restore' : 'trash',
      reason,
      changes: '[]',
    })
  }
  await cadres.setTrashed(db, ids, at)
  return {}
}

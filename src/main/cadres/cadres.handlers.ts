import { type Cadre, CadreId, emptyCadre } from '../../shared/cadres/cadres'
import { MOST_IDS } from '../../shared/cadres/cadres.contract'
import { type CadreField, labelOf } from '../../shared/cadres/field-labels'
import { valueOf } from '../../shared/cadres/field-value'
import { mayKeepPosts } from '../../shared/cadres/held-posts.rules'
import { AppError, insist } from '../../shared/result'
import { dayNow } from '../ipc/clock'
import type { CommandContext, CoreHandlers } from '../ipc/contexts'
import { listWithin } from '../units/units.repo'
import { batchHandlers } from './batch.handlers'
import * as cadres from './cadres.repo'
import { listColumns, tableText, withCells } from './cells'
import { withValues } from './fields'
import { keep } from './history'
import { historyHandlers } from './history.handlers'
import { insistUnitSeen } from './insist-units'
import { among, listed, page } from './list'
import { toFile } from './masking'
import { idsOf, rowsOf } from './rows'
import { search } from './search'
import { timelineOf, timelineSources } from './timeline'
import { moveToTrash, restore, trashed } from './trash'

const subject = (id: CadreId): string => `cadres:${id}`

/** What a change by hand must not bring in; what stood there before may stay. */
async function insistPosts(context: CommandContext, before: Cadre, after: Cadre): Promise<void> {
  if (JSON.stringify(before.posts) === JSON.stringify(after.posts)) return
  insist(mayKeepPosts(after.posts))
  const known = new Set(before.posts.map(({ unitId }) => unitId))
  const chosen = after.posts.map(({ unitId }) => unitId).filter(unitId => unitId !== null && !known.has(unitId))
  if (chosen.length === 0) return
  const seen = new Set<string>((await listWithin(context.db, context.caller.scope)).map(({ id }) => id))
  if (chosen.some(unitId => !seen.has(unitId ?? ''))) throw new AppError('refused', '任职单位不在您的查看范围内')
}

export const cadresHandlers: CoreHandlers['cadres'] = {
  async list({ db, caller, now }, { columns, ...question }) {
    const chosen = listColumns(columns)
    const { rows, total } = await page(db, caller.scope, question)
    return { rows: await withCells(db, rows, chosen, dayNow({ now })), total }
  },

  async ids({ db, caller }, { filter, sort }) {
    const keys = await listed(db, caller.scope, filter, sort)
    return { ids: await idsOf(db, keys.subarray(0, MOST_IDS)), total: keys.length }
  },

  async search({ db, caller, now }, { text, limit, columns }) {
    return withCells(db, await search(db, caller.scope, text, limit), listColumns(columns), dayNow({ now }))
  },

  async table({ db, caller, now, record }, { ids, sort, columns }) {
    const chosen = listColumns(columns)
    const keys = await among(db, caller.scope, ids, sort)
    record({ subject: 'cadres', details: `${keys.length} 人，${chosen.length + 1} 列` })
    const rows = await withCells(db, await rowsOf(db, keys), chosen, dayNow({ now }))
    return { text: tableText(rows, chosen), people: rows.length }
  },

  get: async ({ db, caller }, { id }) => toFile(await cadres.get(db, caller.scope, id)),

  async reveal({ db, caller, record }, { id, field, reason }) {
    record({ subject: subject(id), reason, details: labelOf(field) })
    const value = valueOf((await cadres.get(db, caller.scope, id)).cadre, field)
    return { value: typeof value === 'string' ? value : JSON.stringify(value) }
  },

  ...historyHandlers,
  ...batchHandlers,
  timeline: timelineOf(timelineSources),

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
      details: changes.map(({ field }) => labelOf(field as CadreField)).join('、'),
    })
    const stored = await cadres.get(db, caller.scope, id)
    if (stored.revision !== revision) throw new AppError('conflict', '这份档案刚被改过，请看过新的内容再改')
    if (stored.trashedAt !== null) throw new AppError('refused', '档案在回收站里，先恢复再改')
    const after = withValues(stored.cadre, changes)
    if (after.unitId !== stored.cadre.unitId) await insistUnitSeen(context, after.unitId)
    await insistPosts(context, stored.cadre, after)
    await keep(context, stored.cadre, after, revision + 1, { kind: 'change', reason })
    return toFile(await cadres.get(db, caller.scope, id))
  },

  trashed: ({ db, caller }, slice) => trashed(db, caller.scope, slice),
  trash: (context, { ids, reason }) => moveToTrash(context, ids, reason),
  restore: (context, { ids }) => restore(context, ids),
}

import type { Scope } from '../../shared/accounts/accounts'
import { SensitiveField } from '../../shared/cadres/cadres.contract'
import type { CadreChange } from '../../shared/cadres/diff.rules'
import { describeChange } from '../../shared/cadres/diff-words'
import { labelOf } from '../../shared/cadres/field-labels'
import type { BatchId, ImportChange, ImportDetail, ImportSummary } from '../../shared/imports/imports'
import type { FilesOf } from '../../shared/imports/imports.contract'
import { mayConfirm } from '../../shared/imports/imports.rules'
import { AppError } from '../../shared/result'
import * as accounts from '../accounts/accounts.repo'
import type { CommandContext, CoreHandlers, QueryContext } from '../ipc/contexts'
import type { Reads } from '../store/schema'
import { listWithin } from '../units/units.repo'
import { assign, foundUnits } from './assign-units'
import * as batches from './batches.repo'
import { candidatesOf } from './candidates'
import { type Comparison, compare } from './compare'
import { confirm } from './confirm'
import { type Deciding, ofField, settle, take, takeSome } from './decide'
import { hindrances } from './hindrances'
import * as items from './items.repo'
import { putInto, suggestUnits, takeSuggested } from './place-people'
import { match, sheetView } from './rosters'
import * as sheets from './sheets.repo'
import { stage } from './stage'
import { undo, undoCheck } from './undo'
import { choicesOf } from './unit-choices'

const sensitive = (field: string): SensitiveField | null => SensitiveField.safeParse(field).data ?? null
const hidden = '＊＊＊'

async function summaryOf(db: Reads, scope: Scope, batch: batches.StoredBatch): Promise<ImportSummary> {
  const { open: _open, ...counts } = await items.counts(db, batch.id)
  const filesOf = async (which: FilesOf): Promise<number> =>
    (await batches.filesOf(db, batch.id, { which, offset: 0, limit: 1 })).total
  const verdict = mayConfirm(await hindrances(db, scope, batch.id))
  return {
    id: batch.id,
    stagedAt: batch.stagedAt,
    source: batch.source,
    files: batch.files,
    people: batch.people,
    ignored: batch.ignored,
    unreadable: await filesOf('failed'),
    noted: await filesOf('noted'),
    sheets: (await sheets.list(db, batch.id)).length,
    unplaced: await items.withoutUnit(db, batch.id),
    ...counts,
    blocked: verdict.allowed ? null : verdict.reason,
  }
}

/** A unit stands in a file by its id; people read its name. */
const unitNamed = (change: CadreChange, names: ReadonlyMap<unknown, string>): CadreChange =>
  change.kind === 'value' && change.field === 'unitId'
    ? { ...change, before: names.get(change.before) ?? '', after: names.get(change.after) ?? '' }
    : change

/** @param reveal the one sensitive field whose values are shown */
async function shownChanges(
  { db, caller }: Pick<QueryContext, 'db' | 'caller'>,
  batchId: BatchId,
  { changes, taken }: Comparison,
  reveal?: SensitiveField,
): Promise<ImportChange[]> {
  const names = new Map<unknown, string>((await listWithin(db, caller.scope)).map(({ id, name }) => [id, name]))
  for (const { choice, unitId, newName } of (await choicesOf(db, batchId)).values())
    if (choice === 'create') names.set(unitId, `${newName}（新建）`)
  const isTaken = new Set(taken)
  return changes.map((change, key) => {
    const masked = reveal === change.field ? null : sensitive(change.field)
    const words = describeChange(unitNamed(change, names))
    const mask = (text: string): string => (masked === null || text === '（空）' ? text : hidden)
    return {
      key,
      field: change.field,
      kind: change.kind,
      label: words.label,
      before: mask(words.before),
      after: mask(words.after),
      masked,
      taken: isTaken.has(key),
    }
  })
}

async function compared({ db, caller }: Pick<QueryContext, 'db' | 'caller'>, batchId: BatchId, place: number) {
  await batches.staged(db, caller.id, batchId)
  const item = await items.get(db, batchId, place)
  return { item, comparison: await compare(db, caller.scope, item, item.cadreId, await choicesOf(db, batchId)) }
}

async function detailOf(context: Pick<QueryContext, 'db' | 'caller'>, batchId: BatchId, place: number) {
  const { db, caller } = context
  const { item, comparison } = await compared(context, batchId, place)
  const isNew = item.cadreId === null
  const shown = await shownChanges(context, batchId, comparison)
  const detail: ImportDetail = {
    item: await items.shown(db, batchId, place),
    changes: isNew ? shown.map(change => ({ ...change, taken: true })) : shown,
    taking: item.keys === null ? item.taking : null,
    photoTaken: comparison.photoTaken,
    warnings: [...item.warnings],
    candidates: await candidatesOf(db, caller.scope, item),
  }
  return detail
}

async function deciding({ db, caller }: CommandContext, batchId: BatchId): Promise<Deciding> {
  await batches.staged(db, caller.id, batchId)
  return { db, scope: caller.scope, choices: await choicesOf(db, batchId) }
}

const summary = async ({ db, caller }: Pick<QueryContext, 'db' | 'caller'>, id: BatchId): Promise<ImportSummary> =>
  summaryOf(db, caller.scope, await batches.staged(db, caller.id, id))

export const importsHandlers: CoreHandlers['imports'] = {
  stage: async (context, { token }) => summary(context, await stage(context, token)),
  batch: (context, { batchId }) => summary(context, batchId),

  async items({ db, caller }, { batchId, ...question }) {
    await batches.staged(db, caller.id, batchId)
    return items.page(db, batchId, question)
  },
  item: (context, { batchId, place }) => detailOf(context, batchId, place),

  async photo({ db, caller }, { batchId, place }) {
    await batches.staged(db, caller.id, batchId)
    return (await items.photoOf(db, batchId, place)) ?? null
  },

  async reveal(context, { batchId, place, field, reason }) {
    const details = `第 ${place + 1} 人，${labelOf(field)}`
    context.record({ subject: `imports:${batchId}`, reason, details })
    const { comparison } = await compared(context, batchId, place)
    const shown = await shownChanges(context, batchId, comparison, field)
    return shown.filter(change => change.field === field)
  },

  async files({ db, caller }, { batchId, ...question }) {
    const [batch] = await db.selectFrom('importBatches').selectAll().where('id', '=', batchId).execute()
    if (!batch || (batch.state !== 'confirmed' && batch.state !== 'undone'))
      await batches.staged(db, caller.id, batchId)
    return batches.filesOf(db, batchId, question)
  },

  async sheets({ db, caller }, { batchId }) {
    await batches.staged(db, caller.id, batchId)
    return sheets.list(db, batchId)
  },
  sheet: (context, { batchId, place, ...wanted }) => sheetView(context, batchId, place, wanted),
  async match(context, input) {
    await match(context, input)
    return summary(context, input.batchId)
  },

  matchings: ({ db }) => sheets.matchings(db),
  async forget({ db, record }, { signature }) {
    await sheets.forget(db, signature)
    record({ details: `${signature.split('|').length} 列的表头` })
    return {}
  },

  async choose(context, { batchId, which, fate }) {
    const own = await deciding(context, batchId)
    for await (const some of items.slices(context.db, batchId, which))
      for (const item of some) await settle(own, item, fate)
    return summary(context, batchId)
  },

  async take(context, { batchId, place, take: isTaken, ...named }) {
    const own = await deciding(context, batchId)
    await takeSome(own, await items.get(context.db, batchId, place), () => named, isTaken)
    return detailOf(context, batchId, place)
  },

  async takeAll(context, { batchId, which, taking }) {
    const own = await deciding(context, batchId)
    for await (const some of items.slices(context.db, batchId, which))
      for (const item of some.filter(({ fate, cadreId }) => fate === 'merge' && cadreId !== null))
        await take(own, item, taking)
    return summary(context, batchId)
  },

  async takeField(context, { batchId, field, take: isTaken }) {
    const own = await deciding(context, batchId)
    for await (const some of items.slices(context.db, batchId, { fates: ['merge'] }))
      for (const item of some.filter(({ cadreId }) => cadreId !== null))
        await takeSome(own, item, ofField(field), isTaken)
    return summary(context, batchId)
  },

  async units({ db, caller }, { batchId }) {
    await batches.staged(db, caller.id, batchId)
    return foundUnits(db, batchId)
  },

  async assignUnits(context, { batchId, assignments }) {
    await batches.staged(context.db, context.caller.id, batchId)
    await assign(context, batchId, assignments)
    return foundUnits(context.db, batchId)
  },

  async suggestUnits({ db, caller }, { batchId }) {
    await batches.staged(db, caller.id, batchId)
    return suggestUnits(db, caller.scope, batchId)
  },
  async takeSuggested(context, { batchId, unitIds }) {
    await batches.staged(context.db, context.caller.id, batchId)
    await takeSuggested(context, batchId, unitIds)
    return summary(context, batchId)
  },
  async place(context, { batchId, which, unitId }) {
    await batches.staged(context.db, context.caller.id, batchId)
    await putInto(context, batchId, which, unitId, 'file')
    return summary(context, batchId)
  },

  confirm: (context, { batchId }) => confirm(context, batchId),

  async discard({ db, caller }, { batchId }) {
    await batches.staged(db, caller.id, batchId)
    await batches.remove(db, batchId)
    return {}
  },

  async history({ db, caller }, { offset, limit }) {
    const names = await accounts.names(db)
    const { rows, total } = await batches.history(db, caller.id, caller.scope !== null, offset, limit)
    return {
      total,
      rows: rows.map(row => {
        if (row.state === 'reading') throw new AppError('internal', '程序内部错误')
        return {
          id: row.id,
          state: row.state,
          at: row.confirmedAt ?? row.stagedAt,
          byName: names.get(row.byId) ?? '',
          isOwn: row.byId === caller.id,
          source: row.source,
          files: row.files,
          added: row.added,
          changed: row.changed,
          unreadable: row.unreadable ?? 0,
          undoneAt: row.undoneAt,
        }
      }),
    }
  },

  undoCheck: (context, { batchId }) => undoCheck(context, batchId),
  undo: (context, { batchId, reason }) => undo(context, batchId, reason),
}

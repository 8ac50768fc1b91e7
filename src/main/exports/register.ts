import { labelOf } from '../../shared/cadres/field-labels'
import {
  type ExportEntry,
  ExportId,
  type ExportKind,
  type ExportOutcome,
  exportTitles,
  isOfNobody,
  numberWords,
  outcomeTitles,
} from '../../shared/exports/exports'
import type { ExportOrder } from '../../shared/exports/exports.contract'
import { AppError, insist } from '../../shared/result'
import { mayMark, type SecrecyMark } from '../../shared/secrecy/secrecy.rules'
import type { CommandContext } from '../ipc/contexts'
import * as register from './exports.repo'
import { choose } from './people.repo'

export type Order = ExportOrder & {
  readonly kind: ExportKind
  readonly namePattern: string
  /** People who are named and have no file here. */
  readonly others?: number | undefined
}

/** An export whose module has looked itself whom it concerns and what it must bear. */
export type Entering = Omit<Order, 'whom'> & {
  readonly people: number
  readonly least: SecrecyMark
  /** What else the audit line says; never content. */
  readonly more: string
}

/**
 * Enters an export before anything leaves. The audit line holds its number and counts, in the same transaction.
 * @throws AppError refused when the mark is lower than the people's, conflict when somebody is gone
 */
export async function begin(context: CommandContext, order: Order): Promise<ExportEntry> {
  const { db, caller, record } = context
  record({ reason: order.reason })
  const { keys, mark: least } = await choose(db, caller.scope, order.whom)
  const people = keys.length + (order.others ?? 0)
  if (people === 0 && !isOfNobody(order.kind)) throw new AppError('refused', '没有可以导出的人')
  return enter(context, { ...order, people, least, more: '' })
}

/** The same where it is known whom it concerns. @throws AppError refused when the mark is lower than theirs */
export async function enter(
  { db, caller, record, now, newId }: CommandContext,
  entering: Entering,
): Promise<ExportEntry> {
  const { kind, people, least, reason, recipient, namePattern, more } = entering
  const sensitive = [...new Set(entering.sensitive)]
  const id = ExportId.parse(newId())
  record({ subject: `exports:${id}`, reason })
  const mark = entering.mark ?? least
  insist(mayMark(mark, least))
  const entry = await register.insert(db, {
    id,
    kind,
    people,
    mark,
    reason,
    recipient,
    sensitive,
    namePattern,
    byId: caller.id,
    at: new Date(now()).toISOString(),
  })
  const shown = sensitive.length > 0 ? `，含${sensitive.map(labelOf).join('、')}` : ''
  record({
    details: `${numberWords(entry)}，${exportTitles[kind]}，${people} 人，${mark}${shown}${more === '' ? '' : `，${more}`}`,
  })
  return entry
}

/** Fills in how an export ended. @throws AppError refused for another account's, conflict when it was told before */
export async function finish(
  { db, caller, record, now }: CommandContext,
  id: ExportId,
  outcome: ExportOutcome,
  written: number,
): Promise<ExportEntry> {
  record({ subject: `exports:${id}` })
  const { entry, byId } = await register.get(db, id)
  if (byId !== caller.id) throw new AppError('refused', '这次导出不是您登记的')
  if (entry.endedAt !== null) throw new AppError('conflict', '这次导出的结果已经登记过')
  await register.end(db, id, { outcome, written, endedAt: new Date(now()).toISOString() })
  record({ details: `${numberWords(entry)}，${outcomeTitles[outcome]}，写出 ${written} 人` })
  return (await register.get(db, id)).entry
}

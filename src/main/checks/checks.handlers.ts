import { Cadre, type CadreId } from '../../shared/cadres/cadres'
import { cadreChecks } from '../../shared/cadres/cadres.rules'
import { maskedOf } from '../../shared/cadres/checks/signature'
import type { FieldPath } from '../../shared/cadres/field-labels'
import type { Dismissal, ToldFinding } from '../../shared/checks/checks'
import type { PartialDate } from '../../shared/dates/partial-date'
import { AppError } from '../../shared/result'
import * as cadres from '../cadres/cadres.repo'
import { dayNow } from '../ipc/clock'
import type { CommandContext, CoreHandlers } from '../ipc/contexts'
import * as checks from './checks.repo'
import { type MarkedFinding, markedFindings, saveFindings } from './saved-findings'

const titles = new Map(cadreChecks.map(({ id, title }) => [id, title]))
const titleOf = (rule: string): string => titles.get(rule) ?? rule

/** A file that was checked in this month is not due: the rules count in months. */
const monthOf = (day: PartialDate): string => day.slice(0, 7)
const subject = (id: CadreId): string => `cadres:${id}`

type Dismissed = Awaited<ReturnType<typeof checks.dismissalsOf>>[number]
const toDismissal = ({ id, reason, byName, at }: Dismissed): Dismissal => ({ id, reason, byName, at })

type Told = Pick<MarkedFinding, 'rule' | 'sureness' | 'message' | 'fingerprint'> & { fields: readonly string[] }
/** As the page gets it: what is masked in the file stays so here. */
function toTold(finding: Told, dismissal: Dismissal | null): ToldFinding {
  const { rule, sureness, fields, message, fingerprint } = finding
  const masked = maskedOf({ fields: fields as readonly FieldPath[] })
  return {
    rule,
    title: titleOf(rule),
    sureness,
    message: masked.length > 0 ? null : message,
    masked,
    fields: [...fields],
    fingerprint,
    dismissal,
  }
}

/** Renews what lists read about one file after something was put aside or taken back. */
const renew = async (context: CommandContext, key: number, cadre: Cadre): Promise<void> =>
  saveFindings(context.db, key, cadre, dayNow(context))

/** How many files one transaction takes: a second's work at the most. */
const SLICE = 1000

export const checksHandlers: CoreHandlers['checks'] = {
  async ofCadre(context, { id }) {
    const { db, caller } = context
    const { cadre } = await cadres.get(db, caller.scope, id)
    const standing = await checks.dismissalsOf(db, [await checks.keyOf(db, id)])
    const by = new Map(standing.map(row => [row.fingerprint, toDismissal(row)]))
    return markedFindings(cadre, dayNow(context)).map(finding => toTold(finding, by.get(finding.fingerprint) ?? null))
  },

  async list(context, { filter, offset, limit }) {
    const { db, caller } = context
    const counts = await checks.countsOf(db, caller.scope, filter)
    const all = await checks.keysWith(db, caller.scope, filter)
    const keys = [...all.subarray(offset, offset + limit)]
    const people = new Map((await checks.peopleOf(db, keys)).map(({ key, ...person }) => [key, person]))
    const rows = await checks.findingsOf(db, keys, filter)
    const standing = new Map((await checks.dismissalsOf(db, keys)).map(row => [row.id, toDismissal(row)]))
    const isMeant = ({ rule, sureness }: (typeof counts)[number]): boolean =>
      (filter.rules.length === 0 || filter.rules.includes(rule)) &&
      (filter.sureness.length === 0 || filter.sureness.includes(sureness))
    return {
      people: keys.flatMap(key => {
        const person = people.get(key)
        if (!person) return []
        const found = rows
          .filter(row => row.key === key)
          .map(row => {
            const fields = JSON.parse(row.fields) as string[]
            return toTold({ ...row, fields }, standing.get(row.dismissalId ?? '') ?? null)
          })
        return [{ ...person, unitName: person.unitName ?? '', findings: found }]
      }),
      total: all.length,
      findings: counts.filter(isMeant).reduce((sum, { count }) => sum + count, 0),
      counts: counts.map(count => ({ ...count, title: titleOf(count.rule) })),
      due: await checks.countDue(db, caller.scope, filter.unitId, monthOf(dayNow(context))),
    }
  },

  async dismiss(context, { id, fingerprints, reason }) {
    const { db, caller, record, now, newId } = context
    record({ subject: subject(id), reason })
    const { cadre, trashedAt } = await cadres.get(db, caller.scope, id)
    if (trashedAt !== null) throw new AppError('refused', '档案在回收站里，先恢复再处理')
    const key = await checks.keyOf(db, id)
    const found = markedFindings(cadre, dayNow(context)).filter(({ fingerprint }) => fingerprints.includes(fingerprint))
    if (new Set(found.map(({ fingerprint }) => fingerprint)).size < new Set(fingerprints).size)
      throw new AppError('conflict', '档案刚被改过，核对结果已经不同，请看过新的结果')
    const standing = new Set((await checks.dismissalsOf(db, [key])).map(({ fingerprint }) => fingerprint))
    record({ details: [...new Set(found.map(({ rule }) => titleOf(rule)))].join('、') })
    for (const { rule, fingerprint } of found) {
      if (standing.has(fingerprint)) continue
      standing.add(fingerprint)
      const at = new Date(now()).toISOString()
      await checks.addDismissal(db, { id: newId(), key, rule, fingerprint, reason, byId: caller.id, at })
    }
    await renew(context, key, cadre)
    return {}
  },

  async reopen(context, { id, dismissalId }) {
    const { db, caller, record, now } = context
    record({ subject: subject(id) })
    const { cadre } = await cadres.get(db, caller.scope, id)
    const key = await checks.keyOf(db, id)
    const undone = { undoneAt: new Date(now()).toISOString(), undoneById: caller.id }
    if (!(await checks.undoDismissal(db, key, dismissalId, undone)))
      throw new AppError('conflict', '这一条已经恢复提示')
    await renew(context, key, cadre)
    return {}
  },

  async recheck(context, { unitId }) {
    const { db, caller, signal, progress, commit } = context
    const on = dayNow(context)
    const total = await checks.countDue(db, caller.scope, unitId, monthOf(on))
    let checked = 0
    while (checked < total) {
      if (signal.aborted) throw new AppError('cancelled', '已停止，核对过的都已记下')
      const done = await commit(async ({ db: writes, record }) => {
        const keys = await checks.dueKeys(writes, caller.scope, unitId, monthOf(on), SLICE)
        for (const { key, file } of await checks.filesOf(writes, keys))
          await saveFindings(writes, key, Cadre.parse(JSON.parse(file)), on)
        record({ details: `${keys.length} 份档案` })
        return keys.length
      })
      if (done === 0) break
      checked += done
      progress({ done: Math.min(checked, total), total })
    }
    return { checked }
  },
}

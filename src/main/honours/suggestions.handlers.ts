import { sql } from 'kysely'
import { basisCautions } from '../../shared/basis/basis'
import type { CadreId } from '../../shared/cadres/cadres'
import { GRADES_FROM } from '../../shared/cadres/facts.rules'
import { showDate } from '../../shared/dates/partial-date'
import type { HonourKind } from '../../shared/honours/honours.data'
import type { Suggestion } from '../../shared/honours/honours-file.contract'
import { kindFromName } from '../../shared/honours/presets.rules'
import { isCivil, suggestedFor } from '../../shared/honours/suggestions.rules'
import { type Restriction, restrictionsOn } from '../../shared/restrictions/restrictions.rules'
import * as cadres from '../cadres/cadres.repo'
import { keyOf, seenUnits } from '../cadres/cadres.repo'
import { dayNow } from '../ipc/clock'
import type { CoreHandlers, QueryContext } from '../ipc/contexts'
import { remembered } from '../store/remembered'
import type { Reads } from '../store/schema'
import { listWithin } from '../units/units.repo'

type Handlers = Pick<CoreHandlers['honours'], 'suggestions' | 'decline' | 'reconsider'>
type Line = Omit<Suggestion, 'restrictions'> & { readonly key: number }

/** Everybody with 优秀 in a year, with the letters of all years and what the file tells of rewards. */
async function excellentIn(db: Reads, { scope }: QueryContext['caller'], year: number) {
  const units = await seenUnits(db, scope)
  let found = db
    .selectFrom('cadreFacts')
    .innerJoin('cadres', 'cadres.key', 'cadreFacts.key')
    .innerJoin('cadreFiles', 'cadreFiles.key', 'cadreFacts.key')
    .leftJoin('units', 'units.id', 'cadres.unitId')
    .select(['cadres.key', 'cadres.id as cadreId', 'cadres.name as cadreName', 'cadres.currentPost as cadrePost'])
    .select(['cadres.unitId', 'units.name as unitName', 'grades', 'personCategory'])
    .select(sql<string>`json_extract(file, '$.rewards')`.as('rewards'))
    .where('cadreFacts.trashed', '=', 0)
    .where(sql<boolean>`substr(grades, ${year - GRADES_FROM + 1}, 1) = 'A'`)
    .orderBy('cadres.unitOrder')
    .orderBy('cadres.key')
  if (units !== null) found = found.where('cadres.unitId', 'in', units.length > 0 ? units : [''])
  return found.execute()
}

/** Honours of 嘉奖 and 三等功 in force, each for the year before its decision. */
async function givenTo(db: Reads): Promise<Map<number, { kind: HonourKind; forYear: number }[]>> {
  const rows = await db
    .selectFrom('honours')
    .select(['cadreKey', 'kind', 'year'])
    .where('removedFor', 'is', null)
    .where('revokedOn', 'is', null)
    .where('cadreKey', 'is not', null)
    .where('kind', 'in', ['嘉奖', '三等功'])
    .execute()
  const given = new Map<number, { kind: HonourKind; forYear: number }[]>()
  for (const { cadreKey, kind, year } of rows) {
    const known = given.get(cadreKey ?? 0) ?? []
    known.push({ kind, forYear: year - 1 })
    given.set(cadreKey ?? 0, known)
  }
  return given
}
/** The same out of the rows of a file. */
const filedHonours = (rewards: string) =>
  (JSON.parse(rewards) as { on: string | null; name: string }[]).flatMap(({ on, name }) => {
    const kind = kindFromName(name)
    return on !== null && (kind === '嘉奖' || kind === '三等功') ? [{ kind, forYear: Number(on.slice(0, 4)) - 1 }] : []
  })

const suggestedIn = ({ db, caller }: QueryContext, year: number) =>
  remembered(db, `honours.suggested ${year} ${JSON.stringify(caller.scope)}`, async () => {
    const given = await givenTo(db)
    const declined = await db
      .selectFrom('honourDeclined')
      .select(['cadreKey', 'kind', 'reason'])
      .where('year', '=', year)
      .execute()
    const lines: (Line & { readonly unitId: string | null })[] = []
    for (const { key, grades, personCategory, rewards, unitName, ...person } of await excellentIn(db, caller, year)) {
      if (!isCivil(personCategory)) continue
      const known = [...(given.get(key) ?? []), ...filedHonours(rewards)]
      const suggested = suggestedFor(grades, GRADES_FROM, year, known)
      if (!suggested) continue
      const { kind, why, basis } = suggested
      const reason = declined.find(each => each.cadreKey === key && each.kind === kind)?.reason ?? null
      lines.push({ ...person, key, unitName: unitName ?? '', year, kind, why, basis, declined: reason })
    }
    return lines
  })

const restrictionWords = ({ action, by, state }: Restriction): string =>
  `${action}：${by
    .map(({ measure, until, basis }) => {
      const caution = basisCautions[basis.status]
      const certain = state === 'unclear' ? '可能' : ''
      return `${measure.name}${certain}影响到 ${showDate(until.latest)}（${basis.source}${caution === '' ? '' : `，${caution}`}）`
    })
    .join('、')}`

/** What runs on the day and bears on the person, all of it: people judge what it means. */
async function restrictionsOf(context: QueryContext, cadreId: CadreId): Promise<string[]> {
  const { cadre } = await cadres.get(context.db, context.caller.scope, cadreId)
  return restrictionsOn(cadre, dayNow(context)).map(restrictionWords)
}

export const suggestionHandlers: Handlers = {
  async suggestions(context, { year, unitId, cadreId, kinds, declined, offset, limit }) {
    const { db } = context
    const below = unitId === null ? null : new Set((await listWithin(db, [unitId])).map(({ id }) => id as string))
    const found = (await suggestedIn(context, year)).filter(
      line =>
        (cadreId === null || line.cadreId === cadreId) &&
        (below === null || below.has(line.unitId ?? '')) &&
        (kinds.length === 0 || kinds.includes(line.kind)) &&
        (line.declined !== null) === declined,
    )
    const rows: Suggestion[] = []
    for (const { key: _key, unitId: _unitId, ...line } of found.slice(offset, offset + limit))
      rows.push({ ...line, restrictions: await restrictionsOf(context, line.cadreId) })
    return { rows, total: found.length }
  },

  async decline({ db, caller, now, record }, { cadreId, year, kind, reason }) {
    record({ subject: `cadres:${cadreId}`, reason, details: `${year} 年度${kind}` })
    const cadreKey = await keyOf(db, caller, cadreId)
    const at = new Date(now()).toISOString()
    const why = { reason, at, byId: caller.id }
    await db
      .insertInto('honourDeclined')
      .values({ cadreKey, year, kind, ...why })
      .onConflict(conflict => conflict.columns(['cadreKey', 'year', 'kind']).doUpdateSet(why))
      .execute()
    return {}
  },
  async reconsider({ db, caller, record }, { cadreId, year, kind }) {
    record({ subject: `cadres:${cadreId}`, details: `${year} 年度${kind}` })
    await db
      .deleteFrom('honourDeclined')
      .where('cadreKey', '=', await keyOf(db, caller, cadreId))
      .where('year', '=', year)
      .where('kind', '=', kind)
      .execute()
    return {}
  },
}

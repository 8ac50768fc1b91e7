import type { CadreId } from '../../shared/cadres/cadres'
import { samePerson } from '../../shared/cadres/duplicates.rules'
import type { DuplicatePair } from '../../shared/duplicates/duplicates'
import { mergeDifferences, relationOf } from '../../shared/duplicates/merge.rules'
import { AppError } from '../../shared/result'
import * as accounts from '../accounts/accounts.repo'
import * as cadres from '../cadres/cadres.repo'
import { maskedChange, toFile } from '../cadres/masking'
import type { CoreHandlers } from '../ipc/contexts'
import type { Reads } from '../store/schema'
import { type Dismissals, dismiss, dismissals, takeBack } from './dismissals.repo'
import { type FoundPair, findLike, findPairs, toPair } from './duplicates.repo'
import { merge, readBoth } from './merge'
import { peopleOf } from './people.repo'

/** Namesakes beyond this nobody goes through one by one. */
const MOST_ALIKE = 20

async function shown(db: Reads, pairs: readonly FoundPair[], said: Dismissals): Promise<DuplicatePair[]> {
  const people = await peopleOf(
    db,
    pairs.flatMap(({ aId, bId }) => [aId, bId]),
  )
  const names = await accounts.names(db)
  return pairs.flatMap(pair => {
    const [first, second] = [people.get(pair.aId), people.get(pair.bId)]
    if (!first || !second) return []
    const row = said.of(pair)
    const dismissal = row ? { reason: row.reason, at: row.at, byName: names.get(row.byId) ?? '' } : null
    return [{ first, second, sureness: pair.sureness, why: pair.why, dismissal }]
  })
}

export const duplicatesHandlers: CoreHandlers['duplicates'] = {
  async list({ db, caller }, { sureness, dismissed, offset, limit }) {
    const said = await dismissals(db)
    const all = await findPairs(db, caller.scope)
    const open = all.filter(pair => said.of(pair) === undefined)
    const counts = { certain: 0, likely: 0, look: 0, dismissed: all.length - open.length }
    for (const pair of open) counts[pair.sureness] += 1
    const listed = (dismissed ? all.filter(pair => said.of(pair) !== undefined) : open).filter(
      pair => sureness === null || pair.sureness === sureness,
    )
    return { pairs: await shown(db, listed.slice(offset, offset + limit), said), total: listed.length, counts }
  },

  async of({ db, caller }, { id }) {
    const { cadre, trashedAt } = await cadres.get(db, caller.scope, id)
    if (trashedAt !== null) return []
    const said = await dismissals(db)
    const found = await findLike(db, caller.scope, cadre)
    const pairs = found.map(match => toPair(match, id, match.id)).filter(pair => said.of(pair) === undefined)
    return shown(db, pairs.slice(0, MOST_ALIKE), said)
  },

  async like({ db, caller }, { name, birth }) {
    const found = await findLike(db, caller.scope, { name, birth, sex: null, idNumber: '' })
    const ids = found.slice(0, MOST_ALIKE).map(({ id }) => id)
    const people = await peopleOf(db, ids)
    return ids.flatMap(id => people.get(id) ?? [])
  },

  async compare(context, { keep, drop }) {
    const { kept, other } = await readBoth(context, keep, drop)
    const differences = mergeDifferences(kept.cadre, other.cadre)
    return {
      kept: toFile(kept),
      other: toFile(other),
      differences: differences.map(maskedChange),
      relations: differences.map(relationOf),
    }
  },

  async merge(context, input) {
    await merge(context, input)
    return toFile(await cadres.get(context.db, context.caller.scope, input.keep))
  },

  async dismiss({ db, caller, record, now }, { ids: [first, second], reason }) {
    record({ subject: `cadres:${first}`, reason, details: `不是同一人 cadres:${second}` })
    const [one, other] = [await cadres.get(db, caller.scope, first), await cadres.get(db, caller.scope, second)]
    const match = samePerson(one.cadre, other.cadre)
    if (!match || first === second) throw new AppError('refused', '这两份档案没有列为可能重复')
    const { why: _, ...pair } = toPair(match, first, second)
    await dismiss(db, { ...pair, reason, at: new Date(now()).toISOString(), byId: caller.id })
    return {}
  },

  async relist({ db, caller, record }, { ids }) {
    const [aId, bId] = ids.toSorted() as [CadreId, CadreId]
    record({ subject: `cadres:${aId}`, details: `重新列为可能重复 cadres:${bId}` })
    for (const id of ids) await cadres.get(db, caller.scope, id)
    if (!(await takeBack(db, { aId, bId }))) throw new AppError('conflict', '这两份档案没有认定过')
    return {}
  },
}

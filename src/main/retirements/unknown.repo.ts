import { sql } from 'kysely'
import type { Cadre } from '../../shared/cadres/cadres'
import { retirementOf } from '../../shared/cadres/retirement.rules'
import type { UnknownMonth } from '../../shared/retirements/retirements'
import { seenUnits } from '../cadres/cadres.repo'
import type { Caller } from '../ipc/contexts'
import { remembered } from '../store/remembered'
import type { Reads } from '../store/schema'

/** Everybody 在职 within the scope and some units whose month cannot be told, by unit and name. Its pages share one reading. */
export const withoutMonth = (
  db: Reads,
  { scope }: Pick<Caller, 'scope'>,
  within: readonly string[] | null,
): Promise<UnknownMonth[]> =>
  remembered(db, `retirements unknown ${JSON.stringify([scope, within])}`, async () => {
    const seen = await seenUnits(db, scope)
    const units = within === null ? seen : within.filter(id => seen === null || seen.includes(id))
    let found = db
      .selectFrom('cadreFacts')
      .innerJoin('cadres', 'cadres.key', 'cadreFacts.key')
      .innerJoin('cadreFiles', 'cadreFiles.key', 'cadreFacts.key')
      .leftJoin('units', 'units.id', 'cadres.unitId')
      .where('cadreFacts.trashed', '=', 0)
      .where('cadres.status', '=', '在职')
      .where('cadreFacts.retireFirst', 'is', null)
    if (units !== null) found = found.where('cadres.unitId', 'in', units.length > 0 ? units : [''])
    const people = await found
      .select([
        'cadres.id',
        'cadres.name',
        'cadres.currentPost',
        'cadres.birth',
        'cadres.sex',
        'units.name as unitName',
      ])
      .select(sql<string>`json_extract(cadre_files.file, '$.ageLimit')`.as('ageLimit'))
      .orderBy('units.name')
      .orderBy('cadres.unitOrder')
      .orderBy('cadres.nameKey')
      .execute()
    return people.map(({ id, name, currentPost, birth, sex, unitName, ageLimit }) => {
      // The columns were made from a checked file.
      const reached = retirementOf({ birth, sex, ageLimit } as Pick<Cadre, 'birth' | 'sex' | 'ageLimit'>)
      return {
        cadreId: id,
        name,
        post: currentPost,
        unitName: unitName ?? '',
        missing: reached.kind === 'unknown' ? reached.reason : '',
      }
    })
  })

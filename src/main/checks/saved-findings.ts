import { createHash } from 'node:crypto'
import type { Cadre } from '../../shared/cadres/cadres'
import { checkCadre } from '../../shared/cadres/cadres.rules'
import type { Finding } from '../../shared/cadres/checks/check'
import { signatureOf } from '../../shared/cadres/checks/signature'
import type { PartialDate } from '../../shared/dates/partial-date'
import type { Reads, Writes } from '../store/schema'

export interface MarkedFinding extends Finding {
  readonly fingerprint: string
}

/** What the rules find in a file as of a day, each with what it is recognised by. */
export const markedFindings = (cadre: Cadre, on: PartialDate): MarkedFinding[] =>
  checkCadre(cadre, on).map(finding => ({
    ...finding,
    fingerprint: createHash('sha256')
      .update(signatureOf(cadre, finding, on))
      .digest('hex'),
  }))

/** What is put aside in a file now, by what it is recognised by. */
async function dismissedIn(db: Reads, key: number): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('findingDismissals')
    .select(['id', 'fingerprint'])
    .where('key', '=', key)
    .where('undoneAt', 'is', null)
    .execute()
  return new Map(rows.map(({ id, fingerprint }) => [fingerprint, id]))
}

/** Writes what is found in a file as of a day: the unit's list and the number that queries ask for are read from it. */
export async function saveFindings(db: Writes, key: number, cadre: Cadre, on: PartialDate): Promise<void> {
  const dismissed = await dismissedIn(db, key)
  const rows = markedFindings(cadre, on).map(({ rule, sureness, fields, message, fingerprint }, place) => ({
    key,
    place,
    rule,
    sureness,
    fields: JSON.stringify(fields),
    message,
    fingerprint,
    dismissalId: dismissed.get(fingerprint) ?? null,
  }))
  const open = rows.filter(({ dismissalId }) => dismissalId === null)
  const counts = {
    checkedOn: on,
    certain: open.filter(({ sureness }) => sureness === 'certain').length,
    likely: open.filter(({ sureness }) => sureness === 'likely').length,
    look: open.filter(({ sureness }) => sureness === 'look').length,
    dismissed: rows.length - open.length,
  }
  await db.deleteFrom('cadreFindings').where('key', '=', key).execute()
  if (rows.length > 0) await db.insertInto('cadreFindings').values(rows).execute()
  await db
    .insertInto('cadreChecks')
    .values({ key, ...counts })
    .onConflict(conflict => conflict.column('key').doUpdateSet(counts))
    .execute()
}

import { createHash } from 'node:crypto'
import type { Cadre } from '../../shared/cadres/cadres'
import { checkCadre } from '../../shared/cadres/cadres.rules'
import type { Finding } from '../../shared/cadres/checks/check'
import { signatureOf } from '../../shared/cadres/checks/signature'
import type { PartialDate } from '../../shared/dates/partial-date'
import { prepared } from '../store/prepared'
import type { Writes } from '../store/schema'
import {
  type CadreChecksTable,
  type CadreFindingsTable,
  cadreChecksColumns,
  cadreFindingsColumns,
} from './checks.table'

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

interface OfOne {
  readonly key: number
}
const ofOne = { key: 'INTEGER' }
/** What is put aside in a file now. */
const findDismissed = prepared(ofOne, (db, { key }: OfOne) =>
  db.selectFrom('findingDismissals').select(['id', 'fingerprint']).where('key', '=', key).where('undoneAt', 'is', null),
)
const deleteFindings = prepared(ofOne, (db, { key }: OfOne) => db.deleteFrom('cadreFindings').where('key', '=', key))
const insertFinding = prepared(cadreFindingsColumns, (db, row: CadreFindingsTable) =>
  db.insertInto('cadreFindings').values(row),
)
const upsertChecks = prepared(cadreChecksColumns, (db, row: CadreChecksTable) => {
  const { key: _key, ...counts } = row
  return db
    .insertInto('cadreChecks')
    .values(row)
    .onConflict(conflict => conflict.column('key').doUpdateSet(counts))
})

/** Writes what is found in a file as of a day: the unit's list and the number that queries ask for are read from it. */
export async function saveFindings(
  db: Writes,
  key: number,
  cadre: Cadre,
  on: PartialDate,
  isNew = false,
): Promise<void> {
  const before = isNew ? [] : await findDismissed(db, { key })
  const dismissed = new Map(before.map(({ id, fingerprint }) => [fingerprint, id]))
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
  if (!isNew) await deleteFindings(db, { key })
  for (const row of rows) await insertFinding(db, row)
  await upsertChecks(db, {
    key,
    checkedOn: on,
    certain: open.filter(({ sureness }) => sureness === 'certain').length,
    likely: open.filter(({ sureness }) => sureness === 'likely').length,
    look: open.filter(({ sureness }) => sureness === 'look').length,
    dismissed: rows.length - open.length,
  })
}

import { sql } from 'kysely'
import type { Used } from '../../shared/certificates/certificate-numbers.rules'
import {
  type BatchId,
  type CertificateTemplate,
  type NumberBatch,
  type PrinterOffset,
  TemplateFacts,
  type TemplateKey,
} from '../../shared/certificates/certificates'
import { shippedTemplates } from '../../shared/certificates/templates.data'
import { AppError } from '../../shared/result'
import type { Reads, Writes } from '../store/schema'

/** Those that ship, as the unit has changed them, then the unit's own. */
export async function templates(db: Reads): Promise<CertificateTemplate[]> {
  const rows = await db.selectFrom('certificateTemplates').selectAll().orderBy('at').execute()
  const own = rows.map(({ key, facts, revision }) => ({ ...TemplateFacts.parse(JSON.parse(facts)), key, revision }))
  const isShipped = (key: string): boolean => shippedTemplates.some(each => each.key === key)
  return [
    ...shippedTemplates.map(each => ({ ...each, ...own.find(({ key }) => key === each.key), shipped: true })),
    ...own.filter(({ key }) => !isShipped(key)).map(each => ({ ...each, shipped: false })),
  ]
}
/** @throws AppError not-found */
export async function template(db: Reads, key: TemplateKey): Promise<CertificateTemplate> {
  const found = (await templates(db)).find(each => each.key === key)
  if (!found) throw new AppError('not-found', '没有这个证书模板')
  return found
}

export const offsets = (db: Reads): Promise<PrinterOffset[]> =>
  db.selectFrom('certificateOffsets').selectAll().execute()

export async function offsetOf(db: Reads, key: TemplateKey, printer: string) {
  const found = await db
    .selectFrom('certificateOffsets')
    .select(['x', 'y'])
    .where('template', '=', key)
    .where('printer', '=', printer)
    .executeTakeFirst()
  return found ?? { x: 0, y: 0 }
}

/** Every number of a series that was ever given. */
export async function usedIn(db: Reads, series: string): Promise<Used[]> {
  const rows = await db
    .selectFrom('certificateNumbers')
    .innerJoin('certificateBatches', 'certificateBatches.id', 'certificateNumbers.batchId')
    .select(['certificateNumbers.number', 'certificateNumbers.printed', 'certificateBatches.withdrawn'])
    .where('certificateNumbers.series', '=', series)
    .execute()
  return rows.map(({ number, printed, withdrawn }) => ({ number, free: withdrawn !== null && printed === 0 }))
}

const batchesWithNames = (db: Reads) =>
  db
    .selectFrom('certificateBatches')
    .innerJoin('accounts', 'accounts.id', 'certificateBatches.byId')
    .selectAll('certificateBatches')
    .select('accounts.name as byName')
    .select(
      sql<number>`(SELECT count(*) FROM certificate_numbers WHERE batch_id = certificate_batches.id AND printed = 1)`.as(
        'printed',
      ),
    )
type Row = Awaited<ReturnType<ReturnType<typeof batchesWithNames>['executeTakeFirstOrThrow']>>
const toBatch = ({ source, byId: _by, ...row }: Row): NumberBatch => ({ ...row, of: source })

/** The latest first. */
export async function batches(db: Reads, { offset, limit }: { offset: number; limit: number }) {
  const { total } = await db
    .selectFrom('certificateBatches')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await batchesWithNames(db)
    .orderBy('certificateBatches.at', 'desc')
    .orderBy('certificateBatches.id')
    .offset(offset)
    .limit(limit)
    .execute()
  return { rows: rows.map(toBatch), total }
}
/** @throws AppError not-found */
export async function batch(db: Reads, id: BatchId): Promise<NumberBatch> {
  const row = await batchesWithNames(db).where('certificateBatches.id', '=', id).executeTakeFirst()
  if (!row) throw new AppError('not-found', '没有这批编号')
  return toBatch(row)
}
export const numbersOf = (db: Reads, id: BatchId) =>
  db.selectFrom('certificateNumbers').selectAll().where('batchId', '=', id).orderBy('number').execute()

/** What has been on paper or in a file is void once it is taken back. */
export async function markPrinted(db: Writes, subjects: readonly string[]): Promise<void> {
  await db
    .updateTable('certificateNumbers')
    .set({ printed: 1 })
    .where('subject', 'in', sql<string>`(SELECT value FROM json_each(${JSON.stringify(subjects)}))`)
    .where('batchId', 'in', ({ selectFrom }) =>
      selectFrom('certificateBatches').select('id').where('withdrawn', 'is', null),
    )
    .execute()
}

import type { AccountId } from '../../shared/accounts/accounts'
import type { TemplateForm } from '../../shared/documents/templates'
import { AppError } from '../../shared/result'
import type { Reads, Writes } from '../store/schema'
import type { PaperTemplatesTable } from './documents.table'

/** What writes Word is large, and loaded when it is needed. */
const shipped = async (form: TemplateForm): Promise<Uint8Array> =>
  (await import('./shipped-template')).shippedTemplate(form)

/** Newest first; without the one that ships. */
export const versions = (db: Reads, form: TemplateForm): Promise<PaperTemplatesTable[]> =>
  db.selectFrom('paperTemplates').selectAll().where('form', '=', form).orderBy('version', 'desc').execute()

/** The Word file of a version; 0 is the one that ships. @throws AppError not-found */
export async function contentOf(db: Reads, form: TemplateForm, version: number): Promise<Uint8Array> {
  if (version === 0) return shipped(form)
  const row = await db
    .selectFrom('paperTemplates')
    .select('content')
    .where('form', '=', form)
    .where('version', '=', version)
    .executeTakeFirst()
  if (!row) throw new AppError('not-found', '没有这一版模板')
  return row.content === null ? shipped(form) : new Uint8Array(row.content)
}

/** The one in use. */
export async function current(db: Reads, form: TemplateForm): Promise<Uint8Array> {
  const [newest] = await versions(db, form)
  return contentOf(db, form, newest?.version ?? 0)
}

export async function put(
  db: Writes,
  form: TemplateForm,
  { name, content }: Pick<PaperTemplatesTable, 'name' | 'content'>,
  by: { readonly id: AccountId; readonly at: string; readonly reason: string },
): Promise<void> {
  const [newest] = await versions(db, form)
  await db
    .insertInto('paperTemplates')
    .values({
      form,
      version: (newest?.version ?? 0) + 1,
      name,
      content,
      changedAt: by.at,
      changedBy: by.id,
      reason: by.reason,
    })
    .execute()
}

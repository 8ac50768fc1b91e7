import type { DocumentBody } from '../../shared/documents/document-paper'
import type { DocumentRef } from '../../shared/documents/documents'
import type { ExportKind } from '../../shared/exports/exports'
import type { SecrecyMark } from '../../shared/secrecy/secrecy.rules'
import type { QueryContext } from '../ipc/contexts'
import { talkSource } from './talk-source'

/** A document and what the register must know of it. */
export interface DocumentSource {
  readonly body: DocumentBody
  readonly people: number
  /** What a copy must bear at the least. */
  readonly mark: SecrecyMark
  /** Sealed lines that it leaves out, and those that stand on it because they were asked for. */
  readonly sealed: number
  readonly unsealed: number
  /** For the audit line. */
  readonly subject: string
  readonly kinds: { readonly pdf: ExportKind; readonly print: ExportKind }
}

/** @throws AppError refused or not-found for whoever may not read what stands on it */
export const sourceOf = (context: QueryContext, document: DocumentRef, unseal: boolean): Promise<DocumentSource> =>
  talkSource(context, document.id, unseal)

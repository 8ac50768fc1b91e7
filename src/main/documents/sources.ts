import type { DocumentBody } from '../../shared/documents/document-paper'
import type { DocumentRef } from '../../shared/documents/documents'
import type { TemplateForm } from '../../shared/documents/templates'
import type { Values } from '../../shared/documents/templates.rules'
import type { ExportKind } from '../../shared/exports/exports'
import type { Furniture } from '../../shared/papers/paper-page'
import type { SecrecyMark } from '../../shared/secrecy/secrecy.rules'
import type { QueryContext } from '../ipc/contexts'
import { briefSource } from './brief-source'
import { commendationSource } from './commendation-source'
import { hardshipSource } from './hardship-source'
import { letterSource } from './letter-source'
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
  /** Which Word template it takes, and what that is filled with; null for what goes out on paper and as PDF alone. */
  readonly word: {
    readonly kind: ExportKind
    readonly form: TemplateForm
    readonly values: (furniture: Furniture) => Values
  } | null
}

/** @throws AppError refused or not-found for whoever may not read what stands on it */
export const sourceOf = (context: QueryContext, document: DocumentRef, unseal: boolean): Promise<DocumentSource> => {
  if (document.of === 'measure') return letterSource(context, document.id)
  if (document.of === 'commendation') return commendationSource(context, document.id)
  if (document.of === 'hardship') return hardshipSource(context, document.id, unseal)
  return document.of === 'brief' ? briefSource(context, document.id) : talkSource(context, document.id, unseal)
}

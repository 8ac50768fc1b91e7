import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { layDocument } from '../../shared/documents/document-layout.rules'
import type { DocumentBody } from '../../shared/documents/document-paper'
import type { DocumentRef } from '../../shared/documents/documents'
import type { PaperPage } from '../../shared/papers/paper-page'
import { api } from '../api/client'
import { documentMeasures, readyToSet, wordsOf } from '../papers/fonts'

/** A document for the preview. Nothing of it is kept once the preview is closed. @param reason set once sealed lines shall be seen */
export function useDocumentProof(document: DocumentRef, reason: string | null) {
  return useQuery({
    queryKey: ['document-proof', document, reason],
    queryFn: () =>
      reason === null ? api.documents.proof({ document }) : api.documents.wholeProof({ document, reason }),
    placeholderData: shown => shown,
    gcTime: 0,
  })
}

/** A document laid out as it will be printed, once the fonts that it needs are there; undefined until then. */
export function useDocumentPages(
  body: DocumentBody | undefined,
  { mark, foot }: { readonly mark: string; readonly foot: string },
): readonly PaperPage[] | undefined {
  const [pages, setPages] = useState<readonly PaperPage[]>()
  useEffect(() => {
    if (!body) return
    let here = true
    void readyToSet(`${wordsOf(body)}${mark}${foot}0123456789—年月日未定稿`).then(() => {
      if (here) setPages(layDocument(body, { mark, foot }, documentMeasures()))
    })
    return () => {
      here = false
    }
  }, [body, mark, foot])
  return pages
}

import { useEffect, useState } from 'react'
import { type CertificatePage, layCertificate, layTestPage } from '../../shared/certificates/certificate-layout.rules'
import type { CertificateRow, TemplateFacts } from '../../shared/certificates/certificates'
import { faceMeasures, readyToSet, wordsOf } from '../papers/fonts'

const still = { x: 0, y: 0 }

/**
 * Certificates laid out as they will be printed, or the sheet with the ruler where there are no rows. Undefined until the fonts
 * are there.
 */
export function useCertificatePages(
  template: TemplateFacts,
  rows: readonly CertificateRow[] | 'test' | undefined,
  { blank, mark }: { readonly blank: boolean; readonly mark: string },
): readonly CertificatePage[] | undefined {
  const [pages, setPages] = useState<readonly CertificatePage[]>()
  useEffect(() => {
    if (!rows) return
    let here = true
    void readyToSet(`${wordsOf(template)}${wordsOf(rows)}${mark}0123456789`).then(() => {
      if (!here) return
      const measures = faceMeasures()
      setPages(
        rows === 'test'
          ? [{ page: layTestPage(template, still, measures), tooLong: [] }]
          : rows.map(row => layCertificate(template, row, { blank, offset: still, mark }, measures)),
      )
    })
    return () => {
      here = false
    }
  }, [template, rows, blank, mark])
  return pages
}

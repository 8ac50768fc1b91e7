import { lazy, Suspense, useState } from 'react'
import type { DocumentRef } from '../../shared/documents/documents'
import { Button } from '../ui/Button'

const Dialog = lazy(() => import('./DocumentDialog').then(module => ({ default: module.DocumentDialog })))

/** Opens the preview of a document, from where it is printed and saved. */
export function DocumentButton({ document, title }: { document: DocumentRef; title: string }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>打印和导出</Button>
      {open && (
        <Suspense fallback={null}>
          <Dialog document={document} title={title} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}

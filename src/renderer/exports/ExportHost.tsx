import { lazy, Suspense } from 'react'
import { useMay } from '../api/session'
import { closeExport, useAsked } from './ask'

const Dialog = lazy(() => import('./ExportDialog').then(module => ({ default: module.ExportDialog })))

/** The one export dialog of the workspace, whichever page asked for it. */
export function ExportHost() {
  const asked = useAsked(state => state.asked)
  const may = useMay()('cadres.export')
  if (!asked || !may) return null
  return (
    <Suspense fallback={null}>
      <Dialog offer={asked} onClose={closeExport} />
    </Suspense>
  )
}

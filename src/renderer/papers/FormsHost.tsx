import { lazy, Suspense } from 'react'
import { useMay } from '../api/session'
import { closeForms, useForms } from './ask'

const Dialog = lazy(() => import('./FormsDialog').then(module => ({ default: module.FormsDialog })))

/** The one preview of the workspace, whichever page asked for it. */
export function FormsHost() {
  const offer = useForms(state => state.offer)
  const may = useMay()('cadres.export')
  if (!offer || !may) return null
  return (
    <Suspense fallback={null}>
      <Dialog offer={offer} onClose={closeForms} />
    </Suspense>
  )
}

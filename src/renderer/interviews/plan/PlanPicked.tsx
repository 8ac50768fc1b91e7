import { lazy, Suspense, useState } from 'react'
import type { CadreId } from '../../../shared/cadres/cadres'
import { useMay } from '../../api/session'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/icons'

const Dialog = lazy(() => import('./PlanDialog').then(module => ({ default: module.PlanDialog })))
/** A round is no larger. */
const MOST = 200

interface PlanPickedProps {
  readonly picked: ReadonlyMap<CadreId, { readonly name: string }>
}

/** Plans a round for those who are picked in a list. */
export function PlanPicked({ picked }: PlanPickedProps) {
  const [open, setOpen] = useState(false)
  if (!useMay()('interviews.plan')) return null
  return (
    <>
      <Button
        size="small"
        icon={<Icon name="talks" size={16} />}
        reason={picked.size > MOST ? `一批最多 ${MOST} 人` : undefined}
        onClick={() => setOpen(true)}
      >
        安排谈话
      </Button>
      {open && (
        <Suspense fallback={null}>
          <Dialog
            start={{
              people: [...picked].map(([id, { name }]) => ({ id, name })),
              kind: null,
              dueKey: null,
            }}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  )
}

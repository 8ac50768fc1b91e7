import type { ArrivalId } from '../../shared/exchange/exchange'
import { api } from '../api/client'
import { useMay } from '../api/session'
import { Button } from '../ui/Button'
import { useAct } from './useAct'

/** Saves what was done with a package, for whoever has sent it. */
export function ReceiptButton({ id }: { id: ArrivalId }) {
  const receives = useMay()('exchange.receive')
  const act = useAct()
  const save = async (): Promise<void> => {
    const place = await api.shell.chooseSaveFile({ suggestedName: '回执', extension: 'ddx' })
    if (place) await api.exchange.saveReceipt({ id, target: place.token })
  }
  if (!receives) return null
  return (
    <Button kind="link" size="small" onClick={() => act(save())}>
      保存回执
    </Button>
  )
}

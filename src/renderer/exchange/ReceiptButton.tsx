import type { ArrivalId } from '../../shared/exchange/exchange'
import { api } from '../api/client'
import { useLeaveRefusal } from '../api/it-policy'
import { useMay } from '../api/session'
import { Button } from '../ui/Button'
import { Icon } from '../ui/icons'
import { useAct } from './useAct'

/** Saves what was done with a package, for whoever has sent it. */
export function ReceiptButton({ id }: { id: ArrivalId }) {
  const receives = useMay()('exchange.receive')
  const locked = useLeaveRefusal('sealed')
  const act = useAct()
  const save = async (): Promise<void> => {
    const place = await api.shell.chooseSaveFile({ suggestedName: '回执', extension: 'ddx' })
    if (place) await api.exchange.saveReceipt({ id, target: place.token })
  }
  if (!receives) return null
  return (
    <Button
      kind="link"
      size="small"
      icon={locked !== undefined && <Icon name="lock" size={14} />}
      reason={locked}
      onClick={() => act(save())}
    >
      保存回执
    </Button>
  )
}

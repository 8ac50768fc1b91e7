import { useLocation } from 'wouter'
import type { CareDueRow } from '../../shared/care-rules/care-rules.contract'
import { Button } from '../ui/Button'

interface RecordButtonProps {
  readonly row: CareDueRow
  readonly onRecord: () => void
}

/** Records what was done; a case of need is looked at anew on its own page. */
export function RecordButton({ row: { hardshipId }, onRecord }: RecordButtonProps) {
  const [, go] = useLocation()
  return hardshipId === null ? (
    <Button size="small" onClick={onRecord}>
      记录
    </Button>
  ) : (
    <Button size="small" onClick={() => go(`/care/hardships/${hardshipId}`)}>
      去复核
    </Button>
  )
}

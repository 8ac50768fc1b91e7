import { useState } from 'react'
import { flushSync } from 'react-dom'
import type { AuditSeal } from '../../shared/audit/audit'
import { useCall } from '../api/query'
import { Button } from '../ui/Button'
import { Icon } from '../ui/icons'
import { EmptyState, ErrorNote, Loading } from '../ui/states'
import { Aside } from './Aside'
import { count, instantWords } from './audit.words'
import { SealCode, SealSlip, usePrint } from './SealSlip'

/** Every seal set so far, to be compared with the papers in the safe. */
export function SealsAside({ onClose }: { onClose: () => void }) {
  const seals = useCall('audit', 'seals', {})
  const [printed, setPrinted] = useState<AuditSeal | null>(null)
  const print = usePrint()
  return (
    <Aside title="封存记录" onClose={onClose}>
      {seals.isPending && <Loading />}
      {seals.isError && <ErrorNote error={seals.error} onRetry={() => void seals.refetch()} />}
      {seals.data?.length === 0 && (
        <EmptyState
          title="还没有封存过"
          hint="封存给日志的现状一个封存码。打印封存单存档，以后可以查出日志是否被整体换过。"
        />
      )}
      <ol className="aud-seals">
        {seals.data?.map(seal => (
          <li key={seal.seq}>
            <p>
              <b>封存至第 {count(seal.seq)} 行</b>
              <Button
                kind="link"
                size="small"
                icon={<Icon name="print" size={14} />}
                onClick={() => {
                  // The slip must stand on the page before the printer looks at it.
                  flushSync(() => setPrinted(seal))
                  void print().finally(() => setPrinted(null))
                }}
              >
                打印封存单
              </Button>
            </p>
            <SealCode code={seal.code} />
            <p className="aud-hint">
              {instantWords(seal.at)}　{seal.auditorName}
              {seal.note !== '' && `　${seal.note}`}
            </p>
          </li>
        ))}
      </ol>
      {printed && <SealSlip seal={printed} />}
    </Aside>
  )
}

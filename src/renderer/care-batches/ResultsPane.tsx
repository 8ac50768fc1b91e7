import type { Batch, Visit } from '../../shared/care-batches/care-batches'
import { useMay } from '../api/session'
import { Card } from '../ui/Card'
import { EmptyState } from '../ui/states'
import { ResultRow } from './ResultRow'

/** 走访结果 on one page: Enter keeps a row and goes down the same column; so does leaving the row. */
export function ResultsPane({ batch, visits }: { batch: Batch; visits: readonly Visit[] }) {
  const edits = useMay()('care.edit') && batch.state === '进行中'
  return (
    <Card title="走访结果" note={edits ? '回车存下这一行，到下一人的同一栏；离开这一行也会存下' : undefined}>
      {visits.length === 0 && <EmptyState title="名单是空的" hint="先在“名单”里选人。" />}
      <ol className="bat-results">
        {visits.map(visit => (
          <ResultRow key={visit.cadreId} id={batch.id} visit={visit} edits={edits} />
        ))}
      </ol>
    </Card>
  )
}

import { useState } from 'react'
import type { BatchId, ImportSummary } from '../../shared/imports/imports'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { Button } from '../ui/Button'
import { ErrorNote, Loading } from '../ui/states'
import { SearchField } from '../ui/TextField'
import { DiscardButton } from './DiscardButton'
import { FileNotes } from './FileNotes'
import { ItemAside } from './ItemAside'
import { ItemList } from './ItemList'
import { confirm } from './imports.acts'
import { type Slice, useImportsStore } from './imports.store'
import { holdsFiles, planWords, slicesOf, sliceWords } from './imports.words'
import { PickedBar } from './PickedBar'
import { SheetMatch } from './SheetMatch'
import { UnitsDialog } from './UnitsDialog'
import { useAct } from './useAct'

/** What has to be looked at before anything else. */
const urgent: readonly Slice[] = ['sheets', 'undecided', 'failed']

/** One batch as it was read: what is new, what differs, what has to be decided, and the one button that writes. */
export function Staging({ batchId }: { batchId: BatchId }) {
  const batch = useCall('imports', 'batch', { batchId })
  const { slice: chosen, text, place, show, search } = useImportsStore()
  if (batch.isPending) return <Loading />
  if (batch.isError) return <ErrorNote error={batch.error} onRetry={() => void batch.refetch()} />
  const { data } = batch
  const current = chosen === 'all' && data.people === 0 && data.sheets > 0 ? 'sheets' : chosen
  const isOfPeople = current !== 'sheets' && !holdsFiles(current)
  return (
    <div className="imp-staging">
      <div className="imp-bar">
        <div className="imp-slices" role="tablist" aria-label="按情况查看">
          {slicesOf(data).map(({ slice: one, count }) => (
            <button
              key={one}
              type="button"
              role="tab"
              aria-selected={current === one}
              data-urgent={urgent.includes(one) || undefined}
              onClick={() => show(one)}
            >
              {sliceWords[one]}
              <b>{count}</b>
            </button>
          ))}
        </div>
        {isOfPeople && <SearchField label="在这一批里查找" placeholder="姓名、文件名" value={text} onChange={search} />}
      </div>
      <div className="imp-split">
        {current === 'sheets' && <SheetMatch batchId={batchId} />}
        {holdsFiles(current) && <FileNotes key={current} batchId={batchId} which={current} />}
        {isOfPeople && <ItemList batchId={batchId} />}
        {isOfPeople && place !== null && <ItemAside key={place} batchId={batchId} place={place} />}
      </div>
      {isOfPeople && <PickedBar batchId={batchId} />}
      {current !== 'sheets' && <ConfirmBar batch={data} />}
    </div>
  )
}

function ConfirmBar({ batch }: { batch: ImportSummary }) {
  const slice = useImportsStore(state => state.slice)
  const [placing, setPlacing] = useState(false)
  const act = useAct()
  const state = slice === 'changed' || slice === 'undecided' || slice === 'new' ? slice : undefined
  return (
    <footer className="imp-confirm">
      <span className="imp-plan">
        {planWords(batch)}
        {batch.unplaced > 0 && (
          <small className="imp-homeless">{batch.unplaced} 个新增的人没有单位，可在“单位对应”里选定。</small>
        )}
        {batch.ignored > 0 && <small>另有 {batch.ignored} 个文件不是可导入的种类，未读。</small>}
      </span>
      {state === 'changed' && (
        <>
          <Button onClick={() => act(api.imports.takeAll({ batchId: batch.id, which: { state }, taking: 'usual' }))}>
            全部采用文件的
          </Button>
          <Button onClick={() => act(api.imports.takeAll({ batchId: batch.id, which: { state }, taking: 'blanks' }))}>
            只补空白
          </Button>
        </>
      )}
      {state === 'undecided' && (
        <Button
          onClick={() => act(api.imports.choose({ batchId: batch.id, which: { state }, fate: { kind: 'skip' } }))}
        >
          全部跳过
        </Button>
      )}
      <Button onClick={() => setPlacing(true)}>单位对应</Button>
      <DiscardButton batchId={batch.id} />
      <Button kind="primary" reason={batch.blocked ?? undefined} onClick={() => void confirm(batch.id)}>
        确认导入
      </Button>
      {placing && <UnitsDialog batchId={batch.id} onClose={() => setPlacing(false)} />}
    </footer>
  )
}

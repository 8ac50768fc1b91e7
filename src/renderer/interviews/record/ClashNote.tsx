import { Button } from '../../ui/Button'
import type { RecordStore } from './record.store'
import { useRecord } from './useRecord'

/** A line that two recorders have changed: both stand side by side until somebody has chosen. */
export function ClashNote({ store }: { store: RecordStore }) {
  const theirs = useRecord(store, state => state.clashes[0])
  const mine = useRecord(store, state =>
    theirs === undefined
      ? undefined
      : state.current.id === theirs.id
        ? state.current
        : state.lines.find(({ id }) => id === theirs.id),
  )
  if (!theirs) return null
  const { settle } = store.getState()
  return (
    <div className="itv-clash" role="alert">
      <p>{theirs.authorName}也改了这一条，没有互相覆盖。请选一种：</p>
      <div className="itv-pair">
        <div>
          <b>您写的</b>
          <p>{mine?.removed ? '（删去）' : mine?.text}</p>
          <Button size="small" onClick={() => settle(theirs.id, 'mine')}>
            用您写的
          </Button>
        </div>
        <div>
          <b>已存的</b>
          <p>{theirs.removed ? '（删去）' : theirs.text}</p>
          <Button size="small" onClick={() => settle(theirs.id, 'theirs')}>
            用已存的
          </Button>
        </div>
      </div>
    </div>
  )
}

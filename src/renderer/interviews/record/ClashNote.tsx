import { useSession } from '../../api/session'
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
  const { account } = useSession()
  if (!theirs) return null
  // What somebody else has sealed can be changed by nobody but them.
  const isLocked = theirs.sealed && theirs.authorId !== account.id
  const { settle } = store.getState()
  return (
    <div className="itv-clash" role="alert">
      <p>{theirs.authorName}也改了这一条，没有互相覆盖。请选一种：</p>
      <div className="dd-pair">
        <div>
          <b>您写的</b>
          <p>{mine?.removed ? '（删去）' : mine?.text}</p>
          <Button size="small" onClick={() => settle(theirs.id, 'mine')}>
            {isLocked ? '另记一条' : '用您写的'}
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

import { useState } from 'react'
import type { TrackedPromise } from '../../shared/promises/promises'
import { useCall } from '../api/query'
import { useMay, useSession } from '../api/session'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { StateMark } from '../ui/marks'
import { EmptyState, ErrorNote, Loading } from '../ui/states'
import { promiseMark } from './interviews.marks'
import { PromiseDialog } from './PromiseDialog'

const PAGE = 60

/** What was promised and asked for: overdue first, each opened for its progress and result. */
export function PromisesTab() {
  const { account } = useSession()
  const oversees = useMay()('interviews.oversee')
  const [mine, setMine] = useState(!oversees)
  const [late, setLate] = useState(false)
  const [ended, setEnded] = useState(false)
  const [shown, setShown] = useState(PAGE)
  const [opened, setOpened] = useState<TrackedPromise>()
  const promises = useCall('promises', 'list', {
    filter: {
      states: ended ? ['done', 'withdrawn'] : ['open'],
      kinds: [],
      ownerId: mine ? account.id : null,
      cadreId: null,
      interviewId: null,
      unitId: null,
      late: late && !ended,
    },
    offset: 0,
    limit: Math.min(500, shown),
  })
  const current = opened && (promises.data?.rows.find(({ id }) => id === opened.id) ?? opened)
  return (
    <div className="itv-tab">
      <div className="itv-filter">
        <span className="itv-chips">
          <button type="button" aria-pressed={mine} onClick={() => setMine(!mine)}>
            我负责的
          </button>
          <button type="button" aria-pressed={late} onClick={() => setLate(!late)} disabled={ended}>
            只看逾期
          </button>
          <button type="button" aria-pressed={ended} onClick={() => setEnded(!ended)}>
            已了结的
          </button>
        </span>
        {promises.data && <span className="itv-hint">共 {promises.data.total} 件</span>}
      </div>
      <Card className="itv-list">
        {promises.isPending && <Loading />}
        {promises.isError && <ErrorNote error={promises.error} onRetry={() => void promises.refetch()} />}
        {promises.data?.total === 0 && (
          <EmptyState title="没有这样的事" hint="谈话中答应和要求的事，在记录时登记，到期列在这里。" />
        )}
        <ul>
          {promises.data?.rows.map(row => (
            <Row key={row.id} row={row} onOpen={() => setOpened(row)} />
          ))}
        </ul>
        {promises.data && promises.data.total > promises.data.rows.length && (
          <div className="itv-more">
            <Button onClick={() => setShown(shown + PAGE)}>再看一些</Button>
          </div>
        )}
      </Card>
      {current && <PromiseDialog promise={current} onClose={() => setOpened(undefined)} />}
    </div>
  )
}

function Row({ row, onOpen }: { row: TrackedPromise; onOpen: () => void }) {
  const { mark, words } = promiseMark(row)
  return (
    <li className="itv-row">
      <button type="button" onClick={onOpen}>
        <b>{row.text}</b>
        <span>
          {row.kind}，{row.theme}
        </span>
      </button>
      <span>
        {row.cadreName}
        <small>{row.cadrePost}</small>
      </span>
      <span>
        责任人 {row.ownerName}
        {row.helper !== '' && <small>协办 {row.helper}</small>}
      </span>
      <StateMark state={mark}>{words}</StateMark>
    </li>
  )
}

import { useState } from 'react'
import type { CadreId } from '../../../shared/cadres/cadres'
import type { TrackedPromise } from '../../../shared/promises/promises'
import { useCall } from '../../api/query'
import { Card } from '../../ui/Card'
import { StateMark } from '../../ui/marks'
import { ErrorNote, Loading } from '../../ui/states'
import { promiseMark } from '../interviews.marks'
import { PromiseDialog } from '../promises/PromiseDialog'

const MOST = 100

/** What was promised to this person, asked for by them, asked of them: what is open first. */
export function PromisesOfPerson({ id }: { id: CadreId }) {
  const [opened, setOpened] = useState<TrackedPromise>()
  const promises = useCall('promises', 'list', {
    filter: { states: [], kinds: [], ownerId: null, cadreId: id, interviewId: null, unitId: null, late: false },
    offset: 0,
    limit: MOST,
  })
  const rows = promises.data?.rows ?? []
  const open = rows.filter(({ state }) => state === 'open').length
  const current = opened && (rows.find(row => row.id === opened.id) ?? opened)
  return (
    <Card title="承诺和诉求" note={rows.length > 0 ? `${open} 件未了结` : undefined}>
      {promises.isPending && <Loading />}
      {promises.isError && <ErrorNote error={promises.error} onRetry={() => void promises.refetch()} />}
      {promises.data && rows.length === 0 && <p className="itv-person-none">谈话中登记的承诺、诉求和要求列在这里。</p>}
      <ul className="itv-person-rows">
        {rows.map(row => {
          const { mark, words } = promiseMark(row)
          return (
            <li key={row.id}>
              <button type="button" onClick={() => setOpened(row)}>
                <span className="itv-tag">{row.kind}</span> {row.text}
              </button>
              <p>
                <StateMark state={mark}>{words}</StateMark>
                <small>责任人 {row.ownerName}</small>
              </p>
            </li>
          )
        })}
      </ul>
      {current && <PromiseDialog promise={current} onClose={() => setOpened(undefined)} />}
    </Card>
  )
}

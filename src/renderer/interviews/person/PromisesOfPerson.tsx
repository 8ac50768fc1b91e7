import { useState } from 'react'
import type { CadreId } from '../../../shared/cadres/cadres'
import type { TrackedPromise } from '../../../shared/promises/promises'
import { useCall } from '../../api/query'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { StateMark } from '../../ui/marks'
import { ErrorNote, Loading } from '../../ui/states'
import { promiseMark } from '../interviews.marks'
import { PromiseDialog } from '../promises/PromiseDialog'
import { PromiseForm } from '../record/PromiseForm'

const MOST = 100

interface PromisesOfPersonProps {
  readonly id: CadreId
  readonly name: string
  /** Whether one may be put down here that was made in no talk. */
  readonly plans: boolean
}

/** What was promised to this person, asked for by them, asked of them: what is open first. */
export function PromisesOfPerson({ id, name, plans }: PromisesOfPersonProps) {
  const [adding, setAdding] = useState(false)
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
    <Card
      title="承诺和诉求"
      note={rows.length > 0 ? `${open} 件未了结` : undefined}
      more={
        plans &&
        !adding && (
          <Button kind="link" size="small" onClick={() => setAdding(true)}>
            ＋ 添一件
          </Button>
        )
      }
    >
      {adding && (
        <div className="itv-person-form">
          <PromiseForm interviewId={null} subjects={[{ id, name }]} subject={id} onClose={() => setAdding(false)} />
        </div>
      )}
      {promises.isPending && <Loading />}
      {promises.isError && <ErrorNote error={promises.error} onRetry={() => void promises.refetch()} />}
      {promises.data && rows.length === 0 && !adding && (
        <p className="itv-person-none">谈话中登记的承诺、诉求和要求列在这里。</p>
      )}
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

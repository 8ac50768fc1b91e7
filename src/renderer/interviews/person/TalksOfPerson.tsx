import { useState } from 'react'
import type { CadreFile } from '../../../shared/cadres/cadres.contract'
import type { InterviewHeader } from '../../../shared/interviews/interviews'
import { useCall } from '../../api/query'
import { useMay } from '../../api/session'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { EmptyState, ErrorNote, Loading } from '../../ui/states'
import '../interviews.css'
import { PlanDialog } from '../plan/PlanDialog'
import { DueOfPerson } from './DueOfPerson'
import { OccasionsCard } from './OccasionsCard'
import './person.css'
import { PromisesOfPerson } from './PromisesOfPerson'
import { TalkEntry } from './TalkEntry'

const MOST = 200

/** 谈话 in a person's file: every talk with who, when and which kind; what was promised; what is due, and why. */
export function TalksOfPerson({ file }: { file: CadreFile }) {
  const { id, name } = file.cadre
  const plans = useMay()('interviews.plan') && file.trashedAt === null
  const [planning, setPlanning] = useState(false)
  const talks = useCall('interviews', 'list', {
    filter: { mine: false, from: null, to: null, states: [], kinds: [], cadreId: id, roundId: null },
    offset: 0,
    limit: MOST,
  })
  return (
    <div className="itv-person">
      <Card
        title="谈话"
        note={talks.data && talks.data.total > 0 ? heldWords(talks.data.rows) : undefined}
        more={
          plans && (
            <Button size="small" onClick={() => setPlanning(true)}>
              安排谈话
            </Button>
          )
        }
      >
        {talks.isPending && <Loading />}
        {talks.isError && <ErrorNote error={talks.error} onRetry={() => void talks.refetch()} />}
        {talks.data?.total === 0 && (
          <EmptyState title="还没有谈话记录" hint="安排一次谈话，或者把以前的纸质记录补录进来。" />
        )}
        <ul>
          {talks.data?.rows.map(talk => (
            <TalkEntry key={talk.id} talk={talk} />
          ))}
        </ul>
      </Card>
      <div className="itv-person-side">
        {plans && <DueOfPerson file={file} />}
        <PromisesOfPerson id={id} name={name} plans={plans} />
        {plans && <OccasionsCard id={id} />}
      </div>
      {planning && (
        <PlanDialog start={{ people: [{ id, name }], kind: null, dueKey: null }} onClose={() => setPlanning(false)} />
      )}
    </div>
  )
}

function heldWords(talks: readonly InterviewHeader[]): string {
  const held = talks.filter(({ state }) => state === 'closed' || state === 'final').length
  return held === 0 ? '还没有谈过' : `谈过 ${held} 次`
}

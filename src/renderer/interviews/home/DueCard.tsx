import { useState } from 'react'
import { useLocation } from 'wouter'
import { showDate } from '../../../shared/dates/partial-date'
import type { DueRow } from '../../../shared/talk-rules/talk-rules.contract'
import { useCall } from '../../api/query'
import { BasisWord } from '../../ui/BasisWord'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Stamp, StateMark } from '../../ui/marks'
import { ErrorNote, Loading } from '../../ui/states'
import '../interviews.css'
import { dueMarks, dueTitles } from '../interviews.marks'
import { PlanDialog } from '../plan/PlanDialog'
import './home-cards.css'

const SHOWN = 20

/** 应谈: the most urgent of what the rules ask for, each with its basis and the way to plan it. */
export function DueCard({ title }: { title: string }) {
  const [, go] = useLocation()
  const [planning, setPlanning] = useState<DueRow>()
  const due = useCall('talkRules', 'due', {
    states: ['late', 'due', 'soon'],
    unitId: null,
    cadreId: null,
    offset: 0,
    limit: SHOWN,
  })
  const { late = 0, due: now = 0, soon = 0 } = due.data?.counts ?? {}
  return (
    <Card
      title={title}
      note={due.data && due.data.total > 0 ? `逾期 ${late}　今天 ${now}　将到 ${soon}` : undefined}
      more={
        <Button kind="link" size="small" onClick={() => go('/interviews/due')}>
          全部应谈
        </Button>
      }
    >
      {due.isPending && <Loading />}
      {due.isError && <ErrorNote error={due.error} onRetry={() => void due.refetch()} />}
      {due.data?.total === 0 && <p className="home-quiet-line">现在没有应谈的，到期前几天会列在这里。</p>}
      <ul className="home-rows">
        {due.data?.rows.map(row => (
          <li key={row.key} className="home-due home-talk">
            <Stamp>谈</Stamp>
            <div className="home-due-what">
              <p>{row.name}</p>
              <p>{row.post}</p>
            </div>
            <div className="home-due-why">
              <p>{row.ruleTitle}</p>
              <p>
                {row.why}
                <BasisWord basis={row.basis} />
              </p>
            </div>
            <StateMark state={dueMarks[row.state]}>
              {dueTitles[row.state]} {showDate(row.dueOn).slice(5)}
            </StateMark>
            {row.plannedFor === null ? (
              <Button size="small" onClick={() => setPlanning(row)}>
                安排
              </Button>
            ) : (
              <span className="home-quiet">已安排</span>
            )}
          </li>
        ))}
      </ul>
      {planning && (
        <PlanDialog
          start={{
            people: [{ id: planning.cadreId, name: planning.name }],
            kind: planning.kind,
            dueKey: planning.key,
          }}
          onClose={() => setPlanning(undefined)}
        />
      )}
    </Card>
  )
}

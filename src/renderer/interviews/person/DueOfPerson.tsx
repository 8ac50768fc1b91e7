import { useState } from 'react'
import type { CadreFile } from '../../../shared/cadres/cadres.contract'
import { showDate } from '../../../shared/dates/partial-date'
import type { DueRow } from '../../../shared/talk-rules/talk-rules.contract'
import { useCall } from '../../api/query'
import { BasisWord } from '../../ui/BasisWord'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { StateMark } from '../../ui/marks'
import { ErrorNote } from '../../ui/states'
import { dueMarks, dueTitles } from '../interviews.marks'
import { whenWords } from '../interviews.words'
import { PlanDialog } from '../plan/PlanDialog'

/** What the rules ask for with this person; without anything the card is not there. */
export function DueOfPerson({ file }: { file: CadreFile }) {
  const { id, name } = file.cadre
  const [planning, setPlanning] = useState<DueRow>()
  const due = useCall('talkRules', 'due', {
    states: ['late', 'due', 'soon'],
    unitId: null,
    cadreId: id,
    offset: 0,
    limit: 50,
  })
  if (due.isError) return <ErrorNote error={due.error} onRetry={() => void due.refetch()} />
  if (!due.data || due.data.rows.length === 0) return null
  return (
    <Card title="应谈" note="按谈话规则列出，谈不谈由人定">
      <ul className="itv-person-rows">
        {due.data.rows.map(row => (
          <li key={row.key}>
            <p>
              <b>{row.ruleTitle}</b>
              <StateMark state={dueMarks[row.state]}>
                {dueTitles[row.state]} {showDate(row.dueOn)}
              </StateMark>
            </p>
            <p>
              <small>{row.why}</small>
              <BasisWord basis={row.basis} />
              <span className="itv-spread" />
              {row.plannedFor === null ? (
                <Button size="small" onClick={() => setPlanning(row)}>
                  安排
                </Button>
              ) : (
                <small>已安排 {whenWords(row.plannedFor)}</small>
              )}
            </p>
          </li>
        ))}
      </ul>
      {planning && (
        <PlanDialog
          start={{ people: [{ id, name }], kind: planning.kind, dueKey: planning.key }}
          onClose={() => setPlanning(undefined)}
        />
      )}
    </Card>
  )
}

import { useState } from 'react'
import { useLocation } from 'wouter'
import { showDate } from '../../shared/dates/partial-date'
import type { DueState } from '../../shared/talk-rules/talk-rules'
import type { DueRow } from '../../shared/talk-rules/talk-rules.contract'
import { api } from '../api/client'
import { useRows } from '../api/query'
import { BasisWord } from '../ui/BasisWord'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { StateMark } from '../ui/marks'
import { ReasonDialog } from '../ui/ReasonDialog'
import { EmptyState, ErrorNote, Loading } from '../ui/states'
import { dueMarks, dueTitles } from './interviews.marks'
import { useInterviewsStore } from './interviews.store'
import { whenWords } from './interviews.words'
import { UnitFilter } from './UnitFilter'

const PAGE = 60

/** Who should be talked to by the rules, each with its basis; planned from here, or waived with a reason. */
export function DueTab() {
  const [states, setStates] = useState<readonly DueState[]>(['late', 'due', 'soon'])
  const [unitId, setUnitId] = useState<string | null>(null)
  const [waiving, setWaiving] = useState<DueRow>()
  const due = useRows('talkRules', 'due', { states: [...states], unitId, cadreId: null }, PAGE)
  const toggle = (state: DueState): void =>
    setStates(states.includes(state) ? states.filter(each => each !== state) : [...states, state])
  return (
    <div className="dd-tab">
      <div className="dd-filter">
        <span className="dd-chips">
          {(Object.keys(dueTitles) as DueState[]).map(state => (
            <button key={state} type="button" aria-pressed={states.includes(state)} onClick={() => toggle(state)}>
              {dueTitles[state]} {due.last?.counts[state] ?? ''}
            </button>
          ))}
        </span>
        <UnitFilter value={unitId} onChange={setUnitId} />
        <span className="dd-aside">按谈话规则列出，谈不谈由人定；规则和频次可以改。</span>
      </div>
      <Card className="dd-list">
        {due.isPending && <Loading />}
        {due.error && <ErrorNote error={due.error} onRetry={due.retry} />}
        {due.total === 0 && <EmptyState title="现在没有应谈的" hint="到期前几天会列在这里。" />}
        <ul>
          {due.rows.map(row => (
            <Row key={row.key} row={row} onWaive={() => setWaiving(row)} />
          ))}
        </ul>
        {due.more && (
          <div className="dd-more">
            <Button onClick={due.more}>再看一些，共 {due.total} 项</Button>
          </div>
        )}
      </Card>
      {waiving && (
        <ReasonDialog
          open
          title={`${waiving.name}：${waiving.ruleTitle}免谈`}
          consequence="不再提醒这一次；下次再到期仍会列出。可以撤销。"
          confirmText="免谈"
          onConfirm={async reason => {
            await api.talkRules.waive({ key: waiving.key, cadreId: waiving.cadreId, reason })
          }}
          onClose={() => setWaiving(undefined)}
        />
      )}
    </div>
  )
}

function Row({ row, onWaive }: { row: DueRow; onWaive: () => void }) {
  const [, go] = useLocation()
  const { plan } = useInterviewsStore()
  const [error, setError] = useState<unknown>(null)
  const open = row.state === 'late' || row.state === 'due' || row.state === 'soon'
  return (
    <li className="dd-row">
      <button type="button" onClick={() => go(`/cadres/${row.cadreId}/talks`)}>
        <b>{row.name}</b>
        <span>{row.post}</span>
      </button>
      <span>
        {row.ruleTitle}
        <small>
          {row.why}
          <BasisWord basis={row.basis} />
        </small>
      </span>
      <span>
        <StateMark state={dueMarks[row.state]}>
          {dueTitles[row.state]} {showDate(row.dueOn)}
          {row.escalated && '，已超 30 天'}
        </StateMark>
        {row.plannedFor !== null && <small>已安排 {whenWords(row.plannedFor)}</small>}
        {row.waivedFor !== null && <small>{row.waivedFor}</small>}
      </span>
      <span className="dd-row-acts">
        {open && row.plannedFor === null && (
          <Button
            size="small"
            onClick={() => plan({ people: [{ id: row.cadreId, name: row.name }], kind: row.kind, dueKey: row.key })}
          >
            安排
          </Button>
        )}
        {open && (
          <Button size="small" kind="link" onClick={onWaive}>
            免谈
          </Button>
        )}
        {row.state === 'waived' && (
          <Button
            size="small"
            kind="link"
            onClick={() => {
              setError(null)
              api.talkRules.unwaive({ key: row.key, cadreId: row.cadreId }).catch(setError)
            }}
          >
            撤销免谈
          </Button>
        )}
        {error !== null && <ErrorNote error={error} />}
      </span>
    </li>
  )
}

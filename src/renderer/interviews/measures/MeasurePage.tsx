import { useState } from 'react'
import { useLocation } from 'wouter'
import { todayDay } from '../../../shared/dates/today'
import { stateTitles } from '../../../shared/interviews/interviews'
import { type Measure, type MeasureId, type MeasureTalk, talkKeyOf, talkKinds } from '../../../shared/measures/measures'
import { punishmentOf } from '../../../shared/measures/measures.rules'
import { influenceOf } from '../../../shared/restrictions/restrictions.rules'
import { useCalendar } from '../../api/calendar'
import { api } from '../../api/client'
import { useCall } from '../../api/query'
import { useMay } from '../../api/session'
import { DocumentButton } from '../../documents/DocumentButton'
import { BasisWord } from '../../ui/BasisWord'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { StateMark } from '../../ui/marks'
import { Page } from '../../ui/Page'
import { ReasonDialog } from '../../ui/ReasonDialog'
import { ErrorNote, Loading } from '../../ui/states'
import { useInterviewsStore } from '../interviews.store'
import { whenWords } from '../interviews.words'
import { PlanDialog } from '../plan/PlanDialog'
import { AddMeasure } from './AddMeasure'
import { clockMarks, clockNow, dayDots } from './measures.words'
import { CopyForm, FollowForm, JudgeForm, ReplyForm } from './StepForms'
import './measures.css'

/** One 提醒, 函询 or 诫勉: what was decided, what it waits for, and what came of it. */
export function MeasurePage({ id }: { id: MeasureId }) {
  const found = useCall('measures', 'get', { id })
  const may = useMay()
  const { planning, plan } = useInterviewsStore()
  const [revoking, setRevoking] = useState(false)
  const [correcting, setCorrecting] = useState(false)
  if (found.isPending) return <Loading />
  if (found.isError) return <ErrorNote error={found.error} onRetry={() => void found.refetch()} />
  const { measure, talks } = found.data
  const { kind, cadreId, cadreName, revokedOn } = measure
  const edits = may('measures.edit') && revokedOn === null
  const title = `${cadreName} · ${kind}`
  return (
    <Page
      title={title}
      note={measure.documentNumber}
      actions={
        <>
          {edits && <Button onClick={() => setRevoking(true)}>撤销</Button>}
          {edits && <Button onClick={() => setCorrecting(true)}>更正</Button>}
          <DocumentButton document={{ of: 'measure', id }} title={title} />
          {may('interviews.plan') && revokedOn === null && (
            <Button
              kind="primary"
              onClick={() =>
                plan({ people: [{ id: cadreId, name: cadreName }], kind: talkKinds[kind], dueKey: talkKeyOf(id) })
              }
            >
              安排谈话
            </Button>
          )}
        </>
      }
    >
      <div className="itv-talk-grid">
        <Card title={kind === '函询' ? '函件' : '决定'}>
          <Facts measure={measure} />
        </Card>
        <div className="itv-talk-side">
          <ClockCard measure={measure} />
          {edits && kind === '函询' && measure.verdict !== '采信' && measure.verdict !== '不采信' && (
            <Card title={measure.repliedOn === null ? '登记答复' : '处理意见'}>
              {measure.repliedOn === null ? <ReplyForm measure={measure} /> : <JudgeForm measure={measure} />}
            </Card>
          )}
          {edits && kind === '诫勉' && measure.copiedOn === null && (
            <Card title="抄送所在单位">
              <CopyForm measure={measure} />
            </Card>
          )}
          {edits && kind === '诫勉' && measure.correction === null && (
            <Card title="了解改正情况">
              <FollowForm measure={measure} />
            </Card>
          )}
          <Talks talks={talks} />
        </div>
      </div>
      {planning && <PlanDialog start={planning} onClose={() => plan(null)} />}
      {correcting && <AddMeasure measure={measure} onClose={() => setCorrecting(false)} />}
      <ReasonDialog
        open={revoking}
        title={`撤销${kind}`}
        consequence={
          kind === '诫勉'
            ? '档案里的这一条写上撤销日期，影响期限制随之消失。登记本身仍然留着。'
            : '登记留着，不再提醒。'
        }
        confirmText="撤销"
        danger
        onConfirm={async reason => {
          await api.measures.revoke({ id, revision: measure.revision, on: todayDay(), reason })
        }}
        onClose={() => setRevoking(false)}
      />
    </Page>
  )
}

function Facts({ measure }: { measure: Measure }) {
  const { kind } = measure
  const facts: readonly (readonly [string, string])[] = [
    ['对象', [measure.cadreName, measure.cadrePost || measure.unitName].filter(text => text !== '').join('，')],
    [kind === '函询' ? '发函日期' : '决定日期', dayDots(measure.on)],
    ['文号', measure.documentNumber],
    ['批准', measure.authority],
    ['事由', measure.matter],
    ['需要说明的问题', measure.questions],
    ['抄送', measure.copiedOn ? `${measure.copiedTo}，${dayDots(measure.copiedOn)}` : ''],
    ['答复', measure.repliedOn ? `${dayDots(measure.repliedOn)}\n${measure.reply}` : ''],
    ['处理意见', measure.verdict ? [measure.verdict, measure.verdictNote].filter(text => text !== '').join('。') : ''],
    [
      '改正情况',
      measure.correction && measure.followedOn
        ? [measure.correction, dayDots(measure.followedOn), measure.correctionNote]
            .filter(text => text !== '')
            .join('，')
        : '',
    ],
    ['撤销', measure.revokedOn ? `${dayDots(measure.revokedOn)}，${measure.revokedFor}` : ''],
    ['登记', measure.byName],
  ]
  return (
    <dl className="itv-facts mea-facts">
      {facts
        .filter(([, text]) => text !== '')
        .map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
    </dl>
  )
}

function ClockCard({ measure }: { measure: Measure }) {
  const clock = clockNow(measure, useCalendar())
  const influence = measure.kind === '诫勉' ? influenceOf(punishmentOf(measure)) : undefined
  return (
    <Card title={clock.awaits === '' ? '办理' : `等${clock.awaits}`}>
      <div className="mea-clock">
        <StateMark state={clockMarks[clock.state]}>{clock.words}</StateMark>
        {clock.dueOn !== null && measure.kind === '函询' && <span>答复期限 {dayDots(clock.dueOn)}</span>}
        {influence && <span>影响期至 {dayDots(influence.lastDay.latest)}</span>}
        {(clock.basis ?? influence?.basis) && <BasisWord basis={clock.basis ?? influence?.basis ?? noBasis} />}
        {clock.note !== '' && <p role="note">{clock.note}</p>}
      </div>
    </Card>
  )
}
const noBasis = { source: '', status: 'UNKNOWN' } as const

function Talks({ talks }: { talks: readonly MeasureTalk[] }) {
  const [, go] = useLocation()
  if (talks.length === 0) return null
  return (
    <Card title="谈话">
      <ul className="mea-talks">
        {talks.map(({ id, state, startsAt }) => (
          <li key={id}>
            <Button kind="link" onClick={() => go(`/interviews/${id}`)}>
              {whenWords(startsAt)}
            </Button>
            <span>{stateTitles[state]}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

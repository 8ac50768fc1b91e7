import { useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import {
  type Interview,
  type InterviewId,
  noteFormTitles,
  stateTitles,
  talkStates,
} from '../../shared/interviews/interviews'
import { api } from '../api/client'
import { useCall } from '../api/query'
import { useSession } from '../api/session'
import { DocumentButton } from '../documents/DocumentButton'
import { ScansCard } from '../scans/ScansCard'
import { talkScans } from '../scans/sources'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Page } from '../ui/Page'
import { ReasonDialog } from '../ui/ReasonDialog'
import { ErrorNote, Loading } from '../ui/states'
import { AddendumForm } from './AddendumForm'
import { BeginButton } from './BeginButton'
import { BriefCard } from './brief/BriefCard'
import { ConfirmCard } from './ConfirmCard'
import { clockOf, dayWords, namesOf, titleOf, whenWords } from './interviews.words'
import { PlanOnly } from './PlanOnly'
import { PlanActions } from './plan/PlanActions'
import { ReadersButton } from './plan/ReadersButton'
import { SucceedCard } from './plan/SucceedCard'
import { PromisesCard } from './record/PromisesCard'
import { SealedText } from './SealedText'
import { SubjectHead } from './SubjectHead'
import { Moment } from './sound/Moment'
import { Player } from './sound/Player'
import { SoundCard } from './sound/SoundCard'
import { type Hearing, useHeardLine, useHearing } from './sound/useHearing'

/** One talk: its plan for whoever planned it, its content for those who hold it or were given it to read. */
export function TalkPage({ id }: { id: InterviewId }) {
  const header = useCall('interviews', 'header', { id })
  if (header.isPending) return <Loading />
  if (header.isError) return <ErrorNote error={header.error} onRetry={() => void header.refetch()} />
  return header.data.readable ? <Readable id={id} /> : <PlanOnly talk={header.data} />
}

function Readable({ id }: { id: InterviewId }) {
  const scans = useMemo(() => talkScans(id), [id])
  const scanned = useCall('scans', 'list', { interviewId: id })
  const talk = useCall('interviews', 'get', { id })
  const { account } = useSession()
  const [, go] = useLocation()
  const [reopening, setReopening] = useState(false)
  const { hearing, open, close } = useHearing(id)
  if (talk.isPending) return <Loading />
  if (talk.isError) return <ErrorNote error={talk.error} onRetry={() => void talk.refetch()} />
  const { header, confirmations } = talk.data
  const writes = [...header.talkers.map(each => each.id), header.recorder?.id].includes(account.id)
  const goesOn = writes && (header.state === 'planned' || header.state === 'open')
  return (
    <Page
      title={titleOf(header)}
      note={stateTitles[header.state]}
      actions={
        <>
          {writes && header.state === 'closed' && confirmations.length === 0 && (
            <Button onClick={() => setReopening(true)}>重新打开</Button>
          )}
          {header.state !== 'planned' && header.state !== 'cancelled' && (
            <DocumentButton document={{ of: 'interview', id }} title={titleOf(header)} />
          )}
          <PlanActions talk={header} />
          {goesOn && <BeginButton header={header} onBegin={() => go(`/interviews/${id}/record`)} />}
        </>
      }
    >
      <div className="itv-talk-grid">
        <Card className="itv-talk">
          <SubjectHead header={header} />
          {hearing && <Player hearing={hearing} lines={talk.data.notes} onClose={close} />}
          {header.state === 'planned' ? <BriefCard talk={header} /> : <Content talk={talk.data} hearing={hearing} />}
        </Card>
        <div className="itv-talk-side">
          <Facts talk={talk.data} />
          {header.state === 'open' && <SucceedCard talk={header} />}
          <SoundCard header={header} writes={writes} onOpen={open} />
          {(header.state === 'closed' || header.state === 'final') && (
            <ConfirmCard header={header} hash={talk.data.hash} />
          )}
          {writes && (header.state === 'open' || header.state === 'closed') && (
            <Card>
              <PromisesCard header={header} />
            </Card>
          )}
          {header.state !== 'planned' && header.state !== 'cancelled' && (
            <ScansCard
              scans={scans}
              list={scanned}
              title="签字扫描件"
              empty="签字以后的纸质记录扫描成 PDF 或图片，附在这里。"
              writes={writes}
              mark={header.mark}
            />
          )}
          {writes && (header.state === 'closed' || header.state === 'final') && <AddendumForm id={id} />}
        </div>
      </div>
      <ReasonDialog
        open={reopening}
        title="重新打开记录"
        consequence="还没有人确认，可以接着改。改完要重新结束，校验值随之重算。"
        confirmText="重新打开"
        onConfirm={async reason => {
          await api.interviews.reopen({ id, reason })
          go(`/interviews/${id}/record`)
        }}
        onClose={() => setReopening(false)}
      />
    </Page>
  )
}

function Content({ talk, hearing }: { talk: Interview; hearing: Hearing | null }) {
  const heardLine = useHeardLine(hearing, talk.notes)
  const versions = useCall('interviews', 'kindVersions', { key: talk.header.kind })
  const kind = versions.data?.find(each => each.kind.version === talk.kindVersion)?.kind
  const parts = kind?.outline ?? []
  const groups = [
    ...parts.map(({ key, title }) => ({ title, notes: talk.notes.filter(({ part }) => part === key) })),
    { title: '其他', notes: talk.notes.filter(({ part }) => !parts.some(({ key }) => key === part)) },
  ].filter(({ notes }) => notes.length > 0)
  return (
    <div className="itv-content">
      {talk.details.occasion !== '' && <p className="itv-occasion">事由：{talk.details.occasion}</p>}
      {groups.length === 0 && <p className="itv-closed-note">还没有记录。</p>}
      {groups.map(({ title, notes }) => (
        <section key={title}>
          <h3>{title}</h3>
          <ol>
            {notes.map(note => (
              <li key={note.id} data-form={note.form} data-heard={note.id === heardLine || undefined}>
                <time dateTime={note.at}>{clockOf(note.at)}</time>
                <p>
                  <span className="itv-form">{noteFormTitles[note.form]}</span>
                  {note.sealed ? <SealedText id={talk.header.id} note={note} /> : note.text}
                </p>
                <span className="itv-line-marks">
                  {note.mark !== null && <span className="itv-tag">{note.mark}</span>}
                  <Moment hearing={hearing} line={note} />
                </span>
              </li>
            ))}
          </ol>
        </section>
      ))}
      {talk.details.summary !== '' && (
        <section>
          <h3>谈话小结</h3>
          <p className="itv-summary">{talk.details.summary}</p>
        </section>
      )}
      {talk.addenda.map(({ id, byName, at, text }) => (
        <section key={id} className="itv-addendum">
          <h3>
            补充 <small>{`${byName} ${dayWords(at)} ${clockOf(at)}`}</small>
          </h3>
          <p className="itv-summary">{text}</p>
        </section>
      ))}
    </div>
  )
}

function Facts({ talk }: { talk: Interview }) {
  const { header, details } = talk
  const states = (Object.keys(talkStates) as (keyof typeof talkStates)[]).filter(key => details[key] !== '')
  return (
    <Card title="要素" more={<ReadersButton talk={talk} />}>
      <dl className="itv-facts">
        <dt>时间</dt>
        <dd>{whenWords(header.startsAt)}</dd>
        <dt>地点</dt>
        <dd>{details.place || '—'}</dd>
        <dt>谈话人</dt>
        <dd>{namesOf(header.talkers)}</dd>
        <dt>记录人</dt>
        <dd>{header.recorder?.name ?? '谈话人自记'}</dd>
        {details.others !== '' && (
          <>
            <dt>在场</dt>
            <dd>{details.others}</dd>
          </>
        )}
        {states.map(key => (
          <FactPair key={key} title={talkStates[key].title} value={details[key]} />
        ))}
        {details.grade !== null && <FactPair title="回访等次" value={details.grade} />}
        <dt>密级</dt>
        <dd>{header.mark}</dd>
        <dt>可阅范围</dt>
        <dd>{['谈话人、记录人', ...talk.readers.map(({ name }) => name)].join('、')}</dd>
      </dl>
    </Card>
  )
}

const FactPair = ({ title, value }: { title: string; value: string }) => (
  <>
    <dt>{title}</dt>
    <dd>{value}</dd>
  </>
)

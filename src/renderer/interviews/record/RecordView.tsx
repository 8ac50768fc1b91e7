import { App } from 'antd'
import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import type { Interview, InterviewId } from '../../../shared/interviews/interviews'
import type { VersionedKind } from '../../../shared/interviews/kinds'
import { AppError } from '../../../shared/result'
import { api } from '../../api/client'
import { useCall } from '../../api/query'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/icons'
import { ErrorNote } from '../../ui/states'
import { clockOf, dayWords, namesOf, spanWords, subjectsWords } from '../interviews.words'
import { SubjectHead } from '../SubjectHead'
import { Player } from '../sound/Player'
import { SoundBar } from '../sound/SoundBar'
import { Suggestions } from '../sound/Suggestions'
import { type Hearing, useHearing } from '../sound/useHearing'
import { usePhase, useRecorder } from '../sound/useRecorder'
import { ClashNote } from './ClashNote'
import { EntryBox } from './EntryBox'
import { FinishDialog } from './FinishDialog'
import { LinesPane } from './LinesPane'
import { OutlinePane } from './OutlinePane'
import { PromisesCard } from './PromisesCard'
import type { RecordStore } from './record.store'
import { StatesCard } from './StatesCard'
import { useRecord, useRecording } from './useRecord'

/** What the audit log says where the one who records hears what was recorded so far. */
const HEARD_WHILE_RECORDING = '记录过程中回听'

/** The talk while it goes on, over the whole window: outline, lines and the line being written, what was promised. */
export function RecordView({ talk, kind }: { talk: Interview; kind: VersionedKind }) {
  const { header } = talk
  const recorder = useRecorder(header.id)
  const { hearing, open: openHearing, close: closeHearing } = useHearing(header.id)
  const phase = usePhase(recorder)
  useEffect(() => {
    // What is played would be recorded again.
    if (phase === 'starting' || phase === 'recording') closeHearing()
  }, [phase, closeHearing])
  const { store, flush: flushNotes } = useRecording(talk, kind, recorder.moment)
  const consent = useRecord(store, state => state.details.consent)
  const flush = async (): Promise<void> => {
    await recorder.stop()
    await flushNotes()
  }
  const { modal } = App.useApp()
  /** Nobody leaves what was typed behind without knowing it. */
  const leave = (onward: () => void): void => {
    const ask = (error: unknown): void =>
      void modal.confirm({
        title: '还有内容没有存上',
        content: error instanceof AppError ? error.message : '没能保存',
        okText: '仍要离开',
        cancelText: '留在这里',
        onOk: onward,
      })
    void flush().then(onward, ask)
  }
  const [, go] = useLocation()
  const [finishing, setFinishing] = useState(false)
  const promises = useCall('promises', 'list', {
    filter: { states: [], kinds: [], ownerId: null, cadreId: null, interviewId: header.id, unitId: null, late: false },
    offset: 0,
    limit: 1,
  })
  const openFinish = (): void => {
    store.getState().commit()
    setFinishing(true)
  }
  return (
    <div
      className="itv-record"
      onKeyDown={event => {
        if (event.nativeEvent.isComposing) return
        if (event.ctrlKey && event.key === 'Enter') {
          event.preventDefault()
          openFinish()
        } else if (event.altKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
          event.preventDefault()
          const keys = kind.outline.map(({ key }) => key)
          const at = keys.indexOf(store.getState().part) + (event.key === 'ArrowDown' ? 1 : -1)
          const part = keys[Math.min(keys.length - 1, Math.max(0, at))]
          if (part !== undefined) store.getState().goToPart(part)
        }
      }}
    >
      <header className="itv-record-head">
        <Button kind="link" icon={<Icon name="left" size={16} />} onClick={() => leave(() => go('/interviews'))}>
          谈话
        </Button>
        <h1>{header.kindTitle}</h1>
        <span>{dayWords(header.startsAt)}</span>
        <span>{header.place}</span>
        <span className="itv-push" />
        <SavedMark store={store} />
        <span className="shell-secret">{header.mark}</span>
        <Button onClick={() => leave(() => void api.shell.lock({}))} icon={<Icon name="lock" size={16} />}>
          锁定
        </Button>
        <Button kind="primary" onClick={openFinish}>
          结束并核对 <kbd>Ctrl Enter</kbd>
        </Button>
      </header>
      <OutlinePane kind={kind} store={store} />
      <main className="itv-middle" aria-label={`${subjectsWords(header.subjects)}的谈话记录`}>
        <SubjectHead header={header} />
        <SoundBar
          interviewId={header.id}
          recorder={recorder}
          consent={consent}
          onConsent={answer => store.getState().setDetails({ consent: answer })}
          flush={flushNotes}
          onMark={() => store.getState().markMoment()}
          onHear={hearing ? closeHearing : () => void openHearing(HEARD_WHILE_RECORDING)}
          hears={hearing !== null}
        />
        {hearing && <HeardWhileRecording id={header.id} store={store} hearing={hearing} onClose={closeHearing} />}
        <LinesPane store={store} hearing={hearing} />
        <ClashNote store={store} />
        <EntryBox store={store} />
      </main>
      <aside className="itv-side" aria-label="谈话要素">
        <Timer from={talk.notes[0]?.at ?? null} />
        <StatesCard store={store} />
        <PromisesCard header={header} />
        <dl className="itv-facts">
          <dt>谈话人</dt>
          <dd>{namesOf(header.talkers)}</dd>
          <dt>记录人</dt>
          <dd>{header.recorder?.name ?? '谈话人自记'}</dd>
          <dt>可阅范围</dt>
          <dd>{['谈话人、记录人', ...talk.readers.map(({ name }) => name)].join('、')}</dd>
        </dl>
      </aside>
      {finishing && (
        <FinishDialog
          kind={kind}
          store={store}
          promises={promises.data?.total ?? 0}
          onClose={() => setFinishing(false)}
          onFinish={async () => {
            await flush()
            await api.interviews.finish({ id: header.id })
            go(`/interviews/${header.id}`)
          }}
        />
      )}
    </div>
  )
}

interface HeardProps {
  readonly id: InterviewId
  readonly store: RecordStore
  readonly hearing: Hearing
  readonly onClose: () => void
}

function HeardWhileRecording(props: HeardProps) {
  const lines = useRecord(props.store, state => state.lines)
  return (
    <>
      <Player hearing={props.hearing} lines={lines} onClose={props.onClose} />
      <Suggestions
        interviewId={props.id}
        hearing={props.hearing}
        onTake={({ text, fromMs }) => props.store.getState().take(text, fromMs)}
      />
    </>
  )
}

/** 已存 10:22, or what is wrong with keeping. */
function SavedMark({ store }: { store: RecordStore }) {
  const savedAt = useRecord(store, state => state.savedAt)
  const error = useRecord(store, state => state.errors.lines ?? state.errors.details)
  if (error) return <ErrorNote error={error} />
  return (
    <span className="itv-saved" role="status">
      {savedAt !== null && (
        <>
          <Icon name="check" size={16} />
          已存 {clockOf(savedAt)}
        </>
      )}
    </span>
  )
}

const SECOND_MS = 1000
/** How long the talk goes on, by its first line or by when this page was opened. */
function Timer({ from }: { from: string | null }) {
  const [start] = useState(() => (from === null ? Date.now() : Date.parse(from)))
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), SECOND_MS)
    return () => clearInterval(timer)
  }, [])
  return (
    <section className="itv-side-part itv-timer" aria-label="已谈时间">
      <b role="timer">{spanWords(now - start)}</b>
    </section>
  )
}

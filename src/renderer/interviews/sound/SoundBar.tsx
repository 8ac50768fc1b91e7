import { type RefObject, useEffect, useEffectEvent, useRef } from 'react'
import type { Details, InterviewId } from '../../../shared/interviews/interviews'
import { mayRecord } from '../../../shared/sound/sound.rules'
import { useCall } from '../../api/query'
import { Button } from '../../ui/Button'
import { spanWords } from '../interviews.words'
import type { Recorder } from './recorder'
import './sound.css'
import { usePhase, useWhy } from './useRecorder'

interface SoundBarProps {
  readonly interviewId: InterviewId
  readonly recorder: Recorder
  readonly consent: Details['consent']
  readonly onConsent: (consent: Details['consent']) => void
  /** Resolves when the consent just noted is in the store. */
  readonly flush: () => Promise<void>
  readonly onMark: () => void
  /** Opens the player, or closes it. */
  readonly onHear: () => void
  readonly hears: boolean
}

const answers = ['未询问', '同意', '不同意'] as const

/** One slim line: whether the person agrees, the state of the recording in red, its time, its loudness, and its keys. */
export function SoundBar({ interviewId, recorder, consent, onConsent, flush, onMark, onHear, hears }: SoundBarProps) {
  const status = useCall('sound', 'status', { interviewId })
  const phase = usePhase(recorder)
  const why = useWhy(recorder)
  const policyAllows = status.data?.policyAllows ?? false
  const verdict = mayRecord(policyAllows, consent, 'open')
  const consents = consent === '同意'
  useEffect(() => {
    if (!consents) void recorder.stop('谈话对象不同意录音，已停止。已录的可以在谈话页删除')
  }, [consents, recorder])

  const act = (): void => {
    if (phase === 'recording') recorder.pause()
    else if (phase === 'paused') recorder.resume()
    else if (verdict.allowed) void flush().then(() => recorder.start())
  }
  useKeys({ F8: act, F9: onMark })
  const on = phase === 'recording' || phase === 'paused'
  const hasSound = phase === 'paused' || (status.data?.recordings.some(({ state }) => state !== 'removed') ?? false)
  if (!status.data) return null
  return (
    <section className="snd-bar" aria-label="录音" data-phase={phase}>
      {on && (
        <>
          <b className="snd-state" role="status">
            {phase === 'recording' ? '录音中' : '已暂停'}
          </b>
          <Reached recorder={recorder} />
          <Level recorder={recorder} />
        </>
      )}
      <Button
        size="small"
        busy={phase === 'starting'}
        reason={on || verdict.allowed ? undefined : verdict.reason}
        onClick={act}
      >
        {phase === 'recording' ? '暂停' : phase === 'paused' ? '接着录' : '开始录音'} <kbd>F8</kbd>
      </Button>
      {on && (
        <>
          {phase === 'recording' && (
            <Button size="small" onClick={onMark}>
              标记此刻 <kbd>F9</kbd>
            </Button>
          )}
          <Button size="small" onClick={() => void recorder.stop()}>
            停止
          </Button>
        </>
      )}
      {phase !== 'recording' && hasSound && (
        <Button size="small" onClick={onHear}>
          {hears ? '收起' : '回听'}
        </Button>
      )}
      {on ? (
        <span className="snd-withdraw">
          <Button size="small" kind="link" onClick={() => onConsent('不同意')}>
            本人不再同意
          </Button>
        </span>
      ) : (
        policyAllows && <Consent consent={consent} onConsent={onConsent} />
      )}
      {why !== null && (
        <p className="snd-why" role="alert">
          {why}
        </p>
      )}
    </section>
  )
}

function Consent({ consent, onConsent }: Pick<SoundBarProps, 'consent' | 'onConsent'>) {
  return (
    <div className="snd-consent" role="radiogroup" aria-label="本人是否同意录音">
      <span>本人对录音</span>
      {answers.map(each => (
        <button key={each} type="button" role="radio" aria-checked={each === consent} onClick={() => onConsent(each)}>
          {each}
        </button>
      ))}
    </div>
  )
}

/** Keys of the whole recording view, inside text fields too. */
function useKeys(keys: Readonly<Record<string, () => void>>): void {
  const press = useEffectEvent((event: KeyboardEvent): void => {
    const run = keys[event.key]
    if (!run || event.isComposing || event.ctrlKey || event.altKey || event.shiftKey || event.repeat) return
    event.preventDefault()
    run()
  })
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => press(event)
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [])
}

const LOOK_MS = 100
/** Shows what moves without rendering anything anew: typing must not wait for it. */
function useLook(look: (element: HTMLElement) => void): RefObject<HTMLElement | null> {
  const ref = useRef<HTMLElement>(null)
  const show = useEffectEvent((): void => {
    if (ref.current) look(ref.current)
  })
  useEffect(() => {
    show()
    const timer = setInterval(() => show(), LOOK_MS)
    return () => clearInterval(timer)
  }, [])
  return ref
}

function Reached({ recorder }: { recorder: Recorder }) {
  const ref = useLook(element => {
    const words = spanWords(recorder.reached())
    if (element.textContent !== words) element.textContent = words
  })
  return <span ref={ref} className="snd-time" role="timer" aria-label="录音位置" />
}

/** Loudness as a bar that grows from the left; the ear judges by ratios, so it is drawn by the root. */
function Level({ recorder }: { recorder: Recorder }) {
  const ref = useLook(element => {
    element.style.transform = `scaleX(${Math.sqrt(recorder.level() / 255).toFixed(3)})`
  })
  return (
    <span className="snd-level" aria-hidden="true">
      <i ref={ref} />
    </span>
  )
}

import { useEffect, useState } from 'react'
import type { InterviewId } from '../../../shared/interviews/interviews'
import type { Segment } from '../../../shared/sound/transcript'
import { api } from '../../api/client'
import { useJob } from '../../api/useJob'
import { Button } from '../../ui/Button'
import { ErrorNote } from '../../ui/states'
import { spanWords } from '../interviews.words'
import type { Hearing } from './useHearing'

interface SuggestionsProps {
  readonly interviewId: InterviewId
  readonly hearing: Hearing
  /** Makes a segment a line of the record. */
  readonly onTake: (segment: Segment) => void
}

/** What the speech model heard, to be taken over line by line; without a model the page says so. Nothing is taken by itself. */
export function Suggestions({ interviewId, hearing, onTake }: SuggestionsProps) {
  const [name, setName] = useState<string | null>()
  const [segments, setSegments] = useState<readonly Segment[]>()
  const { running, error, run, cancel } = useJob()
  useEffect(() => {
    let left = false
    api.sound
      .model({})
      .then(({ model }) => {
        if (!left) setName(model?.name ?? null)
      })
      .catch(() => undefined)
    return () => {
      left = true
    }
  }, [])
  const drop = (segment: Segment): void => setSegments(all => all?.filter(each => each !== segment))
  const ask = async (): Promise<void> => {
    const found = await run('正在转写录音', options => api.sound.transcribe({ interviewId }, options))
    if (found) setSegments(found)
  }
  if (name === undefined) return null
  if (name === null) return <p className="snd-none">这台电脑没有可用的语音转写模型。</p>
  return (
    <section className="snd-words" aria-label="转写建议">
      <p>
        <span>转写只是建议，逐条核对后取用。模型：{name}</span>
        {running ? (
          <Button size="small" onClick={cancel}>
            停止转写{running.progress && ` ${Math.floor((running.progress.done / running.progress.total) * 100)}%`}
          </Button>
        ) : (
          <Button size="small" onClick={() => void ask()}>
            {segments ? '重新转写' : '转写'}
          </Button>
        )}
      </p>
      {error !== null && <ErrorNote error={error} />}
      {segments && (
        <ol>
          {segments.length === 0 && <li>没有可取用的建议了。</li>}
          {segments.map(segment => (
            <li key={`${segment.fromMs} ${segment.text}`}>
              <button
                type="button"
                className="snd-moment"
                aria-label={`从 ${spanWords(segment.fromMs)} 听起`}
                onClick={() => void hearing.player.playFrom(segment.fromMs)}
              >
                ▸ {spanWords(segment.fromMs)}
              </button>
              <span>{segment.text}</span>
              <Button
                size="small"
                onClick={() => {
                  onTake(segment)
                  drop(segment)
                }}
              >
                取用
              </Button>
              <Button size="small" kind="link" onClick={() => drop(segment)}>
                不用
              </Button>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

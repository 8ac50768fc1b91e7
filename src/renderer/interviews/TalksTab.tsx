import { useState } from 'react'
import { useLocation } from 'wouter'
import { type InterviewHeader, type InterviewState, stateTitles } from '../../shared/interviews/interviews'
import { useRows } from '../api/query'
import { useMay } from '../api/session'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { StateMark } from '../ui/marks'
import { EmptyState, ErrorNote, Loading } from '../ui/states'
import { SearchField } from '../ui/TextField'
import { FoundLines } from './FoundLines'
import { marks } from './interviews.marks'
import { namesOf, subjectsWords, whenWords } from './interviews.words'

const PAGE = 60

/** Talks, the newest first; words that were noted are found from the same place. */
export function TalksTab() {
  const plans = useMay()('interviews.plan')
  const [mine, setMine] = useState(!plans)
  const [states, setStates] = useState<readonly InterviewState[]>([])
  const [text, setText] = useState('')
  const filter = { mine, from: null, to: null, states: [...states], kinds: [], cadreId: null, roundId: null }
  const talks = useRows('interviews', 'list', { filter }, PAGE)
  const left = (talks.total ?? 0) - talks.rows.length
  const toggle = (state: InterviewState): void =>
    setStates(states.includes(state) ? states.filter(each => each !== state) : [...states, state])
  return (
    <div className="dd-tab">
      <div className="dd-filter">
        <SearchField label="在谈话记录里查找" placeholder="在谈话记录里查找" value={text} onChange={setText} />
        <span className="dd-chips">
          {plans && (
            <button type="button" aria-pressed={mine} onClick={() => setMine(!mine)}>
              只看我的
            </button>
          )}
          {(Object.keys(stateTitles) as InterviewState[]).map(state => (
            <button key={state} type="button" aria-pressed={states.includes(state)} onClick={() => toggle(state)}>
              {stateTitles[state]}
            </button>
          ))}
        </span>
      </div>
      <Card className="dd-list">
        {text.trim() !== '' ? (
          <FoundLines text={text.trim()} />
        ) : (
          <>
            {talks.isPending && <Loading />}
            {talks.error && <ErrorNote error={talks.error} onRetry={talks.retry} />}
            {talks.total === 0 && (
              <EmptyState
                title="这里还没有谈话"
                hint={plans ? '安排一次谈话，或者从应谈名单里安排。' : '安排给您的谈话会列在这里。'}
              />
            )}
            <ul>
              {talks.rows.map(talk => (
                <TalkRow key={talk.id} talk={talk} />
              ))}
            </ul>
            {talks.more && (
              <div className="dd-more">
                <Button onClick={talks.more}>
                  再看 {Math.min(PAGE, left)} 次，共 {talks.total} 次
                </Button>
              </div>
            )}
          </>
        )}
      </Card>
    </div>
  )
}

function TalkRow({ talk }: { talk: InterviewHeader }) {
  const [, go] = useLocation()
  return (
    <li className="dd-row">
      <button type="button" onClick={() => go(`/interviews/${talk.id}`)}>
        <b>{subjectsWords(talk.subjects)}</b>
        <span>{talk.subjects.length === 1 ? talk.subjects[0]?.post : namesOf(talk.subjects)}</span>
      </button>
      <span>{talk.kindTitle}</span>
      <span>
        {whenWords(talk.startsAt)}
        <small>{[talk.place, namesOf(talk.talkers)].filter(each => each !== '').join('，')}</small>
      </span>
      <StateMark state={marks[talk.state]}>{stateTitles[talk.state]}</StateMark>
    </li>
  )
}

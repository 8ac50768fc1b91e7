import { useState } from 'react'
import { useLocation } from 'wouter'
import { type InterviewHeader, stateTitles, talkStates } from '../../../shared/interviews/interviews'
import { useCall } from '../../api/query'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/icons'
import { StateMark } from '../../ui/marks'
import { ErrorNote, Loading } from '../../ui/states'
import { marks } from '../interviews.marks'
import { clockOf, namesOf, whenWords } from '../interviews.words'

/** One talk in the file. What was said opens in its place, for those who may read it. */
export function TalkEntry({ talk }: { talk: InterviewHeader }) {
  const [open, setOpen] = useState(false)
  const [, go] = useLocation()
  const held = talk.state === 'closed' || talk.state === 'final'
  const year = (talk.heldOn ?? talk.startsAt).slice(0, 4)
  return (
    <li className="itv-past">
      <p className="itv-past-day">
        <b>{held && talk.heldOn !== null ? dayOfMonth(talk.heldOn) : dayOfMonth(talk.startsAt)}</b>
        <small>{year}</small>
      </p>
      <div>
        <p className="itv-past-title">
          <button type="button" onClick={() => go(`/interviews/${talk.id}`)}>
            {talk.kindTitle}
          </button>
          <StateMark state={marks[talk.state]}>{stateTitles[talk.state]}</StateMark>
        </p>
        <p className="itv-past-facts">
          <span>谈话人 {namesOf(talk.talkers)}</span>
          {talk.recorder && <span>记录人 {talk.recorder.name}</span>}
          <span>{held ? talk.mode : `${whenWords(talk.startsAt)}，${talk.place || '地点未定'}`}</span>
          {talk.subjects.length > 1 && <span>与 {talk.subjects.length - 1} 人一起</span>}
        </p>
        {open && <Said talk={talk} />}
      </div>
      {talk.readable ? (
        held && (
          <Button size="small" kind="link" onClick={() => setOpen(!open)}>
            {open ? '收起' : '谈了什么'}
          </Button>
        )
      ) : (
        <span className="itv-past-closed" title="谈话内容只有谈话人、记录人和指定的可阅人能看">
          <Icon name="lock" size={14} /> 内容不可阅
        </span>
      )}
    </li>
  )
}

const dayOfMonth = (when: string): string => {
  const at = new Date(when.length === 10 ? `${when}T00:00:00` : when)
  return `${at.getMonth() + 1}月${at.getDate()}日`
}

function Said({ talk }: { talk: InterviewHeader }) {
  const read = useCall('interviews', 'get', { id: talk.id })
  const [, go] = useLocation()
  if (read.isPending) return <Loading />
  if (read.isError) return <ErrorNote error={read.error} onRetry={() => void read.refetch()} />
  const { details, notes } = read.data
  const states = (Object.keys(talkStates) as (keyof typeof talkStates)[]).filter(key => details[key] !== '')
  const marked = notes.filter(({ mark }) => mark === '诉求' || mark === '承诺' || mark === '问题')
  return (
    <div className="itv-said">
      {states.length > 0 && (
        <p className="itv-past-facts">
          {states.map(key => (
            <span key={key}>
              {talkStates[key].title} {details[key]}
            </span>
          ))}
        </p>
      )}
      {details.summary !== '' && <p className="itv-summary">{details.summary}</p>}
      {marked.length > 0 && (
        <ul>
          {marked.map(note => (
            <li key={note.id}>
              <span className="itv-tag">{note.mark}</span> {note.text} <small>{clockOf(note.at)}</small>
            </li>
          ))}
        </ul>
      )}
      {details.summary === '' && marked.length === 0 && <p>没有写小结，共 {notes.length} 条记录。</p>}
      <Button size="small" kind="link" onClick={() => go(`/interviews/${talk.id}`)}>
        看全部记录
      </Button>
    </div>
  )
}

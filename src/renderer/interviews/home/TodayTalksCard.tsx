import { useLocation } from 'wouter'
import { addDays, Day } from '../../../shared/dates/add-months'
import { today } from '../../../shared/dates/today'
import type { InterviewHeader } from '../../../shared/interviews/interviews'
import { useCall } from '../../api/query'
import { useSession } from '../../api/session'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Stamp, StateMark } from '../../ui/marks'
import { ErrorNote, Loading } from '../../ui/states'
import { clockOf, namesOf, subjectsWords, whenWords } from '../interviews.words'
import './home-cards.css'

const MOST = 60
const anything = { mine: true, kinds: [], cadreId: null, roundId: null }

/** 今天的谈话: whom one talks to today as talker or recorder, when and where, and the way to the record; what was left open stands first. */
export function TodayTalksCard({ title }: { title: string }) {
  const day = Day.parse(today())
  const [, go] = useLocation()
  const { account } = useSession()
  // Asked for apart: the next of a round of two hundred stands behind all others of it.
  const talks = useCall('interviews', 'list', {
    filter: { ...anything, talkerId: account.id, from: null, to: day, states: ['planned', 'open', 'closed'] },
    offset: 0,
    limit: MOST,
  })
  const ahead = useCall('interviews', 'list', {
    filter: {
      ...anything,
      talkerId: account.id,
      from: addDays(day, 1),
      to: null,
      states: ['planned'],
      earliestFirst: true,
    },
    offset: 0,
    limit: 1,
  })
  const now = (talks.data?.rows ?? []).toReversed()
  const next = ahead.data?.rows[0]
  return (
    <Card
      title={title}
      note={now.length > 0 ? `${now.length} 次` : undefined}
      className="home-talks"
      more={
        <Button kind="link" size="small" onClick={() => go('/interviews/calendar')}>
          日程
        </Button>
      }
    >
      {talks.isPending && <Loading />}
      {talks.isError && <ErrorNote error={talks.error} onRetry={() => void talks.refetch()} />}
      {now.length > 0 && (
        <ul className="home-rows">
          {now.map(talk => (
            <TalkLine key={talk.id} talk={talk} />
          ))}
        </ul>
      )}
      {talks.data && now.length === 0 && (
        <p className="home-quiet-line">
          今天没有安排给您的谈话。
          {next && `下一次 ${whenWords(next.startsAt)}，${subjectsWords(next.subjects)}。`}
        </p>
      )}
    </Card>
  )
}

function TalkLine({ talk }: { talk: InterviewHeader }) {
  const [, go] = useLocation()
  const { account } = useSession()
  const { mark, words } = standingOf(talk)
  const writes = [...talk.talkers.map(({ id }) => id), talk.recorder?.id].includes(account.id)
  const records = writes && talk.state !== 'closed'
  return (
    <li className="home-due home-talk">
      <Stamp>谈</Stamp>
      <div className="home-due-what">
        <p>{subjectsWords(talk.subjects)}</p>
        <p>{talk.subjects.length === 1 ? talk.subjects[0]?.post : namesOf(talk.subjects)}</p>
      </div>
      <div className="home-due-why">
        <p>{talk.kindTitle}</p>
        <p>{talk.place || '地点未定'}</p>
      </div>
      <StateMark state={mark}>{words}</StateMark>
      <Button size="small" onClick={() => go(records ? `/interviews/${talk.id}/record` : `/interviews/${talk.id}`)}>
        {records ? '记录' : talk.state === 'closed' ? '确认' : '查看'}
      </Button>
    </li>
  )
}

function standingOf({ state, startsAt }: InterviewHeader): { mark: 'late' | 'today'; words: string } {
  if (state === 'closed') return { mark: 'today', words: '待确认' }
  if (state === 'open') return { mark: 'today', words: '记录中' }
  return Date.parse(startsAt) < new Date(`${today()}T00:00:00`).getTime()
    ? { mark: 'late', words: whenWords(startsAt) }
    : { mark: 'today', words: `今天 ${clockOf(startsAt)}` }
}

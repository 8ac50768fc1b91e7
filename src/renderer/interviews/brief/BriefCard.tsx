import { showDate } from '../../../shared/dates/partial-date'
import type { InterviewHeader } from '../../../shared/interviews/interviews'
import type { BriefPerson } from '../../../shared/talk-briefs/talk-briefs'
import { useCall } from '../../api/query'
import { DocumentButton } from '../../documents/DocumentButton'
import { BasisWord } from '../../ui/BasisWord'
import { Card } from '../../ui/Card'
import { ErrorNote, Loading } from '../../ui/states'
import './brief.css'

/** 谈话前一页: what one should know of a person before the talk, on one page. */
export function BriefCard({ talk }: { talk: InterviewHeader }) {
  const brief = useCall('talkBriefs', 'get', { id: talk.id })
  if (brief.isPending) return <Loading />
  if (brief.isError) return <ErrorNote error={brief.error} onRetry={() => void brief.refetch()} />
  return (
    <>
      {brief.data.people.map((person, at) => (
        <PersonBrief
          key={person.id}
          person={person}
          print={at === 0 && <DocumentButton document={{ of: 'brief', id: talk.id }} title="谈话前一页" />}
        />
      ))}
    </>
  )
}

function PersonBrief({ person, print }: { person: BriefPerson; print: React.ReactNode }) {
  const { promises, talks, restrictions } = person
  return (
    <Card
      title="谈话前一页"
      note={[person.name, person.unit].filter(word => word !== '').join('，')}
      className="itv-brief"
      more={print}
    >
      {restrictions.map(({ title, words, basis }) => (
        <p key={title} className="itv-brief-notice">
          <b>{title}</b> {words}
          {basis && <BasisWord basis={basis} />}
        </p>
      ))}
      <Part title="履历" empty="档案里没有履历">
        {person.resume.map(line => (
          <li key={line}>{line}</li>
        ))}
      </Part>
      <Part title="最近谈话" empty="没有您能看到的谈话">
        {talks.map(({ on, kindTitle, talkers, summary }) => (
          <li key={`${on}${kindTitle}`}>
            <b>
              {showDate(on)} {kindTitle}
            </b>
            <small>谈话人 {talkers}</small>
            {summary !== null && summary !== '' && <p>{summary}</p>}
          </li>
        ))}
      </Part>
      <Part title="未了结的承诺和诉求" empty="没有">
        {promises.map(({ kind, text, dueOn, late, ownerName }) => (
          <li key={`${kind}${text}`} data-late={late || undefined}>
            {kind}：{text}
            <small>
              责任人 {ownerName}，{showDate(dueOn)} 前{late ? '，已逾期' : ''}
            </small>
          </li>
        ))}
      </Part>
      <Part title="近一年的事由" empty="没有登记">
        <Facts facts={person.occasions} />
      </Part>
      <Part title="荣誉" empty="档案里没有">
        <Facts facts={person.honours} />
      </Part>
      <Part title="关爱" empty="没有登记">
        <Facts facts={person.care} />
      </Part>
    </Card>
  )
}

const Facts = ({ facts }: { facts: BriefPerson['honours'] }) =>
  facts.map(({ on, words }) => (
    <li key={`${on}${words}`}>
      {on !== null && <small>{on}</small>} {words}
    </li>
  ))

function Part({ title, empty, children }: { title: string; empty: string; children: React.ReactNode }) {
  return (
    <section>
      <h3>{title}</h3>
      <ul data-empty={empty}>{children}</ul>
    </section>
  )
}

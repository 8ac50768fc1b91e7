import { type InterviewHeader, stateTitles } from '../../shared/interviews/interviews'
import { Card } from '../ui/Card'
import { Page } from '../ui/Page'
import { BriefCard } from './brief/BriefCard'
import { ConfirmCard } from './ConfirmCard'
import { titleOf, whenWords } from './interviews.words'
import { PlanActions } from './plan/PlanActions'
import { SucceedCard } from './plan/SucceedCard'
import { SubjectHead } from './SubjectHead'

/** A talk for whoever planned it and may not read it: who, when and where, and what can still be changed. */
export const PlanOnly = ({ talk }: { talk: InterviewHeader }) => (
  <Page title={titleOf(talk)} note={stateTitles[talk.state]} actions={<PlanActions talk={talk} />}>
    <Card className="itv-talk">
      <SubjectHead header={talk} />
      <p className="itv-closed-note">
        {whenWords(talk.startsAt)}，{talk.place || '地点未定'}。谈话内容只有谈话人、记录人和指定的可阅人能看。
      </p>
    </Card>
    {talk.state === 'open' && <SucceedCard talk={talk} />}
    {(talk.state === 'closed' || talk.state === 'final') && <ConfirmCard header={talk} hash={null} />}
    {talk.state === 'planned' && <BriefCard talk={talk} />}
  </Page>
)
